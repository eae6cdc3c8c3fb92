"""What handouts of competence are made of."""

from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection

from lean_desktop.domain.competence.coverage import Coverage, coverage
from lean_desktop.domain.competence.exported import MatrixTable, matrix_table
from lean_desktop.domain.competence.matrix import Matrix
from lean_desktop.domain.competence.papers import (
    BaselinePaper,
    CoveragePaper,
    DiplomaPaper,
    MatrixPaper,
    TrainingPaper,
    baseline_paper,
    coverage_paper,
    matrix_paper,
)
from lean_desktop.domain.competence.shown import Shown, columns_shown, gap_counts, rows_shown
from lean_desktop.domain.competence.training import TrainingItem
from lean_desktop.i18n import Language
from lean_desktop.queries.competence import matrix_facts
from lean_desktop.queries.ladders import diplomas, ladders
from lean_desktop.queries.organisation import people
from lean_desktop.queries.skills import skills
from lean_desktop.queries.training import training_plan


def exported_matrix(connection: Connection, t: Language, *, today: date) -> MatrixTable:
    """Everyone and every skill, as a table for a spreadsheet."""
    matrix = matrix_facts(connection, day=today)
    numbers = {each.id: each.number for each in people(connection, today=today)}
    return matrix_table(matrix, matrix.people, matrix.skills, numbers, t)


class MatrixFacts(NamedTuple):
    """All a printed matrix is made of, whatever the language and whoever is to be seen."""

    matrix: Matrix
    covered: dict[int, Coverage]
    gaps: dict[int, int]
    plan: list[TrainingItem]

    def paper(self, shown: Shown, t: Language, scope: str = "") -> MatrixPaper:
        """The matrix of those who may be seen."""
        matrix = self.matrix
        seen, skills_seen = rows_shown(matrix, shown, self.gaps, t), columns_shown(matrix, shown)
        facts = matrix, self.covered, self.gaps
        return matrix_paper(*facts, seen, skills_seen, t, scope=scope, training=self.plan)


def printed_matrix(connection: Connection, *, day: date) -> MatrixFacts:
    """What the matrix of a day is printed from."""
    matrix = matrix_facts(connection, day=day)
    return MatrixFacts(matrix, coverage(matrix), gap_counts(matrix), training_plan(connection))


def printed_coverage(connection: Connection, *, day: date) -> CoveragePaper:
    """How well each skill is covered, and where one alone can it."""
    matrix = matrix_facts(connection, day=day)
    return coverage_paper(matrix, coverage(matrix))


def printed_training(
    connection: Connection, *, today: date, person_id: int | None = None, scope: str = ""
) -> TrainingPaper:
    """The open rows of the plan, of one person or of all."""
    return TrainingPaper(scope, today, tuple(training_plan(connection, person_id=person_id)))


def printed_baseline(
    connection: Connection, *, day: date, keys: Collection[int]
) -> list[BaselinePaper]:
    """A sheet to fill in for each of these people, with the skills that are asked of anybody."""
    matrix = matrix_facts(connection, day=day)
    return [baseline_paper(matrix, each) for each in matrix.people if each.id in keys]


def printed_diplomas(
    connection: Connection,
    *,
    day: date,
    person_id: int | None = None,
    step_id: int | None = None,
) -> list[DiplomaPaper]:
    """The diplomas handed out, of one person or of all, for one step or any, the latest first."""
    names = {each.id: each.name for each in matrix_facts(connection, day=day).people}
    known = {each.id: each.name for each in skills(connection)}
    steps = {step.id: step for found in ladders(connection).values() for step in found}
    return [
        DiplomaPaper(
            names[each.person_id],
            steps[each.step_id].name,
            steps[each.step_id].of,
            each.day,
            tuple(known[skill_id] for skill_id, _ in steps[each.step_id].skills),
        )
        for each in diplomas(connection, person_id=person_id)
        if each.person_id in names and each.step_id in steps and step_id in (None, each.step_id)
    ]
