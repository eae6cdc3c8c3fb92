"""The table: whole rows are selected, cells are edited in place, and refused text stays open."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QPushButton, QTableView, QWidget

from lean_desktop.i18n import Language
from lean_desktop.ui.qt import override
from lean_desktop.ui.row_model import ROW_ROLE, RowModel
from lean_desktop.ui.theme import Theme
from lean_desktop.ui.widgets.cells import Cells
from lean_desktop.ui.widgets.tab_chain import tab_through

ROW_HEIGHT = 32


class Table(QTableView):
    """Shows a RowModel. Emits `remove_asked(whole)` for Del and Shift+Del.

    `chosen()` follows any change of what is selected; `paste_asked(text)` comes from Ctrl+V.
    """

    remove_asked = Signal(bool)
    chosen = Signal()
    paste_asked = Signal(str)

    def __init__(self, name: str, t: Language, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._empty: QWidget | None = None
        self._make_empty: Callable[[], QWidget] | None = None
        self.cells = Cells(theme, t, self)
        self.setItemDelegate(self.cells)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)  # Tab leaves; arrows go from cell to cell.
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.setMouseTracking(True)
        self.entered.connect(lambda index: self._hover(index.row()))
        self.viewportEntered.connect(lambda: self._hover(-1))
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._settle_headers(theme.scaled(ROW_HEIGHT))

    def follow(self, model: RowModel[Any]) -> None:
        """Show this model from now on."""
        self.setModel(model)
        self.selectionModel().selectionChanged.connect(lambda *_: self.chosen.emit())
        model.counted.connect(self._on_counted)
        model.modelReset.connect(self.chosen)
        self._on_counted()

    def stay(self) -> None:
        """Be at the same row, or where it was, after the model has begun afresh."""
        self._was: tuple[int, int, int] | None = None
        self.model().modelAboutToBeReset.connect(self._remember)
        self.model().modelReset.connect(self._return)

    def set_empty(self, make: Callable[[], QWidget]) -> None:
        """What is shown instead of rows when there are none; made when it first is."""
        self._make_empty = make
        self._on_counted()

    def selected(self) -> list[Any]:
        """The domain objects of the selected rows, in the order they stand."""
        there = self.selectionModel() is not None
        found = self.selectionModel().selectedRows() if there else []
        return [index.data(ROW_ROLE) for index in sorted(found, key=lambda index: index.row())]

    def current(self) -> Any:
        """The domain object of the current row when it is selected, else None."""
        index = self.currentIndex()
        if index.isValid() and self.selectionModel().isRowSelected(index.row(), QModelIndex()):
            return index.data(ROW_ROLE)
        return None

    def go_to(self, key: int, column: int = 0) -> None:
        """Select and show the row with that key."""
        model = self.model()
        if isinstance(model, RowModel) and (index := model.index_of(key, column)).isValid():
            flags = (
                QItemSelectionModel.SelectionFlag.ClearAndSelect
                | QItemSelectionModel.SelectionFlag.Rows
            )
            self.selectionModel().setCurrentIndex(index, flags)
            self.scrollTo(index)

    def commit(self) -> None:
        """Commit the cell in hand. Raises RuleBroken when it will not do."""
        self.cells.commit()

    def copy(self) -> None:
        """Put the selected rows on the clipboard, ready for a spreadsheet."""
        model = self.model()
        rows = sorted({index.row() for index in self.selectedIndexes()})
        lines = [
            "\t".join(_plain(model.index(row, column)) for column in self._visible_columns())
            for row in rows
        ]
        QGuiApplication.clipboard().setText("\n".join(lines))

    def widths(self) -> list[int]:
        """The columns' widths, to be remembered."""
        return [self.columnWidth(column) for column in range(self.model().columnCount())]

    def restore_widths(self, widths: Any) -> None:
        """Take what `widths` gave; anything else is passed over."""
        if isinstance(widths, list) and len(widths) == self.model().columnCount():
            for column, width in enumerate(widths):
                if isinstance(width, int) and 24 <= width <= 2000:
                    self.setColumnWidth(column, width)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste_asked.emit(QGuiApplication.clipboard().text())
        elif event.key() == Qt.Key.Key_Delete:
            whole = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.remove_asked.emit(whole)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._open()
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._rows():
            self.selectRow(0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._empty:
            self._empty.setGeometry(self.viewport().rect())

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def _remember(self) -> None:
        row, here = self.current(), self.currentIndex()
        self._was = (row.id, here.row(), here.column()) if row else None

    def _return(self) -> None:
        model = self.model()
        if self._was is None or not isinstance(model, RowModel) or not model.rowCount():
            return
        key, row, column = self._was
        if not model.index_of(key).isValid():
            key = model.rows()[min(row, model.rowCount() - 1)].id
        self.go_to(key, column)

    def _open(self) -> None:
        """Edit the current cell; a line that is open hands on its Enter too."""
        index = self.currentIndex()
        idle = self.state() != QAbstractItemView.State.EditingState
        if idle and index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)

    def _hover(self, row: int) -> None:
        """Light up the whole row under the mouse."""
        before, self.cells.hovered_row = self.cells.hovered_row, row
        for each in (before, row):
            if before != row and each >= 0:
                top, height = self.rowViewportPosition(each), self.rowHeight(each)
                self.viewport().update(0, top, self.viewport().width(), height)

    def _settle_headers(self, row_height: int) -> None:
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(row_height)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setStretchLastSection(True)
        header.setSectionsMovable(True)

    def _visible_columns(self) -> list[int]:
        header = self.horizontalHeader()
        places = (header.logicalIndex(place) for place in range(header.count()))
        return [column for column in places if not self.isColumnHidden(column)]

    def _on_counted(self) -> None:
        none = self._rows() == 0
        if none and self._make_empty and not self._empty:
            self._empty = self._make_empty()
            self._empty.setParent(self.viewport())
            tab_through(self, self._empty.findChildren(QPushButton))
        if self._empty:
            self._empty.setGeometry(self.viewport().rect())
            self._empty.setVisible(none)

    def _rows(self) -> int:
        return self.model().rowCount() if self.model() is not None else 0


def _plain(index: QModelIndex) -> str:
    text: str = index.data(Qt.ItemDataRole.DisplayRole) or ""
    return " ".join(text.split())
