"""Public holidays against a package that knows those of every country."""

from datetime import date

import holidays as oracle
import pytest

from lean_desktop.domain.holidays import holiday_name, iso_week, public_holidays
from lean_desktop.i18n import language

YEARS = range(1950, 2100)


def test_they_are_the_days_others_know() -> None:
    known = oracle.country_holidays("NO", years=YEARS)
    ours = {day for year in YEARS for day in public_holidays(year)}
    assert ours == set(known)


def test_a_year_in_order() -> None:
    assert list(public_holidays(2026).items()) == [
        (date(2026, 1, 1), "New Year's Day"),
        (date(2026, 4, 2), "Maundy Thursday"),
        (date(2026, 4, 3), "Good Friday"),
        (date(2026, 4, 5), "Easter Sunday"),
        (date(2026, 4, 6), "Easter Monday"),
        (date(2026, 5, 1), "Labour Day"),
        (date(2026, 5, 14), "Ascension Day"),
        (date(2026, 5, 17), "Constitution Day"),
        (date(2026, 5, 24), "Whit Sunday"),
        (date(2026, 5, 25), "Whit Monday"),
        (date(2026, 12, 25), "Christmas Day"),
        (date(2026, 12, 26), "Second Day of Christmas"),
    ]


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2008, 5, 1), "Labour Day"),  # Ascension Day too
        (date(2027, 5, 17), "Constitution Day"),  # Whit Monday too
        (date(2026, 12, 24), ""),  # a day off by custom, not by law
        (date(2026, 10, 6), ""),
    ],
)
def test_the_name_of_a_day(day: date, name: str) -> None:
    assert holiday_name(day) == name


def test_a_cached_year_cannot_be_spoiled() -> None:
    with pytest.raises(TypeError):
        public_holidays(2026)[date(2026, 12, 24)] = "Christmas Eve"  # type: ignore[index]


def test_weeks_around_new_year_belong_to_the_year_of_their_thursday() -> None:
    assert iso_week(date(2027, 1, 3)) == (2026, 53)
    assert iso_week(date(2024, 12, 30)) == (2025, 1)
    assert language("nb").week(date(2027, 1, 3)).endswith("53")
