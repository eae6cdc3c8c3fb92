"""Who answers to whom on a day, and what a new manager makes of the lines before."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.organisation import Person, ReportingLine, within
from lean_desktop.domain.reporting import (
    ONE_DAY,
    Lines,
    Running,
    dotted_on,
    handed_over,
    people_on,
    refuse_overlap,
)

DAY = date(2026, 10, 6)
YESTERDAY = DAY - ONE_DAY
ANNE, BO, CARL = 11, 12, 13
ME = Person(1, "", "Ola", "Aas", manager_id=ANNE, manager="Anne", manager_since=DAY)


def line(to: int, first: date | None, last: date | None, *, dotted: bool = False) -> ReportingLine:
    return ReportingLine(to, 1, "Ola Aas", to, f"P{to}", dotted, first, last)


def managed(person: Person, *lines: ReportingLine, day: date = DAY) -> tuple[int | None, str]:
    (found,) = people_on([person], lines, day)
    return found.manager_id, found.manager


def test_the_manager_of_a_day_is_the_one_whose_line_holds_then() -> None:
    before = line(BO, date(2026, 1, 1), date(2026, 6, 30))
    assert managed(ME, before) == (ANNE, "Anne")
    assert managed(ME, before, day=date(2026, 6, 30)) == (BO, "P12")
    assert managed(ME, before, day=date(2026, 7, 1)) == (None, "")
    assert managed(ME, before, day=date(2025, 12, 31)) == (None, "")


def test_a_line_of_unknown_beginning_runs_always_or_since_the_last_that_ended() -> None:
    unknown = ME._replace(manager_since=None)
    ended = line(BO, date(2026, 1, 1), YESTERDAY)
    assert managed(unknown, day=date.min) == (ANNE, "Anne")
    assert managed(unknown, ended) == (ANNE, "Anne")
    assert managed(unknown, ended, day=date(2025, 1, 1)) == (None, "")


def test_a_manager_to_come_is_not_the_one_of_today() -> None:
    coming = ME._replace(manager_since=DAY + ONE_DAY)
    ending = line(BO, None, DAY)
    assert managed(coming, ending) == (BO, "P12")
    assert managed(coming, ending, day=DAY + ONE_DAY) == (ANNE, "Anne")


def test_since_when_and_everybody_else_is_as_before() -> None:
    other = Person(2, "", "Kari", "Dal", manager_id=1, manager="Ola")
    found = people_on([ME, other], [line(BO, date(2026, 1, 1), YESTERDAY)], YESTERDAY)
    assert [each.manager_since for each in found] == [date(2026, 1, 1), None]
    assert found[1] is other


def test_asking_twice_changes_nothing() -> None:
    lines = [line(BO, None, date(2026, 6, 30))]
    for day in (DAY, YESTERDAY, date(2026, 5, 5)):
        once = people_on([ME], lines, day)
        assert people_on(once, lines, day) == once


def test_dotted_lines_are_no_managers() -> None:
    dotted = line(BO, date(2026, 1, 1), YESTERDAY, dotted=True)
    assert managed(ME, dotted, day=YESTERDAY) == (None, "")
    assert dotted_on([dotted, line(CARL, None, DAY)], YESTERDAY) == [dotted]
    assert dotted_on([dotted], DAY) == []


def given_to(running: Running, *ended: ReportingLine, to: int | None, day: date = DAY) -> Lines:
    return handed_over(Lines(running, ended), to, day)


def test_the_line_that_ran_ends_the_day_before() -> None:
    since = date(2026, 1, 1)
    found = given_to(Running(1, ANNE, since), to=BO)
    assert found.running == Running(1, BO, DAY)
    assert [(each.manager_id, each.valid_from, each.valid_to) for each in found.ended] == [
        (ANNE, since, YESTERDAY)
    ]


def test_a_line_begun_that_day_or_later_is_as_if_it_had_never_been() -> None:
    for since in (DAY, DAY + ONE_DAY):
        assert given_to(Running(1, ANNE, since), to=BO) == Lines(Running(1, BO, DAY))


def test_back_to_the_manager_of_yesterday_goes_on_as_before() -> None:
    since = date(2026, 1, 1)
    away = given_to(Running(1, ANNE, since), to=BO)
    assert handed_over(away, ANNE, DAY) == Lines(Running(1, ANNE, since))


def test_the_same_manager_changes_nothing_unless_from_an_earlier_day() -> None:
    for since in (None, date(2026, 1, 1)):
        lines = Lines(Running(1, ANNE, since))
        assert handed_over(lines, ANNE, DAY) is lines
    assert given_to(Running(1, ANNE, DAY + ONE_DAY), to=ANNE).running.since == DAY


def test_nobody_for_a_manager_and_then_somebody() -> None:
    alone = given_to(Running(1, ANNE), to=None)
    assert (alone.running, len(alone.ended)) == (Running(1), 1)
    found = handed_over(alone, BO, DAY + timedelta(days=30))
    assert found.running.since == DAY + timedelta(days=30)
    assert found.ended == alone.ended


def test_a_change_dated_back_takes_what_came_after_it_away() -> None:
    first = line(ANNE, None, date(2026, 5, 31))
    second = line(BO, date(2026, 6, 1), YESTERDAY)
    found = given_to(Running(1, CARL, DAY), first, second, to=BO, day=date(2026, 3, 1))
    assert found.running == Running(1, BO, date(2026, 3, 1))
    assert found.ended == (first._replace(valid_to=date(2026, 2, 28)),)


DAYS = st.dates(date(2026, 1, 1), date(2026, 1, 9))
TO = st.sampled_from([None, ANNE, BO, CARL])


@given(TO, st.none() | DAYS, st.lists(st.tuples(TO, DAYS), max_size=6))
def test_lines_never_meet_and_days_before_stay_as_they_were(
    first: int | None, since: date | None, changes: list[tuple[int | None, date]]
) -> None:
    found = Lines(Running(1, first, since if first else None))
    told = _told(found)
    for to, day in changes:
        found = handed_over(found, to, day)
        told = {each: told[each] if each < day else to for each in told}
        assert _told(found) == told
        refuse_overlap(found.ended, found.running.since)
        ordered = sorted((each.valid_from or date.min, each.valid_to) for each in found.ended)
        assert all(one[1] < two[0] for one, two in pairwise(ordered) if one[1])


def _told(lines: Lines) -> dict[date, int | None]:
    """Day by day the manager."""
    me = Person(1, "", "", "", manager_id=lines.running.manager_id)
    me = me._replace(manager_since=lines.running.since)
    days = [date(2025, 12, 30) + timedelta(days=n) for n in range(14)]
    return {day: people_on([me], lines.ended, day)[0].manager_id for day in days}


def test_lines_that_meet_are_refused() -> None:
    one, two = line(ANNE, None, DAY), line(BO, DAY, DAY)
    with pytest.raises(RuleBroken):
        refuse_overlap([one, two], None)
    with pytest.raises(RuleBroken):
        refuse_overlap([one], DAY)
    refuse_overlap([one], DAY + ONE_DAY)


def test_dotted_lines_meet_only_where_they_lead_to_the_same() -> None:
    one, two = (line(to, None, None, dotted=True) for to in (ANNE, BO))
    refuse_overlap([one, two, line(ANNE, None, DAY)], DAY + ONE_DAY)
    with pytest.raises(RuleBroken):
        refuse_overlap([one, one._replace(valid_from=DAY)], None)
    assert within(DAY, one.valid_from, one.valid_to)


def test_a_line_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(RuleBroken):
        refuse_overlap([line(ANNE, DAY, YESTERDAY)], None)
