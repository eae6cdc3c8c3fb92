"""Papers in versions: a new one closes the one before, which stays with its text and its days.

Mandates and group agreements share this; a version is a row with `version`, `valid_from`,
`valid_to` and `review`.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import Connection, Table, and_, select

from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.organisation import ordered_period
from lean_desktop.domain.roles import ONE_DAY, lines, refuse_overlap
from lean_desktop.edits import rows
from lean_desktop.i18n import M_

Row = Mapping[str, Any]

_AGREED = ("shared_values", "ground_rules", "sub_goals", "standing_items")
"""What an agreement may say; something of it it must."""

_LISTS = ("accountabilities", *_AGREED)
"""Texts with one thing a line."""

_OWNERS = ("group_kind", "group_id", "role_id", "is_coordinator")
"""Columns that say whose a version is, as far as its table has them."""


def add(connection: Connection, table: Table, of: Row, fields: Row) -> int:
    """A new version of the paper that belongs to `of`, closing the one before. Its key.

    Raises RuleBroken when it would not begin after the one before.
    """
    values = _checked_version(fields)
    earlier = _versions(connection, table, of)
    if earlier:
        _close(connection, table, earlier[-1], values["valid_from"])
    number = 1 + max((each["version"] for each in earlier), default=0)
    return rows.add(connection, table, {**of, **values, "version": number})


def correct(connection: Connection, table: Table, key: int, fields: Row) -> None:
    """Set fields of the latest version. Raises RuleBroken for an earlier one, or an overlap."""
    found = connection.execute(select(table).where(table.c.id == key)).mappings().first()
    if found is None:
        raise gone()
    *earlier, latest = _versions(
        connection, table, {name: found[name] for name in _OWNERS if name in found}
    )
    if latest["id"] != key:
        raise RuleBroken(
            M_("This is an earlier version, kept as it was. Correct the latest one instead.")
        )
    checked = _checked_version({**latest, **fields})
    refuse_overlap([(each["valid_from"], each["valid_to"]) for each in [*earlier, checked]])
    rows.change(connection, table, [key], {name: checked[name] for name in fields})


def checked(fields: Row) -> dict[str, Any]:
    """Texts without blanks around them, lists one a line. Raises RuleBroken for what cannot be."""
    values = rows.trimmed(fields)
    for name in values.keys() & set(_LISTS):
        values[name] = "\n".join(lines(values[name]))
    rows.required(values, "name", "text")
    rows.not_too_long(values, {"giver": 200})
    return values


def gone() -> RuleBroken:
    """What to say when somebody has taken away what is to be changed."""
    return RuleBroken(M_("This is no longer in the workspace."))


def _versions(connection: Connection, table: Table, of: Row) -> list[Row]:
    """All versions that belong to `of`, the earliest first."""
    same = and_(*(table.c[name].is_not_distinct_from(value) for name, value in of.items()))
    ordered = select(table).where(same).order_by(table.c.valid_from, table.c.id)
    return [dict(row) for row in connection.execute(ordered).mappings()]


def _close(connection: Connection, table: Table, before: Row, next_from: date) -> None:
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


def _checked_version(fields: Row) -> dict[str, Any]:
    values = checked(fields)
    if "ground_rules" in values and not any(values[name] for name in _AGREED):
        raise RuleBroken(
            M_("An agreement says something. Write a value, a ground rule or a sub-goal.")
        )
    ordered_period(values["valid_from"], values.get("valid_to"))
    if values["review"] is not None and values["review"] < values["valid_from"]:
        raise RuleBroken(M_("The review lies before the first day. Choose a later day."))
    return values
