"""The matrix of one day: who can what, how that is known, and what is missing to the target."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AnySet
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

from lean_desktop.domain.competence.levels import Kind, fitted
from lean_desktop.domain.competence.requirements import Bindings, Requirement
from lean_desktop.domain.competence.skills import Skill, months_after


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


KEYS, LEVELS, CLEARED = 2**28, 8, 7
"""How a number of `Said` is packed: more keys than any file has, levels, and what stands for none."""

Latest = Sequence[Any]
"""Person, skill, 1 for a self-assessment and else 0, and the last thing said, packed."""


class Said(NamedTuple):
    """One assessment, out of the number a matrix reads it as; the day is an ordinal."""

    day: int
    key: int
    level: int | None
    test: bool


def unpacked(packed: int) -> Said:
    """What `((day * KEYS + key) * LEVELS + level) * 2 + test` was made of."""
    rest, test = divmod(packed, 2)
    rest, level = divmod(rest, LEVELS)
    day, key = divmod(rest, KEYS)
    return Said(day, key, None if level == CLEARED else level, bool(test))


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


def cells_of(
    latest: Iterable[Latest],
    skills: Iterable[Skill],
    practised: Mapping[tuple[int, int], int],
    until: Mapping[int, int],
    day: date,
) -> dict[int, dict[int, Cell]]:
    """Cells from what was said last, others before the person themselves, ordered by both.

    What another has assessed counts before what somebody says of themselves; a self-assessment
    counts where nobody else has, or where the other cleared theirs before it. `practised` are the
    last days by person and skill, `until` the last valid days by assessment; both ordinals.
    """
    known = {each.id: _Ageing(each, day) for each in skills}
    found: dict[int, dict[int, Cell]] = {}
    cleared: dict[tuple[int, int], int] = {}
    at, row = 0, dict[int, Cell]()
    for person_id, skill_id, own, packed in latest:
        ageing = known.get(skill_id)
        if person_id != at:
            at, row = person_id, found.setdefault(person_id, {})
        level = (packed >> 1) & (LEVELS - 1)
        if level == CLEARED:
            cleared[person_id, skill_id] = packed
        elif ageing is None:
            continue
        elif own:
            if skill_id in row:
                row[skill_id] = Cell._make((*row[skill_id][:-1], level))
            elif packed > cleared.get((person_id, skill_id), 0):
                row[skill_id] = ageing.cell(packed, level, own, until, practised, person_id)
        elif ageing.lasts and (not until or (packed >> 4) & (KEYS - 1) not in until):
            kind = _TEST if packed & 1 else _SUPERVISOR
            row[skill_id] = _cell(Cell, (level, packed >> _DAY_BITS, kind, 0, False, False, None))
        else:
            row[skill_id] = ageing.cell(packed, level, own, until, practised, person_id)
    return found


_cell = tuple.__new__
"""Makes a cell past the checking of its arguments: a large matrix has very many."""

_DAY_BITS = 32
"""Those below the day of a packed number: 28 of the key, 3 of the level and one."""


class _Ageing:
    """What time does to the levels of one skill: nothing where they last.

    Months are worked out once for each day.
    """

    def __init__(self, skill: Skill, day: date) -> None:
        self._id = skill.id
        self._today = day.toordinal()
        self._validity = skill.validity_months
        self._practice = skill.practice_months if skill.critical else None
        self.lasts = not self._validity and not self._practice
        self._after: dict[tuple[int, int], int] = {}

    def cell(
        self,
        packed: int,
        level: int,
        own: int,
        until: Mapping[int, int],
        practised: Mapping[tuple[int, int], int],
        person_id: int,
    ) -> Cell:
        """The cell of one packed assessment."""
        day = packed >> _DAY_BITS
        kind = _SELF if own else _TEST if packed & 1 else _SUPERVISOR
        said = level if own else None
        expires = until.get((packed >> 4) & (KEYS - 1), 0) if until else 0
        if self._validity and not expires:
            expires = self._later(day, self._validity)
        stale = False
        if self._practice and level:
            last = max(day, practised.get((person_id, self._id), 0))
            stale = self._later(last, self._practice) < self._today
        return Cell(level, day, kind, expires, 0 < expires < self._today, stale, said)

    def _later(self, day: int, months: int) -> int:
        if (day, months) not in self._after:
            later = months_after(date.fromordinal(day), months)
            self._after[day, months] = later.toordinal()
        return self._after[day, months]


_SELF, _SUPERVISOR, _TEST = Kind.SELF, Kind.SUPERVISOR, Kind.TEST
