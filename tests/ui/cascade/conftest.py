"""The Cascade tab in a window, on a plan with one wave's own phase and two teams."""

from collections.abc import Iterator
from datetime import date

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import Connection

from lean_desktop.domain.cascade.plan import Kind
from lean_desktop.domain.cascade.templates import PhaseTemplate
from lean_desktop.domain.organisation import GroupKind
from lean_desktop.edits import cascade, organisation
from lean_desktop.i18n import Language
from lean_desktop.settings import Settings
from lean_desktop.ui.cascade.editor import CascadeEditor
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.main_window import MainWindow
from lean_desktop.ui.theme import Theme
from lean_desktop.ui.window_commands import WindowCommands

MONDAY = date(2026, 10, 5)
PLANNING = PhaseTemplate(0, "Planning", Kind.START_UP, 4, items=("Mandate", "Board"))
RUNNING = PhaseTemplate(0, "Running", Kind.PILOT, 12, open_ended=True)


@pytest.fixture
def filled(live: LiveDocument) -> LiveDocument:
    live.document.aside(_fill)
    return live


def _fill(connection: Connection) -> None:
    organisation.add_person(connection, first_name="Kari", last_name="Solberg")
    for name in ("Assembly", "Foundry", "Stores"):
        organisation.add_group(connection, name=name, kind=GroupKind.IMPROVEMENT)
    waves = [("Start-up", Kind.START_UP, [PLANNING]), ("Wave 1", Kind.PILOT, ())]
    cascade.begin_plan(connection, "Cascade 2026", MONDAY, waves)
    cascade.add_team(connection, 2, 1, [RUNNING], MONDAY)
    cascade.tie_phases(connection, 1, 2)
    cascade.add_team(connection, 2, 2, [RUNNING], date(2027, 1, 4))


@pytest.fixture
def window(
    qtbot: QtBot, filled: LiveDocument, t: Language, theme: Theme, settings: Settings
) -> Iterator[MainWindow]:
    settings.set("tab", "cascade")
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
def editor(window: MainWindow) -> CascadeEditor:
    shown = window.editor
    assert isinstance(shown, CascadeEditor)
    return shown
