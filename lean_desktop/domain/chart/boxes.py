"""What a chart is made of, and how boxes are hung up."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any, NamedTuple

from lean_desktop.domain.roles import RoleKind, Validity


class BoxKind(StrEnum):
    """What a box stands for."""

    UNIT = "unit"
    PERSON = "person"
    GROUP = "group"
    ROLE = "role"


PLACES = {kind: place for place, kind in enumerate(BoxKind)}

IMPROVING = frozenset(
    (
        RoleKind.COORDINATOR,
        RoleKind.STEERING_GROUP,
        RoleKind.MANAGEMENT_GROUP,
        RoleKind.PILLAR_OWNER,
    )
)
"""Roles of the improvement organisation, even where they belong to a unit."""


class Box(NamedTuple):
    """One box: who leads a unit or a group, a person alone, or a role with who has it.

    `over` is the small line above the name: the unit, the title, the group or the role. A unit,
    group or role that nobody leads or has is without a `name`: it is vacant. `role` says in the
    line what somebody is, or what is vacant, where `over` does not; an `assistant` stands beside
    the manager. `mandate` says how the mandate stands, where that has been asked for.
    """

    kind: BoxKind
    id: int
    over: str
    name: str
    person_id: int | None = None
    deputy: str = ""
    assistant: bool = False
    role: str = ""
    mandate: Validity | None = None

    @property
    def key(self) -> int:
        """A number of its own among all boxes, the same whenever the chart is made."""
        return box_key(self.kind, self.id)

    @property
    def vacant(self) -> bool:
        """Whether nobody holds it."""
        return not self.name


class Chart(NamedTuple):
    """Boxes by key, what hangs below each in order, and those that hang below none.

    `aside` has those that stand beside a box instead: assistants, and the coordinator, who answers
    to the steering group and leads nobody. Nothing hangs below them. `dotted` has the pairs of
    boxes that a dotted line joins, the one that answers first.
    """

    boxes: Mapping[int, Box]
    below: Mapping[int, Sequence[int]]
    roots: Sequence[int]
    dotted: Sequence[tuple[int, int]] = ()
    aside: Mapping[int, Sequence[int]] = {}


def box_key(kind: BoxKind, key: int) -> int:
    """The key of the box that stands for a unit, a person, a group or a role."""
    return key * len(PLACES) + PLACES[kind]


class Hanging:
    """Boxes with what each is to hang below, or stand beside."""

    def __init__(self) -> None:
        self.boxes: dict[int, Box] = {}
        self._above: dict[int, int | None] = {}
        self._places: dict[int, Any] = {}
        self._beside: set[int] = set()

    def add(self, box: Box, above: int | None, place: Any, *, beside: bool = False) -> None:
        """Take a box in; `place` says where it comes among those with the same above."""
        self.boxes[box.key] = box
        self._above[box.key], self._places[box.key] = above, place
        if beside:
            self._beside.add(box.key)

    def hung(self, dotted: Sequence[tuple[int, int]] = ()) -> Chart:
        """The chart. A box whose place is gone, or lies below itself, hangs below none."""
        below: dict[int, list[int]] = defaultdict(list)
        aside: dict[int, list[int]] = defaultdict(list)
        beside = self._beside.difference(self._above.values())
        roots = []
        for key in sorted(self.boxes, key=self._places.__getitem__):
            over = self._above[key]
            if over is None or over not in self.boxes or self._in_circle(key):
                roots.append(key)
            else:
                (aside if key in beside else below)[over].append(key)
        return Chart(self.boxes, below, roots, dotted, aside)

    def _in_circle(self, key: int) -> bool:
        """Whether the way up from a box comes back to it, and it is the first of that circle."""
        seen = {key}
        over = self._above.get(key)
        while over is not None and over not in seen:
            seen.add(over)
            over = self._above.get(over)
        return over == key and key == min(seen)
