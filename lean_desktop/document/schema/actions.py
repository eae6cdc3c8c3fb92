"""Actions with everything that happens to their dates, ideas, and what goes one level up."""

from sqlalchemy import Column, Integer, Named, Table, TypedColumns

from lean_desktop.document.schema import Day, date, metadata


class IdeaColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    number: Named[int]
    text: Named[str]
    person_id: Named[int | None]
    group_id: Named[int | None]
    meeting_id: Named[int | None]
    agenda_item_id: Named[int | None]
    state: Named[str]
    reason: Named[str]
    noted: Named[date] = Column(Day)


class ActionColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    number: Named[int]
    title: Named[str]
    group_id: Named[int | None]
    owner_id: Named[int | None]
    source: Named[str]
    meeting_id: Named[int | None]
    agenda_item_id: Named[int | None]
    idea_id: Named[int | None]
    created: Named[date] = Column(Day)
    first_due: Named[date | None] = Column(Day)
    due: Named[date | None] = Column(Day)
    done: Named[date | None] = Column(Day)
    status: Named[str]
    status_since: Named[date] = Column(Day)
    column_id: Named[int | None]
    pillar: Named[str]
    pdca: Named[str]
    problem: Named[str]
    cause: Named[str]
    countermeasure: Named[str]
    effect: Named[str]
    figure_before: Named[str]
    figure_after: Named[str]


class DueChangeColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    action_id: Named[int]
    meeting_id: Named[int | None]
    changed: Named[date] = Column(Day)
    old_due: Named[date] = Column(Day)
    new_due: Named[date] = Column(Day)
    reason: Named[str]


class FollowUpColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    action_id: Named[int]
    meeting_id: Named[int | None]
    day: Named[date] = Column(Day)
    due: Named[date | None] = Column(Day)
    asked: Named[bool]
    answer: Named[str]
    note: Named[str]


class EscalationColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    action_id: Named[int | None]
    text: Named[str]
    from_group_id: Named[int | None]
    from_unit_id: Named[int | None]
    to_group_id: Named[int | None]
    meeting_id: Named[int | None]
    raised: Named[date] = Column(Day)
    answer: Named[str]
    answered: Named[date | None] = Column(Day)
    agenda_item_id: Named[int | None]


idea = Table("idea", metadata, IdeaColumns)
action = Table("action", metadata, ActionColumns)
due_change = Table("due_change", metadata, DueChangeColumns)
follow_up = Table("follow_up", metadata, FollowUpColumns)
escalation = Table("escalation", metadata, EscalationColumns)
