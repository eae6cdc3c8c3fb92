"""What is there whatever is shown: each command opens its window, by its keys."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from lean_desktop.app import write_sample
from lean_desktop.settings import Settings, log_folder
from lean_desktop.ui.about import AboutDialog
from lean_desktop.ui.command_palette import CommandPalette
from lean_desktop.ui.desktop import Desktop
from lean_desktop.ui.help_window import HelpWindow
from lean_desktop.ui.main_window import MainWindow
from lean_desktop.ui.print_preview import PrintPreview
from lean_desktop.ui.settings_dialog import SettingsDialog
from lean_desktop.ui.shortcut_sheet import ShortcutSheet
from lean_desktop.ui.workspace_dialog import WorkspaceDialog
from tests.ui.conftest import NOW

CTRL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def window(desktop: Desktop, settings: Settings, tmp_path: Path) -> MainWindow:
    settings.set("tab", "meetings")
    write_sample(tmp_path / "a.leandesk", NOW, "en")
    desktop.open_path(tmp_path / "a.leandesk")
    return desktop.window


@pytest.mark.parametrize(
    ("key", "with_", "kind"),
    [
        (Qt.Key.Key_Comma, CTRL, SettingsDialog),
        (Qt.Key.Key_Slash, CTRL, ShortcutSheet),
        (Qt.Key.Key_F1, NONE, HelpWindow),
    ],
)
def test_keys_open_a_window(
    window: MainWindow, key: Qt.Key, with_: Qt.KeyboardModifier, kind: type[QWidget]
) -> None:
    QTest.keyClick(window, key, with_)
    found = window.findChild(kind)
    assert found is not None
    assert found.isVisible()
    QTest.keyClick(found, Qt.Key.Key_Escape)
    assert not found.isVisible()


@pytest.mark.parametrize(
    ("name", "kind"), [("about", AboutDialog), ("properties", WorkspaceDialog)]
)
def test_a_menu_opens_a_window(window: MainWindow, name: str, kind: type[QWidget]) -> None:
    window.menus.action(name).trigger()
    found = window.findChild(kind)
    assert found is not None
    assert found.isVisible()


def test_ctrl_p_shows_the_agenda_that_is_shown(qtbot: QtBot, window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_P, CTRL)
    preview = window.findChild(PrintPreview)
    assert isinstance(preview, PrintPreview)
    qtbot.waitUntil(lambda: preview.pages is not None)
    with qtbot.waitSignal(preview.destroyed):
        preview.close()


def test_f11_takes_the_whole_screen_and_gives_it_back(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_F11)
    assert window.isFullScreen()
    QTest.keyClick(window, Qt.Key.Key_F11)
    assert not window.isFullScreen()


def test_the_log_folder_is_opened(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    window.menus.action("logs").trigger()
    assert [url.toLocalFile() for url in opened] == [str(log_folder())]
    assert log_folder().is_dir()


def test_nothing_of_a_document_is_allowed_without_one(desktop: Desktop) -> None:
    menus = desktop.window.menus
    for name in ("undo", "redo", "show_meetings", "properties", "inspector", "close", "back_up"):
        assert not menus.action(name).isEnabled(), name
    for name in ("palette", "settings", "help", "new_workspace", "open", "restore", "quit"):
        assert menus.action(name).isEnabled(), name


def test_the_palette_is_there_without_a_document(desktop: Desktop) -> None:
    QTest.keyClick(desktop.window, Qt.Key.Key_K, CTRL)
    assert desktop.window.findChild(CommandPalette) is not None
