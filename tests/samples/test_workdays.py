"""Counting working days."""

from datetime import date, datetime

import pytest

from lean_desktop.samples.workdays import closings, first_workday, is_open, open_days, shifted


@pytest.mark.parametrize(
    ("now", "first"),
    [
        (datetime(2026, 10, 6, 8, 0), date(2026, 10, 6)),
        (datetime(2026, 10, 6, 13, 1), date(2026, 10, 7)),
        (datetime(2026, 10, 9, 18, 0), date(2026, 10, 12)),
        (datetime(2026, 10, 10, 8, 0), date(2026, 10, 12)),
    ],
)
def test_the_sample_begins_on_a_day_with_its_meeting_ahead(now: datetime, first: date) -> None:
    assert first_workday(now) == first


@pytest.mark.parametrize(
    ("count", "there"),
    [
        (0, date(2026, 10, 6)),
        (4, date(2026, 10, 12)),
        (-16, date(2026, 9, 14)),
        (5, date(2026, 10, 13)),
    ],
)
def test_weekends_are_stepped_over(count: int, there: date) -> None:
    assert shifted(date(2026, 10, 6), count) == there


def test_a_year_of_an_open_plant_has_230_days_and_no_july() -> None:
    days = open_days(date(2026, 12, 18), 230)
    assert (days[0], days[-1]) == (date(2026, 1, 5), date(2026, 12, 18))
    assert days == sorted(set(days))
    assert not [
        day for day in days if day.weekday() > 4 or day.isocalendar().week in (28, 29, 30, 52)
    ]


@pytest.mark.parametrize(
    ("day", "there"),
    [
        (date(2026, 10, 6), True),
        (date(2026, 10, 10), False),  # Saturday
        (date(2026, 4, 2), False),  # Maundy Thursday
        (date(2026, 5, 14), False),  # Ascension Day
        (date(2026, 5, 25), False),  # Whit Monday
        (date(2027, 5, 17), False),
        (date(2026, 7, 3), True),
        (date(2026, 7, 6), False),
        (date(2026, 7, 24), False),
        (date(2026, 7, 27), True),
        (date(2026, 12, 23), True),
        (date(2026, 12, 24), False),
        (date(2026, 12, 31), False),
        (date(2027, 1, 1), False),
        (date(2027, 1, 4), True),
    ],
)
def test_the_plant_is_closed_on_holidays_in_july_and_at_christmas(day: date, there: bool) -> None:
    assert is_open(day) == there


def test_fellesferie_is_three_whole_weeks() -> None:
    for year in range(2024, 2034):
        (_, first, last), _ = closings(year)
        assert (first.isocalendar().week, first.weekday(), (last - first).days) == (28, 0, 20)
