"""Vision, values and goals: where it all is to lead (mission §1, A1 and A2)."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple


class CoreValue(NamedTuple):
    """One value, in its place among them, and what it means to us."""

    id: int
    position: int
    name: str
    meaning: str = ""


class Goal(NamedTuple):
    """A goal, or part of the goal above it; `group` is the one that works for it.

    `measure` says in words how one sees that it is reached. `position` counts among the parts of
    the same goal; `parent` and `group` are names for showing.
    """

    id: int
    position: int
    name: str
    parent_id: int | None = None
    measure: str = ""
    due: date | None = None
    group_id: int | None = None
    group: str = ""
    parent: str = ""


class Direction(NamedTuple):
    """The whole picture: vision, values in order, and all goals as one reads their tree."""

    vision: str
    values: tuple[CoreValue, ...]
    goals: tuple[Goal, ...]


class Placed(NamedTuple):
    """A goal in the tree; `depth` counts the goals above it."""

    goal: Goal
    depth: int


def tree(goals: Sequence[Goal]) -> list[Placed]:
    """The goals as one reads a tree: each followed by its parts, in their order.

    One whose goal above is not among them stands at the top. Circles, which only other hands can
    make, are cut open at the end.
    """
    parts = _parts(goals)
    found: dict[int, Placed] = {}
    waiting = [Placed(goal, 0) for goal in reversed([*parts.get(None, ()), *goals])]
    while waiting:
        placed = waiting.pop()
        if placed.goal.id not in found:
            found[placed.goal.id] = placed
            below = parts.get(placed.goal.id, ())
            waiting += [Placed(goal, placed.depth + 1) for goal in reversed(below)]
    return list(found.values())


def way_to(goal: Goal, goals: Sequence[Goal]) -> tuple[Goal, ...]:
    """The goals above it from the top down, and then the goal itself: why it is worth reaching."""
    known = {each.id: each for each in goals}
    way = [goal]
    while (above := known.get(way[-1].parent_id or 0)) and above not in way:
        way.append(above)
    return tuple(reversed(way))


def goals_of_group(group_id: int, goals: Sequence[Goal]) -> list[tuple[Goal, ...]]:
    """What a group works for, in the order of the tree, each with the goals above it."""
    ours = (placed.goal for placed in tree(goals) if placed.goal.group_id == group_id)
    return [way_to(goal, goals) for goal in ours]


def order_without(gone: Collection[int], goals: Iterable[Goal]) -> dict[int | None, list[int]]:
    """By goal above, the keys of its parts when those in `gone` are not there.

    The parts of one that is gone stand in its place.
    """
    parts = _parts(goals)

    def kept(above: int | None) -> Iterator[int]:
        for goal in parts.get(above, ()):
            if goal.id in gone:
                yield from kept(goal.id)
            else:
                yield goal.id

    return {above: list(kept(above)) for above in parts if above not in gone}


def _parts(goals: Iterable[Goal]) -> dict[int | None, list[Goal]]:
    """By key of the goal above, its parts in order."""
    ordered = sorted(goals, key=lambda goal: (goal.position, goal.id))
    known = {goal.id for goal in ordered}
    found: dict[int | None, list[Goal]] = {}
    for goal in ordered:
        above = goal.parent_id if goal.parent_id in known else None
        found.setdefault(above, []).append(goal)
    return found
