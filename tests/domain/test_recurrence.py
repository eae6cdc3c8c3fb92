"""Rules of series: what they give, where their meetings go from closed days, what is refused."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lean_desktop.domain.company_calendar import CompanyCalendar
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.recurrence import (
    Frequency,
    Occurrence,
    Recurrence,
    Rule,
    Weekday,
    WhenClosed,
    check_rule,
    occurrences,
    read_rule,
    slots,
)
from tests.recurrences import DAY, recurrences, slots_by_days, starts_by_days

TUESDAY = datetime(2026, 10, 6, 13)
NEVER: Callable[[date], bool] = lambda _: False  # noqa: E731


def weekly(when: WhenClosed = WhenClosed.AFTER, first: datetime = TUESDAY) -> Recurrence:
    return Recurrence(first, "FREQ=WEEKLY", 45, when)


@given(recurrences, st.integers(0, 900))
def test_slots_are_those_found_day_by_day(recurrence: Recurrence, days: int) -> None:
    to = recurrence.first_start.date() + days * DAY
    rule = read_rule(recurrence.rule)
    assert slots(recurrence, to) == slots_by_days(rule, recurrence.first_start, to)


@given(recurrences, st.integers(0, 500), st.sets(st.integers(-40, 540), max_size=200))
def test_meetings_are_those_found_day_by_day(
    recurrence: Recurrence, days: int, shut: set[int]
) -> None:
    first, to = recurrence.first_start, recurrence.first_start.date() + days * DAY
    off = {first.date() + n * DAY for n in shut}
    closed = CompanyCalendar().closed()
    found = occurrences(recurrence, to, lambda day: day in off or closed(day))
    wide = slots_by_days(read_rule(recurrence.rule), first, to + 31 * DAY)
    starts = starts_by_days(wide, to, recurrence.when_closed, lambda day: day in off or closed(day))
    assert [each.slot for each in found] == [slot for slot in wide if slot.date() <= to]
    assert [each.start for each in found] == starts


@given(recurrences, st.integers(0, 400), st.integers(0, 400), st.sets(st.integers(-40, 840)))
def test_planning_further_changes_nothing_planned(
    recurrence: Recurrence, days: int, more: int, shut: set[int]
) -> None:
    first = recurrence.first_start.date()
    off = {first + n * DAY for n in shut}
    planned = occurrences(recurrence, first + days * DAY, off.__contains__)
    further = occurrences(recurrence, first + (days + more) * DAY, off.__contains__)
    assert further[: len(planned)] == planned
    starts = [each.start for each in further if each.start]
    assert len(starts) == len(set(starts))


@given(recurrences)
def test_a_rule_is_written_as_it_is_read(recurrence: Recurrence) -> None:
    rule = read_rule(recurrence.rule)
    assert read_rule(str(rule)) == rule
    assert read_rule(recurrence.rule.lower()) == rule


def test_reading_a_rule() -> None:
    assert read_rule("INTERVAL=2;FREQ=MONTHLY;BYDAY=1TU,-1FR;WKST=MO") == Rule(
        Frequency.MONTHLY, 2, (Weekday(1, 1), Weekday(4, -1))
    )
    assert read_rule("FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=-1,15") == Rule(
        Frequency.YEARLY, month_days=(-1, 15), months=(3, 9)
    )
    assert str(read_rule("byday=+2we;freq=monthly;interval=1")) == "FREQ=MONTHLY;BYDAY=2WE"


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [
        ("", "cannot stand in a rule"),
        ("FREQ=HOURLY", "days, weeks, months or years"),
        ("BYDAY=TU", "days, weeks, months or years"),
        ("FREQ=WEEKLY;COUNT=3", "“COUNT” cannot stand"),
        ("FREQ=WEEKLY;UNTIL=20261231", "“UNTIL” cannot stand"),
        ("FREQ=WEEKLY;FREQ=DAILY", "cannot stand"),
        ("FREQ=WEEKLY;BYDAY", "cannot stand"),
        ("FREQ=WEEKLY;BYDAY=TI", "“TI” cannot stand"),
        ("FREQ=WEEKLY;INTERVAL=0", "from 1 to 99"),
        ("FREQ=WEEKLY;INTERVAL=²", "from 1 to 99"),
        ("FREQ=WEEKLY;WKST=SU", "begin on Monday"),
        ("FREQ=WEEKLY;BYDAY=1TU", "Only months and years"),
        ("FREQ=WEEKLY;BYMONTHDAY=1", "A week has no day"),
        ("FREQ=MONTHLY;BYMONTHDAY=0", "“0” cannot stand"),
        ("FREQ=MONTHLY;BYMONTHDAY=32", "“32” cannot stand"),
        ("FREQ=MONTHLY;BYMONTHDAY=--1", "“--1” cannot stand"),
        ("FREQ=MONTHLY;BYDAY=6MO", "at most five"),
        ("FREQ=YEARLY;BYMONTH=3;BYDAY=-6MO", "at most five"),
        ("FREQ=MONTHLY;BYDAY=MO,1TU", "Choose either weekdays"),
        ("FREQ=MONTHLY;BYDAY=1TU;BYMONTHDAY=8", "Choose either weekdays"),
        ("FREQ=DAILY;INTERVAL=2;BYDAY=MO", "every few days, or certain days"),
        ("FREQ=MONTHLY;INTERVAL=2;BYMONTH=3", "every few months, or certain months"),
        ("FREQ=WEEKLY;BYDAY=" + ",".join(["MO"] * 200), "longer than a rule"),
    ],
)
def test_a_rule_that_is_none_is_refused(rule: str, sentence: str) -> None:
    with pytest.raises(RuleBroken, match=sentence):
        read_rule(rule)


@pytest.mark.parametrize(
    ("rule", "first"),
    [
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", TUESDAY),
        ("FREQ=DAILY;BYMONTH=4,6;BYMONTHDAY=-31", TUESDAY),
        ("FREQ=MONTHLY;BYMONTH=6", datetime(2026, 10, 31, 9)),
    ],
)
def test_a_rule_without_a_single_day_is_refused(rule: str, first: datetime) -> None:
    with pytest.raises(RuleBroken, match="no such day"):
        check_rule(rule, first)


def test_a_first_start_that_does_not_keep_the_rule_is_no_meeting() -> None:
    found = slots(Recurrence(TUESDAY, "FREQ=WEEKLY;BYDAY=TH", 45), date(2026, 10, 20))
    assert found == [datetime(2026, 10, 8, 13), datetime(2026, 10, 15, 13)]


def test_the_time_of_day_stays_when_the_clock_is_changed() -> None:
    found = slots(weekly(first=datetime(2026, 3, 24, 9)), date(2026, 4, 1))
    assert found == [datetime(2026, 3, 24, 9), datetime(2026, 3, 31, 9)]


def test_what_becomes_of_a_closed_day() -> None:
    first = datetime(2026, 12, 25, 9)  # Christmas Day, a Friday; the 26th is a Saturday
    closed = CompanyCalendar().closed()

    def start(when: WhenClosed) -> datetime | None:
        return occurrences(weekly(when, first), first.date(), closed)[0].start

    assert start(WhenClosed.SKIP) is None
    assert start(WhenClosed.BEFORE) == datetime(2026, 12, 24, 9)
    assert start(WhenClosed.AFTER) == datetime(2026, 12, 28, 9)


def test_a_meeting_moves_to_a_weekend_only_where_weekends_are_worked() -> None:
    friday = datetime(2026, 10, 9, 9)
    closed = {friday.date()}.__contains__
    kept = occurrences(weekly(first=friday), friday.date(), closed)
    worked = occurrences(weekly(first=friday), friday.date(), closed, weekends=True)
    assert kept == [Occurrence(friday, friday + 3 * DAY)]
    assert worked == [Occurrence(friday, friday + DAY)]


def test_a_saturday_moves_to_a_saturday() -> None:
    saturday = datetime(2026, 10, 10, 9)
    closed = {saturday.date() + n * DAY for n in range(7)}.__contains__
    found = occurrences(weekly(first=saturday), saturday.date() + 6 * DAY, closed)
    assert found == [Occurrence(saturday, None)]  # that Saturday has its own meeting
    monthly = Recurrence(saturday, "FREQ=MONTHLY", 45)
    assert occurrences(monthly, saturday.date(), closed)[0].start == saturday + 7 * DAY


def test_meetings_that_meet_on_one_day_are_one() -> None:
    daily = Recurrence(TUESDAY, "FREQ=DAILY", 15)
    closed = {TUESDAY.date(), TUESDAY.date() + DAY}.__contains__
    found = occurrences(daily, TUESDAY.date() + 2 * DAY, closed)
    assert [each.start for each in found] == [None, None, TUESDAY + 2 * DAY]
    spread = Recurrence(TUESDAY, "FREQ=DAILY;INTERVAL=2", 15)
    shut = {TUESDAY.date() + n * DAY for n in (0, 1, 2)}.__contains__
    moved = occurrences(spread, TUESDAY.date() + 3 * DAY, shut)
    assert [each.start for each in moved] == [TUESDAY + 3 * DAY, None]


def test_slots_before_a_day_take_nothing_from_those_after() -> None:
    closed = {TUESDAY.date() + n * DAY for n in range(9)}.__contains__
    to = TUESDAY.date() + 7 * DAY
    assert [each.start for each in occurrences(weekly(), to, closed)] == [TUESDAY + 9 * DAY, None]
    later = occurrences(weekly(), to, closed, since=to)
    assert later == [Occurrence(TUESDAY + 7 * DAY, TUESDAY + 9 * DAY)]


def test_the_search_for_an_open_day_ends() -> None:
    for days, found in ((31, TUESDAY + 31 * DAY), (32, None)):
        closed = {TUESDAY.date() + n * DAY for n in range(days)}.__contains__
        once = Recurrence(TUESDAY, "FREQ=YEARLY", 45)
        worked = occurrences(once, TUESDAY.date(), closed, weekends=True)
        assert worked == [Occurrence(TUESDAY, found)]


def test_the_end_of_time_is_no_trouble() -> None:
    last = datetime.combine(date.max - timedelta(days=3), TUESDAY.time())
    assert len(occurrences(Recurrence(last, "FREQ=DAILY", 45), date.max, NEVER)) > 0
