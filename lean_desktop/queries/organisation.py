"""People, units, groups and memberships, with the names they point at."""

from collections.abc import Collection
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    FromClause,
    Select,
    and_,
    bindparam,
    func,
    or_,
    select,
)

from lean_desktop.document.changes import ChangeSet
from lean_desktop.document.schema import Day
from lean_desktop.document.schema.organisation import group, membership, person, unit
from lean_desktop.domain.organisation import (
    Group,
    GroupKind,
    GroupRole,
    Membership,
    Person,
    Unit,
)
from lean_desktop.queries.touched import Places, Touched, touched

_manager = person.alias("manager")
_leader = person.alias("leader")
_parent_unit = unit.alias("parent_unit")
_parent_group = group.alias("parent_group")

Ids = Collection[int] | None


def people(
    connection: Connection, ids: Ids = None, *, today: date, unit_id: int | None = None
) -> list[Person]:
    """People by last name; all of them, or those with `ids`, or of one unit."""
    values: dict[str, Any] = {"today": today}
    if ids is not None:
        values["ids"] = list(ids)
    statement = _people() if ids is None else _some_people()
    if unit_id is not None:
        statement = statement.where(person.c.unit_id == unit_id)
    return [Person(*row) for row in connection.execute(statement, values)]


@cache
def _people() -> "Select[*tuple[Any, ...]]":
    """Put together once: it is asked after every edit."""
    groups = (
        select(func.count(membership.c.group_id.distinct()))
        .where(membership.c.person_id == person.c.id, current(bindparam("today", type_=Day)))
        .scalar_subquery()
    )
    return (
        select(
            person.c.id,
            person.c.number,
            person.c.first_name,
            person.c.last_name,
            person.c.title,
            person.c.unit_id,
            func.coalesce(unit.c.name, ""),
            person.c.manager_id,
            full_name(_manager),
            person.c.email,
            person.c.phone,
            person.c.percent,
            person.c.active_from,
            person.c.active_to,
            groups,
            person.c.manager_since,
            person.c.assistant,
        )
        .select_from(person)
        .outerjoin(unit, unit.c.id == person.c.unit_id)
        .outerjoin(_manager, _manager.c.id == person.c.manager_id)
        .order_by(person.c.last_name, person.c.first_name, person.c.id)
    )


@cache
def _some_people() -> "Select[*tuple[Any, ...]]":
    return _people().where(person.c.id.in_(bindparam("ids", expanding=True)))


def people_touched(connection: Connection, changes: ChangeSet) -> Touched:
    """Whose rows in `people` may have changed."""
    shown: Places = {
        "unit": [(person.c.id, person.c.unit_id)],
        "person": [(person.c.id, person.c.manager_id)],
        "membership": [(membership.c.person_id, membership.c.id)],
    }
    return touched(connection, changes, "person", shown)


def units(connection: Connection, ids: Ids = None, *, today: date | None = None) -> list[Unit]:
    """Units by name, with how many people belong to each directly; `today` counts the employed."""
    belonging = select(func.count()).where(person.c.unit_id == unit.c.id)
    heads = (belonging if today is None else belonging.where(employed(today))).scalar_subquery()
    statement = (
        select(
            unit.c.id,
            unit.c.name,
            unit.c.parent_id,
            func.coalesce(_parent_unit.c.name, ""),
            unit.c.leader_id,
            full_name(_leader),
            heads,
        )
        .select_from(unit)
        .outerjoin(_parent_unit, _parent_unit.c.id == unit.c.parent_id)
        .outerjoin(_leader, _leader.c.id == unit.c.leader_id)
        .order_by(unit.c.name, unit.c.id)
    )
    if ids is not None:
        statement = statement.where(unit.c.id.in_(ids))
    return [Unit(*row) for row in connection.execute(statement)]


def units_touched(connection: Connection, changes: ChangeSet) -> Touched:
    """Which rows of `units` may have changed."""
    shown: Places = {
        "unit": [(unit.c.id, unit.c.parent_id)],
        "person": [(unit.c.id, unit.c.leader_id), (person.c.unit_id, person.c.id)],
    }
    return touched(connection, changes, "unit", shown)


def groups(
    connection: Connection, ids: Ids = None, *, today: date, only_active: bool = False
) -> list[Group]:
    """Groups by name, with today's leader and how many take part today and are employed.

    `only_active` leaves out those that are over by then, or have not begun.
    """
    heads = (
        select(func.count(membership.c.person_id.distinct()))
        .join_from(membership, person, person.c.id == membership.c.person_id)
        .where(membership.c.group_id == group.c.id, current(today), employed(today))
        .scalar_subquery()
    )
    leader = (
        select(full_name(person))
        .join_from(membership, person, person.c.id == membership.c.person_id)
        .where(
            membership.c.group_id == group.c.id,
            membership.c.role == GroupRole.LEADER,
            current(today),
            employed(today),
        )
        .order_by(membership.c.id)
        .limit(1)
        .scalar_subquery()
    )
    statement = (
        select(
            group.c.id,
            group.c.kind,
            group.c.name,
            group.c.purpose,
            group.c.parent_id,
            func.coalesce(_parent_group.c.name, ""),
            group.c.unit_id,
            func.coalesce(unit.c.name, ""),
            func.coalesce(leader, ""),
            heads,
            group.c.active_from,
            group.c.active_to,
            group.c.pillar,
            group.c.shifts,
        )
        .select_from(group)
        .outerjoin(_parent_group, _parent_group.c.id == group.c.parent_id)
        .outerjoin(unit, unit.c.id == group.c.unit_id)
        .order_by(group.c.name, group.c.id)
    )
    if ids is not None:
        statement = statement.where(group.c.id.in_(ids))
    if only_active:
        statement = statement.where(active(today))
    rows = connection.execute(statement)
    return [Group(row[0], GroupKind(row[1]), *row[2:]) for row in rows]


def groups_touched(connection: Connection, changes: ChangeSet) -> Touched:
    """Which rows of `groups` may have changed."""
    shown: Places = {
        "group": [(group.c.id, group.c.parent_id)],
        "unit": [(group.c.id, group.c.unit_id)],
        "membership": [(membership.c.group_id, membership.c.id)],
        "person": [(membership.c.group_id, membership.c.person_id)],
    }
    return touched(connection, changes, "group", shown)


def memberships(
    connection: Connection,
    ids: Ids = None,
    *,
    group_id: int | None = None,
    person_id: int | None = None,
) -> list[Membership]:
    """Who is, was or will be in which group; leaders first, then by name."""
    statement = (
        select(
            membership.c.id,
            membership.c.group_id,
            group.c.name,
            membership.c.person_id,
            full_name(person),
            membership.c.role,
            membership.c.valid_from,
            membership.c.valid_to,
        )
        .select_from(membership)
        .join(group, group.c.id == membership.c.group_id)
        .join(person, person.c.id == membership.c.person_id)
    )
    if ids is not None:
        statement = statement.where(membership.c.id.in_(ids))
    if group_id is not None:
        statement = statement.where(membership.c.group_id == group_id)
    if person_id is not None:
        statement = statement.where(membership.c.person_id == person_id)
    found = [
        Membership(*row[:5], GroupRole(row[5]), *row[6:]) for row in connection.execute(statement)
    ]
    return sorted(found, key=lambda each: (_RANK[each.role], each.person, each.id))


def memberships_touched(connection: Connection, changes: ChangeSet) -> Touched:
    """Which rows of `memberships` may have changed."""
    shown: Places = {
        "group": [(membership.c.id, membership.c.group_id)],
        "person": [(membership.c.id, membership.c.person_id)],
    }
    return touched(connection, changes, "membership", shown)


def counts(connection: Connection, *, day: date | None = None) -> tuple[int, int, int]:
    """How many people, units and groups there are: in all, or on a day; units are of every day."""
    heads, teams = select(func.count(person.c.id)), select(func.count(group.c.id))
    if day is not None:
        heads, teams = heads.where(employed(day)), teams.where(active(day))
    every = (heads, select(func.count(unit.c.id)), teams)
    row = connection.execute(select(*(each.scalar_subquery() for each in every))).one()
    return row[0], row[1], row[2]


def current(today: date | BindParameter[date]) -> ColumnElement[bool]:
    """The condition that a membership holds on a day."""
    return and_(
        or_(membership.c.valid_from.is_(None), membership.c.valid_from <= today),
        or_(membership.c.valid_to.is_(None), membership.c.valid_to >= today),
    )


def employed(day: date) -> ColumnElement[bool]:
    """The condition that a person belongs to the organisation on a day."""
    return _within(day, person.c.active_from, person.c.active_to)


def active(day: date) -> ColumnElement[bool]:
    """The condition that a group is at work on a day."""
    return _within(day, group.c.active_from, group.c.active_to)


def _within(
    day: date, first: ColumnElement[date | None], last: ColumnElement[date | None]
) -> ColumnElement[bool]:
    return and_(or_(first.is_(None), first <= day), or_(last.is_(None), last >= day))


def full_name(who: FromClause) -> ColumnElement[str]:
    """First and last name in one text; empty when there is nobody."""
    return func.coalesce(func.trim(who.c.first_name + " " + who.c.last_name), "")


_RANK = {role: rank for rank, role in enumerate(GroupRole)}
