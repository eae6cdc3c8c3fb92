"""Roles with who holds them, mandates, and what of all that needs attention."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select

from lean_desktop.document.changes import ChangeSet
from lean_desktop.document.schema.organisation import group, membership, person, unit
from lean_desktop.document.schema.roles import mandate, role, role_assignment
from lean_desktop.document.schema.series import meeting_series
from lean_desktop.domain.attention import MOST_GROUPS, Attention, Organised
from lean_desktop.domain.attention import attention as needing_attention
from lean_desktop.domain.organisation import GroupKind, GroupRole
from lean_desktop.domain.roles import (
    COORDINATOR,
    FILLED_BY,
    LED,
    NOTICE,
    Mandate,
    MandateFor,
    Ready,
    ReadyRole,
    Role,
    RoleAssignment,
    RoleKind,
)
from lean_desktop.queries.agreements import agreements
from lean_desktop.queries.organisation import (
    active,
    current,
    employed,
    full_name,
    groups,
    memberships,
    people,
)
from lean_desktop.queries.touched import Places, Touched, touched
from lean_desktop.resources import ready_roles_file

Ids = Collection[int] | None

_giver_group = group.alias("giver_group")


def roles(
    connection: Connection, ids: Ids = None, *, today: date, only_active: bool = False
) -> list[Role]:
    """Roles by name, with who has each today and is still employed.

    `only_active` leaves out those of groups that are over by then, or have not begun.
    """
    statement = (
        select(
            role.c.id,
            role.c.name,
            role.c.kind,
            role.c.purpose,
            role.c.domain,
            role.c.accountabilities,
            role.c.group_id,
            func.coalesce(group.c.name, ""),
            group.c.kind,
            role.c.unit_id,
            func.coalesce(unit.c.name, ""),
        )
        .select_from(role)
        .outerjoin(group, group.c.id == role.c.group_id)
        .outerjoin(unit, unit.c.id == role.c.unit_id)
        .order_by(role.c.name, role.c.id)
    )
    if ids is not None:
        statement = statement.where(role.c.id.in_(ids))
    if only_active:
        statement = statement.where(or_(role.c.group_id.is_(None), active(today)))
    names = _holding(connection, ids, today)
    return [
        Role(
            row[0],
            row[1],
            RoleKind(row[2]),
            *row[3:8],
            _group_kind(row[8]),
            *row[9:],
            tuple(names[row[0], False]),
            tuple(names[row[0], True]),
        )
        for row in connection.execute(statement)
    ]


def roles_touched(connection: Connection, changes: ChangeSet) -> Touched:
    """Which rows of `roles` may have changed."""
    shown: Places = {
        "group": [(role.c.id, role.c.group_id)],
        "unit": [(role.c.id, role.c.unit_id)],
        "role_assignment": [(role_assignment.c.role_id, role_assignment.c.id)],
        "person": [(role_assignment.c.role_id, role_assignment.c.person_id)],
    }
    if changes.touches(("membership",)):
        return None  # They hold roles too, by way of the group.
    return touched(connection, changes, "role", shown)


def assignments(
    connection: Connection,
    ids: Ids = None,
    *,
    role_id: int | None = None,
    person_id: int | None = None,
    day: date | None = None,
) -> list[RoleAssignment]:
    """Who has, had or will have which role; holders before deputies, then by name.

    With a `day` only those who have it then and are still employed.
    """
    statement = (
        select(
            role_assignment.c.id,
            role_assignment.c.role_id,
            role.c.name,
            role_assignment.c.person_id,
            full_name(person),
            role_assignment.c.deputy,
            role_assignment.c.valid_from,
            role_assignment.c.valid_to,
            func.coalesce(group.c.name, unit.c.name, ""),
        )
        .select_from(role_assignment)
        .join(role, role.c.id == role_assignment.c.role_id)
        .join(person, person.c.id == role_assignment.c.person_id)
        .outerjoin(group, group.c.id == role.c.group_id)
        .outerjoin(unit, unit.c.id == role.c.unit_id)
        .order_by(role_assignment.c.deputy, full_name(person), role_assignment.c.id)
    )
    if ids is not None:
        statement = statement.where(role_assignment.c.id.in_(ids))
    if role_id is not None:
        statement = statement.where(role_assignment.c.role_id == role_id)
    if person_id is not None:
        statement = statement.where(role_assignment.c.person_id == person_id)
    if day is not None:
        statement = statement.where(_holds(day))
    return [RoleAssignment(*row) for row in connection.execute(statement)]


def assignments_touched(connection: Connection, changes: ChangeSet) -> Touched:
    """Which rows of `assignments`, asked for without a day, may have changed."""
    if changes.touches(("role", "group", "unit")):
        return None  # Their names come by way of the role; they change seldom.
    shown: Places = {"person": [(role_assignment.c.id, role_assignment.c.person_id)]}
    return touched(connection, changes, "role_assignment", shown)


def mandates(
    connection: Connection, ids: Ids = None, *, to: MandateFor | None = None
) -> list[Mandate]:
    """Every version of the mandates, or of the one given to `to`; the latest first."""
    statement = (
        select(
            mandate.c.id,
            mandate.c.group_kind,
            mandate.c.group_id,
            func.coalesce(group.c.name, ""),
            mandate.c.role_id,
            func.coalesce(role.c.name, ""),
            mandate.c.is_coordinator,
            mandate.c.version,
            func.coalesce(_giver_group.c.name, mandate.c.giver),
            mandate.c.giver_group_id,
            mandate.c.text,
            mandate.c.valid_from,
            mandate.c.valid_to,
            mandate.c.review,
        )
        .select_from(mandate)
        .outerjoin(group, group.c.id == mandate.c.group_id)
        .outerjoin(role, role.c.id == mandate.c.role_id)
        .outerjoin(_giver_group, _giver_group.c.id == mandate.c.giver_group_id)
        .order_by(
            mandate.c.is_coordinator.desc(),
            mandate.c.group_kind,
            group.c.name,
            role.c.name,
            mandate.c.valid_from.desc(),
            mandate.c.id,
        )
    )
    if ids is not None:
        statement = statement.where(mandate.c.id.in_(ids))
    if to is not None:
        statement = statement.where(_given(to))
    return [_mandate(*row) for row in connection.execute(statement)]


def mandates_touched(connection: Connection, changes: ChangeSet) -> Touched:
    """Which rows of `mandates` may have changed."""
    shown: Places = {
        "group": [(mandate.c.id, mandate.c.group_id), (mandate.c.id, mandate.c.giver_group_id)],
        "role": [(mandate.c.id, mandate.c.role_id)],
    }
    return touched(connection, changes, "mandate", shown)


def _given(to: MandateFor) -> ColumnElement[bool]:
    return and_(
        *(mandate.c[name].is_not_distinct_from(each) for name, each in to._asdict().items())
    )


def organised(connection: Connection, *, today: date) -> Organised:
    """The whole organisation, as the rules of attention look at it."""
    return Organised(
        people(connection, today=today),
        groups(connection, today=today),
        memberships(connection),
        roles(connection, today=today),
        assignments(connection),
        mandates(connection),
        agreements(connection),
        _planned_to(connection),
    )


def _planned_to(connection: Connection) -> dict[int, date]:
    """By group, the last day any of its series is planned to."""
    last = func.max(meeting_series.c.planned_to, type_=meeting_series.c.planned_to.type)
    whose = meeting_series.c.group_id
    columns = select(whose, last).where(whose.is_not(None)).group_by(whose)
    return {key: day for key, day in connection.execute(columns) if key is not None}


def attention(
    connection: Connection,
    *,
    today: date,
    notice: int = NOTICE,
    most_groups: int = MOST_GROUPS,
) -> list[Attention]:
    """What needs attention today; see `domain.attention`."""
    found = organised(connection, today=today)
    return needing_attention(found, today, notice=notice, most_groups=most_groups)


def ready(code: str) -> Ready:
    """The role descriptions and mandate texts that ship, in the language `code`."""
    import json

    found = json.loads(ready_roles_file(code).read_text("utf-8"))
    shipped = (_ready_role(RoleKind(key), **role) for key, role in found["roles"].items())
    mandates = {_ready_for(key): text for key, text in found["mandates"].items()}
    return Ready({role.kind: role for role in shipped}, mandates)


def _ready_role(kind: RoleKind, accountabilities: list[str], **texts: Any) -> ReadyRole:
    return ReadyRole(kind, accountabilities=tuple(accountabilities), **texts)


def _ready_for(key: str) -> MandateFor:
    return COORDINATOR if key == "coordinator" else MandateFor(group_kind=GroupKind(key))


def _mandate(key: int, group_kind: str | None, *rest: Any) -> Mandate:
    return Mandate(key, _group_kind(group_kind), *rest)


def _group_kind(kind: str | None) -> GroupKind | None:
    return GroupKind(kind) if kind else None


def _holding(
    connection: Connection, role_ids: Ids, day: date
) -> defaultdict[tuple[int, bool], list[str]]:
    """By role and whether as a deputy, the names of those who have it on the day."""
    own = role_assignment.c
    statement = (
        select(own.role_id, own.deputy, full_name(person))
        .join_from(role_assignment, person, person.c.id == own.person_id)
        .where(_holds(day))
        .order_by(full_name(person), own.id)
    )
    if role_ids is not None:
        statement = statement.where(own.role_id.in_(role_ids))
    found: defaultdict[tuple[int, bool], list[str]] = defaultdict(list)
    for role_id, deputy, name in connection.execute(statement):
        found[role_id, deputy].append(name)
    found.update(_held_by_members(connection, role_ids, day))
    return found


def _held_by_members(
    connection: Connection, role_ids: Ids, day: date
) -> dict[tuple[int, bool], list[str]]:
    """The same for roles that are held by members of their group; for these it is all there is."""
    statement = (
        select(role.c.id, role.c.kind, membership.c.role, full_name(person))
        .select_from(role)
        .outerjoin(membership, and_(membership.c.group_id == role.c.group_id, current(day)))
        .outerjoin(person, and_(person.c.id == membership.c.person_id, employed(day)))
        .where(role.c.group_id.is_not(None), role.c.kind.in_(FILLED_BY))
        .order_by(full_name(person), membership.c.id)
    )
    if role_ids is not None:
        statement = statement.where(role.c.id.in_(role_ids))
    found: dict[tuple[int, bool], list[str]] = {}
    for key, kind, part, name in connection.execute(statement):
        holders, deputies = found.setdefault((key, False), []), found.setdefault((key, True), [])
        if name and part in FILLED_BY[RoleKind(kind)]:
            holders.append(name)
        elif name and part == GroupRole.DEPUTY and kind in LED:
            deputies.append(name)
    return found


def _holds(day: date) -> ColumnElement[bool]:
    """The condition that an assignment counts on a day, and its person is employed."""
    first, last = role_assignment.c.valid_from, role_assignment.c.valid_to
    return and_(or_(first.is_(None), first <= day), or_(last.is_(None), last >= day), employed(day))
