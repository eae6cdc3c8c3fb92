"""Hours asked for and hours there are, week by week; and when a further team fits."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lean_desktop.domain.cascade.capacity import (
    SEARCHED,
    Capacity,
    Part,
    Stage,
    earliest_start,
    runs_over,
    weekly,
)
from lean_desktop.domain.cascade.plan import Kind, Phase

MONDAY = date(2026, 11, 2)
COORDINATOR, FACILITATOR, INSTRUCTOR = Part
NEEDS = {
    Kind.START_UP: {COORDINATOR: 10.0},
    Kind.PILOT: {COORDINATOR: 6.0, FACILITATOR: 8.0},
}
CAPACITY = Capacity(NEEDS, {COORDINATOR: 12.0, FACILITATOR: 16.0})


def later(weeks: int, days: int = 0) -> date:
    return MONDAY + timedelta(weeks=weeks, days=days)


def phase(start: date, weeks: int, kind: Kind = Kind.PILOT) -> Phase:
    return Phase(1, 1, None, 0, "P", kind, weeks, start)


def hours(phases: list[Phase], part: Part, capacity: Capacity = CAPACITY) -> list[float]:
    return [week.need[part] for week in weekly(phases, capacity)]


def test_each_week_asks_for_what_its_phases_need() -> None:
    phases = [phase(MONDAY, 2, Kind.START_UP), phase(later(1), 2)]
    told = weekly(phases, CAPACITY)
    assert [week.monday for week in told] == [MONDAY, later(1), later(2)]
    assert [week.need[COORDINATOR] for week in told] == [10, 16, 6]
    assert [week.need[FACILITATOR] for week in told] == [0, 8, 8]
    assert [week.need[INSTRUCTOR] for week in told] == [0, 0, 0]
    assert [week.over for week in told] == [{}, {COORDINATOR: 4}, {}]
    assert weekly([], CAPACITY) == []


def test_part_of_a_week_asks_for_part_of_its_hours() -> None:
    wednesday = later(0, 2)
    assert hours([phase(wednesday, 1)], COORDINATOR) == [pytest.approx(3.6), pytest.approx(2.4)]
    assert hours([phase(later(0, 5), 1)], COORDINATOR) == [0, 6]
    handed_over = [phase(MONDAY, 1)._replace(ended=later(0, 1)), phase(wednesday, 1)]
    assert hours(handed_over, COORDINATOR)[0] == 6


def test_a_kind_or_a_part_nobody_said_anything_of_is_never_over() -> None:
    other = weekly([phase(MONDAY, 1, Kind.OTHER)], CAPACITY)
    assert [week.need[COORDINATOR] for week in other] == [0]
    unsaid = Capacity({Kind.PILOT: {INSTRUCTOR: 99.0}}, {COORDINATOR: 1.0})
    assert [week.over for week in weekly([phase(MONDAY, 1)], unsaid)] == [{}]
    said = unsaid._replace(supply={INSTRUCTOR: 0.0})
    assert [week.over for week in weekly([phase(MONDAY, 1)], said)] == [{INSTRUCTOR: 99}]


def test_an_open_end_goes_on_to_the_horizon_or_until_it_ended() -> None:
    going = phase(MONDAY, 2)._replace(open_ended=True)
    other = phase(MONDAY, 4, Kind.OTHER)
    assert hours([going], COORDINATOR) == [6, 6]
    assert hours([going, other], COORDINATOR) == [6, 6, 6, 6]
    assert hours([going._replace(ended=later(1, -1)), other], COORDINATOR) == [6, 0, 0, 0]
    told = weekly([going, other], CAPACITY, later(6, -1))
    assert [week.need[COORDINATOR] for week in told] == [6] * 6
    assert len(weekly([going, other], CAPACITY, MONDAY)) == 4


def test_a_week_that_is_closed_asks_for_nothing() -> None:
    shut = CAPACITY._replace(closed=lambda day: later(1) <= day < later(2) or day == later(2))
    assert hours([phase(MONDAY, 3)], COORDINATOR, shut) == [6, 0, 6]


def test_weeks_over_are_joined() -> None:
    phases = [
        *[phase(MONDAY, 3)] * 3,
        phase(later(1), 1, Kind.START_UP),
        *[phase(later(5), 1)] * 3,
        *[phase(later(7), 1, Kind.START_UP)] * 2,
    ]
    found = runs_over(weekly(phases, CAPACITY))
    assert found == [
        (COORDINATOR, MONDAY, later(3, -1), 16.0),
        (FACILITATOR, MONDAY, later(3, -1), 8.0),
        (COORDINATOR, later(5), later(6, -1), 6.0),
        (FACILITATOR, later(5), later(6, -1), 8.0),
        (COORDINATOR, later(7), later(8, -1), 8.0),
    ]


def test_the_rounding_of_a_sum_is_not_over() -> None:
    tenths = Capacity({Kind.PILOT: {COORDINATOR: 0.1}}, {COORDINATOR: 0.3})
    assert runs_over(weekly([phase(MONDAY, 1)] * 3, tenths)) == []
    assert earliest_start([phase(MONDAY, 1)] * 2, [Stage(Kind.PILOT, 1)], tenths, MONDAY) == MONDAY


def test_a_further_team_begins_when_it_fits() -> None:
    phases = [phase(MONDAY, 4)] * 2
    team = [Stage(Kind.PILOT, 3)]
    assert earliest_start(phases, team, CAPACITY, MONDAY) == later(4)
    assert earliest_start(phases[:1], team, CAPACITY, MONDAY) == MONDAY
    assert earliest_start(phases[:1], team, CAPACITY, later(0, 1)) == later(1)
    gap = [*phases, *[phase(later(6), 4)] * 2]
    assert earliest_start(gap, team, CAPACITY, MONDAY) == later(10)
    assert earliest_start(gap, [Stage(Kind.PILOT, 2)], CAPACITY, MONDAY) == later(4)
    first = [Stage(Kind.OTHER, 2), Stage(Kind.PILOT, 2)]
    assert earliest_start(gap, first, CAPACITY, MONDAY) == later(2)
    shut = CAPACITY._replace(closed=lambda day: later(6) <= day < later(7))
    assert earliest_start(gap, team, shut, MONDAY) == later(4)


def test_a_further_team_never_fits_where_there_is_no_end_or_too_little() -> None:
    going = [phase(MONDAY, 1)._replace(open_ended=True)] * 2
    team = [Stage(Kind.PILOT, 1)]
    assert earliest_start(going, team, CAPACITY, MONDAY) is None
    assert earliest_start([], team, CAPACITY._replace(supply={FACILITATOR: 7.9}), MONDAY) is None
    last = [phase(MONDAY, SEARCHED - 1)] * 2
    assert earliest_start(last, team, CAPACITY, MONDAY) == later(SEARCHED - 1)
    assert earliest_start([phase(MONDAY, SEARCHED)] * 2, team, CAPACITY, MONDAY) is None


def test_what_is_over_already_hinders_only_those_who_ask_for_the_same() -> None:
    over = [phase(MONDAY, 4, Kind.START_UP)] * 2
    needs = {**NEEDS, Kind.EXPANSION: {FACILITATOR: 16.0}}
    capacity = CAPACITY._replace(needs=needs)
    assert earliest_start(over, [Stage(Kind.EXPANSION, 2)], capacity, MONDAY) == MONDAY
    assert earliest_start(over, [Stage(Kind.PILOT, 2)], capacity, MONDAY) == later(4)


some_phases = st.lists(
    st.builds(
        phase,
        st.integers(0, 40).map(lambda days: later(0, days)),
        st.integers(1, 5),
        st.sampled_from((Kind.PILOT, Kind.START_UP)),
    ),
    min_size=1,
    max_size=6,
)


@given(some_phases, st.frozensets(st.integers(0, 9)))
def test_every_week_equals_the_days_counted_one_by_one(
    phases: list[Phase], shut: frozenset[int]
) -> None:
    def closed(day: date) -> bool:
        return (day - MONDAY).days // 7 in shut

    for week in weekly(phases, CAPACITY._replace(closed=closed)):
        days = [week.monday + timedelta(days=each) for each in range(5)]
        present = [
            NEEDS[each.kind].get(COORDINATOR, 0) / 5
            for day in days
            for each in phases
            if each.start <= day <= each.finish and not closed(day)
        ]
        assert week.need[COORDINATOR] == pytest.approx(sum(present), abs=0.006)


@given(some_phases, st.integers(1, 4))
def test_with_the_further_team_no_more_weeks_are_over(phases: list[Phase], weeks: int) -> None:
    found = earliest_start(phases, [Stage(Kind.PILOT, weeks)], CAPACITY, MONDAY)
    assert found is not None
    assert found.weekday() == 0
    before = {week.monday: week.over for week in weekly(phases, CAPACITY)}
    for week in weekly([*phases, phase(found, weeks)], CAPACITY):
        assert week.over == before.get(week.monday, {})
    if found > MONDAY:
        sooner = weekly([*phases, phase(found - timedelta(weeks=1), weeks)], CAPACITY)
        assert any(week.over for week in sooner)
