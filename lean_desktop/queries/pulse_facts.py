"""What meetings recorded, in numerators and denominators, summed in SQL for each meeting.

The rates and what counts are defined in `lean_desktop.domain.pulse`. Every fact is one SELECT; the
facts of a meeting are its rows, and those of a group are their sums.
"""

from collections.abc import Collection, Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import (
    CTE,
    Column,
    ColumnElement,
    Integer,
    Select,
    String,
    Subquery,
    and_,
    case,
    cast,
    exists,
    func,
    literal,
    select,
    union_all,
)

from lean_desktop.document.schema import Day
from lean_desktop.document.schema.actions import action, follow_up, idea
from lean_desktop.document.schema.meetings import agenda_item, meeting
from lean_desktop.document.schema.minutes import attendance, contribution, prepared
from lean_desktop.domain.meetings import MeetingKind
from lean_desktop.domain.pulse import Period, Rate

Counted = CTE | Subquery
"""The meetings that count, each with its `span`: 0 is the period asked for, 1 the one before.

What is quickly found again is a subquery, which SQLite merges into each fact and reads in the order
of the meetings, without sorting; what is not is a CTE, which it works out once.
"""

MINUTES_LOST = "minutes_lost"
"""The kind of a fact whose part are person-minutes, of one meeting that recorded its start."""

ITEM_MINUTES = "item_minutes"
"""The kind of a fact whose part are minutes taken, of minutes planned."""

EXPECTED = "on_time", "late", "absent"
THERE = "on_time", "late"


# --- which meetings ---------------------------------------------------------------------------


def these(meeting_ids: Collection[int]) -> Subquery:
    """Those of the meetings that count."""
    chosen = _held().where(meeting.c.id.in_(meeting_ids))
    return chosen.add_columns(literal(0).label("span")).subquery("counted")


def last_held(group_ids: Collection[int] | None, last: int, before: date | None) -> CTE:
    """The `last` held meetings of each group, in span 0, and as many before them, in span 1."""
    newest = meeting.c.planned_start.desc(), meeting.c.id.desc()
    rank = func.row_number().over(partition_by=meeting.c.group_id, order_by=newest)
    span = (rank - 1) // last
    ranked = _of_groups(group_ids, before).add_columns(span.label("span")).subquery()
    return select(ranked).where(ranked.c.span < 2).cte("counted")


def held_within(group_ids: Collection[int] | None, period: Period, before: date | None) -> Subquery:
    """The held meetings of the period, in span 0, and of the one before, in span 1."""
    start, after = meeting.c.planned_start, period.last + timedelta(days=1)
    span = case((start >= _midnight(period.first), 0), else_=1)
    held = _of_groups(group_ids, before).where(
        start >= _midnight(period.before.first), start < _midnight(after)
    )
    return held.add_columns(span.label("span")).subquery("counted")


def _of_groups(group_ids: Collection[int] | None, before: date | None) -> Select[*tuple[Any, ...]]:
    held = _held().where(meeting.c.group_id.is_not(None))
    if group_ids is not None:
        held = held.where(meeting.c.group_id.in_(group_ids))
    return held if before is None else held.where(meeting.c.planned_start < _midnight(before))


def _held() -> Select[*tuple[Any, ...]]:
    """The meetings that count: closed, and no daily ones (practice 2)."""
    own = meeting.c
    return select(
        own.id, own.group_id, own.planned_start, own.planned_end, own.actual_start, own.actual_end
    ).where(own.state == "closed", own.kind != MeetingKind.DAILY)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time())


# --- what they recorded -----------------------------------------------------------------------


def facts(counted: Counted, tolerance: int) -> Iterator[Select[*tuple[Any, ...]]]:
    """Rows of id, group_id, span, kind, part and whole; none for what is not recorded."""
    yield from _attended(counted)
    yield _prepared(counted)
    yield from _agendas(counted, tolerance)
    yield _followed_up(counted)
    yield _contributed(counted)


def _fact(
    source: Counted, kind: str, part: ColumnElement[Any], whole: ColumnElement[Any]
) -> Select[*tuple[Any, ...]]:
    return select(
        *_key(source), literal(kind, String).label("kind"), part.label("part"), whole.label("whole")
    )


def _key(source: Counted) -> tuple[ColumnElement[Any], ...]:
    """The meeting, with what follows from it."""
    return source.c.id, source.c.group_id, source.c.span


def _attended(counted: Counted) -> Iterator[Select[*tuple[Any, ...]]]:
    """Who came on time, and the person-minutes lost by those who were there to wait."""
    arrival = attendance.c.arrival
    late = _minutes_between(counted.c.planned_start, counted.c.actual_start)
    came = (
        select(
            *_key(counted),
            func.max(0, late).label("late"),
            func.count().filter(arrival == "on_time").label("on_time"),
            func.count().filter(arrival.in_(THERE)).label("there"),
            func.count().label("expected"),
        )
        .join_from(counted, attendance, attendance.c.meeting_id == counted.c.id)
        .where(arrival.in_(EXPECTED))
        .group_by(counted.c.id)
        .cte("came")
    )
    yield _fact(came, Rate.ON_TIME, came.c.on_time, came.c.expected)
    lost = _fact(came, MINUTES_LOST, came.c.late * came.c.there, literal(1))
    yield lost.where(came.c.late.is_not(None))


def _prepared(counted: Counted) -> Select[*tuple[Any, ...]]:
    yes = func.count().filter(prepared.c.how == "yes")
    return (
        _fact(counted, Rate.PREPARED, yes, func.count())
        .join(prepared, prepared.c.meeting_id == counted.c.id)
        .group_by(counted.c.id)
    )


def _agendas(counted: Counted, tolerance: int) -> Iterator[Select[*tuple[Any, ...]]]:
    """Agendas kept, and the minutes of items."""
    item = agenda_item.c
    overrun = _minutes_between(counted.c.planned_end, counted.c.actual_end)
    agenda = (
        select(
            *_key(counted),
            and_(func.min(item.outcome != ""), overrun <= tolerance).label("kept"),
            counted.c.actual_end,
            func.max(item.outcome != "").label("touched"),
            func.sum(item.actual_minutes).label("taken"),
            func.sum(item.minutes).filter(item.actual_minutes.is_not(None)).label("planned"),
        )
        .join_from(counted, agenda_item, item.meeting_id == counted.c.id)
        .group_by(counted.c.id)
        .cte("agenda")
    )
    kept = _fact(agenda, Rate.AGENDA_KEPT, agenda.c.kept, literal(1))
    yield kept.where(agenda.c.actual_end.is_not(None), agenda.c.touched)
    minutes = _fact(agenda, ITEM_MINUTES, agenda.c.taken, agenda.c.planned)
    yield minutes.where(agenda.c.taken.is_not(None))


def _followed_up(counted: Counted) -> Select[*tuple[Any, ...]]:
    asked = func.count().filter(follow_up.c.asked)
    return (
        _fact(counted, Rate.FOLLOWED_UP, asked, func.count())
        .join(follow_up, follow_up.c.meeting_id == counted.c.id)
        .where(follow_up.c.due <= func.date(counted.c.planned_start, type_=Day))
        .group_by(counted.c.id)
    )


def _contributed(counted: Counted) -> Select[*tuple[Any, ...]]:
    """Who was there and contributed, of who was there.

    Each trace of a person in the meeting is a row; a person counts once, if one of the rows says
    that they were there, and has contributed if one of them says that.
    """
    traces = union_all(*_traces(counted)).subquery()
    people = (
        select(traces.c.meeting_id, func.max(traces.c.contributed).label("contributed"))
        .group_by(traces.c.meeting_id, traces.c.person_id)
        .having(func.max(traces.c.there) == 1)
        .subquery()
    )
    sums = (
        select(
            people.c.meeting_id,
            func.sum(people.c.contributed).label("contributed"),
            func.count().label("there"),
        )
        .group_by(people.c.meeting_id)
        .subquery()
    )
    contributed = _fact(counted, Rate.CONTRIBUTING, sums.c.contributed, sums.c.there)
    return contributed.join(sums, sums.c.meeting_id == counted.c.id)


def _traces(counted: Counted) -> Iterator[Select[*tuple[Any, ...]]]:
    """Rows of meeting, person, whether there, and whether contributing.

    Only of meetings where the word was noted for anybody: the rest did not record it.
    """
    said, came, item = contribution.c, attendance.c, agenda_item.c
    noted_at_all = exists().where(said.meeting_id == counted.c.id)
    noted = select(counted.c.id).where(noted_at_all).cte("noted")
    yield _trace(noted, said.meeting_id, said.person_id, 1, said.had_a_say)
    yield _trace(noted, came.meeting_id, came.person_id, 1, 0).where(came.arrival.in_(THERE))
    yield _trace(noted, item.meeting_id, item.presenter_id, 0, 1).where(item.outcome == "treated")
    yield _trace(noted, idea.c.meeting_id, idea.c.person_id, 0, 1)
    yield _trace(noted, action.c.meeting_id, action.c.owner_id, 0, 1)


def _trace(
    noted: CTE,
    meeting_id: Column[Any],
    person_id: Column[Any],
    there: int,
    contributed: ColumnElement[Any] | int,
) -> Select[*tuple[Any, ...]]:
    return select(
        noted.c.id.label("meeting_id"),
        person_id.label("person_id"),
        literal(there).label("there"),
        cast(contributed, Integer).label("contributed"),
    ).join_from(noted, meeting_id.table, meeting_id == noted.c.id)


def _minutes_between(start: ColumnElement[Any], end: ColumnElement[Any]) -> ColumnElement[int]:
    """Whole minutes from `start` to `end`; below zero when `end` is the earlier."""
    first, last = (cast(func.strftime("%s", each), Integer) for each in (start, end))
    return (last - first) // 60
