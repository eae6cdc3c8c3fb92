"""A table of domain objects that follows the document, and tells views only what changed.

The law: after any edit, undo or redo the model equals one opened afresh. It holds because the
model asks the same query again for just the rows a change may show in, or for all of them.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from itertools import groupby
from typing import Any, Generic, NamedTuple, Protocol, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from lean_desktop.document.changes import ChangeSet
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.queries import Connection
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.qt import override

Index = QModelIndex | QPersistentModelIndex
MANY = 200
"""When more rows than this come or go at once, views start afresh."""

ROW_ROLE = Qt.ItemDataRole.UserRole
"""The domain object of the row."""


class Keyed(Protocol):
    """What a row must have."""

    @property
    def id(self) -> int: ...


R = TypeVar("R", bound=Keyed)


class Held(NamedTuple, Generic[R]):
    """Rows by key, and what each is sorted by where no other order is asked for."""

    rows: dict[int, R]
    order: dict[int, Any]


class Column(NamedTuple):
    """How one column shows a row, sorts by it, and writes what was typed.

    `write(row, typed)` makes the edit and raises RuleBroken when the text will not do.
    `choices` are the texts offered while typing.
    """

    name: str
    title: str
    text: Callable[[Any], str]
    sort: Callable[[Any], Any] | None = None
    write: Callable[[Any, str], object] | None = None
    choices: Callable[[], Sequence[str]] | None = None
    right: bool = False
    tip: Callable[[Any], str] | None = None
    role: Callable[[Any, int], Any] | None = None


class RowModel(QAbstractTableModel, Generic[R]):
    """Rows of one query in the columns given; sorted and filtered here, not in a proxy.

    `load(connection, ids)` reads rows (all when `ids` is None); `touched(connection, changes)`
    says which keys to read again; `order` is the order where no other is asked for. `rows` are
    all rows, where somebody has read them already.
    `refused(index, Message)` follows a text that will not do, `counted` any change of what shows.
    """

    refused = Signal(QModelIndex, object)
    counted = Signal()

    def __init__(
        self,
        live: LiveDocument,
        columns: Sequence[Column],
        load: Callable[[Connection, Collection[int] | None], list[R]],
        touched: Callable[[Connection, ChangeSet], frozenset[int] | None],
        order: Callable[[R], Any],
        parent: QObject | None = None,
        *,
        rows: list[R] | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = list(columns)
        self._live = live
        self._load = load
        self._touched = touched
        self._usual_order = order
        self._order: Callable[[R], Any] | None = None
        self._falling = False
        self._wanted: Callable[[R], bool] | None = None
        self._keys: dict[int, Any] = {}
        self._all: dict[int, R] = {}
        self._usual_keys: dict[int, Any] = {}
        self._hold(self._held(live.read(load, None) if rows is None else rows))
        self._rows: list[R] = self._arranged()
        self._prepared: tuple[ChangeSet, Held[R]] | None = None
        live.changed.connect(self._on_changed)
        live.add_view(self)

    # What it holds

    def rows(self) -> list[R]:
        """The rows shown, in their order."""
        return list(self._rows)

    def row(self, index: Index) -> R:
        """The domain object under an index."""
        return self._rows[index.row()]

    def total(self) -> int:
        """How many rows there are, shown or filtered away."""
        return len(self._all)

    def index_of(self, key: int, column: int = 0) -> QModelIndex:
        """Where the row with `key` is shown; an invalid index when it is not."""
        for position, row in enumerate(self._rows):
            if row.id == key:
                return self.index(position, column)
        return QModelIndex()

    def keep(self, wanted: Callable[[R], bool] | None) -> None:
        """Show only the rows that `wanted` says yes to; None shows all."""
        self._wanted = wanted
        self._show()

    def reload(self) -> None:
        """Read everything again (when the day or the query's conditions changed)."""
        self._hold(self._held(self._live.read(self._load, None)))
        self._show()

    def prepare(self, changes: ChangeSet) -> None:
        """Read ahead what a large change touches; touches nothing that is shown."""
        self._prepared = changes, self._live.read(self._follow, changes)

    # What Qt asks

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.columns)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column, row = self.columns[index.column()], self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return column.text(row)
        if role == ROW_ROLE:
            return row
        return self._dressing(column, row, role)

    def _dressing(self, column: Column, row: R, role: int) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole and column.right:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.ToolTipRole and column.tip:
            return column.tip(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{column.title}: {column.text(row)}"
        return column.role(row, role) if column.role else None

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            side = "AlignRight" if self.columns[section].right else "AlignLeft"
            return int(Qt.AlignmentFlag[side] | Qt.AlignmentFlag.AlignVCenter)
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        writable = self.columns[index.column()].write and not self._live.read_only
        return usual | Qt.ItemFlag.ItemIsEditable if writable else usual

    @override
    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        write = self.columns[index.column()].write
        if role != Qt.ItemDataRole.EditRole or write is None:
            return False
        row = self._rows[index.row()]
        if str(value) == self.columns[index.column()].text(row):
            return True
        try:
            write(row, str(value))
        except RuleBroken as error:
            self.refused.emit(index, error.message)
            return False
        return True

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        chosen = self.columns[column] if 0 <= column < len(self.columns) else None
        self._order = (chosen.sort or chosen.text) if chosen else None
        self._keys = {}
        self._falling = order == Qt.SortOrder.DescendingOrder
        self._show()

    # Following the document

    def _on_changed(self, changes: ChangeSet) -> None:
        prepared, self._prepared = self._prepared, None
        if prepared and prepared[0] is changes:
            held = prepared[1]
        else:
            held = self._live.read(self._follow, changes)
        if held.rows is not self._all:
            self._hold(held)
            self._show()

    def _follow(self, connection: Connection, changes: ChangeSet) -> Held[R]:
        """What is to be held after the change; the very same when it shows nothing of it."""
        keys = self._touched(connection, changes)
        if keys is None:
            return self._held(self._load(connection, None))
        if not keys:
            return Held(self._all, self._usual_keys)
        read = self._load(connection, keys)
        return self._held([*(row for row in self._all.values() if row.id not in keys), *read])

    def _held(self, rows: Iterable[R]) -> Held[R]:
        """The rows by key; what they are sorted by is worked out for the changed ones only."""
        by_key = {row.id: row for row in rows}
        usual = {
            key: self._usual_keys[key]
            if key in self._usual_keys and self._all.get(key) == row
            else self._usual_order(row)
            for key, row in by_key.items()
        }
        return Held(by_key, usual)

    def _hold(self, held: Held[R]) -> None:
        before, (self._all, self._usual_keys) = self._all, held
        if self._keys:
            kept = {key for key in self._keys if before.get(key) == self._all.get(key)}
            self._keys = {key: self._keys[key] for key in kept}

    def _show(self) -> None:
        new = self._arranged()
        old_keys = {row.id for row in self._rows}
        new_keys = {row.id for row in new}
        if len(old_keys ^ new_keys) > MANY:
            self._start_afresh(new)
        else:
            self._drop(old_keys - new_keys)
            self._reorder([row.id for row in new if row.id in old_keys])
            self._insert(new)
            self._repaint(new)
        self.counted.emit()

    def _arranged(self) -> list[R]:
        rows: Iterable[R] = self._all.values()
        if self._wanted:
            rows = filter(self._wanted, rows)
        usual = sorted(rows, key=lambda row: self._usual_keys[row.id])
        if self._order is None:
            return usual
        return sorted(usual, key=self._chosen_key, reverse=self._falling)

    def _chosen_key(self, row: R) -> Any:
        if row.id not in self._keys and self._order:
            self._keys[row.id] = self._order(row)
        return self._keys[row.id]

    def _start_afresh(self, new: list[R]) -> None:
        self.beginResetModel()
        self._rows = new
        self.endResetModel()

    def _drop(self, gone: set[int]) -> None:
        places = [place for place, row in enumerate(self._rows) if row.id in gone]
        for first, last in reversed(_runs(places)):
            self.beginRemoveRows(QModelIndex(), first, last)
            del self._rows[first : last + 1]
            self.endRemoveRows()

    def _reorder(self, keys: list[int]) -> None:
        if [row.id for row in self._rows] == keys:
            return
        self.layoutAboutToBeChanged.emit()
        place = {key: position for position, key in enumerate(keys)}
        before = self.persistentIndexList()
        after = [self.index(place[self._rows[i.row()].id], i.column()) for i in before]
        self._rows.sort(key=lambda row: place[row.id])
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _insert(self, new: list[R]) -> None:
        there = {row.id for row in self._rows}
        places = [place for place, row in enumerate(new) if row.id not in there]
        for first, last in _runs(places):
            self.beginInsertRows(QModelIndex(), first, last)
            self._rows[first:first] = new[first : last + 1]
            self.endInsertRows()

    def _repaint(self, new: list[R]) -> None:
        old, self._rows = self._rows, new
        places = [at for at, (was, row) in enumerate(zip(old, new, strict=True)) if was != row]
        for first, last in _runs(places):
            left, right = 0, len(self.columns) - 1
            if first == last:
                left, right = self._differing(old[first], new[first])
            self.dataChanged.emit(self.index(first, left), self.index(last, right))

    def _differing(self, was: R, row: R) -> tuple[int, int]:
        """The first and the last column in which a row now looks otherwise; all when it is none."""
        places = [
            place
            for place, column in enumerate(self.columns)
            if column.role or _look(column, was) != _look(column, row)
        ]
        return (places[0], places[-1]) if places else (0, len(self.columns) - 1)


def _look(column: Column, row: Any) -> tuple[str, str]:
    """What a cell says, and what it says when asked."""
    return column.text(row), column.tip(row) if column.tip else ""


def _runs(places: Sequence[int]) -> list[tuple[int, int]]:
    """Rising numbers as (first, last) of each unbroken run."""
    runs = []
    for _, run in groupby(enumerate(places), key=lambda pair: pair[1] - pair[0]):
        each = [place for _, place in run]
        runs.append((each[0], each[-1]))
    return runs
