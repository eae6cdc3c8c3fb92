"""Whoever watches a document hears of every change, and of nothing else."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from lean_desktop.document.document import Document
from lean_desktop.domain.errors import KnownError, RuleBroken
from lean_desktop.edits import organisation as edits
from lean_desktop.edits import workspace
from lean_desktop.i18n import M_
from lean_desktop.queries import organisation as queries
from lean_desktop.ui.live_document import LOOK_EVERY_MS, LiveDocument
from tests.ui.conftest import NOW

STEP = M_("Add a person")


@pytest.fixture
def heard(live: LiveDocument) -> list[str]:
    """What was told, in its order."""
    told: list[str] = []
    live.changed.connect(lambda changes: told.append("+".join(sorted(changes.tables))))
    live.stepped.connect(lambda: told.append("stepped"))
    live.failed.connect(lambda _error: told.append("failed"))
    return told


def test_an_edit_its_undo_and_its_redo_are_told(live: LiveDocument, heard: list[str]) -> None:
    key = live.edit(STEP, edits.add_person, first_name="Åse")
    live.undo()
    live.redo()
    assert heard == ["person", "stepped"] * 3
    assert [person.id for person in live.read(queries.people, today=NOW.date())] == [key]


def test_a_broken_rule_is_raised_and_nothing_is_told(live: LiveDocument, heard: list[str]) -> None:
    with pytest.raises(RuleBroken):
        live.edit(STEP, edits.add_person, first_name="x" * 1000)
    assert heard == []


def test_what_changes_nothing_is_no_change(live: LiveDocument, heard: list[str]) -> None:
    live.edit(STEP, lambda _connection: None)
    assert heard == ["stepped"]


def test_trouble_is_told_and_raised(
    live: LiveDocument, heard: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    error = KnownError(M_("a"), M_("b"), M_("c"))

    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(live.document, "edit", fail)
    with pytest.raises(KnownError):
        live.edit(STEP, edits.add_person, first_name="Åse")
    assert heard == ["failed"]


def test_today_is_what_the_clock_says(live: LiveDocument) -> None:
    assert live.today == NOW.date()


@pytest.fixture
def reader(live: LiveDocument) -> Iterator[LiveDocument]:
    """The same file, read by a second program."""
    copy = live.document.path.with_name("lest.leandesk")
    live.document.copy_to(copy)
    reading = LiveDocument(Document.open(copy, writable=False))
    yield reading
    reading.close()


def test_a_reader_looks_now_and_then_whether_something_changed(
    qtbot: QtBot, reader: LiveDocument, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[bool] = []
    monkeypatch.setattr(reader.document, "changed_outside", lambda: looked.append(True))
    assert reader._watch
    reader._watch.setInterval(1)
    qtbot.waitUntil(lambda: bool(looked))
    assert LOOK_EVERY_MS <= 5000


def test_a_reader_does_not_look_while_a_worker_reads(
    reader: LiveDocument, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never() -> None:
        raise AssertionError("asked while busy")

    monkeypatch.setattr(reader.document, "changed_outside", never)
    reader.busy = True
    reader._look()


def test_a_reader_edits_nothing(reader: LiveDocument, tmp_path: Path) -> None:
    with pytest.raises(KnownError):
        reader.edit(STEP, workspace.describe, name="x", company="")
