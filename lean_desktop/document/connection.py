"""The connection: how SQLite is asked to keep its promises, and SQLAlchemy on top of it."""

import sqlite3
import sys
from pathlib import Path

from sqlalchemy import Connection, create_engine
from sqlalchemy.pool import StaticPool

LONGEST_VALUE = 20_000_000
"""Bytes a single value may have; a hostile file cannot make us read more."""

BUSY_MS = 5000

_PRAGMAS = """
PRAGMA trusted_schema = OFF;
PRAGMA cell_size_check = ON;
PRAGMA mmap_size = 0;
PRAGMA foreign_keys = ON;
PRAGMA recursive_triggers = ON;
PRAGMA synchronous = FULL;
PRAGMA fullfsync = ON;
PRAGMA temp_store = MEMORY;
PRAGMA secure_delete = ON;
"""


def connect(path: Path, *, writable: bool, create: bool = False) -> sqlite3.Connection:
    """A connection with our settings, its transactions left to us.

    TRUNCATE and FULL, because people copy the file to a stick: one file holds every commit.
    """
    mode = ("rwc" if create else "rw") if writable else "ro"
    raw = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        timeout=BUSY_MS / 1000,
    )
    try:
        _settle(raw, writable=writable)
    except BaseException:
        raw.close()
        raise
    return raw


def in_memory(raw: sqlite3.Connection) -> sqlite3.Connection:
    """A copy of the whole file in memory, with the same settings."""
    copy = sqlite3.connect(":memory:", isolation_level=None)
    try:
        _settle(copy, writable=False)
        raw.backup(copy)
    except BaseException:
        copy.close()
        raise
    return copy


def over(raw: sqlite3.Connection) -> Connection:
    """SQLAlchemy's view of the same connection; BEGIN and COMMIT stay ours."""
    engine = create_engine(
        "sqlite://", creator=lambda: raw, poolclass=StaticPool, isolation_level="AUTOCOMMIT"
    )
    return engine.connect()


def _settle(raw: sqlite3.Connection, *, writable: bool) -> None:
    raw.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_VALUE)
    if sys.version_info >= (3, 12):
        raw.setconfig(sqlite3.SQLITE_DBCONFIG_DEFENSIVE, True)
        raw.setconfig(sqlite3.SQLITE_DBCONFIG_ENABLE_VIEW, False)
    for pragma in _PRAGMAS.strip().splitlines():
        raw.execute(pragma)
    if writable:
        raw.execute("PRAGMA journal_mode = TRUNCATE")
