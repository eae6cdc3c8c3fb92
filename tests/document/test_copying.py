"""Copies of a live document: whole and verified, or not there."""

import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

from lean_desktop.document import copying
from lean_desktop.document.document import Document
from lean_desktop.domain.errors import Cancelled, KnownError
from lean_desktop.edits import organisation as edits
from lean_desktop.i18n import M_
from tests.document.rows import fill_a_little, run, whole_dump
from tests.document.test_trouble import MANY

ADD = M_("Add")


@pytest.fixture
def document(document: Document) -> Document:
    document.edit(ADD, fill_a_little)
    return document


@pytest.fixture
def target(tmp_path: Path) -> Path:
    folder = tmp_path / "Kopier"
    folder.mkdir()
    return folder / "kopi.leandesk"


def test_a_copy_holds_what_the_document_holds(document: Document, target: Path) -> None:
    told: list[tuple[int, int]] = []
    document.copy_to(target, lambda done, total: told.append((done, total)))
    assert list(target.parent.iterdir()) == [target]
    with closing(Document.open(target)) as copy:
        assert whole_dump(copy) == whole_dump(document)
    assert told[-1][0] == told[-1][1] > 0
    document.edit(ADD, edits.add_person, first_name="X")


def test_a_copy_never_overwrites(document: Document, target: Path) -> None:
    target.write_text("mine")
    with pytest.raises(KnownError, match="already a file"):
        document.copy_to(target)
    assert target.read_text() == "mine"


def test_a_cancelled_copy_leaves_nothing(document: Document, target: Path) -> None:
    def stop(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        document.copy_to(target, stop)
    assert list(target.parent.iterdir()) == []
    document.edit(ADD, edits.add_person, first_name="X")


def test_a_copy_of_what_is_damaged_is_not_kept(
    document: Document, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copying, "complaints", lambda _raw: ["row 7 is missing"])
    with pytest.raises(KnownError, match=r"våre møter.leandesk” is damaged: row 7 is missing"):
        document.copy_to(target)
    assert list(target.parent.iterdir()) == []


@pytest.mark.parametrize("place", ["none/kopi.leandesk", "kopi.leandesk/kopi.leandesk"])
def test_where_no_file_can_be_made(document: Document, target: Path, place: str) -> None:
    target.write_text("a file, no folder")
    with pytest.raises(KnownError, match="could not be written"):
        document.copy_to(target.parent / place)


def test_when_the_disk_fills_up(
    document: Document, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_path: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(copying, "sync", full)
    with pytest.raises(KnownError, match="disk is full"):
        document.copy_to(target)
    assert list(target.parent.iterdir()) == []


def test_edits_go_on_while_it_is_copied_and_the_copy_is_a_state_that_was(
    document: Document, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each edit adds to two tables at once; a copy that fell between would hold one."""
    monkeypatch.setattr(copying, "PAGES", 1)
    document.edit(M_("Many"), run, MANY)

    def both() -> None:
        for _ in range(30):
            document.edit(
                ADD,
                run,
                "INSERT INTO unit (name) VALUES ('X')",
                "DELETE FROM person WHERE id IN (SELECT max(id) FROM person)",
            )

    editing = threading.Thread(target=both)
    editing.start()
    document.copy_to(target)
    editing.join()
    with closing(sqlite3.connect(target)) as copy:
        assert copy.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        total = "SELECT (SELECT count(*) FROM unit) + (SELECT count(*) FROM person)"
        assert copy.execute(total).fetchone() == (5005,)
    assert document.read(lambda c: c.exec_driver_sql(total).scalar_one()) == 5005


def test_a_read_only_document_can_be_copied(closed: Path, target: Path) -> None:
    with closing(Document.open(closed, writable=False)) as document:
        document.copy_to(target)
    with closing(Document.open(target)) as copy:
        assert not copy.read_only


def test_a_very_long_name(document: Document, target: Path) -> None:
    long = target.with_name("å" * 110 + ".leandesk")
    document.copy_to(long)
    assert list(target.parent.iterdir()) == [long]
