"""Moving phases of a small plan: who goes along, and who is held back."""

from datetime import timedelta

from lean_desktop.domain.cascade.shifting import (
    latest_finish,
    rescheduled,
    what_moves,
    wishes_after,
)
from tests.domain.cascade.plans import MONDAY, PLAN, after


def test_what_waits_follows() -> None:
    wishes = wishes_after(PLAN, {1}, 14)
    assert wishes == {1: after(2)}
    moved = [(each.phase.name, each.days) for each in what_moves(PLAN, wishes)]
    assert moved == [("Planlegging", 14), ("Analyse", 14), ("Drift", 14)]


def test_one_that_waits_is_moved_later_by_a_wish_of_its_own() -> None:
    assert wishes_after(PLAN, {2}, 7) == {2: after(5)}
    later = rescheduled(PLAN, {2: after(5)})
    assert (later[2].start, later[3].start) == (after(5), after(9))


def test_it_is_not_moved_before_what_it_waits_for() -> None:
    assert wishes_after(PLAN, {2}, -7) == {2: None}
    plan = PLAN._replace(phases=tuple(rescheduled(PLAN, {2: after(6)}).values()))
    assert wishes_after(plan, {2}, -7) == {2: after(5)}
    assert wishes_after(plan, {2}, -14) == {2: None}


def test_a_whole_wave_moves_together() -> None:
    wishes = wishes_after(PLAN, {1, 2, 3}, 7)
    assert wishes == {1: after(1)}
    after_it = rescheduled(PLAN, wishes)
    assert [after_it[key].start for key in (1, 2, 3)] == [after(1), after(5), after(9)]


def test_the_latest_end() -> None:
    assert latest_finish(PLAN.phases) == after(20) - timedelta(days=1)
    assert latest_finish(()) is None
    ended = PLAN.phases[3]._replace(ended=after(12))
    assert rescheduled(PLAN._replace(phases=(ended,), dependencies=()), {})[4].finish == after(12)
    assert MONDAY.weekday() == 0
