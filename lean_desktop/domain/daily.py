"""The daily meeting: ten minutes standing, each area red or green, what is wrong, who helps.

It has no attendance and no minutes, and stays outside the pulse (practice, 2).
"""

import calendar
from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

from lean_desktop.domain.meetings import Meeting
from lean_desktop.i18n import N_

USUAL_AREAS = (N_("Safety"), N_("Quality"), N_("Delivery"))
"""What every daily meeting looks at until the plant has its own."""


class Area(NamedTuple):
    """One thing the daily meeting looks at; of one unit, or of all when `unit_id` is None.

    `id` is 0 for a usual one that no workspace has stored yet.
    """

    id: int
    name: str
    unit_id: int | None = None


class Mark(NamedTuple):
    """Red or green on one day; what was wrong when it was red."""

    red: bool
    deviation: str = ""


class DailyMeeting(NamedTuple):
    """One day's form: the areas, and the marks by the areas' keys. Unmarked is not recorded."""

    meeting: Meeting
    areas: tuple[Area, ...]
    marks: Mapping[int, Mark]


class DailyMonth(NamedTuple):
    """A month of daily meetings of one unit: marks by day and area, and the days one was planned.

    A meeting that was called off is not planned.
    """

    name: str
    first: date
    areas: tuple[Area, ...]
    marks: Mapping[date, Mapping[int, Mark]]
    planned: frozenset[date]

    @property
    def days(self) -> tuple[date, ...]:
        """Every day of the month."""
        _, count = calendar.monthrange(self.first.year, self.first.month)
        return tuple(self.first + timedelta(days=n) for n in range(count))

    def green(self, area: Area) -> tuple[int, int]:
        """On how many days the area was green, of how many that were recorded."""
        told = [marks[area.id] for marks in self.marks.values() if area.id in marks]
        return sum(not mark.red for mark in told), len(told)


def month_of(day: date) -> date:
    """The first day of the month."""
    return day.replace(day=1)


def months_on(day: date, by: int) -> date:
    """The first day of a month that many months later, or earlier."""
    month = day.year * 12 + day.month - 1 + by
    return date(month // 12, month % 12 + 1, 1)
