"""Meetings with their agendas, and the templates there are to plan from."""

from collections.abc import Collection
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, select

from lean_desktop.document.changes import ChangeSet
from lean_desktop.document.schema.meetings import (
    agenda_item,
    agenda_link,
    meeting,
    meeting_guest,
    meeting_template,
    preparation,
    template_item,
)
from lean_desktop.document.schema.organisation import group, person, unit
from lean_desktop.domain.links import Link
from lean_desktop.domain.meetings import (
    Agenda,
    AgendaItem,
    Guest,
    ItemKind,
    Meeting,
    MeetingKind,
    MeetingState,
    MeetingTemplate,
    Outcome,
    PresenterRole,
    Schedule,
    TemplateItem,
    schedule,
)
from lean_desktop.domain.organisation import within
from lean_desktop.domain.preparation import Task
from lean_desktop.queries.organisation import full_name, memberships
from lean_desktop.queries.touched import Places, Touched, touched
from lean_desktop.resources import template_file

_chair = person.alias("chair")
_note_taker = person.alias("note_taker")

Ids = Collection[int] | None


def meetings(
    connection: Connection, ids: Ids = None, *, group_id: int | None = None
) -> list[Meeting]:
    """Meetings, the earliest first: all, those with `ids`, or one group's."""
    statement = (
        select(
            meeting.c.id,
            meeting.c.number,
            meeting.c.kind,
            meeting.c.title,
            meeting.c.group_id,
            func.coalesce(group.c.name, ""),
            meeting.c.place,
            meeting.c.planned_start,
            meeting.c.planned_end,
            meeting.c.purpose,
            meeting.c.chair_id,
            full_name(_chair),
            meeting.c.note_taker_id,
            full_name(_note_taker),
            _of_items(func.count()),
            _of_items(func.coalesce(func.sum(agenda_item.c.minutes), 0)),
            meeting.c.unit_id,
            func.coalesce(unit.c.name, ""),
            meeting.c.series_id,
            meeting.c.state,
            meeting.c.actual_start,
            meeting.c.actual_end,
            meeting.c.reason,
            meeting.c.private_note,
        )
        .select_from(meeting)
        .outerjoin(group, group.c.id == meeting.c.group_id)
        .outerjoin(unit, unit.c.id == meeting.c.unit_id)
        .outerjoin(_chair, _chair.c.id == meeting.c.chair_id)
        .outerjoin(_note_taker, _note_taker.c.id == meeting.c.note_taker_id)
        .order_by(meeting.c.planned_start, meeting.c.id)
    )
    if ids is not None:
        statement = statement.where(meeting.c.id.in_(ids))
    if group_id is not None:
        statement = statement.where(meeting.c.group_id == group_id)
    rows = connection.execute(statement)
    return [_meeting(Meeting._make(row)) for row in rows]


def _meeting(raw: Meeting) -> Meeting:
    return raw._replace(kind=MeetingKind(raw.kind), state=MeetingState(raw.state))


def meetings_of_series(connection: Connection, series_id: int) -> list[int]:
    """Keys of the series' meetings, the earliest first."""
    wanted = select(meeting.c.id).where(meeting.c.series_id == series_id)
    return list(connection.scalars(wanted.order_by(meeting.c.planned_start, meeting.c.id)))


def meeting_on(connection: Connection, group_id: int | None, day: date) -> int | None:
    """The meeting a group has on a day and has not closed; answers at the board belong to it."""
    begin = datetime.combine(day, time.min)
    of_day = (meeting.c.planned_start >= begin, meeting.c.planned_start < begin + timedelta(days=1))
    open_ = meeting.c.state.not_in((MeetingState.CLOSED, MeetingState.CANCELLED))
    wanted = select(meeting.c.id).where(
        meeting.c.group_id == group_id, *of_day, open_, meeting.c.kind != MeetingKind.DAILY
    )
    return connection.scalar(wanted.order_by(meeting.c.planned_start).limit(1))


def meetings_touched(connection: Connection, changes: ChangeSet) -> Touched:
    """Which rows of `meetings` may have changed."""
    shown: Places = {
        "group": [(meeting.c.id, meeting.c.group_id)],
        "unit": [(meeting.c.id, meeting.c.unit_id)],
        "person": [(meeting.c.id, meeting.c.chair_id), (meeting.c.id, meeting.c.note_taker_id)],
        "agenda_item": [(agenda_item.c.meeting_id, agenda_item.c.id)],
    }
    return touched(connection, changes, "meeting", shown)


def next_meeting(
    connection: Connection, now: datetime, *, group_id: int | None = None
) -> Meeting | None:
    """The meeting that ends next; when all are over, the latest one."""
    statement = select(meeting.c.id).order_by(meeting.c.planned_start, meeting.c.id)
    if group_id is not None:
        statement = statement.where(meeting.c.group_id == group_id)
    ahead = connection.scalar(statement.where(meeting.c.planned_end > now).limit(1))
    if ahead is None:
        latest = statement.order_by(None).order_by(meeting.c.planned_start.desc())
        ahead = connection.scalar(latest.limit(1))
    return None if ahead is None else meetings(connection, [ahead])[0]


def items(
    connection: Connection, ids: Ids = None, *, meeting_id: int | None = None
) -> list[AgendaItem]:
    """Agenda items in the order they are taken."""
    statement = (
        select(
            agenda_item.c.id,
            agenda_item.c.meeting_id,
            agenda_item.c.position,
            agenda_item.c.title,
            agenda_item.c.kind,
            agenda_item.c.presenter_id,
            full_name(person),
            agenda_item.c.minutes,
            agenda_item.c.purpose,
            agenda_item.c.section,
            agenda_item.c.outcome,
            agenda_item.c.actual_minutes,
            agenda_item.c.standing,
            agenda_item.c.protected,
            agenda_item.c.carried_from,
        )
        .select_from(agenda_item)
        .outerjoin(person, person.c.id == agenda_item.c.presenter_id)
        .order_by(agenda_item.c.meeting_id, agenda_item.c.position, agenda_item.c.id)
    )
    if ids is not None:
        statement = statement.where(agenda_item.c.id.in_(ids))
    if meeting_id is not None:
        statement = statement.where(agenda_item.c.meeting_id == meeting_id)
    rows = connection.execute(statement).all()
    asked = tasks(connection, [row[0] for row in rows])
    return [_item(AgendaItem._make((*row, asked.get(row[0], ())))) for row in rows]


def items_touched(connection: Connection, changes: ChangeSet) -> Touched:
    """Which rows of `items` may have changed."""
    shown: Places = {
        "person": [
            (agenda_item.c.id, agenda_item.c.presenter_id),
            (preparation.c.agenda_item_id, preparation.c.person_id),
        ],
        "preparation": [(preparation.c.agenda_item_id, preparation.c.id)],
    }
    return touched(connection, changes, "agenda_item", shown)


def tasks(connection: Connection, item_ids: Collection[int]) -> dict[int, tuple[Task, ...]]:
    """What has to be prepared for each of the items, in the order it was written."""
    statement = (
        select(
            preparation.c.id,
            preparation.c.agenda_item_id,
            preparation.c.task,
            preparation.c.person_id,
            full_name(person),
            preparation.c.due,
        )
        .outerjoin_from(preparation, person, person.c.id == preparation.c.person_id)
        .where(preparation.c.agenda_item_id.in_(item_ids))
        .order_by(preparation.c.position, preparation.c.id)
    )
    found: dict[int, tuple[Task, ...]] = {}
    for row in connection.execute(statement):
        found[row[1]] = (*found.get(row[1], ()), Task(*row))
    return found


def links(connection: Connection, item_id: int) -> list[Link]:
    """The links of an agenda item, in the order they were written."""
    columns = agenda_link.c.target, agenda_link.c.name
    wanted = select(*columns).where(agenda_link.c.agenda_item_id == item_id)
    return [Link._make(row) for row in connection.execute(wanted.order_by(agenda_link.c.id))]


def guests(connection: Connection, meeting_id: int) -> list[Guest]:
    """Who is called to the meeting without being a member, in the order they were added."""
    name = func.coalesce(func.nullif(full_name(person), ""), meeting_guest.c.name)
    statement = (
        select(meeting_guest.c.id, meeting_guest.c.meeting_id, name, meeting_guest.c.person_id)
        .outerjoin_from(meeting_guest, person, person.c.id == meeting_guest.c.person_id)
        .where(meeting_guest.c.meeting_id == meeting_id)
        .order_by(meeting_guest.c.id)
    )
    return [Guest(*row) for row in connection.execute(statement)]


def agenda(connection: Connection, meeting_id: int) -> Agenda | None:
    """Everything the agenda sheet shows, or None when there is no such meeting."""
    found = meetings(connection, [meeting_id])
    if not found:
        return None
    (one,) = found
    laid_out = schedule(
        one.planned_start, one.planned_end, items(connection, meeting_id=meeting_id)
    )
    invited = _members(connection, one.group_id, one.planned_start.date())
    called = tuple(guest.name for guest in guests(connection, meeting_id))
    return Agenda(one, laid_out, invited, called)


def laid_out(connection: Connection, meeting_id: int) -> Schedule | None:
    """The meeting's items in time, or None when there is no such meeting."""
    times = select(meeting.c.planned_start, meeting.c.planned_end)
    found = connection.execute(times.where(meeting.c.id == meeting_id)).first()
    if found is None:
        return None
    return schedule(found[0], found[1], items(connection, meeting_id=meeting_id))


def saved_templates(connection: Connection) -> list[MeetingTemplate]:
    """The templates this document holds: changed ones of ours, and the user's own."""
    by_template: dict[int, list[TemplateItem]] = {}
    rows = connection.execute(
        select(template_item).order_by(template_item.c.template_id, template_item.c.position)
    )
    for row in rows:
        by_template.setdefault(row.template_id, []).append(
            TemplateItem(
                row.title,
                ItemKind(row.kind),
                row.minutes,
                PresenterRole(row.presenter),
                row.purpose,
                row.preparation,
                row.section,
                bool(row.protected),
            )
        )
    return [
        MeetingTemplate(
            row.key,
            MeetingKind(row.kind),
            row.name,
            row.purpose,
            row.minutes,
            tuple(by_template.get(row.id, ())),
            row.id,
        )
        for row in connection.execute(select(meeting_template).order_by(meeting_template.c.name))
    ]


def _item(raw: AgendaItem) -> AgendaItem:
    return raw._replace(
        kind=ItemKind(raw.kind),
        outcome=Outcome(raw.outcome),
        standing=bool(raw.standing),
        protected=bool(raw.protected),
    )


def _members(connection: Connection, group_id: int | None, day: date) -> tuple[str, ...]:
    if group_id is None:
        return ()
    found = memberships(connection, group_id=group_id)
    there = [each for each in found if within(day, each.valid_from, each.valid_to)]
    return tuple(dict.fromkeys(each.person for each in there))


def _of_items(what: ColumnElement[int]) -> ColumnElement[int]:
    return select(what).where(agenda_item.c.meeting_id == meeting.c.id).scalar_subquery()


def templates(connection: Connection, code: str) -> list[MeetingTemplate]:
    """Every template there is to plan from, in the language `code`: ours first, then the user's.

    One the document holds stands in place of ours with the same key.
    """
    saved = {template.key: template for template in saved_templates(connection)}
    ours = [saved.pop(template.key, template) for template in shipped_templates(code)]
    return ours + list(saved.values())


def shipped_templates(code: str) -> list[MeetingTemplate]:
    """The templates that ship with the program, as they are."""
    import json

    found = json.loads(template_file(code).read_text("utf-8"))
    return [_shipped(key, **template) for key, template in found.items()]


def _shipped(key: str, items: list[dict[str, Any]], **fields: Any) -> MeetingTemplate:
    made = (
        TemplateItem(
            item["title"],
            ItemKind(item["kind"]),
            item["minutes"],
            PresenterRole(item.get("presenter", "")),
            item.get("purpose", ""),
            item.get("preparation", ""),
            item.get("section", ""),
            item.get("protected", False),
        )
        for item in items
    )
    return MeetingTemplate(
        key,
        MeetingKind(key),
        fields["name"],
        fields["purpose"],
        fields["minutes"],
        tuple(made),
    )
