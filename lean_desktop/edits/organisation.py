"""Changing people, units, groups and who is in them."""

from collections.abc import Collection, Iterable
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, delete, select, update

from lean_desktop.document.schema.organisation import group, membership, person, unit
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.organisation import (
    GroupKind,
    GroupRole,
    ordered_period,
    refuse_cycle,
)
from lean_desktop.edits import rows
from lean_desktop.edits.reporting import correct_manager
from lean_desktop.i18n import M_

ONE_DAY = timedelta(days=1)
_TOGETHER = ("first_name", "last_name", "active_from", "active_to")


def add_person(connection: Connection, /, *, over: Collection[int] = (), **fields: Any) -> int:
    """A new person, the manager of those in `over`; at least one of the names must be there."""
    values = _checked_person(fields)
    if not (values.get("first_name") or values.get("last_name")):
        raise RuleBroken(M_("A person needs a name. Write a first name or a last name."))
    key = rows.add(connection, person, values)
    rows.change(connection, person, over, {"manager_id": key, "manager_since": None})
    return key


def change_people(connection: Connection, /, ids: Collection[int], **fields: Any) -> None:
    """Set the same fields of one or more people.

    Another manager is put right as if they had always been it, and since when is then not known
    unless it is given too; `edits.reporting.report_to` is for those who get a new one.
    """
    values = _checked_person(fields)
    if not values.keys().isdisjoint(_TOGETHER):
        _check_together(connection, ids, values)
    correct_manager(connection, ids, values)
    rows.change(connection, person, ids, values)


def remove_people(connection: Connection, /, ids: Collection[int], *, whole: bool = False) -> None:
    """Take people out altogether, with their memberships and lines.

    Those who answered to them answer to the next one above, or go too with `whole`; units they led
    stand without a leader.
    """
    above = rows.parents(connection, person, "manager_id")
    gone = rows.below(above, ids) if whole else set(ids)
    for key in gone:
        up = _first_left(key, above, gone)
        moved = update(person).where(person.c.manager_id == key, person.c.id.not_in(gone))
        connection.execute(moved.values(manager_id=up, manager_since=None))
    rows.remove(connection, person, gone)


def add_unit(
    connection: Connection,
    /,
    name: str,
    parent_id: int | None = None,
    *,
    over: Collection[int] = (),
) -> int:
    """A new unit, below another one or at the top, and above those in `over`."""
    values = _checked_named({"name": name, "parent_id": parent_id})
    key = rows.add(connection, unit, values)
    rows.change(connection, unit, over, {"parent_id": key})
    return key


def change_units(connection: Connection, /, ids: Collection[int], **fields: Any) -> None:
    """Set the same fields of one or more units; a unit cannot lie below itself."""
    values = _checked_named(fields)
    if "parent_id" in values:
        above = rows.parents(connection, unit)
        for key in ids:
            refuse_cycle(key, values["parent_id"], above)
    rows.change(connection, unit, ids, values)


def remove_units(connection: Connection, /, ids: Collection[int], *, whole: bool = False) -> None:
    """Take units away. Those below, and their people, move up; with `whole` all of it goes."""
    above = rows.parents(connection, unit)
    if whole:
        gone = rows.below(above, ids)
        connection.execute(delete(person).where(person.c.unit_id.in_(gone)))
        rows.remove(connection, unit, gone)
        return
    for key in ids:
        up = _first_left(key, above, set(ids))
        connection.execute(update(person).where(person.c.unit_id == key).values(unit_id=up))
        connection.execute(update(unit).where(unit.c.parent_id == key).values(parent_id=up))
    rows.remove(connection, unit, ids)


def add_group(
    connection: Connection,
    /,
    kind: GroupKind,
    name: str,
    *,
    over: Collection[int] = (),
    **fields: Any,
) -> int:
    """A new group of the improvement organisation, above those in `over`."""
    key = rows.add(connection, group, _checked_named({"kind": kind, "name": name, **fields}))
    rows.change(connection, group, over, {"parent_id": key})
    return key


def change_groups(connection: Connection, /, ids: Collection[int], **fields: Any) -> None:
    """Set the same fields of one or more groups; a group cannot lie below itself."""
    values = _checked_named(fields)
    if "parent_id" in values:
        above = rows.parents(connection, group)
        for key in ids:
            refuse_cycle(key, values["parent_id"], above)
    for found in connection.execute(select(group).where(group.c.id.in_(ids))).mappings():
        new = {**found, **values}
        ordered_period(new["active_from"], new["active_to"])
    rows.change(connection, group, ids, values)


def remove_groups(connection: Connection, /, ids: Collection[int], *, whole: bool = False) -> None:
    """Take groups away with their meetings. Those below move up; with `whole` they go too.

    Members stay people.
    """
    above = rows.parents(connection, group)
    gone = rows.below(above, ids) if whole else set(ids)
    if not whole:
        for key in gone:
            up = _first_left(key, above, gone)
            connection.execute(update(group).where(group.c.parent_id == key).values(parent_id=up))
    rows.remove(connection, group, gone)


def add_members(
    connection: Connection,
    /,
    group_id: int,
    person_ids: Iterable[int],
    *,
    role: GroupRole = GroupRole.MEMBER,
    valid_from: date | None = None,
) -> list[int]:
    """Put people into a group; whoever is in it already, with an open end, stays as they are."""
    there = set(
        connection.scalars(
            select(membership.c.person_id).where(
                membership.c.group_id == group_id, membership.c.valid_to.is_(None)
            )
        )
    )
    return [
        rows.add(
            connection,
            membership,
            {"group_id": group_id, "person_id": key, "role": role, "valid_from": valid_from},
        )
        for key in dict.fromkeys(person_ids)
        if key not in there
    ]


def give_part(
    connection: Connection, /, group_id: int, person_id: int, part: GroupRole, day: date
) -> int:
    """Let a person have a part in a group from `day` on, whatever they did in it until then.

    What they did before is kept with its last day; the key of the membership that runs.
    """
    running = connection.execute(
        select(membership).where(
            membership.c.group_id == group_id,
            membership.c.person_id == person_id,
            membership.c.valid_to.is_(None),
        )
    ).first()
    if running is None:
        return add_members(connection, group_id, [person_id], role=part, valid_from=day)[0]
    if running.role == part:
        return int(running.id)
    if running.valid_from is not None and running.valid_from >= day:
        change_memberships(connection, [running.id], role=part)
        return int(running.id)
    change_memberships(connection, [running.id], valid_to=day - ONE_DAY)
    return add_members(connection, group_id, [person_id], role=part, valid_from=day)[0]


def change_memberships(connection: Connection, /, ids: Collection[int], **fields: Any) -> None:
    """Set role or period of one or more memberships."""
    for found in connection.execute(select(membership).where(membership.c.id.in_(ids))).mappings():
        new = {**found, **fields}
        ordered_period(new["valid_from"], new["valid_to"])
    rows.change(connection, membership, ids, fields)


def remove_memberships(connection: Connection, /, ids: Collection[int]) -> None:
    """Take people out of a group as if they had never been in it."""
    rows.remove(connection, membership, ids)


def _checked_person(fields: dict[str, Any]) -> dict[str, Any]:
    values = rows.trimmed(fields)
    rows.not_too_long(values)
    if (percent := values.get("percent")) is not None and not 0 <= percent <= 1000:
        raise RuleBroken(M_("A position is between 0 and 1000 percent."))
    ordered_period(values.get("active_from"), values.get("active_to"))
    return values


def _check_together(connection: Connection, ids: Collection[int], values: dict[str, Any]) -> None:
    """Refuse what only the fields together can tell: no name at all, an end before the start."""
    for found in connection.execute(select(person).where(person.c.id.in_(ids))).mappings():
        new = {**found, **values}
        if not (new["first_name"] or new["last_name"]):
            raise RuleBroken(M_("A person needs a name. Write a first name or a last name."))
        ordered_period(new["active_from"], new["active_to"])


def _checked_named(fields: dict[str, Any]) -> dict[str, Any]:
    values = rows.trimmed(fields)
    rows.required(values, "name")
    rows.not_too_long(values)
    return values


def _first_left(key: int, above: dict[int, Any], gone: Collection[int]) -> int | None:
    """The nearest one above that stays."""
    going = set(gone)
    up: int | None = above.get(key)
    while up in going:
        going.remove(up)  # A file may have been written elsewhere, with a circle in it.
        up = above.get(up)
    return up
