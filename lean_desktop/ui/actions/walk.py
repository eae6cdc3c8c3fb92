"""Walking the board: card by card from the right to the left, each asked about and answered."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from lean_desktop.document.changes import ChangeSet
from lean_desktop.domain import capture
from lean_desktop.domain.actions import ANSWER_NAMES, Answer, Answered
from lean_desktop.domain.board import walked
from lean_desktop.domain.cards import Card
from lean_desktop.domain.due_told import due_told
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.i18n import M_
from lean_desktop.queries import actions as queries
from lean_desktop.queries import cards as card_queries
from lean_desktop.queries.meetings import meeting_on
from lean_desktop.ui.actions import steps
from lean_desktop.ui.actions.card_source import CardSource
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.qt import override
from lean_desktop.ui.widgets.buttons import button
from lean_desktop.ui.widgets.inputs import Line, mark_refused

LARGE, MIDDLE = 34, 20
"""Pixels of the title and of what is said about it: to be read from some way off."""


class Walk(QWidget):
    """One card at a time. 1 done, 2 on track, 3 blocked, 4 a new date, 0 not asked, → later.

    What is blocked goes one level up with what stops it, and a new date has its reason.
    Where a group meets today the answers belong to that meeting, and count in its rate; a walk
    that was broken off goes on with the cards nobody was asked about today.
    """

    def __init__(self, around: Surroundings, source: CardSource, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._around, self._source = around, source
        self.live, self.t = around.live, around.t
        self.setObjectName("paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.t("Walk the board"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.cards = walked(source.board())
        self._later: set[int] = set()
        self._asked: set[int] = set()
        self._stuck = False
        self.head, self.title, self.facts, self.more = QLabel(), QLabel(), QLabel(), QLabel()
        self.reason, self.sentence = Line(), QLabel()
        self._lay_out()
        self.live.changed.connect(self._on_changed)
        self._show()

    @property
    def current(self) -> Card | None:
        """The card that is asked about now; None when the walk is over."""
        left = [card for card in self.cards if card.id not in self._asked | self._later]
        return left[0] if left else None

    def answer(self, answered: Answered) -> None:
        """Record the answer and go on; what is stuck goes one level up. One step."""
        card = self.current
        if card is None or self.live.read_only:
            return
        group_id, today = card.action.group_id, self.live.document.clock().date()
        meeting_id = self.live.read(meeting_on, group_id, today)
        steps.answer(self._around, card.action, answered, meeting_id)
        self.reason.clear()

    def pass_by(self) -> None:
        """Go on without asking about this card."""
        if card := self.current:
            self._later.add(card.id)
            self._show()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        keys: dict[Qt.Key, Callable[[], object]] = {
            Qt.Key.Key_1: partial(self.answer, Answered(answer=Answer.DONE)),
            Qt.Key.Key_2: partial(self.answer, Answered(answer=Answer.ON_TRACK)),
            Qt.Key.Key_3: partial(self._ask_for, stuck=True),
            Qt.Key.Key_4: partial(self._ask_for, stuck=False),
            Qt.Key.Key_0: partial(self.answer, Answered(asked=False)),
            Qt.Key.Key_Right: self.pass_by,
            Qt.Key.Key_Escape: self._leave,
        }
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            keys = {Qt.Key.Key_Z: self._undo}
        if does := keys.get(key):
            does()
        else:
            super().keyPressEvent(event)

    # Inside

    def _ask_for(self, *, stuck: bool) -> None:
        """Have the line ask what stops the action, or for a new date."""
        t, self._stuck = self.t, stuck
        asked = t("What stops it, and what is needed") if stuck else t("New date, and why")
        hint = t("What stops it: “no forklift before Monday”")
        self.reason.setAccessibleName(asked)
        self.reason.setPlaceholderText(
            hint if stuck else t("New date, and why: “20.10. waits for tape”")
        )
        self.reason.clear()
        self._say("")
        self.reason.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _leave(self) -> None:
        """Leave the line, else the walk."""
        if self.reason.hasFocus():
            self.reason.clear()
            self._say("")
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.close()

    def _undo(self) -> None:
        """Take the last answer back; its card comes up again."""
        if self.live.document.undo_label is not None:
            self.live.undo()

    def _on_changed(self, changes: ChangeSet) -> None:
        if changes.touches(("follow_up", "action", "due_change", "escalation")):
            known = self._source.cards
            self.cards = [known.get(card.id, card) for card in self.cards]
            self._show()

    def _show(self) -> None:
        t = self.t
        self._asked = self.live.read(queries.asked_on, self.live.today)
        passed = sum(card.id in self._asked | self._later for card in self.cards)
        self.head.setText(t("{n} of {all}", n=passed, all=len(self.cards)))
        card = self.current
        for widget in (self.reason, *self._buttons):
            widget.setEnabled(card is not None and not self.live.read_only)
        if card is None:
            self._show_end()
            return
        action = card.action
        due = due_told(action, self.live.today, t)
        slips = t.plural("moved once", "moved {n} times", action.slips) if action.slips else ""
        self.title.setText(f"{action.number} {action.title}")
        facts = (action.owner or t("Nobody’s"), due.text, slips, action.group)
        self.facts.setText(" · ".join(filter(None, facts)))
        self.more.setText("\n".join(self._about(card)))
        self.setAccessibleDescription(f"{self.title.text()}, {self.facts.text()}")

    def _show_end(self) -> None:
        """How the walk went."""
        t = self.t
        told = {card.id for card in self.cards}
        self.title.setText(t("The board has been walked."))
        asked = len(told & self._asked)
        self.facts.setText(t("Asked about {n} of {all}", n=asked, all=len(told)))
        done = sum(1 for card in self.cards if card.action.done)
        self.more.setText(t("{n} done", n=done) if done else "")

    def _about(self, card: Card) -> list[str]:
        """What was answered last, and the next line of the checklist."""
        t = self.t
        asked = self.live.read(queries.follow_ups, action_id=card.id)
        told = []
        if asked:
            last = asked[-1]
            name = t(ANSWER_NAMES[last.answered.answer])
            told.append(" · ".join(filter(None, [t.date(last.day), name, last.answered.note])))
        left = [each for each in self.live.read(card_queries.steps, card.id) if not each.done]
        if left:
            told.append(t("Next: {text}", text=left[0].text))
        return told

    def _write(self) -> None:
        """What stops it, or a new date with its reason, as it is written."""
        try:
            self.answer(self._written())
        except RuleBroken as error:
            self._say(self.t(error.message))
            return
        self._say("")
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _written(self) -> Answered:
        typed = self.reason.text().strip()
        if not self._stuck:
            return capture.answer(typed, self.live.today)
        if not typed:
            raise RuleBroken(M_("Write what stops it; it goes one level up with these words."))
        return Answered(answer=Answer.BLOCKED, note=typed)

    def _say(self, sentence: str) -> None:
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))
        mark_refused(self.reason, sentence)

    def _lay_out(self) -> None:
        t, theme = self.t, self._around.theme
        for label, pixels, weight in (
            (self.head, MIDDLE, 400),
            (self.title, LARGE, 600),
            (self.facts, MIDDLE, 400),
            (self.more, MIDDLE, 400),
        ):
            label.setFont(theme.font(pixels, weight))
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.reason.setAccessibleName(t("New date, and why"))
        self.reason.setPlaceholderText(t("New date, and why: “20.10. waits for tape”"))
        self.reason.returnPressed.connect(self._write)
        self.sentence.setProperty("look", "bad")
        self.sentence.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(64, 48, 64, 48)
        column.setSpacing(18)
        column.addWidget(self.head)
        column.addStretch(1)
        for widget in (self.title, self.facts, self.more):
            column.addWidget(widget)
        column.addStretch(2)
        column.addLayout(self._answers())
        column.addWidget(self.reason)
        column.addWidget(self.sentence)

    def _answers(self) -> QHBoxLayout:
        t = self.t
        names = {answer: t(ANSWER_NAMES[answer]) for answer in Answer}
        self._buttons = [
            button(f"{names[Answer.DONE]} (1)", partial(self.answer, Answered(answer=Answer.DONE))),
            button(
                f"{names[Answer.ON_TRACK]} (2)",
                partial(self.answer, Answered(answer=Answer.ON_TRACK)),
            ),
            button(f"{names[Answer.BLOCKED]} (3)", lambda: self._ask_for(stuck=True)),
            button(f"{names[Answer.NEW_DATE]} (4)", lambda: self._ask_for(stuck=False)),
            button(t("Not asked") + " (0)", partial(self.answer, Answered(asked=False))),
            button(t("Later") + " (→)", self.pass_by),
        ]
        row = QHBoxLayout()
        row.setSpacing(8)
        for each in self._buttons:
            row.addWidget(each)
        row.addStretch(1)
        return row
