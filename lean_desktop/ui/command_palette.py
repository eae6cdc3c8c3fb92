"""Ctrl+K: type a few letters of a command, a person, a group or a meeting, and go there."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QDialog, QFrame, QLabel, QLayout, QLineEdit, QVBoxLayout, QWidget

from lean_desktop.i18n import N_, Language
from lean_desktop.ui.command_list import CommandList, CommandRows
from lean_desktop.ui.command_search import Entry, entry, search
from lean_desktop.ui.editor import Command, Find
from lean_desktop.ui.menus import MENUS
from lean_desktop.ui.qt import override
from lean_desktop.ui.theme import Theme

Thing: TypeAlias = Command | Find

SECTIONS = {
    "person": N_("People"),
    "group": N_("Groups"),
    "unit": N_("Units"),
    "meeting": N_("Meetings"),
}
"""Headings for the kinds of things that are found; another kind stands under “Other”."""

MOST = 8
"""Shown of each section once something is typed."""

_WIDTH, _ROWS_HEIGHT, _FROM_TOP = 600, 400, 72
_STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -8,
    Qt.Key.Key_PageDown: 8,
}


class CommandPalette(QDialog):
    """A field over a list, gone at the next click elsewhere.

    `allowed` says whether a command would do anything now. Emits `chosen_command(Command)` or
    `chosen_find(Find)` after it has closed.
    """

    chosen_command = Signal(object)
    chosen_find = Signal(object)

    def __init__(
        self,
        t: Language,
        theme: Theme,
        commands: Sequence[Command],
        finds: Callable[[], Sequence[Find]],
        parent: QWidget | None = None,
        *,
        allowed: Callable[[Command], bool] | None = None,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self._t = t
        self._allowed = allowed or _allows
        self._entries = [*self._of_commands(commands), *self._of_finds(finds())]
        self.field = _Field()
        self.rows = CommandRows(t, self._is_on)
        self.list = CommandList(theme, self.rows)
        self.nothing = QLabel()
        self._lay_out()
        self._on_typed("")

    # What it offers

    def _of_commands(self, commands: Sequence[Command]) -> Iterable[Entry[Thing]]:
        section = self._t("Commands")
        for command in commands:
            menu = self._t(MENUS[command.menu]).replace("&", "")
            yield entry(command, section, command.text.rstrip(" …"), menu)

    def _of_finds(self, finds: Sequence[Find]) -> Iterable[Entry[Thing]]:
        for find in finds:
            section = self._t(SECTIONS.get(find.kind, N_("Other")))
            yield entry(find, section, find.name, find.hint)

    def _is_on(self, thing: Thing) -> bool:
        return not isinstance(thing, Command) or self._allowed(thing)

    # What happens

    def _on_typed(self, typed: str) -> None:
        if typed.strip():
            found = search(self._entries, typed, MOST)
        else:
            found = [each for each in self._entries if isinstance(each.thing, Command)]
        self.rows.show_entries(found)
        self.list.setFixedHeight(min(self.list.wanted_height(), _ROWS_HEIGHT))
        self.list.setVisible(bool(found))
        self.nothing.setVisible(not found)
        self.nothing.setText(self._t("Nothing is called “{text}”.", text=typed.strip()))
        self.list.go_to_first()
        self._announce()

    def _choose(self) -> None:
        found = self.list.current_entry()
        if found is None or not self._is_on(found.thing):
            return
        self.accept()
        chosen = self.chosen_command if isinstance(found.thing, Command) else self.chosen_find
        chosen.emit(found.thing)

    def _announce(self) -> None:
        """Have the row read aloud: the focus stays in the field while the row changes."""
        told = self.list.current_text() or self.nothing.text()
        if told != self.field.accessibleDescription():
            self.field.setAccessibleDescription(told)
            if QAccessible.isActive():
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.field, told))

    def _step(self, rows: int) -> None:
        self.list.step(rows)
        self._announce()

    # What Qt asks

    @override
    def open(self) -> None:
        """Show it without holding back the window: a click there puts the palette away."""
        self.show()
        self.activateWindow()
        self.field.setFocus()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowDeactivate and self.isVisible():
            self.reject()
        return super().event(event)

    # How it looks

    def _lay_out(self) -> None:
        self.setObjectName("command_palette")
        self.setWindowTitle(self._t("Search or command"))
        self.setAccessibleName(self._t("Search or command"))
        self.field.setPlaceholderText(self._t("Search or command"))
        self.field.setAccessibleName(self._t("Search or command"))
        self.field.textChanged.connect(self._on_typed)
        self.field.stepped.connect(self._step)
        self.field.returnPressed.connect(self._choose)
        self.list.setAccessibleName(self._t("Found"))
        self.list.clicked.connect(self._choose)
        self.nothing.setWordWrap(True)
        self.nothing.setContentsMargins(12, 16, 12, 16)
        panel = QFrame()
        panel.setObjectName("panel")
        panel.setFixedWidth(_WIDTH)
        column = QVBoxLayout(panel)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        for widget in (self.field, self.list, self.nothing):
            column.addWidget(widget)
        # Only the panel is painted, so that its corners can be round.
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setStyleSheet("#command_palette { background: transparent; }")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(panel)
        whole.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)
        if window := self.parentWidget():
            corner = QPoint((window.width() - _WIDTH) // 2, _FROM_TOP)
            self.move(window.mapToGlobal(corner))


class _Field(QLineEdit):
    """Keeps the focus while Up, Down and the page keys walk the list: `stepped(rows)`."""

    stepped = Signal(int)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if rows := _STEPS.get(Qt.Key(event.key())):
            self.stepped.emit(rows)
        else:
            super().keyPressEvent(event)


def _allows(command: Command) -> bool:
    return command.allowed is None or command.allowed()
