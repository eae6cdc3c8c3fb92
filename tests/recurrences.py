"""Random series, and their meetings worked out day by day, without a library for rules."""

from calendar import monthrange
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any

from hypothesis import strategies as st

from lean_desktop.domain.recurrence import (
    FARTHEST_MOVE,
    Frequency,
    Recurrence,
    Rule,
    Weekday,
    WhenClosed,
)

DAY = timedelta(days=1)


def _built(*parts: st.SearchStrategy[Any]) -> st.SearchStrategy[Rule]:
    """Not `builds`, which would make up what is left out."""
    return st.tuples(*parts).map(lambda made: Rule(*made))


def _weekdays(nth: st.SearchStrategy[int], most: int) -> st.SearchStrategy[tuple[Weekday, ...]]:
    one = st.tuples(st.integers(0, 6), nth).map(lambda made: Weekday(*made))
    return st.lists(one, max_size=most, unique=True).map(tuple)


_plain = _weekdays(st.just(0), 4)
_counted = _weekdays(st.integers(1, 5) | st.integers(-5, -1), 2)
_of_year = _weekdays(st.integers(1, 53) | st.integers(-53, -1), 2)
_month_day = st.integers(1, 31) | st.integers(-31, -1)
_month_days = st.lists(_month_day, min_size=1, max_size=3, unique=True).map(tuple)
_months = st.lists(st.integers(1, 12), max_size=4, unique=True).map(tuple)
_interval = st.integers(1, 5)


def _rules() -> st.SearchStrategy[Rule]:
    daily, weekly, monthly, yearly = map(st.just, Frequency)
    once, no_days, no_months = st.just(1), st.just(()), st.just(())
    dated = no_days | _month_days
    return st.one_of(
        _built(daily, _interval),
        _built(daily, once, _plain, dated, _months),
        _built(weekly, _interval, _plain, no_days, _months),
        _built(monthly, _interval, _counted),
        _built(monthly, _interval, _plain, dated),
        _built(monthly, once, _plain | _counted, no_days, _months),
        _built(yearly, _interval, _plain, dated, _months),
        _built(yearly, _interval, _counted, no_days, _months),
        _built(yearly, _interval, _of_year, no_days, no_months),
    )


def _is_possible(recurrence: Recurrence) -> bool:
    """Not the 30th of February, nor a rule that is to fall on the first start's 31st of June."""
    parts = dict(part.split("=") for part in recurrence.rule.split(";"))
    months = [int(each) for each in parts.get("BYMONTH", "").split(",") if each]
    days = [abs(int(each)) for each in parts.get("BYMONTHDAY", "").split(",") if each]
    if not days and "BYDAY" not in parts and parts["FREQ"] in ("MONTHLY", "YEARLY"):
        days = [recurrence.first_start.day]
    return (
        not months
        or not days
        or any(day <= monthrange(2024, month)[1] for day in days for month in months)
    )


_starts = st.builds(
    datetime.combine,
    st.dates(date(2024, 1, 1), date(2028, 12, 31)),
    st.builds(time, st.integers(4, 20), st.sampled_from([0, 15, 30, 45])),
)

recurrences = st.builds(
    Recurrence,
    _starts,
    _rules().map(str),
    st.integers(5, 180),
    st.sampled_from(WhenClosed),
).filter(_is_possible)


def slots_by_days(rule: Rule, first: datetime, to: date) -> list[datetime]:
    """Every day on its own is asked whether it keeps the rule."""
    days = (first.date() + n * DAY for n in range((to - first.date()).days + 1))
    return [datetime.combine(day, first.time()) for day in days if _keeps(day, rule, first.date())]


def starts_by_days(
    given: list[datetime], to: date, when: WhenClosed, closed: Callable[[date], bool]
) -> list[datetime | None]:
    """Where the meetings of these slots go, the slots after `to` standing where they are."""
    taken = [slot for slot in given if not closed(slot.date())]
    starts: list[datetime | None] = []
    for slot in given:
        if slot.date() > to:
            break
        if not closed(slot.date()):
            starts.append(slot)
            continue
        sign = {WhenClosed.AFTER: 1, WhenClosed.BEFORE: -1, WhenClosed.SKIP: 0}[when]
        there = [slot + sign * n * DAY for n in range(1, FARTHEST_MOVE + 1)]
        fit = [
            day
            for day in there
            if sign
            and not closed(day.date())
            and (day.weekday() < 5 or day.weekday() == slot.weekday())
        ]
        start = fit[0] if fit and fit[0] not in taken else None
        starts.append(start)
        taken += [start] if start else []
    return starts


def _keeps(day: date, rule: Rule, first: date) -> bool:
    if rule.months and day.month not in rule.months:
        return False
    days = rule.month_days
    if not days and not rule.weekdays and rule.frequency in (Frequency.MONTHLY, Frequency.YEARLY):
        days = (first.day,)
        if rule.frequency is Frequency.YEARLY and not rule.months and day.month != first.month:
            return False
    length = monthrange(day.year, day.month)[1]
    if days and day.day not in days and day.day - length - 1 not in days:
        return False
    return _apart(day, rule.frequency, first) % rule.interval == 0 and _on_weekday(day, rule, first)


def _apart(day: date, frequency: Frequency, first: date) -> int:
    match frequency:
        case Frequency.DAILY:
            return (day - first).days
        case Frequency.WEEKLY:
            return (day.toordinal() - 1) // 7 - (first.toordinal() - 1) // 7
        case Frequency.MONTHLY:
            return (day.year - first.year) * 12 + day.month - first.month
        case Frequency.YEARLY:
            return day.year - first.year


def _on_weekday(day: date, rule: Rule, first: date) -> bool:
    if not rule.weekdays:
        return rule.frequency is not Frequency.WEEKLY or day.weekday() == first.weekday()
    if rule.frequency is Frequency.MONTHLY or rule.months:
        place, length = day.day, monthrange(day.year, day.month)[1]
    else:
        place = day.timetuple().tm_yday
        length = date(day.year, 12, 31).timetuple().tm_yday
    counts = {0, (place + 6) // 7, -((length - place) // 7 + 1)}
    return any(each.day == day.weekday() and each.nth in counts for each in rule.weekdays)
