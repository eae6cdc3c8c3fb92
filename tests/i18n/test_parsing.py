"""Dates and times as people type them."""

import contextlib
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lean_desktop.i18n import LANGUAGES, RuleBroken, language

DAY = date(2026, 10, 6)
WRITTEN = [
    "6.10.2026",
    "06.10.26",
    "06.10.2026.",
    "6. 10. 2026",
    "6/10/2026",
    "06/10/26",
    "6-10-2026",
    "6 10 2026",
    "2026-10-06",
    "  2026-10-6 ",
    "6. oktober 2026",
    "6.okt.2026",
    "6 Oct 2026",
    "Tuesday, 6 October 2026",
    "tirsdag 6. oktober 2026",
]
DAYS = st.dates(date(1969, 1, 1), date(2068, 12, 31))


def refusal(code: str, text: str, today: date | None = None) -> str:
    with pytest.raises(RuleBroken) as caught:
        language(code).parse_date(text, today)
    return language("en")(caught.value.message)


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("text", WRITTEN)
def test_a_day_is_understood(code: str, text: str) -> None:
    assert language(code).parse_date(text) == DAY


@pytest.mark.parametrize("code", LANGUAGES)
@given(day=DAYS)
def test_what_we_write_we_read(code: str, day: date) -> None:
    t = language(code)
    for text in (t.date(day), t.long_day(day), day.isoformat()):
        assert t.parse_date(text) == day
    assert t.parse_date(t.short_day(day), today=day) == day


@pytest.mark.parametrize(
    ("text", "year"), [("1.2.68", 2068), ("1.2.69", 1969), ("1.2.00", 2000), ("1.2.1969", 1969)]
)
def test_two_digits_are_the_likelier_century(text: str, year: int) -> None:
    assert language("nb").parse_date(text) == date(year, 2, 1)


@pytest.mark.parametrize(
    ("text", "today", "day"),
    [
        ("6.10", date(2026, 9, 1), date(2026, 10, 6)),
        ("6.1.", date(2026, 12, 20), date(2027, 1, 6)),
        ("20.12", date(2027, 1, 5), date(2026, 12, 20)),
        ("6. oktober", date(2026, 1, 1), date(2026, 10, 6)),
        ("29.2", date(2027, 12, 1), date(2028, 2, 29)),
        ("29.2", date(2097, 5, 1), date(2104, 2, 29)),
    ],
)
def test_a_missing_year_is_the_likeliest_one(text: str, today: date, day: date) -> None:
    assert language("nb").parse_date(text, today) == day


@given(day=DAYS, typed=st.dates(date(2001, 1, 1), date(2001, 12, 31)))
def test_a_missing_year_is_at_most_two_months_behind_and_ten_ahead(day: date, typed: date) -> None:
    found = language("nb").parse_date(f"{typed.day}.{typed.month}", today=day)
    assert day - timedelta(days=60) <= found <= day + timedelta(days=366 - 60)


def test_a_missing_year_is_asked_for_where_no_day_is_today() -> None:
    assert refusal("nb", "6.10") == "The year is missing. Write it as 06.10.2026."


def test_a_day_the_month_has_not() -> None:
    told = "Februar 2020 has 29 days. Write a date up to 29.02."
    assert refusal("nb", "31.02.2020") == told
    assert refusal("en", "31/04/2026").startswith("April 2026 has 30 days.")
    assert refusal("nb", "29.2.26").startswith("Februar 2026 has 28 days.")
    assert refusal("nb", "0.5.2020").startswith("Mai 2020 has 31 days.")


def test_the_refusal_is_a_norwegian_sentence() -> None:
    t = language("nb")
    with pytest.raises(RuleBroken) as caught:
        t.parse_date("31.02.2020")
    told = "Februar 2020 har 29 dager. Skriv en dato til og med 29.02."
    assert t(caught.value.message) == told


def test_the_american_order_is_told_apart() -> None:
    told = "There is no month 25. Write the day, then the month: 06/10/2026."
    assert refusal("en", "10/25/2026") == told


@pytest.mark.parametrize("text", ["6.10.3026", "6.10.0026", "1.1.1899"])
def test_a_year_out_of_reach(text: str) -> None:
    assert refusal("nb", text) == "Write a year from 1900 to 2199."


@pytest.mark.parametrize(
    "text", ["", "soon", "6", "6.10.20266", "6. ok 2026", "1.2.3.4", "{x}", "²"]
)
def test_what_is_no_date(text: str) -> None:
    assert refusal("nb", text) == f"“{text}” is no date. Write it as 06.10.2026."


@given(st.text(max_size=20))
def test_any_text_is_a_day_or_refused(text: str) -> None:
    t = language("nb")
    with contextlib.suppress(RuleBroken):
        assert t.parse_date(t.date(t.parse_date(text, DAY))) == t.parse_date(text, DAY)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("13", time(13)),
        ("13.00", time(13)),
        ("13:30", time(13, 30)),
        ("1330", time(13, 30)),
        ("830", time(8, 30)),
        ("8", time(8)),
        ("0", time(0)),
        (" kl. 13.45 ", time(13, 45)),
        ("23:59", time(23, 59)),
    ],
)
def test_a_time_is_understood(text: str, moment: time) -> None:
    for code in LANGUAGES:
        assert language(code).parse_time(text) == moment


@pytest.mark.parametrize("text", ["24", "13.60", "", "noon", "12345", "1:2:3", "13.5"])
def test_what_is_no_time_of_day(text: str) -> None:
    with pytest.raises(RuleBroken, match=r"is no time of day\. Write it as 13\.30\."):
        language("nb").parse_time(text)
