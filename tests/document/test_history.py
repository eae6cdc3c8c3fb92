"""How much undo remembers: many steps, and no more rows than fit."""

from functools import partial

import pytest

from lean_desktop.document import history as module
from lean_desktop.document.document import Document
from lean_desktop.document.history import History
from lean_desktop.edits import organisation as edits
from lean_desktop.i18n import M_
from tests.document.rows import dump, run

ADD = M_("Add")


def history(document: Document) -> History:
    assert document._history is not None
    return document._history


def logged(document: Document) -> int:
    return int(document._raw.execute("SELECT count(*) FROM temp.journal").fetchone()[0])


def add(document: Document, many: int) -> None:
    numbers = f"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {many})"
    document.edit(ADD, run, f"{numbers} INSERT INTO person (first_name) SELECT 'P' FROM n")


def test_hundreds_of_steps_are_kept(document: Document) -> None:
    for index in range(300):
        document.edit(ADD, edits.add_person, first_name=f"P{index}")
    while document.undo_label:
        document.undo()
    assert dump(document)["person"] == {}
    while document.redo_label:
        document.redo()
    assert len(dump(document)["person"]) == 300


def test_the_oldest_steps_go_when_the_log_is_full(
    document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_ROWS", 100)
    for _ in range(10):
        add(document, 30)
        assert logged(document) == history(document)._rows <= 100
    assert len(history(document).done) == 3
    while document.undo_label:
        document.undo()
    assert len(dump(document)["person"]) == 210


def test_what_was_undone_makes_room_first(
    document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_ROWS", 100)
    for _ in range(3):
        add(document, 30)
    document.undo()
    document.undo()
    assert logged(document) == history(document)._rows == 90
    add(document, 60)
    assert (len(history(document).done), len(history(document).undone)) == (2, 0)
    assert logged(document) == history(document)._rows == 90


def test_a_step_too_large_for_the_log_cannot_be_undone(
    document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_ROWS", 100)
    add(document, 30)
    add(document, 101)
    assert document.undo_label is None
    assert logged(document) == history(document)._rows == 0
    add(document, 100)
    document.undo()
    assert len(dump(document)["person"]) == 131


def test_a_merged_step_grows(document: Document) -> None:
    document.edit(ADD, edits.add_person, first_name="P")
    for text in ("a", "ab", "abc"):
        document.edit_merging("f", ADD, partial(edits.change_people, ids=[1], title=text))
    assert len(history(document).done) == 2
    assert logged(document) == history(document)._rows == 4


def test_half_a_million_rows_fit(document: Document) -> None:
    document._raw.execute("PRAGMA synchronous = OFF")  # The bound is looked at, not the disk.
    for _ in range(6):
        add(document, 100_000)
    assert logged(document) == history(document)._rows == module.MOST_ROWS
    assert len(history(document).done) == 5
