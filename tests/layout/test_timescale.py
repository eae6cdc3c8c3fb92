"""Days on a line, and its weeks, months and quarters."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lean_desktop.layout.timescale import Scale, months, quarters, weeks

FIRST = date(2026, 4, 1)


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.sampled_from([0.7, 1.0, 2.5, 5.0, 7.5]))
def test_a_day_is_found_where_it_stands(day: date, width: float) -> None:
    scale = Scale(FIRST, width)
    assert scale.at(scale.x(day) + width / 2) == day
    assert scale.end(day) == pytest.approx(scale.x(day) + width)


def test_the_ends_of_the_calendar_hold_it_in() -> None:
    assert Scale(FIRST, 1.0).at(-1e9) == date.min
    assert Scale(FIRST, 1.0).at(1e9) == date.max


def test_weeks_begin_on_monday_and_months_on_their_first_day() -> None:
    first, last = date(2026, 12, 30), date(2027, 1, 12)
    assert [mark.first for mark in weeks(first, last)] == [
        date(2026, 12, 28),
        date(2027, 1, 4),
        date(2027, 1, 11),
    ]
    assert [mark.first for mark in months(first, last)] == [date(2026, 12, 1), date(2027, 1, 1)]
    assert [mark.after for mark in quarters(first, last)] == [date(2027, 1, 1), date(2027, 4, 1)]
