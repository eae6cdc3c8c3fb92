"""Weeks of a month, steps between months, and cards by the day they are due."""

from datetime import date

import pytest

from lean_desktop.domain.actions import Action, ActionStatus, Source
from lean_desktop.domain.cards import Card
from lean_desktop.domain.due_calendar import Span, by_day, stepped, weeks_of


def card(number: int, due: date | None, status: ActionStatus = ActionStatus.NEW) -> Card:
    first = date(2026, 9, 1)
    none = (None, "", None, "", Source.OWN, None, None)
    return Card(Action(number, number, "", *none, first, due, due, None, status, first))


@pytest.mark.parametrize(
    ("day", "first", "count"),
    [
        (date(2026, 10, 6), date(2026, 9, 28), 5),
        (date(2027, 2, 14), date(2027, 2, 1), 4),  # begins on a Monday, four weeks long
        (date(2026, 8, 31), date(2026, 7, 27), 6),
        (date(2026, 12, 31), date(2026, 11, 30), 5),
    ],
)
def test_a_month_is_the_weeks_it_has_days_in(day: date, first: date, count: int) -> None:
    weeks = weeks_of(day, Span.MONTH)
    assert (weeks[0], len(weeks)) == (first, count)


def test_a_week_begins_on_monday() -> None:
    assert weeks_of(date(2026, 10, 11), Span.WEEK) == [date(2026, 10, 5)]


def test_steps_go_over_the_year_and_stay_in_shorter_months() -> None:
    assert stepped(date(2026, 1, 31), Span.MONTH, 1) == date(2026, 2, 28)
    assert stepped(date(2026, 12, 15), Span.MONTH, 1) == date(2027, 1, 15)
    assert stepped(date(2026, 1, 15), Span.MONTH, -1) == date(2025, 12, 15)
    assert stepped(date(2026, 12, 30), Span.WEEK, 1) == date(2027, 1, 6)


def test_open_cards_stand_at_their_day_by_number() -> None:
    day = date(2026, 10, 6)
    cards = [card(3, day), card(1, day), card(2, None), card(4, day, ActionStatus.DONE)]
    found = by_day(cards)
    assert {key: [each.id for each in several] for key, several in found.items()} == {
        day: [1, 3],
        None: [2],
    }
