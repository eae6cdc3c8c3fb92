"""What an import would do, row by row: the table both kinds of list are looked at in."""

from collections.abc import Mapping, Sequence
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from PySide6.QtWidgets import QAbstractItemView, QTableView

from lean_desktop.domain.people_import import Outcome
from lean_desktop.i18n import Language
from lean_desktop.ui.qt import override
from lean_desktop.ui.row_model import Index
from lean_desktop.ui.theme import Theme
from lean_desktop.ui.widgets.cells import Cells

ROW, OUTCOME, NAME = range(3)
"""The first columns of every such table; the last one says why."""

_MARKS = {
    Outcome.CREATED: ("plus", "good"),
    Outcome.UPDATED: ("redo", "accent_text"),
    Outcome.UNCHANGED: ("minusc", "text3"),
    Outcome.REFUSED: ("alert", "bad"),
}


class Planned(Protocol):
    """What a row must have."""

    @property
    def outcome(self) -> Outcome: ...


R = TypeVar("R", bound=Planned)


class PlanModel(QAbstractTableModel, Generic[R]):
    """Rows of a plan; `show` chooses which. Subclasses say what stands in a cell."""

    def __init__(self, heads: Sequence[str], theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heads, self._theme = heads, theme
        self.rows: Sequence[R] = ()

    def text(self, row: R, column: int) -> str:
        """What stands in a cell."""
        raise NotImplementedError

    def show(self, rows: Sequence[R]) -> None:
        """Show these rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.rows)

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
        row, last = self.rows[index.row()], len(self._heads) - 1
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(row, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.text(row, index.column()) or None
        if role == Qt.ItemDataRole.DecorationRole and index.column() == OUTCOME:
            return self._theme.icon(*_MARKS[row.outcome])
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == last:
            return self._theme.color("bad" if row.outcome is Outcome.REFUSED else "watch")
        return None


def plan_table(
    model: PlanModel[Any], widths: Mapping[int, int], t: Language, theme: Theme
) -> QTableView:
    """A table of such rows, with columns of these widths at 100 %; the last takes the rest."""
    table = QTableView()
    table.setAccessibleName(t("What becomes of each row"))
    table.setModel(model)
    table.setItemDelegate(Cells(theme, t, table))
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(theme.scaled(30))
    table.setTabKeyNavigation(False)
    table.horizontalHeader().setHighlightSections(False)
    table.horizontalHeader().setStretchLastSection(True)
    for column, width in widths.items():
        table.setColumnWidth(column, theme.scaled(width))
    return table
