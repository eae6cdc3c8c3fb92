"""Where a person or a group finds itself in the whole: lines, groups, roles, mandates, goals.

Mission §1: everyone is to see the whole and their own part in it. Nothing here counts, compares or
judges people.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from lean_desktop.domain.attention import Organised
from lean_desktop.domain.goals import Direction, Goal
from lean_desktop.domain.mandate import LedGroup, led_groups
from lean_desktop.domain.organisation import Group, GroupRole, Membership, Person, Unit
from lean_desktop.domain.roles import (
    FILLED_BY,
    LED,
    Agreement,
    Mandate,
    MandateFor,
    Role,
    RolePart,
    agreements_on,
    held_on,
    mandate_of_group,
    mandate_of_role,
    mandates_on,
)


class Step(NamedTuple):
    """One box on the way up: the unit, title or group over the name of who is there."""

    over: str
    name: str


class GroupPart(NamedTuple):
    """A group and my parts in it, with the mandate it acts on."""

    led: LedGroup
    parts: tuple[GroupRole, ...]
    mandate: Mandate | None


class RoleHeld(NamedTuple):
    """A role with the mandate behind it; `part` is None where it is seen from the group."""

    role: Role
    mandate: Mandate | None
    part: RolePart | None = None


class Aim(NamedTuple):
    """A goal on the way from the whole to ours: how deep it lies, and whether it is ours."""

    goal: Goal
    depth: int
    ours: bool


class PersonPlace(NamedTuple):
    """A person's place: `above` from the top down to the manager, `leads` the people below.

    `beside` are those the person answers to beside the manager.
    """

    person: Person
    above: tuple[Step, ...]
    beside: tuple[str, ...]
    units: tuple[str, ...]
    leads: tuple[str, ...]
    groups: tuple[GroupPart, ...]
    roles: tuple[RoleHeld, ...]
    direction: Direction
    aims: tuple[Aim, ...]

    @property
    def name(self) -> str:
        """The person's."""
        return self.person.name


class GroupPlace(NamedTuple):
    """A group's place: `above` from the top down to its parent, `below` the groups under it."""

    led: LedGroup
    above: tuple[Step, ...]
    below: tuple[str, ...]
    members: tuple[Membership, ...]
    roles: tuple[RoleHeld, ...]
    mandate: Mandate | None
    agreement: Agreement | None
    direction: Direction
    aims: tuple[Aim, ...]

    @property
    def name(self) -> str:
        """The group's."""
        return self.led.group.name


MyPlace = PersonPlace | GroupPlace


def person_place(
    person_id: int,
    found: Organised,
    units: Sequence[Unit],
    direction: Direction,
    day: date,
    *,
    beside: Sequence[str] = (),
) -> PersonPlace | None:
    """The place of a person on `day`; None when there is no such person.

    `found` has its people with the managers of that day.
    """
    now, counting = found.on(day), mandates_on(found.mandates, day)
    person = next((each for each in found.people if each.id == person_id), None)
    if person is None:
        return None
    groups = tuple(_parts(person, now, counting))
    there = {each.id: each for each in now.people}
    return PersonPlace(
        person,
        tuple(_chain(person, there, units)),
        tuple(beside),
        tuple(unit.name for unit in units if unit.leader_id == person.id),
        tuple(each.name for each in now.people if each.manager_id == person.id),
        groups,
        tuple(_held(person, now, counting, day)),
        direction,
        aims(direction.goals, {each.led.group.id for each in groups}),
    )


def group_place(
    group_id: int, found: Organised, direction: Direction, day: date
) -> GroupPlace | None:
    """The place of a group on `day`; None when it is not at work then."""
    now, counting = found.on(day), mandates_on(found.mandates, day)
    led = {each.group.id: each for each in led_groups(now)}
    if group_id not in led:
        return None
    own = led[group_id]
    return GroupPlace(
        own,
        tuple(_over(own.group, led)),
        tuple(each.group.name for each in led.values() if each.group.parent_id == group_id),
        tuple(each for each in now.memberships if each.group_id == group_id),
        tuple(
            RoleHeld(role, mandate_of_role(role, counting))
            for role in now.roles
            if role.group_id == group_id
        ),
        mandate_of_group(own.group, counting),
        agreements_on(now.agreements, day).get(group_id),
        direction,
        aims(direction.goals, {group_id}),
    )


def aims(goals: Sequence[Goal], group_ids: set[int]) -> tuple[Aim, ...]:
    """The goals of the groups, and those above them, as one reads a tree from the top."""
    known = {goal.id: goal for goal in goals}
    ours = {goal.id for goal in goals if goal.group_id in group_ids}
    shown: set[int] = set()
    rising = list(ours)
    while rising:
        goal = known.get(rising.pop())
        if goal and goal.id not in shown:
            shown.add(goal.id)
            rising.append(goal.parent_id or 0)
    below: dict[int, list[Goal]] = {}
    for goal in sorted(goals, key=lambda each: (each.position, each.id)):
        if goal.id in shown:
            below.setdefault(goal.parent_id or 0, []).append(goal)
    return tuple(_walk(below, ours))


def _walk(below: Mapping[int, Sequence[Goal]], ours: set[int]) -> Iterator[Aim]:
    waiting = [Aim(goal, 0, goal.id in ours) for goal in reversed(below.get(0, ()))]
    while waiting:
        aim = waiting.pop()
        yield aim
        under = reversed(below.get(aim.goal.id, ()))
        waiting += [Aim(goal, aim.depth + 1, goal.id in ours) for goal in under]


def _parts(
    person: Person, now: Organised, counting: Mapping[MandateFor, Mandate]
) -> Iterator[GroupPart]:
    own = [each for each in now.memberships if each.person_id == person.id]
    for led in led_groups(now):
        parts = tuple(each.role for each in own if each.group_id == led.group.id)
        if parts:
            yield GroupPart(led, parts, mandate_of_group(led.group, counting))


def _held(
    person: Person, now: Organised, counting: Mapping[MandateFor, Mandate], day: date
) -> Iterator[RoleHeld]:
    for role in now.roles:
        part = _part_in(role, person, now, day)
        if part:
            yield RoleHeld(role, mandate_of_role(role, counting), part)


def _part_in(role: Role, person: Person, now: Organised, day: date) -> RolePart | None:
    """Whether the person has the role, by membership or by assignment, or stands in for it."""
    if role.filled_by_group:
        parts = {
            each.role
            for each in now.memberships
            if (each.group_id, each.person_id) == (role.group_id, person.id)
        }
        if parts & FILLED_BY[role.kind]:
            return RolePart.HOLDER
        stands_in = role.kind in LED and GroupRole.DEPUTY in parts
        return RolePart.DEPUTY if stands_in else None
    for deputy, part in ((False, RolePart.HOLDER), (True, RolePart.DEPUTY)):
        held = held_on(now.assignments, role.id, day, deputy=deputy)
        if any(each.person_id == person.id for each in held):
            return part
    return None


def _chain(person: Person, there: Mapping[int, Person], units: Sequence[Unit]) -> list[Step]:
    """The managers from the top down; above one whose manager is unknown, who leads the unit."""
    known = {unit.id: unit for unit in units}
    leads = {unit.leader_id: unit.name for unit in reversed(units) if unit.leader_id}
    seen, steps = {person.id}, []
    above = _manager(person, there, known)
    while above and above.id not in seen:
        seen.add(above.id)
        steps.append(Step(leads.get(above.id) or above.title or above.unit, above.name))
        above = _manager(above, there, known)
    return steps[::-1]


def _manager(
    person: Person, there: Mapping[int, Person], units: Mapping[int, Unit]
) -> Person | None:
    if manager := there.get(person.manager_id or 0):
        return manager
    unit, seen = units.get(person.unit_id or 0), set[int]()
    while unit and unit.id not in seen:
        leader = there.get(unit.leader_id or 0)
        if leader and leader.id != person.id:
            return leader
        seen.add(unit.id)
        unit = units.get(unit.parent_id or 0)
    return None


def _over(group: Group, led: Mapping[int, LedGroup]) -> list[Step]:
    seen, steps = {group.id}, []
    above = led.get(group.parent_id or 0)
    while above and above.group.id not in seen:
        seen.add(above.group.id)
        steps.append(Step(above.group.name, ", ".join(above.leaders)))
        above = led.get(above.group.parent_id or 0)
    return steps[::-1]
