"""How far a plan has slipped from what it was frozen at, in days."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from lean_desktop.domain.cascade.plan import Frozen, Phase, Plan


class Slip(NamedTuple):
    """How many days later a phase begins and ends than it was frozen at; below zero is earlier."""

    start: int
    finish: int


def slips(plan: Plan) -> dict[int, Slip]:
    """By phase, of those that were there when the plan was frozen."""
    frozen = frozen_by_phase(plan.frozen)
    return {
        each.id: Slip((each.start - was.start).days, (each.finish - was.finish).days)
        for each in plan.phases
        if (was := frozen.get(each.id))
    }


def slip_of(phases: Iterable[Phase], frozen: Mapping[int, Frozen]) -> int | None:
    """How much later the last of these ends than the last of them was frozen at; None of none."""
    there = list(phases)
    was = [frozen[each.id].finish for each in there if each.id in frozen]
    if not was:
        return None
    return (max(each.finish for each in there) - max(was)).days


def frozen_by_phase(frozen: Iterable[Frozen]) -> dict[int, Frozen]:
    """What was frozen, by phase that is still there."""
    return {each.phase_id: each for each in frozen if each.phase_id is not None}
