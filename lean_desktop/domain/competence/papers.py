"""The matrix as it goes onto paper: rows, columns, and what stands in each cell."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from lean_desktop.domain.competence.coverage import NOTICE_DAYS, Coverage
from lean_desktop.domain.competence.levels import Scale, short, told
from lean_desktop.domain.competence.matrix import Gap, Matrix, MatrixPerson
from lean_desktop.domain.competence.skills import Skill
from lean_desktop.domain.competence.training import TrainingItem
from lean_desktop.i18n import Language


class PaperCell(NamedTuple):
    """What a ball says: its level, what is missing to the target, and whether it counts.

    `mark` stands in place of a ball on scales that have letters; `level` is None without a word.
    """

    level: int | None = None
    target: int = 0
    expired: bool = False
    exempt: bool = False
    mark: str = ""

    @property
    def missing(self) -> int:
        """How many levels are missing to the target."""
        counting = 0 if self.expired else self.level or 0
        return 0 if self.exempt else max(0, self.target - counting)


class PaperColumn(NamedTuple):
    """One skill with what is needed and what there is."""

    name: str
    category: str
    target: str
    have: int
    need: int
    qualified: int


class PaperRow(NamedTuple):
    """One person: cells, the notes in small print by place, and at how many skills there is a gap."""

    name: str
    unit: str
    cells: tuple[PaperCell, ...]
    notes: Mapping[int, str]
    gaps: int


class MatrixPaper(NamedTuple):
    """A finished matrix; `training` is the open plan of those who are on it."""

    scope: str
    day: date
    rows: tuple[PaperRow, ...]
    columns: tuple[PaperColumn, ...]
    training: tuple[TrainingItem, ...] = ()

    @property
    def vulnerable(self) -> int:
        """How many skills one person alone can."""
        return sum(1 for each in self.columns if each.qualified == 1)


def matrix_paper(
    matrix: Matrix,
    covered: Mapping[int, Coverage],
    gaps: Mapping[int, int],
    people: Sequence[MatrixPerson],
    skills: Sequence[Skill],
    t: Language,
    *,
    scope: str = "",
    training: Sequence[TrainingItem] = (),
) -> MatrixPaper:
    """The people and skills that are to be seen, in their order."""
    usual = matrix.bindings.usual_targets()
    columns = tuple(_column(each, covered[each.id], usual.get(each.id)) for each in skills)
    rows = tuple(_row(matrix, each, skills, gaps.get(each.id, 0), t) for each in people)
    there = {each.id for each in people}
    kept = tuple(each for each in training if each.person_id in there)
    return MatrixPaper(scope, matrix.day, rows, columns, kept)


def _column(skill: Skill, covered: Coverage, target: int | None) -> PaperColumn:
    told = str(target) if target else "–"
    counts = covered.have, covered.need, len(covered.qualified)
    return PaperColumn(skill.name, skill.category, told, *counts)


def _row(
    matrix: Matrix, person: MatrixPerson, skills: Sequence[Skill], gaps: int, t: Language
) -> PaperRow:
    known, targets = matrix.cells.get(person.id, {}), matrix.bindings.targets(person.id)
    today = matrix.day.toordinal()
    cells: list[PaperCell] = []
    notes: dict[int, str] = {}
    for place, skill in enumerate(skills):
        found, required = known.get(skill.id), targets.get(skill.id)
        exempt = (person.id, skill.id) in matrix.exempt
        target = required.level if required and not exempt else 0
        if found is None:
            cells.append(PaperCell(None, target, exempt=exempt))
            continue
        mark = "" if skill.scale is Scale.LEVELS else short(found.level, skill.scale, t)
        cells.append(PaperCell(found.level, target, found.expired, exempt, mark))
        if not found.expired and found.expires and found.expires - today <= NOTICE_DAYS:
            notes[place] = t.day_month(date.fromordinal(found.expires))
    return PaperRow(person.name, person.unit, tuple(cells), notes, gaps)


class CoverageLine(NamedTuple):
    """One skill: how many are needed and there are, who alone can it, and how many lack it."""

    skill: str
    category: str
    critical: bool
    have: int
    need: int
    qualified: int
    only_one: str
    teachers: int
    gaps: int


class CoveragePaper(NamedTuple):
    """Coverage per skill; gaps are counted, and name nobody (practice 5)."""

    day: date
    lines: tuple[CoverageLine, ...]


class GapLine(NamedTuple):
    """What somebody lacks in one skill, and whose requirement it is."""

    skill: str
    critical: bool
    level: str
    required: str
    whose: str


class GapsPaper(NamedTuple):
    """What one person is below target in: for themselves, never for the wall (practice 5)."""

    person: str
    unit: str
    day: date
    lines: tuple[GapLine, ...]


class TrainingPaper(NamedTuple):
    """The open training plan, of somebody or of all."""

    scope: str
    day: date
    items: tuple[TrainingItem, ...]


class BaselineLine(NamedTuple):
    """One skill to be assessed, and the level that is required."""

    skill: str
    category: str
    target: int | None


class BaselinePaper(NamedTuple):
    """A sheet on which somebody and their leader assess what they can, each by themselves."""

    person: str
    unit: str
    day: date
    lines: tuple[BaselineLine, ...]


class DiplomaPaper(NamedTuple):
    """One diploma: who, which step of which ladder, when, and what it stands for."""

    person: str
    step: str
    ladder: str
    day: date
    skills: tuple[str, ...]


def coverage_paper(matrix: Matrix, covered: Mapping[int, Coverage]) -> CoveragePaper:
    """A line for each skill, in the order of the matrix."""
    gaps: dict[int, int] = {}
    for gap in matrix.gaps():
        gaps[gap.skill_id] = gaps.get(gap.skill_id, 0) + 1
    lines = tuple(_covered(matrix, each, covered[each.id], gaps) for each in matrix.skills)
    return CoveragePaper(matrix.day, lines)


def gaps_papers(
    matrix: Matrix, t: Language, people: Collection[int] | None = None
) -> list[GapsPaper]:
    """A list for each of these people who lack anything, the largest gap first."""
    found = [gap for gap in matrix.gaps() if people is None or gap.person_id in people]
    found.sort(key=lambda gap: -gap.missing)
    keys = {gap.person_id for gap in found}
    return [
        GapsPaper(
            *(each.name, each.unit, matrix.day),
            tuple(_lacking(gap, matrix, t) for gap in found if gap.person_id == each.id),
        )
        for each in matrix.people
        if each.id in keys
    ]


def _lacking(gap: Gap, matrix: Matrix, t: Language) -> GapLine:
    skill, level = matrix.skill[gap.skill_id], gap.requirement.level
    return GapLine(
        skill.name,
        skill.critical,
        told(gap.level, skill.scale, t),
        told(level, skill.scale, t),
        gap.requirement.told_name(t),
    )


def _covered(
    matrix: Matrix, skill: Skill, covered: Coverage, gaps: Mapping[int, int]
) -> CoverageLine:
    alone = matrix.person[covered.only_one].name if covered.only_one is not None else ""
    return CoverageLine(
        skill.name,
        skill.category,
        skill.critical,
        covered.have,
        covered.need,
        len(covered.qualified),
        alone,
        len(covered.teachers),
        gaps.get(skill.id, 0),
    )


def baseline_paper(matrix: Matrix, person: MatrixPerson) -> BaselinePaper:
    """All skills of the matrix, with what is required of the person."""
    lines = tuple(
        BaselineLine(each.name, each.category, matrix.target(person.id, each.id))
        for each in matrix.skills
    )
    return BaselinePaper(person.name, person.unit, matrix.day, lines)
