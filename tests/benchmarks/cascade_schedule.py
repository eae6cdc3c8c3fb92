"""When the phases of a plan begin: five thousand that wait for each other, in 50 ms.

The bounds are milliseconds. What follows when a wave of ten is moved takes two schedules and the
making of as many phases, so its bound is four times as high. Where the bounds were set, the two
took 9 ms and 90 ms.
"""

from collections.abc import Callable
from datetime import date
from functools import partial

from lean_desktop.domain.cascade.plan import Dependency, Kind, Phase, Plan, Tie, Wave
from lean_desktop.domain.cascade.schedule import Bar, starts
from lean_desktop.domain.cascade.shifting import scheduled, what_if
from tests.benchmarks.ratio import RUNS, Ratio, timed

BARS, WAVES, TEAMS = 5_000, 10, 100
DAY = date(2026, 11, 2)
SCHEDULE_MS, WHAT_IF_MS = 50.0, 200.0


def run() -> list[Ratio]:
    """One chain of all, every other tied two ahead too; and a plan with chains of fifty."""
    bars = [Bar(key, 28) for key in range(1, BARS + 1)]
    ties = _ties(BARS)
    schedule = partial(starts, bars, ties, DAY.toordinal())
    moved = partial(what_if, _plan(), [1], 3)
    return [
        _bounded(f"schedule of {BARS} bars, {len(ties)} ties, of 50 ms", schedule, SCHEDULE_MS),
        _bounded(f"what if one wave of {BARS} bars moves, of 200 ms", moved, WHAT_IF_MS),
    ]


def _ties(each_chain: int) -> list[Dependency]:
    """Chains of so many, all finish–start, and start–start from every other to the next but one."""
    steps = ((1, Tie.FINISH_START, 0), (2, Tie.START_START, 7))
    pairs = [
        (key, key + step, tie, lag)
        for step, tie, lag in steps
        for key in range(1, BARS + 1, step)
        if (key - 1) % each_chain + step < each_chain
    ]
    return [Dependency(at, *pair) for at, pair in enumerate(pairs, 1)]


def _plan() -> Plan:
    ties = _ties(BARS // TEAMS)
    phases = [
        Phase(key, (key - 1) // (BARS // WAVES) + 1, None, key, f"Fase {key}", Kind.PILOT, 4, DAY)
        for key in range(1, BARS + 1)
    ]
    waves = tuple(Wave(key, 1, key, f"Bølge {key}", Kind.PILOT) for key in range(1, WAVES + 1))
    there = tuple(scheduled(phases, ties, DAY))
    return Plan(1, "Utbredelse", DAY, waves=waves, phases=there, dependencies=tuple(ties))


def _bounded(name: str, work: Callable[[], object], bound_ms: float) -> Ratio:
    """The best of some runs, in units of the bound."""
    ms = round(min(timed(work) for _ in range(RUNS)) * 1e3, 3)
    return Ratio(name, round(ms / bound_ms, 3), 1.0, ms, bound_ms)
