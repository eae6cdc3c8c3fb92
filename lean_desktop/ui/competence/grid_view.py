"""The matrix itself: cells one walks and writes in as in a spreadsheet."""

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from lean_desktop.ui.competence.axis import Axis
from lean_desktop.ui.competence.balls import Balls
from lean_desktop.ui.competence.grid_model import GridModel
from lean_desktop.ui.qt import override
from lean_desktop.ui.theme import Theme

HANDLE = 7
"""Pixels of the square one drags to fill."""

Block = tuple[int, int, int, int]
"""First row, first column, last row and last column of chosen cells."""


class GridView(QTableView):
    """Shows a `GridModel`. What is typed or dragged is only told; the page makes the edits.

    `typed(text)` is a level or a letter, or nothing to clear; `fill_asked(from, to)` are two blocks,
    the second of which grows out of the first; `moved(lying, by)` asks to move the current line.
    """

    typed = Signal(str)
    copied = Signal()
    pasted = Signal()
    fill_asked = Signal(tuple, tuple)
    moved = Signal(bool, int)

    def __init__(
        self, name: str, model: GridModel, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.theme, self.cells, self._balls = theme, model, Balls(theme)
        self._filling: Block | None = None
        self.setAccessibleName(name)
        self.columns = Axis(Qt.Orientation.Horizontal, theme, self)
        self.rows = Axis(Qt.Orientation.Vertical, theme, self)
        self.setHorizontalHeader(self.columns)
        self.setVerticalHeader(self.rows)
        self.setModel(model)
        self.setCornerButtonEnabled(False)
        self.setShowGrid(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        model.modelReset.connect(self._on_reset)
        self.selectionModel().currentChanged.connect(self._on_current)
        theme.changed.connect(self.viewport().update)

    # What is chosen

    def block(self) -> Block | None:
        """The last chosen range; None when nothing is chosen."""
        ranges = self.selectionModel().selection()
        if ranges.isEmpty():
            return None
        last = ranges.last()
        return last.top(), last.left(), last.bottom(), last.right()

    def spots(self) -> list[tuple[int, int]]:
        """The keys of every chosen cell, row by row."""
        chosen = sorted((each.row(), each.column()) for each in self.selectedIndexes())
        rows, columns = self.cells.rows, self.cells.columns
        return [(rows[row].key, columns[column].key) for row, column in chosen]

    def go_to(self, row_key: int, column_key: int) -> bool:
        """Make a cell the current one; whether it is shown."""
        index = self.cells.index_of(row_key, column_key)
        if not index.isValid():
            return False
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect)
        self.scrollTo(index)
        return True

    # Keys

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = QKeySequence.StandardKey
        if event.matches(keys.Copy):
            self.copied.emit()
        elif event.matches(keys.Paste):
            self.pasted.emit()
        elif event.matches(keys.Cut):
            self.copied.emit()
            self.typed.emit("")
        elif not (self._on_command(event) or self._on_text(event)):
            super().keyPressEvent(event)

    def _on_command(self, event: QKeyEvent) -> bool:
        key, control = event.key(), event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if control and key in (Qt.Key.Key_D, Qt.Key.Key_R):
            self.fill_from_first(down=key == Qt.Key.Key_D)
            return True
        step = _STEPS.get(Qt.Key(key))
        if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(*step)
            return True
        return False

    def _on_text(self, event: QKeyEvent) -> bool:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.typed.emit("")
            return True
        text = event.text()
        plain = event.modifiers() & ~(_SHIFT | Qt.KeyboardModifier.KeypadModifier)
        if plain == Qt.KeyboardModifier.NoModifier and text.isprintable() and text.strip():
            self.typed.emit(text)
            return True
        return False

    def fill_from_first(self, *, down: bool) -> None:
        """The first row of what is chosen goes down the rest, or the first column to the right."""
        block = self.block()
        if block is None:
            return
        top, left, bottom, right = block
        first = (top, left, top, right) if down else (top, left, bottom, left)
        if first != block:
            self.fill_asked.emit(first, block)

    # The handle

    def handle(self) -> QRect:
        """The square at the corner of what is chosen; nothing where several ranges are."""
        block = self.block()
        if block is None or self.selectionModel().selection().count() != 1:
            return QRect()
        corner = self.visualRect(self.cells.index(block[2], block[3])).bottomRight()
        side = self.theme.scaled(HANDLE)
        return QRect(corner - QPoint(side // 2 + 1, side // 2 + 1), corner + QPoint(1, 1))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if event.button() == Qt.MouseButton.LeftButton and self.handle().contains(at):
            self._filling = self.block()
            return
        super().mousePressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if self._filling:
            self._stretch(self._filling, self.indexAt(at).row(), self.indexAt(at).column())
            return
        over = self.handle().contains(at)
        cursor = Qt.CursorShape.CrossCursor if over else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(cursor)
        super().mouseMoveEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._filling:
            first, self._filling = self._filling, None
            block = self.block()
            if block and block != first:
                self.fill_asked.emit(first, block)
            return
        super().mouseReleaseEvent(event)

    def _stretch(self, first: Block, row: int, column: int) -> None:
        """Choose what would be filled: downwards or to the right, whichever is further."""
        top, left, bottom, right = first
        if row < 0 or column < 0:
            return
        if row - bottom >= column - right:
            bottom = max(bottom, row)
        else:
            right = max(right, column)
        self.choose((top, left, bottom, right))

    def choose(self, block: Block) -> None:
        """Choose a range; the current cell stays."""
        first, last = self.cells.index(*block[:2]), self.cells.index(*block[2:])
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().select(QItemSelection(first, last), flags.ClearAndSelect)

    # Painting

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """All cells in one go: asking a delegate for each would cost more than drawing it."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self.theme.color("surface"))
        if not self.cells.rows or not self.cells.columns:
            return
        rows, columns = self._seen(event.rect())
        self._paint_chosen(painter)
        self._paint_lines(painter, rows, columns)
        self._paint_balls(painter, rows, columns)
        self._paint_current(painter)

    def _seen(self, rect: QRect) -> tuple[range, range]:
        return (
            _between(self.rows, rect.top(), rect.bottom(), len(self.cells.rows)),
            _between(self.columns, rect.left(), rect.right(), len(self.cells.columns)),
        )

    def _paint_chosen(self, painter: QPainter) -> None:
        color = self.theme.color("selected")
        chosen = self.selectionModel().selection()
        for each in map(chosen.at, range(chosen.count())):
            corner = self.visualRect(self.cells.index(each.top(), each.left())).topLeft()
            far = self.visualRect(self.cells.index(each.bottom(), each.right())).bottomRight()
            painter.fillRect(QRect(corner, far), color)

    def _paint_lines(self, painter: QPainter, rows: range, columns: range) -> None:
        """Hairlines, stronger where a category or a unit ends."""
        right = self.columns.sectionViewportPosition(columns[-1]) + self.columns.sectionSize(0) - 1
        bottom = self.rows.sectionViewportPosition(rows[-1]) + self.rows.sectionSize(0) - 1
        for row in rows:
            y = self.rows.sectionViewportPosition(row) + self.rows.sectionSize(row) - 1
            painter.setPen(self._line_after(self.rows, row))
            painter.drawLine(0, y, right, y)
        for column in columns:
            x = self.columns.sectionViewportPosition(column) + self.columns.sectionSize(column) - 1
            painter.setPen(self._line_after(self.columns, column))
            painter.drawLine(x, 0, x, bottom)

    def _line_after(self, axis: Axis, place: int) -> QPen:
        lines = axis.lines
        ends = place + 1 < len(lines) and lines[place].span != lines[place + 1].span
        return QPen(self.theme.color("line_strong" if ends else "line"))

    def _paint_balls(self, painter: QPainter, rows: range, columns: range) -> None:
        side, ratio = self.theme.scaled(30), self.devicePixelRatioF()
        look, pixmap, draw = self.cells.look, self._balls.pixmap, painter.drawPixmap
        across = (self.columns.defaultSectionSize() - 1 - side) // 2
        down = (self.rows.defaultSectionSize() - 1 - side) // 2
        lefts = [self.columns.sectionViewportPosition(column) + across for column in columns]
        for row in rows:
            top = self.rows.sectionViewportPosition(row) + down
            for left, column in zip(lefts, columns, strict=True):
                draw(left, top, pixmap(look(row, column), side, ratio))

    def _paint_current(self, painter: QPainter) -> None:
        index = self.currentIndex()
        if index.isValid():
            painter.setPen(QPen(self.theme.color("accent_text"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.visualRect(index).adjusted(0, 0, -2, -2))
        if not self.handle().isEmpty():
            painter.fillRect(self.handle(), self.theme.color("accent_text"))

    # Inside

    def _on_reset(self) -> None:
        self.columns.show_lines(self.cells.columns)
        self.rows.show_lines(self.cells.rows)

    def _on_current(self) -> None:
        self.columns.viewport().update()
        self.rows.viewport().update()
        self.viewport().update()


_SHIFT = Qt.KeyboardModifier.ShiftModifier
_STEPS = {
    Qt.Key.Key_Up: (False, -1),
    Qt.Key.Key_Down: (False, 1),
    Qt.Key.Key_Left: (True, -1),
    Qt.Key.Key_Right: (True, 1),
}


def _between(axis: Axis, first: int, last: int, count: int) -> range:
    begin, end = axis.logicalIndexAt(first), axis.logicalIndexAt(last)
    return range(max(0, begin), (end if end >= 0 else count - 1) + 1)
