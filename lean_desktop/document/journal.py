"""The journal: temporary triggers that log every row touched, and the replay that takes it back.

One temporary table holds the rows as they were, in native types, in one order for the whole
document. Database cascades and bulk statements are logged like single edits, because it is the
database that logs. Undo replays a range of the log newest-first while the very same triggers
write what redo needs.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import groupby

from lean_desktop.document.changes import (
    EVERYTHING,
    MOST_KEYS,
    ChangeSet,
    TableChange,
    net_change,
)

UNTRACKED = frozenset({"counter", "draft"})
"""Counters never run backwards, and text in hand is no edit."""

LOG = "temp.journal"
Row = tuple[object, ...]


class Journal:
    """Logs the rows of one connection, and replays them. Seq numbers name places in the log."""

    def __init__(self, raw: sqlite3.Connection) -> None:
        self._raw = raw
        self._columns = dict(_tables(raw))
        width = max(map(len, self._columns.values()), default=0)
        raw.executescript("".join(self._statements(width)))

    def position(self) -> int:
        """Seq of the newest row in the log; 0 when it is empty."""
        found: int = self._raw.execute(f"SELECT coalesce(max(seq), 0) FROM {LOG}").fetchone()[0]
        return found

    def changes(self, after: int) -> ChangeSet:
        """What the log says happened since `after`, table by table."""
        counts = self._raw.execute(
            f"SELECT tab, count(*) FROM {LOG} WHERE seq > ? GROUP BY tab", (after,)
        ).fetchall()
        tables = {tab: self._table_change(tab, rows, after) for tab, rows in counts}
        return ChangeSet({tab: change for tab, change in tables.items() if any(change)})

    def _table_change(self, tab: str, rows: int, after: int) -> TableChange:
        if rows > 2 * MOST_KEYS:
            return EVERYTHING
        operations = self._raw.execute(
            f"SELECT op, key FROM {LOG} WHERE seq > ? AND tab = ? ORDER BY seq", (after, tab)
        ).fetchall()
        change = net_change(operations)
        if not change.updated:
            return change
        return change._replace(columns=self._changed_columns(tab, after))

    def _changed_columns(self, tab: str, after: int) -> frozenset[str]:
        """Names of the columns in which a row that was there before now says something else."""
        columns = self._columns[tab]
        differs = ", ".join(
            f'max(old.c{index} IS NOT new."{column}")' for index, column in enumerate(columns)
        )
        flags = self._raw.execute(
            f'SELECT {differs} FROM {LOG} AS old JOIN main."{tab}" AS new ON new.id = old.key'
            " WHERE old.seq > ? AND old.tab = ? AND old.op <> 'I'",  # REPLACE deletes first.
            (after, tab),
        ).fetchone()
        return frozenset(column for column, flag in zip(columns, flags, strict=True) if flag)

    def replay(self, after: int, to: int) -> None:
        """Take back everything logged in `(after, to]`, newest first, and drop it from the log.

        The triggers log the taking-back itself after `to`, which is what redo replays.
        """
        with closing(self._raw.cursor()) as reader:
            rows = reader.execute(
                f"SELECT * FROM {LOG} WHERE seq > ? AND seq <= ? ORDER BY seq DESC", (after, to)
            ).fetchall()
        for (tab, op), run in groupby(rows, key=lambda row: (row[1], row[2])):
            self._raw.executemany(*self._inverse(tab, op, run))
        self.forget(after, to)

    def forget(self, after: int, to: int) -> None:
        """Drop a range of the log that nothing will ask for again."""
        self._raw.execute(f"DELETE FROM {LOG} WHERE seq > ? AND seq <= ?", (after, to))

    def _inverse(self, tab: str, op: str, run: Iterator[Row]) -> tuple[str, list[Row]]:
        columns = self._columns[tab]
        if op == "I":
            return f'DELETE FROM "{tab}" WHERE id = ?', [(row[3],) for row in run]
        old = [row[4 : 4 + len(columns)] for row in run]
        if op == "D":
            marks = ", ".join("?" * len(columns))
            return f'INSERT INTO "{tab}" ({_names(columns)}) VALUES ({marks})', old
        settings = ", ".join(f'"{column}" = ?' for column in columns)
        return f'UPDATE "{tab}" SET {settings} WHERE id = ?', [(*row, row[0]) for row in old]

    def _statements(self, width: int) -> Iterator[str]:
        cells = ", ".join(f"c{index}" for index in range(width))
        yield f"CREATE TEMP TABLE journal (seq INTEGER PRIMARY KEY, tab, op, key, {cells});\n"
        for tab, columns in self._columns.items():
            yield from _triggers(tab, columns)


def _triggers(tab: str, columns: list[str]) -> Iterator[str]:
    cells = ", ".join(f"c{index}" for index in range(len(columns)))
    old = ", ".join(f'old."{column}"' for column in columns)
    differs = " OR ".join(f'old."{column}" IS NOT new."{column}"' for column in columns)
    keep = f"INSERT INTO journal (tab, op, key, {cells}) VALUES ('{tab}',"
    yield (
        f'CREATE TEMP TRIGGER "{tab}_came" AFTER INSERT ON main."{tab}" BEGIN '
        f"INSERT INTO journal (tab, op, key) VALUES ('{tab}', 'I', new.id); END;\n"
    )
    yield (
        f'CREATE TEMP TRIGGER "{tab}_went" AFTER DELETE ON main."{tab}" BEGIN '
        f"{keep} 'D', old.id, {old}); END;\n"
    )
    yield (
        f'CREATE TEMP TRIGGER "{tab}_changed" AFTER UPDATE ON main."{tab}" WHEN {differs} BEGIN '
        f"{keep} 'U', old.id, {old}); END;\n"
    )
    yield (
        f'CREATE TEMP TRIGGER "{tab}_moved" BEFORE UPDATE OF id ON main."{tab}" '
        "WHEN old.id <> new.id BEGIN SELECT RAISE(ABORT, 'a key never changes'); END;\n"
    )


def _names(columns: list[str]) -> str:
    return ", ".join(f'"{column}"' for column in columns)


def _tables(raw: sqlite3.Connection) -> Iterator[tuple[str, list[str]]]:
    found = raw.execute("SELECT name FROM main.sqlite_schema WHERE type = 'table'").fetchall()
    for (name,) in found:
        if name not in UNTRACKED and not name.startswith("sqlite_"):
            info = raw.execute(f'PRAGMA main.table_info("{name}")').fetchall()
            yield name, [row[1] for row in info]
