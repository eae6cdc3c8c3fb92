"""Days on a line: where each stands at a zoom, and the marks of weeks, months and quarters."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple


class Zoom(StrEnum):
    """What one sees apart: weeks, months, or quarters."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"


DAY_WIDTH = {Zoom.WEEK: 5.0, Zoom.MONTH: 2.5, Zoom.QUARTER: 1.0}
"""Units of length a day takes."""


class Mark(NamedTuple):
    """A stretch of the line from a day on: its name is made by whoever shows it."""

    first: date
    after: date


class Scale(NamedTuple):
    """A line that begins with `first` at 0; lengths are logical pixels or points."""

    first: date
    day: float

    def x(self, day: date) -> float:
        """Where a day begins."""
        return (day - self.first).days * self.day

    def end(self, day: date) -> float:
        """Where a day ends."""
        return self.x(day) + self.day

    def at(self, x: float) -> date:
        """The day at a place; the ends of the calendar hold it in."""
        days = int(x // self.day)
        least, most = date.min.toordinal(), date.max.toordinal()
        return date.fromordinal(min(most, max(least, self.first.toordinal() + days)))


def weeks(first: date, last: date) -> Iterator[Mark]:
    """The weeks from Monday that touch these days."""
    return _marks(first - timedelta(days=first.weekday()), last, _week_after)


def months(first: date, last: date) -> Iterator[Mark]:
    """The months that touch these days."""
    return _marks(first.replace(day=1), last, _month_after)


def quarters(first: date, last: date) -> Iterator[Mark]:
    """The quarters that touch these days."""
    begun = date(first.year, (first.month - 1) // 3 * 3 + 1, 1)
    return _marks(begun, last, lambda day: _month_after(_month_after(_month_after(day))))


def _marks(first: date, last: date, after: Callable[[date], date]) -> Iterator[Mark]:
    while first <= last:
        following = after(first)
        yield Mark(first, following)
        first = following


def _week_after(day: date) -> date:
    return day + timedelta(days=7)


def _month_after(day: date) -> date:
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)
