"""Counting in days people work, so that no sample meeting falls on a Sunday."""

from datetime import date, datetime, time, timedelta

from dateutil.easter import easter

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


def is_open(day: date) -> bool:
    """Whether the sample's plant is at work: no weekend, public holiday, fellesferie or romjul."""
    if not _works(day) or day in _holidays(day.year):
        return False
    return not any(first <= day <= last for _, first, last in closings(day.year))


def closings(year: int) -> list[tuple[str, date, date]]:
    """Fellesferie, the three weeks 28 to 30, and romjul, as they are called and last."""
    monday = date.fromisocalendar(year, 28, 1)
    return [
        ("Fellesferie", monday, monday + timedelta(days=20)),
        ("Romjul", date(year, 12, 24), date(year, 12, 31)),
    ]


def _holidays(year: int) -> set[date]:
    """The twelve of Norway: by date, and counted from Easter Sunday."""
    fixed = {date(year, month, day) for month, day in ((1, 1), (5, 1), (5, 17), (12, 25), (12, 26))}
    return fixed | {easter(year) + timedelta(days=n) for n in (-3, -2, 0, 1, 39, 49, 50)}


def _works(day: date) -> bool:
    return day.weekday() < 5
