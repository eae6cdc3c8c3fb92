"""What an edit, an undo or a redo has touched, in the terms every view listens for."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

MOST_KEYS = 1000
"""From here on a table's changes are told as “all”; a view then reads itself afresh."""


class TableChange(NamedTuple):
    """Keys of one table: rows that came, rows that are otherwise, rows that went.

    `columns` names what is otherwise in the rows that were updated.
    """

    inserted: frozenset[int] = frozenset()
    updated: frozenset[int] = frozenset()
    deleted: frozenset[int] = frozenset()
    all: bool = False
    columns: frozenset[str] = frozenset()

    @property
    def kept(self) -> frozenset[int]:
        """Keys of rows that are there now and were touched."""
        return self.inserted | self.updated


class ChangeSet(NamedTuple):
    """Table by table, what changed. Falsy when nothing did."""

    tables: Mapping[str, TableChange]

    def __bool__(self) -> bool:
        return bool(self.tables)

    def of(self, table: str) -> TableChange:
        """What changed in `table`; an empty change when nothing did."""
        return self.tables.get(table, TableChange())

    def touches(self, tables: Iterable[str]) -> bool:
        """Whether any of `tables` changed."""
        return not self.tables.keys().isdisjoint(tables)


EVERYTHING = TableChange(all=True)


def net_change(operations: Iterable[tuple[str, int]]) -> TableChange:
    """One table's net change from its (operation, key) log, oldest first.

    Operations are `I`, `U` and `D`; a row that came and went again is no change at all.
    """
    first: dict[int, str] = {}
    last: dict[int, str] = {}
    for operation, key in operations:
        first.setdefault(key, operation)
        last[key] = operation
        if len(first) > MOST_KEYS:
            return EVERYTHING
    came = {key for key, operation in first.items() if operation == "I"}
    gone = {key for key, operation in last.items() if operation == "D"}
    return TableChange(
        frozenset(came - gone), frozenset(first.keys() - came - gone), frozenset(gone - came)
    )
