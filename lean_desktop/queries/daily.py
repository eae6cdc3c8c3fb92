"""Daily meetings: one day's form, and a month of days."""

from datetime import date, datetime, time

from sqlalchemy import Connection, or_, select

from lean_desktop.document.schema.daily import daily_area, daily_mark
from lean_desktop.document.schema.meetings import meeting
from lean_desktop.document.schema.organisation import unit
from lean_desktop.domain.daily import Area, DailyMeeting, DailyMonth, Mark, months_on
from lean_desktop.domain.meetings import MeetingKind, MeetingState
from lean_desktop.queries.meetings import meetings

DAILY = ("daily_area", "daily_mark", "meeting", "unit", "action", "escalation")
"""Tables a daily meeting shows something of."""


def areas(connection: Connection, unit_id: int | None) -> list[Area]:
    """What the unit's daily meeting looks at: what holds for all, and then its own."""
    mine = or_(daily_area.c.unit_id.is_(None), daily_area.c.unit_id == unit_id)
    order = daily_area.c.unit_id.is_not(None), daily_area.c.position, daily_area.c.id
    columns = daily_area.c.id, daily_area.c.name, daily_area.c.unit_id
    found = connection.execute(select(*columns).where(mine).order_by(*order))
    return [Area._make(row) for row in found]


def daily_meeting(connection: Connection, meeting_id: int) -> DailyMeeting | None:
    """One day's form, or None when there is no such meeting."""
    found = meetings(connection, [meeting_id])
    if not found:
        return None
    columns = daily_mark.c.area_id, daily_mark.c.red, daily_mark.c.deviation
    rows = connection.execute(select(*columns).where(daily_mark.c.meeting_id == meeting_id))
    marks = {area: Mark(bool(red), deviation) for area, red, deviation in rows}
    return DailyMeeting(found[0], tuple(areas(connection, found[0].unit_id)), marks)


def daily_month(connection: Connection, unit_id: int | None, first: date) -> DailyMonth:
    """The unit's daily meetings of the month that begins on `first`."""
    start, end = datetime.combine(first, time()), datetime.combine(months_on(first, 1), time())
    of_month = (
        meeting.c.unit_id == unit_id,
        meeting.c.kind == MeetingKind.DAILY,
        meeting.c.planned_start >= start,
        meeting.c.planned_start < end,
    )
    there = meeting.c.state != MeetingState.CANCELLED
    planned = connection.scalars(select(meeting.c.planned_start).where(*of_month, there)).all()
    statement = (
        select(
            meeting.c.planned_start, daily_mark.c.area_id, daily_mark.c.red, daily_mark.c.deviation
        )
        .join(daily_mark, daily_mark.c.meeting_id == meeting.c.id)
        .where(*of_month)
    )
    marks: dict[date, dict[int, Mark]] = {}
    for when, area, red, deviation in connection.execute(statement):
        marks.setdefault(when.date(), {})[area] = Mark(bool(red), deviation)
    name = connection.scalar(select(unit.c.name).where(unit.c.id == unit_id)) or ""
    days = frozenset(each.date() for each in planned)
    return DailyMonth(name, first, tuple(areas(connection, unit_id)), marks, days)
