"""Minutes keyed in from paper, in the order of the sheet: all in one key, then the exceptions."""

from collections.abc import Iterator
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from lean_desktop.document.changes import ChangeSet
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.meetings import Meeting
from lean_desktop.ui.drafts import Drafts
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.meetings import stages
from lean_desktop.ui.meetings.capture_asked import AskedRows
from lean_desktop.ui.meetings.capture_lines import AddLine, AllLine, KeyedLine
from lean_desktop.ui.meetings.capture_menus import Menus
from lean_desktop.ui.meetings.capture_recording import Minutes, Recording, read_minutes
from lean_desktop.ui.meetings.capture_times import TimesLine
from lean_desktop.ui.meetings.capture_told import (
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
from lean_desktop.ui.qt import override
from lean_desktop.ui.widgets.buttons import button
from lean_desktop.ui.widgets.field import Field

SHOWN = (
    *(
        "meeting",
        "agenda_item",
        "attendance",
        "prepared",
        "contribution",
        "decision",
        "preparation",
    ),
    *("follow_up", "action", "due_change", "escalation", "idea", "meeting_note", "group"),
    *("person", "membership", "meeting_guest"),
)


LONGEST = {"arrivals": 260, "prepared": 220, "kept": 140, "asked": 0, "said": 220}
"""Logical pixels of the chips on each line."""

BELOW = 90
"""Logical pixels shown below the line that has the keys: what is recorded there."""


class CapturePage(QWidget):
    """One screen for one sheet. Enter on an empty line means all; Tab leaves it not recorded.

    Emits `finished()` to go back to the agenda, `closed(meeting key)` when the meeting was closed.
    """

    finished = Signal()
    closed = Signal(int)

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.around, self.live, self.t = around, around.live, around.t
        self._recording: Recording | None = None
        self.title = QLabel()
        self.times = TimesLine(around, self.recording)
        self.menus = Menus(around, self.recording, self)
        self.steps = self._make_steps()
        self.asked = AskedRows(around, self.menus.answer)
        self.adds = self._make_adds()
        self.missing, self.refused = QLabel(), QLabel()
        self._make_buttons()
        self._lay_out()
        self._chain()
        self._drafts = Drafts(self.live, self)
        for field in self.fields():
            self._drafts.follow(field)
        self.live.changed.connect(self._on_changed)
        if (app := QApplication.instance()) and isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    def recording(self) -> Recording:
        """What records for the meeting that is shown. Raises LookupError when none is."""
        if self._recording is None:
            raise LookupError
        return self._recording

    def show_meeting(self, meeting: Meeting | None) -> None:
        """Show the lines of this meeting; the keys go to the first one that asks for all."""
        before = self._recording.meeting.id if self._recording else 0
        if before and (meeting is None or meeting.id != before):
            self._leave()
        minutes = self.live.read(read_minutes, meeting.id) if meeting else None
        if minutes is None:
            self._recording = None
            return
        if minutes.meeting.id == before:
            self.recording().minutes = minutes
            self._show(minutes)
        else:
            self._recording = Recording(self.live, self.t, minutes)
            self._show(minutes)
            self._show_drafts(minutes.meeting)
            self.begin()

    def begin(self) -> None:
        """Let the keys go to the first line that asks for all; where all is closed, to a button."""
        first = self.steps["arrivals"].line
        target = first if not first.isHidden() else self.open_again
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def fields(self) -> list[Field]:
        """Everything one can type in, in the order of the sheet."""
        return [*self.times.fields, *self.lines()]

    def lines(self) -> list[KeyedLine]:
        """The lines Enter goes through."""
        return [*self.steps.values(), *self.adds.values()]

    def commit(self) -> None:
        """Record what is written on any line. Raises RuleBroken when it cannot be read."""
        for field in self.fields():
            if field.in_hand():
                try:
                    field.commit()
                except RuleBroken:
                    field.editor.setFocus(Qt.FocusReason.OtherFocusReason)
                    raise

    def keep_drafts(self) -> bool:
        """Keep what is typed and not recorded; whether all is kept."""
        self._drafts.keep()
        return True

    def status(self) -> str:
        """What is still not recorded."""
        return self.missing.text()

    def close_meeting(self) -> None:
        """Record what is in hand, and finish the minutes."""
        if self._recording is None or self._recording.meeting.locked or self.live.read_only:
            return
        try:
            self.commit()
            self._recording.close()
        except RuleBroken as error:
            self._refuse(self.t(error.message))
            return
        self.closed.emit(self._recording.meeting.id)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and control:
            self.close_meeting()
        elif event.key() == Qt.Key.Key_Escape:
            self.finished.emit()
        else:
            super().keyPressEvent(event)

    # Showing

    def _show(self, minutes: Minutes) -> None:
        t, meeting = self.t, minutes.meeting
        self.title.setText(f"{meeting.name} · {t.long_day(meeting.planned_start.date())}")
        self.times.show_meeting(meeting)
        self._show_steps(minutes)
        self._show_added(minutes)
        open_ = not meeting.locked and not self.live.read_only
        for line in self.lines():
            line.open_for_typing(open_=open_)
        self.asked.open_for_typing(open_=open_)
        self.times.setEnabled(open_)
        self.close_it.setVisible(open_)
        self.open_again.setVisible(meeting.locked and not self.live.read_only)
        self._refuse("")
        self._show_missing(minutes)

    def _show_steps(self, minutes: Minutes) -> None:
        t, people, came = self.t, minutes.people, minutes.came
        names = short_names(people)
        told = {
            "arrivals": (
                arrivals_told(people, t),
                {each.person_id: arrival_mark(each, names[each.person_id], t) for each in people},
            ),
            "prepared": (
                prepared_told(came, t),
                {each.person_id: prepared_mark(each, names[each.person_id], t) for each in came},
            ),
            "kept": (
                agenda_told(minutes.items, t),
                {each.id: item_mark(each, t) for each in minutes.items},
            ),
            "asked": (asked_told(minutes.actions, minutes.answers, t), {}),
            "said": (
                said_told(came, t),
                {each.person_id: said_mark(each, names[each.person_id], t) for each in came},
            ),
        }
        for key, (facts, marks) in told.items():
            self.steps[key].show_recorded(facts, marks)
        self.asked.show_minutes(minutes)
        self.steps["asked"].setVisible(bool(minutes.actions))

    def _show_added(self, minutes: Minutes) -> None:
        t = self.t
        told = [
            (f"{each.number} {each.title}", each.owner, t.day_month(each.due) if each.due else "")
            for each in minutes.new
        ]
        self.adds["actions"].show_recorded([" · ".join(filter(None, line)) for line in told])
        self.adds["decisions"].show_recorded(
            [f"{each.name} {each.text}" for each in minutes.decisions]
        )
        self.adds["ideas"].show_recorded(minutes.ideas)
        self.adds["notes"].show_recorded([each.text for each in minutes.notes if not each.private])

    def _show_missing(self, minutes: Minutes) -> None:
        t = self.t
        missing = missing_told(
            {
                self.steps["arrivals"].label.text(): [each.arrived for each in minutes.people],
                self.steps["prepared"].label.text(): [each.prepared for each in minutes.came],
                self.steps["kept"].label.text(): [each.outcome or None for each in minutes.items],
                self.steps["asked"].label.text(): [
                    minutes.answers.get(each.id) for each in minutes.actions
                ],
                self.steps["said"].label.text(): [each.had_a_say for each in minutes.came],
            },
            t,
        )
        self.missing.setText(missing)

    def _show_drafts(self, meeting: Meeting) -> None:
        named = [*self.times.named(), *self.steps.items(), *self.adds.items()]
        for name, field in named:
            self._drafts.show(field, f"capture:{meeting.id}:{name}")

    def _leave(self) -> None:
        """What was typed for one meeting must never be taken for another's."""
        for field in self.fields():
            if field.in_hand() and not field.try_commit():
                self._drafts.keep()
                field.revert()

    def _on_changed(self, changes: ChangeSet) -> None:
        if self._recording and self.isVisible() and changes.touches(SHOWN):
            self.show_meeting(self._recording.meeting)
        if changes.touches(("person",)) and self._recording:
            self._recording.forget_people()

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Bring into view where the keys are, and a little of what follows."""
        inside = self._area.widget()
        if now is not None and inside is not None and inside.isAncestorOf(now):
            self._area.ensureWidgetVisible(now, 0, self.around.theme.scaled(BELOW))

    def _refuse(self, sentence: str) -> None:
        self.refused.setText(sentence)
        self.refused.setVisible(bool(sentence))

    def _open_again(self) -> None:
        stages.ask_to_reopen(self.around, self.recording().meeting, self)

    # Making

    def _make_steps(self) -> dict[str, AllLine]:
        t, menus = self.t, self.menus
        rows = {
            "arrivals": (t("On time"), t("All. Except: Linh 5, Pål excused"), menus.arrival),
            "prepared": (t("Prepared"), t("All. Except: Pål, Linh partly"), menus.prepared),
            "kept": (t("Agenda kept"), t("All items. Except: 5 deferred, 6 not"), menus.outcome),
            "asked": (
                t("Asked about"),
                t("All. 131 done, 136 20.10. waits for tape"),
                menus.answer,
            ),
            "said": (t("Had a say"), t("All. Except: Ingrid"), menus.said),
        }
        record = {
            "arrivals": lambda text: self.recording().arrivals(text),
            "prepared": lambda text: self.recording().prepared(text),
            "kept": lambda text: self.recording().kept(text),
            "asked": lambda text: self.recording().asked(text),
            "said": lambda text: self.recording().said(text),
        }
        return {
            key: AllLine(name, hint, record[key], choices, self.around, longest=LONGEST[key])
            for key, (name, hint, choices) in rows.items()
        }

    def _make_adds(self) -> dict[str, AddLine]:
        t, around = self.t, self.around
        return {
            "actions": AddLine(
                t("New actions"),
                t("Order floor tape @Linh Friday"),
                lambda lines: self.recording().add_actions(lines),
                around,
                self._understood,
            ),
            "decisions": AddLine(
                t("Decisions"),
                t("What was decided"),
                lambda lines: self.recording().add_decisions(lines),
                around,
            ),
            "ideas": AddLine(
                t("New ideas"),
                t("Shadow board for hand tools @Hanne"),
                lambda lines: self.recording().add_ideas(lines),
                around,
                self._understood,
            ),
            "notes": AddLine(
                t("Notes"),
                t("What is to stand in the minutes besides"),
                lambda lines: self.recording().add_notes(lines),
                around,
            ),
        }

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

    def _make_buttons(self) -> None:
        t = self.t
        self.close_it = button(
            t("Close the meeting"), self.close_meeting, kind="primary", keys="Ctrl+Return"
        )
        self.open_again = button(t("Open again …"), self._open_again)
        self.back = button(t("Back to the agenda"), self.finished.emit, kind="ghost")

    def _chain(self) -> None:
        """Enter goes from line to line, past those that are not there; then to the close button."""
        for line, following in pairwise(self.lines()):
            line.done.connect(partial(self._go_on, following))
        self.lines()[-1].done.connect(self.close_it.setFocus)
        asked = self.steps["asked"]
        asked.downwards.connect(self.asked.roving.enter)
        self.asked.left.connect(lambda: asked.line.setFocus(Qt.FocusReason.BacktabFocusReason))

    def _go_on(self, to: KeyedLine) -> None:
        lines = self.lines()
        for line in lines[lines.index(to) :]:
            if not line.isHidden():
                line.line.setFocus(Qt.FocusReason.TabFocusReason)
                return

    def _lay_out(self) -> None:
        self.title.setProperty("look", "title")
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setWordWrap(True)
        self.steps["asked"].add_below(self.asked)
        inside = QWidget()
        inside.setObjectName("paper")
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(10)
        for widget in (self.title, self.times, *self.lines()):
            column.addWidget(widget)
        column.addStretch(1)
        self._area = area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(area, 1)
        whole.addWidget(self._foot())

    def _foot(self) -> QWidget:
        foot = QFrame()
        for label, look in ((self.missing, "small"), (self.refused, "refusal")):
            label.setProperty("look", look)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.missing)
        words.addWidget(self.refused)
        row = QHBoxLayout(foot)
        row.setContentsMargins(24, 8, 24, 12)
        row.setSpacing(8)
        row.addLayout(words, 1)
        for each in (self.back, self.open_again, self.close_it):
            row.addWidget(each)
        return foot
