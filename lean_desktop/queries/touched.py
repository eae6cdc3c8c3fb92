"""From a change to the rows of one view that now look otherwise, joined names included."""

from collections.abc import Collection, Mapping
from functools import cache
from typing import Any

from sqlalchemy import BindParameter, Column, Connection, Select, bindparam, select

from lean_desktop.document.changes import ChangeSet, TableChange

Shown = tuple[Column[Any], Column[Any]]
"""Where to look: a column with the view's keys, and the column that holds the changed key."""

Places = Mapping[str, Collection[Shown]]
"""By changed table, where a view's rows take text from it."""

NAMES = {
    "person": {"first_name", "last_name", "active_from", "active_to"},
    "unit": {"name"},
    "group": {"name", "kind", "active_from", "active_to"},
    "role": {"name"},
    "goal": {"name"},
}
"""What other tables' views show of a row they point at, or judge it by."""

Touched = frozenset[int] | None
"""Keys of a view's rows to read again; None when it is simpler to read them all."""


def touched(connection: Connection, changes: ChangeSet, own: str, shown: Places) -> Touched:
    """Keys of the rows of table `own` that show something of what changed.

    `shown` names the other places a row takes its text from, by changed table.
    """
    keys = set(changes.of(own).kept | changes.of(own).deleted)
    for table, places in shown.items():
        change = changes.of(table)
        if change.all or (change.deleted and table != own) or _pointed(table, change, places):
            return None  # What a row pointed at before is no longer known.
        for place in places:
            if changed := _changed_there(table, change, place):
                keys.update(_showing(connection, place, changed))
    return None if changes.of(own).all else frozenset(keys)


def _pointed(table: str, change: TableChange, places: Collection[Shown]) -> bool:
    """Whether rows of the changed table now point at another row of the view."""
    return any(
        row_key.table.name == table and row_key.name in change.columns for row_key, _ in places
    )


def _changed_there(table: str, change: TableChange, place: Shown) -> frozenset[int]:
    """Keys of changed rows that such a place shows something of."""
    _, changed_key = place
    if changed_key.table.name == table and changed_key.name == "id":
        return change.kept  # The changed row itself points at a row of the view.
    return change.updated if change.columns & NAMES[table] else frozenset()


def _showing(connection: Connection, place: Shown, keys: frozenset[int]) -> Collection[int]:
    return connection.scalars(_asked(*place), {"keys": list(keys)}).all()


@cache
def _asked(row_key: Column[Any], changed_key: Column[Any]) -> Select[int]:
    keys: BindParameter[Any] = bindparam("keys", expanding=True)
    return select(row_key).where(changed_key.in_(keys), row_key.is_not(None))
