"""The frame: menus with what the shown editor can do, tabs, undo by name, and what is remembered."""

from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from lean_desktop.app import write_sample
from lean_desktop.edits import workspace as edits
from lean_desktop.i18n import M_
from lean_desktop.queries import workspace as queries
from lean_desktop.settings import Settings
from lean_desktop.ui.command_palette import CommandPalette
from lean_desktop.ui.desktop import Desktop
from lean_desktop.ui.editors import EDITORS
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.main_window import MainWindow
from lean_desktop.ui.meetings.editor import MeetingsEditor
from tests.ui.conftest import NOW

Key, LEFT = Qt.Key, Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    path = tmp_path / "Verkstedindustri AS.leandesk"
    write_sample(path, NOW, "nb")
    return path


@pytest.fixture
def live(desktop: Desktop, sample: Path, settings: Settings) -> LiveDocument:
    settings.set("tab", "meetings")
    desktop.open_path(sample)
    live = desktop.session.live
    assert live is not None
    return live


@pytest.fixture
def window(desktop: Desktop, live: LiveDocument) -> MainWindow:
    desktop.window.resize(1440, 900)
    return desktop.window


def keys_of(window: MainWindow) -> dict[str, list[str]]:
    return {
        each.name: [key.toString() for key in window.menus.action(each.name).shortcuts()]
        for each in window.menus.commands()
    }


def test_every_command_is_in_a_menu_with_its_keys(window: MainWindow) -> None:
    keys = keys_of(window)
    for name, wanted in {
        "undo": "Ctrl+Z",
        "redo": "Ctrl+Y",
        "open": "Ctrl+O",
        "close": "Ctrl+W",
        "new_workspace": "Ctrl+Shift+N",
        "plan_meeting": "Ctrl+N",
        "new_item": "Ins",
        "start_meeting": "Ctrl+Return",
        "record_meeting": "Ctrl+R",
        "print": "Ctrl+P",
        "palette": "Ctrl+K",
        "settings": "Ctrl+,",
        "help": "F1",
        "shortcuts": "Ctrl+/",
        "quit": "Ctrl+Q",
        "show_organisation": "Ctrl+1",
        "show_meetings": "Ctrl+2",
        "next_pane": "F6",
    }.items():
        assert wanted in keys[name], name


@pytest.mark.parametrize("tab", [entry.key for entry in EDITORS])
def test_no_two_commands_have_the_same_keys(window: MainWindow, tab: str) -> None:
    window.show_editor(tab)
    used = Counter(key for keys in keys_of(window).values() for key in keys)
    assert [key for key, times in used.items() if times > 1] == []


def test_undo_and_redo_are_named_after_the_step(window: MainWindow, live: LiveDocument) -> None:
    undo, redo = window.menus.action("undo"), window.menus.action("redo")
    assert (undo.text(), undo.isEnabled()) == ("Undo", False)
    live.edit(M_("Rename {name}", name="A"), edits.describe, name="A", company="")
    assert (undo.text(), undo.isEnabled(), redo.isEnabled()) == ("Undo: Rename A", True, False)
    assert window.strip.undo.accessibleName() == "Undo: Rename A"
    assert window.status.last.text() == "Last: Rename A"
    QTest.keyClick(window, Key.Key_Z, CTRL)
    assert (undo.isEnabled(), redo.text(), redo.isEnabled()) == (False, "Redo: Rename A", True)
    QTest.mouseClick(window.strip.redo, LEFT)
    assert live.read(queries.workspace).name == "A"
    QTest.mouseClick(window.status.undo, LEFT)
    assert live.read(queries.workspace).name == "Verkstedindustri AS"


def test_ctrl_and_a_number_choose_the_tab_and_it_is_remembered(
    window: MainWindow, settings: Settings
) -> None:
    for number, entry in enumerate(EDITORS, 1):
        QTest.keyClick(window, Key(Key.Key_0 + number), CTRL)
        assert window.shown_key() == entry.key
        assert window.strip.tabs.currentIndex() == number - 1
        assert settings.get("tab", "") == entry.key


def test_a_tab_is_clicked(window: MainWindow) -> None:
    tabs = window.strip.tabs
    QTest.mouseClick(tabs, LEFT, pos=tabs.tabRect(0).center())
    assert window.shown_key() == "organisation"


def test_text_that_will_not_do_keeps_the_tab_until_it_can_be_kept(
    qtbot: QtBot, window: MainWindow, settings: Settings
) -> None:
    """What is refused in a field is kept as a draft, and found again in its field."""
    editor = window.editor
    assert isinstance(editor, MeetingsEditor)
    qtbot.waitUntil(editor.details.built)
    line = next(each for each in editor.details.fields() if each.label.text() == "End").editor
    qtbot.waitUntil(line.isVisible)
    line.setFocus()
    QTest.keyClick(line, Key.Key_A, CTRL)
    QTest.keyClicks(line, "abc")
    tabs = window.strip.tabs
    QTest.mouseClick(tabs, LEFT, pos=tabs.tabRect(0).center())
    assert window.shown_key() == "organisation"
    assert window.live is not None
    assert list(window.live.read(queries.drafts).values()) == ["abc"]


def test_ctrl_k_finds_a_meeting_and_goes_there(
    qtbot: QtBot, window: MainWindow, live: LiveDocument
) -> None:
    QTest.keyClick(window, Key.Key_K, CTRL)
    palette = window.findChild(CommandPalette)
    assert isinstance(palette, CommandPalette)
    editor = window.editor
    assert isinstance(editor, MeetingsEditor)
    other = next(
        each for each in editor.finds() if each.name not in editor.page.title.accessibleName()
    )
    QTest.keyClicks(palette.field, other.name)
    QTest.keyClick(palette.field, Key.Key_Return)
    qtbot.waitUntil(lambda: other.name.split()[0] in editor.page.title.accessibleName())


def test_the_status_bar_tells_the_day_and_the_week(window: MainWindow) -> None:
    told = [label.text() for label in window.status.findChildren(QLabel)]
    assert "All saved" in told
    assert "Tuesday 6 October 2026" in told
    assert "Week 41" in told


def test_the_layout_is_found_again(desktop: Desktop, window: MainWindow, sample: Path) -> None:
    QTest.keyClick(window, Key.Key_I, CTRL)
    desktop.session.close()
    desktop.open_path(sample)
    editor = desktop.window.editor
    assert isinstance(editor, MeetingsEditor)
    assert not editor.details.isVisible()
