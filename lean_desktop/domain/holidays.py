"""Norway's public holidays, and weeks as Norwegian calendars number them."""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from types import MappingProxyType

from lean_desktop.i18n import N_

_FIXED = (
    (1, 1, N_("New Year's Day")),
    (5, 1, N_("Labour Day")),
    (5, 17, N_("Constitution Day")),
    (12, 25, N_("Christmas Day")),
    (12, 26, N_("Second Day of Christmas")),
)
_FROM_EASTER = (
    (-3, N_("Maundy Thursday")),
    (-2, N_("Good Friday")),
    (0, N_("Easter Sunday")),
    (1, N_("Easter Monday")),
    (39, N_("Ascension Day")),
    (49, N_("Whit Sunday")),
    (50, N_("Whit Monday")),
)


@cache
def public_holidays(year: int) -> Mapping[date, str]:
    """The twelve days of a year, in their order, with their names to be translated.

    They are those of the acts of 1947 (1 and 17 May) and 1995 (the days of the Church of Norway).
    Two of them may fall together: Ascension Day on 1 May (2008) or 17 May (2012), Whit Sunday or
    Whit Monday on 17 May; it then bears the name of
    the fixed one.
    """
    from dateutil.easter import easter

    sunday = easter(year)
    found = {sunday + timedelta(days=offset): name for offset, name in _FROM_EASTER}
    found |= {date(year, month, day): name for month, day, name in _FIXED}
    return MappingProxyType(dict(sorted(found.items())))


def holiday_name(day: date) -> str:
    """The name of the public holiday, to be translated, or "" on any other day."""
    return public_holidays(day.year).get(day, "")


def iso_week(day: date) -> tuple[int, int]:
    """The ISO year and week of a day; in the days around New Year the year is another one."""
    year, week, _ = day.isocalendar()
    return year, week
