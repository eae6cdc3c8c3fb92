"""Changing roles and who has them, giving mandates, and writing down what groups agree on."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, select

from lean_desktop.document.schema.organisation import group
from lean_desktop.document.schema.roles import agreement, mandate, role, role_assignment
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.organisation import ordered_period
from lean_desktop.domain.roles import (
    ONE_DAY,
    MandateFor,
    ReadyRole,
    RoleKind,
    lines,
    refuse_overlap,
)
from lean_desktop.edits import rows
from lean_desktop.i18n import M_
from lean_desktop.queries.roles import assignments, given

_LISTS = ("accountabilities", "ground_rules", "sub_goals")
"""Texts with one thing a line."""

_LIMITS = {"giver": 200}


def add_role(
    connection: Connection, /, name: str, *, kind: RoleKind = RoleKind.OWN, **fields: Any
) -> int:
    """A new role, nobody's as yet."""
    return rows.add(connection, role, _checked({"name": name, "kind": kind, **fields}))


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
    rows.change(connection, role, ids, _checked(fields))


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
    is to be both holder and deputy at the same time.
    """
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
        raise _gone()
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
    return _new_version(connection, mandate, given(to), to._asdict(), values)


def correct_mandate(connection: Connection, /, mandate_id: int, **fields: Any) -> None:
    """Correct the latest version: its text, giver, days or review. Earlier ones are history."""
    if fields.get("giver_group_id") is not None and "giver" not in fields:
        fields["giver"] = _name_of(connection, fields["giver_group_id"])
    _correct(connection, mandate, mandate_id, fields)


def remove_mandates(connection: Connection, /, ids: Collection[int]) -> None:
    """Take versions of mandates away as if they had never been given; the others keep their days."""
    rows.remove(connection, mandate, ids)


def make_agreement(
    connection: Connection,
    /,
    group_id: int,
    *,
    ground_rules: str,
    sub_goals: str = "",
    valid_from: date,
    review: date | None = None,
) -> int:
    """Write down what a group has agreed on, or a new version of it; the running one is kept.

    Raises RuleBroken when the new version would not begin after the one before.
    """
    values = {
        "ground_rules": ground_rules,
        "sub_goals": sub_goals,
        "valid_from": valid_from,
        "review": review,
    }
    same = _of_group(group_id)
    return _new_version(connection, agreement, same, {"group_id": group_id}, values)


def correct_agreement(connection: Connection, /, agreement_id: int, **fields: Any) -> None:
    """Correct the latest version: its rules, goals, days or review. Earlier ones are history."""
    _correct(connection, agreement, agreement_id, fields)


def remove_agreements(connection: Connection, /, ids: Collection[int]) -> None:
    """Take versions of agreements away as if never made; the others keep their days."""
    rows.remove(connection, agreement, ids)


def _new_version(
    connection: Connection,
    table: Table,
    same: ColumnElement[bool],
    of: Mapping[str, Any],
    fields: Mapping[str, Any],
) -> int:
    """Add a version to those that are the `same`, closing the one before. Its key."""
    values = _checked_version(fields)
    before = _latest(connection, table, same)
    if before is not None:
        _close(connection, table, before, values["valid_from"])
    version = 1 if before is None else before["version"] + 1
    return rows.add(connection, table, {**of, **values, "version": version})


def _close(
    connection: Connection, table: Table, before: Mapping[str, Any], next_from: date
) -> None:
    if next_from <= before["valid_from"]:
        raise RuleBroken(
            M_(
                "The version before is valid from {day}. Choose a later first day, or correct that"
                " version.",
                day=before["valid_from"],
            )
        )
    if before["valid_to"] is None or before["valid_to"] >= next_from:
        rows.change(connection, table, [before["id"]], {"valid_to": next_from - ONE_DAY})


def _correct(connection: Connection, table: Table, key: int, fields: Mapping[str, Any]) -> None:
    found = next(iter(_versions(connection, table, table.c.id == key)), None)
    if found is None:
        raise _gone()
    versions = _versions(connection, table, _like(table, found))
    if versions[-1]["id"] != key:
        raise RuleBroken(
            M_("This is an earlier version, kept as it was. Correct the latest one instead.")
        )
    values = rows.trimmed(fields)
    checked = _checked_version({**found, **values})
    refuse_overlap(
        [*((each["valid_from"], each["valid_to"]) for each in versions[:-1]), _period(checked)]
    )
    rows.change(connection, table, [key], {name: checked[name] for name in values})


def _gone() -> RuleBroken:
    return RuleBroken(M_("This is no longer in the workspace."))


def _like(table: Table, found: Mapping[str, Any]) -> ColumnElement[bool]:
    """The condition of being a version of the same mandate or agreement as the row found."""
    if table is agreement:
        return _of_group(found["group_id"])
    return given(MandateFor(*(found[name] for name in MandateFor._fields)))


def _of_group(group_id: int) -> ColumnElement[bool]:
    return agreement.c.group_id == group_id


def _versions(
    connection: Connection, table: Table, same: ColumnElement[bool]
) -> list[Mapping[str, Any]]:
    ordered = select(table).where(same).order_by(table.c.valid_from, table.c.id)
    return [dict(row) for row in connection.execute(ordered).mappings()]


def _latest(
    connection: Connection, table: Table, same: ColumnElement[bool]
) -> Mapping[str, Any] | None:
    versions = _versions(connection, table, same)
    return versions[-1] if versions else None


def _period(values: Mapping[str, Any]) -> tuple[date, date | None]:
    return values["valid_from"], values["valid_to"]


def _checked_version(fields: Mapping[str, Any]) -> dict[str, Any]:
    values = _checked(fields)
    rows.required(values, "text")
    if "ground_rules" in values and not (values["ground_rules"] or values["sub_goals"]):
        raise RuleBroken(M_("An agreement says something. Write a ground rule or a sub-goal."))
    ordered_period(values["valid_from"], values.get("valid_to"))
    if values["review"] is not None and values["review"] < values["valid_from"]:
        raise RuleBroken(M_("The review lies before the first day. Choose a later day."))
    return values


def _checked(fields: Mapping[str, Any]) -> dict[str, Any]:
    values = rows.trimmed(fields)
    for name in values.keys() & set(_LISTS):
        values[name] = "\n".join(lines(values[name]))
    rows.required(values, "name")
    rows.not_too_long(values, _LIMITS)
    return values


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
