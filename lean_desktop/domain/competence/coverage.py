"""Whether enough people can what is needed: have and need, who is alone, and which gaps come first.

A skill of which a number is required needs that number; any other needs the usual minimum, two
qualified people and three of a critical skill (mission §4). Besides, everyone of whom a level is
required is to have it. A skill is as well covered as the worst of these says.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from lean_desktop.domain.competence.levels import QUALIFIED, TEACHES, Scale, highest
from lean_desktop.domain.competence.matrix import Cell, Gap, Matrix
from lean_desktop.domain.competence.requirements import Requirement

MINIMUM, CRITICAL_MINIMUM = 2, 3
NOTICE_DAYS = 90


class Need(NamedTuple):
    """One thing a skill needs: so many qualified people, `who` being those there are.

    `requirement` is the one that asks for a number; without it the need is the usual minimum or,
    with `everyone`, that all who must have the skill have it.
    """

    who: frozenset[int]
    need: int
    requirement: Requirement | None = None
    everyone: bool = False

    @property
    def have(self) -> int:
        """How many there are."""
        return len(self.who)

    @property
    def short(self) -> int:
        """How many are missing."""
        return max(0, self.need - self.have)


class Coverage(NamedTuple):
    """How well one skill is covered; `qualified` are all who are, wherever they belong."""

    skill_id: int
    qualified: frozenset[int]
    teachers: frozenset[int]
    needs: tuple[Need, ...]

    @property
    def worst(self) -> Need:
        """The need with most people missing; of equals the one for a number of people."""
        return max(self.needs, key=lambda each: (each.short, not each.everyone))

    @property
    def have(self) -> int:
        """How many there are of the worst need."""
        return self.worst.have

    @property
    def need(self) -> int:
        """How many are needed by the worst need."""
        return self.worst.need

    @property
    def short(self) -> int:
        """How many are missing, at the worst."""
        return self.worst.short

    @property
    def only_one(self) -> int | None:
        """The one person who is qualified, when nobody else is."""
        return next(iter(self.qualified)) if len(self.qualified) == 1 else None


class Breadth(NamedTuple):
    """How much one person is qualified for, and of what is required how much is met."""

    person_id: int
    qualified: int
    met: int
    required: int


class Expiring(NamedTuple):
    """A level that soon expires, or has expired."""

    person_id: int
    skill_id: int
    cell: Cell


def coverage(matrix: Matrix) -> dict[int, Coverage]:
    """Coverage by skill, in the order of the matrix."""
    qualified, teachers = _qualified(matrix)
    everyone = _everyone(matrix)
    numbers = defaultdict(list)
    for each in matrix.bindings.requirements:
        if each.at_least is not None:
            numbers[each.skill_id].append(each)
    return {
        skill.id: Coverage(
            skill.id,
            frozenset(qualified[skill.id]),
            frozenset(teachers[skill.id]),
            (
                *_numbers(matrix, numbers[skill.id], skill.critical, qualified[skill.id]),
                *everyone.get(skill.id, ()),
            ),
        )
        for skill in matrix.skills
    }


def _qualified(matrix: Matrix) -> tuple[Mapping[int, set[int]], Mapping[int, set[int]]]:
    """By skill who is at or above the level required there, and who can teach it."""
    able: defaultdict[int, set[int]] = defaultdict(set)
    teaching: defaultdict[int, set[int]] = defaultdict(set)
    teaches = {skill.id: _teaches(skill.scale) for skill in matrix.skills}
    for person in matrix.people:
        there = matrix.bindings.levels_there(person.id)
        for skill_id, cell in matrix.cells.get(person.id, {}).items():
            level = 0 if cell.expired else cell.level
            if level >= there.get(skill_id, QUALIFIED) and skill_id in teaches:
                able[skill_id].add(person.id)
            if level >= teaches.get(skill_id, TEACHES):
                teaching[skill_id].add(person.id)
    return able, teaching


def _teaches(scale: Scale) -> int:
    """The level that can teach: where there is only yes and no, whoever can may show it."""
    return highest(scale)


def _everyone(matrix: Matrix) -> dict[int, tuple[Need]]:
    """For each skill that is required of somebody: who of those has it, and how many they are."""
    bound: defaultdict[int, int] = defaultdict(int)
    meeting: defaultdict[int, set[int]] = defaultdict(set)
    for person in matrix.people:
        row = matrix.cells.get(person.id, {})
        for skill_id, requirement in matrix.bindings.targets(person.id).items():
            if (person.id, skill_id) in matrix.exempt:
                continue
            bound[skill_id] += 1
            cell = row.get(skill_id)
            if cell and cell.counting >= requirement.level:
                meeting[skill_id].add(person.id)
    return {
        key: (Need(frozenset(meeting[key]), count, everyone=True),) for key, count in bound.items()
    }


def _numbers(
    matrix: Matrix, asked: Iterable[Requirement], critical: bool, qualified: Collection[int]
) -> list[Need]:
    found = [_number(matrix, each) for each in asked]
    usual = CRITICAL_MINIMUM if critical else MINIMUM
    return found or [Need(frozenset(qualified), usual)]


def _number(matrix: Matrix, asked: Requirement) -> Need:
    inside = matrix.bindings.among(asked.scope) & matrix.person.keys()
    able = (key for key in inside if matrix.level(key, asked.skill_id) >= asked.level)
    return Need(frozenset(able), asked.at_least or 0, asked)


def only_one_can(covered: Mapping[int, Coverage]) -> list[tuple[int, int]]:
    """Skill and person wherever exactly one person is qualified, in the order of the matrix."""
    return [(key, each.only_one) for key, each in covered.items() if each.only_one is not None]


def breadths(matrix: Matrix, covered: Mapping[int, Coverage]) -> dict[int, Breadth]:
    """How broad each person is, by row."""
    skills: defaultdict[int, int] = defaultdict(int)
    for each in covered.values():
        for key in each.qualified:
            skills[key] += 1
    missing: defaultdict[int, int] = defaultdict(int)
    for gap in matrix.gaps():
        missing[gap.person_id] += 1
    return {each.id: _breadth(matrix, each.id, skills, missing) for each in matrix.people}


def _breadth(
    matrix: Matrix, key: int, skills: Mapping[int, int], missing: Mapping[int, int]
) -> Breadth:
    targets = matrix.bindings.targets(key)
    required = sum(
        skill_id in matrix.skill and (key, skill_id) not in matrix.exempt for skill_id in targets
    )
    return Breadth(key, skills.get(key, 0), required - missing.get(key, 0), required)


def expiring(matrix: Matrix, days: int = NOTICE_DAYS) -> list[Expiring]:
    """What expires from the day of the matrix and within so many days, the soonest first."""
    first = matrix.day.toordinal()
    found = [
        Expiring(person.id, skill_id, cell)
        for person in matrix.people
        for skill_id, cell in matrix.cells.get(person.id, {}).items()
        if first <= cell.expires <= first + days and cell.level
    ]
    return sorted(found, key=lambda each: each.cell.expires)


def ranked(matrix: Matrix, covered: Mapping[int, Coverage]) -> list[Gap]:
    """Gaps, the riskiest first.

    1. Critical skills before others.
    2. The smaller the share of the needed people there is, the earlier.
    3. The more levels are missing, the later the gap is closed, so the earlier it comes.
    4. Else in the order of the matrix.
    """
    worst = {key: each.worst for key, each in covered.items()}
    shares = {
        skill.id: (not skill.critical, worst[skill.id].have / max(1, worst[skill.id].need))
        for skill in matrix.skills
    }
    return sorted(matrix.gaps(), key=lambda gap: (shares[gap.skill_id], -gap.missing))
