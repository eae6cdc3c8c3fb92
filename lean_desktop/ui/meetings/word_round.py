"""The round of the word: helps the one who leads give it to everyone. Never on the wall."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from lean_desktop.domain.meetings import Meeting
from lean_desktop.domain.minutes import Called
from lean_desktop.edits import minutes as edits
from lean_desktop.i18n import M_, Message
from lean_desktop.queries.minutes import called
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.meetings.capture_told import came
from lean_desktop.ui.qt import override
from lean_desktop.ui.widgets.buttons import button

TAKEN = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End)
"""Keys that move in the list; all others are for the window, such as the arrows to other items."""


class WordRound(QWidget):
    """Those who are there, in the order they are called; a mark for who has had the word.

    It says who is next, and neither counts nor compares. Untouched is not recorded.
    """

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around, self._live, self._t = around, around.live, around.t
        self._meeting: Meeting | None = None
        self._people: list[Called] = []
        self.head = QLabel()
        self.list = PeopleList()
        self.all = button(self._t("Everyone has had a say"), self._mark_all)
        self._lay_out()

    def show_meeting(self, meeting: Meeting) -> None:
        """Show who is there, and who has had the word."""
        self._meeting = meeting
        self._people = came(self._live.read(called, meeting.id))
        row = self.list.currentRow()
        self.list.clear()
        for each in self._people:
            self.list.addItem(self._line(each))
        self.list.setCurrentRow(min(row, len(self._people) - 1))
        self._say_next()
        for widget in (self.list, self.all):
            widget.setEnabled(not meeting.locked and not self._live.read_only)

    def begin(self) -> None:
        """Let the keys go to the first who has not had the word."""
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._go_to_next()

    # Inside

    def _left(self) -> list[int]:
        """Places of those who have not had the word."""
        return [row for row, each in enumerate(self._people) if not each.had_a_say]

    def _line(self, each: Called) -> QListWidgetItem:
        t, theme = self._t, self._around.theme
        line = QListWidgetItem(each.name)
        line.setIcon(theme.icon("check" if each.had_a_say else "speech", "text2"))
        told = t("has had a say") if each.had_a_say else t("has not had a say yet")
        line.setData(Qt.ItemDataRole.AccessibleTextRole, f"{each.name}: {told}")
        if each.had_a_say:
            line.setForeground(theme.color("text3"))
        return line

    def _say_next(self) -> None:
        left = self._left()
        text = self._t("Next: {name}", name=self._people[left[0]].name) if left else ""
        self.head.setText(text or self._t("Everyone has had a say."))

    def _turn(self, row: int) -> None:
        """Mark somebody, or take the mark away. Where all had it, that is an exception."""
        one = self._people[row]
        unmarked = None if self._left() else False
        label = M_("{name} had a say", name=one.name)
        self._record(label, {one.person_id: unmarked if one.had_a_say else True})
        self._go_to_next()

    def _mark_all(self) -> None:
        everyone = {each.person_id: True for each in self._people}
        self._record(M_("Everyone has had a say"), everyone)

    def _record(self, label: Message, had_a_say: Mapping[int, bool | None]) -> None:
        if self._meeting:
            self._live.edit(label, edits.record_contributions, self._meeting.id, had_a_say)

    def _go_to_next(self) -> None:
        if left := self._left():
            self.list.setCurrentRow(left[0])

    def _lay_out(self) -> None:
        self.head.setProperty("look", "heading")
        self.head.setTextFormat(Qt.TextFormat.PlainText)
        self.head.setWordWrap(True)
        self.list.setAccessibleName(self._t("Those who are there"))
        self.list.turned.connect(self._turn)
        hint = QLabel(self._t("Space marks who has had a say. Only you see this."))
        hint.setProperty("look", "small")
        hint.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.head, hint, self.list, self.all):
            column.addWidget(widget)


class PeopleList(QListWidget):
    """Space, Enter or a double click turns a line. Emits `turned(row)`."""

    turned = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.itemDoubleClicked.connect(lambda _item: self.turned.emit(self.currentRow()))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.currentRow() >= 0:
                self.turned.emit(self.currentRow())
        elif key in TAKEN:
            super().keyPressEvent(event)
        else:
            event.ignore()
