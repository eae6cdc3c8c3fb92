"""A plan as an outline: waves, their teams, and the phases of each, with the days they span."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from lean_desktop.domain.cascade.gates import Gate
from lean_desktop.domain.cascade.plan import Frozen, Kind, Phase, Plan, Team, Wave
from lean_desktop.domain.cascade.slip import frozen_by_phase, slip_of


class Level(StrEnum):
    """What a line of the outline is about."""

    WAVE = "wave"
    TEAM = "team"
    PHASE = "phase"


class Line(NamedTuple):
    """One line: what it is about by its key, the phases that make its bar, and what lies below.

    A team with a single phase is that phase, under the name of the team. Without a phase there is
    no bar: `start` and `finish` are None. `slip` is in days against the frozen plan.
    """

    level: Level
    key: int
    name: str
    kind: Kind
    owner: str
    phases: tuple[Phase, ...]
    below: "tuple[Line, ...]" = ()
    frozen: tuple[date, date] | None = None
    slip: int | None = None
    gates: tuple[tuple[Gate, date], ...] = ()

    @property
    def start(self) -> date | None:
        """The first day of its bar."""
        return min((each.start for each in self.phases), default=None)

    @property
    def finish(self) -> date | None:
        """The last day of its bar, as far as it is known."""
        return max((each.finish for each in self.phases), default=None)

    @property
    def is_open(self) -> bool:
        """Whether any of it has no end yet."""
        return any(each.is_open for each in self.phases)

    def reaches(self, today: date) -> date | None:
        """The day its bar reaches: what has no end has gone on until today at the least."""
        running = self.is_open and self.start is not None and self.start <= today
        return max(self.finish, today) if running and self.finish else self.finish

    @property
    def progress(self) -> tuple[int, int]:
        """How many items of its checklists are done, and how many there are."""
        return sum(each.done for each in self.phases), sum(each.items for each in self.phases)


def outline(plan: Plan) -> list[Line]:
    """The waves of a plan in their order, with what lies below each."""
    facts = _Facts(plan)
    return [facts.wave(each) for each in plan.waves]


def walked(lines: Sequence[Line]) -> Iterator[Line]:
    """All lines from the top, each followed by what lies below it."""
    for line in lines:
        yield line
        yield from walked(line.below)


class _Facts:
    """A plan by key, so that each line is found at once."""

    def __init__(self, plan: Plan) -> None:
        self._frozen: Mapping[int, Frozen] = frozen_by_phase(plan.frozen)
        self._gates = {gate.phase_id: gate for gate in plan.gates}
        self._teams: dict[int, list[Team]] = defaultdict(list)
        self._of_wave: dict[int, list[Phase]] = defaultdict(list)
        self._of_team: dict[int, list[Phase]] = defaultdict(list)
        for team in plan.teams:
            self._teams[team.wave_id].append(team)
        for phase in plan.phases:
            self._of_wave[phase.wave_id].append(phase)
            if phase.team_id is not None:
                self._of_team[phase.team_id].append(phase)

    def wave(self, wave: Wave) -> Line:
        phases = tuple(self._of_wave[wave.id])
        own = [self._phase(each, each.name) for each in phases if each.team_id is None]
        teams = [self._team(each, wave) for each in self._teams[wave.id]]
        line = Line(Level.WAVE, wave.id, wave.name, wave.kind, wave.owner, phases)
        return self._held(line)._replace(below=(*own, *teams), gates=())

    def _team(self, team: Team, wave: Wave) -> Line:
        phases = tuple(self._of_team[team.id])
        if len(phases) == 1:
            return self._phase(phases[0], team.group)
        owner = phases[0].owner if phases else ""
        line = Line(Level.TEAM, team.id, team.group, wave.kind, owner, phases)
        below = tuple(self._phase(each, each.name) for each in phases)
        return self._held(line)._replace(below=below, gates=())

    def _phase(self, phase: Phase, name: str) -> Line:
        return self._held(Line(Level.PHASE, phase.id, name, phase.kind, phase.owner, (phase,)))

    def _held(self, line: Line) -> Line:
        """The line with what it was frozen at, and the gates after its phases."""
        was = [self._frozen[each.id] for each in line.phases if each.id in self._frozen]
        frozen = (min(e.start for e in was), max(e.finish for e in was)) if was else None
        gates = tuple(
            (gate, gate.day or each.finish)
            for each in line.phases
            if (gate := self._gates.get(each.id))
        )
        return line._replace(frozen=frozen, slip=slip_of(line.phases, self._frozen), gates=gates)
