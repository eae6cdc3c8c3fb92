"""Certification ladders: steps of a role, each with levels to have, and what is missing to them."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from lean_desktop.domain.competence.matrix import Matrix
from lean_desktop.domain.competence.requirements import Scope
from lean_desktop.domain.competence.skills import SkillLevel


class LadderStep(NamedTuple):
    """One step for those who have a role, or a kind of role; `of` is its name."""

    id: int
    scope: Scope
    of: str
    position: int
    name: str
    skills: tuple[SkillLevel, ...] = ()


class Diploma(NamedTuple):
    """A step somebody was certified for, and the day it was handed out."""

    id: int
    person_id: int
    step_id: int
    day: date


class Missing(NamedTuple):
    """A level that is missing to a step; `level` is what the person has."""

    skill_id: int
    level: int
    required: int


class Standing(NamedTuple):
    """How somebody stands to one step; it is `reached` with all below it."""

    step: LadderStep
    missing: tuple[Missing, ...]
    reached: bool


def climbed(matrix: Matrix, person_id: int, steps: Iterable[LadderStep]) -> list[Standing]:
    """How a person stands to each step of one ladder, from the lowest."""
    found: list[Standing] = []
    so_far = True
    for step in sorted(steps, key=lambda each: each.position):
        missing = tuple(_missing(matrix, person_id, step))
        so_far = so_far and not missing
        found.append(Standing(step, missing, so_far))
    return found


def _missing(matrix: Matrix, person_id: int, step: LadderStep) -> Iterable[Missing]:
    for skill_id, required in step.skills:
        level = matrix.level(person_id, skill_id)
        if level < required:
            yield Missing(skill_id, level, required)
