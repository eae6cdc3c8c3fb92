"""The matrix of one day: who can what, how that is known, and what is missing to the target."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AnySet
from datetime import date
from functools import cached_property
from typing import NamedTuple

from lean_desktop.domain.competence.levels import Kind, fitted
from lean_desktop.domain.competence.requirements import Bindings, Requirement
from lean_desktop.domain.competence.skills import Skill


class MatrixPerson(NamedTuple):
    """One row of the matrix; names are for showing, sorting and filtering.

    Of several groups or roles the first by name is the one shown.
    """

    id: int
    name: str
    last_name: str = ""
    unit_id: int | None = None
    unit: str = ""
    group_ids: frozenset[int] = frozenset()
    position: int | None = None
    group: str = ""
    role: str = ""


class Cell(NamedTuple):
    """What is known of one person and one skill on the day of the matrix.

    `level` is what was assessed, by the person where nobody else has;
    `own` is the self-assessment. `expires` is the last day it holds, 0 for ever. Days are ordinals.
    """

    level: int
    day: int
    kind: Kind
    expires: int = 0
    expired: bool = False
    stale: bool = False
    own: int | None = None

    @property
    def assessed(self) -> date:
        """The day of the assessment."""
        return date.fromordinal(self.day)

    @property
    def last_day(self) -> date | None:
        """The last day it is valid; None for ever."""
        return date.fromordinal(self.expires) if self.expires else None

    @property
    def counting(self) -> int:
        """The level that counts: what has expired counts as nothing (mission §5, dead matrix)."""
        return 0 if self.expired else self.level


Cells = Mapping[int, Mapping[int, Cell]]
"""By person and skill; no cell where nothing is known."""


class Gap(NamedTuple):
    """Somebody's distance to what is required of them."""

    person_id: int
    skill_id: int
    level: int
    requirement: Requirement

    @property
    def missing(self) -> int:
        """How many levels."""
        return self.requirement.level - self.level


class Matrix:
    """All facts of one day. Rows and columns are in the order they are shown."""

    def __init__(
        self,
        day: date,
        people: Sequence[MatrixPerson],
        skills: Sequence[Skill],
        cells: Cells,
        bindings: Bindings,
        exempt: AnySet[tuple[int, int]] = frozenset(),
    ) -> None:
        self.day = day
        self.people = tuple(people)
        self.skills = tuple(skills)
        self.cells = cells
        self.bindings = bindings
        self.exempt = exempt

    @cached_property
    def person(self) -> Mapping[int, MatrixPerson]:
        """People by key."""
        return {each.id: each for each in self.people}

    @cached_property
    def skill(self) -> Mapping[int, Skill]:
        """Skills by key."""
        return {each.id: each for each in self.skills}

    def with_rows(self, cells: Cells) -> "Matrix":
        """The same matrix with other cells for some people."""
        known = {**self.cells, **cells}
        return Matrix(self.day, self.people, self.skills, known, self.bindings, self.exempt)

    def only(
        self, *, people: AnySet[int] | None = None, skills: AnySet[int] | None = None
    ) -> "Matrix":
        """The part of it that is about some people, or some skills."""
        rows = self.people if people is None else [p for p in self.people if p.id in people]
        columns = self.skills if skills is None else [s for s in self.skills if s.id in skills]
        wanted = self.skill.keys() if skills is None else skills
        cells = {
            each.id: {key: cell for key in wanted if (cell := self.cell(each.id, key)) is not None}
            for each in rows
        }
        return Matrix(self.day, rows, columns, cells, self.bindings, self.exempt)

    def cell(self, person_id: int, skill_id: int) -> Cell | None:
        """What is known, or None."""
        row = self.cells.get(person_id)
        return row.get(skill_id) if row else None

    def level(self, person_id: int, skill_id: int) -> int:
        """The level that counts on the day; 0 where nothing is known or it has expired."""
        found = self.cell(person_id, skill_id)
        return found.counting if found else 0

    def is_exempt(self, person_id: int, skill_id: int) -> bool:
        """Whether nothing is required of the person here for the time being."""
        return (person_id, skill_id) in self.exempt

    def requirement(self, person_id: int, skill_id: int) -> Requirement | None:
        """The strictest that binds, and so says why; None when nothing is required or exempt."""
        if self.is_exempt(person_id, skill_id):
            return None
        return self.bindings.targets(person_id).get(skill_id)

    def target(self, person_id: int, skill_id: int) -> int | None:
        """The level required of the person."""
        found = self.requirement(person_id, skill_id)
        return found.level if found else None

    def gap(self, person_id: int, skill_id: int) -> int:
        """How many levels are missing to the target; 0 when met or nothing is required."""
        target = self.target(person_id, skill_id)
        return max(0, target - self.level(person_id, skill_id)) if target else 0

    def gaps(self) -> Iterator[Gap]:
        """Every gap, by row and then by what is required."""
        for person in self.people:
            row = self.cells.get(person.id, {})
            for skill_id, requirement in self.bindings.targets(person.id).items():
                found = row.get(skill_id)
                level = found.counting if found else 0
                wanting = level < requirement.level and skill_id in self.skill
                if wanting and (person.id, skill_id) not in self.exempt:
                    yield Gap(person.id, skill_id, level, requirement)


def as_met(requirements: Iterable[Requirement], skills: Iterable[Skill]) -> list[Requirement]:
    """Requirements as the scales of their skills can meet them."""
    scales = {each.id: each.scale for each in skills}
    return [
        each._replace(level=fitted(each.level, scales[each.skill_id]))
        for each in requirements
        if each.skill_id in scales
    ]
