"""What widgets under test are given: a look, a language, settings, and an open document."""

import sys
import uuid
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lean_desktop.app import write_sample
from lean_desktop.document.document import Document
from lean_desktop.edits import workspace
from lean_desktop.i18n import Language, language
from lean_desktop.settings import Settings
from lean_desktop.ui import desktop as running
from lean_desktop.ui.desktop import Desktop
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.theme import Theme
from tests.ui.answers import Answers

NOW = datetime(2026, 10, 6, 9, 0)


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
    return answers


@pytest.fixture
def desktop(
    qtbot: QtBot,
    qapp: QApplication,
    theme: Theme,
    settings: Settings,
    answers: Answers,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Desktop]:
    """The whole program, started without a file; errors nobody caught go where they go there."""
    monkeypatch.setattr(running, "Theme", lambda *_: theme)
    settings.set("language", "en")
    desktop = Desktop(qapp, settings, lambda: NOW, lambda path, code: write_sample(path, NOW, code))
    monkeypatch.setattr(sys, "excepthook", desktop.fail)
    with qtbot.waitActive(desktop.window):
        desktop.start(None)
    yield desktop
    desktop.window.close()
    if desktop._translator:
        qapp.removeTranslator(desktop._translator)
    desktop.deleteLater()
