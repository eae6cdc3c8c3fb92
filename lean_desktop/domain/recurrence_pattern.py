"""How a form asks for the rule of a series, and how it is said in words."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.recurrence import Frequency, Rule, Weekday, read_rule
from lean_desktop.i18n import M_, N_, Language

WORKING_WEEK = (0, 1, 2, 3, 4)
LAST = -1

WEEKDAY_NAMES = (
    *(N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday")),
    *(N_("Saturday"), N_("Sunday")),
)
NTH_NAMES = {
    1: N_("first"),
    2: N_("second"),
    3: N_("third"),
    4: N_("fourth"),
    5: N_("fifth"),
    LAST: N_("last"),
}


class Every(StrEnum):
    """What comes back."""

    DAY = "day"
    WORKING_DAY = "working_day"
    WEEK = "week"
    MONTH_DAY = "month_day"
    MONTH_WEEKDAY = "month_weekday"


EVERY_NAMES = {
    Every.DAY: N_("Every day"),
    Every.WORKING_DAY: N_("Every working day"),
    Every.WEEK: N_("Every week"),
    Every.MONTH_DAY: N_("Every month on a date"),
    Every.MONTH_WEEKDAY: N_("Every month on a weekday"),
}


class Pattern(NamedTuple):
    """A rule as a form shows it; each kind uses its own fields.

    Every `interval` days, weeks or months: weeks on `weekdays` (Monday is 0), months on `day`, or
    on the `nth` one of `weekday`. `LAST` for the last day or weekday of the month.
    """

    every: Every
    interval: int = 1
    weekdays: tuple[int, ...] = ()
    day: int = 1
    nth: int = 1
    weekday: int = 0


def usual_pattern(first: date) -> Pattern:
    """What a new series begins with: every week on that weekday; the other fields suit the day."""
    nth = (first.day - 1) // 7 + 1
    return Pattern(Every.WEEK, 1, (first.weekday(),), first.day, nth, first.weekday())


def rule_of(pattern: Pattern) -> str:
    """The rule of a pattern. Raises RuleBroken when no weekday is chosen, or a number is too high."""
    if pattern.every is Every.WEEK and not pattern.weekdays:
        raise RuleBroken(M_("Choose at least one weekday."))
    return str(read_rule(str(_rule(pattern))))


def _rule(pattern: Pattern) -> Rule:
    match pattern.every:
        case Every.DAY:
            return Rule(Frequency.DAILY, pattern.interval)
        case Every.WORKING_DAY:
            return Rule(Frequency.WEEKLY, 1, tuple(map(Weekday, WORKING_WEEK)))
        case Every.WEEK:
            days = tuple(Weekday(day) for day in sorted(set(pattern.weekdays)))
            return Rule(Frequency.WEEKLY, pattern.interval, days)
        case Every.MONTH_DAY:
            return Rule(Frequency.MONTHLY, pattern.interval, month_days=(pattern.day,))
        case Every.MONTH_WEEKDAY:
            chosen = Weekday(pattern.weekday, pattern.nth)
            return Rule(Frequency.MONTHLY, pattern.interval, (chosen,))


def pattern_of(text: str, first: date) -> Pattern | None:
    """The pattern a rule counted from `first` follows, or None: then a form shows the rule itself.

    Raises RuleBroken for a rule that is none.
    """
    rule = read_rule(text)
    usual = usual_pattern(first)._replace(interval=rule.interval)
    days = tuple(sorted(each.day for each in rule.weekdays))
    if rule.months:
        return None
    match rule:
        case Rule(Frequency.DAILY, _, (), ()):
            return usual._replace(every=Every.DAY)
        case Rule(Frequency.DAILY | Frequency.WEEKLY, 1, _, ()) if days == WORKING_WEEK:
            return usual._replace(every=Every.WORKING_DAY, weekdays=days)
        case Rule(Frequency.DAILY | Frequency.WEEKLY, _, _, ()):
            return usual._replace(weekdays=days or usual.weekdays)
        case Rule(Frequency.MONTHLY, _, (), ()):
            return usual._replace(every=Every.MONTH_DAY)
        case Rule(Frequency.MONTHLY, _, (), (day,)) if day >= LAST:
            return usual._replace(every=Every.MONTH_DAY, day=day)
        case Rule(Frequency.MONTHLY, _, (Weekday(day, nth),), ()) if nth in NTH_NAMES:
            return usual._replace(every=Every.MONTH_WEEKDAY, nth=nth, weekday=day)
    return None


def rule_words(text: str, first: date, t: Language) -> str:
    """The rule in words, `Every 2nd week on Tuesday`; the rule itself where we have no words."""
    try:
        pattern = pattern_of(text, first)
    except RuleBroken:
        return text
    return text if pattern is None else words(pattern, t)


def how_often(text: str, first: date, t: Language) -> str:
    """The rule in as few words as will do in a list, `Every 2nd week`; "" where we have none."""
    try:
        pattern = pattern_of(text, first)
    except RuleBroken:
        return ""
    if pattern is None:
        return ""
    if pattern.every is Every.WEEK:
        return _every(pattern.interval, t, N_("Every week"), N_("Every {nth} week"))
    if pattern.every in (Every.MONTH_DAY, Every.MONTH_WEEKDAY):
        return _every(pattern.interval, t, N_("Every month"), N_("Every {nth} month"))
    return words(pattern, t)


def words(pattern: Pattern, t: Language) -> str:
    """The pattern in words."""
    match pattern.every:
        case Every.DAY:
            return _every(pattern.interval, t, N_("Every day"), N_("Every {nth} day"))
        case Every.WORKING_DAY:
            return t(EVERY_NAMES[Every.WORKING_DAY])
        case Every.WEEK:
            every = _every(pattern.interval, t, N_("Every week"), N_("Every {nth} week"))
            days = _listed([t(WEEKDAY_NAMES[day]) for day in sorted(set(pattern.weekdays))], t)
            return t("{every} on {days}", every=every, days=days)
    every = _every(pattern.interval, t, N_("Every month"), N_("Every {nth} month"))
    if pattern.every is Every.MONTH_WEEKDAY:
        nth, day = t(NTH_NAMES[pattern.nth]), t(WEEKDAY_NAMES[pattern.weekday])
        return t("{every} on the {nth} {weekday}", every=every, nth=nth, weekday=day)
    if pattern.day == LAST:
        return t("{every} on the last day", every=every)
    return t("{every} on day {day}", every=every, day=pattern.day)


def _every(interval: int, t: Language, one: str, several: str) -> str:
    return t(one) if interval == 1 else t(several, nth=_ordinal(interval, t))


def _ordinal(n: int, t: Language) -> str:
    """`2nd`, in Norwegian `2.`."""
    pattern = _ORDINALS.get(n % 10, _TH)
    return t(_TH if n % 100 in (11, 12, 13) else pattern, n=n)


_TH = N_("{n}th")
_ORDINALS = {1: N_("{n}st"), 2: N_("{n}nd"), 3: N_("{n}rd")}


def _listed(names: Sequence[str], t: Language) -> str:
    if len(names) < 2:
        return "".join(names)
    return t("{names} and {last}", names=", ".join(names[:-1]), last=names[-1])
