"""Long work: the caller gets its result, the user sees progress and may stop it."""

import threading

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QProgressDialog
from pytestqt.qtbot import QtBot

from lean_desktop.domain.errors import Cancelled
from lean_desktop.i18n import Language
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.long_work import PATIENCE_MS, run_long
from lean_desktop.ui.work import Progress


def dialog() -> QProgressDialog | None:
    shown = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    return next((each for each in shown if isinstance(each, QProgressDialog)), None)


def test_short_work_shows_nothing(live: LiveDocument, t: Language) -> None:
    seen: list[object] = []

    def task(_progress: Progress) -> str:
        seen.append(live.busy)
        return "done"

    assert run_long("Importing", task, live, t) == "done"
    assert (seen, live.busy, dialog()) == ([True], False, None)


def test_an_error_reaches_the_caller_and_the_document_is_free_again(
    live: LiveDocument, t: Language
) -> None:
    def task(_progress: Progress) -> str:
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        run_long("Importing", task, live, t)
    assert not live.busy


def test_a_dialog_that_is_closed_any_other_way_stops_it_too(
    qtbot: QtBot, live: LiveDocument, t: Language
) -> None:
    shown = threading.Event()

    def task(progress: Progress) -> None:
        shown.wait(10)
        while True:
            progress(1, 4)

    def close() -> None:
        if found := dialog():
            found.reject()
            shown.set()
        else:
            QTimer.singleShot(10, close)

    QTimer.singleShot(PATIENCE_MS + 10, close)
    with pytest.raises(Cancelled):
        run_long("Importing", task, live, t)
    assert not live.busy


def test_longer_work_shows_progress_and_esc_stops_it(
    qtbot: QtBot, live: LiveDocument, t: Language
) -> None:
    shown = threading.Event()
    told: list[str] = []

    def task(progress: Progress) -> None:
        shown.wait(10)
        while True:
            progress(1, 4)

    def stop() -> None:
        found = dialog()
        if found is None:
            QTimer.singleShot(10, stop)
            return
        told.append(found.windowTitle())
        QTest.keyClick(found, Qt.Key.Key_Escape)
        shown.set()

    QTimer.singleShot(PATIENCE_MS + 10, stop)
    with pytest.raises(Cancelled):
        run_long("Importing", task, live, t)
    assert told == ["Importing"]
    assert dialog() is None
    assert not live.busy
