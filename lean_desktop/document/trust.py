"""Whether a file may be trusted: what its header says, what its schema holds, whether it is whole.

The header is read before any connection exists. Later nothing may open the file a second time:
closing a second handle in the same process would drop SQLite's own locks.
"""

import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path

from lean_desktop.document import trouble
from lean_desktop.document.migrations import (
    CURRENT,
    Version,
    expected_fingerprint,
    fingerprint,
    released,
)

APPLICATION_ID = 0x4C44736B
"""“LDsk”, in bytes 68 to 71 of every workspace."""

MAGIC = b"SQLite format 3\x00"
HEADER = 100
ROLLBACK_JOURNAL = b"\x01\x01"
"""Bytes 18 and 19 of a file that keeps its commits to itself, without a log beside it."""

PATIENCE = 10.0
"""Seconds of computing (a slow disk is no damage) a check may take before we give up."""


def read_header(path: Path) -> Version:
    """The version in the header. Raises KnownError for what is no workspace, or not for us."""
    start, size = _start(path)
    if len(start) < HEADER or not start.startswith(MAGIC) or _number(start, 68) != APPLICATION_ID:
        raise trouble.not_a_workspace(path)
    version = Version.unpack(_number(start, 60))
    if version.major > CURRENT.major:
        raise trouble.too_new(path, version, CURRENT)
    if start[18:20] != ROLLBACK_JOURNAL:
        raise trouble.foreign_schema(path)
    if _cut_off(start, size) and _cut_off(*_start(path)) and not _hot_journal(path):
        raise trouble.damaged(path, trouble.CUT_OFF)  # Twice: its holder may have been writing.
    return version


def verify(raw: sqlite3.Connection, path: Path) -> None:
    """Raise KnownError unless the schema is ours and every page, row and reference holds.

    `raw` must be writable, or a copy that is: SQLite checks no rule of a read-only file.
    """
    _verify_schema(raw, path)
    for complaint in complaints(raw):
        raise trouble.damaged(path, complaint)


def complaints(raw: sqlite3.Connection) -> list[str]:
    """What SQLite finds wrong, in its own words; empty for a sound file."""
    deadline = time.thread_time() + PATIENCE
    raw.set_progress_handler(lambda: time.thread_time() > deadline, 100_000)
    try:
        return list(_complaints(raw))
    except sqlite3.OperationalError as error:
        if error.sqlite_errorname != "SQLITE_INTERRUPT":
            raise
        return ["checking it does not come to an end"]
    finally:
        raw.set_progress_handler(None, 0)


def _complaints(raw: sqlite3.Connection) -> Iterator[str]:
    for (said,) in raw.execute("PRAGMA quick_check(1)"):
        if said != "ok":
            yield str(said)
    for table, row, parent, _ in raw.execute("PRAGMA foreign_key_check"):
        yield f"{table} {row}: no such {parent}"


def _verify_schema(raw: sqlite3.Connection, path: Path) -> None:
    """A schema we know must be the very same; one of a later release may hold no code."""
    version = Version.unpack(raw.execute("PRAGMA user_version").fetchone()[0])
    known = version in released() and fingerprint(raw) == expected_fingerprint(version)
    if not known and (version <= CURRENT or _holds_code(raw)):
        raise trouble.foreign_schema(path)


def _holds_code(raw: sqlite3.Connection) -> bool:
    """Whether a schema we do not know has triggers, views or virtual tables."""
    found = raw.execute(
        "SELECT 1 FROM main.sqlite_schema WHERE type NOT IN ('table', 'index')"
        " OR sql LIKE 'CREATE VIRTUAL%' LIMIT 1"
    )
    return found.fetchone() is not None


def _start(path: Path) -> tuple[bytes, int]:
    """The header, and the size of the file."""
    try:
        with path.open("rb") as file:
            return file.read(HEADER), path.stat().st_size
    except OSError as error:
        raise trouble.unreadable(path) from error


def _number(header: bytes, offset: int) -> int:
    return int.from_bytes(header[offset : offset + 4], "big")


def _cut_off(header: bytes, size: int) -> bool:
    page = int.from_bytes(header[16:18], "big")
    page = 65536 if page == 1 else page
    trusted_count = _number(header, 24) == _number(header, 92)
    return trusted_count and size < page * _number(header, 28)


def _hot_journal(path: Path) -> bool:
    journal = path.with_name(path.name + "-journal")
    return journal.exists() and journal.stat().st_size > 0
