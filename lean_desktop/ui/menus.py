"""The menu bar, made of commands: those of the window and those of the editor that is shown."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from lean_desktop.i18n import N_, Language
from lean_desktop.ui.editor import Command

MENUS = {
    "file": N_("&File"),
    "edit": N_("&Edit"),
    "view": N_("&View"),
    "insert": N_("&Insert"),
    "tools": N_("&Tools"),
    "window": N_("&Window"),
    "help": N_("&Help"),
}

ROLES = {
    "quit": QAction.MenuRole.QuitRole,
    "settings": QAction.MenuRole.PreferencesRole,
    "about": QAction.MenuRole.AboutRole,
}


class Entry(NamedTuple):
    """A command with the action that stands for it."""

    command: Command
    action: QAction


class Menus(QObject):
    """Fills a menu bar, and keeps what is allowed up to date."""

    def __init__(
        self, bar: QMenuBar, t: Language, run: Callable[[Command], None], *, read_only: bool = False
    ) -> None:
        super().__init__(bar)
        self.read_only = read_only
        self._bar = bar
        self._t = t
        self._run = run
        self._entries: list[Entry] = []
        self._menus: dict[str, QMenu] = {}

    def fill(self, groups: Sequence[Sequence[Command]]) -> None:
        """Show these commands; each group is set off from the one before by a line."""
        self._bar.clear()
        for old in (*self._menus.values(), *(entry.action for entry in self._entries)):
            old.deleteLater()
        self._entries, self._menus = [], {}
        wanted = {command.menu for group in groups for command in group}
        for name, title in MENUS.items():
            if name in wanted:
                self._menus[name] = self._bar.addMenu(self._t(title))
                self._menus[name].aboutToShow.connect(self.refresh)
        for group in groups:
            self._add(group)
        self.refresh()

    def commands(self) -> list[Command]:
        """Every command in the menus, in their order."""
        return [entry.command for entry in self._entries]

    def menu(self, name: str) -> QMenu:
        """One of the menus, for what is no command (recent files)."""
        return self._menus[name]

    def action(self, name: str) -> QAction:
        """The action of the command with that name."""
        return next(entry.action for entry in self._entries if entry.command.name == name)

    def allowed(self, command: Command) -> bool:
        """Whether the command would do anything now."""
        if command.edits and self.read_only:
            return False
        return command.allowed is None or command.allowed()

    def refresh(self) -> None:
        """Grey what would do nothing."""
        for command, action in self._entries:
            action.setEnabled(self.allowed(command))

    def _add(self, group: Sequence[Command]) -> None:
        begun: set[str] = set()
        for command in group:
            menu = self._menus[command.menu]
            if command.menu not in begun and not menu.isEmpty():
                menu.addSeparator()
            begun.add(command.menu)
            self._entries.append(Entry(command, self._made(command, menu)))

    def _made(self, command: Command, menu: QMenu) -> QAction:
        action = QAction(command.text, self._bar)
        action.setObjectName(command.name)
        action.setMenuRole(ROLES.get(command.name, QAction.MenuRole.NoRole))
        action.setShortcuts(shortcuts(command.keys))
        action.triggered.connect(lambda: self._run(command))
        menu.addAction(action)
        return action


def shortcuts(keys: str) -> list[QKeySequence]:
    """The shortcuts of a command: `Ctrl+Y|Ctrl+Shift+Z`; a name like `Undo` is the platform's."""
    found: list[QKeySequence] = []
    for each in filter(None, keys.split("|")):
        standard = getattr(QKeySequence.StandardKey, each, None)
        found += QKeySequence.keyBindings(standard) if standard else [QKeySequence(each)]
    return found
