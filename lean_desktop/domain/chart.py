"""The organisation as a chart: boxes, and which hangs below which. The same for screen and paper.

Two layers (mission, B2 and G1): the line, of units and the people in them, and the improvement
organisation, of groups.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

from lean_desktop.domain.organisation import (
    GROUP_KIND_NAMES,
    Group,
    GroupKind,
    GroupRole,
    Membership,
    Person,
    Unit,
    within,
    without_kind,
)
from lean_desktop.i18n import Language


class BoxKind(StrEnum):
    """What a box stands for."""

    UNIT = "unit"
    PERSON = "person"
    GROUP = "group"


_PLACES = {kind: place for place, kind in enumerate(BoxKind)}
_GROUP_PLACES = {kind: place for place, kind in enumerate(GroupKind)}


class Box(NamedTuple):
    """One box: who leads a unit or a group, or a person alone.

    `over` is the small line above the name: the unit, the title or the group. A unit or group
    without a leader has no `name`: it is vacant.
    """

    kind: BoxKind
    id: int
    over: str
    name: str
    person_id: int | None = None
    deputy: str = ""

    @property
    def key(self) -> int:
        """A number of its own among all boxes, the same whenever the chart is made."""
        return box_key(self.kind, self.id)

    @property
    def vacant(self) -> bool:
        """Whether nobody holds it."""
        return not self.name


class Chart(NamedTuple):
    """Boxes by key, what hangs below each in order, and those that hang below none."""

    boxes: Mapping[int, Box]
    below: Mapping[int, Sequence[int]]
    roots: Sequence[int]


def box_key(kind: BoxKind, key: int) -> int:
    """The key of the box that stands for a unit, a person or a group."""
    return key * len(_PLACES) + _PLACES[kind]


def line_chart(people: Iterable[Person], units: Sequence[Unit], day: date, t: Language) -> Chart:
    """The line: units under units, and in each the people who lead none.

    A person hangs below their manager where that manager stands in the same unit, else below the
    unit; without a unit, below whoever is their manager.
    """
    there = [person for person in people if person.active_on(day)]
    leads: dict[int, int] = {}
    for unit in units:
        if unit.leader_id:
            leads.setdefault(unit.leader_id, unit.id)
    boxes = [Box(BoxKind.UNIT, unit.id, unit.name, unit.leader, unit.leader_id) for unit in units]
    above = {box_key(BoxKind.UNIT, unit.id): _over_unit(unit) for unit in units}
    alone = {person.id: person for person in there if person.id not in leads}
    for person in alone.values():
        boxes.append(Box(BoxKind.PERSON, person.id, person.title, person.name, person.id))
        above[boxes[-1].key] = _over_person(person, alone, leads)
    places = {box.key: (_PLACES[box.kind], t.sort_key(_sorted_by(box)), box.id) for box in boxes}
    return _chart(boxes, above, places)


def improvement_chart(
    groups: Iterable[Group], memberships: Iterable[Membership], day: date, t: Language
) -> Chart:
    """The improvement organisation: groups under groups, with their leader and deputy on the day."""
    there = [group for group in groups if within(day, group.active_from, group.active_to)]
    holders = _holders(memberships, day)
    boxes, above, places = [], {}, {}
    for group in there:
        person_id, name = holders.get((group.id, GroupRole.LEADER), (None, ""))
        _, deputy = holders.get((group.id, GroupRole.DEPUTY), (None, ""))
        box = Box(BoxKind.GROUP, group.id, _over_group(group, t), name, person_id, deputy)
        boxes.append(box)
        above[box.key] = box_key(BoxKind.GROUP, group.parent_id) if group.parent_id else None
        places[box.key] = _GROUP_PLACES[group.kind], t.sort_key(group.name), group.id
    return _chart(boxes, above, places)


def _sorted_by(box: Box) -> str:
    return box.over if box.kind is BoxKind.UNIT else box.name


def _over_unit(unit: Unit) -> int | None:
    return box_key(BoxKind.UNIT, unit.parent_id) if unit.parent_id else None


def _over_person(
    person: Person, alone: Mapping[int, Person], leads: Mapping[int, int]
) -> int | None:
    manager = alone.get(person.manager_id or 0)
    if manager and person.unit_id in (None, manager.unit_id):
        return box_key(BoxKind.PERSON, manager.id)
    if person.unit_id:
        return box_key(BoxKind.UNIT, person.unit_id)
    led = leads.get(person.manager_id or 0)
    return box_key(BoxKind.UNIT, led) if led else None


def _over_group(group: Group, t: Language) -> str:
    """Improvement groups are many, and their kind need not be said of each."""
    if group.kind is not GroupKind.IMPROVEMENT:
        return group.name
    return without_kind(group.name, t(GROUP_KIND_NAMES[group.kind]))


def _holders(
    memberships: Iterable[Membership], day: date
) -> dict[tuple[int, GroupRole], tuple[int, str]]:
    """Who holds a role in a group on the day; of several, who came first."""
    found: dict[tuple[int, GroupRole], tuple[int, str]] = {}
    for each in memberships:
        if within(day, each.valid_from, each.valid_to):
            found.setdefault((each.group_id, each.role), (each.person_id, each.person))
    return found


def _chart(
    boxes: Sequence[Box], above: Mapping[int, int | None], places: Mapping[int, Any]
) -> Chart:
    """Hang the boxes up. One whose place is gone, or lies below itself, hangs below none."""
    known = {box.key: box for box in boxes}
    below: dict[int, list[int]] = defaultdict(list)
    roots = []
    for key in sorted(known, key=places.__getitem__):
        over = above[key]
        if over is None or over not in known or _in_circle(key, above):
            roots.append(key)
        else:
            below[over].append(key)
    return Chart(known, below, roots)


def _in_circle(key: int, above: Mapping[int, int | None]) -> bool:
    """Whether the way up from a box comes back to it, and it is the first of that circle."""
    seen = {key}
    over = above.get(key)
    while over is not None and over not in seen:
        seen.add(over)
        over = above.get(over)
    return over == key and key == min(seen)
