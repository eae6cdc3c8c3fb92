"""How far a plan has slipped from what it was frozen at, in days."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from lean_desktop.domain.cascade.plan import Frozen, Phase, Plan


class Slip(NamedTuple):
    """How many days later a phase begins and ends than it was frozen at; below zero is earlier."""

    start: int
    finish: int


class Slipped(NamedTuple):
    """A whole plan held against the frozen one.

    `phases` are those of both; `new` came since, `gone` were taken away. `waves` tell of each how
    much later it ends, of those with a phase of both. `total` is the sum of how much later each
    phase ends, and `end` how much later the last of the plan does, None when one plan is empty.
    """

    phases: Mapping[int, Slip]
    waves: Mapping[int, int]
    new: tuple[Phase, ...] = ()
    gone: tuple[Frozen, ...] = ()
    end: int | None = None

    @property
    def total(self) -> int:
        """The days all phases end later, taken together; those that end earlier make up for some."""
        return sum(each.finish for each in self.phases.values())


def slipped(plan: Plan) -> Slipped:
    """The plan as it is now, held against what it was last frozen at."""
    frozen = frozen_by_phase(plan.frozen)
    there = {each.id for each in plan.phases}
    return Slipped(
        slips(plan),
        _by_wave(plan, frozen),
        tuple(each for each in plan.phases if each.id not in frozen),
        tuple(each for each in plan.frozen if each.phase_id not in there),
        _later((each.finish for each in plan.phases), (each.finish for each in plan.frozen)),
    )


def slips(plan: Plan) -> dict[int, Slip]:
    """By phase, of those that were there when the plan was frozen."""
    frozen = frozen_by_phase(plan.frozen)
    return {
        each.id: Slip((each.start - was.start).days, (each.finish - was.finish).days)
        for each in plan.phases
        if (was := frozen.get(each.id))
    }


def _by_wave(plan: Plan, frozen: Mapping[int, Frozen]) -> dict[int, int]:
    phases: defaultdict[int, list[Phase]] = defaultdict(list)
    for each in plan.phases:
        phases[each.wave_id].append(each)
    found = {key: slip_of(there, frozen) for key, there in phases.items()}
    return {key: days for key, days in found.items() if days is not None}


def slip_of(phases: Iterable[Phase], frozen: Mapping[int, Frozen]) -> int | None:
    """How much later the last of these ends than the last of them was frozen at; None of none."""
    there = list(phases)
    was = (frozen[each.id].finish for each in there if each.id in frozen)
    return _later((each.finish for each in there), was)


def _later(now: Iterable[date], was: Iterable[date]) -> int | None:
    """The days from the last of some to the last of others."""
    last, before = max(now, default=None), max(was, default=None)
    return (last - before).days if last and before else None


def frozen_by_phase(frozen: Iterable[Frozen]) -> dict[int, Frozen]:
    """What was frozen, by phase that is still there."""
    return {each.phase_id: each for each in frozen if each.phase_id is not None}
