"""A window on its Meetings tab: one group with three meetings, one of them today."""

from collections.abc import Iterator
from datetime import datetime

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import Connection

from lean_desktop.domain.organisation import GroupKind, GroupRole
from lean_desktop.edits import meetings as edits
from lean_desktop.edits import organisation
from lean_desktop.i18n import Language
from lean_desktop.settings import Settings
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.main_window import MainWindow
from lean_desktop.ui.meetings.editor import MeetingsEditor
from lean_desktop.ui.theme import Theme
from lean_desktop.ui.window_commands import WindowCommands

ITEMS = [
    {"title": "Velkommen", "minutes": 5},
    {"title": "Skiftbytte", "minutes": 20},
    {"title": "Avslutning", "minutes": 10},
]


@pytest.fixture
def filled(live: LiveDocument) -> LiveDocument:
    live.document.aside(fill)
    return live


def fill(connection: Connection) -> None:
    names = (("Pål", "Hansen"), ("Åse", "Ødegård"), ("Kari", "Hansen"))
    people = [
        organisation.add_person(connection, first_name=first, last_name=last)
        for first, last in names
    ]
    group = organisation.add_group(connection, GroupKind.IMPROVEMENT, "Montering")
    organisation.add_members(connection, group, people[:1], role=GroupRole.LEADER)
    organisation.add_members(connection, group, people[1:])
    organisation.add_group(connection, GroupKind.STEERING, "Styringsgruppa")
    for day in (datetime(2026, 9, 22, 13), datetime(2026, 10, 6, 13), datetime(2026, 10, 20, 13)):
        key = edits.plan_meeting(connection, group_id=group, start=day)
        edits.change_meetings(
            connection, [key], planned_end=day.replace(minute=45), purpose="Kortere omstilling"
        )
        edits.add_items(connection, key, ITEMS)


@pytest.fixture(name="window")
def _window(main: MainWindow) -> MainWindow:
    return main


@pytest.fixture
def main(
    qtbot: QtBot, filled: LiveDocument, t: Language, theme: Theme, settings: Settings
) -> Iterator[MainWindow]:
    settings.set("tab", "meetings")
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
def editor(main: MainWindow) -> MeetingsEditor:
    shown = main.editor
    assert isinstance(shown, MeetingsEditor)
    return shown
