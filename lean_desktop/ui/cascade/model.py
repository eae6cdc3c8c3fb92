"""The outline as Qt walks it: a line for each wave, team and phase, told in words."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from lean_desktop.domain.cascade.outline import Level, Line
from lean_desktop.ui.qt import override

NAME, OWNER, TIME = range(3)
Index = QModelIndex | QPersistentModelIndex


class _Node:
    """A line in its place."""

    def __init__(self, line: Line, parent: "_Node | None", row: int) -> None:
        self.line, self.parent, self.row = line, parent, row
        self.below = [_Node(each, self, at) for at, each in enumerate(line.below)]

    def shape(self) -> tuple[Any, ...]:
        """What must be alike for two outlines to have the same rows."""
        return self.line.level, self.line.key, tuple(each.shape() for each in self.below)

    def take(self, line: Line) -> None:
        """The same place with other days."""
        self.line = line
        for node, each in zip(self.below, line.below, strict=True):
            node.take(each)


class OutlineModel(QAbstractItemModel):
    """Lines as rows; `tell` says a line in words, for those who hear it and for tips."""

    def __init__(
        self, heads: Sequence[str], tell: Callable[[Line], str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._heads, self._tell = heads, tell
        self._top: list[_Node] = []
        self._by_id: dict[int, _Node] = {}

    def show_lines(self, lines: Sequence[Line]) -> bool:
        """Show these; whether the rows are others than before."""
        made = [_Node(each, None, at) for at, each in enumerate(lines)]
        if [each.shape() for each in made] == [each.shape() for each in self._top]:
            for node, line in zip(self._top, lines, strict=True):
                node.take(line)
            return False
        self.beginResetModel()
        self._top, self._by_id = made, {}
        for each in made:
            self._note(each)
        self.endResetModel()
        return True

    def line(self, index: Index) -> Line | None:
        """The line of a row."""
        return self._by_id[index.internalId()].line if index.isValid() else None

    def index_of(self, level: Level, key: int) -> QModelIndex:
        """Where a line stands; an invalid index when it is not here."""
        for name, node in self._by_id.items():
            if (node.line.level, node.line.key) == (level, key):
                return self.createIndex(node.row, NAME, name)
        return QModelIndex()

    @override
    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:
        nodes = self._below(parent)
        if not (0 <= row < len(nodes) and 0 <= column <= TIME):
            return QModelIndex()
        return self.createIndex(row, column, id(nodes[row]))

    @override
    def parent(self, child: Index = QModelIndex()) -> Any:
        node = self._by_id[child.internalId()].parent if child.isValid() else None
        return self.createIndex(node.row, NAME, id(node)) if node else QModelIndex()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return len(self._below(parent)) if parent.column() <= NAME else 0

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return TIME + 1

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        shown = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return self._heads[section] if shown else None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.line(index)
        if line is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return (line.name, line.owner, "")[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._tell(line)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tell(line)
        return None

    def _below(self, parent: Index) -> list[_Node]:
        return self._by_id[parent.internalId()].below if parent.isValid() else self._top

    def _note(self, node: _Node) -> None:
        self._by_id[id(node)] = node
        for each in node.below:
            self._note(each)
