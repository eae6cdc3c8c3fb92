"""Meetings, their guests and agenda items, and the templates a user has changed."""

from sqlalchemy import Column, Integer, Named, Table, TypedColumns

from lean_desktop.document.schema import Day, Moment, date, datetime, metadata


class MeetingColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    number: Named[int]
    kind: Named[str]
    title: Named[str]
    group_id: Named[int | None]
    place: Named[str]
    planned_start: Named[datetime] = Column(Moment)
    planned_end: Named[datetime] = Column(Moment)
    purpose: Named[str]
    chair_id: Named[int | None]
    note_taker_id: Named[int | None]
    unit_id: Named[int | None]
    series_id: Named[int | None]
    slot: Named[datetime | None] = Column(Moment)
    state: Named[str]
    actual_start: Named[datetime | None] = Column(Moment)
    actual_end: Named[datetime | None] = Column(Moment)
    reason: Named[str]
    private_note: Named[str]
    calendar_number: Named[int]
    sequence: Named[int]


class MeetingGuestColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    meeting_id: Named[int]
    person_id: Named[int | None]
    name: Named[str]


class AgendaItemColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    meeting_id: Named[int]
    position: Named[int]
    title: Named[str]
    kind: Named[str]
    presenter_id: Named[int | None]
    minutes: Named[int]
    purpose: Named[str]
    section: Named[str]
    outcome: Named[str]
    actual_minutes: Named[int | None]
    standing: Named[bool]
    protected: Named[bool]
    carried_from: Named[int | None]


class AgendaLinkColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    agenda_item_id: Named[int]
    name: Named[str]
    target: Named[str]


class BacklogItemColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    group_id: Named[int]
    position: Named[int]
    title: Named[str]
    kind: Named[str]
    presenter_id: Named[int | None]
    minutes: Named[int]
    purpose: Named[str]


class PreparationColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    agenda_item_id: Named[int]
    position: Named[int]
    person_id: Named[int | None]
    task: Named[str]
    due: Named[date | None] = Column(Day)


class MeetingTemplateColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    key: Named[str]
    kind: Named[str]
    name: Named[str]
    purpose: Named[str]
    minutes: Named[int]


class TemplateItemColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    template_id: Named[int]
    position: Named[int]
    title: Named[str]
    kind: Named[str]
    minutes: Named[int]
    presenter: Named[str]
    purpose: Named[str]
    preparation: Named[str]
    section: Named[str]
    protected: Named[bool]


meeting = Table("meeting", metadata, MeetingColumns)
meeting_guest = Table("meeting_guest", metadata, MeetingGuestColumns)
agenda_item = Table("agenda_item", metadata, AgendaItemColumns)
agenda_link = Table("agenda_link", metadata, AgendaLinkColumns)
backlog_item = Table("backlog_item", metadata, BacklogItemColumns)
preparation = Table("preparation", metadata, PreparationColumns)
meeting_template = Table("meeting_template", metadata, MeetingTemplateColumns)
template_item = Table("template_item", metadata, TemplateItemColumns)
