"""The round of asking: the group's open actions one by one, each with its answer by one key."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from lean_desktop.domain import capture
from lean_desktop.domain.actions import ANSWER_NAMES, Action, Answer, Answered
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.meetings import Meeting
from lean_desktop.edits import actions as edits
from lean_desktop.edits.escalating import escalate_at_once
from lean_desktop.i18n import M_
from lean_desktop.queries import Connection
from lean_desktop.queries import actions as queries
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.qt import override
from lean_desktop.ui.widgets.buttons import button
from lean_desktop.ui.widgets.flow import Flow
from lean_desktop.ui.widgets.inputs import Line, mark_refused
from lean_desktop.ui.widgets.key_place import KeyPlace


class AskRound(KeyPlace):
    """One action at a time. 1 done, 2 on track, 3 blocked, 4 a new date, 0 not asked.

    What is blocked goes one level up with what stops it, and a new date has its reason.
    """

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around.t("Asked about"), parent)
        self._live, self._t = around.live, around.t
        self._meeting: Meeting | None = None
        self._actions: Sequence[Action] = ()
        self._answered: set[int] = set()
        self._stuck = False
        self.head, self.action = QLabel(), QLabel()
        self.reason = Line()
        self.sentence = QLabel()
        self._lay_out()

    def show_meeting(self, meeting: Meeting) -> None:
        """Show the first action that was not asked about yet."""
        self._meeting = meeting
        group = meeting.group_id
        self._actions = self._live.read(queries.to_ask, group, meeting.id) if group else []
        told = self._live.read(queries.follow_ups, meeting_id=meeting.id)
        self._answered = {each.action_id for each in told}
        self._show()

    @property
    def current(self) -> Action | None:
        """The action that is asked about now; None when the round is over."""
        return next((each for each in self._actions if each.id not in self._answered), None)

    def answer(self, answered: Answered) -> None:
        """Record the answer and go on to the next; a stuck one goes one level up. One step."""
        action, meeting = self.current, self._meeting
        if action is None or meeting is None:
            return
        now = self._live.document.clock()

        def record(connection: Connection) -> None:
            edits.answer(connection, meeting.id, {action.id: answered}, day=now.date())
            if answered.answer is Answer.BLOCKED and not _waits_above(connection, action.id):
                escalate_at_once(
                    connection,
                    f"{action.title}: {answered.note}",
                    now,
                    action_id=action.id,
                    group_id=meeting.group_id,
                    meeting_id=meeting.id,
                )

        self._live.edit(M_("Ask about “{name}”", name=action.title), record)
        self._ask_for(stuck=False)
        self.show_meeting(meeting)

    def begin(self) -> None:
        """Let the keys come here."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys: dict[Qt.Key, Callable[[], None]] = {
            Qt.Key.Key_1: partial(self.answer, Answered(answer=Answer.DONE)),
            Qt.Key.Key_2: partial(self.answer, Answered(answer=Answer.ON_TRACK)),
            Qt.Key.Key_3: self._ask_why,
            Qt.Key.Key_4: self._ask_when,
            Qt.Key.Key_0: partial(self.answer, Answered(asked=False)),
        }
        does = keys.get(Qt.Key(event.key()))
        if does and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            does()
        elif event.key() == Qt.Key.Key_Escape and self.reason.hasFocus():
            self._ask_for(stuck=False)
            self.begin()
        else:
            super().keyPressEvent(event)

    # Inside

    def _show(self) -> None:
        t, action = self._t, self.current
        done = len(self._answered & {each.id for each in self._actions})
        self.head.setText(t("Asked about {n} of {all}", n=done, all=len(self._actions)))
        if action is None:
            over = t("Every action was asked about.") if self._actions else t("No action is open.")
            self.action.setText(over)
        else:
            due = t.short_day(action.due) if action.due else t("no date")
            parts = (f"{action.number} {action.title}", action.owner, due)
            self.action.setText(" · ".join(part for part in parts if part))
        for widget in (self.reason, *self._buttons):
            widget.setEnabled(action is not None and not self._live.read_only)

    def _ask_why(self) -> None:
        """What stops it; the level above can help only with what it knows."""
        self._ask_for(stuck=True)
        self.reason.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _ask_when(self) -> None:
        self._ask_for(stuck=False)
        self.reason.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _ask_for(self, *, stuck: bool) -> None:
        """Have the line ask what stops the action, or for a new date; nothing is refused yet."""
        t, self._stuck = self._t, stuck
        asked = t("What stops it, and what is needed") if stuck else t("New date, and why")
        hint = t("What stops it: “no forklift before Monday”")
        self.reason.setAccessibleName(asked)
        self.reason.setPlaceholderText(
            hint if stuck else t("New date, and why: “20.10. waits for tape”")
        )
        self.reason.setText("")
        self._refuse("")

    def _write(self) -> None:
        """What stops it, or a new date with its reason, as it is written."""
        try:
            self.answer(self._written())
        except RuleBroken as error:
            self._refuse(self._t(error.message))
            return
        self.begin()

    def _written(self) -> Answered:
        text = self.reason.text().strip()
        if not self._stuck:
            return capture.answer(text, self._live.today)
        if not text:
            raise RuleBroken(M_("Write what stops it; it goes one level up with these words."))
        return Answered(answer=Answer.BLOCKED, note=text)

    def _refuse(self, sentence: str) -> None:
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))
        mark_refused(self.reason, sentence)

    def _lay_out(self) -> None:
        t = self._t
        self.head.setStyleSheet("font-weight: 600")
        self.action.setWordWrap(True)
        self.action.setTextFormat(Qt.TextFormat.PlainText)
        self.reason.returnPressed.connect(self._write)
        self.sentence.setProperty("look", "bad")
        self.sentence.setWordWrap(True)
        self.sentence.hide()
        names = {answer: t(ANSWER_NAMES[answer]) for answer in Answer}
        self._buttons = [
            button(f"{names[Answer.DONE]} (1)", partial(self.answer, Answered(answer=Answer.DONE))),
            button(
                f"{names[Answer.ON_TRACK]} (2)",
                partial(self.answer, Answered(answer=Answer.ON_TRACK)),
            ),
            button(f"{names[Answer.BLOCKED]} (3)", self._ask_why),
            button(f"{names[Answer.NEW_DATE]} (4)", self._ask_when),
            button(t("Not asked") + " (0)", partial(self.answer, Answered(asked=False))),
        ]
        row = Flow()
        row.setSpacing(6)
        for each in self._buttons:
            row.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 6)
        column.setSpacing(6)
        for widget in (self.head, self.action):
            column.addWidget(widget)
        column.addLayout(row)
        column.addWidget(self.reason)
        column.addWidget(self.sentence)
        self._ask_for(stuck=False)


def _waits_above(connection: Connection, action_id: int) -> bool:
    """Whether the level above has this one already, and has not answered yet."""
    there = queries.escalations(connection, action_id=action_id)
    return any(each.answered is None for each in there)
