"""What is recorded of a meeting. What is not recorded has no row: untouched never means good."""

from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from lean_desktop.i18n import N_, Language


class Arrival(StrEnum):
    """How somebody who was expected came. Excused and off shift are not expected after all."""

    ON_TIME = "on_time"
    LATE = "late"
    ABSENT = "absent"
    EXCUSED = "excused"
    OFF_SHIFT = "off_shift"


ARRIVAL_NAMES = {
    Arrival.ON_TIME: N_("On time"),
    Arrival.LATE: N_("Late"),
    Arrival.ABSENT: N_("Did not come"),
    Arrival.EXCUSED: N_("Excused"),
    Arrival.OFF_SHIFT: N_("Off shift"),
}

PRESENT = frozenset({Arrival.ON_TIME, Arrival.LATE})
EXPECTED = PRESENT | {Arrival.ABSENT}
"""Who counts when one asks whether all came on time (mission §1, P1: expected less excused)."""

AWAY = frozenset({Arrival.ABSENT, Arrival.EXCUSED})
"""Who may have been represented by somebody else."""


class How(StrEnum):
    """Whether somebody had prepared what was asked."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


HOW_NAMES = {
    How.YES: N_("Prepared"),
    How.PARTLY: N_("Partly"),
    How.NO: N_("Not prepared"),
}


class Arrived(NamedTuple):
    """One person's arrival. `late_minutes` only when late; somebody else may have come instead."""

    arrival: Arrival
    late_minutes: int | None = None
    represented_by_id: int | None = None


def represented(arrived: Arrived | None, by_id: int | None) -> Arrived:
    """Somebody else came: who is represented did not, and is excused unless it is said otherwise."""
    away = arrived is not None and arrived.arrival not in PRESENT
    return Arrived(arrived.arrival if arrived and away else Arrival.EXCUSED, None, by_id)


class Called(NamedTuple):
    """Somebody who is called to a meeting, and what was recorded of them; None: not recorded."""

    person_id: int
    name: str
    member: bool = True
    arrived: Arrived | None = None
    represented_by: str = ""
    prepared: How | None = None
    had_a_say: bool | None = None


class Decision(NamedTuple):
    """What was decided, numbered within group and year: `7/2026`."""

    id: int
    meeting_id: int
    item_id: int | None
    year: int
    number: int
    text: str

    @property
    def name(self) -> str:
        """The number as it is written."""
        return f"{self.number}/{self.year}"


class Note(NamedTuple):
    """A note on a meeting or one of its items. A private one stands on no handout."""

    id: int
    meeting_id: int
    item_id: int | None
    text: str
    private: bool = False


class Rating(NamedTuple):
    """The mean of the anonymous answers, each 1 to 6, and how many there were."""

    answers: int
    preparation: float | None = None
    running: float | None = None
    benefit: float | None = None


RATED = (N_("Preparation"), N_("Running"), N_("Benefit"))
"""What is rated, in the order the figures are given."""


class Reopening(NamedTuple):
    """When a closed meeting was opened again, and why."""

    reopened: datetime
    reason: str


class Clock(NamedTuple):
    """Where a meeting that goes on has come: which item, since when, and whether it is paused.

    `spent` is the seconds each item had before it was left, by item key.
    """

    meeting_id: int
    item_id: int | None
    item_since: datetime
    paused_since: datetime | None
    spent: dict[int, int]

    def seconds(self, now: datetime) -> int:
        """How long the item has been on, pauses not counted."""
        until = self.paused_since or now
        before = self.spent.get(self.item_id, 0) if self.item_id else 0
        return before + max(0, int((until - self.item_since).total_seconds()))


def minutes_late(start: datetime, end: datetime, now: datetime) -> int | None:
    """Whole minutes since the planned start, at least one, for somebody who comes just now.

    None before the planned start and after the planned end: then the clock tells nothing.
    """
    return max(1, int((now - start).total_seconds()) // 60) if start < now <= end else None


def worst(how: list[How]) -> How | None:
    """What several tasks of one person come to: prepared only when all were."""
    if not how:
        return None
    if len(set(how)) == 1:
        return how[0]
    return How.PARTLY


def rating_told(rating: Rating, t: Language) -> str:
    """The means of all answers in one line: `Rating 1–6: Preparation 4.5 · … (7 answers)`."""
    means = (rating.preparation, rating.running, rating.benefit)
    parts = [
        f"{t(name)} {t.number(mean, 1)}"
        for name, mean in zip(RATED, means, strict=True)
        if mean is not None
    ]
    answers = t.plural("{n} answer", "{n} answers", rating.answers)
    return f"{t('Rating 1–6')}: {' · '.join(parts)} ({answers})"
