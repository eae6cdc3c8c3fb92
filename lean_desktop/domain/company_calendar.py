"""On which days nobody meets: public holidays, closed periods, and days off of those on shifts."""

from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.holidays import holiday_name
from lean_desktop.i18n import M_, N_

OFF = "-"
_LETTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ")
LONGEST_CYCLE = 366


class ClosedPeriod(NamedTuple):
    """Days, both ends included, on which the company stands still, or one unit with those below.

    `unit` is its name for showing.
    """

    id: int
    name: str
    first_day: date
    last_day: date
    unit_id: int | None = None
    unit: str = ""


class ShiftRota(NamedTuple):
    """The days a group works: `cycle` begins on `first_day` and comes back for ever, both ways.

    Each character is a day: a letter for the shift worked, `-` for a day off: `DDDDD--NNNNN--`.
    """

    id: int
    group_id: int
    first_day: date
    cycle: str
    group: str = ""

    def shift(self, day: date) -> str:
        """The letter of the shift worked on that day, `-` when it is off."""
        return self.cycle[(day - self.first_day).days % len(self.cycle)]

    def on_shift(self, day: date) -> bool:
        """Whether the group works on that day."""
        return self.shift(day) != OFF


class CompanyCalendar(NamedTuple):
    """The closed periods, and by key of each unit the key of the one above it."""

    periods: tuple[ClosedPeriod, ...] = ()
    parents: Mapping[int, int | None] = {}

    def closed_why(self, day: date, unit_ids: Collection[int] = ()) -> str:
        """The name of what closes the day for these units, "" when it is open.

        A public holiday closes every unit; its name is to be translated. A period without a unit
        closes every unit too, one of a unit also those below it. Weekends are open: the rule of a
        series says whether one meets on them.
        """
        if name := holiday_name(day):
            return name
        there = [each for each in self.periods if each.first_day <= day <= each.last_day]
        if not there:
            return ""
        concerned = {None, *self.with_those_above(unit_ids)}
        return next((each.name for each in there if each.unit_id in concerned), "")

    def with_those_above(self, unit_ids: Collection[int]) -> Iterator[int]:
        """The units and all above them, each once. A circle, made by other hands, ends."""
        seen: set[int] = set()
        for unit_id in unit_ids:
            above: int | None = unit_id
            while above is not None and above not in seen:
                seen.add(above)
                yield above
                above = self.parents.get(above)

    def closed(
        self, unit_ids: Collection[int] = (), rota: ShiftRota | None = None
    ) -> Callable[[date], bool]:
        """Whether a day is closed for these units, or off in the rota: what a series goes by."""
        known: dict[date, bool] = {}

        def is_closed(day: date) -> bool:
            if day not in known:
                off = rota is not None and not rota.on_shift(day)
                known[day] = off or bool(self.closed_why(day, unit_ids))
            return known[day]

        return is_closed


def check_cycle(text: str) -> str:
    """The cycle of a rota in capitals, without blanks. Raises RuleBroken when it is none."""
    cycle = "".join(text.split()).upper()
    if not cycle or len(cycle) > LONGEST_CYCLE:
        raise RuleBroken(
            M_("A rota has from 1 to {most} days. Write one letter for each.", most=LONGEST_CYCLE)
        )
    if wrong := next((each for each in cycle if each != OFF and each not in _LETTERS), ""):
        raise RuleBroken(
            M_(
                "“{sign}” is no shift. Write a letter for a day at work and - for a day off.",
                sign=wrong,
            )
        )
    if set(cycle) == {OFF}:
        raise RuleBroken(M_("This rota has no day at work. Write a letter for each of them."))
    return cycle


def suggested_periods(year: int) -> tuple[ClosedPeriod, ...]:
    """What most Norwegian plants close for; the names are to be translated.

    Fellesferie is by custom weeks 28 to 30, romjul the days between Christmas and New Year.
    """
    monday = date.fromisocalendar(year, 28, 1)
    return (
        ClosedPeriod(0, N_("Common summer holiday"), monday, monday + timedelta(days=20)),
        ClosedPeriod(
            0, N_("Between Christmas and New Year"), date(year, 12, 27), date(year, 12, 31)
        ),
    )
