"""Moving phases: what is wished anew, and what would follow from it before it is done."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from lean_desktop.domain.cascade.plan import WEEK, Dependency, Phase, Plan
from lean_desktop.domain.cascade.schedule import Bar, starts

Wishes = Mapping[int, date | None]
"""By key of a phase the day it is wished for; None is as soon as what it waits for allows."""


class Moved(NamedTuple):
    """A phase that would begin or end on another day."""

    phase: Phase
    start: date
    finish: date

    @property
    def days(self) -> int:
        """How much later it begins; below zero is earlier."""
        return (self.start - self.phase.start).days


def bar_of(phase: Phase) -> Bar:
    """What the schedule knows of a phase: one that has ended lasts from its wish to that day."""
    wished = phase.wished.toordinal() if phase.wished else None
    days = WEEK * phase.weeks
    if phase.ended and wished is not None:
        days = max(1, phase.ended.toordinal() - wished + 1)
    return Bar(phase.id, days, wished, phase.name)


def scheduled(phases: Iterable[Phase], ties: Iterable[Dependency], begins: date) -> list[Phase]:
    """The phases with the days their wishes and ties make. Raises RuleBroken for a circle."""
    there = list(phases)
    days = starts(map(bar_of, there), ties, begins.toordinal())
    return [each._replace(start=date.fromordinal(days[each.id])) for each in there]


def wishes_after(plan: Plan, keys: Collection[int], days: int) -> dict[int, date | None]:
    """What is wished of these phases when they are moved together by so many days.

    One that waits for another of them goes with it. One that would come before what it waits for
    allows is wished for no day: it begins as soon as it may.
    """
    followed = {tie.after_id for tie in plan.dependencies if tie.before_id in keys}
    shifted = timedelta(days=days)
    wishes: dict[int, date | None] = {
        each.id: each.start + shifted
        for each in plan.phases
        if each.id in keys and (each.wished is not None or each.id not in followed)
    }
    return {key: day if _counts(plan, wishes, key) else None for key, day in wishes.items()}


def _counts(plan: Plan, wishes: Wishes, key: int) -> bool:
    """Whether a wish says more than what the phase waits for."""
    if all(tie.after_id != key for tie in plan.dependencies):
        return True
    without = rescheduled(plan, {**wishes, key: None})
    day = wishes[key]
    return day is not None and day > without[key].start


def rescheduled(plan: Plan, wishes: Wishes) -> dict[int, Phase]:
    """The phases as they would be with these wishes in place of theirs, by key."""
    phases = (
        each._replace(wished=wishes[each.id]) if each.id in wishes else each for each in plan.phases
    )
    return {each.id: each for each in scheduled(phases, plan.dependencies, plan.begins)}


def what_moves(plan: Plan, wishes: Wishes) -> list[Moved]:
    """What would begin or end otherwise, in the order of the plan."""
    after = rescheduled(plan, wishes)
    pairs = ((each, after[each.id]) for each in plan.phases)
    return [
        Moved(each, new.start, new.finish)
        for each, new in pairs
        if (new.start, new.finish) != (each.start, each.finish)
    ]


def latest_finish(phases: Iterable[Phase]) -> date | None:
    """When the last of them ends; None of none."""
    return max((each.finish for each in phases), default=None)
