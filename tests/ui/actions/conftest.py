"""A window on its Actions tab: one group with three actions."""

from collections.abc import Iterator
from datetime import date

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import Connection

from lean_desktop.domain.organisation import GroupKind
from lean_desktop.edits import actions, organisation
from lean_desktop.i18n import Language
from lean_desktop.settings import Settings
from lean_desktop.ui.actions.editor import ActionsEditor
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
    group = organisation.add_group(connection, GroupKind.IMPROVEMENT, "Montering")
    for title, due in (
        ("Merke soner", date(2026, 10, 3)),
        ("Teste fikstur", date(2026, 10, 20)),
        ("Rydde skap", None),
    ):
        actions.add_action(
            connection, title, created=date(2026, 9, 1), group_id=group, owner_id=linh, due=due
        )


@pytest.fixture
def window(
    qtbot: QtBot, filled: LiveDocument, t: Language, theme: Theme, settings: Settings
) -> Iterator[MainWindow]:
    settings.set("tab", "actions")
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
def editor(window: MainWindow) -> ActionsEditor:
    shown = window.editor
    assert isinstance(shown, ActionsEditor)
    return shown
