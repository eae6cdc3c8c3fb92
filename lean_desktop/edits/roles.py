"""Changing roles and who has them, and giving mandates."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

from sqlalchemy import Connection, select

from lean_desktop.document.schema.organisation import group
from lean_desktop.document.schema.roles import mandate, role, role_assignment
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.organisation import ordered_period
from lean_desktop.domain.roles import FILLED_BY, ONE_DAY, MandateFor, ReadyRole, RoleKind
from lean_desktop.edits import rows, versions
from lean_desktop.i18n import M_
from lean_desktop.queries.roles import assignments


def add_role(
    connection: Connection, /, name: str, *, kind: RoleKind = RoleKind.OWN, **fields: Any
) -> int:
    """A new role, nobody's as yet."""
    return rows.add(connection, role, versions.checked({"name": name, "kind": kind, **fields}))


def add_ready_role(
    connection: Connection, /, ready: ReadyRole, *, name: str = "", **fields: Any
) -> int:
    """A new role from a ready description, with a name of its own if there is one."""
    return add_role(
        connection,
        name.strip() or ready.name,
        kind=ready.kind,
        purpose=ready.purpose,
        domain=ready.domain,
        accountabilities="\n".join(ready.accountabilities),
        **fields,
    )


def change_roles(connection: Connection, /, ids: Collection[int], **fields: Any) -> None:
    """Set the same fields of one or more roles."""
    rows.change(connection, role, ids, versions.checked(fields))


def remove_roles(connection: Connection, /, ids: Collection[int]) -> None:
    """Take roles away with their own mandates; who had them stay people."""
    rows.remove(connection, role, ids)


def assign(
    connection: Connection,
    /,
    role_id: int,
    person_ids: Iterable[int],
    *,
    deputy: bool = False,
    valid_from: date | None = None,
) -> list[int]:
    """Give a role to people, beside those who have it; keys of what is new.

    Whoever has it already, with an open end, stays as they are. Raises RuleBroken for one who
    is to be both holder and deputy at the same time, and for a role that members of a group hold
    by their parts in it.
    """
    refuse_filled(connection, role_id)
    there = {
        each.person_id: each.deputy
        for each in assignments(connection, role_id=role_id)
        if each.valid_to is None
    }
    new = [key for key in dict.fromkeys(person_ids) if there.get(key) is not deputy]
    made = [
        rows.add(
            connection,
            role_assignment,
            {"role_id": role_id, "person_id": key, "deputy": deputy, "valid_from": valid_from},
        )
        for key in new
    ]
    _refuse_both(connection, made)
    return made


def replace_holder(connection: Connection, /, assignment_id: int, person_id: int, day: date) -> int:
    """Let another have the role from `day` on, as holder or deputy as it was; the new key.

    One whose time would not have begun before `day` is replaced as if never named.
    """
    old = next(iter(assignments(connection, [assignment_id])), None)
    if old is None:
        raise versions.gone()
    if old.person_id == person_id:
        return assignment_id
    if old.valid_from is not None and old.valid_from >= day:
        change_assignments(connection, [assignment_id], person_id=person_id)
        return assignment_id
    end_assignments(connection, [assignment_id], day - ONE_DAY)
    made = assign(connection, old.role_id, [person_id], deputy=old.deputy, valid_from=day)
    return made[0] if made else assignment_id


def change_assignments(connection: Connection, /, ids: Collection[int], **fields: Any) -> None:
    """Set person, deputy or period of one or more assignments."""
    rows.change(connection, role_assignment, ids, fields)
    for each in assignments(connection, ids):
        ordered_period(each.valid_from, each.valid_to)
    _refuse_both(connection, ids)


def end_assignments(connection: Connection, /, ids: Collection[int], last: date) -> None:
    """Let people have their roles until `last`, that day included."""
    change_assignments(connection, ids, valid_to=last)


def remove_assignments(connection: Connection, /, ids: Collection[int]) -> None:
    """Take roles from people as if they had never had them."""
    rows.remove(connection, role_assignment, ids)


def give_mandate(
    connection: Connection,
    /,
    to: MandateFor,
    text: str,
    *,
    valid_from: date,
    giver: str = "",
    giver_group_id: int | None = None,
    review: date | None = None,
) -> int:
    """Give a mandate, or a new version of it; the running one ends the day before and is kept.

    Who gave it is a group, or somebody in words. Raises RuleBroken when the new version would
    not begin after the one before.
    """
    values = {
        "text": text,
        "giver": giver or _name_of(connection, giver_group_id),
        "giver_group_id": giver_group_id,
        "valid_from": valid_from,
        "review": review,
    }
    return versions.add(connection, mandate, to._asdict(), values)


def correct_mandate(connection: Connection, /, mandate_id: int, **fields: Any) -> None:
    """Correct the latest version: its text, giver, days or review. Earlier ones are history.

    Raises RuleBroken for an earlier one, and where two versions would hold on one day.
    """
    if "giver" in fields:
        fields.setdefault("giver_group_id", None)
    elif "giver_group_id" in fields:
        fields["giver"] = _name_of(connection, fields["giver_group_id"])
    versions.correct(connection, mandate, mandate_id, fields)


def remove_mandates(connection: Connection, /, ids: Collection[int]) -> None:
    """Take versions of mandates away as if they had never been given; the others keep their days."""
    rows.remove(connection, mandate, ids)


def refuse_filled(connection: Connection, role_id: int) -> None:
    """Raise RuleBroken for a role that members of its group hold by their parts in it."""
    row = connection.execute(select(role.c.kind, role.c.group_id).where(role.c.id == role_id)).one()
    if row.group_id is not None and row.kind in FILLED_BY:
        raise RuleBroken(
            M_("Members of the group hold this role. Give them their part in the group.")
        )


def _refuse_both(connection: Connection, ids: Collection[int]) -> None:
    """Refuse one who would have a role twice on the same day, also as holder and deputy."""
    for each in assignments(connection, ids):
        for other in assignments(connection, role_id=each.role_id, person_id=each.person_id):
            apart = _before(each.valid_to, other.valid_from) or _before(
                other.valid_to, each.valid_from
            )
            if other.id != each.id and not apart:
                raise RuleBroken(
                    M_(
                        "{person} would have this role twice at the same time. End the first time"
                        " before the second begins, or change the one there is.",
                        person=each.person,
                    )
                )


def _before(last: date | None, first: date | None) -> bool:
    return last is not None and first is not None and last < first


def _name_of(connection: Connection, group_id: int | None) -> str:
    found = connection.scalar(select(group.c.name).where(group.c.id == group_id))
    return found or ""
