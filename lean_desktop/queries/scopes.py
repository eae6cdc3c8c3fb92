"""What each person holds and belongs to on a day: what brings requirements by itself."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from sqlalchemy import Connection, and_, or_, select

from lean_desktop.document.schema.organisation import group, membership, person, unit
from lean_desktop.document.schema.roles import role, role_assignment
from lean_desktop.domain.competence.requirements import Of, Scope
from lean_desktop.domain.organisation import GroupKind, GroupRole
from lean_desktop.domain.roles import FILLED_BY, RoleKind
from lean_desktop.queries.organisation import active, current, employed

_BY_PART = {
    GroupRole.LEADER: RoleKind.GROUP_LEADER,
    GroupRole.COORDINATOR: RoleKind.COORDINATOR,
    GroupRole.FACILITATOR: RoleKind.FACILITATOR,
    GroupRole.NOTE_TAKER: RoleKind.NOTE_TAKER,
}
"""The kind of role a part in any group is, described in a role or not (practice 7)."""

_BY_GROUP = {
    GroupKind.STEERING: RoleKind.STEERING_GROUP,
    GroupKind.MANAGEMENT: RoleKind.MANAGEMENT_GROUP,
}
"""The kind of role all members of such a group have."""


def scopes(connection: Connection, *, day: date) -> dict[int, frozenset[Scope]]:
    """By person employed on the day: themselves, their roles, groups, and units with those above.

    Whoever stands in for another holds nothing by that.
    """
    found: dict[int, set[Scope]] = {}
    above = _units_above(connection)
    people = select(person.c.id, person.c.unit_id).where(employed(day))
    for key, unit_id in connection.execute(people):
        found[key] = {(Of.PERSON, key), *above.get(unit_id, ())}
    for key, scope in (*_through_groups(connection, day), *_through_roles(connection, day)):
        if key in found:
            found[key].add(scope)
    return {key: frozenset(held) for key, held in found.items()}


def held_by(connection: Connection, scope: Scope, *, day: date) -> frozenset[int]:
    """The people a scope holds on the day."""
    held = scopes(connection, day=day).items()
    return frozenset(key for key, found in held if scope in found)


def role_names(connection: Connection, *, day: date) -> dict[int, str]:
    """By person the name of a role they hold, the first of several."""
    named = {row[0]: row[1] for row in connection.execute(select(role.c.id, role.c.name))}
    found: dict[int, str] = {}
    for key, role_id, _ in (*_assigned(connection, day), *_members(connection, day)):
        found[key] = min(found.get(key, named[role_id]), named[role_id])
    return found


def _units_above(connection: Connection) -> Mapping[int | None, frozenset[Scope]]:
    """By unit, itself and those above it."""
    rows = connection.execute(select(unit.c.id, unit.c.parent_id))
    above: dict[int, int | None] = {row[0]: row[1] for row in rows}
    return {key: frozenset((Of.UNIT, each) for each in _chain(above, key)) for key in above}


def _chain(above: Mapping[int, int | None], key: int | None) -> Iterator[int]:
    seen: set[int] = set()
    while key is not None and key not in seen:
        seen.add(key)
        yield key
        key = above.get(key)


def _through_groups(connection: Connection, day: date) -> Iterator[tuple[int, Scope]]:
    columns = select(membership.c.person_id, membership.c.role, group.c.id, group.c.kind)
    joined = columns.join_from(membership, group, group.c.id == membership.c.group_id)
    for key, part, group_id, kind in connection.execute(joined.where(current(day), active(day))):
        yield key, (Of.GROUP, group_id)
        for held in _held(GroupRole(part), GroupKind(kind)):
            yield key, (Of.ROLE_KIND, held.value)


def _held(part: GroupRole, kind: GroupKind) -> Iterator[RoleKind]:
    if kind in _BY_GROUP:
        yield _BY_GROUP[kind]
    if part in _BY_PART:
        yield _BY_PART[part]
    if part is GroupRole.LEADER and kind is GroupKind.PILLAR:
        yield RoleKind.PILLAR_OWNER


def _through_roles(connection: Connection, day: date) -> Iterator[tuple[int, Scope]]:
    for key, role_id, kind in (*_assigned(connection, day), *_members(connection, day)):
        yield key, (Of.ROLE, role_id)
        if kind:
            yield key, (Of.ROLE_KIND, kind)


def _assigned(connection: Connection, day: date) -> list[Any]:
    own = role_assignment.c
    columns = select(own.person_id, role.c.id, role.c.kind)
    joined = columns.join_from(role_assignment, role, role.c.id == own.role_id)
    within = and_(
        or_(own.valid_from.is_(None), own.valid_from <= day),
        or_(own.valid_to.is_(None), own.valid_to >= day),
    )
    return list(connection.execute(joined.where(within, own.deputy == 0)))


def _members(connection: Connection, day: date) -> Iterator[tuple[int, int, str]]:
    """Roles of a group that its members hold by their parts."""
    columns = select(membership.c.person_id, role.c.id, role.c.kind, membership.c.role)
    joined = (
        columns.join_from(role, membership, membership.c.group_id == role.c.group_id)
        .join(group, group.c.id == role.c.group_id)
        .where(role.c.kind.in_(FILLED_BY), current(day), active(day))
    )
    for key, role_id, kind, part in connection.execute(joined):
        if part in FILLED_BY[RoleKind(kind)]:
            yield key, role_id, kind
