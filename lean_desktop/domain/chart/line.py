"""The line organisation as a chart: units under units, and in each the people who lead none."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from lean_desktop.domain.chart.boxes import IMPROVING, PLACES, Box, BoxKind, Chart, Hanging, box_key
from lean_desktop.domain.organisation import Person, ReportingLine, Unit
from lean_desktop.domain.reporting import dotted_on, people_on
from lean_desktop.domain.roles import Role
from lean_desktop.i18n import Language


def line_chart(
    people: Iterable[Person],
    units: Iterable[Unit],
    day: date,
    t: Language,
    *,
    lines: Sequence[ReportingLine] = (),
    roles: Iterable[Role] = (),
) -> Chart:
    """The line on `day`; `lines` are those of all times, `roles` as they are held on the day.

    A person hangs below their manager where that manager stands in the same unit, else below the
    unit; without a unit, below whoever is their manager. An assistant stands beside the manager. A
    unit's vacant role hangs below it, unless it is the only one and the unit has no leader either:
    then it is the unit's box that is vacant.
    """
    everybody = people_on(people, lines, day)
    there = {person.id: person for person in everybody if person.active_on(day)}
    gone = {person.id for person in everybody} - there.keys()
    led = [
        unit._replace(leader_id=None, leader="") if unit.leader_id in gone else unit
        for unit in units
    ]
    return _Line(there, led, roles, t).chart(dotted_on(lines, day))


class _Line:
    def __init__(
        self, there: Mapping[int, Person], units: Sequence[Unit], roles: Iterable[Role], t: Language
    ) -> None:
        self._there, self._units, self._t = there, units, t
        self._roles = _by_unit(roles)
        self._leads: dict[int, int] = {}
        for unit in units:
            if unit.leader_id:
                self._leads.setdefault(unit.leader_id, unit.id)

    def chart(self, dotted: Iterable[ReportingLine]) -> Chart:
        hanging = Hanging()
        for box, above in (*self._unit_boxes(), *self._person_boxes(), *self._vacant_boxes()):
            name = box.name if box.kind is BoxKind.PERSON else box.over
            place = PLACES[box.kind], self._t.sort_key(name), box.id
            hanging.add(box, above, place, beside=box.assistant)
        return hanging.hung(list(self._dotted(dotted)))

    def _unit_boxes(self) -> Iterator[tuple[Box, int | None]]:
        for unit in self._units:
            above = box_key(BoxKind.UNIT, unit.parent_id) if unit.parent_id else None
            box = Box(BoxKind.UNIT, unit.id, unit.name, unit.leader, unit.leader_id)
            yield (self._led(box) if unit.leader else self._unled(box)), above

    def _led(self, box: Box) -> Box:
        held = self._held(box.id, box.name)
        leader = self._there.get(box.person_id or 0)
        title = leader.title if leader else ""
        deputies = [name for role in held for name in role.deputies]
        return box._replace(
            role=title or next((role.name for role in held), ""), deputy=next(iter(deputies), "")
        )

    def _unled(self, box: Box) -> Box:
        vacant = self._vacant(box.id)
        return box._replace(role=vacant[0].name) if len(vacant) == 1 else box

    def _person_boxes(self) -> Iterator[tuple[Box, int | None]]:
        for person in self._there.values():
            if person.id not in self._leads:
                held = [role.name for role in self._held(person.unit_id, person.name)]
                yield (
                    Box(
                        BoxKind.PERSON,
                        person.id,
                        person.title,
                        person.name,
                        person.id,
                        assistant=person.assistant,
                        role=", ".join(name for name in held if name != person.title),
                    ),
                    self._above(person),
                )

    def _vacant_boxes(self) -> Iterator[tuple[Box, int | None]]:
        """Vacant roles, but for the one that a vacant unit's box stands for."""
        for unit in self._units:
            vacant = self._vacant(unit.id)
            for role in vacant if unit.leader or len(vacant) > 1 else ():
                deputy = next(iter(role.deputies), "")
                box = Box(BoxKind.ROLE, role.id, role.name, "", deputy=deputy)
                yield box, box_key(BoxKind.UNIT, unit.id)

    def _above(self, person: Person) -> int | None:
        manager = self._there.get(person.manager_id or 0)
        if manager and (person.assistant or self._same_unit(person, manager)):
            return self._box_of(manager.id)
        if person.unit_id:
            return box_key(BoxKind.UNIT, person.unit_id)
        return self._box_of(person.manager_id or 0)

    def _same_unit(self, person: Person, manager: Person) -> bool:
        return manager.id not in self._leads and person.unit_id in (None, manager.unit_id)

    def _box_of(self, person_id: int) -> int | None:
        """The unit somebody leads, or their own box; None when they are not there."""
        if person_id in self._leads:
            return box_key(BoxKind.UNIT, self._leads[person_id])
        return box_key(BoxKind.PERSON, person_id) if person_id in self._there else None

    def _dotted(self, lines: Iterable[ReportingLine]) -> Iterator[tuple[int, int]]:
        """Dotted lines between two who are there, but for those beside a solid one."""
        for line in lines:
            person, own = self._there.get(line.person_id), self._box_of(line.person_id)
            to = self._box_of(line.manager_id)
            if person and person.manager_id != line.manager_id and own and to and own != to:
                yield own, to

    def _vacant(self, unit_id: int) -> list[Role]:
        return [role for role in self._roles.get(unit_id, ()) if role.vacant]

    def _held(self, unit_id: int | None, name: str) -> list[Role]:
        return [role for role in self._roles.get(unit_id or 0, ()) if name in role.holders]


def _by_unit(roles: Iterable[Role]) -> Mapping[int, Sequence[Role]]:
    """The roles of each unit that belong to the line."""
    found: dict[int, list[Role]] = defaultdict(list)
    for role in roles:
        if role.unit_id and not role.group_id and role.kind not in IMPROVING:
            found[role.unit_id].append(role)
    return found
