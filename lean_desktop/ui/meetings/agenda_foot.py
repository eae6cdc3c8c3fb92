"""Below the agenda: the actions to be asked about, and the items that wait for a meeting."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from lean_desktop.document.changes import ChangeSet
from lean_desktop.domain.actions import Action
from lean_desktop.domain.meetings import AgendaItem, Meeting
from lean_desktop.edits import carrying as edits
from lean_desktop.i18n import M_, Language
from lean_desktop.queries import actions as action_queries
from lean_desktop.queries.minutes import waiting
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.widgets.buttons import button
from lean_desktop.ui.widgets.chip import Chip

MOST = 6
SHOWN = ("action", "due_change", "follow_up", "escalation", "backlog_item", "person", "meeting")


class AgendaFoot(QWidget):
    """Two short lists that take no room when they are empty."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around, self._t = around, around.t
        self._meeting: Meeting | None = None
        self.asked = _Lines(around.t("To ask about"))
        self.waiting = _Lines(around.t("Waiting for a meeting"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(8)
        for each in (self.asked, self.waiting):
            column.addWidget(each)
        around.live.changed.connect(self._on_changed)

    def show_meeting(self, meeting: Meeting | None) -> None:
        """Show what belongs to this meeting's group."""
        self._meeting = meeting
        group_id = meeting.group_id if meeting and not meeting.locked else None
        if meeting is None or group_id is None:
            self.asked.show_lines([], 0)
            self.waiting.show_lines([], 0)
            return
        self._show_asked(self._around.live.read(action_queries.to_ask, group_id, meeting.id))
        self._show_waiting(self._around.live.read(waiting, group_id))

    def _on_changed(self, changes: ChangeSet) -> None:
        if changes.touches(SHOWN):
            self.show_meeting(self._meeting)

    def _show_asked(self, actions: Sequence[Action]) -> None:
        lines = [self._action_line(each) for each in actions[:MOST]]
        self.asked.show_lines(lines, len(actions), self._more(len(actions)))

    def _action_line(self, action: Action) -> list[QWidget]:
        kind, text, icon = due_told(action, self._t, self._around.live.today)
        return [
            _label(str(action.number), "small"),
            _label(action.title),
            _label(action.owner, "small"),
            Chip(self._around.theme, kind, text, icon),
        ]

    def _show_waiting(self, items: Sequence[AgendaItem]) -> None:
        lines = [self._waiting_line(each) for each in items[:MOST]]
        self.waiting.show_lines(lines, len(items), self._more(len(items)))

    def _waiting_line(self, item: AgendaItem) -> list[QWidget]:
        t = self._t
        take = button(t("Take up"), partial(self._take_up, item), kind="link")
        take.setAccessibleName(t("Take up “{name}”", name=item.title))
        take.setEnabled(not self._around.live.read_only)
        minutes = t("{n} min", n=item.minutes)
        return [_label("", "small"), _label(item.title), _label(minutes, "small"), take]

    def _take_up(self, item: AgendaItem) -> None:
        if self._meeting:
            label = M_("Take up “{name}”", name=item.title)
            self._around.live.edit(label, edits.take_up, self._meeting.id, [item.id])

    def _more(self, count: int) -> str:
        return self._t("and {n} more", n=count - MOST) if count > MOST else ""


class _Lines(QFrame):
    """A heading with a count, and lines of widgets below it."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setAccessibleName(title)
        self._title = title
        self.head = QLabel()
        self.head.setProperty("look", "small")
        self.head.setStyleSheet("font-weight: 600")
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self._rest = _label("", "small")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.head)
        column.addLayout(self._grid)
        column.addWidget(self._rest)
        self.hide()

    def show_lines(self, lines: Sequence[Sequence[QWidget]], count: int, more: str = "") -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if old := item.widget():
                old.hide()  # It is deleted only when the event loop comes round.
                old.deleteLater()
        for row, widgets in enumerate(lines):
            for column, widget in enumerate(widgets):
                self._grid.addWidget(widget, row, column)
        self.head.setText(f"{self._title}  {count}")
        self._rest.setText(more)
        self._rest.setVisible(bool(more))
        self.setVisible(bool(lines))


def due_told(action: Action, t: Language, today: date) -> tuple[str, str, str]:
    """A chip's look, words and icon for when an action is due."""
    if action.due is None:
        return "outline", t("no date"), ""
    if days := action.days_over(today):
        return "bad", t("{n} d over", n=days), "alert"
    if action.open and action.due == today:
        return "watch", t("today"), "clock"
    return "outline", t.short_day(action.due), ""


def _label(text: str, look: str = "") -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    if look:
        label.setProperty("look", look)
    return label
