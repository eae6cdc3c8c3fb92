"""Cascade plans: teams join with their phases, what waits follows, and every change is one step."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from lean_desktop.document.document import Document
from lean_desktop.domain.cascade.gates import Criterion, CriterionKind, Decision
from lean_desktop.domain.cascade.plan import Kind, Plan, Tie
from lean_desktop.domain.cascade.templates import PhaseTemplate
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.edits import cascade
from lean_desktop.queries import cascade as queries
from tests.dumps import dump
from tests.plants import STEP, TODAY, Plant

Planted = tuple[Document, Plant]
MONDAY = date(2026, 10, 5)
TWO = [
    PhaseTemplate(0, "Planlegging", Kind.PILOT, 4, items=("Mandat", "Tavle", " ")),
    PhaseTemplate(0, "Drift", Kind.PILOT, 12, open_ended=True),
]


@pytest.fixture
def planned(plant: Planted) -> tuple[Document, Plant, int]:
    document, keys = plant
    waves = [("Oppstart", Kind.START_UP, TWO[:1]), ("Bølge 1", Kind.PILOT, ())]
    begun = document.edit(STEP, cascade.begin_plan, "Kaskade", MONDAY, waves)
    return document, keys, begun.result


Planned = tuple[Document, Plant, int]


def read(document: Document, key: int) -> Plan:
    found = document.read(queries.plan, key)
    assert found is not None
    return found


def join(planned: Planned, **more: Any) -> Plan:
    document, keys, key = planned
    wave_id = read(document, key).waves[1].id
    document.edit(STEP, lambda c, /: cascade.add_team(c, wave_id, keys.group, TWO, MONDAY, **more))
    return read(document, key)


def test_a_plan_begins_with_its_waves(planned: Planned) -> None:
    document, _, key = planned
    plan = read(document, key)
    assert [(each.name, each.kind) for each in plan.waves] == [
        ("Oppstart", Kind.START_UP),
        ("Bølge 1", Kind.PILOT),
    ]
    assert [(each.name, each.start) for each in plan.phases] == [("Planlegging", MONDAY)]
    assert [each.name for each in document.read(queries.plan_names)] == ["Kaskade"]


def test_a_team_joins_with_its_phases_one_after_the_other(planned: Planned) -> None:
    plan = join(planned)
    (team,) = plan.teams
    assert team.group == "Montering"
    own = [each for each in plan.phases if each.team_id == team.id]
    assert [(each.name, each.start, each.open_ended) for each in own] == [
        ("Planlegging", MONDAY, False),
        ("Drift", MONDAY + timedelta(weeks=4), True),
    ]
    texts = [each.text for each in planned[0].read(queries.checklist, own[0].id)]
    assert texts == ["Mandat", "Tavle"]
    assert (own[0].items, own[0].done) == (2, 0)
    with pytest.raises(RuleBroken, match="in the wave already"):
        join(planned)


def test_what_waits_follows_and_a_circle_is_refused(planned: Planned) -> None:
    plan = join(planned)
    document, _, key = planned
    first, second = (each for each in plan.phases if each.team_id)
    document.edit(STEP, cascade.wish, {first.id: MONDAY + timedelta(weeks=2)})
    moved = {each.id: each.start for each in read(document, key).phases}
    assert moved[second.id] == MONDAY + timedelta(weeks=6)
    with pytest.raises(RuleBroken, match="would wait for each other"):
        document.edit(STEP, cascade.tie_phases, second.id, first.id)
    document.edit(STEP, cascade.tie_phases, first.id, second.id, Tie.START_START, 14)
    (tie,) = read(document, key).dependencies
    assert (tie.tie, tie.lag) == (Tie.START_START, 14)
    starts = {each.id: each.start for each in read(document, key).phases}
    assert starts[second.id] == MONDAY + timedelta(weeks=4)


def test_a_gate_keeps_what_was_decided(planned: Planned) -> None:
    document, _, key = planned
    (phase,) = read(document, key).phases
    own = Criterion(0, 0, 0, CriterionKind.OWN, "Tavla er i bruk")
    pulse = Criterion(0, 0, 1, CriterionKind.PULSE, least=85, rate="on_time")
    set_gate = document.edit(STEP, cascade.set_gate, phase.id, "Oppstart", None, [own, pulse])
    gate = set_gate.result
    with pytest.raises(RuleBroken, match="Say who decided"):
        decided(document, gate, Decision.PASSED, "")
    decided(document, gate, Decision.PASSED, "Styringsgruppen")
    document.edit(STEP, cascade.set_gate, phase.id, "Oppstarten er ferdig", TODAY, [own])
    (kept,) = read(document, key).gates
    assert (kept.name, kept.decision, kept.decided_by) == (
        "Oppstarten er ferdig",
        Decision.PASSED,
        "Styringsgruppen",
    )
    assert [each.text for each in kept.criteria] == ["Tavla er i bruk"]
    decided(document, gate, Decision.OPEN, "")
    assert read(document, key).gates[0].decided is None


def decided(document: Document, gate: int, decision: Decision, by: str) -> None:
    document.edit(
        STEP, lambda c, /: cascade.decide(c, gate, decision, day=TODAY, by=by, reason="Ja")
    )


def test_a_frozen_plan_stays_as_it_was(planned: Planned) -> None:
    document, _, key = planned
    (phase,) = read(document, key).phases
    document.edit(STEP, cascade.freeze, key, TODAY)
    document.edit(STEP, cascade.change_phases, [phase.id], weeks=6)
    plan = read(document, key)
    assert plan.frozen_on == TODAY
    assert [(each.phase_id, each.finish) for each in plan.frozen] == [
        (phase.id, MONDAY + timedelta(days=27))
    ]
    assert plan.phases[0].finish == MONDAY + timedelta(days=41)


REFUSED = {
    "no name": lambda c, key: cascade.add_wave(c, key, " "),
    "no weeks": lambda c, key: cascade.change_phases(c, [1], weeks=0),
    "a long lag": lambda c, key: cascade.tie_phases(c, 1, 2, lag=4000),
    "a phase that is gone": lambda c, key: cascade.tie_phases(c, 99, 1),
    "a wave that is gone": lambda c, key: cascade.move_wave(c, 99, 0),
    "a plan that is gone": lambda c, key: cascade.freeze(c, 99, TODAY),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_will_not_do_is_refused_and_nothing_is_written(planned: Planned, name: str) -> None:
    document, _, key = planned
    before = dump(document)
    refused: Callable[..., Any] = REFUSED[name]
    with pytest.raises(RuleBroken):
        document.edit(STEP, lambda c, /: refused(c, key))
    assert dump(document) == before


CHANGES = {
    "plan": lambda c, p: cascade.change_plans(c, [p.id], name="Annen"),
    "wave": lambda c, p: cascade.change_waves(c, [p.waves[0].id], name="Annen"),
    "wave first": lambda c, p: cascade.move_wave(c, p.waves[1].id, 0),
    "phase": lambda c, p: cascade.change_phases(c, [1], open_ended=True, note="Ja"),
    "milestone": lambda c, p: cascade.add_milestone(c, p.id, "Halvveis", TODAY),
    "item": lambda c, p: cascade.change_items(c, [1], done=TODAY, evidence="Bilde"),
    "item gone": lambda c, p: cascade.remove_items(c, [1]),
    "tie gone": lambda c, p: cascade.untie(c, [1]),
    "phase gone": lambda c, p: cascade.remove_phases(c, [2]),
    "team gone": lambda c, p: cascade.remove_teams(c, [1]),
    "wave gone": lambda c, p: cascade.remove_waves(c, [p.waves[1].id]),
    "plan gone": lambda c, p: cascade.remove_plans(c, [p.id]),
}


@pytest.mark.parametrize("name", CHANGES)
def test_every_change_is_one_step_and_undone(planned: Planned, name: str) -> None:
    plan = join(planned)
    document = planned[0]
    before = dump(document)
    change: Callable[..., Any] = CHANGES[name]
    document.edit(STEP, lambda c, /: change(c, plan))
    assert dump(document) != before
    document.undo()
    assert dump(document) == before


def test_phases_that_ship_suit_each_kind() -> None:
    for code in ("nb", "en"):
        kinds = {each.kind for each in queries.ready_phases(code)}
        assert kinds >= {Kind.START_UP, Kind.PILOT, Kind.NEW_PILOTS, Kind.EXPANSION}
