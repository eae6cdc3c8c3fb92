"""The schema's history: numbered literal SQL, run inside one transaction.

Literal, because a migration that imports today's tables breaks when they change tomorrow.
"""

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing
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


STEPS: tuple[tuple[Version, str], ...] = (
    (Version(1, 0), "v0001.sql"),
    (Version(1, 1), "v0002.sql"),
    (Version(1, 2), "v0003.sql"),
    (Version(1, 3), "v0004.sql"),
    (Version(1, 4), "v0005.sql"),
    (Version(1, 5), "v0006.sql"),
)
CURRENT = STEPS[-1][0]


def released() -> frozenset[Version]:
    """Every version a file of ours can have."""
    return frozenset(version for version, _ in STEPS)


def migrate(raw: sqlite3.Connection, found: Version, to: Version | None = None) -> None:
    """Bring the schema from one version to a later one, CURRENT if none is named. The caller holds the transaction.

    Raises sqlite3.IntegrityError when a row would be left pointing at nothing.
    """
    to = to or CURRENT
    for version, name in STEPS:
        if found < version <= to:
            for statement in statements(_sql(name)):
                raw.execute(statement)
    if raw.execute("PRAGMA foreign_key_check").fetchone():
        raise sqlite3.IntegrityError("a migration left a row pointing at nothing")
    raw.execute(f"PRAGMA user_version = {to.packed}")


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
def expected_fingerprint(version: Version) -> str:
    """The digest a file of that version must have."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as raw:
        migrate(raw, Version(0, 0), version)
        return fingerprint(raw)


def _sql(name: str) -> str:
    return (Path(__file__).parent / name).read_text("utf-8")
