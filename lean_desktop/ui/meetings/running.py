"""A meeting that goes on: where it has come, its clock, and what is noted. No view."""

from collections.abc import Callable
from datetime import datetime, timedelta
from enum import StrEnum

from PySide6.QtCore import QObject, QTimer, Signal

from lean_desktop.document.changes import ChangeSet
from lean_desktop.domain.actions import Source, parse_action_line
from lean_desktop.domain.meetings import AgendaItem, MeetingState, Schedule, schedule
from lean_desktop.domain.minutes import Clock
from lean_desktop.edits import actions as action_edits
from lean_desktop.edits import meeting_clock as clock_edits
from lean_desktop.edits import meeting_states as state_edits
from lean_desktop.edits import minutes as edits
from lean_desktop.i18n import M_, N_, Message
from lean_desktop.queries import Connection
from lean_desktop.queries import actions as action_queries
from lean_desktop.queries import meetings as queries
from lean_desktop.queries import minutes as recorded
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.meetings.model import people_choices

TICK_MS = 1000
SHOWN = (*recorded.RECORDED, "action", "idea", "follow_up", "due_change")


class Kind(StrEnum):
    """What can be noted with one key."""

    DECISION = "decision"
    ACTION = "action"
    NOTE = "note"
    IDEA = "idea"
    PRIVATE = "private"


KIND_NAMES = {
    Kind.DECISION: N_("Decision"),
    Kind.ACTION: N_("Action"),
    Kind.NOTE: N_("Note"),
    Kind.IDEA: N_("Idea"),
    Kind.PRIVATE: N_("Private note"),
}
KIND_KEYS = {
    Kind.DECISION: N_("D"),
    Kind.ACTION: N_("A"),
    Kind.NOTE: N_("N"),
    Kind.IDEA: N_("I"),
}
"""The key of each, by language; a private note has none: it is for the laptop alone."""
KIND_ICONS = {
    Kind.DECISION: "decision",
    Kind.ACTION: "checkc",
    Kind.NOTE: "note",
    Kind.IDEA: "flag",
    Kind.PRIVATE: "lock",
}


class Running(QObject):
    """The state of one meeting in progress. Everything is in the file as soon as it is said.

    Emits `changed()` when what is shown may be otherwise, `ticked()` each second, and `ended()`.
    """

    changed = Signal()
    ticked = Signal()
    ended = Signal()

    def __init__(self, live: LiveDocument, meeting_id: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.live = live
        self._key = meeting_id
        self._read()
        live.changed.connect(self._on_changed)
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self.ticked)
        self._timer.start()

    # What there is

    @property
    def now(self) -> datetime:
        """The time it is."""
        return self.live.document.clock()

    @property
    def place(self) -> int:
        """Which item is on, counted from 0; 0 when there is none."""
        keys = [item.id for item in self.items]
        key = self.clock.item_id if self.clock else None
        return keys.index(key) if key in keys else 0

    @property
    def item(self) -> AgendaItem | None:
        """The item that is on."""
        return self.items[self.place] if self.items else None

    @property
    def paused(self) -> bool:
        """Whether the clock stands."""
        return self.clock is not None and self.clock.paused_since is not None

    @property
    def seconds_left(self) -> int:
        """Until the item's time is over; below zero when it is."""
        spent = self.clock.seconds(self.now) if self.clock else 0
        return self.item.minutes * 60 - spent if self.item else 0

    @property
    def heading_for(self) -> datetime:
        """When the meeting ends if what is left takes the time planned for it."""
        later = sum(item.minutes for item in self.items[self.place + 1 :])
        ahead = max(0, self.seconds_left) + later * 60
        return self.now + timedelta(seconds=ahead)

    def starts(self) -> list[datetime]:
        """When the items after this one begin, as things go."""
        at = self.now + timedelta(seconds=max(0, self.seconds_left))
        found = []
        for item in self.items[self.place + 1 :]:
            found.append(at)
            at += timedelta(minutes=item.minutes)
        return found

    def noted(self, *, private: bool) -> list[tuple[Kind, str]]:
        """What is noted on the item that is on; private notes only when asked for."""
        key = self.item.id if self.item else None
        found = [
            (Kind.DECISION, each.text)
            for each in self.live.read(recorded.decisions, self._key)
            if each.item_id == key
        ]
        found += [
            (Kind.ACTION, f"{each.title} · {each.owner}" if each.owner else each.title)
            for each in self.live.read(action_queries.actions, meeting_id=self._key)
            if each.item_id == key
        ]
        found += [
            (Kind.PRIVATE if each.private else Kind.NOTE, each.text)
            for each in self.live.read(recorded.notes, self._key)
            if each.item_id == key and (private or not each.private)
        ]
        return found

    # What one does

    def begin(self) -> None:
        """Start the meeting, or go on with it where it was; the clock is never turned back."""
        if self.meeting.state is not MeetingState.IN_PROGRESS:
            label = self._label(M_("Start"))
            self.live.edit(label, state_edits.start_meeting, self._key, self.now)
        if self.clock is None:
            first = self.items[0].id if self.items else None
            self.live.aside(clock_edits.go_to, self._key, first, self.now)
        self._read()
        self.changed.emit()

    def step(self, by: int) -> None:
        """Go to an item before or after this one."""
        place = self.place + by
        if 0 <= place < len(self.items):
            self.live.aside(clock_edits.go_to, self._key, self.items[place].id, self.now)
            self._read()
            self.changed.emit()

    def pause_or_go_on(self) -> None:
        """Stop the clock, or let it run again."""
        change = clock_edits.go_on if self.paused else clock_edits.pause
        self.live.aside(change, self._key, self.now)
        self._read()
        self.changed.emit()

    def note(self, kind: Kind, text: str) -> None:
        """Note something on the item that is on; one undo step. Raises RuleBroken."""
        key = self.item.id if self.item else None
        does: dict[Kind, Callable[[Connection], object]] = {
            Kind.DECISION: lambda c: edits.add_decision(c, self._key, text, key),
            Kind.NOTE: lambda c: edits.add_note(c, self._key, text, key),
            Kind.PRIVATE: lambda c: edits.add_note(c, self._key, text, key, private=True),
            Kind.ACTION: lambda c: self._add_action(c, text, key),
            Kind.IDEA: lambda c: self._add_idea(c, text, key),
        }
        self.live.edit(M_("Note “{name}”", name=text.strip()), does[kind])

    def undo(self) -> bool:
        """Take back what was noted last; False when that is the beginning of the meeting itself.

        The clock is never turned back: it is no step.
        """
        if self.live.document.undo_label in self._beginnings():
            return False
        self.live.undo()
        return True

    def redo(self) -> None:
        """Note again what was taken back."""
        self.live.redo()

    def close(self) -> None:
        """The meeting is over now."""
        label = self._label(M_("Close"))
        now = self.now.replace(second=0, microsecond=0)
        end = now if self.meeting.actual_start and now > self.meeting.actual_start else None
        self.live.aside(clock_edits.go_to, self._key, None, self.now)
        self.live.edit(label, state_edits.close_meeting, self._key, end=end)
        self.ended.emit()

    # Inside

    def _beginnings(self) -> tuple[Message | None, ...]:
        """Names of the steps a meeting that goes on stands on; nothing was noted before them."""
        return (None, self._label(M_("Start")), self._label(M_("Open again")))

    def _label(self, what: Message) -> Message:
        return M_("{what}: {name} {n}", what=what, name=self.meeting.name, n=self.meeting.number)

    def _read(self) -> None:
        (self.meeting,) = self.live.read(queries.meetings, [self._key])
        self.items: list[AgendaItem] = self.live.read(queries.items, meeting_id=self._key)
        self.clock: Clock | None = self.live.read(recorded.clock, self._key)

    @property
    def schedule(self) -> Schedule:
        """The agenda as it was planned."""
        return schedule(self.meeting.planned_start, self.meeting.planned_end, self.items)

    def _add_action(self, connection: Connection, text: str, item_id: int | None) -> int:
        today = self.now.date()
        line = parse_action_line(text, people_choices(self.live), today)
        return action_edits.add_action(
            connection,
            line.title,
            created=today,
            group_id=self.meeting.group_id,
            owner_id=line.owner_id,
            due=line.due,
            source=Source.MEETING,
            meeting_id=self._key,
            item_id=item_id,
        )

    def _add_idea(self, connection: Connection, text: str, item_id: int | None) -> int:
        line = parse_action_line(text, people_choices(self.live), self.now.date())
        return action_edits.add_idea(
            connection,
            line.title,
            day=self.now.date(),
            person_id=line.owner_id,
            group_id=self.meeting.group_id,
            meeting_id=self._key,
            item_id=item_id,
        )

    def _on_changed(self, changes: ChangeSet) -> None:
        if not changes.touches(SHOWN):
            return
        if not self.live.read(queries.meetings, [self._key]):
            self._timer.stop()
            self.ended.emit()
            return
        self._read()
        self.changed.emit()


def clock_text(seconds: int) -> str:
    """`4:36`; with a minus when the time is over."""
    minutes, rest = divmod(abs(seconds), 60)
    return f"{'−' if seconds < 0 else ''}{minutes}:{rest:02}"
