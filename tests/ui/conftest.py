"""What widgets under test are given: a look, a language, settings, and an open document."""

import sys
import uuid
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from lean_desktop.app import write_sample
from lean_desktop.document.document import Document
from lean_desktop.edits import workspace
from lean_desktop.i18n import Language, language
from lean_desktop.settings import Settings
from lean_desktop.ui import desktop as running
from lean_desktop.ui.asking import Asking
from lean_desktop.ui.desktop import Desktop
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.theme import Theme
from tests.ui.answers import Answers

NOW = datetime(2026, 10, 6, 9, 0)

Start = Callable[..., Desktop]
"""Starts the program, with settings of its own when they are given."""


@pytest.fixture(autouse=True)
def _application(qapp: QApplication) -> Iterator[QApplication]:
    """Some of Qt ends the process where there is no application, as when a test comes first.

    A dialog a test leaves open would have the keys of the next one.
    """
    before = _open_dialogs()
    yield qapp
    for each in _open_dialogs() - before:
        each.hide()
        each.deleteLater()


def _open_dialogs() -> set[QWidget]:
    tops = QApplication.topLevelWidgets()
    return {each for each in tops if isinstance(each, QDialog) and each.isVisible()}


@pytest.fixture(scope="session")
def one_theme(qapp: QApplication) -> Theme:
    return Theme(qapp, "light")


@pytest.fixture
def theme(one_theme: Theme) -> Theme:
    one_theme.choose("light")
    return one_theme


@pytest.fixture
def t() -> Language:
    return language("en")


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings" / "settings.json")


@pytest.fixture
def live(qapp: QApplication, tmp_path: Path) -> Iterator[LiveDocument]:
    document = Document.create(tmp_path / "Verkstedindustri AS.leandesk")
    document.clock = lambda: NOW
    document.aside(workspace.start, str(uuid.uuid4()), "Verkstedindustri AS", "")
    live = LiveDocument(document)
    yield live
    live.close()


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> Answers:
    """What the user will answer when asked for a file."""
    answers = Answers()
    monkeypatch.setattr(running, "Asking", lambda *_: answers)
    monkeypatch.setattr(Asking, "table_to_import", lambda _self: answers.table_to_import())
    return answers


@pytest.fixture
def start(
    qtbot: QtBot,
    qapp: QApplication,
    theme: Theme,
    settings: Settings,
    answers: Answers,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Start]:
    """Starts the whole program without a file; errors nobody caught go where they go there."""
    monkeypatch.setattr(running, "Theme", lambda *_: theme)
    settings.set("language", "en")
    started: list[Desktop] = []

    def start(settings: Settings = settings) -> Desktop:
        desktop = Desktop(
            qapp, settings, lambda: NOW, lambda path, code: write_sample(path, NOW, code)
        )
        started.append(desktop)
        monkeypatch.setattr(sys, "excepthook", desktop.fail)
        with qtbot.waitActive(desktop.window):
            desktop.start(None)
        return desktop

    yield start
    for desktop in started:
        desktop.window.close()
        if desktop._translator:
            qapp.removeTranslator(desktop._translator)
        desktop.deleteLater()


@pytest.fixture
def desktop(start: Start) -> Desktop:
    """The whole program, as it is when it has been started for the first time."""
    return start()
