"""Capacity: what the phases ask of coordinators, facilitators and instructors, week by week.

All in hours a week. A phase asks for what its kind needs in each ISO week, in part of a week for
the working days it covers, Monday to Friday. A week the company is closed asks for nothing; one
day off in it changes nothing. How many hours there are is what somebody said; of a part nobody
said anything of, no week is over.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from lean_desktop.domain.cascade.plan import WEEK, Kind, Phase
from lean_desktop.i18n import N_

WORKING_DAYS = 5
LEAST_OVER = 0.01
"""Hours; less is the rounding of a sum."""

SEARCHED = 5 * 52
"""Weeks ahead in which a start for a further team is looked for."""


class Part(StrEnum):
    """Whose hours are counted."""

    COORDINATOR = "coordinator"
    FACILITATOR = "facilitator"
    INSTRUCTOR = "instructor"


PART_NAMES = {
    Part.COORDINATOR: N_("Coordinator"),
    Part.FACILITATOR: N_("Facilitator"),
    Part.INSTRUCTOR: N_("Instructor"),
}

Hours = Mapping[Part, float]


def never(_day: date) -> bool:
    """The calendar of a company that never closes."""
    return False


class Capacity(NamedTuple):
    """Hours a week each kind of phase needs, hours a week there are, and when all are away."""

    needs: Mapping[Kind, Hours]
    supply: Hours
    closed: Callable[[date], bool] = never


class Stage(NamedTuple):
    """Some weeks of a kind that a further team would go through."""

    kind: Kind
    weeks: int


class Week(NamedTuple):
    """What one ISO week asks for and what there is; `monday` is its first day."""

    monday: date
    need: Hours
    supply: Hours

    @property
    def over(self) -> dict[Part, float]:
        """By part the hours asked for beyond those there are."""
        beyond = {part: self.need.get(part, 0) - hours for part, hours in self.supply.items()}
        return {part: hours for part, hours in beyond.items() if hours >= LEAST_OVER}


class Run(NamedTuple):
    """Weeks in a row that ask too much of a part, from a Monday to a Sunday, `most` at the worst."""

    part: Part
    first: date
    last: date
    most: float


def weekly(phases: Sequence[Phase], capacity: Capacity, horizon: date | None = None) -> list[Week]:
    """Every week from the first phase to the end of the last, in order.

    One that nobody knows the end of goes on to the `horizon`, else until the last of the others.
    """
    if not phases:
        return []
    until = _until(phases, horizon)
    asked = _asked(phases, capacity, until)
    first, last = _week(min(each.start for each in phases)), _week(until)
    return [_told(week, asked.get(week, {}), capacity.supply) for week in range(first, last + 1)]


def _until(phases: Iterable[Phase], horizon: date | None) -> date:
    """The last day that is looked at."""
    latest = max(each.finish for each in phases)
    return max(latest, horizon) if horizon else latest


def _told(week: int, need: Hours, supply: Hours) -> Week:
    return Week(_monday(week), {part: round(need.get(part, 0.0), 2) for part in Part}, supply)


def _asked(
    phases: Iterable[Phase], capacity: Capacity, until: date
) -> dict[int, dict[Part, float]]:
    """By number of the week what its phases ask for, of weeks that ask for anything."""
    present: defaultdict[tuple[int, Kind], float] = defaultdict(float)
    for each in phases:
        last = max(until, each.finish) if each.is_open else each.finish
        for week, share in _shares(each.start.toordinal(), last.toordinal()):
            present[week, each.kind] += share
    return _summed(present, capacity)


def _summed(
    present: Mapping[tuple[int, Kind], float], capacity: Capacity
) -> dict[int, dict[Part, float]]:
    """Hours by week and part of so many phases of each kind in each week."""
    open_weeks = {week for week in {week for week, _ in present} if not _is_closed(week, capacity)}
    found: defaultdict[int, dict[Part, float]] = defaultdict(dict)
    for (week, kind), phases in present.items():
        if week in open_weeks:
            for part, hours in capacity.needs.get(kind, {}).items():
                found[week][part] = found[week].get(part, 0.0) + phases * hours
    return found


def _shares(first: int, last: int) -> Iterator[tuple[int, float]]:
    """The weeks between two days, and how much of the working days of each they take."""
    for week in range(_number(first), _number(last) + 1):
        monday = 1 + WEEK * week
        days = min(last, monday + WORKING_DAYS - 1) - max(first, monday) + 1
        if days > 0:
            yield week, days / WORKING_DAYS


def _is_closed(week: int, capacity: Capacity) -> bool:
    """Whether nobody works on any working day of the week."""
    first = 1 + WEEK * week
    return all(capacity.closed(date.fromordinal(first + day)) for day in range(WORKING_DAYS))


def _week(day: date) -> int:
    return _number(day.toordinal())


def _number(ordinal: int) -> int:
    """Weeks counted from the first of all: day 1 was a Monday."""
    return (ordinal - 1) // WEEK


def _monday(week: int) -> date:
    return date.fromordinal(1 + WEEK * week)


def runs_over(weeks: Iterable[Week]) -> list[Run]:
    """Where more is asked for than there is, joined week by week; by first week, then by part."""
    going: dict[Part, Run] = {}
    found: list[Run] = []
    for week in weeks:
        over = week.over
        found += [run for part, run in going.items() if part not in over]
        going = {part: _joined(going.get(part), part, hours, week) for part, hours in over.items()}
    order = list(Part)
    return sorted([*found, *going.values()], key=lambda run: (run.first, order.index(run.part)))


def _joined(run: Run | None, part: Part, hours: float, week: Week) -> Run:
    """The run with one more week at its end, or a new one."""
    sunday = date.fromordinal(week.monday.toordinal() + WEEK - 1)
    if run is None:
        return Run(part, week.monday, sunday, round(hours, 2))
    return run._replace(last=sunday, most=max(run.most, round(hours, 2)))


def earliest_start(
    phases: Sequence[Phase], stages: Iterable[Stage], capacity: Capacity, day: date
) -> date | None:
    """The first Monday from `day` on when a further team fits; None when none does in five years.

    It goes through its stages one after the other, and fits when no week of them asks for more than
    there is. What is over without asking anything of the same part is no hindrance. Phases nobody
    knows the end of are taken to go on.
    """
    kinds = [each.kind for each in stages for _ in range(each.weeks)]
    first = _number(day.toordinal() + WEEK - 1)
    last = _monday(first + SEARCHED + len(kinds))
    asked = _asked(phases, capacity, last)
    fits = _Fitting(asked, capacity)
    weeks = range(first, first + SEARCHED)
    return next(
        (_monday(week) for week in weeks if all(map(fits, range(week, week + len(kinds)), kinds))),
        None,
    )


class _Fitting:
    """Whether one more phase of a kind fits into a week; each is asked for once."""

    def __init__(self, asked: Mapping[int, Hours], capacity: Capacity) -> None:
        self._asked, self._capacity = asked, capacity
        self._known: dict[tuple[int, Kind], bool] = {}

    def __call__(self, week: int, kind: Kind) -> bool:
        if (week, kind) not in self._known:
            self._known[week, kind] = self._fits(week, kind) or _is_closed(week, self._capacity)
        return self._known[week, kind]

    def _fits(self, week: int, kind: Kind) -> bool:
        there, supply = self._asked.get(week, {}), self._capacity.supply
        return all(
            there.get(part, 0.0) + hours < supply[part] + LEAST_OVER
            for part, hours in self._capacity.needs.get(kind, {}).items()
            if hours and part in supply
        )
