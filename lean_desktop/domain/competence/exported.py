"""The matrix as a plain table, to go out to a spreadsheet that looks as people keep theirs."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from lean_desktop.domain.competence.levels import LEVEL_NAMES, Scale, highest, short
from lean_desktop.domain.competence.matrix import Matrix, MatrixPerson
from lean_desktop.domain.competence.skills import Skill
from lean_desktop.i18n import Language

FACTS = 3
"""The columns before the skills: name, number, unit."""


class MatrixTable(NamedTuple):
    """A table: a title, the categories over the skills, headings, targets, people, and a legend.

    `choices` are what may stand in the cells of each skill; levels are texts, as they are shown.
    """

    title: str
    categories: tuple[str, ...]
    heads: tuple[str, ...]
    targets: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    legend: tuple[str, ...]
    choices: tuple[tuple[str, ...], ...]

    @property
    def lines(self) -> list[list[str]]:
        """All of it from above, as a CSV file holds it; a category stands over its first skill."""
        over = [
            name if not place or name != self.categories[place - 1] else ""
            for place, name in enumerate(self.categories)
        ]
        blank = [""] * FACTS
        return [
            [self.title],
            [*blank, *over],
            list(self.heads),
            list(self.targets),
            *map(list, self.rows),
            [],
            *([line] for line in self.legend),
        ]


def matrix_table(
    matrix: Matrix,
    people: Sequence[MatrixPerson],
    skills: Sequence[Skill],
    numbers: Mapping[int, str],
    t: Language,
) -> MatrixTable:
    """The people and skills in their order; `numbers` are those of employees, by key."""
    usual = matrix.bindings.usual_targets()
    targets = (short(usual.get(each.id), each.scale, t) for each in skills)
    legend = (f"{level} {t(name)}" for level, name in enumerate(LEVEL_NAMES))
    return MatrixTable(
        f"{t('Competence matrix')} {t.date(matrix.day)}",
        tuple(each.category for each in skills),
        (t("Name"), t("Employee number"), t("Unit"), *(each.name for each in skills)),
        (t("Target"), "", "", *targets),
        tuple(_row(matrix, each, skills, numbers.get(each.id, ""), t) for each in people),
        tuple(legend),
        tuple(_choices(each.scale, t) for each in skills),
    )


def _row(
    matrix: Matrix, person: MatrixPerson, skills: Sequence[Skill], number: str, t: Language
) -> tuple[str, ...]:
    known = matrix.cells.get(person.id, {})
    levels = (
        short(cell.level, each.scale, t) if (cell := known.get(each.id)) else "" for each in skills
    )
    return person.name, number, person.unit, *levels


def _choices(scale: Scale, t: Language) -> tuple[str, ...]:
    """What a cell of the skill may hold, from the lowest level up."""
    levels = range(highest(scale) + 1) if scale in (Scale.LEVELS, Scale.ILUO) else (0, 3)
    return tuple(short(level, scale, t) for level in levels)
