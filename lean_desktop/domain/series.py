"""Series of meetings, and what happens to their meetings when a rule or the calendar changes."""

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date, datetime
from typing import NamedTuple

from dateutil.relativedelta import relativedelta

from lean_desktop.domain.meetings import MeetingKind, MeetingState
from lean_desktop.domain.recurrence import Occurrence, Recurrence, WhenClosed

MOST_AT_ONCE = 400
MOST_YEARS = 10


class Series(NamedTuple):
    """Meetings of a group or a unit that come back; `group` and `unit` are names for showing.

    `meetings` counts those there are; `next_start` is the first that is still to be held.
    """

    id: int
    kind: MeetingKind
    title: str
    group_id: int | None
    group: str
    unit_id: int | None
    unit: str
    place: str
    first_start: datetime
    minutes: int
    rule: str
    planned_to: date
    when_closed: WhenClosed = WhenClosed.AFTER
    template_key: str = ""
    meetings: int = 0
    next_start: datetime | None = None

    @property
    def name(self) -> str:
        """The title if it has one of its own, else whose meetings they are."""
        return self.title or self.group or self.unit

    @property
    def a_year_further(self) -> date:
        """The same day, a year after the one it is planned to."""
        further: date = self.planned_to + relativedelta(years=1)
        return further

    @property
    def recurrence(self) -> Recurrence:
        """When its meetings are to be."""
        return Recurrence(self.first_start, self.rule, self.minutes, self.when_closed)


class Standing(NamedTuple):
    """A meeting of a series as it stands; `by_hand` when it is not where its slot had put it."""

    id: int
    slot: datetime
    start: datetime
    end: datetime
    state: MeetingState
    by_hand: bool = False

    @property
    def movable(self) -> bool:
        """Whether it may be moved or taken away: it is ahead, and nobody gave it another time."""
        return self.is_ahead and not self.by_hand

    @property
    def is_ahead(self) -> bool:
        """Whether it has neither begun nor been called off."""
        return self.state in (MeetingState.DRAFT, MeetingState.CALLED)


class Fit(NamedTuple):
    """Which meeting takes which slot, which meetings are left over, and which slots are empty."""

    kept: tuple[tuple[Standing, Occurrence], ...]
    left: tuple[Standing, ...]
    empty: tuple[Occurrence, ...]


def fitted(
    there: Sequence[Standing], wanted: Iterable[Occurrence], *, by_order: bool = True
) -> Fit:
    """Let meetings take the slots of a changed rule, so that as many as possible keep their day.

    First those that have the slot already, then those that begin when it does, then those whose
    slot was on that day, and with `by_order` the others in their order, the first to the first.
    """
    free = {each.id: each for each in there}
    empty = dict.fromkeys(wanted)
    kept: list[tuple[Standing, Occurrence]] = []

    def take(meeting: Standing, slot: Occurrence) -> None:
        del free[meeting.id], empty[slot]
        kept.append((meeting, slot))

    for of_meeting, of_slot in _LIKE:
        by_likeness = {of_slot(slot): slot for slot in empty}
        for meeting in list(free.values()):
            if (slot := by_likeness.get(of_meeting(meeting))) in empty:
                take(meeting, slot)
    if by_order:
        for meeting, slot in list(zip(free.values(), empty, strict=False)):
            take(meeting, slot)
    kept.sort(key=lambda pair: pair[1].slot)
    return Fit(tuple(kept), tuple(free.values()), tuple(empty))


_LIKE: tuple[tuple[Callable[[Standing], object], Callable[[Occurrence], object]], ...] = (
    (lambda meeting: meeting.slot, lambda slot: slot.slot),
    (lambda meeting: meeting.start, lambda slot: slot.start),
    (lambda meeting: meeting.slot.date(), lambda slot: slot.slot.date()),
)


def open_slots(
    given: Iterable[Occurrence], gaps: Collection[datetime], since: datetime
) -> list[Occurrence]:
    """The slots from `since` on that have a meeting, and are not to stay empty.

    A gap holds for its day, so that it outlives a change of the time of day.
    """
    days = {gap.date() for gap in gaps}
    return [
        each
        for each in given
        if each.start is not None and each.slot >= since and each.slot.date() not in days
    ]
