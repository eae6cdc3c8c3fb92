"""Old files become new ones, all the way or not at all; the tables say what the SQL says."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Column, Table

from lean_desktop.document import migrations, schema
from lean_desktop.document.document import Document
from lean_desktop.document.migrations import CURRENT, STEPS, Version, fingerprint, statements
from lean_desktop.document.schema import (
    actions,
    board,
    cascade,
    competence,
    daily,
    goals,
    masterplan,
    meetings,
    minutes,
    organisation,
    reorganisation,
    roles,
    series,
    workspace,
)
from lean_desktop.domain.errors import KnownError
from lean_desktop.i18n import M_
from lean_desktop.queries import workspace as queries
from tests.document.rows import dump, run, whole_dump

RELEASED = Path(__file__).parent / "released"


def names(version: Version) -> str:
    return f"{version}.leandesk"


def test_a_file_of_every_released_version_is_kept() -> None:
    assert {path.name for path in RELEASED.glob("*.leandesk")} == {names(v) for v, _ in STEPS}


@pytest.mark.parametrize("version", [version for version, _ in STEPS], ids=str)
def test_a_stored_file_brought_up_to_date_equals_a_fresh_one(
    version: Version, tmp_path: Path, document: Document
) -> None:
    old = tmp_path / names(version)
    shutil.copy(RELEASED / names(version), old)
    with closing(Document.open(old)) as migrated:
        assert not migrated.read_only
        assert fingerprint(migrated._raw) == fingerprint(document._raw)
        assert migrated.read(queries.workspace).name == "Lagret"
        assert len(dump(migrated)["person"]) == 3
        migrated.edit(M_("Empty"), run, "DELETE FROM person", 'DELETE FROM "group"')
        migrated.undo()


def test_the_tables_say_what_the_sql_says(document: Document) -> None:
    features = (
        *(organisation, roles, goals, reorganisation, workspace),
        *(meetings, series, minutes, actions, board, competence, daily),
        *(cascade, masterplan),
    )
    described = [each for feature in features for each in vars(feature).values()]
    tables = {each.name: each for each in described if isinstance(each, Table)}
    assert tables.keys() == set(document.table_names()) == schema.metadata.tables.keys()
    for name, table in tables.items():
        info = document._raw.execute(f'PRAGMA table_info("{name}")').fetchall()
        assert [_of_sql(*row) for row in info] == [_of_table(c) for c in table.columns]


def _of_sql(
    _place: int, name: str, kind: str, not_null: int, _default: object, key: int
) -> tuple[str, str, bool]:
    return name, kind, bool(not_null or key)


def _of_table(column: Column[Any]) -> tuple[str, str, bool]:
    kinds = {int: "INTEGER", str: "TEXT", float: "REAL", bytes: "BLOB", date: "TEXT"}
    kinds |= {datetime: "TEXT", bool: "INTEGER"}
    return column.name, kinds[column.type.python_type], not column.nullable


def test_every_table_is_strict_and_every_reference_is_indexed(document: Document) -> None:
    raw = document._raw
    for _, name, kind, _, _, strict in raw.execute("PRAGMA main.table_list").fetchall():
        if kind == "table" and not name.startswith("sqlite_"):
            assert strict, name
            assert _references(raw, name) <= _first_indexed(raw, name), name


def _references(raw: sqlite3.Connection, table: str) -> set[str]:
    return {row[3] for row in raw.execute(f'PRAGMA foreign_key_list("{table}")')}


def _first_indexed(raw: sqlite3.Connection, table: str) -> set[str]:
    indexes = [row[1] for row in raw.execute(f'PRAGMA index_list("{table}")').fetchall()]
    return {raw.execute(f'PRAGMA index_info("{index}")').fetchone()[2] for index in indexes}


def test_nothing_numbers_itself(document: Document) -> None:
    assert "sqlite_sequence" not in document.table_names()


def test_versions_in_a_header() -> None:
    assert Version.unpack(Version(3, 7).packed) == Version(3, 7)
    assert (str(Version(1, 0)), Version(1, 0).packed) == ("1.0", 0x10000)
    assert Version(0, 99) < Version(1, 0) < Version(1, 1) < Version(2, 0)


def test_the_statements_of_a_script_one_by_one() -> None:
    script = "-- a; b\nCREATE TABLE a (x);\nINSERT INTO a VALUES (';\n');\n"
    assert [each.strip() for each in statements(script)] == [
        "-- a; b\nCREATE TABLE a (x);",
        "INSERT INTO a VALUES (';\n');",
    ]


# A migration to come, tried out before there is one.

NEXT = Version(CURRENT.major, CURRENT.minor + 1)
ADDED = "ALTER TABLE person ADD COLUMN nickname TEXT NOT NULL DEFAULT '';\n"
FAILING = ADDED + "UPDATE person SET nickname = first_name;\nINSERT INTO nowhere VALUES (1);\n"
ORPHANS = ADDED + "UPDATE membership SET person_id = 99;\n"


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """A later release, with one more step."""
    monkeypatch.setattr(migrations, "STEPS", (*STEPS, (NEXT, "next.sql")))
    for module in ("migrations", "document", "trust"):
        monkeypatch.setattr(f"lean_desktop.document.{module}.CURRENT", NEXT)
    migrations.expected_fingerprint.cache_clear()
    yield monkeypatch
    migrations.expected_fingerprint.cache_clear()


def scripted(monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    real = migrations._sql
    monkeypatch.setattr(
        migrations, "_sql", lambda name: script if name == "next.sql" else real(name)
    )


def test_an_older_file_is_backed_up_and_then_migrated(
    closed: Path, later: pytest.MonkeyPatch
) -> None:
    scripted(later, ADDED)
    seen: list[tuple[Version, int]] = []

    def back_up(older: Document) -> None:
        seen.append((older._version(), len(whole_dump(older)["person"])))

    with closing(Document.open(closed, before_migration=back_up)) as document:
        assert document._version() == NEXT
        assert {row["nickname"] for row in dump(document)["person"].values()} == {""}
        document.edit(M_("Name"), run, "UPDATE person SET nickname = 'K'")
        document.undo()
    assert seen == [(CURRENT, 3)]
    with closing(Document.open(closed)) as document:
        assert not document.read_only


@pytest.mark.parametrize("script", [FAILING, ORPHANS])
def test_a_migration_that_fails_changes_nothing(
    closed: Path, later: pytest.MonkeyPatch, script: str
) -> None:
    before = closed.read_bytes()
    scripted(later, script)
    with pytest.raises(sqlite3.Error):
        Document.open(closed)
    assert closed.read_bytes() == before
    assert list(closed.parent.iterdir()) == [closed]


def test_without_a_backup_there_is_no_migration(closed: Path, later: pytest.MonkeyPatch) -> None:
    scripted(later, ADDED)
    before = closed.read_bytes()

    def fail(_older: Document) -> None:
        raise KnownError(M_("No backup."), M_("Safe."), M_("Do."))

    with pytest.raises(KnownError, match="No backup"):
        Document.open(closed, before_migration=fail)
    assert closed.read_bytes() == before
    assert list(closed.parent.iterdir()) == [closed]


def test_an_older_file_that_may_not_be_written_is_refused(
    closed: Path, later: pytest.MonkeyPatch
) -> None:
    scripted(later, ADDED)
    with pytest.raises(KnownError, match="earlier release"):
        Document.open(closed, writable=False)
