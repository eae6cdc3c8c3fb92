"""What taking in a competence matrix would do: new skills, levels that are otherwise, targets."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from lean_desktop.domain.competence.levels import Scale, fitted
from lean_desktop.domain.competence.matrix import Matrix
from lean_desktop.domain.competence.requirements import Of, Scope
from lean_desktop.domain.competence.skills import Skill
from lean_desktop.domain.matrix_import.cells import CellRead, read_cell, scale_of
from lean_desktop.domain.matrix_import.layout import MatrixList, SkillColumn
from lean_desktop.domain.organisation import Person, Unit
from lean_desktop.domain.people_import import (
    Columns,
    Field,
    ImportPlan,
    Outcome,
    PeopleList,
    PlannedRow,
    guess_columns,
    plan_import,
)
from lean_desktop.domain.people_import.cells import name_key
from lean_desktop.i18n import M_, Language, Message

EACH: Scope = (Of.PERSON, 0)
"""Whom targets are for when they are for each one in the list."""

_LONGEST_NAME = 200
_OF_NEW = (
    *(Field.NUMBER, Field.FIRST_NAME, Field.LAST_NAME, Field.NAME, Field.NAME_LAST_FIRST),
    *(Field.UNIT, Field.EMAIL, Field.TITLE),
)
"""What a matrix may say of somebody who is not here yet; of others it says nothing but levels."""


class Here:
    """What the workspace holds that a matrix may speak of, on the day of the import."""

    def __init__(self, people: Sequence[Person], units: Sequence[Unit], matrix: Matrix) -> None:
        self.people, self.units, self.matrix = people, units, matrix
        self._known = {name_key(each.name) for each in people} | {e.number for e in people} - {""}

    def names(self, text: str) -> bool:
        """Whether a text is the name or number of somebody."""
        return name_key(text.strip()) in self._known


class NewSkill(NamedTuple):
    """A skill that is not here yet; its key is below zero."""

    key: int
    name: str
    category: str
    scale: Scale


class PlannedLevels(NamedTuple):
    """One row of the file and what it does; `row` is its number, or letter where it is turned.

    `key` is the person's, below zero for one who is yet to be created, None for a refused row.
    `levels` are those that are otherwise than what is known, by key of the skill.
    """

    row: str
    outcome: Outcome
    name: str
    key: int | None = None
    levels: Mapping[int, tuple[int, date | None]] = {}
    remarks: tuple[Message, ...] = ()


class MatrixPlan(NamedTuple):
    """What an import would do: rows in the order of the file, and what they need.

    `people` is None while nobody is added. `targets` are levels by skill, for those of a unit or
    whom else the user says; `remarks` are about the file as a whole.
    """

    rows: tuple[PlannedLevels, ...]
    skills: tuple[NewSkill, ...]
    targets: Mapping[int, int]
    day: date
    people: ImportPlan | None = None
    remarks: tuple[Message, ...] = ()

    @property
    def assessed(self) -> int:
        """How many levels would be written."""
        return sum(len(each.levels) for each in self.rows)

    @property
    def changes(self) -> int:
        """How many rows are new or otherwise."""
        return self.count(Outcome.CREATED) + self.count(Outcome.UPDATED)

    def count(self, outcome: Outcome) -> int:
        """How many rows come to that."""
        return sum(1 for each in self.rows if each.outcome is outcome)


def plan_matrix(
    found: MatrixList,
    here: Here,
    today: date,
    t: Language,
    *,
    add_people: bool = False,
    day: date | None = None,
) -> MatrixPlan:
    """What an import would do to a workspace.

    Levels are those of `day`, else of the day the file says, else of `today`. A blank cell leaves
    what is known, and so does one that was assessed later. A row about somebody who is not here is
    refused unless `add_people`.
    """
    day = day or (found.day if found.day and found.day <= today else today)
    columns = {f: at for f, at in guess_columns(found.about).items() if f in _OF_NEW}
    met = plan_import(found.about, columns, here.people, here.units, t)
    skills, new = _skills(found, here.matrix.skills)
    reader = _Reader(found, skills, here.matrix, day, t)
    rows = tuple(reader.planned(each, add_people=add_people) for each in met.rows)
    targets, told = reader.targets()
    added = _only_new(found.about, columns, met, here, t) if add_people else None
    return MatrixPlan(rows, new, targets, day, added, (*found.left_out, *told))


def _only_new(
    about: PeopleList, columns: Columns, met: ImportPlan, here: Here, t: Language
) -> ImportPlan | None:
    """The plan of those who are not here yet; nothing is changed of the others."""
    new = {each.row for each in met.of(Outcome.CREATED)}
    kept = [
        row if at in new or at - 1 == about.header else [] for at, row in enumerate(about.rows, 1)
    ]
    if about.header is not None:
        kept[about.header] = about.rows[about.header]
    return (
        plan_import(PeopleList(kept, about.header), columns, here.people, here.units, t)
        if new
        else None
    )


class _Known(NamedTuple):
    """A skill as the file is read: one that is here, or a new one."""

    key: int
    scale: Scale
    column: SkillColumn


def _skills(found: MatrixList, there: Sequence[Skill]) -> tuple[list[_Known], tuple[NewSkill, ...]]:
    """Each column as the skill of its name, of the same category where several have it."""
    known: list[_Known] = []
    new: list[NewSkill] = []
    for column in found.skills:
        skill = _called(column, there)
        if skill is None:
            rows = range(found.heads + 1, len(found.rows))
            scale = scale_of(found.text(row, column) for row in rows if row != found.targets)
            category = column.category[:_LONGEST_NAME]
            made = NewSkill(-len(new) - 1, column.name[:_LONGEST_NAME], category, scale)
            new.append(made)
            known.append(_Known(made.key, scale, column))
        else:
            known.append(_Known(skill.id, skill.scale, column))
    return known, tuple(new)


def _called(column: SkillColumn, there: Sequence[Skill]) -> Skill | None:
    named = [each for each in there if each.name.casefold() == column.name.casefold()]
    same = [each for each in named if each.category.casefold() == column.category.casefold()]
    return next(iter(same or named), None)


class _Reader:
    """Reads the levels of rows, as they were on a day."""

    def __init__(
        self,
        found: MatrixList,
        skills: Sequence[_Known],
        matrix: Matrix,
        day: date,
        t: Language,
    ) -> None:
        self._found, self._skills, self._matrix, self._t = found, skills, matrix, t
        self._day = day.toordinal()

    def planned(self, met: PlannedRow, *, add_people: bool) -> PlannedLevels:
        """What a row does, given who it is about."""
        row = self._found.row_name(met.row - 1)
        name = met.name or self._found.about.rows[met.row - 1][0]
        if met.outcome is Outcome.REFUSED:
            return PlannedLevels(row, met.outcome, name, remarks=met.reasons)
        if met.outcome is Outcome.CREATED and not add_people:
            return PlannedLevels(row, Outcome.REFUSED, name, remarks=(_NOT_HERE,))
        levels, remarks = self._levels(met)
        outcome = Outcome.UPDATED if levels else Outcome.UNCHANGED
        if met.outcome is Outcome.CREATED:
            outcome, remarks = Outcome.CREATED, (*met.reasons, *remarks)
        return PlannedLevels(row, outcome, name, met.key, levels, remarks)

    def targets(self) -> tuple[dict[int, int], list[Message]]:
        """The targets the file gives, by key of the skill, and what is odd about them."""
        row = self._found.targets
        if row is None:
            return {}, []
        reads = {skill.key: (skill.scale, self._read(row, skill)) for skill in self._skills}
        levels = {
            key: fitted(read.level, scale) for key, (scale, read) in reads.items() if read.level
        }
        return levels, [read.remark for _, read in reads.values() if read.remark]

    def _levels(
        self, met: PlannedRow
    ) -> tuple[dict[int, tuple[int, date | None]], tuple[Message, ...]]:
        reads = {skill.key: self._read(met.row - 1, skill) for skill in self._skills}
        other = {key: read for key, read in reads.items() if self._is_other(met.key, key, read)}
        later = [key for key in other if self._is_later(met.key, key)]
        remarks = [read.remark for read in reads.values() if read.remark]
        if later:
            remarks.append(M_("What was assessed later stays ({n}).", n=len(later)))
        levels = {
            key: (read.level, read.until)
            for key, read in other.items()
            if read.level is not None and key not in later
        }
        return levels, tuple(remarks)

    def _is_other(self, person: int | None, skill: int, read: CellRead) -> bool:
        """Whether a cell says what is not known."""
        cell = self._matrix.cell(person or 0, skill)
        same_end = read.until is None or (cell is not None and cell.last_day == read.until)
        known = cell is not None and cell.level == read.level and same_end
        return read.level is not None and not known

    def _is_later(self, person: int | None, skill: int) -> bool:
        cell = self._matrix.cell(person or 0, skill)
        return cell is not None and cell.day > self._day

    def _read(self, row: int, skill: _Known) -> CellRead:
        text = self._found.text(row, skill.column)
        place = self._found.place(row, skill.column)
        return read_cell(place, text, skill.scale, self._t)


_NOT_HERE = M_("Not in the workspace. Add the person first, or tick that new people are added.")


def targets_for(plan: MatrixPlan, here: Here) -> Scope | None:
    """Whose the targets of the file are: the unit all in it belong to, or else each of them."""
    if not plan.targets:
        return None
    keys = [row.key for row in plan.rows if row.key]
    new = any(key < 0 for key in keys)
    unit = None if new else common_unit(keys, here.people, here.units)
    return EACH if unit is None else (Of.UNIT, unit)


def common_unit(
    keys: Collection[int], people: Sequence[Person], units: Sequence[Unit]
) -> int | None:
    """The lowest unit to which all these people belong; None where they have none in common."""
    above = {each.id: each.parent_id for each in units}
    chains = [_chain(above, each.unit_id) for each in people if each.id in keys]
    shared = set(chains[0]).intersection(*chains[1:]) if chains else set()
    return next((key for key in chains[0] if key in shared), None) if chains else None


def _chain(above: Mapping[int, int | None], key: int | None) -> list[int]:
    """A unit and those above it, the lowest first."""
    chain: list[int] = []
    while key is not None and key not in chain:
        chain.append(key)
        key = above.get(key)
    return chain
