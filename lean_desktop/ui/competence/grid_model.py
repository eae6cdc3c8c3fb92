"""The cells of the matrix between two axes, asked for only when they are seen."""

from collections.abc import Callable, Collection, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from lean_desktop.ui.competence.balls import Look
from lean_desktop.ui.qt import override

Index = QModelIndex | QPersistentModelIndex
Spot = tuple[int, int]
"""The keys of a row and of a column."""


class Line(NamedTuple):
    """One row or one column: a person or a skill.

    `note` stands beside the name, `span` is the category or unit it is under, `foot` the target of
    a skill; `tip` says it all.
    """

    key: int
    name: str
    note: str = ""
    span: str = ""
    foot: str = ""
    tip: str = ""


class GridModel(QAbstractTableModel):
    """Rows, columns, and a look for each pair of their keys; `tell` says a cell in words."""

    def __init__(self, look: Callable[[int, int], Look], tell: Callable[[int, int], str]) -> None:
        super().__init__()
        self._look, self._tell = look, tell
        self.rows: Sequence[Line] = ()
        self.columns: Sequence[Line] = ()
        self._seen: dict[Spot, Look] = {}

    def show_lines(self, rows: Sequence[Line], columns: Sequence[Line]) -> None:
        """Show other rows and columns."""
        self.beginResetModel()
        self.rows, self.columns = rows, columns
        self._seen.clear()
        self._row_of = {line.key: place for place, line in enumerate(rows)}
        self._column_of = {line.key: place for place, line in enumerate(columns)}
        self.endResetModel()

    def renew(self, spots: Collection[Spot] | None = None) -> None:
        """Ask again about these cells, or about all."""
        if spots is None:
            self._seen.clear()
            first, last = self.index(0, 0), self.index(len(self.rows) - 1, len(self.columns) - 1)
            self.dataChanged.emit(first, last)
            return
        for spot in spots:
            self._seen.pop(spot, None)
            where = self.index_of(*spot)
            if where.isValid():
                self.dataChanged.emit(where, where)

    def look(self, row: int, column: int) -> Look:
        """How a cell looks, by its place."""
        spot = self.rows[row].key, self.columns[column].key
        found = self._seen.get(spot)
        if found is None:
            found = self._seen[spot] = self._look(*spot)
        return found

    def spot(self, index: Index) -> Spot:
        """The keys of a cell's row and column."""
        return self.rows[index.row()].key, self.columns[index.column()].key

    def index_of(self, row_key: int, column_key: int) -> QModelIndex:
        """Where a cell is; an index that is not valid when it is not shown."""
        if not self.rows:
            return QModelIndex()
        row, column = self._row_of.get(row_key, -1), self._column_of.get(column_key, -1)
        return self.index(row, column)

    @override
    def rowCount(self, parent: Any = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    @override
    def columnCount(self, parent: Any = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    @override
    def data(self, index: Any, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self._tell(*self.spot(index))
        if role == Qt.ItemDataRole.DisplayRole:
            look = self.look(index.row(), index.column())
            return look.mark or ("" if look.level is None else str(look.level))
        return None

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        lines = self.columns if orientation is Qt.Orientation.Horizontal else self.rows
        if not 0 <= section < len(lines):
            return None
        line = lines[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.name
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return line.tip or line.name
        return None
