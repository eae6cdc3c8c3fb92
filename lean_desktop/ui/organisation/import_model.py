"""What an import would do, as rows to look at."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

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
from lean_desktop.ui.qt import override
from lean_desktop.ui.row_model import Index
from lean_desktop.ui.theme import Theme

ROW, OUTCOME, NAME, CHANGES, REASONS = range(5)
_MARKS = {
    Outcome.CREATED: ("plus", "good"),
    Outcome.UPDATED: ("redo", "accent_text"),
    Outcome.UNCHANGED: ("minusc", "text3"),
    Outcome.REFUSED: ("alert", "bad"),
}


class ImportModel(QAbstractTableModel):
    """Rows of a plan; `show` chooses which."""

    def __init__(self, t: Language, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self._theme = theme
        self._rows: Sequence[PlannedRow] = ()
        self._heads = (t("Row"), t("Outcome"), t("Name"), t("What it writes"), t("Why"))

    def show(self, rows: Sequence[PlannedRow]) -> None:
        """Show these rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def whole(self, row: int) -> str:
        """Everything about a row, where a line of the table cannot hold it."""
        planned = self._rows[row]
        parts = (planned.name, *(self._text(planned, column) for column in (REASONS, CHANGES)))
        return " · ".join(part for part in parts if part)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._heads)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._text(row, index.column()) or None
        if role == Qt.ItemDataRole.DecorationRole and index.column() == OUTCOME:
            icon, color = _MARKS[row.outcome]
            return self._theme.icon(icon, color)
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == REASONS:
            refused = row.outcome is Outcome.REFUSED
            return self._theme.color("bad" if refused else "watch")
        return None

    def _text(self, row: PlannedRow, column: int) -> str:
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
