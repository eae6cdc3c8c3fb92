"""Series of meetings, closed periods, shift rotas, and the days they give together."""

from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, func, select

from lean_desktop.document.changes import ChangeSet
from lean_desktop.document.schema.meetings import meeting
from lean_desktop.document.schema.organisation import group, unit
from lean_desktop.document.schema.series import (
    closed_period,
    meeting_series,
    series_gap,
    shift_rota,
)
from lean_desktop.domain.company_calendar import ClosedPeriod, CompanyCalendar, ShiftRota
from lean_desktop.domain.meetings import MeetingKind, MeetingState
from lean_desktop.domain.recurrence import (
    Occurrence,
    WhenClosed,
    occurrences,
    slots,
    start_of,
)
from lean_desktop.domain.series import Series, Standing
from lean_desktop.queries.touched import Places, Touched, touched

Ids = Collection[int] | None

CALENDAR = ("closed_period", "shift_rota", "unit", "group")
"""The tables the company calendar is read from: after a change in any of them, ask again."""


def series(connection: Connection, ids: Ids = None, *, now: datetime) -> list[Series]:
    """The series, by whose they are and when they began, with how many meetings and the next."""
    ahead = meeting.c.state.in_([MeetingState.DRAFT, MeetingState.CALLED, MeetingState.IN_PROGRESS])
    of_it = meeting.c.series_id == meeting_series.c.id
    upcoming = select(func.min(meeting.c.planned_start)).where(
        of_it, ahead, meeting.c.planned_end > now
    )
    statement = (
        select(
            meeting_series.c.id,
            meeting_series.c.kind,
            meeting_series.c.title,
            meeting_series.c.group_id,
            func.coalesce(group.c.name, ""),
            meeting_series.c.unit_id,
            func.coalesce(unit.c.name, ""),
            meeting_series.c.place,
            meeting_series.c.first_start,
            meeting_series.c.minutes,
            meeting_series.c.rule,
            meeting_series.c.planned_to,
            meeting_series.c.when_closed,
            meeting_series.c.template_key,
            select(func.count()).where(of_it).scalar_subquery(),
            upcoming.scalar_subquery(),
        )
        .select_from(meeting_series)
        .outerjoin(group, group.c.id == meeting_series.c.group_id)
        .outerjoin(unit, unit.c.id == meeting_series.c.unit_id)
        .order_by(group.c.name, unit.c.name, meeting_series.c.first_start, meeting_series.c.id)
    )
    if ids is not None:
        statement = statement.where(meeting_series.c.id.in_(ids))
    return [_series(Series._make(row)) for row in connection.execute(statement)]


def _series(raw: Series) -> Series:
    return raw._replace(kind=MeetingKind(raw.kind), when_closed=WhenClosed(raw.when_closed))


def series_touched(connection: Connection, changes: ChangeSet) -> Touched:
    """Which rows of `series` may have changed."""
    shown: Places = {
        "group": [(meeting_series.c.id, meeting_series.c.group_id)],
        "unit": [(meeting_series.c.id, meeting_series.c.unit_id)],
        "meeting": [(meeting.c.series_id, meeting.c.id)],
    }
    return touched(connection, changes, "meeting_series", shown)


def closed_periods(connection: Connection, ids: Ids = None) -> list[ClosedPeriod]:
    """The closed periods, the earliest first."""
    columns = closed_period.c
    statement = (
        select(
            columns.id,
            columns.name,
            columns.first_day,
            columns.last_day,
            columns.unit_id,
            func.coalesce(unit.c.name, ""),
        )
        .outerjoin_from(closed_period, unit, unit.c.id == columns.unit_id)
        .order_by(columns.first_day, columns.last_day, columns.id)
    )
    if ids is not None:
        statement = statement.where(columns.id.in_(ids))
    return [ClosedPeriod._make(row) for row in connection.execute(statement)]


def closed_periods_touched(connection: Connection, changes: ChangeSet) -> Touched:
    """Which rows of `closed_periods` may have changed."""
    shown: Places = {"unit": [(closed_period.c.id, closed_period.c.unit_id)]}
    return touched(connection, changes, "closed_period", shown)


def shift_rotas(connection: Connection, ids: Ids = None) -> list[ShiftRota]:
    """The rotas, by the names of their groups."""
    columns = shift_rota.c
    statement = (
        select(columns.id, columns.group_id, columns.first_day, columns.cycle, group.c.name)
        .join_from(shift_rota, group, group.c.id == columns.group_id)
        .order_by(group.c.name, columns.id)
    )
    if ids is not None:
        statement = statement.where(columns.id.in_(ids))
    return [ShiftRota._make(row) for row in connection.execute(statement)]


def shift_rotas_touched(connection: Connection, changes: ChangeSet) -> Touched:
    """Which rows of `shift_rotas` may have changed."""
    shown: Places = {"group": [(shift_rota.c.id, shift_rota.c.group_id)]}
    return touched(connection, changes, "shift_rota", shown)


def company_calendar(connection: Connection) -> CompanyCalendar:
    """Every closed period, with the units above each unit."""
    above = connection.execute(select(unit.c.id, unit.c.parent_id))
    return CompanyCalendar(tuple(closed_periods(connection)), {row[0]: row[1] for row in above})


def occurrences_of(
    connection: Connection,
    all_series: Sequence[Series],
    to: date | None = None,
    *,
    since: date | None = None,
) -> dict[int, list[Occurrence]]:
    """By series, what its rule, the calendar and the group's rota give through `to`.

    Without `to`, through the day each is planned to; from the day `since` or the first on.
    """
    return {
        each.id: occurrences(
            each.recurrence,
            each.planned_to if to is None else to,
            days.closed,
            weekends=days.weekends,
            since=since,
        )
        for each, days in _with_days(connection, all_series)
    }


def starts_alone(
    connection: Connection, all_series: Sequence[Series]
) -> dict[int, dict[datetime, datetime | None]]:
    """By series and slot, where the meeting of the slot goes, whatever becomes of the others.

    The slots are those of the rule, and those of meetings from before the rule was changed.
    """
    older = _slots_of_meetings(connection, [each.id for each in all_series])
    return {
        each.id: {
            slot: start_of(slot, each.when_closed, days.closed, weekends=days.weekends)
            for slot in {*slots(each.recurrence, each.planned_to), *older.get(each.id, ())}
        }
        for each, days in _with_days(connection, all_series)
    }


def _slots_of_meetings(
    connection: Connection, series_ids: Collection[int]
) -> dict[int, set[datetime]]:
    """By series, the slots that have a meeting."""
    columns = meeting.c.series_id, meeting.c.slot
    found: dict[int, set[datetime]] = {}
    for series_id, slot in connection.execute(
        select(*columns).where(meeting.c.series_id.in_(series_ids))
    ):
        if series_id is not None and slot is not None:
            found.setdefault(series_id, set()).add(slot)
    return found


class _Days(NamedTuple):
    closed: Callable[[date], bool]
    weekends: bool


def _with_days(
    connection: Connection, all_series: Sequence[Series]
) -> Iterator[tuple[Series, _Days]]:
    """Each with its closed days, which those of one group share.

    A group is closed with its unit; one with a rota works on weekends too, and its days off are as
    good as closed.
    """
    calendar = company_calendar(connection)
    rotas = {rota.group_id: rota for rota in shift_rotas(connection)}
    homes = {row[0]: row[1] for row in connection.execute(select(group.c.id, group.c.unit_id))}
    known: dict[tuple[int | None, int | None], _Days] = {}
    for each in all_series:
        whose = (each.group_id, each.unit_id)
        if whose not in known:
            rota = rotas.get(each.group_id or 0)
            units = [key for key in (each.unit_id, homes.get(each.group_id or 0)) if key]
            known[whose] = _Days(calendar.closed(units, rota), rota is not None)
        yield each, known[whose]


def gaps(connection: Connection, series_id: int) -> set[datetime]:
    """The slots of the series that are to stay empty."""
    statement = select(series_gap.c.slot).where(series_gap.c.series_id == series_id)
    return set(connection.scalars(statement))


def standing(connection: Connection, series_id: int, since: datetime) -> list[Standing]:
    """The meetings of the series whose slots are from `since` on, in order of their slots."""
    columns: Any = (meeting.c.id, meeting.c.slot, meeting.c.planned_start, meeting.c.planned_end)
    statement = (
        select(*columns, meeting.c.state)
        .where(meeting.c.series_id == series_id, meeting.c.slot >= since)
        .order_by(meeting.c.slot, meeting.c.id)
    )
    return [Standing(*row[:4], MeetingState(row[4])) for row in connection.execute(statement)]


def slot_of(connection: Connection, meeting_id: int) -> datetime | None:
    """When the rule of its series puts the meeting; None for one that belongs to no series."""
    return connection.scalar(select(meeting.c.slot).where(meeting.c.id == meeting_id))
