"""Files that are not what they claim to be: refused with a reason, and not one byte changed."""

import hashlib
import random
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from lean_desktop.document import trust
from lean_desktop.document.document import Document
from lean_desktop.document.migrations import CURRENT, Version
from lean_desktop.domain.errors import KnownError
from tests.document.rows import dump, whole_dump
from tests.scale import share

Harm = Callable[[Path], object]

DAMAGED, FOREIGN = "is damaged", "did not put there"
NO_WORKSPACE, TOO_NEW = "is not a Lean Desktop workspace", "reads up to"


def sql(*statements: str) -> Harm:
    """Somebody else's program at work on the file."""

    def harm(path: Path) -> None:
        with closing(sqlite3.connect(path, isolation_level=None)) as raw:
            for statement in statements:
                raw.execute(statement)

    return harm


def schema_text(old: str, new: str) -> tuple[str, ...]:
    """Change the stored text of the schema, without SQLite looking at it."""
    return (
        "PRAGMA writable_schema = ON",
        f"UPDATE sqlite_schema SET sql = replace(sql, '{old}', '{new}')",
        "PRAGMA writable_schema = RESET",
    )


def patch(offset: int, data: bytes) -> Harm:
    """Other bytes at a place; counted from the end when negative."""

    def harm(path: Path) -> None:
        found = bytearray(path.read_bytes())
        start = offset % len(found)
        found[start : start + len(data)] = data
        path.write_bytes(found)

    return harm


def cut(keep: float) -> Harm:
    """Only the first part is left: a share, or a number of bytes."""

    def harm(path: Path) -> None:
        found = path.read_bytes()
        path.write_bytes(found[: int(keep * len(found)) if keep <= 1 else int(keep)])

    return harm


def content(data: bytes) -> Harm:
    return lambda path: path.write_bytes(data)


def folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def others(path: Path) -> None:
    path.unlink()
    sql("CREATE TABLE t (x)")(path)


def version(major: int, minor: int) -> str:
    return f"PRAGMA user_version = {Version(major, minor).packed}"


FIRST_NAME_ANY = schema_text("first_name TEXT NOT NULL", "first_name ANY")
STRICT_OFF, STRICT_ON = schema_text(") STRICT", ")"), schema_text("''\n)", "''\n) STRICT")
RANDOM = random.Random(1).randbytes

HARMS: dict[str, tuple[Harm, str]] = {
    "trigger": (
        sql("CREATE TRIGGER t AFTER INSERT ON person BEGIN DELETE FROM meeting; END"),
        FOREIGN,
    ),
    "view": (sql("CREATE VIEW v AS SELECT * FROM person"), FOREIGN),
    "view posing as a table": (
        sql("DROP TABLE draft", "CREATE VIEW draft AS SELECT 1 AS id, '' AS field, '' AS text"),
        FOREIGN,
    ),
    "trigger on a view": (
        sql(
            "DROP TABLE draft",
            "CREATE VIEW draft AS SELECT 1 AS id, '' AS field, '' AS text",
            "CREATE TRIGGER t INSTEAD OF INSERT ON draft BEGIN DELETE FROM person; END",
        ),
        FOREIGN,
    ),
    "virtual table": (sql("CREATE VIRTUAL TABLE f USING fts5(x)"), FOREIGN),
    "generated column": (sql("ALTER TABLE draft ADD COLUMN g TEXT AS (upper(text))"), FOREIGN),
    "another column": (sql("ALTER TABLE person ADD COLUMN salary INTEGER"), FOREIGN),
    "renamed column": (sql("ALTER TABLE person RENAME COLUMN phone TO mobile"), FOREIGN),
    "another table": (sql("CREATE TABLE salary (id INTEGER PRIMARY KEY)"), FOREIGN),
    "no table": (sql("DROP TABLE template_item"), FOREIGN),
    "another index": (sql("CREATE INDEX i ON person (email)"), FOREIGN),
    "index on an expression": (sql("CREATE INDEX i ON person (upper(email))"), FOREIGN),
    "partial index": (sql("CREATE INDEX i ON person (email) WHERE email <> ''"), FOREIGN),
    "no index": (sql("DROP INDEX person_number"), FOREIGN),
    "default with a function": (sql(*schema_text("DEFAULT 5", "DEFAULT (random())")), FOREIGN),
    "rule taken out": (sql(*schema_text(" CHECK (length(phone) <= 50)", "")), FOREIGN),
    "not strict": (sql(*STRICT_OFF), FOREIGN),
    "schema that is no SQL": (sql(*schema_text("CREATE TABLE draft", "CREATE TABBLE draft")), "."),
    "write-ahead log": (sql("PRAGMA journal_mode = WAL"), FOREIGN),
    "version never released": (sql(version(CURRENT.major, CURRENT.minor), version(0, 7)), FOREIGN),
    "version nought": (sql("PRAGMA user_version = 0"), FOREIGN),
    "newer minor with a trigger": (
        sql(
            version(CURRENT.major, CURRENT.minor + 1),
            "CREATE TRIGGER t AFTER INSERT ON person BEGIN DELETE FROM meeting; END",
        ),
        FOREIGN,
    ),
    "newer major": (sql(version(CURRENT.major + 1, 0)), TOO_NEW),
    "much newer major": (sql(version(0x7FFF, 0xFFFF)), TOO_NEW),
    "another application": (sql("PRAGMA application_id = 42"), NO_WORKSPACE),
    "no application": (sql("PRAGMA application_id = 0"), NO_WORKSPACE),
    "reference to nobody": (
        sql("INSERT INTO membership VALUES (9, 9, 9, 'member', NULL, NULL)"),
        DAMAGED,
    ),
    "text in a number": (
        sql(
            *schema_text("position INTEGER NOT NULL", "position ANY NOT NULL"),
            "UPDATE agenda_item SET position = 'first'",
            *schema_text("position ANY NOT NULL", "position INTEGER NOT NULL"),
        ),
        DAMAGED,
    ),
    "a day that is none": (
        sql("PRAGMA ignore_check_constraints = ON", "UPDATE person SET active_from = '2020-02-31'"),
        DAMAGED,
    ),
    "an unknown role": (
        sql("PRAGMA ignore_check_constraints = ON", "UPDATE membership SET role = 'king'"),
        DAMAGED,
    ),
    "a text without end": (
        sql(
            "PRAGMA ignore_check_constraints = ON",
            "UPDATE person SET title = replace(hex(zeroblob(1000000)), '0', 'x')",
        ),
        DAMAGED,
    ),
    "a picture without end": (
        sql(
            "PRAGMA ignore_check_constraints = ON", "UPDATE workspace SET logo = zeroblob(30000000)"
        ),
        ".",
    ),
    "nothing where something must be": (
        sql(
            *schema_text("name TEXT NOT NULL CHECK", "name TEXT CHECK"),
            "UPDATE unit SET name = NULL",
            *schema_text("name TEXT CHECK", "name TEXT NOT NULL CHECK"),
        ),
        DAMAGED,
    ),
    "cut in the header": (cut(60), NO_WORKSPACE),
    "cut after the header": (cut(100), "its end is missing"),
    "cut after a page": (cut(4096), "its end is missing"),
    "cut in the middle": (cut(0.5), "its end is missing"),
    "cut near the end": (cut(0.99), "its end is missing"),
    "zeros in the schema": (patch(100, bytes(3996)), "."),
    "zeros in a page": (patch(5 * 4096, bytes(4096)), DAMAGED),
    "zeros at the end": (patch(-8192, bytes(8192)), DAMAGED),
    "all zeros": (lambda path: path.write_bytes(bytes(path.stat().st_size)), NO_WORKSPACE),
    "random page": (patch(3 * 4096, RANDOM(4096)), DAMAGED),
    "random bytes": (content(RANDOM(50_000)), NO_WORKSPACE),
    "random after the header": (
        lambda path: patch(100, RANDOM(path.stat().st_size - 100))(path),
        ".",
    ),
    "empty": (content(b""), NO_WORKSPACE),
    "one byte": (content(b"S"), NO_WORKSPACE),
    "a text": (content(b"Ansattnr;Fornavn;Etternavn\n" * 100), NO_WORKSPACE),
    "a database of others": (
        others,
        NO_WORKSPACE,
    ),
    "a folder": (folder, NO_WORKSPACE),
    "not there": (Path.unlink, "is not there"),
}


@contextmanager
def untouched(path: Path) -> Iterator[None]:
    """The file and its folder are after the block as they were before."""
    before = _state(path)
    yield
    assert _state(path) == before


def _state(path: Path) -> object:
    return {
        each.name: hashlib.sha256(each.read_bytes()).hexdigest() if each.is_file() else "folder"
        for each in path.parent.iterdir()
    }


@pytest.mark.parametrize("harm", HARMS)
def test_a_bad_file_is_refused_and_untouched(closed: Path, harm: str) -> None:
    do_harm, sentence = HARMS[harm]
    do_harm(closed)
    for writable in (True, False):
        with untouched(closed), pytest.raises(KnownError, match=sentence) as refused:
            Document.open(closed, writable=writable)
        assert refused.value.safe.text
        assert refused.value.remedy.text


def test_a_good_file_is_untouched_by_opening_and_closing(closed: Path) -> None:
    for writable in (True, False):
        with untouched(closed):
            Document.open(closed, writable=writable).close()


def test_a_file_from_a_newer_minor_opens_to_read_only(closed: Path) -> None:
    sql(
        version(CURRENT.major, CURRENT.minor + 1),
        "ALTER TABLE person ADD COLUMN nickname TEXT",
        "CREATE TABLE audit (id INTEGER PRIMARY KEY, name TEXT) STRICT",
    )(closed)
    with untouched(closed), closing(Document.open(closed)) as document:
        assert document.read_only
        assert len(dump(document)["person"]) == 3


def test_a_check_that_does_not_end_is_given_up(
    closed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trust, "PATIENCE", -1.0)
    with closing(sqlite3.connect(closed)) as raw:
        endless = raw.cursor()
        endless.execute("SELECT 1")  # Only what runs long is asked whether it may go on.
        assert trust.complaints(raw) == []
    sql(
        "WITH RECURSIVE n(i) AS (SELECT 9 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)"
        " INSERT INTO person (id, first_name) SELECT i, 'P' FROM n"
    )(closed)
    with untouched(closed), pytest.raises(KnownError, match="does not come to an end"):
        Document.open(closed)


def test_text_that_is_no_text_is_a_known_error_where_it_is_read(closed: Path) -> None:
    sql("UPDATE person SET title = CAST(x'c328ff' AS TEXT) WHERE id = 2")(closed)
    with untouched(closed), closing(Document.open(closed)) as document:
        with pytest.raises(KnownError, match="text that is no text"):
            whole_dump(document)
        assert not document._raw.in_transaction


def test_whatever_bytes_change_there_is_no_crash_and_no_other_error(closed: Path) -> None:
    good, chance = closed.read_bytes(), random.Random(7)
    for _ in range(share(10_000)):
        bad = bytearray(good)
        for _ in range(chance.choice([1, 1, 2, 10, 100])):
            bad[chance.randrange(len(bad))] = chance.randrange(256)
        closed.write_bytes(bad)
        with untouched(closed):
            try:
                with closing(Document.open(closed)) as document:
                    whole_dump(document)
            except KnownError:
                pass
