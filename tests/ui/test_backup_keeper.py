"""Backups come by themselves, and their failure is told."""

import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from lean_desktop.document.backup import Backup, Backups, Reason
from lean_desktop.document.document import Document
from lean_desktop.edits import organisation as edits
from lean_desktop.edits import workspace
from lean_desktop.i18n import M_, Language
from lean_desktop.ui.backup_keeper import BackupKeeper
from lean_desktop.ui.live_document import LiveDocument


@pytest.fixture
def backups(tmp_path: Path, live: LiveDocument) -> Backups:
    return Backups(tmp_path / "backups", live.document.clock)


@pytest.fixture
def keeper(live: LiveDocument, backups: Backups, t: Language) -> Iterator[BackupKeeper]:
    keeper = BackupKeeper(live, backups, t)
    yield keeper
    keeper.final()


def add(live: LiveDocument, name: str) -> None:
    live.edit(M_("Add {name}", name=name), edits.add_person, first_name=name)


def reasons(backups: Backups) -> list[Reason]:
    return sorted(each.reason for each in backups.all())


def test_the_first_change_is_backed_up_and_only_the_first(
    qtbot: QtBot, live: LiveDocument, keeper: BackupKeeper, backups: Backups
) -> None:
    with qtbot.waitSignal(keeper.made) as made:
        add(live, "Kari")
    assert isinstance(made.args[0], Backup)
    add(live, "Ola")
    assert not keeper._background.busy
    assert reasons(backups) == [Reason.FIRST_CHANGE]


def test_every_half_hour_while_changing(
    qtbot: QtBot, live: LiveDocument, keeper: BackupKeeper, backups: Backups
) -> None:
    with qtbot.waitSignal(keeper.made):
        add(live, "Kari")
    keeper._timer.setInterval(1)
    with qtbot.assertNotEmitted(keeper.made, wait=30):
        pass  # Nothing was changed since.
    with qtbot.waitSignal(keeper.made) as made:
        add(live, "Ola")
    assert made.args[0].reason == Reason.HALF_HOUR
    assert made.args[0].counts["person"] == 2


def test_before_an_import_it_is_there_when_the_call_returns(
    live: LiveDocument, keeper: BackupKeeper, backups: Backups
) -> None:
    assert keeper.before(Reason.IMPORT)
    assert reasons(backups) == [Reason.IMPORT]


def test_the_last_holds_everything_and_comes_only_when_due(
    qtbot: QtBot, live: LiveDocument, keeper: BackupKeeper, backups: Backups
) -> None:
    assert keeper.final()
    assert backups.all() == []
    with qtbot.waitSignal(keeper.made):
        add(live, "Kari")
    add(live, "Ola")
    assert keeper.final()
    assert reasons(backups) == [Reason.CLOSE, Reason.FIRST_CHANGE]
    assert max(each.counts["person"] for each in backups.all()) == 2
    assert keeper.final()
    assert len(backups.all()) == 2


def test_closing_during_a_backup_waits_for_it(
    live: LiveDocument, keeper: BackupKeeper, backups: Backups
) -> None:
    add(live, "Kari")
    assert keeper.final()
    assert Reason.CLOSE in reasons(backups)
    assert all(each.is_sound() for each in backups.all())


def test_a_failure_is_told_and_editing_goes_on(
    qtbot: QtBot, live: LiveDocument, keeper: BackupKeeper, backups: Backups
) -> None:
    backups.folder.write_text("a file in its place")
    with qtbot.waitSignal(keeper.failed) as failed:
        add(live, "Kari")
    assert "backup" in str(failed.args[0])
    add(live, "Ola")
    with qtbot.waitSignal(keeper.failed):
        assert not keeper.before(Reason.IMPORT)
    backups.folder.unlink()
    assert keeper.final()
    assert reasons(backups) == [Reason.CLOSE]


def test_a_document_that_is_read_is_left_alone(
    qtbot: QtBot, live: LiveDocument, backups: Backups, t: Language, tmp_path: Path
) -> None:
    document = Document.create(tmp_path / "b.leandesk")
    document.aside(workspace.start, "0" * 36, "B", "")
    document.close()
    read = LiveDocument(Document.open(tmp_path / "b.leandesk", writable=False))
    keeper = BackupKeeper(read, backups, t)
    assert not keeper.before(Reason.IMPORT)
    assert keeper.final()
    assert backups.all() == []
    read.close()


def test_the_window_does_not_stand_still_meanwhile(
    qtbot: QtBot, live: LiveDocument, keeper: BackupKeeper
) -> None:
    live.edit(M_("Many"), _add_many)
    beats: list[float] = []
    timer = QTimer(interval=5)
    timer.timeout.connect(lambda: beats.append(time.perf_counter()))
    timer.start()
    with qtbot.waitSignal(keeper.made):
        add(live, "Kari")
    timer.stop()
    gaps = [after - before for before, after in pairwise(beats)]
    assert max(gaps, default=0) < 0.1


def _add_many(connection: object) -> None:
    for number in range(3000):
        edits.add_person(connection, first_name=f"Navn {number}", title="x" * 100)  # type: ignore[arg-type]
