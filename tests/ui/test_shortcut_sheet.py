"""The sheet holds every shortcut of the commands it is given."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from lean_desktop.i18n import Language
from lean_desktop.ui.editor import Command
from lean_desktop.ui.keycaps import Keycaps, key_names
from lean_desktop.ui.shortcut_sheet import ShortcutSheet
from lean_desktop.ui.theme import Theme


def test_menus_with_keys_stand_on_it_and_others_do_not(
    qtbot: QtBot, t: Language, theme: Theme
) -> None:
    commands = [
        Command("open", "Open …", lambda: None, "file", "Ctrl+O"),
        Command("redo", "Redo", lambda: None, "edit", "Ctrl+Y|Ctrl+Shift+Z"),
        Command("import", "Import people", lambda: None, "tools"),
    ]
    sheet = ShortcutSheet(t, theme, commands)
    qtbot.addWidget(sheet)
    texts = [label.text() for label in sheet.findChildren(QLabel)]
    assert {"File", "Open …", "Edit", "Redo", "In tables"} <= set(texts)
    assert not {"Tools", "Import people"} & set(texts)
    caps = [each.accessibleName() for each in sheet.findChildren(Keycaps)]
    assert {"Ctrl+O", "Ctrl+Y, Ctrl+Shift+Z"} <= set(caps)


def test_names_of_keys(qtbot: QtBot) -> None:
    assert key_names("Ctrl+Y|Ctrl+Shift+Z") == ["Ctrl+Y", "Ctrl+Shift+Z"]
    assert key_names("Open") == ["Ctrl+O"]
    assert key_names("") == []
