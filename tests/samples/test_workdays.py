"""Counting working days."""

from datetime import date, datetime

import pytest

from lean_desktop.samples.workdays import first_workday, open_days, shifted


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
