"""Dates and times of day as people type them; what cannot be meant is refused with a sentence."""

import re
from datetime import date, time, timedelta
from typing import NoReturn

from lean_desktop.i18n.conventions import CONVENTIONS, Conventions
from lean_desktop.i18n.messages import M_, Message, RuleBroken

FIRST_YEAR, LAST_YEAR = 1900, 2199
_LOOKING_BACK = timedelta(days=60)

# Compiled when first used: no field is typed in before the first window.
_ISO = r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})"
_NUMBERS = r"(?P<day>\d{1,2})[.,/ -]+(?P<month>\d{1,2})(?:[.,/ -]+(?P<year>\d{4}|\d{2}))?\.?"
_WORDS = (
    r"(?:[^\W\d]+[.,]*\s+)?(?P<day>\d{1,2})\.?\s*(?P<name>[^\W\d]+)[.,]?"
    r"(?:\s*(?P<year>\d{4}|\d{2}))?"
)
_FORMS = (_ISO, _NUMBERS, _WORDS)
_TIME = r"(?:[Kk]l\.?\s*)?(?P<hour>\d{1,2})(?:[.:,]?(?P<minute>\d{2}))?"


def parse_date(text: str, words: Conventions, today: date | None = None) -> date:
    """The day written as `6.10.2026`, `06/10/26`, `2026-10-06` or `6. oktober 2026`.

    The day stands before the month. A year of two digits is 1969 to 2068; a missing one gives
    the likeliest beside `today`, and is refused without it. Raises RuleBroken.
    """
    typed = text.strip()
    found = next(filter(None, (re.fullmatch(each, typed) for each in _FORMS)), None)
    month = _month(found) if found else 0
    if not found or not month:
        raise RuleBroken(
            M_("“{text}” is no date. Write it as {example}.", text=typed, example=_example(words))
        )
    day, year = int(found["day"]), found["year"]
    if year is None and today is None:
        raise RuleBroken(M_("The year is missing. Write it as {example}.", example=_example(words)))
    if year is None and today is not None:
        return _likeliest(day, month, today, words)
    return _exact(_full_year(year), month, day, words)


def parse_time(text: str, words: Conventions) -> time:
    """The time of day written as `13`, `13.00`, `13:00` or `1300`. Raises RuleBroken."""
    found = re.fullmatch(_TIME, text.strip())
    if not found:
        _refuse_time(text, words)
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    if hour > 23 or minute > 59:
        _refuse_time(text, words)
    return time(hour, minute)


def _refuse_time(text: str, words: Conventions) -> NoReturn:
    example = words.clock.format(hour=13, minute=30)
    raise RuleBroken(
        M_("“{text}” is no time of day. Write it as {example}.", text=text.strip(), example=example)
    )


def _example(words: Conventions) -> str:
    return words.date.format(day=6, month=10, year=2026)


def _month(found: re.Match[str]) -> int:
    """The number of a month in digits, or by three letters or more of its name in any language.

    Lists come from other people's systems. 0 when there is none.
    """
    parts = found.groupdict()
    if "name" not in parts:
        return int(parts["month"])
    name = parts["name"].casefold()
    for language in CONVENTIONS.values() if len(name) >= 3 else ():
        for number, month in enumerate(language.months, start=1):
            if month.casefold().startswith(name):
                return number
    return 0


def _full_year(year: str) -> int:
    if len(year) == 4:
        return int(year)
    return int(year) + (2000 if int(year) < 69 else 1900)


def _likeliest(day: int, month: int, today: date, words: Conventions) -> date:
    """The first day of that name from two months ago: what is written lies mostly ahead."""
    years = range(today.year - 1, today.year + 9)  # 29 February may be eight years away.
    days = (date(year, month, day) for year in years if _exists(year, month, day))
    found = next((each for each in days if each >= today - _LOOKING_BACK), None)
    return found or _exact(today.year, month, day, words)


def _exists(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= _length(year, month)


def _exact(year: int, month: int, day: int, words: Conventions) -> date:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise RuleBroken(
            M_("Write a year from {first} to {last}.", first=FIRST_YEAR, last=LAST_YEAR)
        )
    if not 1 <= month <= 12:
        raise RuleBroken(
            M_(
                "There is no month {month}. Write the day, then the month: {example}.",
                month=month,
                example=_example(words),
            )
        )
    if not 1 <= day <= _length(year, month):
        raise RuleBroken(_no_such_day(year, month, words))
    return date(year, month, day)


def _no_such_day(year: int, month: int, words: Conventions) -> Message:
    last = _length(year, month)
    return M_(
        "{month} {year} has {days} days. Write a date up to {last}.",
        month=words.months[month - 1].capitalize(),
        year=year,
        days=last,
        last=words.day_of_month.format(day=last, month=month),
    )


def _length(year: int, month: int) -> int:
    """Days in a month; the standard library's `calendar` costs more to import than this."""
    if month == 2:
        leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
        return 29 if leap else 28
    return 30 if month in (4, 6, 9, 11) else 31
