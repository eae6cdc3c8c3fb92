"""Vision, values and goals: where it all is to lead (mission §1, A1 and A2)."""

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

    `measure` says in words how one sees that it is reached.
    """

    id: int
    position: int
    name: str
    parent_id: int | None = None
    measure: str = ""
    due: date | None = None
    group_id: int | None = None
    group: str = ""


class Direction(NamedTuple):
    """The whole picture: vision, values in order, and all goals."""

    vision: str
    values: tuple[CoreValue, ...]
    goals: tuple[Goal, ...]
