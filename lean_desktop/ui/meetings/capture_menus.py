"""What the menu of a chip offers: how one person came, what became of one item or action."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from lean_desktop.domain.actions import ANSWER_NAMES, Action, Answer, Answered
from lean_desktop.domain.capture import day_and_reason
from lean_desktop.domain.choosing import key_of
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.meetings import OUTCOME_NAMES, Outcome, parse_minutes
from lean_desktop.domain.minutes import (
    ARRIVAL_NAMES,
    HOW_NAMES,
    Arrival,
    Arrived,
    Called,
    How,
    represented,
)
from lean_desktop.i18n import M_
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.meetings.capture_chips import Choice
from lean_desktop.ui.meetings.capture_recording import Recording
from lean_desktop.ui.meetings.reason_dialog import ReasonDialog
from lean_desktop.ui.widgets.inputs import offer

LINE = Choice("", None)


class Menus:
    """The choices for what a chip stands for, by its key. `parent` is what dialogs stand over."""

    def __init__(
        self, around: Surroundings, recording: Callable[[], Recording], parent: QWidget
    ) -> None:
        self._around, self._recording, self._parent = around, recording, parent
        self.t = around.t

    def arrival(self, key: int) -> Sequence[Choice]:
        """How one person came."""
        t, each = self.t, self._person(key)
        now = each.arrived.arrival if each.arrived else None
        record = partial(self._recording().arrival_of, each)
        instead = each.arrived.represented_by_id if each.arrived else None

        def came(how: Arrival, instead: int | None = None) -> Choice:
            arrived = Arrived(how, None, instead)
            return Choice(t(ARRIVAL_NAMES[how]), partial(record, arrived), now is how)

        return [
            came(Arrival.ON_TIME),
            Choice(t("Late …"), partial(self._ask_late, each), now is Arrival.LATE),
            came(Arrival.ABSENT, instead),
            came(Arrival.EXCUSED, instead),
            came(Arrival.OFF_SHIFT),
            Choice(t("Not recorded"), partial(record, None), now is None),
            LINE,
            Choice(
                t("Represented by …"),
                partial(self._ask_represented, each),
                bool(each.represented_by),
            ),
        ]

    def prepared(self, key: int) -> Sequence[Choice]:
        """How one person was prepared."""
        t, each = self.t, self._person(key)
        record = partial(self._recording().prepared_of, each)
        found = [
            Choice(t(HOW_NAMES[how]), partial(record, how), each.prepared is how) for how in How
        ]
        return [*found, Choice(t("Not recorded"), partial(record, None), each.prepared is None)]

    def said(self, key: int) -> Sequence[Choice]:
        """Whether one person had a say."""
        t, each = self.t, self._person(key)
        record = partial(self._recording().said_of, each)
        told = ((True, t("Had a say")), (False, t("Had not")), (None, t("Not recorded")))
        return [Choice(word, partial(record, said), each.had_a_say is said) for said, word in told]

    def outcome(self, key: int) -> Sequence[Choice]:
        """What became of one item."""
        item = next(each for each in self._recording().minutes.items if each.id == key)
        record = partial(self._recording().outcome_of, item)
        return [
            Choice(
                self.t(OUTCOME_NAMES[outcome]), partial(record, outcome), item.outcome is outcome
            )
            for outcome in (Outcome.TREATED, Outcome.DEFERRED, Outcome.DROPPED, Outcome.OPEN)
        ]

    def answer(self, key: int) -> Sequence[Choice]:
        """What was answered about one action."""
        t, minutes = self.t, self._recording().minutes
        action = next(each for each in minutes.actions if each.id == key)
        told = minutes.answers.get(key)
        record = partial(self._recording().answer_of, action)
        now = told.answer if told and told.asked else None
        plain = [
            Choice(t(ANSWER_NAMES[answer]), partial(record, Answered(answer=answer)), now is answer)
            for answer in (Answer.NOTHING, Answer.DONE, Answer.ON_TRACK)
        ]
        not_asked = told is not None and not told.asked
        return [
            *plain,
            Choice(t("New date …"), partial(self._ask_date, action), now is Answer.NEW_DATE),
            Choice(t("Blocked …"), partial(self._ask_blocked, action), now is Answer.BLOCKED),
            Choice(t("Not asked"), partial(record, Answered(asked=False)), not_asked),
            Choice(t("Not recorded"), partial(record, None), told is None),
            *self._one_level_up(action, now),
        ]

    def _one_level_up(self, action: Action, now: Answer | None) -> Sequence[Choice]:
        recording = self._recording()
        if action.id in recording.minutes.waiting:
            back = self.t("Take back from one level up")
            return [LINE, Choice(back, partial(recording.withdraw, action))]
        if now is Answer.BLOCKED:
            return [LINE, Choice(self.t("Escalate"), partial(recording.escalate, action))]
        return []

    # Asking for what a menu cannot say

    def _ask_late(self, each: Called) -> None:
        self._ask(
            self.t("Late"),
            self.t("Minutes late (may be empty)"),
            lambda typed: self._recording().arrival_of(
                each, Arrived(Arrival.LATE, parse_minutes(typed) if typed.strip() else None)
            ),
        )

    def _ask_represented(self, each: Called) -> None:
        people = self._recording().people()
        asking = self._ask(
            self.t("Represented"),
            self.t("Who came instead of {name} (may be empty)", name=each.name),
            lambda typed: self._recording().arrival_of(
                each, represented(each.arrived, key_of(typed, people))
            ),
        )
        offer([name for _, name in people], asking.field.line)

    def _ask_date(self, action: Action) -> None:
        def record(typed: str) -> None:
            found = day_and_reason(typed, self._recording().day)
            if found is None or not found[1]:
                raise RuleBroken(M_("Write the new date and why: “20.10. waits for tape”."))
            due, reason = found
            told = Answered(answer=Answer.NEW_DATE, due=due, note=reason)
            self._recording().answer_of(action, told)

        self._ask(self.t("New date"), self.t("New date, and why"), record)

    def _ask_blocked(self, action: Action) -> None:
        self._ask(
            self.t("Blocked"),
            self.t("What is in the way; it goes one level up"),
            lambda typed: self._recording().answer_of(
                action, Answered(answer=Answer.BLOCKED, note=typed)
            ),
        )

    def _ask(self, title: str, label: str, do: Callable[[str], object]) -> ReasonDialog:
        asking = ReasonDialog(title, label, do, self._around, self._parent)
        asking.open()
        return asking

    def _person(self, key: int) -> Called:
        return next(each for each in self._recording().minutes.people if each.person_id == key)
