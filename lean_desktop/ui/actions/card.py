"""The panel on the right: where an action comes from, and what happened to it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from lean_desktop.domain.actions import ANSWER_NAMES, Action, Answer, Escalation, FollowUp
from lean_desktop.edits import actions as edits
from lean_desktop.i18n import M_
from lean_desktop.queries import actions as queries
from lean_desktop.queries.meetings import meetings
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.widgets.field import TextField
from lean_desktop.ui.widgets.inspector import Inspector


class ActionCard(Inspector):
    """What is known of one action; what the level above answers can be written here."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around.t("Action"), parent)
        self._around, self._live, self._t = around, around.live, around.t
        self._action: Action | None = None
        self.build_when_seen(self._fill)

    def _fill(self) -> None:
        t = self._t
        self._heading = self.section(t("Action"))
        self._facts = self._text()
        self.section(t("Dates"))
        self._dates = self._text()
        self.section(t("Asked about"))
        self._asked = self._text()
        self.section(t("Escalated"))
        self._escalated = self._text()
        self.answer = TextField(t("Answer from the level above"), t, self._answer)
        self.add(self.answer)
        self.show_action(self._action)

    def show_action(self, action: Action | None) -> None:
        """Show this action, or an empty panel."""
        self._action = action
        if not self.built():
            return
        self.show_pages(action is not None)
        if action is None:
            return
        self._heading.setText(self._t("Action {n}", n=action.number))
        self._facts.setText("\n".join(self._told(action)))
        self._dates.setText("\n".join(self._moves(action)))
        asked = self._live.read(queries.follow_ups, action_id=action.id)
        self._asked.setText("\n".join(map(self._asked_line, asked)) or self._t("Not yet"))
        self._show_escalations(self._live.read(queries.escalations, action_id=action.id))

    # Inside

    def _text(self) -> QLabel:
        label = QLabel()
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.add(label)
        return label

    def _told(self, action: Action) -> list[str]:
        t = self._t
        told = [action.title, t("Owner {name}", name=action.owner) if action.owner else ""]
        found = self._live.read(meetings, [action.meeting_id]) if action.meeting_id else ()
        for one in found:
            day = t.date(one.planned_start.date())
            told.append(t("From {name} {n}, {day}", name=one.name, n=one.number, day=day))
        return [each for each in told if each]

    def _moves(self, action: Action) -> list[str]:
        t = self._t
        if action.first_due is None:
            return [t("No date is agreed yet")]
        told = [t("First agreed {day}", day=t.date(action.first_due))]
        for each in self._live.read(queries.due_changes, action_id=action.id):
            told.append(f"→ {t.date(each.new_due)}: {each.reason}")
        if action.done:
            told.append(t("Done {day}", day=t.date(action.done)))
        return told

    def _asked_line(self, each: FollowUp) -> str:
        t, answered = self._t, each.answered
        what = t(ANSWER_NAMES[answered.answer]) if answered.asked else t("Not asked")
        note = (
            f": {answered.note}" if answered.note and answered.answer is not Answer.NEW_DATE else ""
        )
        return f"{t.date(each.day)} · {what}{note}"

    def _show_escalations(self, found: Sequence[Escalation]) -> None:
        t = self._t
        lines = [f"{t.date(each.raised)} · {each.receiver}: {each.text}" for each in found]
        self._escalated.setText("\n".join(lines) or t("No"))
        self._latest = found[-1] if found else None
        self.answer.setVisible(self._latest is not None)
        self.answer.setEnabled(not self._live.read_only)
        if self._latest:
            self.answer.show_value(self._latest.answer)

    def _answer(self, typed: str) -> None:
        if self._latest and self._action:
            label = M_("Answer about “{name}”", name=self._action.title)
            self._live.edit(
                label, edits.answer_escalation, self._latest.id, typed, self._live.today
            )
