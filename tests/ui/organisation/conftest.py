"""A window on its Organisation tab, over the small plant that all tests share."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copy

import pytest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from lean_desktop.document.document import Document
from lean_desktop.i18n import Language
from lean_desktop.queries.organisation import units
from lean_desktop.settings import Settings
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.main_window import MainWindow
from lean_desktop.ui.organisation.editor import OrganisationEditor
from lean_desktop.ui.theme import Theme
from lean_desktop.ui.widgets.table import Table
from lean_desktop.ui.window_commands import WindowCommands
from tests.plants import Plant, new_plant
from tests.ui.conftest import NOW
from tests.ui.organisation.steps import list_of


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Plant]:
    """A file with the plant in it, to be copied; nobody has it open."""
    document, plant = new_plant(tmp_path_factory.mktemp("plant"))
    document.close()
    return document.path, plant


@pytest.fixture
def plant(made: tuple[Path, Plant]) -> Plant:
    return made[1]


@pytest.fixture
def filled(qapp: QApplication, made: tuple[Path, Plant], tmp_path: Path) -> Iterator[LiveDocument]:
    """The plant in a file of its own, just opened: there is nothing to undo."""
    document = Document.open(Path(copy(made[0], tmp_path)))
    document.clock = lambda: NOW
    live = LiveDocument(document)
    yield live
    live.close()


@pytest.fixture
def window(
    qtbot: QtBot, filled: LiveDocument, t: Language, theme: Theme, settings: Settings
) -> Iterator[MainWindow]:
    settings.set("tab", "organisation")
    window = MainWindow(t, theme, settings)
    commands = WindowCommands(window, t, theme, settings, lambda: None)
    window.set_commands(lambda: [commands.edit(), commands.paper(), commands.general()])
    window.resize(1440, 900)
    with qtbot.waitActive(window):
        window.show()
    window.show_document(filled)
    yield window
    window.forget_document()
    window.close()
    window.deleteLater()


@pytest.fixture
def editor(qtbot: QtBot, window: MainWindow) -> Iterator[OrganisationEditor]:
    """The tab with everything in it; dialogs a test leaves open are closed behind it."""
    shown = window.editor
    assert isinstance(shown, OrganisationEditor)
    offered = 1 + len(shown.live.read(units))
    qtbot.waitUntil(lambda: shown.toolbar.unit.count() == offered)
    list_of(shown).setFocus()
    yield shown
    for dialog in window.findChildren(QDialog):
        dialog.close()


@pytest.fixture
def people(editor: OrganisationEditor) -> Table:
    """The list of people: Aas, Ødegård and Solberg."""
    return list_of(editor)
