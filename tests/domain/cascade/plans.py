"""A small plan: a wave's own phase, a team with two, and one that is open-ended."""

from datetime import date, timedelta

from lean_desktop.domain.cascade.plan import Dependency, Kind, Phase, Plan, Team, Wave
from lean_desktop.domain.cascade.shifting import scheduled

MONDAY = date(2026, 5, 4)


def after(weeks: int) -> date:
    return MONDAY + timedelta(weeks=weeks)


def phase(key: int, name: str, weeks: int, wished: date | None = None, **more: object) -> Phase:
    facts = {"wave_id": 1, "team_id": None, "position": key, "kind": Kind.PILOT, **more}
    return Phase(id=key, name=name, weeks=weeks, start=MONDAY, wished=wished, **facts)  # type: ignore[arg-type]


PHASES = (
    phase(1, "Planlegging", 4, MONDAY),
    phase(2, "Analyse", 4, team_id=1),
    phase(3, "Drift", 12, team_id=1, open_ended=True),
    phase(4, "Ekspansjon", 8, after(10), wave_id=2, team_id=2, kind=Kind.EXPANSION),
)
TIES = (Dependency(1, 1, 2), Dependency(2, 2, 3))

PLAN = Plan(
    1,
    "Kaskade",
    MONDAY,
    waves=(Wave(1, 1, 0, "Bølge 1", Kind.PILOT), Wave(2, 1, 1, "Bølge 2", Kind.EXPANSION)),
    teams=(Team(1, 1, 0, 11, "Maskinering"), Team(2, 2, 0, 12, "Lager", 1)),
    phases=tuple(scheduled(PHASES, TIES, MONDAY)),
    dependencies=TIES,
)
