"""Waves, teams and phases as one reads them, with what their bars span."""

from datetime import date, timedelta

from lean_desktop.domain.cascade.gates import Gate
from lean_desktop.domain.cascade.outline import Level, outline, walked
from lean_desktop.domain.cascade.plan import Frozen
from lean_desktop.domain.cascade.slip import slips
from tests.domain.cascade.plans import MONDAY, PLAN, after


def test_a_team_with_one_phase_is_that_phase() -> None:
    lines = [(each.level, each.name) for each in walked(outline(PLAN))]
    assert lines == [
        (Level.WAVE, "Bølge 1"),
        (Level.PHASE, "Planlegging"),
        (Level.TEAM, "Maskinering"),
        (Level.PHASE, "Analyse"),
        (Level.PHASE, "Drift"),
        (Level.WAVE, "Bølge 2"),
        (Level.PHASE, "Lager"),
    ]


def test_a_bar_spans_all_its_phases_and_what_is_open_reaches_today() -> None:
    first, second = outline(PLAN)
    assert (first.start, first.finish) == (MONDAY, after(20) - timedelta(days=1))
    assert first.is_open
    assert first.reaches(after(3)) == first.finish
    assert first.reaches(after(30)) == after(30)
    assert not second.is_open
    assert second.reaches(after(30)) == second.finish
    assert outline(PLAN._replace(phases=()))[0].start is None


def test_what_was_frozen_and_how_far_it_slipped() -> None:
    frozen = (
        Frozen(2, "Analyse", after(3), after(7) - timedelta(days=1)),
        Frozen(3, "Drift", after(7), after(19) - timedelta(days=1)),
        Frozen(None, "Borte", after(1), after(2)),
    )
    plan = PLAN._replace(frozen=frozen, frozen_on=date(2026, 4, 1))
    team = outline(plan)[0].below[1]
    assert team.frozen == (after(3), after(19) - timedelta(days=1))
    assert [each.slip for each in team.below] == [7, 7]
    assert team.slip == 7
    assert outline(plan)[1].slip is None
    assert slips(plan)[2] == (7, 7)


def test_a_gate_stands_where_its_phase_ends_unless_it_has_a_day() -> None:
    plan = PLAN._replace(gates=(Gate(1, 1, "A"), Gate(2, 4, "B", after(15))))
    lines = {each.name: each for each in walked(outline(plan))}
    assert [day for _, day in lines["Planlegging"].gates] == [after(4) - timedelta(days=1)]
    assert [day for _, day in lines["Lager"].gates] == [after(15)]
    assert lines["Bølge 1"].gates == ()


def test_progress_is_counted_from_the_checklists() -> None:
    phases = tuple(each._replace(items=4, done=each.id) for each in PLAN.phases)
    assert outline(PLAN._replace(phases=phases))[0].progress == (6, 12)
