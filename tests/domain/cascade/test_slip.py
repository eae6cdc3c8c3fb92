"""What a plan slips by from what it was frozen at."""

from datetime import date, timedelta

from lean_desktop.domain.cascade.plan import Frozen, Kind, Phase, Plan, Wave
from lean_desktop.domain.cascade.slip import Slip, slip_of, slipped, slips

MONDAY = date(2026, 11, 2)
WAVES = tuple(Wave(key, 1, key, f"W{key}") for key in (1, 2, 3))


def day(days: int) -> date:
    return MONDAY + timedelta(days=days)


def phase(key: int, wave_id: int, start: int, weeks: int = 4) -> Phase:
    return Phase(key, wave_id, None, key, f"P{key}", Kind.PILOT, weeks, day(start))


def plan(phases: list[Phase], frozen: list[Frozen]) -> Plan:
    return Plan(1, "Plan", MONDAY, waves=WAVES, phases=tuple(phases), frozen=tuple(frozen))


def test_slip_by_phase_by_wave_and_in_sum() -> None:
    frozen = [
        Frozen(1, "P1", day(0), day(27)),
        Frozen(2, "P2", day(28), day(55)),
        Frozen(3, "P3", day(40), day(60)),
        Frozen(None, "Borte", day(60), day(80)),
    ]
    now = [phase(1, 1, 7), phase(2, 1, 28, weeks=6), phase(3, 2, 30, weeks=3), phase(4, 3, 100)]
    told = slipped(plan(now, frozen))
    assert told.phases == {1: Slip(7, 7), 2: Slip(0, 14), 3: Slip(-10, -10)}
    assert told.waves == {1: 14, 2: -10}
    assert told.total == 11
    assert told.end == 127 - 80
    assert [each.id for each in told.new] == [4]
    assert [each.name for each in told.gone] == ["Borte"]


def test_a_new_phase_at_the_end_of_a_wave_makes_it_later() -> None:
    frozen = [Frozen(1, "P1", day(0), day(27))]
    told = slipped(plan([phase(1, 1, 0), phase(2, 1, 28, weeks=1)], frozen))
    assert (told.phases, told.waves, told.total) == ({1: Slip(0, 0)}, {1: 7}, 0)


def test_a_plan_that_was_not_frozen_has_no_slip() -> None:
    told = slipped(plan([phase(1, 1, 0)], []))
    assert (told.phases, told.waves, told.total, told.end) == ({}, {}, 0, None)
    assert [each.id for each in told.new] == [1]
    assert slips(plan([], [])) == {}
    assert slip_of([], {}) is None


def test_a_phase_moved_to_another_plan_is_gone() -> None:
    told = slipped(plan([], [Frozen(9, "P9", day(0), day(6))]))
    assert [each.phase_id for each in told.gone] == [9]
    assert told.end is None
