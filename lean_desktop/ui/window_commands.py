"""The commands that are there whatever is shown: undo, print, go to, settings, help."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QDialog

from lean_desktop.document.changes import ChangeSet
from lean_desktop.document.document import Edited
from lean_desktop.domain.errors import Cancelled
from lean_desktop.i18n import Language
from lean_desktop.settings import Settings
from lean_desktop.ui.editor import Command, Paper
from lean_desktop.ui.editors import EDITORS
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.main_window import MainWindow
from lean_desktop.ui.theme import Theme

LARGE = 1000
"""A step of more rows than this is taken back on a worker."""


class WindowCommands(QObject):
    """What one window can do. `rebuild` is called when language or look were chosen anew."""

    def __init__(
        self,
        window: MainWindow,
        t: Language,
        theme: Theme,
        settings: Settings,
        rebuild: Callable[[], None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._t = t
        self._theme = theme
        self._settings = settings
        self._rebuild = rebuild

    def edit(self) -> Sequence[Command]:
        """Undo and redo."""
        t, undo, redo = self._t, self._can_undo, self._can_redo
        return (
            Command("undo", t("Undo"), self.undo, "edit", "Undo", "undo", undo, edits=True),
            Command(
                "redo",
                t("Redo"),
                self.redo,
                "edit",
                "Ctrl+Y|Ctrl+Shift+Z",
                "redo",
                redo,
                edits=True,
            ),
        )

    def paper(self) -> Sequence[Command]:
        """A command for each handout of the editor that is shown; the first is Ctrl+P."""
        editor = self._window.editor
        papers = editor.papers() if editor else ()
        return [
            Command(
                "print" if place == 0 else f"print_{paper.name}",
                self._t("Print: {paper} …", paper=paper.text),
                partial(self.print, paper),
                "file",
                "Print" if place == 0 else "",
                "print",
            )
            for place, paper in enumerate(papers)
        ]

    def workspace(self) -> Sequence[Command]:
        """What belongs to the open workspace."""
        t = self._t
        return (
            Command(
                "properties",
                t("Workspace properties …"),
                self.properties,
                "file",
                allowed=self._is_open,
                edits=True,
            ),
        )

    def general(self) -> Sequence[Command]:
        """Going places, the look of the window, settings and help."""
        t = self._t
        return (
            *self._tabs(),
            Command(
                "inspector", t("Inspector"), self.inspector, "view", "Ctrl+I", allowed=self._is_open
            ),
            Command("full_screen", t("Full screen"), self.full_screen, "view", "F11"),
            Command("palette", t("Search or command …"), self.palette, "tools", "Ctrl+K"),
            Command("settings", t("Settings …"), self.settings, "tools", "Ctrl+,"),
            Command("next_pane", t("Next pane"), self.next_pane, "window", "F6"),
            Command("minimise", t("Minimise"), self._window.showMinimized, "window", "Ctrl+M"),
            Command("help", t("Help"), self.help, "help", "F1"),
            Command("shortcuts", t("Keyboard shortcuts"), self.shortcuts, "help", "Ctrl+/"),
            Command("logs", t("Open the log folder"), self.logs, "help"),
            Command("about", t("About Lean Desktop"), self.about, "help"),
        )

    # What they do

    def undo(self) -> None:
        """Take back the newest step."""
        if self._live and self._live.document.undo_rows > LARGE:
            self._replay_long(self._t("Undo"), self._live.document.undo)
        elif self._live:
            self._live.undo()

    def redo(self) -> None:
        """Do again what was taken back."""
        if self._live and self._live.document.redo_rows > LARGE:
            self._replay_long(self._t("Redo"), self._live.document.redo)
        elif self._live:
            self._live.redo()

    def _replay_long(self, title: str, replay: Callable[[], ChangeSet]) -> None:
        from lean_desktop.ui.long_work import edit_long

        if self._live:
            with suppress(Cancelled):
                edit_long(title, self._live, self._t, lambda: Edited(None, replay()))

    def print(self, paper: Paper) -> None:
        """Show the handout; it can be printed or saved from there."""
        from lean_desktop.ui.print_preview import PrintPreview

        self._open(PrintPreview(self._t, self._theme, self._settings, paper, self._window))

    def properties(self) -> None:
        """Name, company and logo of the workspace."""
        from lean_desktop.ui.workspace_dialog import WorkspaceDialog

        if self._live:
            self._open(WorkspaceDialog(self._t, self._theme, self._live, self._window))

    def palette(self) -> None:
        """Find a command, or anything in the document."""
        from lean_desktop.ui.command_palette import CommandPalette

        palette = CommandPalette(
            self._t,
            self._theme,
            self._window.menus.commands(),
            lambda: [found for editor in self._window.editors() for found in editor.finds()],
            self._window,
            allowed=self._window.menus.allowed,
        )
        palette.chosen_command.connect(self._window.run)
        palette.chosen_find.connect(self._window.go_to)
        self._open(palette)

    def settings(self) -> None:
        """Language, look, and where backups go."""
        from lean_desktop.ui.settings_dialog import SettingsDialog

        dialog = SettingsDialog(self._t, self._theme, self._settings, self._window)
        dialog.setObjectName("settings")
        later = Qt.ConnectionType.QueuedConnection
        dialog.language_chosen.connect(lambda _code: self._rebuild(), later)
        dialog.theme_chosen.connect(self._theme.choose, later)
        self._open(dialog)

    def help(self) -> None:
        """Help, on the topic of the editor that is shown."""
        from lean_desktop.ui.help_window import HelpWindow

        window = HelpWindow(self._t, self._theme, self._settings, self._window)
        window.open_topic(self._window.shown_key())
        window.show()

    def shortcuts(self) -> None:
        """The sheet of shortcuts."""
        from lean_desktop.ui.shortcut_sheet import ShortcutSheet

        commands = self._window.menus.commands()
        self._open(ShortcutSheet(self._t, self._theme, commands, self._window))

    def about(self) -> None:
        """Version and licences."""
        from lean_desktop.ui.about import AboutDialog

        self._open(AboutDialog(self._t, self._theme, self._window))

    def logs(self) -> None:
        """Show the folder of the program's log."""
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices

        from lean_desktop.settings import log_folder

        log_folder().mkdir(parents=True, exist_ok=True)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(log_folder())))

    def inspector(self) -> None:
        """Show or hide the panel on the right."""
        if self._window.editor:
            self._window.editor.toggle_inspector()

    def full_screen(self) -> None:
        """The whole screen, or the window again."""
        self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)

    def next_pane(self) -> None:
        """Move the focus on from pane to pane: tabs, list, agenda, inspector."""
        panes = self._window.panes()
        focused = QApplication.focusWidget()
        places = [
            place
            for place, pane in enumerate(panes)
            if focused and (pane is focused or pane.isAncestorOf(focused))
        ]
        if panes:
            there = panes[((places[-1] if places else -1) + 1) % len(panes)]
            there.setFocus(Qt.FocusReason.TabFocusReason)

    # Inside

    def _tabs(self) -> list[Command]:
        return [
            Command(
                f"show_{entry.key}",
                self._t(entry.title),
                partial(self._window.show_editor, entry.key),
                "view",
                f"Ctrl+{place}",
                entry.icon,
                self._is_open,
            )
            for place, entry in enumerate(EDITORS, 1)
        ]

    @property
    def _live(self) -> LiveDocument | None:
        return self._window.live

    def _is_open(self) -> bool:
        return self._live is not None

    def _can_undo(self) -> bool:
        return self._live is not None and self._live.document.undo_label is not None

    def _can_redo(self) -> bool:
        return self._live is not None and self._live.document.redo_label is not None

    def _open(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
