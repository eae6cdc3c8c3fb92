"""What an import would do, as rows to look at."""

from datetime import date

from PySide6.QtCore import QObject

from lean_desktop.domain.people_import import (
    FIELD_NAMES,
    OUTCOME_NAMES,
    Change,
    Field,
    Outcome,
    PlannedRow,
    Value,
)
from lean_desktop.i18n import Language
from lean_desktop.ui.import_table import NAME, OUTCOME, ROW, PlanModel
from lean_desktop.ui.qt import override
from lean_desktop.ui.theme import Theme

CHANGES, REASONS = 3, 4


class ImportModel(PlanModel[PlannedRow]):
    """Rows of a plan; `show` chooses which."""

    def __init__(self, t: Language, theme: Theme, parent: QObject | None = None) -> None:
        heads = (t("Row"), t("Outcome"), t("Name"), t("What it writes"), t("Why"))
        super().__init__(heads, theme, parent)
        self._t = t

    def whole(self, row: int) -> str:
        """Everything about a row, where a line of the table cannot hold it."""
        planned = self.rows[row]
        parts = (planned.name, *(self.text(planned, column) for column in (REASONS, CHANGES)))
        return " · ".join(part for part in parts if part)

    @override
    def text(self, row: PlannedRow, column: int) -> str:
        if column == ROW:
            return str(row.row)
        if column == OUTCOME:
            return self._t(OUTCOME_NAMES[row.outcome])
        if column == NAME:
            return row.name
        if column == CHANGES:
            return ", ".join(map(self._told, _worth_telling(row)))
        return " ".join(map(self._t, row.reasons))

    def _told(self, change: Change) -> str:
        name, new = self._t(FIELD_NAMES[change.field]), self._shown(change.new)
        if change.old in (None, ""):
            return f"{name}: {new}"
        return f"{name}: {self._shown(change.old)} → {new}"

    def _shown(self, value: Value) -> str:
        if isinstance(value, date):
            return self._t.date(value)
        if isinstance(value, float):
            return self._t.number(value, 0 if value.is_integer() else 1)
        return value or ""


def _worth_telling(row: PlannedRow) -> list[Change]:
    """The name of somebody new stands in a column of its own."""
    names = (Field.FIRST_NAME, Field.LAST_NAME) if row.outcome is Outcome.CREATED else ()
    return [change for change in row.changes if change.field not in names]
