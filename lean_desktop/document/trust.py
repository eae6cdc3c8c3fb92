"""Whether a file may be trusted: what its header says, what its schema holds, whether it is whole.

The header is read before any connection exists. Later nothing may open the file a second time:
closing a second handle in the same process would drop SQLite's own locks.
"""

import sqlite3
import time
from pathlib import Path
from typing import NamedTuple

from lean_desktop.document import trouble
from lean_desktop.document.migrations import (
    CURRENT,
    Version,
    expected_fingerprint,
    fingerprint,
)

APPLICATION_ID = 0x4C44736B
"""“LDsk”, in bytes 68 to 71 of every workspace."""

MAGIC = b"SQLite format 3\x00"
PATIENCE = 10.0
"""Seconds a check may take before the file counts as damaged."""

_CHECKS = ("PRAGMA quick_check(1)", "PRAGMA foreign_key_check")


class Header(NamedTuple):
    """What the first hundred bytes say."""

    version: Version
    cut_off: bool


def read_header(path: Path) -> Header:
    """The header of a workspace. Raises KnownError for anything that is none, or is too new."""
    try:
        with path.open("rb") as file:
            start = file.read(100)
            size = path.stat().st_size
    except OSError as error:
        raise trouble.explained(_as_sqlite(error), path) or error from error
    if len(start) < 100 or not start.startswith(MAGIC) or _number(start, 68) != APPLICATION_ID:
        raise trouble.not_a_workspace(path)
    version = Version.unpack(_number(start, 60))
    if version.major > CURRENT.major:
        raise trouble.too_new(path, version, CURRENT)
    return Header(version, _cut_off(start, size) and not _hot_journal(path))


def verify(raw: sqlite3.Connection, path: Path, version: Version) -> None:
    """Raise KnownError unless the schema is ours and every page, row and reference holds."""
    _verify_schema(raw, path, version)
    for complaint in complaints(raw):
        raise trouble.damaged(path, complaint)


def complaints(raw: sqlite3.Connection, checks: tuple[str, ...] = _CHECKS) -> list[str]:
    """What SQLite finds wrong, in its own words; empty for a sound file."""
    deadline = time.monotonic() + PATIENCE
    raw.set_progress_handler(lambda: time.monotonic() > deadline, 100_000)
    try:
        found = [str(row[0]) for check in checks for row in raw.execute(check)]
    finally:
        raw.set_progress_handler(None, 0)
    return [complaint for complaint in found if complaint != "ok"]


def _verify_schema(raw: sqlite3.Connection, path: Path, version: Version) -> None:
    if version == CURRENT:
        if fingerprint(raw) != expected_fingerprint():
            raise trouble.foreign_schema(path)
    elif _holds_code(raw):
        raise trouble.foreign_schema(path)


def _holds_code(raw: sqlite3.Connection) -> bool:
    """Whether a schema we do not know has triggers, views or virtual tables."""
    found = raw.execute(
        "SELECT 1 FROM main.sqlite_schema WHERE type NOT IN ('table', 'index')"
        " OR sql LIKE 'CREATE VIRTUAL%' LIMIT 1"
    )
    return found.fetchone() is not None


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


def _as_sqlite(error: OSError) -> Exception:
    explained = sqlite3.OperationalError(str(error))
    explained.sqlite_errorname = "SQLITE_CANTOPEN"
    return explained
