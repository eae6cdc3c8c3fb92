"""Meetings and their agendas: what is planned, in which order, and whether it fits the time."""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple

from lean_desktop.domain.actions import Action
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.preparation import Task
from lean_desktop.i18n import M_, N_


class MeetingKind(StrEnum):
    """What a meeting is for; each has a template of ours."""

    IMPROVEMENT = "improvement"
    STEERING = "steering"
    PILOT_START = "pilot_start"
    DAILY = "daily"
    BOARD = "board"
    A3_REVIEW = "a3_review"
    OTHER = "other"


MEETING_KIND_NAMES = {
    MeetingKind.IMPROVEMENT: N_("Improvement group meeting"),
    MeetingKind.STEERING: N_("Steering group meeting"),
    MeetingKind.PILOT_START: N_("Pilot start"),
    MeetingKind.DAILY: N_("Daily operational meeting"),
    MeetingKind.BOARD: N_("Board meeting"),
    MeetingKind.A3_REVIEW: N_("A3 review"),
    MeetingKind.OTHER: N_("Other meeting"),
}


class ItemKind(StrEnum):
    """What the group is to do with an agenda item."""

    INFORMATION = "information"
    DISCUSSION = "discussion"
    DECISION = "decision"
    FOLLOW_UP = "follow_up"
    ROUND = "round"


ITEM_KIND_NAMES = {
    ItemKind.INFORMATION: N_("Information"),
    ItemKind.DISCUSSION: N_("Discussion"),
    ItemKind.DECISION: N_("Decision"),
    ItemKind.FOLLOW_UP: N_("Follow-up"),
    ItemKind.ROUND: N_("Round"),
}


class MeetingState(StrEnum):
    """How far a meeting has come. A closed one is locked until it is opened again."""

    DRAFT = "draft"
    CALLED = "called"
    IN_PROGRESS = "in_progress"
    CLOSED = "closed"
    CANCELLED = "cancelled"


MEETING_STATE_NAMES = {
    MeetingState.DRAFT: N_("Draft"),
    MeetingState.CALLED: N_("Called"),
    MeetingState.IN_PROGRESS: N_("In progress"),
    MeetingState.CLOSED: N_("Closed"),
    MeetingState.CANCELLED: N_("Cancelled"),
}

_EVERY = frozenset(MeetingState)
NEXT_STATES = {
    MeetingState.DRAFT: _EVERY - {MeetingState.DRAFT},
    MeetingState.CALLED: _EVERY - {MeetingState.CALLED},
    MeetingState.IN_PROGRESS: _EVERY - {MeetingState.IN_PROGRESS},
    MeetingState.CLOSED: frozenset({MeetingState.IN_PROGRESS}),
    MeetingState.CANCELLED: frozenset({MeetingState.DRAFT}),
}
"""What a meeting may become. One that was recorded from paper is closed without being started."""


class Outcome(StrEnum):
    """What became of an agenda item in the meeting."""

    OPEN = ""
    TREATED = "treated"
    DEFERRED = "deferred"
    DROPPED = "dropped"


OUTCOME_NAMES = {
    Outcome.OPEN: N_("Not taken yet"),
    Outcome.TREATED: N_("Treated"),
    Outcome.DEFERRED: N_("Deferred"),
    Outcome.DROPPED: N_("Dropped"),
}

LONGEST_ITEM = 24 * 60


class PresenterRole(StrEnum):
    """Who presents a template's item; a person takes the place when a meeting is planned."""

    CHAIR = "chair"
    NOTE_TAKER = "note_taker"
    NOBODY = ""


class Guest(NamedTuple):
    """Someone called to one meeting without being a member: a person of ours, or just a name."""

    id: int
    meeting_id: int
    name: str
    person_id: int | None = None


class Meeting(NamedTuple):
    """A planned meeting; `group`, `chair`, `note_taker` are names for showing.

    `number` counts the meetings of one group and is never used twice.
    """

    id: int
    number: int
    kind: MeetingKind
    title: str
    group_id: int | None
    group: str
    place: str
    planned_start: datetime
    planned_end: datetime
    purpose: str = ""
    chair_id: int | None = None
    chair: str = ""
    note_taker_id: int | None = None
    note_taker: str = ""
    items: int = 0
    minutes: int = 0
    unit_id: int | None = None
    unit: str = ""
    series_id: int | None = None
    state: MeetingState = MeetingState.DRAFT
    actual_start: datetime | None = None
    actual_end: datetime | None = None
    reason: str = ""
    private_note: str = ""

    @property
    def locked(self) -> bool:
        """Whether nothing in it may be changed: it was held and closed, or called off."""
        return self.state in (MeetingState.CLOSED, MeetingState.CANCELLED)

    @property
    def is_daily(self) -> bool:
        """Whether it is the ten minutes at the board, without attendance and minutes."""
        return self.kind is MeetingKind.DAILY

    @property
    def planned_minutes(self) -> int:
        """Length of the meeting as called, in minutes."""
        return int((self.planned_end - self.planned_start).total_seconds()) // 60

    @property
    def name(self) -> str:
        """The title if it has one of its own, else the group's name."""
        return self.title or self.group or self.unit

    def missed(self, now: datetime) -> bool:
        """Whether its time is over and nobody has said that it was held or called off."""
        return self.state in (MeetingState.DRAFT, MeetingState.CALLED) and self.planned_end <= now


class AgendaItem(NamedTuple):
    """One item of a meeting; `position` counts from 0, `minutes` is the time planned for it."""

    id: int
    meeting_id: int
    position: int
    title: str
    kind: ItemKind = ItemKind.INFORMATION
    presenter_id: int | None = None
    presenter: str = ""
    minutes: int = 5
    purpose: str = ""
    section: str = ""
    outcome: Outcome = Outcome.OPEN
    actual_minutes: int | None = None
    standing: bool = False
    protected: bool = False
    carried_from: int | None = None
    tasks: tuple[Task, ...] = ()


class ScheduledItem(NamedTuple):
    """An item with the time it begins and ends; `over` when it ends after the meeting does.

    The first item of a section carries the section's name and its minutes.
    """

    item: AgendaItem
    start: datetime
    end: datetime
    over: bool
    heads: str = ""
    section_minutes: int = 0

    @property
    def id(self) -> int:
        """The item's key."""
        return self.item.id


class Schedule(NamedTuple):
    """An agenda laid out in time. `over` is how many minutes it is too long (0 when it fits)."""

    items: tuple[ScheduledItem, ...]
    total: int
    planned: int
    end: datetime

    @property
    def over(self) -> int:
        """Minutes beyond the planned end."""
        return max(0, self.total - self.planned)

    @property
    def to_cut(self) -> AgendaItem | None:
        """The last item that may go when the agenda is too long.

        Never a protected one: the summing-up and the round of new ideas stay (practice, 12).
        """
        free = [each.item for each in self.items if not each.item.protected]
        return free[-1] if self.over and free else None


class TemplateItem(NamedTuple):
    """An item as a template holds it."""

    title: str
    kind: ItemKind
    minutes: int
    presenter: PresenterRole = PresenterRole.CHAIR
    purpose: str = ""
    preparation: str = ""
    section: str = ""
    protected: bool = False


class MeetingTemplate(NamedTuple):
    """A ready agenda. `id` is None for one that ships with the program and is unchanged."""

    key: str
    kind: MeetingKind
    name: str
    purpose: str
    minutes: int
    items: tuple[TemplateItem, ...]
    id: int | None = None


class Agenda(NamedTuple):
    """Everything the agenda sheet shows: a finished snapshot for screen and paper."""

    meeting: Meeting
    schedule: Schedule
    members: tuple[str, ...]
    guests: tuple[str, ...]
    asked: tuple[Action, ...] = ()
    rules: tuple[str, ...] = ()
    agreement_version: int = 0


def schedule(start: datetime, planned_end: datetime, items: Sequence[AgendaItem]) -> Schedule:
    """Lay the items end to end from `start`, in the order of their positions."""
    placed, now = [], start
    for item in sorted(items, key=lambda item: (item.position, item.id)):
        end = now + timedelta(minutes=item.minutes)
        placed.append(ScheduledItem(item, now, end, over=end > planned_end))
        now = end
    placed = _headed(placed)
    total = sum(item.minutes for item in items)
    planned = int((planned_end - start).total_seconds()) // 60
    return Schedule(tuple(placed), total, planned, now)


def _headed(placed: Sequence[ScheduledItem]) -> list[ScheduledItem]:
    """The first item of each run with one section gets its name and its sum."""
    found: list[ScheduledItem] = []
    for name, run in groupby(placed, key=lambda each: each.item.section):
        first, *rest = run
        minutes = sum(each.item.minutes for each in (first, *rest))
        found += [first._replace(heads=name, section_minutes=minutes if name else 0), *rest]
    return found


_CLOCK = re.compile(r"(\d{1,2}):([0-5]\d)")
_HOURS = re.compile(
    r"(?:(\d{1,2}(?:[.,]\d{1,2})?)\s*(?:t|h|timer?|hours?))?"
    r"\s*(?:(\d{1,4})\s*(?:m|min|minutt(?:er)?|minutes?)?)?",
)


def parse_minutes(text: str) -> int:
    """Minutes from what people type: `15`, `0:15`, `1t 30`, `1,5 t`, `90 min`, `1h`.

    Raises RuleBroken for anything else, and for more than a day.
    """
    typed = text.strip().lower()
    if clock := _CLOCK.fullmatch(typed):
        minutes = int(clock[1]) * 60 + int(clock[2])
    elif typed and (hours := _HOURS.fullmatch(typed)):
        whole = float((hours[1] or "0").replace(",", ".")) * 60
        minutes = round(whole) + int(hours[2] or 0)
    else:
        raise RuleBroken(M_("“{text}” is no duration. Write 15, 0:15 or 1h 30.", text=text))
    if minutes > LONGEST_ITEM:
        raise RuleBroken(M_("That is longer than a day. Write the duration in minutes."))
    return minutes


_LINE_MINUTES = re.compile(
    r"\s(\d{1,2}:[0-5]\d|\d{1,3}\s*(?:m|min|minutt(?:er)?|minutes?)"
    r"|\d{1,2}(?:[.,]\d)?\s*[th](?:\s*\d{1,2})?)(?=\s|$)",
    re.IGNORECASE,
)
_LINE_PERSON = re.compile(r"\s@(\S+(?:\s[^\W\d_]+)?)\s*$|(?:^|\s)@(\S+)")


class ItemLine(NamedTuple):
    """What one typed line says of an agenda item; `minutes` is None when it says nothing."""

    title: str
    minutes: int | None
    presenter: str


def parse_item_line(line: str) -> ItemLine:
    """An agenda item typed in one line: `Skiftbytte 5 min @Pål`.

    The minutes and the name may stand in either order, anywhere after the first word.
    """
    rest, presenter, minutes = f" {line.strip()}", "", None
    if named := _LINE_PERSON.search(rest):
        presenter = (named[1] or named[2]).strip()
        rest = rest[: named.start()] + " " + rest[named.end() :]
    if timed := _LINE_MINUTES.search(rest):
        minutes = parse_minutes(timed[1])
        rest = rest[: timed.start()] + " " + rest[timed.end() :]
    return ItemLine(" ".join(rest.split()), minutes, presenter)


def stepped(laid: Sequence[AgendaItem], place: int, by: int) -> tuple[int, str] | None:
    """Where an item goes, and into which section, when it is moved one step up or down.

    At the edge of a section the first step only changes the section. None at the very end.
    """
    there = place + by
    if not 0 <= there < len(laid):
        return None
    section = laid[there].section
    return (place if section != laid[place].section else there), section


def moved(order: Sequence[int], chosen: int, to: int) -> list[int]:
    """The same ids with `chosen` at index `to`, counted after it was taken out."""
    rest = [each for each in order if each != chosen]
    rest.insert(max(0, min(to, len(rest))), chosen)
    return rest
