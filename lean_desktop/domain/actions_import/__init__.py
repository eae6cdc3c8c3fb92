"""Taking actions in from a list: which column says what, and what would become of each row.

Nothing is written here. `plan_actions` says row by row what an import would do; the edit
`import_actions` does it.
"""

from lean_desktop.domain.actions_import.columns import (
    COLUMN_NAMES,
    ActionColumn,
    ActionList,
    action_list,
)
from lean_desktop.domain.actions_import.exported import Stored, action_table, people_names
from lean_desktop.domain.actions_import.plan import Here, plan_actions, refused_rows
from lean_desktop.domain.actions_import.planned import (
    ActionPlan,
    Change,
    Move,
    NewAction,
    PlannedAction,
    Remark,
    Tick,
)

__all__ = [
    "COLUMN_NAMES",
    "ActionColumn",
    "ActionList",
    "ActionPlan",
    "Change",
    "Here",
    "Move",
    "NewAction",
    "PlannedAction",
    "Remark",
    "Stored",
    "Tick",
    "action_list",
    "action_table",
    "people_names",
    "plan_actions",
    "refused_rows",
]
