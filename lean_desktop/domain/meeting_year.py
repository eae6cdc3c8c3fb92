"""Every meeting of a year, week by week: what was held, is planned, was called off, and is missing.

The year is the ISO year: it begins on the Monday of week 1 and has whole weeks only, so a day or
two around New Year may belong to its neighbour.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

from lean_desktop.domain.clashes import Clash
from lean_desktop.domain.company_calendar import ClosedPeriod, CompanyCalendar
from lean_desktop.domain.holidays import holiday_name, iso_week
from lean_desktop.domain.meetings import MeetingState
from lean_desktop.domain.organisation import GroupKind
from lean_desktop.i18n import N_

WORKING_DAYS = 5
"""Monday to Friday; a week with as many closed is closed as a whole."""

_ALWAYS_OPEN = CompanyCalendar()
_THURSDAY = timedelta(days=3)
_SUNDAY = timedelta(days=6)
_WEEK = timedelta(weeks=1)


class Standing(StrEnum):
    """What a mark says of a meeting."""

    HELD = "held"
    UNDER_WAY = "under_way"
    CALLED = "called"
    DRAFT = "draft"
    CANCELLED = "cancelled"
    MISSED = "missed"


STANDING_NAMES = {
    Standing.HELD: N_("Held"),
    Standing.UNDER_WAY: N_("In progress"),
    Standing.CALLED: N_("Called"),
    Standing.DRAFT: N_("Draft"),
    Standing.CANCELLED: N_("Cancelled"),
    Standing.MISSED: N_("Not recorded"),
}

_MOST_PRESSING = (
    Standing.MISSED,
    Standing.UNDER_WAY,
    Standing.CALLED,
    Standing.DRAFT,
    Standing.HELD,
    Standing.CANCELLED,
)

_OF_STATE = {
    MeetingState.DRAFT: Standing.DRAFT,
    MeetingState.CALLED: Standing.CALLED,
    MeetingState.IN_PROGRESS: Standing.UNDER_WAY,
    MeetingState.CLOSED: Standing.HELD,
    MeetingState.CANCELLED: Standing.CANCELLED,
}


class YearMeeting(NamedTuple):
    """A meeting as the year shows it; `whose` is the key of its line."""

    id: int
    whose: int
    start: datetime
    end: datetime
    standing: Standing
    daily: bool = False
    title: str = ""
    place: str = ""


class Whose(NamedTuple):
    """Who meets: key, name and kind as in `Gathering`; `unit_ids` say when it is closed."""

    key: int
    name: str
    kind: GroupKind | None = None
    unit_ids: tuple[int, ...] = ()


class Tally(NamedTuple):
    """How many meetings were held, of those planned."""

    held: int = 0
    planned: int = 0

    def __add__(self, other: object) -> "Tally":
        if not isinstance(other, Tally):
            return NotImplemented
        return Tally(self.held + other.held, self.planned + other.planned)


class Cell(NamedTuple):
    """One line in one week: the meetings and, counted for themselves, the daily ones."""

    meetings: tuple[YearMeeting, ...] = ()
    daily: tuple[YearMeeting, ...] = ()

    @property
    def all(self) -> tuple[YearMeeting, ...]:
        """Those of both sorts, in order of time."""
        return tuple(sorted((*self.meetings, *self.daily), key=lambda each: (each.start, each.id)))

    @property
    def daily_begun(self) -> bool:
        """Whether any of the week's daily meetings was held, or should have been."""
        return any(each.standing in (Standing.HELD, Standing.MISSED) for each in self.daily)

    @property
    def held_daily(self) -> Tally:
        """How many of the week's daily meetings were held, those called off not counted."""
        return tally(each for each in self.daily if each.standing is not Standing.CANCELLED)


class Week(NamedTuple):
    """A column: its Monday, the month it belongs to, and the names of what closes some of it.

    `closed` is how many of the working days are closed. The month is that of the Thursday, as ISO
    8601 has it of the year. The names of public holidays are to be translated.
    """

    number: int
    monday: date
    month: int
    closed: int = 0
    names: tuple[str, ...] = ()

    @property
    def sunday(self) -> date:
        """Its last day."""
        return self.monday + _SUNDAY


class Line(NamedTuple):
    """A row: who meets, what is in each week that has something, and how much was held so far.

    `closed` are the weeks in which a period closes this one alone, with names and days.
    """

    whose: Whose
    cells: Mapping[int, Cell]
    so_far: Tally
    closed: Mapping[int, tuple[int, tuple[str, ...]]] = {}

    @property
    def key(self) -> int:
        """The group's key, the unit's below zero, 0 for meetings of neither."""
        return self.whose.key

    @property
    def meets(self) -> bool:
        """Whether there is any meeting in the year."""
        return bool(self.cells)


class MeetingYear(NamedTuple):
    """A finished snapshot of a year: for the screen and for paper."""

    year: int
    now: datetime
    weeks: tuple[Week, ...]
    lines: tuple[Line, ...]
    clashes: Mapping[int, tuple[Clash, ...]] = {}
    people: Mapping[int, str] = {}

    @property
    def this_week(self) -> int:
        """The number of the week it is, 0 in another year."""
        year, week = iso_week(self.now.date())
        return week if year == self.year else 0

    def meeting(self, key: int) -> YearMeeting | None:
        """The meeting of that key, if the year has it."""
        found = (each for line in self.lines for cell in line.cells.values() for each in cell.all)
        return next((each for each in found if each.id == key), None)


def standing_of(state: MeetingState, end: datetime, now: datetime) -> Standing:
    """What is to be said of a meeting in that state: missed when it is over and nobody told."""
    found = _OF_STATE[state]
    over = end <= now and found in (Standing.CALLED, Standing.DRAFT)
    return Standing.MISSED if over else found


def most_pressing(meetings: Collection[YearMeeting]) -> Standing:
    """What is shown of several where there is room for one mark."""
    return min((each.standing for each in meetings), key=_MOST_PRESSING.index)


def tally(meetings: Iterable[YearMeeting]) -> Tally:
    """How many of these were held."""
    standings = [each.standing for each in meetings]
    return Tally(standings.count(Standing.HELD), len(standings))


def held_so_far(meetings: Iterable[YearMeeting], now: datetime) -> Tally:
    """Held ÷ planned (mission B3): of all whose time is over, those called off included.

    One that was closed before its time counts too. One that was moved counts where it stands now.
    """
    return tally(each for each in meetings if each.end <= now or each.standing is Standing.HELD)


def first_and_last(year: int) -> tuple[date, date]:
    """The Monday of the first week and the Sunday of the last one."""
    first = date.fromisocalendar(year, 1, 1)
    return first, date.fromisocalendar(year + 1, 1, 1) - timedelta(days=1)


def weeks_of(year: int, periods: Collection[ClosedPeriod] = ()) -> tuple[Week, ...]:
    """The 52 or 53 weeks, with public holidays and the periods that close the whole company."""
    monday, last = first_and_last(year)
    everywhere = [each for each in periods if each.unit_id is None]
    found = []
    while monday <= last:
        found.append(_week(monday, everywhere))
        monday += _WEEK
    return tuple(found)


def _week(monday: date, periods: Sequence[ClosedPeriod]) -> Week:
    closed, names = _closing(monday, periods, holidays=True)
    return Week(iso_week(monday)[1], monday, (monday + _THURSDAY).month, closed, names)


def _closing(
    monday: date, periods: Sequence[ClosedPeriod], *, holidays: bool
) -> tuple[int, tuple[str, ...]]:
    """How many working days of a week are closed, and by what; the names each once."""
    names: dict[str, None] = {}
    closed = 0
    for offset in range(7):
        day = monday + timedelta(days=offset)
        why = [each.name for each in periods if each.first_day <= day <= each.last_day]
        if holidays and (name := holiday_name(day)):
            why.insert(0, name)
        closed += bool(why) and offset < WORKING_DAYS
        names |= dict.fromkeys(why)
    return closed, tuple(names)


def laid_out(
    year: int,
    now: datetime,
    who: Sequence[Whose],
    meetings: Iterable[YearMeeting],
    calendar: CompanyCalendar = _ALWAYS_OPEN,
    clashes: Iterable[Clash] = (),
    people: Mapping[int, str] | None = None,
) -> MeetingYear:
    """The year put together: a line for each of `who`, in that order, with its own meetings.

    A clash stands at both of its meetings. `people` are the names of those who clash.
    """
    mine: dict[int, list[YearMeeting]] = defaultdict(list)
    for each in meetings:
        mine[each.whose].append(each)
    weeks = weeks_of(year, calendar.periods)
    lines = tuple(_line(each, mine[each.key], now, weeks, calendar) for each in who)
    return MeetingYear(year, now, weeks, lines, _by_meeting(clashes), people or {})


def _line(
    whose: Whose,
    meetings: Sequence[YearMeeting],
    now: datetime,
    weeks: Sequence[Week],
    calendar: CompanyCalendar,
) -> Line:
    concerned = set(calendar.with_those_above(whose.unit_ids))
    own = [each for each in calendar.periods if each.unit_id in concerned]
    return Line(whose, _cells(meetings), held_so_far(meetings, now), _own_closing(own, weeks))


def _cells(meetings: Iterable[YearMeeting]) -> dict[int, Cell]:
    by_week: dict[int, tuple[list[YearMeeting], list[YearMeeting]]] = {}
    for each in sorted(meetings, key=lambda each: (each.start, each.id)):
        _, week = iso_week(each.start.date())
        by_week.setdefault(week, ([], []))[each.daily].append(each)
    return {week: Cell(tuple(usual), tuple(daily)) for week, (usual, daily) in by_week.items()}


def _own_closing(
    periods: Sequence[ClosedPeriod], weeks: Sequence[Week]
) -> dict[int, tuple[int, tuple[str, ...]]]:
    if not periods:
        return {}
    found = {each.number: _closing(each.monday, periods, holidays=False) for each in weeks}
    return {number: told for number, told in found.items() if told[1]}


def _by_meeting(clashes: Iterable[Clash]) -> dict[int, tuple[Clash, ...]]:
    found: dict[int, tuple[Clash, ...]] = defaultdict(tuple)
    for each in clashes:
        found[each.first_id] += (each,)
        found[each.second_id] += (each,)
    return dict(found)
