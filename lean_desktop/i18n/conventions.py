"""How each language writes days, times and numbers. They agree with Qt's nb_NO and en_GB."""

from typing import NamedTuple


class Conventions(NamedTuple):
    """The words and patterns of one language; weekdays begin on Monday, patterns are braces."""

    weekdays: tuple[str, ...]
    short_weekdays: tuple[str, ...]
    months: tuple[str, ...]
    short_months: tuple[str, ...]
    long_day: str
    day: str
    short_day: str
    date: str
    day_of_month: str
    clock: str
    week: str
    thousands: str
    decimal: str
    minus: str


_NORWEGIAN = Conventions(
    weekdays=("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"),
    short_weekdays=("man.", "tir.", "ons.", "tor.", "fre.", "lør.", "søn."),
    months=(
        *("januar", "februar", "mars", "april", "mai", "juni"),
        *("juli", "august", "september", "oktober", "november", "desember"),
    ),
    short_months=(
        *("jan.", "feb.", "mars", "apr.", "mai", "juni"),
        *("juli", "aug.", "sep.", "okt.", "nov.", "des."),
    ),
    long_day="{weekday} {day}. {month} {year}",
    day="{day}. {month} {year}",
    short_day="{weekday} {day}. {month}",
    date="{day:02}.{month:02}.{year:04}",
    day_of_month="{day:02}.{month:02}",
    clock="{hour:02}.{minute:02}",
    week="Uke {week}",
    thousands="\N{NO-BREAK SPACE}",
    decimal=",",
    minus="\N{MINUS SIGN}",
)

_ENGLISH = Conventions(
    weekdays=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    short_weekdays=("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    months=(
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
    short_months=(
        *("Jan", "Feb", "Mar", "Apr", "May", "Jun"),
        *("Jul", "Aug", "Sept", "Oct", "Nov", "Dec"),
    ),
    long_day="{weekday} {day} {month} {year}",
    day="{day} {month} {year}",
    short_day="{weekday} {day} {month}",
    date="{day:02}/{month:02}/{year:04}",
    day_of_month="{day:02}/{month:02}",
    clock="{hour:02}:{minute:02}",
    week="Week {week}",
    thousands=",",
    decimal=".",
    minus="-",
)

CONVENTIONS = {"nb": _NORWEGIAN, "en": _ENGLISH}
