"""Meetings that come back: the rule of a series, and the days it gives when some are closed.

Rules are those of RFC 5545 (RRULE), of which we take the part people use: days, weeks, months and
years, with weekdays, days of the month and months. All times are wall-clock times, so a meeting at
nine stays at nine when the clock is changed.
"""

from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import NamedTuple

from lean_desktop.domain.errors import RuleBroken
from lean_desktop.i18n import M_

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
LONGEST_RULE = 500
MOST_BETWEEN = 99
FARTHEST_MOVE = 31
"""How many days away an open day may be; farther away the meeting is left out."""

_DAY = timedelta(days=1)
_SATURDAY = 5
_MOST_OF_A_WEEKDAY = 5
_LONGEST_MONTH = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class WhenClosed(StrEnum):
    """What becomes of a meeting that would fall on a closed day."""

    SKIP = "skip"
    BEFORE = "before"
    AFTER = "after"


class Frequency(StrEnum):
    """How a rule counts."""

    DAILY = "DAILY"
    WEEKLY = "WEEKLY"
    MONTHLY = "MONTHLY"
    YEARLY = "YEARLY"


class Weekday(NamedTuple):
    """A weekday, Monday is 0; `nth` of its month or year, from the end when negative, 0: each."""

    day: int
    nth: int = 0

    def __str__(self) -> str:
        return f"{self.nth or ''}{WEEKDAYS[self.day]}"


class Rule(NamedTuple):
    """What a rule says. Days of the month count from its end when negative."""

    frequency: Frequency
    interval: int = 1
    weekdays: tuple[Weekday, ...] = ()
    month_days: tuple[int, ...] = ()
    months: tuple[int, ...] = ()

    def __str__(self) -> str:
        """The body of an RRULE: `FREQ=WEEKLY;INTERVAL=2;BYDAY=TU`."""
        parts = {
            "FREQ": self.frequency.value,
            "INTERVAL": str(self.interval) if self.interval > 1 else "",
            "BYMONTH": ",".join(map(str, self.months)),
            "BYMONTHDAY": ",".join(map(str, self.month_days)),
            "BYDAY": ",".join(map(str, self.weekdays)),
        }
        return ";".join(f"{name}={value}" for name, value in parts.items() if value)


class Recurrence(NamedTuple):
    """When the meetings of a series are to be: `rule` is the body of an RRULE.

    It counts from `first_start`, whose time of day holds for all; `minutes` is their length.
    """

    first_start: datetime
    rule: str
    minutes: int
    when_closed: WhenClosed = WhenClosed.AFTER


class Occurrence(NamedTuple):
    """The time the rule gives, and the start of the meeting; None when there is none."""

    slot: datetime
    start: datetime | None


def read_rule(text: str) -> Rule:
    """The rule a text stands for. Raises RuleBroken, with a sentence on what is wrong."""
    if len(text) > LONGEST_RULE:
        raise RuleBroken(M_("That is longer than a rule can be. Keep the days that matter."))
    parts = _parts(text)
    rule = Rule(
        _frequency(parts.pop("FREQ", "")),
        _interval(parts.pop("INTERVAL", "1")),
        tuple(map(_weekday, _listed(parts.pop("BYDAY", "")))),
        tuple(_number(each, -31, 31) for each in _listed(parts.pop("BYMONTHDAY", ""))),
        tuple(_number(each, 1, 12) for each in _listed(parts.pop("BYMONTH", ""))),
    )
    if parts.pop("WKST", "MO") != "MO":
        raise RuleBroken(M_("Weeks begin on Monday here. Leave WKST out."))
    for name in parts:
        raise _unknown(name)
    _refuse_nonsense(rule)
    return rule


def check_rule(text: str, first_start: datetime) -> Rule:
    """The rule, when it gives any day at all counted from `first_start`. Raises RuleBroken."""
    rule = read_rule(text)
    days = rule.month_days
    if not days and not rule.weekdays and rule.frequency in (Frequency.MONTHLY, Frequency.YEARLY):
        days = (first_start.day,)
    longest = max((_LONGEST_MONTH[month - 1] for month in rule.months), default=31)
    if days and min(map(abs, days)) > longest:
        raise RuleBroken(M_("The months of the rule have no such day. Choose an earlier day."))
    return rule


def slots(recurrence: Recurrence, to: date) -> list[datetime]:
    """Every time the rule gives from the first start through the day `to`.

    The first start itself is among them only when it keeps the rule. Raises RuleBroken for a rule
    that is none.
    """
    return list(_slots(recurrence, to))


def occurrences(
    recurrence: Recurrence,
    to: date,
    closed: Callable[[date], bool],
    *,
    weekends: bool = False,
    since: date | None = None,
) -> list[Occurrence]:
    """What becomes of every slot through `to`, from the day `since` or the first, in their order.

    A slot on a closed day is left out or moved, at the same time of day, to the nearest open day
    before or after; not to a weekend, unless `weekends` are worked or the slot falls on that very
    weekday. No two meetings of a series begin at the same time: one that is moved to where another
    is falls out, and so does one with no open day within `FARTHEST_MOVE` days.
    """
    given = slots(recurrence, min(to, date.max - FARTHEST_MOVE * _DAY) + FARTHEST_MOVE * _DAY)
    taken = {slot for slot in given if not closed(slot.date())}
    first = recurrence.first_start.date() if since is None else since
    found = []
    for slot in (each for each in given if first <= each.date() <= to):
        start = start_of(slot, recurrence.when_closed, closed, weekends=weekends)
        if start != slot and start in taken:
            start = None
        if start is not None:
            taken.add(start)
        found.append(Occurrence(slot, start))
    return found


def start_of(
    slot: datetime,
    when_closed: WhenClosed,
    closed: Callable[[date], bool],
    *,
    weekends: bool = False,
) -> datetime | None:
    """Where a slot's meeting goes when it stands alone; see `occurrences`. None when it is left out."""
    if not closed(slot.date()):
        return slot
    if when_closed is WhenClosed.SKIP:
        return None
    step = _DAY if when_closed is WhenClosed.AFTER else -_DAY
    for _, start in zip(range(FARTHEST_MOVE), _steps(slot, step), strict=False):
        fits = weekends or start.weekday() in (*range(_SATURDAY), slot.weekday())
        if fits and not closed(start.date()):
            return start
    return None


def _steps(moment: datetime, step: timedelta) -> Iterator[datetime]:
    while True:
        moment += step
        yield moment


def _slots(recurrence: Recurrence, to: date) -> Iterator[datetime]:
    from dateutil import rrule

    rule = check_rule(recurrence.rule, recurrence.first_start)
    names = {name: getattr(rrule, name) for name in WEEKDAYS}
    by_day = [
        names[WEEKDAYS[each.day]](each.nth) if each.nth else names[WEEKDAYS[each.day]]
        for each in rule.weekdays
    ]
    yield from rrule.rrule(
        getattr(rrule, rule.frequency),
        dtstart=recurrence.first_start,
        interval=rule.interval,
        until=datetime.combine(to, time.max),
        byweekday=by_day or None,
        bymonthday=rule.month_days or None,
        bymonth=rule.months or None,
        wkst=rrule.MO,
    )


def _parts(text: str) -> dict[str, str]:
    """By name, what stands behind it; upper case, since a rule is no prose."""
    found: dict[str, str] = {}
    for part in text.upper().split(";"):
        name, equals, value = part.strip().partition("=")
        if not equals or not value or name in found:
            raise _unknown(part)
        found[name] = value
    return found


def _unknown(part: str) -> RuleBroken:
    return RuleBroken(
        M_(
            "“{part}” cannot stand in a rule. Write it like FREQ=WEEKLY;INTERVAL=2;BYDAY=TU.",
            part=part,
        )
    )


def _frequency(text: str) -> Frequency:
    try:
        return Frequency(text)
    except ValueError:
        raise RuleBroken(M_("A rule counts days, weeks, months or years. Choose one.")) from None


def _interval(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= MOST_BETWEEN:
        raise RuleBroken(M_("Choose a number from 1 to {most}.", most=MOST_BETWEEN))
    return int(text)


def _listed(text: str) -> list[str]:
    return list(dict.fromkeys(text.split(","))) if text else []


def _number(text: str, least: int, most: int) -> int:
    bare = text.removeprefix("-")
    if bare.isascii() and bare.isdigit() and least <= int(text) <= most and int(text) != 0:
        return int(text)
    raise _unknown(text)


def _weekday(text: str) -> Weekday:
    nth, name = text[:-2].removeprefix("+"), text[-2:]
    if name not in WEEKDAYS:
        raise _unknown(text)
    return Weekday(WEEKDAYS.index(name), _number(nth, -53, 53) if nth else 0)


def _refuse_nonsense(rule: Rule) -> None:
    """What RFC 5545 forbids, what its readers disagree on, and what would never meet."""
    nth = {bool(each.nth) for each in rule.weekdays}
    if True in nth and rule.frequency in (Frequency.DAILY, Frequency.WEEKLY):
        raise RuleBroken(M_("Only months and years have a first or last weekday."))
    if len(nth) > 1 or (True in nth and rule.month_days):
        raise RuleBroken(
            M_("Choose either weekdays, the first or last of them, or days of the month.")
        )
    within_month = rule.frequency is Frequency.MONTHLY or rule.months
    if within_month and any(abs(each.nth) > _MOST_OF_A_WEEKDAY for each in rule.weekdays):
        raise RuleBroken(
            M_("A month has at most five of a weekday. Choose the first to fifth, or the last.")
        )
    if rule.frequency is Frequency.WEEKLY and rule.month_days:
        raise RuleBroken(M_("A week has no day of the month. Choose weekdays."))
    if rule.interval > 1 and rule.frequency is Frequency.DAILY and rule[2:] != ((), (), ()):
        raise RuleBroken(M_("Choose either every few days, or certain days."))
    if rule.interval > 1 and rule.frequency is Frequency.MONTHLY and rule.months:
        raise RuleBroken(M_("Choose either every few months, or certain months."))
