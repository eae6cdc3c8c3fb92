"""Who meets: a group, a unit with its daily meeting, or those that belong to nobody."""

from typing import NamedTuple

from lean_desktop.domain.meetings import Meeting
from lean_desktop.domain.organisation import GroupKind


class Gathering(NamedTuple):
    """A group, or a unit with a daily meeting: one line of the list at the left.

    `id` is the group's key, the unit's key below zero, and 0 for meetings of neither. `next` is
    the meeting that ends next, or the latest when all are over; `rule` how often they meet.
    """

    id: int
    name: str
    kind: GroupKind | None
    next: Meeting | None
    rule: str = ""

    @property
    def group_id(self) -> int | None:
        """The group that meets."""
        return self.id if self.id > 0 else None

    @property
    def unit_id(self) -> int | None:
        """The unit that meets."""
        return -self.id if self.id < 0 else None


class Place(NamedTuple):
    """Where a meeting stands among those of the same group or unit, counted from 1."""

    number: int = 0
    of: int = 0
    previous_id: int | None = None
    next_id: int | None = None
