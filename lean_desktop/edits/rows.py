"""The plain statements every edit is made of."""

from collections.abc import Collection, Mapping
from functools import cache
from typing import Any

from sqlalchemy import Connection, Table, Update, bindparam, delete, insert, select, update

from lean_desktop.domain.errors import RuleBroken
from lean_desktop.i18n import M_


def add(connection: Connection, table: Table, values: Mapping[str, Any]) -> int:
    """Insert one row; its key."""
    key = connection.execute(insert(table).values(dict(values))).inserted_primary_key
    return int(key[0]) if key else 0


def change(
    connection: Connection, table: Table, keys: Collection[int], values: Mapping[str, Any]
) -> None:
    """Set the same columns in every row with one of `keys`."""
    if keys and values:
        connection.execute(_changing(table), [{"row_id": key, **values} for key in keys])


@cache
def _changing(table: Table) -> Update:
    """Built once for each table: building it takes longer than running it."""
    return update(table).where(table.c.id == bindparam("row_id"))


def remove(connection: Connection, table: Table, keys: Collection[int]) -> None:
    """Delete the rows with one of `keys`; the schema says what goes with them."""
    connection.execute(delete(table).where(table.c.id.in_(keys)))


def parents(connection: Connection, table: Table, column: str = "parent_id") -> dict[int, Any]:
    """Every row's key and the key above it."""
    rows = connection.execute(select(table.c.id, table.c[column]))
    return {row[0]: row[1] for row in rows}


def below(parents_by_key: Mapping[int, int | None], tops: Collection[int]) -> set[int]:
    """`tops` and everything that hangs under them."""
    children: dict[int | None, list[int]] = {}
    for key, parent in parents_by_key.items():
        children.setdefault(parent, []).append(key)
    found: set[int] = set()
    waiting = list(tops)
    while waiting:
        key = waiting.pop()
        if key not in found:
            found.add(key)
            waiting.extend(children.get(key, ()))
    return found


def trimmed(values: Mapping[str, Any]) -> dict[str, Any]:
    """The same values with texts stripped of blanks around them."""
    return {
        name: value.strip() if isinstance(value, str) else value for name, value in values.items()
    }


def required(values: Mapping[str, Any], *names: str) -> None:
    """Raise RuleBroken when a text that must be there is about to become empty."""
    for name in names:
        if name in values and not values[name]:
            raise RuleBroken(M_("This cannot be empty. Write something, or press Esc."))


LONGEST = {
    "name": 200,
    "title": 200,
    "first_name": 200,
    "last_name": 200,
    "number": 50,
    "phone": 50,
    "email": 200,
    "place": 200,
    "company": 200,
    "pillar": 200,
    "shifts": 200,
}
LONGEST_TEXT = 10_000


def not_too_long(values: Mapping[str, Any], longest: Mapping[str, int] | None = None) -> None:
    """Raise RuleBroken when a text is longer than the schema takes."""
    for name, value in values.items():
        most = {**LONGEST, **(longest or {})}.get(name, LONGEST_TEXT)
        if isinstance(value, str) and len(value) > most:
            raise RuleBroken(
                M_("That is {n} characters; at most {most} fit here.", n=len(value), most=most)
            )
