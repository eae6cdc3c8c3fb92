"""Who meets, and when next; cheap however many meetings were held."""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    bindparam,
    func,
    or_,
    select,
)

from lean_desktop.document.schema.meetings import meeting
from lean_desktop.document.schema.organisation import group, unit
from lean_desktop.document.schema.series import meeting_series
from lean_desktop.domain.gathering import Gathering, Place
from lean_desktop.domain.meetings import LONGEST_ITEM, Meeting, MeetingKind, MeetingState
from lean_desktop.domain.organisation import GroupKind
from lean_desktop.queries.meetings import meetings

A_YEAR = timedelta(days=366)
SHOWN = ("group", "unit", "meeting", "agenda_item", "person", "meeting_series")
"""Tables a gathering shows something of."""


def gatherings(
    connection: Connection, _ids: Collection[int] | None = None, *, now: datetime
) -> list[Gathering]:
    """Every group, every unit that meets, and the loose meetings, each with its next one."""
    rows = [
        *((key, name, GroupKind(kind), each) for key, name, kind, each in _groups(connection, now)),
        *((-key, name, None, each) for key, name, each in _units(connection, now)),
    ]
    if (loose := _soonest(connection, now, _LOOSE)) is not None:
        rows.append((0, "", None, loose))
    shown = {each.id: each for each in meetings(connection, [row[3] for row in rows if row[3]])}
    rules = _rules(connection)
    return [
        Gathering(key, name, kind, shown.get(each or 0), rules.get(key, ""))
        for key, name, kind, each in rows
    ]


def _groups(connection: Connection, now: datetime) -> list[tuple[int, str, str, int | None]]:
    soonest = _next_of(meeting.c.group_id == group.c.id)
    statement = select(group.c.id, group.c.name, group.c.kind, soonest)
    return list(connection.execute(statement, _around(now)))


def _units(connection: Connection, now: datetime) -> list[tuple[int, str, int | None]]:
    """Units with a series or a meeting of their own."""
    met = select(meeting.c.unit_id).where(meeting.c.unit_id == unit.c.id).limit(1)
    planned = select(meeting_series.c.unit_id).where(meeting_series.c.unit_id == unit.c.id).limit(1)
    statement = select(unit.c.id, unit.c.name, _next_of(meeting.c.unit_id == unit.c.id)).where(
        or_(met.scalar_subquery().is_not(None), planned.scalar_subquery().is_not(None))
    )
    return list(connection.execute(statement, _around(now)))


# The unit is asked in a way no index answers: most meetings have none, few have no group.
_LOOSE = meeting.c.group_id.is_(None) & (func.coalesce(meeting.c.unit_id, 0) == 0)


def _soonest(connection: Connection, now: datetime, of: ColumnElement[bool]) -> int | None:
    return connection.scalar(select(_next_of(of)), _around(now))


def _around(now: datetime) -> dict[str, datetime]:
    """No meeting is longer than a day: what ends after now begins after yesterday."""
    return {"now": now, "yesterday": now - timedelta(minutes=LONGEST_ITEM)}


def _next_of(whose: ColumnElement[bool]) -> ColumnElement[int | None]:
    """Key of the meeting that ends next and takes place, else of the latest one."""
    start = meeting.c.planned_start
    ahead = (
        select(meeting.c.id)
        .where(
            whose,
            start > bindparam("yesterday", type_=start.type),
            meeting.c.planned_end > bindparam("now", type_=start.type),
            meeting.c.state.not_in([MeetingState.CANCELLED, MeetingState.CLOSED]),
        )
        .order_by(start, meeting.c.id)
        .limit(1)
    )
    latest = select(meeting.c.id).where(whose).order_by(start.desc(), meeting.c.id.desc()).limit(1)
    return func.coalesce(ahead.scalar_subquery(), latest.scalar_subquery(), type_=Integer())


def _rules(connection: Connection) -> dict[int, str]:
    """The rule of each one's latest series."""
    series = meeting_series.c
    columns = series.group_id, series.unit_id, series.rule
    rows = connection.execute(select(*columns).order_by(series.id))
    return {group_id or -(unit_id or 0): rule for group_id, unit_id, rule in rows}


class Named(NamedTuple):
    """A meeting by the name one looks for it."""

    id: int
    name: str
    number: int
    start: datetime


def named_meetings(connection: Connection, now: datetime) -> list[Named]:
    """What one may jump to by name: the meetings of a year around now, daily ones left out."""
    start = meeting.c.planned_start
    name = func.coalesce(func.nullif(meeting.c.title, ""), group.c.name, unit.c.name, "")
    statement = (
        select(meeting.c.id, name, meeting.c.number, start)
        .outerjoin_from(meeting, group, group.c.id == meeting.c.group_id)
        .outerjoin(unit, unit.c.id == meeting.c.unit_id)
        .where(start.between(now - A_YEAR, now + A_YEAR), meeting.c.kind != MeetingKind.DAILY)
        .order_by(start, meeting.c.id)
    )
    return [Named._make(row) for row in connection.execute(statement)]


def place_of(connection: Connection, meeting_id: int) -> Place:
    """Where the meeting stands among those of its group or unit; an empty place when it is gone."""
    found = _around_it(connection, meeting_id)
    if found is None:
        return Place()
    whose, before, after_it = found
    earlier, later = (
        select(meeting.c.id).where(whose, before),
        select(meeting.c.id).where(whose, after_it),
    )
    return Place(
        1 + (connection.scalar(select(func.count()).where(whose, before)) or 0),
        connection.scalar(select(func.count()).where(whose)) or 0,
        connection.scalar(earlier.order_by(*(each.desc() for each in _ORDER)).limit(1)),
        connection.scalar(later.order_by(*_ORDER).limit(1)),
    )


_ORDER = meeting.c.planned_start, meeting.c.id


def _around_it(
    connection: Connection, meeting_id: int
) -> tuple[ColumnElement[bool], ColumnElement[bool], ColumnElement[bool]] | None:
    """Conditions: of the same group or unit, before the meeting, and after it."""
    columns = meeting.c.group_id, meeting.c.unit_id, meeting.c.planned_start, meeting.c.id
    found = connection.execute(select(*columns).where(meeting.c.id == meeting_id)).first()
    if found is None:
        return None
    group_id, unit_id, start, key = found
    same_time = meeting.c.planned_start == start
    before = or_(meeting.c.planned_start < start, same_time & (meeting.c.id < key))
    after_it = or_(meeting.c.planned_start > start, same_time & (meeting.c.id > key))
    return _whose(group_id, unit_id), before, after_it


def _whose(group_id: int | None, unit_id: int | None) -> ColumnElement[bool]:
    if group_id is not None:
        return meeting.c.group_id == group_id
    return meeting.c.unit_id == unit_id if unit_id is not None else _LOOSE


def after(connection: Connection, meeting_id: int) -> Meeting | None:
    """The next meeting of the same group or unit that is still to be held."""
    found = _around_it(connection, meeting_id)
    if found is None:
        return None
    whose, _, after_it = found
    ahead = meeting.c.state.in_([MeetingState.DRAFT, MeetingState.CALLED])
    wanted = select(meeting.c.id).where(whose, after_it, ahead).order_by(*_ORDER).limit(1)
    key = connection.scalar(wanted)
    return meetings(connection, [key])[0] if key else None
