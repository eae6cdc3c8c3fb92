"""The organisation as a draft would have it, in the same lists as the live one: for its chart."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, TypeVar

from lean_desktop.domain.organisation import Group, GroupRole, Membership, Person, Unit, within
from lean_desktop.domain.reorganisation import Arrangement, Proposal, What, already_so, standing
from lean_desktop.domain.roles import FILLED_BY, LED, Role, RoleAssignment, held_on

Row = TypeVar("Row", Person, Unit, Group)
Wanted = Mapping[int, Proposal]
Names = Mapping[int, str]


def rearranged(proposals: Iterable[Proposal], live: Arrangement, day: date) -> Arrangement:
    """The organisation as the draft would have it on `day`, names for showing and counts too.

    Whoever comes to lead a group or hold a role does so in a row whose key is the proposal's,
    negative. Proposals that cannot be are in it as well: charts bear a circle.
    """
    now = standing(live, day)
    wanted: dict[What, dict[int, Proposal]] = {what: {} for what in What}
    for each in proposals:
        if not already_so(each, now):
            wanted[each.what][each.subject_id] = each
    moved = _moved(live, wanted, day)
    led = _led(moved, wanted[What.GROUP_LEADER], day)
    return _held(led, wanted[What.ROLE_HOLDER], day)


def _moved(live: Arrangement, wanted: Mapping[What, Wanted], day: date) -> Arrangement:
    """People, units and groups below others, and units led by others."""
    people = {each.id: each.name for each in live.people}
    units = {each.id: each.name for each in live.units}
    groups = {each.id: each.name for each in live.groups}
    placed = _pointed(live.people, "unit", wanted[What.UNIT], units)
    hung = _pointed(live.units, "parent", wanted[What.UNIT_PARENT], units)
    return live._replace(
        people=[
            person._replace(manager_since=day if person.manager_id else None)
            if person.id in wanted[What.MANAGER]
            else person
            for person in _pointed(placed, "manager", wanted[What.MANAGER], people)
        ],
        units=_heads_counted(_pointed(hung, "leader", wanted[What.UNIT_LEADER], people), placed),
        groups=_pointed(live.groups, "parent", wanted[What.GROUP_PARENT], groups),
    )


def _pointed(rows: Iterable[Row], field: str, wanted: Wanted, names: Names) -> list[Row]:
    """The rows, those wanted otherwise with another key in `field`_id, and its name."""

    def pointed(row: Row) -> Row:
        if row.id not in wanted:
            return row
        to_id = wanted[row.id].to_id
        values: dict[str, Any] = {f"{field}_id": to_id, field: names.get(to_id or 0, "")}
        return row._replace(**values)

    return [pointed(row) for row in rows]


def _heads_counted(units: Iterable[Unit], people: Iterable[Person]) -> list[Unit]:
    heads = Counter(person.unit_id for person in people)
    return [unit._replace(people=heads[unit.id]) for unit in units]


def _led(live: Arrangement, wanted: Wanted, day: date) -> Arrangement:
    """Groups led by others; who led before stays as a member, who leads is nothing else there."""
    if not wanted:
        return live
    people, here = {each.id: each.name for each in live.people}, _here(live, day)
    leading = {
        key: people.get(new.to_id or 0, "") if new.to_id in here else ""
        for key, new in wanted.items()
    }
    memberships = [
        *_left(live.memberships, wanted, day),
        *_leaders(live.groups, wanted, people, day),
    ]
    groups = [each._replace(leader=leading.get(each.id, each.leader)) for each in live.groups]
    changed = _members_counted(live._replace(groups=groups, memberships=memberships), day)
    return changed._replace(roles=_filled(changed, wanted, day))


def _left(memberships: Iterable[Membership], wanted: Wanted, day: date) -> Iterator[Membership]:
    for each in memberships:
        new = wanted.get(each.group_id)
        if new is None or ended(each, day):
            yield each
        elif each.person_id != new.to_id:
            leads = each.role is GroupRole.LEADER and within(day, each.valid_from, each.valid_to)
            yield each._replace(role=GroupRole.MEMBER) if leads else each


def _leaders(
    groups: Iterable[Group], wanted: Wanted, people: Names, day: date
) -> Iterator[Membership]:
    for group in groups:
        new = wanted.get(group.id)
        if new and new.to_id:
            who = (new.to_id, people.get(new.to_id, ""), GroupRole.LEADER)
            yield Membership(-new.id, group.id, group.name, *who, valid_from=day)


def _filled(live: Arrangement, wanted: Wanted, day: date) -> list[Role]:
    """Roles with the names of the members who hold them by their part in such a group."""
    here = _here(live, day)
    parts: dict[int, list[tuple[str, GroupRole]]] = defaultdict(list)
    for each in live.memberships:
        if each.person_id in here and within(day, each.valid_from, each.valid_to):
            parts[each.group_id].append((each.person, each.role))

    def filled(role: Role) -> Role:
        if role.group_id is None or role.group_id not in wanted or not role.filled_by_group:
            return role
        found = sorted(parts[role.group_id])
        holders = tuple(name for name, part in found if part in FILLED_BY[role.kind])
        deputies = tuple(name for name, part in found if part is GroupRole.DEPUTY)
        return role._replace(holders=holders, deputies=deputies if role.kind in LED else ())

    return [filled(role) for role in live.roles]


def _members_counted(live: Arrangement, day: date) -> Arrangement:
    here = _here(live, day)
    there = {
        (each.group_id, each.person_id)
        for each in live.memberships
        if within(day, each.valid_from, each.valid_to)
    }
    members = Counter(group_id for group_id, person_id in there if person_id in here)
    groups = Counter(person_id for _, person_id in there)
    return live._replace(
        people=[person._replace(groups=groups[person.id]) for person in live.people],
        groups=[group._replace(members=members[group.id]) for group in live.groups],
    )


def _held(live: Arrangement, wanted: Wanted, day: date) -> Arrangement:
    """Roles held by others: by one, who takes over from all that held it, and is no deputy."""
    if not wanted:
        return live
    people = {each.id: each.name for each in live.people}
    kept = [each for each in live.assignments if _stays(each, wanted.get(each.role_id), day)]
    had = {(each.role_id, each.person_id) for each in kept if not ended(each, day)}
    new = [
        RoleAssignment(-new.id, role.id, role.name, new.to_id, people.get(new.to_id, ""))._replace(
            valid_from=day, place=role.place
        )
        for role in live.roles
        if (new := wanted.get(role.id)) and new.to_id and (role.id, new.to_id) not in had
    ]
    changed = live._replace(assignments=[*kept, *new])
    return changed._replace(roles=_named(changed, wanted, day))


def _stays(each: RoleAssignment, new: Proposal | None, day: date) -> bool:
    """Whether an assignment is there as before, beside the new holder or as theirs."""
    if new is None or ended(each, day):
        return True
    holds = not each.deputy and within(day, each.valid_from, each.valid_to)
    return holds == (each.person_id == new.to_id)


def _named(live: Arrangement, wanted: Wanted, day: date) -> list[Role]:
    """Roles with the names of those employed who have them on the day."""
    here = _here(live, day)

    def having(role: Role, *, deputy: bool) -> tuple[str, ...]:
        found = held_on(live.assignments, role.id, day, deputy=deputy)
        return tuple(sorted(each.person for each in found if each.person_id in here))

    return [
        role._replace(holders=having(role, deputy=False), deputies=having(role, deputy=True))
        if role.id in wanted
        else role
        for role in live.roles
    ]


def _here(live: Arrangement, day: date) -> set[int]:
    """Keys of those who belong to the organisation on the day."""
    return {person.id for person in live.people if person.active_on(day)}


def ended(each: Membership | RoleAssignment, day: date) -> bool:
    """Whether it neither holds on the day nor is to hold after it."""
    return each.valid_to is not None and each.valid_to < day
