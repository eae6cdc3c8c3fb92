"""The pulse of a group: six rates worked out from what its meetings recorded.

Mission §1, P1–P6 and F1–F6: problems and success factors are mirror pairs, so each is one rate
with a sentence for either side; the mean rate *and* the share of meetings where all did are shown.
Only what was recorded counts: untouched means "not recorded", never "good". Practice 6: the pulse
informs, the steering group decides. Practice 5: it is a group's, and never says who.
"""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from lean_desktop.i18n import N_

LAST_HELD = 8
"""How many held meetings a pulse rests on when nothing else is asked for."""

TOLERANCE = 5
"""Minutes a meeting may end after its planned end and still have kept its agenda."""

NOT_RECORDED = "–"
"""What stands in place of a rate nothing was recorded for."""


class Rate(StrEnum):
    """The six rates, P1 to P6 of mission §1.

    ON_TIME: who arrived on time ÷ who was expected: on time, late and absent. Excused and off
    shift are not expected (practice 4: off-shift is not absence).

    PREPARED: preparations seen to be done ÷ all that were looked at: yes, partly and no.

    AGENDA_KEPT: meetings that kept their agenda ÷ meetings with a recorded end where it was said of
    any item what became of it. Kept means that each was treated, deferred or dropped by decision,
    and that the end was no later than planned plus a tolerance.

    FOLLOWED_UP: asked about ÷ noted in the meeting, of the actions due or overdue on its day. What
    was answered at the board on another day, after the first meeting of the period and before the
    next period's first, counts alike; it is no meeting of its own.

    DONE_ON_TIME: done by the date agreed *first* ÷ actions with that date in the period, those
    cancelled left out.

    CONTRIBUTING: who contributed ÷ who was there, in meetings where the word was noted for
    anybody. Contributing is having had a say, an idea, an action taken on or an item presented.
    """

    ON_TIME = "on_time"
    PREPARED = "prepared"
    AGENDA_KEPT = "agenda_kept"
    FOLLOWED_UP = "followed_up"
    DONE_ON_TIME = "done_on_time"
    CONTRIBUTING = "contributing"


RATE_NAMES = {
    Rate.ON_TIME: N_("On time"),
    Rate.PREPARED: N_("Prepared"),
    Rate.AGENDA_KEPT: N_("Agenda kept"),
    Rate.FOLLOWED_UP: N_("Followed up"),
    Rate.DONE_ON_TIME: N_("Done on time"),
    Rate.CONTRIBUTING: N_("Contributing"),
}


class Sentences(NamedTuple):
    """What a rate says in words, below 100 % and at 100 %."""

    problem: str
    success: str


SENTENCES = {
    Rate.ON_TIME: Sentences(
        N_("Not everybody is in place when we begin"),
        N_("Everybody is in place when we begin"),
    ),
    Rate.PREPARED: Sentences(
        N_("Not everybody comes prepared"),
        N_("Everybody comes prepared"),
    ),
    Rate.AGENDA_KEPT: Sentences(
        N_("We do not always keep to the agenda"),
        N_("We keep to the agenda"),
    ),
    Rate.FOLLOWED_UP: Sentences(
        N_("We do not ask about every action that is due"),
        N_("We ask about every action that is due"),
    ),
    Rate.DONE_ON_TIME: Sentences(
        N_("Not every action is done by the date agreed"),
        N_("Every action is done by the date agreed"),
    ),
    Rate.CONTRIBUTING: Sentences(
        N_("Not everybody contributes in the meetings"),
        N_("Everybody contributes in the meetings"),
    ),
}


class Share(NamedTuple):
    """So many of so many, both counted; nothing of nothing when nothing was recorded."""

    part: int = 0
    whole: int = 0

    @property
    def rate(self) -> float | None:
        """From 0 to 1, or None for a zero denominator: shown as NOT_RECORDED."""
        return self.part / self.whole if self.whole else None

    @property
    def percent(self) -> int | None:
        """Whole per cent, rounded down: 100 is said of all only, and 85 of no less than 85."""
        return self.part * 100 // self.whole if self.whole else None

    @property
    def all_did(self) -> bool:
        """Whether something was recorded, and nothing is missing."""
        return 0 < self.whole == self.part


NOTHING = Share()


class Limits(NamedTuple):
    """From how many per cent a rate is good, and from how many it is one to watch."""

    good: int = 85
    watch: int = 70


class Standing(StrEnum):
    """How a rate stands against its limits; never shown by colour alone."""

    GOOD = "good"
    WATCH = "watch"
    BAD = "bad"


STANDING_NAMES = {
    Standing.GOOD: N_("Good"),
    Standing.WATCH: N_("Keep an eye on it"),
    Standing.BAD: N_("Needs a hand"),
}


LIMITS = Limits()


def standing(share: Share, limits: Limits = LIMITS) -> Standing | None:
    """How the rate stands; None when nothing was recorded."""
    if not share.whole:
        return None
    if share.part * 100 >= limits.good * share.whole:
        return Standing.GOOD
    return Standing.WATCH if share.part * 100 >= limits.watch * share.whole else Standing.BAD


def sentence(rate: Rate, share: Share) -> str | None:
    """What the rate says in words, to be translated; None when nothing was recorded.

    Practice 11: the success sentence is printed only at 100 %.
    """
    if not share.whole:
        return None
    return SENTENCES[rate].success if share.all_did else SENTENCES[rate].problem


class ItemMinutes(NamedTuple):
    """Minutes planned for, and taken by, those items whose minutes were recorded."""

    planned: int = 0
    actual: int = 0


class MeetingFacts(NamedTuple):
    """What one meeting recorded, in numerators and denominators; see `Rate` for each.

    `agenda_kept` is one of one, none of one, or nothing when the end was not recorded.
    `minutes_lost` are person-minutes, see `FactsOfPeriod`; None when the start, or who came, was not
    recorded.
    """

    meeting_id: int
    group_id: int | None
    start: datetime
    on_time: Share = NOTHING
    prepared: Share = NOTHING
    agenda_kept: Share = NOTHING
    followed_up: Share = NOTHING
    contributing: Share = NOTHING
    minutes_lost: int | None = None
    item_minutes: ItemMinutes | None = None


class Tally(NamedTuple):
    """A rate over many meetings, and in how many of those that recorded it all did.

    Actions are counted without meetings.
    """

    share: Share = NOTHING
    meetings: Share = NOTHING


class FactsOfPeriod(NamedTuple):
    """What a group's meetings of a period recorded, and how its actions due in it were done.

    `first` and `last` are the days of the first and the last meeting, or those asked for; the
    actions of DONE_ON_TIME are those first due from the one to the other.

    `agreed` are the actions whose agreed date lies in the period, and those of them done by it.
    Practice 10: a date agreed anew before it expires is a new agreement. So the agreed date moves
    with each change made on or before the day that held; the first change made later comes too
    late, and the day it changed stands as agreed.

    `minutes_lost` are person-minutes: for each meeting that began late, the minutes between
    planned and actual start × the people who were there, whether on time or late. Mission §1, P1:
    6 people × 15 min = 90. Nothing else is added: neither the minutes a person was late nor those
    of the absent. None when no meeting recorded both its start and who came.
    """

    meetings: int = 0
    first: date | None = None
    last: date | None = None
    tallies: Mapping[Rate, Tally] = MappingProxyType({})
    agreed: Share = NOTHING
    minutes_lost: int | None = None
    item_minutes: ItemMinutes | None = None


class Figure(NamedTuple):
    """One rate as it is shown: now, the meetings where all did, and the period before.

    `meetings.whole` is the number of meetings it rests on; none for DONE_ON_TIME.
    """

    share: Share = NOTHING
    meetings: Share = NOTHING
    before: Share = NOTHING

    @property
    def trend(self) -> float | None:
        """Percentage points up (or down, below zero) since the period before; None when unknown."""
        now, then = self.share.rate, self.before.rate
        return None if now is None or then is None else (now - then) * 100


class GroupPulse(NamedTuple):
    """The six rates of a group, and what they rest on.

    `agreed` stands beside DONE_ON_TIME: done by the date agreed anew in time.
    """

    group_id: int
    meetings: int
    first: date | None
    last: date | None
    figures: Mapping[Rate, Figure]
    agreed: Figure
    minutes_lost: int | None
    item_minutes: ItemMinutes | None


class Period(NamedTuple):
    """Days from the first to the last, both counted."""

    first: date
    last: date

    @property
    def before(self) -> "Period":
        """As many days, up to the day before the first."""
        length = self.last - self.first + timedelta(days=1)
        return Period(self.first - length, self.last - length)


def pulse(group_id: int, now: FactsOfPeriod, before: FactsOfPeriod) -> GroupPulse:
    """The pulse of a group over a period, beside the period before it."""
    return GroupPulse(
        group_id,
        now.meetings,
        now.first,
        now.last,
        {
            rate: Figure(*now.tallies.get(rate, Tally()), before.tallies.get(rate, Tally()).share)
            for rate in Rate
        },
        Figure(now.agreed, before=before.agreed),
        now.minutes_lost,
        now.item_minutes,
    )
