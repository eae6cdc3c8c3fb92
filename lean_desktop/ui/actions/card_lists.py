"""The checklist of a card and what was said about it: lines one adds to, ticks and takes away."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from lean_desktop.domain.cards import Comment, Step
from lean_desktop.edits import cards as edits
from lean_desktop.i18n import M_, Message
from lean_desktop.queries import cards as queries
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.qt import override
from lean_desktop.ui.widgets.buttons import button
from lean_desktop.ui.widgets.quick_line import QuickLine


class Lines(QWidget):
    """Lines of a card, with one to add more. Subclasses say what a line is."""

    def __init__(self, around: Surroundings, name: str) -> None:
        super().__init__()
        self.around, self.live, self.t = around, around.live, around.t
        self.action_id, self.title = 0, ""
        self.rows: list[QWidget] = []
        self.new = QuickLine()
        self.new.setAccessibleName(name)
        self.new.setPlaceholderText(name)
        self.new.setEnabled(not self.live.read_only)
        self.new.entered.connect(self._add)
        self._column = QVBoxLayout()
        self._column.setSpacing(4)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(6)
        whole.addLayout(self._column)
        whole.addWidget(self.new)

    def show_card(self, action_id: int, title: str) -> None:
        """Show what this card has; a line that is half written is another card's no more."""
        if action_id != self.action_id:
            self.new.clear()
        self.action_id, self.title = action_id, title
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = list(self.make_rows())
        for row in self.rows:
            self._column.addWidget(row)

    def make_rows(self) -> Sequence[QWidget]:
        """A widget for each line."""
        raise NotImplementedError

    def add(self, lines: Sequence[str]) -> None:
        """Write these down, as one step."""
        raise NotImplementedError

    def label(self, what: Message) -> Message:
        """What the undo step is called."""
        return M_("Change {what} of “{name}”", what=what, name=self.title)

    def taker(self, name: str, take: Callable[[], object]) -> QPushButton:
        """A small button that takes a line away."""
        icon = self.around.theme.icon("x")
        made = button("", take, kind="tool", icon=icon, name=self.t("Take {name} off", name=name))
        made.setEnabled(not self.live.read_only)
        return made

    def _add(self, lines: list[str]) -> None:
        if self.action_id:
            self.add(lines)
            self.new.clear()


class Checklist(Lines):
    """Lines one ticks."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around, around.t("One more step, then Enter"))

    @override
    def make_rows(self) -> Sequence[QWidget]:
        return [self._row(each) for each in self.live.read(queries.steps, self.action_id)]

    @override
    def add(self, lines: Sequence[str]) -> None:
        what = self.label(M_("checklist"))
        self.live.edit(what, edits.add_steps, self.action_id, lines)

    def _row(self, step: Step) -> QWidget:
        day = f" · {self.t.day_month(step.done)}" if step.done else ""
        tick = QCheckBox(f"{step.text}{day}".replace("&", "&&"))
        tick.setChecked(step.done is not None)
        tick.setEnabled(not self.live.read_only)
        tick.clicked.connect(lambda on: self._tick(step, on=on))
        gone = self.taker(step.text, partial(self._remove, step))
        return _in_line(tick, gone)

    def _tick(self, step: Step, *, on: bool) -> None:
        day = self.live.today if on else None
        self.live.edit(self.label(M_("checklist")), edits.tick_step, step.id, day)

    def _remove(self, step: Step) -> None:
        self.live.edit(self.label(M_("checklist")), edits.rename_step, step.id, "")


class Comments(Lines):
    """What was said and when, the latest first; a private one says so."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around, around.t("A comment, then Enter"))
        self.private = QCheckBox(self.t("Only for me: on no screen and no paper"))
        if layout := self.layout():
            layout.addWidget(self.private)

    @override
    def make_rows(self) -> Sequence[QWidget]:
        return [self._row(each) for each in self.live.read(queries.comments, self.action_id)]

    @override
    def add(self, lines: Sequence[str]) -> None:
        text, today = "\n".join(lines), self.live.today
        private = self.private.isChecked()
        what = self.label(M_("comments"))
        self.live.edit(what, edits.add_comment, self.action_id, text, today, private=private)

    def _row(self, comment: Comment) -> QWidget:
        day = self.t.date(comment.written)
        when = self.t("{name} (only for me)", name=day) if comment.private else day
        told = QLabel(f"{when} · {comment.text}")
        told.setTextFormat(Qt.TextFormat.PlainText)
        told.setWordWrap(True)
        told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        gone = self.taker(self.t("the comment"), partial(self._remove, comment))
        return _in_line(told, gone)

    def _remove(self, comment: Comment) -> None:
        self.live.edit(self.label(M_("comments")), edits.remove_comment, comment.id)


def _in_line(first: QWidget, last: QWidget) -> QWidget:
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(4)
    line.addWidget(first, 1)
    line.addWidget(last)
    return row
