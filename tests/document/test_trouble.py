"""What goes wrong around a file becomes a sentence, and the program goes on."""

import errno
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from lean_desktop.document import trouble
from lean_desktop.document.connection import connect
from lean_desktop.document.document import Document
from lean_desktop.domain.errors import Cancelled, KnownError
from lean_desktop.edits import organisation as edits
from lean_desktop.edits.workspace import set_logo
from lean_desktop.i18n import M_, Message, language
from tests.document.rows import dump, fill_a_little, run, whole_dump

ADD = M_("Add")
MANY = (
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)"
    " INSERT INTO person (first_name, title) SELECT 'P' || i, hex(zeroblob(50)) FROM n"
)


@pytest.fixture
def document(document: Document) -> Document:
    document.edit(ADD, fill_a_little)
    return document


def fill_the_disk(document: Document) -> None:
    """No more pages for the file, as on a full disk; the tests may have no small disk to fill."""
    pages = document._raw.execute("PRAGMA page_count").fetchone()[0]
    document._raw.execute(f"PRAGMA max_page_count = {pages}")


def free_the_disk(document: Document) -> None:
    document._raw.execute("PRAGMA max_page_count = 4294967294")


def test_on_a_full_disk_nothing_is_lost_and_all_can_be_read(document: Document) -> None:
    before = whole_dump(document)
    fill_the_disk(document)
    with pytest.raises(KnownError, match="disk is full") as full:
        document.edit(ADD, run, MANY)
    assert full.value.safe == trouble.EARLIER_SAFE
    assert whole_dump(document) == before
    assert document.undo_label == ADD
    free_the_disk(document)
    document.edit(M_("Many"), run, MANY)
    document.undo()
    assert whole_dump(document) == before


def test_an_undo_that_finds_the_disk_full_can_be_tried_again(document: Document) -> None:
    document.edit(M_("Many"), run, MANY)
    document.edit(M_("Fewer"), run, "DELETE FROM person WHERE id > 3")
    document._raw.execute("VACUUM")  # The freed pages go, so that undo needs new ones.
    before = whole_dump(document)
    fill_the_disk(document)
    with pytest.raises(KnownError, match="disk is full"):
        document.undo()
    assert whole_dump(document) == before
    assert document.undo_label == M_("Fewer")
    free_the_disk(document)
    document.undo()
    assert len(dump(document)["person"]) == 5003


def test_another_program_in_the_middle_of_writing(document: Document, path: Path) -> None:
    document._raw.execute("PRAGMA busy_timeout = 10")
    with closing(connect(path, writable=True)) as rude:
        rude.execute("BEGIN IMMEDIATE")
        with pytest.raises(KnownError, match="Another program"):
            document.edit(ADD, edits.add_person, first_name="X")
        rude.execute("ROLLBACK")
    document.edit(ADD, edits.add_person, first_name="X")


def test_a_value_too_large_for_anything(document: Document) -> None:
    with pytest.raises(KnownError, match="too large"):
        document.edit(ADD, run, "UPDATE workspace SET logo = zeroblob(2000000000)")
    with pytest.raises(KnownError, match="too large"):
        document.edit(ADD, lambda c: c.exec_driver_sql("SELECT ?", (bytes(20_000_001),)))
    assert document.undo_label == ADD


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("SQLITE_FULL", "disk is full"),
        ("SQLITE_IOERR_FSYNC", "did not answer"),
        ("SQLITE_READONLY_DBMOVED", "can no longer be written"),
        ("SQLITE_READONLY_ROLLBACK", "never finished"),
        ("SQLITE_CANTOPEN_ISDIR", "could not be opened"),
        ("SQLITE_CORRUPT_INDEX", "is damaged"),
        ("SQLITE_BUSY_SNAPSHOT", "Another program"),
    ],
)
def test_every_code_has_its_sentence(code: str, sentence: str) -> None:
    error = sqlite3.OperationalError("x")
    error.sqlite_errorname = code
    explained = trouble.explained(error, Path("x.leandesk"))
    assert isinstance(explained, KnownError)
    assert sentence in str(explained)


def test_interrupted_is_cancelled_and_our_own_mistakes_stay_what_they_are() -> None:
    error = sqlite3.OperationalError("interrupted")
    error.sqlite_errorname = "SQLITE_INTERRUPT"
    assert isinstance(trouble.explained(error, Path("x")), Cancelled)
    assert trouble.explained(sqlite3.OperationalError("no such table: x"), Path("x")) is None
    with pytest.raises(ZeroDivisionError), trouble.explaining(Path("x")):
        raise ZeroDivisionError


def test_why_a_copy_could_not_be_made() -> None:
    def why(error: OSError) -> object:
        return trouble.not_copied(Path("x"), error).happened.values["why"]

    assert why(OSError(errno.ENOSPC, "")) == M_("the disk is full")
    assert why(OSError(errno.EROFS, "")) == M_("you may not write there")
    assert why(OSError(errno.EIO, "Input/output error")) == "Input/output error"


def test_every_known_error_says_three_things_in_both_languages(path: Path) -> None:
    error = OSError(errno.ENOSPC, "full")
    errors = [
        trouble.not_a_workspace(path),
        trouble.missing(path),
        trouble.exists(path),
        trouble.already_open(path),
        trouble.damaged(path, trouble.CUT_OFF),
        trouble.foreign_schema(path),
        trouble.too_new(path, "2.0", "1.0"),
        trouble.held(path, "kari", "pc"),
        trouble.too_old_to_read(path),
        trouble.cannot_write_folder(path),
        trouble.read_only(path),
        trouble.unreadable(path),
        trouble.not_copied(path, error),
    ]
    for known in errors:
        for sentence in (known.happened, known.safe, known.remedy):
            assert isinstance(sentence, Message)
            for code in ("nb", "en"):
                said = language(code)(sentence)
                assert said.endswith(".")
                assert "{" not in said


def test_a_picture_beyond_the_limit_is_refused_before_the_database_sees_it(
    document: Document,
) -> None:
    with pytest.raises(Exception, match="too large"):
        document.edit(ADD, set_logo, bytes(1_000_001))
