"""Taking a competence matrix in from a table: found by its look, told cell by cell, then written.

Nothing is written here. `plan_matrix` says what an import would do; the edit of that plan does it.
"""

from lean_desktop.domain.matrix_import.layout import MatrixList, SkillColumn, find_matrix
from lean_desktop.domain.matrix_import.plan import (
    EACH,
    Here,
    MatrixPlan,
    NewSkill,
    PlannedLevels,
    plan_matrix,
    targets_for,
)

__all__ = [
    "EACH",
    "Here",
    "MatrixList",
    "MatrixPlan",
    "NewSkill",
    "PlannedLevels",
    "SkillColumn",
    "find_matrix",
    "plan_matrix",
    "targets_for",
]
