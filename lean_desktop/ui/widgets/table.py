"""The table: whole rows are selected, cells are edited in place, and refused text stays open."""

from typing import Any

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from lean_desktop.domain.errors import RuleBroken
from lean_desktop.i18n import Language, Message
from lean_desktop.ui.qt import override
from lean_desktop.ui.row_model import ROW_ROLE, RowModel
from lean_desktop.ui.theme import Theme
from lean_desktop.ui.widgets.field import Line, completer

ROW_HEIGHT = 32
Index = QModelIndex | QPersistentModelIndex


class Cells(QStyledItemDelegate):
    """Paints flat cells with a hairline and a ring around the current one, and edits them."""

    def __init__(self, theme: Theme, t: Language, table: QAbstractItemView) -> None:
        super().__init__(table)
        self.theme = theme
        self._t = t
        self._table = table
        self._place = QPersistentModelIndex()
        self._editor: QLineEdit | None = None
        self._refused: Message | None = None
        self._sentence = QLabel(table.viewport())
        self._sentence.setStyleSheet(
            f"background: {theme.color('bad_tint').name()}; color: {theme.color('bad').name()};"
            " padding: 4px 8px; border-radius: 4px;"
        )
        self._sentence.hide()

    # Painting

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        current = bool(option.state & QStyle.StateFlag.State_HasFocus)
        option.state &= ~QStyle.StateFlag.State_HasFocus
        super().paint(painter, option, index)
        self.paint_frame(painter, option.rect, current=current)

    def paint_frame(self, painter: QPainter, place: QRect, *, current: bool) -> None:
        """The hairline under a cell, and the ring of the current one."""
        painter.save()
        painter.setPen(QPen(self.theme.color("line"), 1))
        painter.drawLine(place.bottomLeft(), place.bottomRight())
        if current:
            painter.setPen(QPen(self.theme.color("accent_text"), 2))
            painter.drawRect(place.adjusted(1, 1, -1, -1))
        painter.restore()

    # Editing

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        column = self._model().columns[index.column()]
        line = Line(parent)
        line.setAccessibleName(column.title)
        if column.choices:
            line.setCompleter(completer(column.choices(), line))
        self._place = QPersistentModelIndex(index)
        self._editor = line
        line.destroyed.connect(self._forget)
        return line

    @override
    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(index.data(Qt.ItemDataRole.EditRole))
            editor.selectAll()

    @override
    def setModelData(self, editor: QWidget, model: Any, index: Index) -> None:
        if isinstance(editor, QLineEdit):
            model.setData(index, editor.text())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._editor and self._would_commit(event) and not self.try_commit():
            return True
        return super().eventFilter(watched, event)

    def try_commit(self) -> bool:
        """Commit what is being typed; when it will not do, it stays, with its sentence."""
        if self._editor is None or not self._place.isValid():
            return True
        self._refused = None
        model = self._model()
        model.refused.connect(self._on_refused)
        went_well = model.setData(self._place, self._editor.text())
        model.refused.disconnect(self._on_refused)
        self._show_sentence()
        return went_well

    def commit(self) -> None:
        """Commit and close the cell in hand. Raises RuleBroken when it will not do."""
        if not self.try_commit() and self._refused:
            raise RuleBroken(self._refused)
        if self._editor:
            self.closeEditor.emit(self._editor, QStyledItemDelegate.EndEditHint.NoHint)

    def in_hand(self) -> bool:
        """Whether a cell is being typed in."""
        return self._editor is not None and self._editor.isModified()

    def _would_commit(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            return event.reason() not in (
                Qt.FocusReason.PopupFocusReason,
                Qt.FocusReason.ActiveWindowFocusReason,
            )
        return (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key()
            in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        )

    def _show_sentence(self) -> None:
        self._sentence.setVisible(self._refused is not None)
        if self._editor:
            self._editor.setProperty("refused", self._refused is not None)
            self._editor.style().polish(self._editor)
        if self._refused and self._editor:
            self._sentence.setText(self._t(self._refused))
            self._editor.setAccessibleDescription(self._sentence.text())
            self._sentence.adjustSize()
            below = self._editor.geometry().bottomLeft()
            room = self._table.viewport().width() - self._sentence.width()
            self._sentence.move(max(0, min(below.x(), room)), below.y() + 2)
            self._sentence.raise_()

    def _on_refused(self, _index: QModelIndex, message: Message) -> None:
        self._refused = message

    def _forget(self) -> None:
        self._editor = None
        self._refused = None
        self._sentence.hide()

    def _model(self) -> RowModel[Any]:
        model = self._table.model()
        if not isinstance(model, RowModel):
            raise TypeError("this table shows a RowModel")
        return model


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
        self.cells = Cells(theme, t, self)
        self.setItemDelegate(self.cells)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._settle_headers()

    def follow(self, model: RowModel[Any]) -> None:
        """Show this model from now on."""
        self.setModel(model)
        self.selectionModel().selectionChanged.connect(lambda *_: self.chosen.emit())
        model.counted.connect(self._on_counted)
        model.modelReset.connect(self.chosen)
        self._on_counted()

    def set_empty(self, page: QWidget) -> None:
        """What is shown instead of rows when there are none."""
        page.setParent(self.viewport())
        self._empty = page
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
            self.edit(self.currentIndex())
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

    def _settle_headers(self) -> None:
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
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
        if self._empty:
            self._empty.setGeometry(self.viewport().rect())
            self._empty.setVisible(self._rows() == 0)

    def _rows(self) -> int:
        return self.model().rowCount() if self.model() is not None else 0


def _plain(index: QModelIndex) -> str:
    text: str = index.data(Qt.ItemDataRole.DisplayRole) or ""
    return " ".join(text.split())
