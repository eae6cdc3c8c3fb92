"""Minutes keyed in from paper, in the order of the sheet: all in one key, then the exceptions."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from lean_desktop.document.changes import ChangeSet
from lean_desktop.domain import capture
from lean_desktop.domain.actions import Answer, Source, parse_action_line
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.meetings import Meeting
from lean_desktop.domain.minutes import Called
from lean_desktop.edits import actions as action_edits
from lean_desktop.edits import meeting_states as state_edits
from lean_desktop.edits import minutes as edits
from lean_desktop.edits.carrying import bring_to_next
from lean_desktop.i18n import M_, Message
from lean_desktop.queries import Connection
from lean_desktop.queries import actions as action_queries
from lean_desktop.queries import meetings as meeting_queries
from lean_desktop.queries import minutes as queries
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.meetings.capture_lines import AddLine, Step
from lean_desktop.ui.meetings.capture_told import (
    agenda_told,
    arrivals_told,
    asked_told,
    came,
    prepared_told,
    said_told,
)
from lean_desktop.ui.meetings.model import people_choices
from lean_desktop.ui.qt import override
from lean_desktop.ui.widgets.buttons import button
from lean_desktop.ui.widgets.field import LineField

SHOWN = (
    *("meeting", "agenda_item", "attendance", "prepared", "contribution", "decision"),
    *("follow_up", "action", "due_change", "idea", "person", "membership", "meeting_guest"),
)


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
        self._around, self.live, self.t = around, around.live, around.t
        self._meeting: Meeting | None = None
        t = around.t
        self.title = QLabel()
        self.title.setProperty("look", "title")
        self.start = LineField(t("Actual start"), t, partial(self._set_time, "start"))
        self.end = LineField(t("Actual end"), t, partial(self._set_time, "end"))
        self.steps = self._make_steps()
        self.adds = self._make_adds()
        self.missing = QLabel()
        self.close_it = button(
            t("Close the meeting"), self.close_meeting, kind="primary", keys="Ctrl+Return"
        )
        self._lay_out()
        self._chain()
        self.live.changed.connect(self._on_changed)

    def show_meeting(self, meeting: Meeting | None) -> None:
        """Show the lines of this meeting; the keys go to the first one that asks for all."""
        fresh = meeting is not None and (self._meeting is None or self._meeting.id != meeting.id)
        self._meeting = meeting
        if meeting:
            self._show(meeting)
        if fresh:
            self.begin()

    def begin(self) -> None:
        """Let the keys go to the first line that asks for all."""
        self.steps["arrivals"].line.setFocus(Qt.FocusReason.OtherFocusReason)

    def commit(self) -> None:
        """Record what is written on any line. Raises RuleBroken when it cannot be read."""
        for field in (self.start, self.end):
            field.commit()
        for line in self._lines():
            line.commit()

    def keep_drafts(self) -> bool:
        """Whether nothing is left in hand."""
        return not any(line.in_hand() for line in self._lines())

    def status(self) -> str:
        """What is still not recorded."""
        return self.missing.text()

    def close_meeting(self) -> None:
        """Record what is in hand, and finish the minutes."""
        meeting = self._meeting
        if meeting is None or meeting.locked or self.live.read_only:
            return
        try:
            self.commit()
        except RuleBroken as error:
            self.missing.setText(self.t(error.message))
            return
        self._edit(M_("Close"), state_edits.close_meeting, meeting.id)
        self.closed.emit(meeting.id)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and control:
            self.close_meeting()
        elif event.key() == Qt.Key.Key_Escape:
            self.finished.emit()
        else:
            super().keyPressEvent(event)

    # What each line records

    def _arrivals(self, text: str) -> None:
        found = capture.arrivals(text, self._called())
        self._edit(M_("Attendance"), edits.record_arrivals, self._key(), found)

    def _prepared(self, text: str) -> None:
        found = capture.preparations(text, came(self._called()))
        self._edit(M_("Preparation"), edits.record_prepared, self._key(), found)

    def _kept(self, text: str) -> None:
        items = self.live.read(meeting_queries.items, meeting_id=self._key())
        found = capture.outcomes(text, [each.id for each in items])
        self._edit(M_("Agenda"), edits.record_outcomes, found)

    def _asked(self, text: str) -> None:
        meeting, now = self._meeting, self.live.document.clock()
        if meeting is None or meeting.group_id is None:
            return
        actions = self.live.read(action_queries.to_ask, meeting.group_id, meeting.id)
        day = meeting.planned_start.date()
        found = capture.answers(text, actions, day)
        stuck = {each.id: each.title for each in actions if found[each.id].answer is Answer.BLOCKED}

        def record(connection: Connection) -> None:
            action_edits.answer(connection, meeting.id, found, day=day)
            for key, title in stuck.items():
                told = f"{title}: {found[key].note}" if found[key].note else title
                _escalate_once(connection, told, key, meeting, now)

        self._edit(M_("Asked about"), record)

    def _said(self, text: str) -> None:
        found = capture.contributions(text, came(self._called()))
        self._edit(M_("Contributing"), edits.record_contributions, self._key(), found)

    def _add_actions(self, lines: list[str]) -> None:
        meeting = self._meeting
        if meeting is None:
            return
        day = meeting.planned_start.date()
        new = [parse_action_line(line, people_choices(self.live), day) for line in lines]

        def add(connection: Connection) -> None:
            for each in new:
                action_edits.add_action(
                    connection,
                    each.title,
                    created=day,
                    group_id=meeting.group_id,
                    owner_id=each.owner_id,
                    due=each.due,
                    source=Source.MEETING,
                    meeting_id=meeting.id,
                )

        self.live.edit(M_("Add “{name}”", name=new[0].title), add)

    def _add_decisions(self, lines: list[str]) -> None:
        def add(connection: Connection) -> None:
            for line in lines:
                edits.add_decision(connection, self._key(), line)

        self._edit(M_("Decision"), add)

    def _add_ideas(self, lines: list[str]) -> None:
        meeting, people = self._meeting, people_choices(self.live)
        if meeting is None:
            return
        day = meeting.planned_start.date()
        new = [parse_action_line(line, people, day) for line in lines]

        def add(connection: Connection) -> None:
            for each in new:
                action_edits.add_idea(
                    connection,
                    each.title,
                    day=day,
                    person_id=each.owner_id,
                    group_id=meeting.group_id,
                    meeting_id=meeting.id,
                )

        self._edit(M_("Idea"), add)

    def _set_time(self, which: str, typed: str) -> None:
        meeting = self._meeting
        if meeting is None:
            return
        clock = self.t.parse_time(typed) if typed.strip() else None
        at = datetime.combine(meeting.planned_start.date(), clock) if clock else None
        start = at if which == "start" else meeting.actual_start
        end = at if which == "end" else meeting.actual_end
        self._edit(M_("Actual times"), edits.record_times, meeting.id, start, end)

    # Inside

    def _lines(self) -> list[Step | AddLine]:
        """Every line, in the order of the sheet."""
        return [*self.steps.values(), *self.adds.values()]

    def _key(self) -> int:
        return self._meeting.id if self._meeting else 0

    def _called(self) -> list[Called]:
        return self.live.read(queries.called, self._key())

    def _edit(self, what: Message, change: Callable[..., object], *args: object) -> None:
        name, number = (self._meeting.name, self._meeting.number) if self._meeting else ("", 0)
        label = M_("{what}: {name} {n}", what=what, name=name, n=number)
        self.live.edit(label, change, *args)

    def _show(self, meeting: Meeting) -> None:
        t = self.t
        day = t.long_day(meeting.planned_start.date())
        self.title.setText(f"{meeting.name} · {day}")
        self._show_times(meeting)
        people = self._called()
        items = self.live.read(meeting_queries.items, meeting_id=meeting.id)
        self.steps["arrivals"].show_told(arrivals_told(people, t))
        self.steps["prepared"].show_told(prepared_told(people, t))
        self.steps["kept"].show_told(agenda_told(items, t))
        self.steps["said"].show_told(said_told(people, t))
        self._show_asked(meeting)
        self._show_added(meeting)
        writable = not meeting.locked and not self.live.read_only
        for widget in (self.start, self.end, *self._lines()):
            widget.setEnabled(writable)
        self.close_it.setVisible(writable)
        self._show_missing(people)

    def _show_times(self, meeting: Meeting) -> None:
        t = self.t
        for field, actual, planned in (
            (self.start, meeting.actual_start, meeting.planned_start),
            (self.end, meeting.actual_end, meeting.planned_end),
        ):
            field.show_value(t.time(actual) if actual else "")
            field.line.setPlaceholderText(t("as planned, {time}", time=t.time(planned)))

    def _show_asked(self, meeting: Meeting) -> None:
        step, t = self.steps["asked"], self.t
        group_id = meeting.group_id
        actions = self.live.read(action_queries.to_ask, group_id, meeting.id) if group_id else []
        told = self.live.read(action_queries.follow_ups, meeting_id=meeting.id)
        step.setVisible(bool(actions))
        step.show_told(asked_told(actions, told, t))

    def _show_added(self, meeting: Meeting) -> None:
        t = self.t
        actions = self.live.read(action_queries.actions, meeting_id=meeting.id)
        told = [
            " · ".join(
                filter(
                    None,
                    (
                        f"{each.number} {each.title}",
                        each.owner,
                        t.day_month(each.due) if each.due else "",
                    ),
                )
            )
            for each in actions
        ]
        decisions = self.live.read(queries.decisions, meeting.id)
        self.adds["actions"].show_told("\n".join(told))
        self.adds["decisions"].show_told(
            "\n".join(f"{each.name} {each.text}" for each in decisions)
        )
        ideas = self.live.read(action_queries.ideas_of_meeting, meeting.id)
        self.adds["ideas"].show_told("\n".join(ideas))

    def _show_missing(self, people: list[Called]) -> None:
        t = self.t
        untold = {
            t("On time"): not any(each.arrived for each in people),
            t("Prepared"): not any(each.prepared for each in people),
            t("Contributing"): not any(each.had_a_say is not None for each in people),
        }
        names = ", ".join(name.lower() for name, is_missing in untold.items() if is_missing)
        self.missing.setText(f"{t('Not recorded')}: {names}" if names else "")

    def _on_changed(self, changes: ChangeSet) -> None:
        if self._meeting and changes.touches(SHOWN):
            found = self.live.read(meeting_queries.meetings, [self._meeting.id])
            if found:
                self._meeting = found[0]
                self._show(found[0])

    def _make_steps(self) -> dict[str, Step]:
        t, around = self.t, self._around
        rows = {
            "arrivals": (
                t("On time"),
                t("Enter: all. Except: Linh 5, Pål excused"),
                self._arrivals,
            ),
            "prepared": (t("Prepared"), t("Enter: all. Except: Pål, Linh partly"), self._prepared),
            "kept": (
                t("Agenda kept"),
                t("Enter: all items. Except: 5 deferred, 6 not"),
                self._kept,
            ),
            "asked": (
                t("Asked about"),
                t("Enter: all. 131 done, 136 20.10. waits for tape"),
                self._asked,
            ),
            "said": (t("Contributing"), t("Enter: all. Except: Ingrid"), self._said),
        }
        return {key: Step(name, hint, take, around) for key, (name, hint, take) in rows.items()}

    def _make_adds(self) -> dict[str, AddLine]:
        t, around = self.t, self._around
        hint = t("Order floor tape @Linh Friday")
        return {
            "actions": AddLine(t("New actions"), hint, self._add_actions, around),
            "decisions": AddLine(t("Decisions"), t("One a line"), self._add_decisions, around),
            "ideas": AddLine(
                t("New ideas"), t("Shadow board for hand tools @Hanne"), self._add_ideas, around
            ),
        }

    def _chain(self) -> None:
        """Enter goes from line to line."""
        for line, following in pairwise(self._lines()):
            line.done.connect(partial(self._go_on, following))

    def _go_on(self, to: Step | AddLine) -> None:
        lines = self._lines()
        for line in lines[lines.index(to) :]:
            if not line.isHidden():
                line.line.setFocus(Qt.FocusReason.TabFocusReason)
                return

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setObjectName("paper")
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addWidget(self.title)
        times = QHBoxLayout()
        times.setSpacing(12)
        for field in (self.start, self.end):
            field.setMaximumWidth(self._around.theme.scaled(180))
            times.addWidget(field)
        times.addStretch(1)
        column.addLayout(times)
        for line in self._lines():
            column.addWidget(line)
        self.missing.setProperty("look", "small")
        self.missing.setWordWrap(True)
        foot = QHBoxLayout()
        foot.addWidget(self.missing, 1)
        foot.addWidget(button(self.t("Back to the agenda"), self.finished.emit, kind="ghost"))
        foot.addWidget(self.close_it)
        column.addLayout(foot)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)


def _escalate_once(
    connection: Connection, text: str, action_id: int, meeting: Meeting, now: datetime
) -> None:
    """Stuck actions go one level up; one that waits for an answer there already does not again."""
    there = action_queries.escalations(connection, action_id=action_id)
    if any(each.answered is None for each in there):
        return
    action_edits.escalate(
        connection,
        text,
        day=now.date(),
        action_id=action_id,
        group_id=meeting.group_id,
        meeting_id=meeting.id,
    )
    bring_to_next(connection, action_edits.one_level_up(connection, meeting.group_id), now)
