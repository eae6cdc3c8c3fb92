"""What was recorded of a meeting, and who was called to it."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, func, or_, select

from lean_desktop.document.schema.meetings import (
    agenda_item,
    backlog_item,
    meeting,
    meeting_guest,
    preparation,
)
from lean_desktop.document.schema.minutes import (
    attendance,
    contribution,
    decision,
    item_clock,
    meeting_clock,
    meeting_note,
    prepared,
    rating,
    reopening,
)
from lean_desktop.document.schema.organisation import membership, person
from lean_desktop.domain.meetings import AgendaItem, ItemKind
from lean_desktop.domain.minutes import (
    Arrival,
    Arrived,
    Called,
    Clock,
    Decision,
    How,
    Note,
    Rating,
    Reopening,
    worst,
)
from lean_desktop.queries.organisation import current, full_name

RECORDED = (
    *("meeting", "agenda_item", "preparation", "prepared", "attendance", "contribution"),
    *("decision", "meeting_note", "rating", "membership", "person", "meeting_guest"),
)
"""Tables that say something of a meeting's minutes."""


def called(connection: Connection, meeting_id: int) -> list[Called]:
    """Who is called: the group's members on the day, chair, note-taker and guests we know.

    Members come first, as they joined; with each stands what was recorded.
    """
    found = connection.execute(
        select(
            meeting.c.group_id,
            meeting.c.planned_start,
            meeting.c.chair_id,
            meeting.c.note_taker_id,
        ).where(meeting.c.id == meeting_id)
    ).first()
    if found is None:
        return []
    members = _members(connection, found[0], found[1].date())
    others = [key for key in (found[2], found[3], *_guests(connection, meeting_id)) if key]
    recorded = _recorded_people(connection, meeting_id)
    keys = dict.fromkeys([*members, *others, *recorded])
    return _told(connection, meeting_id, list(keys), set(members))


def _members(connection: Connection, group_id: int | None, day: date) -> list[int]:
    statement = (
        select(membership.c.person_id)
        .where(membership.c.group_id == group_id, current(day))
        .order_by(membership.c.id)
    )
    return list(dict.fromkeys(connection.scalars(statement))) if group_id else []


def _guests(connection: Connection, meeting_id: int) -> list[int]:
    statement = select(meeting_guest.c.person_id).where(
        meeting_guest.c.meeting_id == meeting_id, meeting_guest.c.person_id.is_not(None)
    )
    return [key for key in connection.scalars(statement.order_by(meeting_guest.c.id)) if key]


def _recorded_people(connection: Connection, meeting_id: int) -> list[int]:
    statement = select(attendance.c.person_id).where(attendance.c.meeting_id == meeting_id)
    return list(connection.scalars(statement.order_by(attendance.c.id)))


def _told(
    connection: Connection, meeting_id: int, keys: list[int], members: set[int]
) -> list[Called]:
    names = _names(connection, keys)
    arrived, instead = _arrived(connection, meeting_id)
    how, said = _prepared(connection, meeting_id), _said(connection, meeting_id)
    return [
        Called(
            key,
            names.get(key, ""),
            key in members,
            arrived.get(key),
            instead.get(key, ""),
            worst(how.get(key, [])),
            said.get(key),
        )
        for key in keys
    ]


def _names(connection: Connection, keys: Sequence[int]) -> dict[int, str]:
    wanted = select(person.c.id, full_name(person)).where(person.c.id.in_(keys))
    return dict(list(connection.execute(wanted)))


def _arrived(connection: Connection, meeting_id: int) -> tuple[dict[int, Arrived], dict[int, str]]:
    statement = (
        select(
            attendance.c.person_id,
            attendance.c.arrival,
            attendance.c.late_minutes,
            attendance.c.represented_by_id,
            full_name(person),
        )
        .outerjoin_from(attendance, person, person.c.id == attendance.c.represented_by_id)
        .where(attendance.c.meeting_id == meeting_id)
    )
    found = connection.execute(statement).all()
    arrived = {row[0]: Arrived(Arrival(row[1]), row[2], row[3]) for row in found}
    return arrived, {row[0]: row[4] for row in found}


def _prepared(connection: Connection, meeting_id: int) -> dict[int, list[How]]:
    statement = select(prepared.c.person_id, prepared.c.how)
    found: dict[int, list[How]] = {}
    for key, how in connection.execute(statement.where(prepared.c.meeting_id == meeting_id)):
        found.setdefault(key, []).append(How(how))
    return found


def _said(connection: Connection, meeting_id: int) -> dict[int, bool]:
    statement = select(contribution.c.person_id, contribution.c.had_a_say)
    found = connection.execute(statement.where(contribution.c.meeting_id == meeting_id))
    return {key: bool(said) for key, said in found}


def task_answers(connection: Connection, meeting_id: int) -> dict[tuple[int, int], How]:
    """How each person was prepared for each task, by person and task key."""
    columns = prepared.c.person_id, prepared.c.preparation_id, prepared.c.how
    wanted = (prepared.c.meeting_id == meeting_id, prepared.c.preparation_id.is_not(None))
    found = connection.execute(select(*columns).where(*wanted))
    return {(person_id, task_id): How(how) for person_id, task_id, how in found if task_id}


def decisions(connection: Connection, meeting_id: int) -> list[Decision]:
    """The meeting's decisions in the order they were taken."""
    columns = ("id", "meeting_id", "agenda_item_id", "year", "number", "text")
    statement = select(*(decision.c[name] for name in columns))
    wanted = statement.where(decision.c.meeting_id == meeting_id).order_by(decision.c.id)
    return [Decision._make(row) for row in connection.execute(wanted)]


def notes(connection: Connection, meeting_id: int) -> list[Note]:
    """The meeting's notes in the order they were written."""
    columns = ("id", "meeting_id", "agenda_item_id", "text", "private")
    statement = select(*(meeting_note.c[name] for name in columns))
    wanted = statement.where(meeting_note.c.meeting_id == meeting_id).order_by(meeting_note.c.id)
    return [Note._make((*row[:4], bool(row[4]))) for row in connection.execute(wanted)]


def ratings(connection: Connection, meeting_id: int) -> Rating:
    """What those who were there thought of it, as means; nobody can be told from it."""
    means = (func.avg(rating.c[name]) for name in ("preparation", "running", "benefit"))
    statement = select(func.count(), *means).where(rating.c.meeting_id == meeting_id)
    return Rating._make(connection.execute(statement).one())


def reopenings(connection: Connection, meeting_id: int) -> list[Reopening]:
    """When and why the meeting was opened again."""
    statement = select(reopening.c.reopened, reopening.c.reason)
    wanted = statement.where(reopening.c.meeting_id == meeting_id).order_by(reopening.c.id)
    return [Reopening._make(row) for row in connection.execute(wanted)]


def clock(connection: Connection, meeting_id: int) -> Clock | None:
    """Where the meeting that goes on has come; None when no clock runs."""
    columns = ("meeting_id", "agenda_item_id", "item_since", "paused_since")
    statement = select(*(meeting_clock.c[name] for name in columns))
    found = connection.execute(statement.where(meeting_clock.c.meeting_id == meeting_id)).first()
    return Clock._make((*found, _spent(connection, meeting_id))) if found else None


def _spent(connection: Connection, meeting_id: int) -> dict[int, int]:
    statement = (
        select(item_clock.c.agenda_item_id, item_clock.c.seconds)
        .join(agenda_item, agenda_item.c.id == item_clock.c.agenda_item_id)
        .where(agenda_item.c.meeting_id == meeting_id)
    )
    return dict(list(connection.execute(statement)))


def waiting(connection: Connection, group_id: int) -> list[AgendaItem]:
    """What waits with a group for a meeting; `meeting_id` is 0."""
    statement = (
        select(
            backlog_item.c.id,
            backlog_item.c.position,
            backlog_item.c.title,
            backlog_item.c.kind,
            backlog_item.c.presenter_id,
            full_name(person),
            backlog_item.c.minutes,
            backlog_item.c.purpose,
        )
        .outerjoin_from(backlog_item, person, person.c.id == backlog_item.c.presenter_id)
        .where(backlog_item.c.group_id == group_id)
        .order_by(backlog_item.c.position, backlog_item.c.id)
    )
    return [_waiting(*row) for row in connection.execute(statement)]


def _waiting(key: int, position: int, title: str, kind: str, *rest: Any) -> AgendaItem:
    return AgendaItem(key, 0, position, title, ItemKind(kind), *rest)


def asked_of(connection: Connection, meeting_id: int, person_id: int) -> list[int]:
    """Keys of the tasks one person has for a meeting, those for everyone included."""
    statement = (
        select(preparation.c.id)
        .join(agenda_item, agenda_item.c.id == preparation.c.agenda_item_id)
        .where(
            agenda_item.c.meeting_id == meeting_id,
            or_(preparation.c.person_id == person_id, preparation.c.person_id.is_(None)),
        )
        .order_by(agenda_item.c.position, preparation.c.position)
    )
    return list(connection.scalars(statement))
