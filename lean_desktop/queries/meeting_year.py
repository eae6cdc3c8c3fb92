"""The meetings of a year by group and unit: one statement for each table, however many groups."""

from collections.abc import Callable, Collection, Iterator
from datetime import date, datetime, time, timedelta

from sqlalchemy import Connection, func, or_, select

from lean_desktop.document.schema.meetings import meeting
from lean_desktop.document.schema.organisation import group, unit
from lean_desktop.document.schema.series import meeting_series
from lean_desktop.domain.clashes import BusyTime, Clash, clashes
from lean_desktop.domain.meeting_year import (
    MeetingYear,
    Whose,
    YearMeeting,
    first_and_last,
    laid_out,
    standing_of,
)
from lean_desktop.domain.meetings import MeetingKind, MeetingState
from lean_desktop.domain.organisation import GroupKind
from lean_desktop.queries.clashes import READ, busy_times, named
from lean_desktop.queries.series import company_calendar

SHOWN = (*READ, "group", "unit", "person", "meeting_series", "closed_period")
"""The tables it reads: after a change in any of them, ask again."""


def meeting_year(
    connection: Connection,
    year: int,
    *,
    now: datetime,
    find_clashes: Callable[[Collection[BusyTime]], list[Clash]] = clashes,
) -> MeetingYear:
    """Every group, every unit that meets, and loose meetings, through the ISO year.

    Clashes are those still to come: what is over can be mended no more.
    """
    first, last = first_and_last(year)
    since = max(first, now.date())
    busy = busy_times(connection, since, last) if since <= last else []
    found = find_clashes([each for each in busy if each.end > now])
    return laid_out(
        year,
        now,
        _who(connection),
        _meetings(connection, first, last, now),
        company_calendar(connection),
        found,
        named(connection, found),
    )


def _who(connection: Connection) -> list[Whose]:
    columns = group.c.id, group.c.name, group.c.kind, group.c.unit_id
    groups = [
        Whose(key, name, GroupKind(kind), (home,) if home else ())
        for key, name, kind, home in connection.execute(select(*columns))
    ]
    return [*groups, *_units(connection), *_loose(connection)]


def _units(connection: Connection) -> Iterator[Whose]:
    """Units with a series or a meeting of their own."""
    met = select(meeting.c.unit_id).where(meeting.c.unit_id == unit.c.id).limit(1)
    planned = select(meeting_series.c.unit_id).where(meeting_series.c.unit_id == unit.c.id).limit(1)
    meets = or_(met.scalar_subquery().is_not(None), planned.scalar_subquery().is_not(None))
    for key, name in connection.execute(select(unit.c.id, unit.c.name).where(meets)):
        yield Whose(-key, name, None, (key,))


# The unit is asked in a way no index answers: most meetings have none, few have no group.
_LOOSE = meeting.c.group_id.is_(None) & (func.coalesce(meeting.c.unit_id, 0) == 0)


def _loose(connection: Connection) -> Iterator[Whose]:
    if connection.scalar(select(meeting.c.id).where(_LOOSE).limit(1)):
        yield Whose(0, "")


def _meetings(
    connection: Connection, first: date, last: date, now: datetime
) -> Iterator[YearMeeting]:
    begin, end = (datetime.combine(day, time()) for day in (first, last + timedelta(days=1)))
    start = meeting.c.planned_start
    statement = select(
        meeting.c.id,
        meeting.c.group_id,
        meeting.c.unit_id,
        start,
        meeting.c.planned_end,
        meeting.c.state,
        meeting.c.kind == MeetingKind.DAILY,
        meeting.c.title,
        meeting.c.place,
    ).where(start >= begin, start < end)
    for row in connection.execute(statement):
        key, group_id, unit_id, starts, ends, state, daily, title, place = row
        whose = group_id or -(unit_id or 0)
        standing = standing_of(MeetingState(state), ends, now)
        yield YearMeeting(key, whose, starts, ends, standing, bool(daily), title, place)
