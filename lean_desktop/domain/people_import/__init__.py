"""Taking people in from a list: which column says what, who is who, and what would change.

Nothing is written here. `plan_import` says row by row what an import would do; the edit of the
same name does it.
"""

from lean_desktop.domain.people_import.columns import (
    FIELD_NAMES,
    Columns,
    Field,
    PeopleList,
    guess_columns,
    people_list,
)
from lean_desktop.domain.people_import.plan import plan_import
from lean_desktop.domain.people_import.planned import (
    OUTCOME_NAMES,
    Change,
    ImportCounts,
    ImportPlan,
    Outcome,
    PlannedRow,
    Value,
)

__all__ = [
    "FIELD_NAMES",
    "OUTCOME_NAMES",
    "Change",
    "Columns",
    "Field",
    "ImportCounts",
    "ImportPlan",
    "Outcome",
    "PeopleList",
    "PlannedRow",
    "Value",
    "guess_columns",
    "people_list",
    "plan_import",
]
