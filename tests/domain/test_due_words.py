"""Days as people write them behind an action, in both languages."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lean_desktop.domain.due_words import WEEKDAY, due_at_end, due_day

TUESDAY = date(2026, 10, 6)
LAST_DAYS = date(2026, 12, 30)

SAID = {
    "fredag": date(2026, 10, 9),
    "Friday": date(2026, 10, 9),
    "fre": date(2026, 10, 9),
    "innen fredag": date(2026, 10, 9),
    "by friday": date(2026, 10, 9),
    "tirsdag": date(2026, 10, 13),  # The next one, never today.
    "mandag": date(2026, 10, 12),
    "søndag": date(2026, 10, 11),
    "lør": date(2026, 10, 10),
    "i dag": TUESDAY,
    "i  morgen": date(2026, 10, 7),
    "tomorrow": date(2026, 10, 7),
    "om 2 uker": date(2026, 10, 20),
    "in 1 week": date(2026, 10, 13),
    "om 3 dager": date(2026, 10, 9),
    "uke 43": date(2026, 10, 23),
    "week 41": date(2026, 10, 9),
    "uke 40": date(2027, 10, 8),  # Its Friday is over.
    "20.10.": date(2026, 10, 20),
    "20.10": date(2026, 10, 20),
    "6.10.": TUESDAY,
    "5.10.": date(2027, 10, 5),
    "1/12": date(2026, 12, 1),
    "20.10.27": date(2027, 10, 20),
    "20.10.2025": date(2025, 10, 20),
    "29.2.": date(2028, 2, 29),
    "2026-11-02": date(2026, 11, 2),
}


@pytest.mark.parametrize("text", SAID)
def test_a_day_is_understood_alone_and_at_the_end_of_a_line(text: str) -> None:
    assert due_day(text, TUESDAY) == SAID[text]
    assert due_at_end(f"Bestille tape {text} ", TUESDAY) == ("Bestille tape", SAID[text])


def test_a_week_at_the_end_of_the_year_is_of_the_year_it_counts_to() -> None:
    assert due_day("uke 53", LAST_DAYS) == date(2027, 1, 1)
    assert due_day("uke 1", LAST_DAYS) == date(2027, 1, 8)
    assert due_day("uke 53", date(2027, 3, 1)) is None  # Neither 2027 nor 2028 has one.


@pytest.mark.parametrize(
    "text",
    [
        *("", "tape", "31.2.", "32.1.", "1.13.", "2026-02-30", "uke 0", "uke 54", "om 2 måneder"),
        *("fredagen", "Kjøp til linje 1", "versjon 1.2.3.4", "mandag morgen"),
    ],
)
def test_what_is_no_day_is_left_as_it_was_written(text: str) -> None:
    assert due_at_end(text, TUESDAY) == (text, None)
    assert due_day(text, TUESDAY) is None


def test_a_text_that_says_more_than_a_day_is_no_day() -> None:
    assert due_day("tape fredag", TUESDAY) is None


@given(st.sampled_from(sorted(WEEKDAY)), st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_a_weekday_is_the_next_one_within_a_week(word: str, today: date) -> None:
    found = due_day(word, today)
    assert found
    assert found.weekday() == WEEKDAY[word]
    assert timedelta(days=1) <= found - today <= timedelta(days=7)


@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)), st.dates(date(2000, 1, 1), date(2090, 1, 1)))
def test_a_day_without_a_year_is_the_next_such_day(said: date, today: date) -> None:
    found = due_day(f"{said.day}.{said.month}.", today)
    assert found
    assert (found.day, found.month) == (said.day, said.month)
    assert found >= today
    assert found - today <= timedelta(days=8 * 366)


@given(st.text(max_size=60))
def test_no_text_stops_it(text: str) -> None:
    rest, day = due_at_end(text, TUESDAY)
    assert day is not None or rest == text
