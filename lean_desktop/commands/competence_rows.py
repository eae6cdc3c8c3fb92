"""Rows of competence as `show` lists them: how each skill is covered, and the training plan."""

from datetime import date
from typing import NamedTuple

from lean_desktop.commands.console import Console
from lean_desktop.document.document import Document
from lean_desktop.domain.competence.coverage import Coverage, coverage
from lean_desktop.domain.competence.matrix import Matrix
from lean_desktop.domain.competence.training import TrainingItem, TrainingState
from lean_desktop.queries.competence import matrix_facts
from lean_desktop.queries.training import training_plan


class CoveredSkill(NamedTuple):
    """How well one skill is covered; `only_one` is the only one who can it, or ""."""

    skill_id: int
    skill: str
    category: str
    have: int
    need: int
    only_one: str


class PlannedTraining(NamedTuple):
    """One row of the training plan."""

    id: int
    person: str
    skill: str
    level: int
    by_when: date | None
    trainer: str
    course: str
    state: TrainingState


def covered_skills(document: Document, on: Console) -> list[CoveredSkill]:
    """Every skill of the matrix as it is covered today, in the order of the matrix."""
    matrix = document.read(matrix_facts, day=on.today)
    return [_covered(matrix, each) for each in coverage(matrix).values()]


def planned_training(document: Document, on: Console) -> list[PlannedTraining]:
    """What of the training plan is not done, by date."""
    return [_planned(each, on.today) for each in document.read(training_plan)]


def _covered(matrix: Matrix, each: Coverage) -> CoveredSkill:
    skill, only = matrix.skill[each.skill_id], each.only_one
    name = matrix.person[only].name if only is not None else ""
    return CoveredSkill(skill.id, skill.name, skill.category, each.have, each.need, name)


def _planned(each: TrainingItem, today: date) -> PlannedTraining:
    told = (each.level, each.by_when, each.trainer, each.course)
    return PlannedTraining(each.id, each.person, each.skill, *told, each.state(today))
