"""Which days are closed for whom, and the days off of those on shifts."""

from datetime import date, timedelta

import pytest

from lean_desktop.domain.company_calendar import (
    ClosedPeriod,
    CompanyCalendar,
    ShiftRota,
    check_cycle,
    suggested_periods,
)
from lean_desktop.domain.errors import RuleBroken

WORKS, FOUNDRY, MELTING, OFFICE = 1, 2, 3, 4
MONDAY = date(2026, 10, 5)
DAY = timedelta(days=1)

CALENDAR = CompanyCalendar(
    (
        ClosedPeriod(1, "Fellesferie", date(2026, 7, 6), date(2026, 7, 26)),
        ClosedPeriod(2, "Ovnsstopp", MONDAY, MONDAY + 4 * DAY, FOUNDRY),
    ),
    {WORKS: None, FOUNDRY: WORKS, MELTING: FOUNDRY, OFFICE: WORKS},
)


@pytest.mark.parametrize(
    ("day", "units", "why"),
    [
        (date(2026, 5, 17), (), "Constitution Day"),
        (date(2026, 7, 5), (), ""),
        (date(2026, 7, 6), (), "Fellesferie"),
        (date(2026, 7, 26), (OFFICE,), "Fellesferie"),
        (date(2026, 7, 27), (OFFICE,), ""),
        (MONDAY, (), ""),
        (MONDAY, (OFFICE,), ""),
        (MONDAY, (WORKS,), ""),  # one unit below stands still; the others work
        (MONDAY, (FOUNDRY,), "Ovnsstopp"),
        (MONDAY + 4 * DAY, (OFFICE, MELTING), "Ovnsstopp"),
        (MONDAY + 5 * DAY, (FOUNDRY,), ""),  # a Saturday; weekends are the rule's business
    ],
)
def test_why_a_day_is_closed(day: date, units: tuple[int, ...], why: str) -> None:
    assert CALENDAR.closed_why(day, units) == why
    assert CALENDAR.closed(units)(day) is bool(why)


def test_a_circle_of_units_ends() -> None:
    circle = CompanyCalendar(CALENDAR.periods, {FOUNDRY: WORKS, WORKS: FOUNDRY})
    assert circle.closed_why(MONDAY, [WORKS]) == "Ovnsstopp"


def test_a_rota_comes_back_for_ever_both_ways() -> None:
    rota = ShiftRota(1, 1, MONDAY, "DDD-NN-")
    for weeks in (-100, -1, 0, 1, 100):
        monday = MONDAY + 7 * weeks * DAY
        assert "".join(rota.shift(monday + n * DAY) for n in range(7)) == "DDD-NN-"
        assert [rota.on_shift(monday + n * DAY) for n in (2, 3, 4)] == [True, False, True]


def test_a_day_off_is_closed_for_those_on_shifts() -> None:
    closed = CALENDAR.closed([OFFICE], ShiftRota(1, 1, MONDAY, "DD--"))
    assert [closed(MONDAY + n * DAY) for n in range(5)] == [False, False, True, True, False]
    assert closed(date(2026, 7, 6))


def test_a_cycle_is_kept_in_capitals_without_blanks() -> None:
    assert check_cycle(" ddddd-- nnnnn-- ") == "DDDDD--NNNNN--"


@pytest.mark.parametrize(
    ("cycle", "sentence"),
    [
        (" ", "from 1 to 366 days"),
        ("D" * 367, "from 1 to 366 days"),
        ("DD.-", "“.” is no shift"),
        ("D1", "“1” is no shift"),
        ("--", "no day at work"),
    ],
)
def test_a_bad_cycle_is_refused(cycle: str, sentence: str) -> None:
    with pytest.raises(RuleBroken, match=sentence):
        check_cycle(cycle)


def test_what_most_plants_close_for() -> None:
    summer, christmas = suggested_periods(2026)
    assert (summer.first_day, summer.last_day) == (date(2026, 7, 6), date(2026, 7, 26))
    assert (christmas.first_day, christmas.last_day) == (date(2026, 12, 27), date(2026, 12, 31))
    for year in range(2000, 2100):
        summer, _ = suggested_periods(year)
        weeks = {summer.first_day + n * DAY for n in range(21)}
        assert {day.isocalendar().week for day in weeks} == {28, 29, 30}
        assert summer.last_day == max(weeks)
