"""Counting in days people work, so that no sample meeting falls on a Sunday."""

from datetime import date, datetime, time, timedelta

LATEST_START = time(13)
"""From this hour on the sample's first meeting is planned for the next working day."""

CLOSED_WEEKS = frozenset({1, 28, 29, 30, 31, 52})
"""ISO weeks of the summer and Christmas closing; 230 working days a year remain."""

_DAY = timedelta(days=1)


def first_workday(now: datetime) -> date:
    """The day the sample happens on: today, or the next working day when today is over."""
    today = now.date()
    return today if _works(today) and now.time() <= LATEST_START else shifted(today, 1)


def shifted(day: date, count: int) -> date:
    """The working day that many working days later, or earlier when negative."""
    step = _DAY if count > 0 else -_DAY
    for _ in range(abs(count)):
        day += step
        while not _works(day):
            day += step
    return day


def open_days(last: date, count: int) -> list[date]:
    """That many working days of an open plant, oldest first, none after `last`."""
    found: list[date] = []
    day = last
    while len(found) < count:
        if _works(day) and day.isocalendar().week not in CLOSED_WEEKS:
            found.append(day)
        day -= _DAY
    return found[::-1]


def _works(day: date) -> bool:
    return day.weekday() < 5
