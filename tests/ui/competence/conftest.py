"""A window on its Competence tab: two people and three skills."""

from collections.abc import Iterator
from datetime import date

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import Connection

from lean_desktop.edits import competence, organisation, skills
from lean_desktop.i18n import Language
from lean_desktop.settings import Settings
from lean_desktop.ui.competence.editor import CompetenceEditor
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.main_window import MainWindow
from lean_desktop.ui.theme import Theme
from lean_desktop.ui.window_commands import WindowCommands


@pytest.fixture
def filled(live: LiveDocument) -> LiveDocument:
    live.document.aside(_fill)
    return live


def _fill(connection: Connection) -> None:
    linh = organisation.add_person(connection, first_name="Linh", last_name="Nguyễn")
    organisation.add_person(connection, first_name="Kari", last_name="Solberg")
    category = skills.add_category(connection, "Lean")
    a3 = skills.add_skill(connection, category, "A3")
    for name in ("Coaching", "5S"):
        skills.add_skill(connection, category, name)
    competence.assess(connection, linh, a3, 3, day=date(2026, 5, 1))


@pytest.fixture
def window(
    qtbot: QtBot, filled: LiveDocument, t: Language, theme: Theme, settings: Settings
) -> Iterator[MainWindow]:
    settings.set("tab", "competence")
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


@pytest.fixture
def editor(window: MainWindow) -> CompetenceEditor:
    shown = window.editor
    assert isinstance(shown, CompetenceEditor)
    return shown
