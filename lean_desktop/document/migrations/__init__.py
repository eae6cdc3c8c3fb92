"""The schema's history: numbered literal SQL, run inside one transaction.

Literal, because a migration that imports today's tables breaks when they change tomorrow.
"""

import hashlib
import sqlite3
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple


class Version(NamedTuple):
    """A schema version: a newer minor can be read by us, a newer major cannot."""

    major: int
    minor: int

    @classmethod
    def unpack(cls, user_version: int) -> "Version":
        """The version from the number in a file's header."""
        return cls(user_version >> 16, user_version & 0xFFFF)

    @property
    def packed(self) -> int:
        """The number for a file's header."""
        return self.major << 16 | self.minor

    def __str__(self) -> str:
        return f"{self.major}.{self.minor}"


STEPS: tuple[tuple[Version, str], ...] = ((Version(1, 0), "v0001.sql"),)
CURRENT = STEPS[-1][0]


def migrate(raw: sqlite3.Connection, found: Version) -> None:
    """Bring the schema from `found` to CURRENT. The caller holds the transaction.

    Raises sqlite3.IntegrityError when a row would be left pointing at nothing.
    """
    for version, name in STEPS:
        if version > found:
            for statement in statements(_sql(name)):
                raw.execute(statement)
    if raw.execute("PRAGMA foreign_key_check").fetchone():
        raise sqlite3.IntegrityError("a migration left a row pointing at nothing")
    raw.execute(f"PRAGMA user_version = {CURRENT.packed}")


def statements(script: str) -> Iterator[str]:
    """The statements of a script one by one; `executescript` would commit behind our back."""
    pending = ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            yield pending
            pending = ""


def fingerprint(raw: sqlite3.Connection) -> str:
    """A digest of everything the schema holds; equal only for the very same schema."""
    rows = raw.execute(
        "SELECT type, name, tbl_name, sql FROM main.sqlite_schema"
        " WHERE name NOT LIKE 'sqlite_stat%' ORDER BY type, name"
    ).fetchall()
    return hashlib.sha256(repr(rows).encode()).hexdigest()


@cache
def expected_fingerprint() -> str:
    """The digest a file of the CURRENT version must have."""
    raw = sqlite3.connect(":memory:", isolation_level=None)
    try:
        migrate(raw, Version(0, 0))
        return fingerprint(raw)
    finally:
        raw.close()


def _sql(name: str) -> str:
    return (Path(__file__).parent / name).read_text("utf-8")
