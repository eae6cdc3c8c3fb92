"""Moving phases: what is wished anew, and what would follow from it before it is done."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import NamedTuple

from lean_desktop.domain.cascade.gates import Gate
from lean_desktop.domain.cascade.plan import WEEK, Dependency, Phase, Plan
from lean_desktop.domain.cascade.schedule import Bar, starts, waits_until

Wishes = Mapping[int, date | None]
"""By key of a phase the day it is wished for; None is as soon as what it waits for allows."""

EARLIEST, LATEST = date(1, 1, 1).toordinal(), date(9900, 1, 1).toordinal()
"""Phases begin between these, whatever their ties add up to: a century is left for what follows."""


class Moved(NamedTuple):
    """A phase that would begin or end on another day."""

    phase: Phase
    start: date
    finish: date

    @property
    def days(self) -> int:
        """How much later it begins; below zero is earlier."""
        return (self.start - self.phase.start).days


class End(NamedTuple):
    """When a wave ends before and after; without a wave it is the whole plan's. None of no phase."""

    wave_id: int | None
    before: date | None
    after: date | None

    @property
    def days(self) -> int:
        """How much later it ends; below zero is earlier."""
        return (self.after - self.before).days if self.before and self.after else 0


class GateMoved(NamedTuple):
    """A gate on another day, or one whose own day would come before its phase `finish` ends."""

    gate: Gate
    before: date
    after: date
    finish: date

    @property
    def too_early(self) -> bool:
        """Whether it would stand before its phase has ended."""
        return self.after < self.finish


class WhatIf(NamedTuple):
    """What would follow from `wishes`: the plan as it would be, and where it differs, in order."""

    wishes: Wishes
    plan: Plan
    moves: tuple[Moved, ...]
    waves: tuple[End, ...]
    whole: End
    gates: tuple[GateMoved, ...]


def bar_of(phase: Phase) -> Bar:
    """What the schedule knows of a phase."""
    wished = phase.wished.toordinal() if phase.wished else None
    ended = phase.ended.toordinal() if phase.ended else None
    return Bar(phase.id, WEEK * phase.weeks, wished, phase.name, ended)


def scheduled(phases: Iterable[Phase], ties: Iterable[Dependency], begins: date) -> list[Phase]:
    """The phases with the days their wishes and ties make. Raises RuleBroken for a circle."""
    there = list(phases)
    days = starts(map(bar_of, there), ties, begins.toordinal())
    return [each._replace(start=_day(days[each.id])) for each in there]


def _day(ordinal: int) -> date:
    return date.fromordinal(min(max(ordinal, EARLIEST), LATEST))


def wishes_after(plan: Plan, keys: Collection[int], days: int) -> dict[int, date | None]:
    """What is wished of these phases when they are moved together by so many days.

    One that waits for another of them goes with it. One that would come before what it waits for
    allows is wished for no day: it begins as soon as it may.
    """
    there = frozenset(keys)
    followed = {tie.after_id for tie in plan.dependencies if tie.before_id in there}
    wishes: dict[int, date | None] = {
        each.id: _day(each.start.toordinal() + days)
        for each in plan.phases
        if each.id in there and (each.wished is not None or each.id not in followed)
    }
    allowed = _allowed(plan, wishes)
    return {
        key: day if day and day.toordinal() > allowed.get(key, 0) else None
        for key, day in wishes.items()
    }


def _allowed(plan: Plan, wishes: Wishes) -> dict[int, int]:
    """With these wishes, the ordinal each phase that waits for others may begin on at the earliest."""
    after = [bar_of(each) for each in _wished(plan, wishes)]
    return waits_until(after, plan.dependencies, starts(after, plan.dependencies, _begins(plan)))


def _begins(plan: Plan) -> int:
    return plan.begins.toordinal()


def _wished(plan: Plan, wishes: Wishes) -> list[Phase]:
    return [
        each._replace(wished=wishes[each.id]) if each.id in wishes else each for each in plan.phases
    ]


def rescheduled(plan: Plan, wishes: Wishes) -> dict[int, Phase]:
    """The phases as they would be with these wishes in place of theirs, by key."""
    phases = scheduled(_wished(plan, wishes), plan.dependencies, plan.begins)
    return {each.id: each for each in phases}


def what_moves(plan: Plan, wishes: Wishes) -> list[Moved]:
    """What would begin or end otherwise, in the order of the plan."""
    return _moves(plan, rescheduled(plan, wishes))


def _moves(plan: Plan, after: Mapping[int, Phase]) -> list[Moved]:
    pairs = ((each, after[each.id]) for each in plan.phases)
    return [
        Moved(each, new.start, new.finish)
        for each, new in pairs
        if (new.start, new.finish) != (each.start, each.finish)
    ]


def what_if(plan: Plan, wave_ids: Collection[int], weeks: int) -> WhatIf:
    """What would follow if these waves were moved by so many weeks, before it is done.

    What has ended stays where it was. Raises RuleBroken when phases wait in a circle.
    """
    keys = [each.id for each in plan.phases if each.wave_id in wave_ids and not each.ended]
    return what_follows(plan, wishes_after(plan, keys, WEEK * weeks))


def what_follows(plan: Plan, wishes: Wishes) -> WhatIf:
    """What would follow from these wishes. Raises RuleBroken when phases wait in a circle."""
    after = rescheduled(plan, wishes)
    new = plan._replace(phases=tuple(after.values()))
    moves, gates = tuple(_moves(plan, after)), tuple(_gates(plan, after))
    was, now = _by_wave(plan), _by_wave(new)
    waves = (End(each.id, was.get(each.id), now.get(each.id)) for each in plan.waves)
    whole = End(None, latest_finish(plan.phases), latest_finish(new.phases))
    return WhatIf(wishes, new, moves, tuple(waves), whole, gates)


def _by_wave(plan: Plan) -> dict[int, date | None]:
    """When the last phase of each wave ends."""
    phases: defaultdict[int, list[Phase]] = defaultdict(list)
    for each in plan.phases:
        phases[each.wave_id].append(each)
    return {key: latest_finish(there) for key, there in phases.items()}


def _gates(plan: Plan, after: Mapping[int, Phase]) -> Iterable[GateMoved]:
    """Gates that stand on another day, and those whose own day comes too early only now."""
    before = {each.id: each.finish for each in plan.phases}
    for gate in plan.gates:
        if gate.phase_id in after:
            was, now = before[gate.phase_id], after[gate.phase_id].finish
            found = GateMoved(gate, gate.day or was, gate.day or now, now)
            if found.before != found.after or (found.too_early and found.before >= was):
                yield found


def latest_finish(phases: Iterable[Phase]) -> date | None:
    """When the last of them ends; None of none."""
    return max((each.finish for each in phases), default=None)
