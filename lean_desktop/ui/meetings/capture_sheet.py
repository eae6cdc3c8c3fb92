"""The lines of one sheet in its order: held, all and its exceptions, and what is added."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.meetings import Outcome
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.meetings.capture_asked import AskedRows
from lean_desktop.ui.meetings.capture_chips import Chips
from lean_desktop.ui.meetings.capture_lines import AddLine, AllLine, KeyedLine
from lean_desktop.ui.meetings.capture_menus import Menus
from lean_desktop.ui.meetings.capture_minutes import Minutes
from lean_desktop.ui.meetings.capture_recording import Recording
from lean_desktop.ui.meetings.capture_times import TimesLine
from lean_desktop.ui.meetings.capture_told import (
    action_line,
    agenda_told,
    arrival_mark,
    arrivals_told,
    asked_told,
    item_mark,
    missing_told,
    prepared_mark,
    prepared_told,
    said_mark,
    said_told,
    short_names,
)
from lean_desktop.ui.widgets.field import Field

Typed = TypeVar("Typed")

ARRIVAL, SAID, ITEM = 260, 220, 140
"""Logical pixels of the longest chips on each line."""


class CaptureSheet(QWidget):
    """Shows the minutes it is given, and takes what is keyed in to `recording()`.

    Emits `done()` when Enter is pressed on the last line.
    """

    done = Signal()

    def __init__(self, around: Surroundings, recording: Callable[[], Recording]) -> None:
        super().__init__()
        self.setObjectName("paper")
        self.around, self.t, self.recording = around, around.t, recording
        self.title = QLabel()
        self.times = TimesLine(around, recording)
        menus = Menus(around, recording, self)
        self.arrivals = Chips(around.theme, menus.arrival, longest=ARRIVAL)
        self.prepared = Chips(around.theme, menus.prepared, longest=SAID)
        self.items = Chips(around.theme, menus.outcome, longest=ITEM)
        self.asked = AskedRows(around, menus.answer)
        self.said = Chips(around.theme, menus.said, longest=SAID)
        self.steps = self._make_steps()
        self.adds = self._make_adds()
        self._lay_out()
        self._chain()

    def named(self) -> dict[str, Field]:
        """Everything one can type in, in the order of the sheet, by the names of their drafts."""
        return {**self.times.named(), **self.steps, **self.adds}

    def lines(self) -> list[KeyedLine]:
        """The lines Enter goes through."""
        return [*self.steps.values(), *self.adds.values()]

    def begin(self) -> bool:
        """Let the keys go to the first line that asks for all; whether one can type at all."""
        return self._go_to(self.lines())

    def show_minutes(self, minutes: Minutes, *, open_: bool) -> None:
        """Show what is recorded; when not `open_`, only that."""
        day = self.t.long_day(minutes.meeting.planned_start.date())
        self.title.setText(f"{minutes.meeting.name} · {day}")
        self.times.show_meeting(minutes.meeting)
        self.times.setEnabled(open_)
        self._show_told(minutes)
        self._show_marks(minutes)
        self._show_added(minutes)
        for line in self.lines():
            line.open_for_typing(open_=open_)

    def missing(self, minutes: Minutes) -> str:
        """What is not recorded, in words."""
        taken = any(each.outcome is not Outcome.OPEN for each in minutes.items)
        told: dict[str, Sequence[object | None]] = {
            "arrivals": [each.arrived for each in minutes.people],
            "prepared": [each.prepared for each in minutes.came],
            "kept": [taken or None for _ in minutes.items],
            "asked": [minutes.answers.get(each.id) for each in minutes.actions],
            "said": [each.had_a_say for each in minutes.came],
        }
        names = {self.steps[key].label.text(): values for key, values in told.items()}
        return missing_told(names, self.t)

    # Showing

    def _show_told(self, minutes: Minutes) -> None:
        t, steps, came = self.t, self.steps, minutes.came
        people, items, actions = minutes.people, minutes.items, minutes.actions
        steps["arrivals"].show_recorded(arrivals_told(people, t), some=bool(people))
        steps["prepared"].show_recorded(prepared_told(came, t), some=bool(came))
        steps["kept"].show_recorded(agenda_told(items, t), some=bool(items))
        asked = asked_told(actions, minutes.answers, t)
        steps["asked"].show_recorded(asked, some=bool(actions))
        steps["said"].show_recorded(said_told(came, t), some=bool(came))

    def _show_marks(self, minutes: Minutes) -> None:
        t, people, came, items = self.t, minutes.people, minutes.came, minutes.items
        names = short_names(people)
        self.arrivals.show_marks({each.person_id: arrival_mark(each, names, t) for each in people})
        self.prepared.show_marks({each.person_id: prepared_mark(each, names, t) for each in came})
        self.said.show_marks({each.person_id: said_mark(each, names, t) for each in came})
        self.items.show_marks({each.id: item_mark(each, t) for each in items})
        self.asked.show_minutes(minutes)

    def _show_added(self, minutes: Minutes) -> None:
        t, adds = self.t, self.adds
        adds["actions"].show_recorded([action_line(each, t) for each in minutes.new])
        adds["decisions"].show_recorded([f"{each.name} {each.text}" for each in minutes.decisions])
        adds["ideas"].show_recorded(minutes.ideas)
        adds["notes"].show_recorded([each.text for each in minutes.notes if not each.private])

    # Making

    def _make_steps(self) -> dict[str, AllLine]:
        t, one = self.t, Recording
        hints = {
            "arrivals": t("All. Except: Linh 5, Pål excused"),
            "prepared": t("All. Except: Pål, Linh partly"),
            "kept": t("All items. Except: 5 deferred, 6 not"),
            "asked": t("All. 131 done, 136 20.10. waits for tape"),
            "said": t("All. Except: Ingrid"),
        }
        lines = {
            "arrivals": (t("On time"), one.arrivals, self.arrivals),
            "prepared": (t("Prepared"), one.prepared, self.prepared),
            "kept": (t("Agenda kept"), one.kept, self.items),
            "asked": (t("Asked about"), one.asked, self.asked),
            "said": (t("Had a say"), one.said, self.said),
        }
        return {
            key: AllLine(name, hints[key], partial(self._take, take), chips, self.around)
            for key, (name, take, chips) in lines.items()
        }

    def _make_adds(self) -> dict[str, AddLine]:
        t, one, read = self.t, Recording, self._understood
        hints = {
            "actions": t("Order floor tape @Linh Friday"),
            "decisions": t("What was decided"),
            "ideas": t("Shadow board for hand tools @Hanne"),
            "notes": t("What is to stand in the minutes besides"),
        }
        lines = {
            "actions": (t("New actions"), one.add_actions, read),
            "decisions": (t("Decisions"), one.add_decisions, None),
            "ideas": (t("New ideas"), one.add_ideas, read),
            "notes": (t("Notes"), one.add_notes, None),
        }
        return {
            key: AddLine(name, hints[key], partial(self._take, add), self.around, understand)
            for key, (name, add, understand) in lines.items()
        }

    def _take(self, take: Callable[[Recording, Typed], None], typed: Typed) -> None:
        take(self.recording(), typed)

    def _understood(self, text: str) -> Iterator[tuple[str, str, str]]:
        """Who and when a line is understood to name, while it is typed."""
        try:
            found = self.recording().read_action(text)
        except RuleBroken:
            return  # It is said when the line is taken, not at every letter.
        names = dict(self.recording().people())
        if found.owner_id:
            yield "info", names[found.owner_id], "user"
        if found.due:
            yield "info", self.t.short_day(found.due), "cal"

    def _chain(self) -> None:
        """Enter goes from line to line, past those that take nothing."""
        lines = self.lines()
        self.times.done.connect(self.begin)
        for place, line in enumerate(lines[:-1], 1):
            line.done.connect(partial(self._go_to, lines[place:]))
        lines[-1].done.connect(self.done)

    def _go_to(self, lines: Sequence[KeyedLine]) -> bool:
        """Give the keys to the first of these that takes them; whether one does."""
        first = next((line for line in lines if line.takes_keys()), None)
        if first is not None:
            first.line.setFocus(Qt.FocusReason.TabFocusReason)
        return first is not None

    def _lay_out(self) -> None:
        self.title.setProperty("look", "title")
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(10)
        for widget in (self.title, self.times, *self.lines()):
            column.addWidget(widget)
        column.addStretch(1)
