"""The answers to "how is it going?", each by one key, and a line for what has to be said with it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from lean_desktop.domain import capture
from lean_desktop.domain.actions import ANSWER_NAMES, Answer, Answered
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.i18n import M_
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.qt import override
from lean_desktop.ui.widgets.buttons import button
from lean_desktop.ui.widgets.inputs import Line, mark_refused
from lean_desktop.ui.widgets.refusal import Refusal

KEYS = {
    Qt.Key.Key_1: Answer.DONE,
    Qt.Key.Key_2: Answer.ON_TRACK,
    Qt.Key.Key_3: Answer.BLOCKED,
    Qt.Key.Key_4: Answer.NEW_DATE,
}
"""The same keys as in the round of asking in a meeting, and when the board is walked."""


class AnswerBar(QWidget):
    """1 done, 2 on track, 3 blocked, 4 a new date; the last two say why in the line.

    `record` is given the answer. Emits `left()` when the line is done with.
    """

    left = Signal()

    def __init__(
        self,
        around: Surroundings,
        record: Callable[[Answered], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._live, self.t, self._record = around.live, around.t, record
        self._asked = Answer.NEW_DATE
        self.line, self.refusal = Line(), Refusal()
        self.buttons = [self._button(key, answer) for key, answer in KEYS.items()]
        self.line.returnPressed.connect(self._write)
        self.line.installEventFilter(self)
        self._lay_out()
        self._ask_for(Answer.NEW_DATE)

    def press(self, key: int) -> bool:
        """Give the answer of a key, or ask for its reason; whether it is one of the keys."""
        answer = KEYS.get(Qt.Key(key)) if self.isEnabled() else None
        if answer is not None:
            self.give(answer)
        return answer is not None

    def give(self, answer: Answer) -> None:
        """Give an answer; one that needs a reason waits for it in the line."""
        if answer in (Answer.BLOCKED, Answer.NEW_DATE):
            self._ask_for(answer)
            self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self._give(Answered(answer=answer))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = event.type() == QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self._ask_for(Answer.NEW_DATE)
            self.left.emit()
            return True
        return super().eventFilter(watched, event)

    # Inside

    def _button(self, key: Qt.Key, answer: Answer) -> QPushButton:
        name = self.t(ANSWER_NAMES[answer])
        return button(f"{name} ({chr(key)})", lambda: self.give(answer))

    def _ask_for(self, answer: Answer) -> None:
        """Have the line ask what stops the action, or for a new date."""
        t, self._asked = self.t, answer
        blocked = answer is Answer.BLOCKED
        asked = t("What stops it, and what is needed") if blocked else t("New date, and why")
        hint = t("What stops it: “no forklift before Monday”")
        self.line.setAccessibleName(asked)
        self.line.setPlaceholderText(
            hint if blocked else t("New date, and why: “20.10. waits for tape”")
        )
        self.line.clear()
        self._say("")

    def _write(self) -> None:
        try:
            self._give(self._written())
        except RuleBroken as error:
            self._say(self.t(error.message))

    def _give(self, answered: Answered) -> None:
        self._record(answered)
        self._ask_for(Answer.NEW_DATE)
        self.left.emit()

    def _written(self) -> Answered:
        typed = self.line.text().strip()
        if self._asked is not Answer.BLOCKED:
            return capture.answer(typed, self._live.today)
        if not typed:
            raise RuleBroken(M_("Write what stops it; it goes one level up with these words."))
        return Answered(answer=Answer.BLOCKED, note=typed)

    def _say(self, sentence: str) -> None:
        self.refusal.say(sentence)
        mark_refused(self.line, sentence)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        for each in self.buttons:
            row.addWidget(each)
        row.addWidget(self.line, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self.refusal)
