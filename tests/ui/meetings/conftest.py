"""A window on its Meetings tab: one group with three meetings, one of them today."""

from collections.abc import Iterator
from datetime import date, datetime

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import Connection

from lean_desktop.domain.organisation import GroupKind, GroupRole
from lean_desktop.edits import actions, organisation
from lean_desktop.edits import meetings as edits
from lean_desktop.i18n import Language
from lean_desktop.settings import Settings
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.main_window import MainWindow
from lean_desktop.ui.meetings.capture_page import CapturePage
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


@pytest.fixture
def seven(filled: LiveDocument) -> LiveDocument:
    """Seven in the group, four actions to ask about."""
    filled.document.aside(_fill_seven)
    return filled


def _fill_seven(connection: Connection) -> None:
    for name in ("Linh Nguyễn", "Vegard Hagen", "Hanne Årnes", "Ingrid Haugen"):
        first, last = name.split()
        key = organisation.add_person(connection, first_name=first, last_name=last)
        organisation.add_members(connection, 1, [key])
    for number in range(4):
        actions.add_action(
            connection,
            f"Gjøremål {number}",
            created=date(2026, 9, 1),
            group_id=1,
            due=date(2026, 10, 1 + number),
        )


@pytest.fixture
def page(seven: LiveDocument, main: MainWindow, editor: MeetingsEditor) -> CapturePage:
    """The sheet of today's meeting, with the keys in its first line."""
    main.menus.action("record_meeting").trigger()
    QApplication.processEvents()
    found = editor.centre.currentWidget()
    assert isinstance(found, CapturePage)
    assert found.sheet.steps["arrivals"].line.hasFocus()
    return found
