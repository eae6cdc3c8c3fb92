"""The year of meetings: weeks, what closes them, and what was held of what was planned."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lean_desktop.domain.clashes import Clash
from lean_desktop.domain.company_calendar import ClosedPeriod, CompanyCalendar
from lean_desktop.domain.meeting_year import (
    Standing,
    Tally,
    Whose,
    YearMeeting,
    first_and_last,
    held_so_far,
    laid_out,
    most_pressing,
    standing_of,
    weeks_of,
)
from lean_desktop.domain.meetings import MeetingState
from lean_desktop.domain.organisation import GroupKind

NOW = datetime(2026, 10, 6, 9)
GROUP = Whose(1, "Montering", GroupKind.IMPROVEMENT, (5,))


def meeting(
    key: int, start: datetime, standing: Standing = Standing.HELD, *, daily: bool = False
) -> YearMeeting:
    return YearMeeting(key, 1, start, start + timedelta(minutes=45), standing, daily)


@given(st.integers(1900, 2100))
def test_weeks_are_those_of_the_calendar(year: int) -> None:
    first, last = first_and_last(year)
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    assert {day.isocalendar().year for day in days} == {year}
    weeks = weeks_of(year)
    assert [week.number for week in weeks] == sorted({day.isocalendar().week for day in days})
    assert [week.monday for week in weeks] == days[::7]
    assert [week.month for week in weeks] == [day.month for day in days[3::7]]
    assert weeks[-1].sunday == last


def test_a_week_tells_what_closes_it() -> None:
    holiday = ClosedPeriod(1, "Fellesferie", date(2026, 7, 6), date(2026, 7, 26))
    weekend = ClosedPeriod(2, "Flytting", date(2026, 8, 8), date(2026, 8, 9))
    alone = ClosedPeriod(3, "Ovnsbytte", date(2026, 9, 14), date(2026, 9, 15), unit_id=5)
    weeks = {week.number: week for week in weeks_of(2026, [holiday, weekend, alone])}
    assert [weeks[number].closed for number in (27, 28, 30, 31)] == [0, 5, 5, 0]
    assert weeks[28].names == ("Fellesferie",)
    assert weeks[14].names == ("Maundy Thursday", "Good Friday", "Easter Sunday")
    assert weeks[14].closed == 2
    assert (weeks[32].closed, weeks[32].names) == (0, ("Flytting",))
    assert (weeks[38].closed, weeks[38].names) == (0, ())


def test_a_period_of_a_unit_closes_the_lines_below_it_alone() -> None:
    alone = ClosedPeriod(3, "Ovnsbytte", date(2026, 9, 14), date(2026, 9, 15), unit_id=2)
    calendar = CompanyCalendar((alone,), {5: 2, 2: None})
    other = Whose(2, "Lager", GroupKind.IMPROVEMENT)
    year = laid_out(2026, NOW, [GROUP, other], [], calendar)
    assert [line.closed for line in year.lines] == [{38: (2, ("Ovnsbytte",))}, {}]


@pytest.mark.parametrize(
    ("state", "over", "expected"),
    [
        (MeetingState.DRAFT, False, Standing.DRAFT),
        (MeetingState.DRAFT, True, Standing.MISSED),
        (MeetingState.CALLED, False, Standing.CALLED),
        (MeetingState.CALLED, True, Standing.MISSED),
        (MeetingState.IN_PROGRESS, True, Standing.UNDER_WAY),
        (MeetingState.CLOSED, False, Standing.HELD),
        (MeetingState.CANCELLED, True, Standing.CANCELLED),
    ],
)
def test_what_is_said_of_a_meeting(state: MeetingState, over: bool, expected: Standing) -> None:
    end = NOW if over else NOW + timedelta(minutes=1)
    assert standing_of(state, end, NOW) is expected


def test_held_of_planned_counts_what_is_over_and_what_was_called_off() -> None:
    day = timedelta(days=1)
    meetings = [
        meeting(1, NOW - 3 * day),
        meeting(2, NOW - 2 * day, Standing.CANCELLED),
        meeting(3, NOW - day, Standing.MISSED),
        meeting(4, NOW + day, Standing.CALLED),
        meeting(5, NOW + day, Standing.CANCELLED),
        meeting(6, NOW + day, Standing.HELD),
    ]
    assert held_so_far(meetings, NOW) == Tally(2, 4)
    assert held_so_far([], NOW) == Tally()
    assert Tally(1, 2) + Tally(2, 3) == Tally(3, 5)


def test_a_cell_counts_daily_meetings_for_themselves() -> None:
    monday = datetime(2026, 9, 28, 14)
    day = timedelta(days=1)
    daily = [
        meeting(1, monday, daily=True),
        meeting(2, monday + day, Standing.MISSED, daily=True),
        meeting(3, monday + 2 * day, Standing.CANCELLED, daily=True),
    ]
    other = meeting(4, monday + day - timedelta(hours=5))
    (line,) = laid_out(2026, NOW, [GROUP], [other, *reversed(daily)]).lines
    cell = line.cells[40]
    assert cell.meetings == (other,)
    assert cell.held_daily == Tally(1, 2)
    assert cell.daily_begun
    assert [each.id for each in cell.all] == [1, 4, 2, 3]
    assert line.so_far == Tally(2, 4)


@pytest.mark.parametrize(
    ("day", "year", "week"),
    [
        (datetime(2027, 1, 1, 8), 2026, 53),
        (datetime(2025, 12, 30, 8), 2026, 1),
        (datetime(2026, 10, 11, 23), 2026, 41),
    ],
)
def test_days_around_new_year_stand_in_their_week(day: datetime, year: int, week: int) -> None:
    (line,) = laid_out(year, NOW, [GROUP], [meeting(1, day)]).lines
    assert list(line.cells) == [week]


_STARTS = st.datetimes(datetime(2025, 12, 29), datetime(2027, 1, 3, 23))


@given(st.lists(st.tuples(_STARTS, st.sampled_from(Standing), st.booleans()), max_size=30))
def test_every_meeting_stands_once_and_in_order(
    told: list[tuple[datetime, Standing, bool]],
) -> None:
    meetings = [
        meeting(key, start, standing, daily=daily)
        for key, (start, standing, daily) in enumerate(told, 1)
    ]
    (line,) = laid_out(2026, NOW, [GROUP], meetings).lines
    shown = [each for number in sorted(line.cells) for each in line.cells[number].all]
    assert shown == sorted(meetings, key=lambda each: (each.start, each.id))


def test_a_clash_stands_at_both() -> None:
    pair, other = Clash(1, 2, (7,)), Clash(2, 3, (), "Rom 2")
    year = laid_out(2026, NOW, [GROUP], [meeting(2, NOW)], clashes=[pair, other])
    assert year.clashes == {1: (pair,), 2: (pair, other), 3: (other,)}
    found = year.meeting(2)
    assert found
    assert found.start == NOW
    assert year.meeting(9) is None


def test_trouble_is_shown_first() -> None:
    standings = [Standing.HELD, Standing.MISSED, Standing.CALLED]
    assert most_pressing([meeting(1, NOW, each) for each in standings]) is Standing.MISSED
    assert most_pressing([meeting(1, NOW, each) for each in standings[::2]]) is Standing.CALLED


def test_this_week() -> None:
    assert laid_out(2026, NOW, [], []).this_week == 41
    assert laid_out(2027, NOW, [], []).this_week == 0
