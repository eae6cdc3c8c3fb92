"""Who can teach whom."""

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from lean_desktop.domain.competence.coverage import Coverage
from lean_desktop.domain.competence.matrix import Gap, Matrix


class Teaching(NamedTuple):
    """Those who can teach one skill, and the gaps of those who are to learn it."""

    skill_id: int
    teachers: tuple[int, ...]
    learners: tuple[Gap, ...]


def teaching(matrix: Matrix, covered: Mapping[int, Coverage]) -> list[Teaching]:
    """By skill, in the order of the matrix, where somebody is to learn."""
    learners = defaultdict(list)
    for gap in matrix.gaps():
        learners[gap.skill_id].append(gap)
    rows = [each.id for each in matrix.people]
    return [
        Teaching(
            skill.id,
            tuple(key for key in rows if key in covered[skill.id].teachers),
            tuple(learners[skill.id]),
        )
        for skill in matrix.skills
        if skill.id in learners
    ]


def teachers_for(
    matrix: Matrix, covered: Mapping[int, Coverage], person_id: int, skill_id: int
) -> list[int]:
    """Who can teach the person: those of the same unit first, then of the same groups, by row."""
    learner = matrix.person[person_id]

    def distance(key: int) -> tuple[bool, bool]:
        other = matrix.person[key]
        near = other.unit_id is not None and other.unit_id == learner.unit_id
        return not near, not other.group_ids & learner.group_ids

    able = covered[skill_id].teachers - {person_id}
    return sorted((each.id for each in matrix.people if each.id in able), key=distance)
