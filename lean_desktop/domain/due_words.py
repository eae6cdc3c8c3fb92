"""Days as people write them behind an action: `fredag`, `12.3.`, `uke 14`, `om 2 uker`."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

_WEEKDAYS = (
    ("mandag", "monday", "man", "mon"),
    ("tirsdag", "tuesday", "tir", "tue"),
    ("onsdag", "wednesday", "ons", "wed"),
    ("torsdag", "thursday", "tor", "thu"),
    ("fredag", "friday", "fre", "fri"),
    ("lørdag", "saturday", "lør", "sat"),
    ("søndag", "sunday", "søn", "sun"),
)
WEEKDAY = {word: day for day, words in enumerate(_WEEKDAYS) for word in words}
_SOON = {"i dag": 0, "today": 0, "i morgen": 1, "tomorrow": 1}
_FRIDAY = 5
_UNITS = {"dag": 1, "dager": 1, "day": 1, "days": 1}
_UNITS |= {"uke": 7, "uker": 7, "week": 7, "weeks": 7}


class Found(NamedTuple):
    """A day at the end of a text, and what stands before it."""

    rest: str
    day: date | None


def due_at_end(text: str, today: date) -> Found:
    """Take the day off the end of a text, if it ends with one.

    A weekday is the next one after today; a week means its Friday; a day without a year is the
    next such day. Words of both languages are understood.
    """
    trimmed = text.rstrip()
    for pattern, read in _READERS:
        found = pattern.search(trimmed)
        if found and (day := read(found, today)) is not None:
            return Found(trimmed[: found.start()].rstrip(), day)
    return Found(text, None)


def due_day(text: str, today: date) -> date | None:
    """The day a text says, or None when it says none, or says more than that."""
    found = due_at_end(text.strip(), today)
    return found.day if not found.rest else None


def _weekday(found: re.Match[str], today: date) -> date:
    ahead = (WEEKDAY[found[1].lower()] - today.weekday() - 1) % 7 + 1
    return today + timedelta(days=ahead)


def _soon(found: re.Match[str], today: date) -> date:
    return today + timedelta(days=_SOON[" ".join(found[1].lower().split())])


def _from_now(found: re.Match[str], today: date) -> date:
    return today + timedelta(days=int(found[1]) * _UNITS[found[2].lower()])


def _week(found: re.Match[str], today: date) -> date | None:
    year, week = today.isocalendar().year, int(found[1])
    for candidate in (year, year + 1):
        try:
            friday = date.fromisocalendar(candidate, week, _FRIDAY)
        except ValueError:
            continue
        if friday >= today:
            return friday
    return None


def _iso(found: re.Match[str], _today: date) -> date | None:
    try:
        return date.fromisoformat(found[1])
    except ValueError:
        return None


def _day_month(found: re.Match[str], today: date) -> date | None:
    day, month = int(found[1]), int(found[2])
    if found[3]:
        year = int(found[3])
        return _date(year + 2000 if year < 100 else year, month, day)
    years = (_date(year, month, day) for year in range(today.year, today.year + 9))
    return next((each for each in years if each and each >= today), None)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


Reader = Callable[[re.Match[str], date], date | None]
_AT_END = r"(?:^|\s)(?:(?:innen|by|til|på|on)\s+)?"
_READERS: tuple[tuple[re.Pattern[str], Reader], ...] = tuple(
    (re.compile(_AT_END + pattern + "$", re.IGNORECASE), read)
    for pattern, read in (
        (r"(\d{4}-\d{2}-\d{2})", _iso),
        (r"(?:om|in)\s+(\d{1,3})\s+(" + "|".join(sorted(_UNITS, reverse=True)) + ")", _from_now),
        (r"(?:uke|week|veke)\s*(\d{1,2})", _week),
        (r"(i\s+dag|today|i\s+morgen|tomorrow)", _soon),
        (r"(\d{1,2})[./](\d{1,2})(?:[./](\d{4}|\d{2})?)?", _day_month),
        (r"(" + "|".join(sorted(WEEKDAY, key=len, reverse=True)) + ")", _weekday),
    )
)
