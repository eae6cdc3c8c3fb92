"""The actions that were asked about: one row each, with its answer as a button."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from lean_desktop.domain.actions import Action, Answered
from lean_desktop.i18n import Language
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.meetings.agenda_foot import due_told
from lean_desktop.ui.meetings.capture_chips import ChipButton, ChipRows, Choice
from lean_desktop.ui.meetings.capture_minutes import Minutes
from lean_desktop.ui.meetings.capture_told import Mark, answer_told
from lean_desktop.ui.widgets.chip import Chip

_ANSWERED, _NOT_ASKED, _ESCALATED = "checkc", "minusc", "flag"
LONGEST = 170
"""Logical pixels of an answer; its tip says the whole of it."""


class AskedRows(ChipRows):
    """Number, title with its owner, due and answer of each action."""

    def __init__(self, around: Surroundings, choices: Callable[[int], Sequence[Choice]]) -> None:
        super().__init__()
        self._around, self._choices = around, choices
        self.rows: dict[int, AskedRow] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)
        self.hide()

    def show_minutes(self, minutes: Minutes) -> None:
        """Show the actions of the group with what was answered in the meeting."""
        keys = [each.id for each in minutes.actions]
        if keys != list(self.rows):
            self._make(keys)
        for each in minutes.actions:
            self.rows[each.id].show_action(each, minutes, self._around.t)
        self.setVisible(bool(keys))

    def _make(self, keys: Sequence[int]) -> None:
        for row in self.rows.values():
            for widget in row.widgets():
                widget.hide()
                widget.deleteLater()
        self.rows = {key: AskedRow(self._around, partial(self._choices, key)) for key in keys}
        for place, row in enumerate(self.rows.values()):
            for column, widget in enumerate(row.widgets()):
                self._grid.addWidget(widget, place, column)
        self.rove([row.answer for row in self.rows.values()])


class AskedRow:
    """The widgets of one action."""

    def __init__(self, around: Surroundings, choices: Callable[[], Sequence[Choice]]) -> None:
        self.number, self.title, self.below = QLabel(), QLabel(), QLabel()
        self.due = Chip(around.theme, "outline", "")
        self.answer = ChipButton(around.theme, choices, longest=LONGEST)
        self.number.setProperty("look", "faint")
        self.below.setProperty("look", "small")
        for each in (self.number, self.title, self.below):
            each.setTextFormat(Qt.TextFormat.PlainText)
        self.what = QWidget()
        column = QVBoxLayout(self.what)
        column.setContentsMargins(0, 2, 0, 2)
        column.setSpacing(0)
        for each in (self.title, self.below):
            each.setWordWrap(True)
            each.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            column.addWidget(each)

    def widgets(self) -> Sequence[QWidget]:
        """From left to right."""
        return self.number, self.what, self.due, self.answer

    def show_action(self, action: Action, minutes: Minutes, t: Language) -> None:
        """Show one action and its answer, and below its owner what the level above answered."""
        told = minutes.answers.get(action.id)
        self.number.setText(str(action.number))
        self.title.setText(action.title)
        below = [text for text in (action.owner, minutes.replies.get(action.id)) if text]
        self.below.setText("\n".join(below))
        self.below.setVisible(bool(below))
        self.due.show_text(*due_told(action, t, minutes.meeting.planned_start.date()))
        word = answer_told(told, action, t)
        tip = [f"{action.title}: {word}"]
        if receiver := minutes.waiting.get(action.id):
            tip.append(t("waits for an answer from {name}", name=receiver))
        icon = _ESCALATED if receiver else _icon(told)
        self.answer.show_mark(Mark(word, icon, " · ".join(tip)))


def _icon(told: Answered | None) -> str:
    if told is None:
        return ""
    return _ANSWERED if told.asked else _NOT_ASKED
