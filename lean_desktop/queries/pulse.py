"""The pulse of groups, and what single meetings recorded for it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from itertools import product
from typing import Any, NamedTuple

from sqlalchemy import CTE, Connection, Select, String, Subquery, func, literal, select, union_all

from lean_desktop.document.schema import Day
from lean_desktop.document.schema.actions import action, due_change, follow_up
from lean_desktop.document.schema.organisation import group
from lean_desktop.domain.pulse import (
    LAST_HELD,
    NOTHING,
    TOLERANCE,
    FactsOfPeriod,
    GroupPulse,
    ItemMinutes,
    MeetingFacts,
    Period,
    Rate,
    Share,
    Tally,
    pulse,
)
from lean_desktop.queries.pulse_facts import (
    ITEM_MINUTES,
    MINUTES_LOST,
    Counted,
    facts,
    held_within,
    last_held,
    these,
)

Ids = Collection[int] | None
Span = tuple[int, int]
"""A group, and 0 for the period asked for or 1 for the one before."""

SPANS = 0, 1

NEVER = date.max
"""The day that never comes."""

AGREED = "agreed"
"""The kind of the sums by the date agreed anew in time."""

PULSE = (
    "group", "meeting", "agenda_item", "attendance", "prepared", "contribution", "idea",
    "follow_up", "action", "due_change",
)  # fmt: skip
"""The tables these queries read: after a change in any of them, ask again."""


def group_pulse(
    connection: Connection, group_id: int, *, last: int = LAST_HELD, before: date | None = None
) -> GroupPulse:
    """The pulse of one group over its `last` held meetings, of those before the day `before`."""
    return pulses(connection, [group_id], last=last, before=before)[group_id]


def pulses(
    connection: Connection,
    group_ids: Ids = None,
    *,
    last: int = LAST_HELD,
    period: Period | None = None,
    before: date | None = None,
    tolerance: int = TOLERANCE,
) -> dict[int, GroupPulse]:
    """The pulse of every group asked for, or of all, by key; also where nothing is recorded.

    It rests on the `last` held meetings of each group, beside as many before them, or on all of
    a `period`, beside as many days before it. Meetings from the day `before` on are left out.
    Actions count by the days from the first of the meetings to the last, or those of the period.
    """
    if period is None:
        counted: Counted = last_held(group_ids, last, before)
        days = _days_of_meetings(counted, before or NEVER)
    else:
        counted = held_within(group_ids, period, before)
        days = _days_of_period(period, before or NEVER)
    at_board = _asked_at_board(days, group_ids)
    rows = *map(_summed, facts(counted, tolerance)), *_done(days, group_ids), *at_board
    sums = _Sums(_by_span(connection, _numbers(counted)), _tallies(connection, rows), period)
    keys = connection.scalars(select(group.c.id)).all() if group_ids is None else group_ids
    return {key: pulse(key, sums.of(key, 0), sums.of(key, 1)) for key in keys}


def meeting_facts(
    connection: Connection, meeting_ids: Collection[int], *, tolerance: int = TOLERANCE
) -> list[MeetingFacts]:
    """What those of the meetings recorded that count, the earliest first."""
    counted = these(meeting_ids)
    recorded = union_all(*facts(counted, tolerance)).subquery().c
    found: dict[int, dict[str, Share]] = defaultdict(dict)
    rows = select(recorded.id, recorded.kind, recorded.part, recorded.whole)
    for key, kind, part, whole in connection.execute(rows):
        found[key][kind] = Share(part, whole)
    own = counted.c
    meetings = select(own.id, own.group_id, own.planned_start).order_by(own.planned_start, own.id)
    return [_of_meeting(*row, found[row[0]]) for row in connection.execute(meetings)]


def _of_meeting(
    key: int, group_id: int | None, start: datetime, found: Mapping[str, Share]
) -> MeetingFacts:
    lost, minutes = found.get(MINUTES_LOST), found.get(ITEM_MINUTES)
    return MeetingFacts(
        key,
        group_id,
        start,
        found.get(Rate.ON_TIME, NOTHING),
        found.get(Rate.PREPARED, NOTHING),
        found.get(Rate.AGENDA_KEPT, NOTHING),
        found.get(Rate.FOLLOWED_UP, NOTHING),
        found.get(Rate.CONTRIBUTING, NOTHING),
        lost.part if lost else None,
        ItemMinutes(minutes.whole, minutes.part) if minutes else None,
    )


class _Sums(NamedTuple):
    """What was read of all groups and both spans."""

    meetings: Mapping[Span, tuple[Any, ...]]
    tallies: Mapping[Span, Mapping[str, Tally]]
    period: Period | None

    def of(self, group_id: int, span: int) -> FactsOfPeriod:
        count, first, last = self.meetings.get((group_id, span), (0, None, None))
        if self.period is not None:
            first, last = self.period.before if span else self.period
        found = self.tallies.get((group_id, span), {})
        lost, minutes = found.get(MINUTES_LOST), found.get(ITEM_MINUTES)
        return FactsOfPeriod(
            count,
            first,
            last,
            {rate: found[rate] for rate in Rate if rate in found},
            found.get(AGREED, Tally()).share,
            lost.share.part if lost else None,
            ItemMinutes(minutes.share.whole, minutes.share.part) if minutes else None,
        )


def _by_span(connection: Connection, statement: Select[Any]) -> dict[Span, tuple[Any, ...]]:
    return {(row[0], row[1]): tuple(row[2:]) for row in connection.execute(statement)}


def _tallies(
    connection: Connection, rows: Iterable[Select[Any]]
) -> Mapping[Span, Mapping[str, Tally]]:
    found: dict[Span, dict[str, Tally]] = defaultdict(dict)
    for group_id, span, kind, *sums in connection.execute(union_all(*rows)):
        of_span = found[group_id, span]
        of_span[kind] = _added(of_span.get(kind, Tally()), sums)
    return found


def _added(tally: Tally, sums: Sequence[int]) -> Tally:
    """What was asked at the board comes on top of what was asked in meetings."""
    (part, whole), (all_did, meetings) = tally
    share = Share(part + sums[0], whole + sums[1])
    return Tally(share, Share(all_did + sums[2], meetings + sums[3]))


def _summed(fact: Select[Any]) -> Select[Any]:
    """By group and span: the sums, and the meetings where all did of those that recorded it."""
    own = fact.subquery().c
    all_did = func.count().filter(own.part == own.whole)
    sums = func.sum(own.part), func.sum(own.whole), all_did, func.count()
    return select(own.group_id, own.span, own.kind, *sums).group_by(own.group_id, own.span)


def _numbers(counted: Counted) -> Select[*tuple[Any, ...]]:
    """By group and span: how many meetings, and the days of the first and the last."""
    own = counted.c
    days = (func.date(each(own.planned_start), type_=Day) for each in (func.min, func.max))
    return select(own.group_id, own.span, func.count(), *days).group_by(own.group_id, own.span)


def _days_of_meetings(counted: Counted, before: date) -> CTE:
    """By group, the first and the last day of either span, and the day `until` which it goes on."""
    own = counted.c
    days = (
        func.date(each(own.planned_start).filter(own.span == span), type_=Day).label(name)
        for span in SPANS
        for each, name in ((func.min, f"first_{span}"), (func.max, f"last_{span}"))
    )
    begun = func.date(func.min(own.planned_start).filter(own.span == 0), type_=Day)
    until = literal(before, Day).label("until_0"), begun.label("until_1")
    return select(own.group_id, *days, *until).group_by(own.group_id).cte("days")


def _days_of_period(period: Period, before: date) -> CTE:
    """The same days for all groups."""
    ends = (period.last + timedelta(days=1), period.first)
    days = (
        literal(day, Day).label(f"{name}_{span}")
        for span, each in zip(SPANS, (period, period.before), strict=True)
        for name, day in zip(("first", "last"), each, strict=True)
    )
    until = (
        literal(min(end, before), Day).label(f"until_{span}")
        for span, end in zip(SPANS, ends, strict=True)
    )
    return select(group.c.id.label("group_id"), *days, *until).cte("days")


def _done(days: CTE, group_ids: Ids) -> Iterator[Select[Any]]:
    """Rows as of `_summed`, without meetings: done by the first date, and by the agreed one."""
    due = _agreed_dates(group_ids)
    dates = {Rate.DONE_ON_TIME: due.c.first_due, AGREED: due.c.agreed}
    counts = []
    for span, (kind, day) in product(SPANS, dates.items()):
        falls = day.between(days.c[f"first_{span}"], days.c[f"last_{span}"])
        counts.append(func.count().filter(falls, due.c.done <= day).label(f"{kind}_{span}_part"))
        counts.append(func.count().filter(falls).label(f"{kind}_{span}_whole"))
    done = (
        select(days.c.group_id, *counts)
        .join_from(days, due, due.c.group_id == days.c.group_id)
        .group_by(days.c.group_id)
        .cte("done")
    )
    for span, kind in product(SPANS, dates):
        part, whole = (done.c[f"{kind}_{span}_{each}"] for each in ("part", "whole"))
        row = select(done.c.group_id, literal(span), literal(kind, String), part, whole)
        yield row.add_columns(literal(0), literal(0))


def _asked_at_board(days: CTE, group_ids: Ids) -> Iterator[Select[Any]]:
    """Rows as of `_summed`, without meetings: answers of days on which the group did not meet."""
    own, counts = follow_up.c, (func.count().filter(follow_up.c.asked), func.count())
    for span in SPANS:
        answered = (
            select(action.c.group_id, literal(span), literal(Rate.FOLLOWED_UP, String), *counts)
            .add_columns(literal(0), literal(0))
            .join_from(follow_up, action, action.c.id == own.action_id)
            .join(days, days.c.group_id == action.c.group_id)
            .where(own.meeting_id.is_(None), own.due <= own.day)
            .where(own.day >= days.c[f"first_{span}"], own.day < days.c[f"until_{span}"])
            .group_by(action.c.group_id)
        )
        yield answered if group_ids is None else answered.where(action.c.group_id.in_(group_ids))


def _agreed_dates(group_ids: Ids) -> Subquery:
    """The actions that count, with the date agreed anew in time: see `FactsOfPeriod`.

    The first change that came too late is the one with the least key: beside min(), SQLite takes
    the other columns from the same row.
    """
    too_late = (
        select(due_change.c.action_id, due_change.c.old_due, func.min(due_change.c.id))
        .where(due_change.c.changed > due_change.c.old_due)
        .group_by(due_change.c.action_id)
        .subquery()
    )
    agreed = func.coalesce(too_late.c.old_due, action.c.due)
    statement = (
        select(action.c.group_id, action.c.first_due, agreed.label("agreed"), action.c.done)
        .outerjoin_from(action, too_late, too_late.c.action_id == action.c.id)
        .where(action.c.status != "cancelled", action.c.first_due.is_not(None))
    )
    if group_ids is not None:
        statement = statement.where(action.c.group_id.in_(group_ids))
    return statement.subquery("due")
