"""Moving phases: the wishes it leaves behind, and what follows from it before it is done."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lean_desktop.domain.cascade.gates import Gate
from lean_desktop.domain.cascade.plan import Dependency, Kind, Phase, Plan, Tie, Wave
from lean_desktop.domain.cascade.shifting import (
    rescheduled,
    scheduled,
    what_follows,
    what_if,
    what_moves,
    wishes_after,
)
from lean_desktop.domain.errors import RuleBroken

MONDAY = date(2026, 11, 2)
WAVES = (Wave(1, 1, 0, "Pilot", Kind.PILOT), Wave(2, 1, 1, "Nye", Kind.NEW_PILOTS))


def later(weeks: int, days: int = 0) -> date:
    return MONDAY + timedelta(weeks=weeks, days=days)


def phase(key: int, wave_id: int = 1, weeks: int = 4, wished: date | None = None) -> Phase:
    return Phase(key, wave_id, None, key, f"P{key}", Kind.PILOT, weeks, MONDAY, wished)


def made(phases: list[Phase], ties: list[Dependency], gates: tuple[Gate, ...] = ()) -> Plan:
    there = tuple(scheduled(phases, ties, MONDAY))
    return Plan(1, "Plan", MONDAY, waves=WAVES, phases=there, dependencies=tuple(ties), gates=gates)


def two_waves(*gates: Gate) -> Plan:
    """A chain of two phases in wave 1, and in wave 2 one that begins two weeks after its first."""
    ties = [Dependency(1, 1, 2), Dependency(2, 1, 3, Tie.START_START, 14)]
    return made([phase(1), phase(2), phase(3, 2, weeks=6)], ties, gates)


def test_what_waits_goes_along_without_a_wish_of_its_own() -> None:
    plan = two_waves()
    assert [each.start for each in plan.phases] == [MONDAY, later(4), later(2)]
    wishes = wishes_after(plan, [1, 2], 21)
    assert wishes == {1: later(3)}
    moves = what_moves(plan, wishes)
    assert [(each.phase.id, each.start, each.days) for each in moves] == [
        (1, later(3), 21),
        (2, later(7), 21),
        (3, later(5), 21),
    ]
    assert moves[0].finish == later(7, -1)


def test_one_that_would_come_before_what_it_waits_for_has_no_wish() -> None:
    plan = two_waves()
    assert wishes_after(plan, [2], 10) == {2: later(4, 10)}
    assert wishes_after(plan, [2], -7) == {2: None}
    assert wishes_after(plan, [2], 0) == {2: None}
    held = made([phase(1), phase(2, wished=later(6))], [Dependency(1, 1, 2)])
    assert wishes_after(held, [2], -14) == {2: None}
    assert wishes_after(held, [2], -7) == {2: later(5)}
    assert wishes_after(held, [1, 2], 14) == {1: later(2), 2: later(8)}


def test_a_phase_that_has_ended_lets_the_next_begin_then() -> None:
    ended = phase(1)._replace(ended=later(2), open_ended=True)
    found = scheduled(
        [phase(3), ended, phase(2)], [Dependency(1, 3, 1), Dependency(2, 1, 2)], MONDAY
    )
    assert [each.start for each in found] == [MONDAY, later(4), later(4, 1)]
    assert [each.days for each in found] == [28, 1, 28]


def test_days_beyond_all_bounds_do_no_harm() -> None:
    far = [phase(1, wished=date(9990, 1, 1)), phase(2), phase(3, weeks=520)]
    ties = [Dependency(1, 1, 2), Dependency(2, 1, 3, lag=3650), Dependency(3, 4, 2)]
    plan = made(far, ties)
    assert max(each.finish for each in plan.phases).year < 9999
    assert wishes_after(plan, [1], 10**9)[1] == date(9900, 1, 1)
    assert wishes_after(plan, [1], -(10**9))[1] == date(1, 1, 1)


def test_what_if_a_wave_begins_later() -> None:
    own = Gate(1, 1, "Har sin dag", later(5))
    free = Gate(2, 2, "Følger fasen")
    plan = two_waves(own, free, Gate(3, 3, "Sen nok", later(60)))
    told = what_if(plan, [1], 3)
    assert told.wishes == {1: later(3)}
    assert [each.phase.id for each in told.moves] == [1, 2, 3]
    assert [(each.wave_id, each.before, each.after, each.days) for each in told.waves] == [
        (1, later(8, -1), later(11, -1), 21),
        (2, later(8, -1), later(11, -1), 21),
    ]
    assert told.whole == (None, later(8, -1), later(11, -1))
    assert [(each.gate, each.before, each.after, each.too_early) for each in told.gates] == [
        (own, later(5), later(5), True),
        (free, later(8, -1), later(11, -1), False),
    ]
    assert told.plan.phases == tuple(rescheduled(plan, told.wishes).values())


def test_what_if_leaves_what_has_ended_and_what_does_not_wait() -> None:
    done = phase(1, wished=MONDAY)._replace(ended=later(3))
    plan = made([done, phase(2), phase(3, 2)], [Dependency(1, 1, 2)])
    told = what_if(plan, [1], 2)
    assert told.wishes == {2: later(5, 1)}
    assert [each.phase.id for each in told.moves] == [2]
    assert [each.days for each in told.waves] == [14, 0]
    back = what_if(plan, [1], -2)
    assert (back.wishes, back.moves) == ({2: None}, ())


def test_a_wave_without_phases_has_no_end() -> None:
    told = what_if(made([phase(1)], []), [2], 5)
    assert (told.waves[1].before, told.waves[1].after, told.waves[1].days) == (None, None, 0)
    assert told.moves == ()
    assert what_follows(made([], []), {}).whole == (None, None, None)


def test_a_circle_is_refused() -> None:
    circle = (Dependency(1, 1, 2), Dependency(2, 2, 1))
    with pytest.raises(RuleBroken, match="“P1”"):
        what_if(two_waves()._replace(dependencies=circle), [1], 1)


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    n = draw(st.integers(1, 7))
    wishes = st.none() | st.integers(-30, 60).map(lambda days: later(0, days))
    waves, weeks = st.sampled_from((1, 2)), st.integers(1, 6)
    phases = [phase(key, draw(waves), draw(weeks), draw(wishes)) for key in range(1, n + 1)]
    pairs = st.tuples(st.integers(1, n), st.integers(1, n)).filter(lambda pair: pair[0] < pair[1])
    chosen = draw(st.lists(pairs, unique=True, max_size=9)) if n > 1 else []
    ties = [
        Dependency(at, *pair, draw(st.sampled_from(Tie)), draw(st.integers(-14, 14)))
        for at, pair in enumerate(chosen, 1)
    ]
    return made(phases, ties)


@given(plans(), st.frozensets(st.integers(1, 7)), st.integers(-40, 40))
def test_a_wish_is_kept_only_where_it_says_more_than_the_ties(
    plan: Plan, keys: frozenset[int], days: int
) -> None:
    wishes = wishes_after(plan, keys, days)
    after = rescheduled(plan, wishes)
    waiting = {tie.after_id for tie in plan.dependencies}
    for key, day in wishes.items():
        without = rescheduled(plan, {**wishes, key: None})[key].start
        old = next(each.start for each in plan.phases if each.id == key)
        if day is None:
            assert key in waiting
            assert after[key].start >= old + timedelta(days=days)
        else:
            assert day == after[key].start == old + timedelta(days=days)
            assert key not in waiting or day > without
