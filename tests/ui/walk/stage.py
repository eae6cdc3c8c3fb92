"""The program on which windows are opened, and how each state of its files is reached."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from lean_desktop.ui.background import Background
from lean_desktop.ui.desktop import Desktop
from lean_desktop.ui.meetings.editor import MeetingsEditor
from lean_desktop.ui.organisation.editor import OrganisationEditor
from lean_desktop.ui.widgets.inspector import Inspector

W = TypeVar("W", bound=QWidget)
NOW = datetime(2026, 10, 6, 9, 0)
SAMPLE, EMPTY = "Verkstedindustri AS.leandesk", "Forbedring.leandesk"
PATIENCE = 30_000
"""Milliseconds: a machine with other work to do is slow."""
USUAL, SMALLEST = (1440, 900), (1024, 640)


class Stage:
    """`folder` holds both files; `qtbot` waits for what is slow."""

    def __init__(self, desktop: Desktop, folder: Path) -> None:
        self.desktop = desktop
        self.folder = folder
        self.qtbot: QtBot

    # Files

    def close(self) -> QWidget:
        """No file: the welcome page."""
        self.desktop.session.close()
        return self.window

    def sample(self, tab: str) -> Any:
        """The sample company, at that tab; its editor."""
        return self._shown(SAMPLE, tab)

    def empty(self, tab: str) -> Any:
        """A workspace with nothing in it, at that tab; its editor."""
        return self._shown(EMPTY, tab)

    def organisation(self, which: str) -> OrganisationEditor:
        """One list of the sample company, nothing searched for, with its first row chosen."""
        editor: OrganisationEditor = self.sample("organisation")
        editor.toolbar.search.clear()
        editor.show_list(which)
        editor.pages.listing(which).table.selectRow(0)
        return editor

    def meetings(self) -> MeetingsEditor:
        """The meeting that comes next in the sample company, its first item chosen."""
        editor: MeetingsEditor = self.sample("meetings")
        editor.sidebar.choose_soonest()
        editor.page.table.selectRow(0)
        return editor

    # Windows

    @property
    def window(self) -> QWidget:
        """The main window."""
        return self.desktop.window

    def run(self, name: str) -> QWidget:
        """Give a command of the menus, and return the dialog it opens."""
        self.desktop.window.run_named(name)
        return self.dialog()

    def dialog(self) -> QWidget:
        """The dialog that was opened last."""
        self.settle()
        dialogs = [each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog)]
        return next(each for each in reversed(dialogs) if each.isVisible())

    def opened(self, dialog: QDialog) -> QWidget:
        """Open a dialog that no command leads to here."""
        dialog.open()
        return dialog

    def settle(self) -> None:
        """Wait until panels are filled and nothing runs behind the scenes."""
        self.qtbot.waitUntil(self._be_quiet, timeout=PATIENCE)
        for _ in range(3):  # A layout within a layout takes a round each.
            QApplication.processEvents()

    def _shown(self, name: str, tab: str) -> Any:
        desktop, path = self.desktop, self.folder / name
        if desktop.session.live is None or desktop.session.live.document.path != path:
            desktop.open_path(path)
        editor = desktop.window.show_editor(tab)
        self.settle()
        return editor

    def _be_quiet(self) -> None:
        """Raises AssertionError while something goes on, or a panel waits to be painted."""
        QApplication.processEvents()
        tops = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
        panels = [panel for top in tops for panel in top.findChildren(Inspector)]
        works = [work for top in tops for work in top.findChildren(Background)]
        assert not [work for work in works if work.busy]
        assert not [each for each in panels if each.isVisible() and not each.built()]


Open = Callable[[Stage], QWidget]
