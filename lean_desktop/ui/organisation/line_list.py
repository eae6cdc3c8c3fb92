"""A list for the panel: an avatar, a name, and under it what there is to say."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.qt import override
from lean_desktop.ui.row_model import ROW_ROLE, RowModel
from lean_desktop.ui.widgets.cells import Cells, Index
from lean_desktop.ui.widgets.marks import paint_avatar
from lean_desktop.ui.widgets.table import Table

ROW, LINE, AVATAR, GAP, MOST = 48, 17, 32, 10, 7
"""Logical pixels; and how many rows are seen at once."""

Told = Callable[[Any], str]


class LineList(Table):
    """As high as its rows, up to a few; then it scrolls. Emits `opened(row)` for Enter."""

    opened = Signal(object)

    def __init__(
        self, name: str, around: Surroundings, first: Told, second: Told, *, lines: int = 1
    ) -> None:
        super().__init__(name, around.t, around.theme)
        self._theme = around.theme
        self.cells = _Lines(around, self, first, second)
        self.setItemDelegate(self.cells)
        self.horizontalHeader().hide()
        self._row = around.theme.scaled(ROW + LINE * (lines - 1))
        self.verticalHeader().setDefaultSectionSize(self._row)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.data(ROW_ROLE)))

    @override
    def follow(self, model: RowModel[Any]) -> None:
        before = self.model()
        super().follow(model)
        model.counted.connect(self._fit)
        self._fit()
        if before is not None:
            before.deleteLater()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current():
            self.opened.emit(self.current())
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        rows = self.model().rowCount()
        self.setVisible(rows > 0)
        self.setFixedHeight(self._row * min(max(rows, 1), MOST))


class _Lines(Cells):
    beside = AVATAR + GAP + 8

    def __init__(self, around: Surroundings, table: Table, first: Told, second: Told) -> None:
        super().__init__(around.theme, around.t, table)
        self._first, self._second = first, second

    @override
    def texts(self, index: Index) -> list[str]:
        row = index.data(ROW_ROLE)
        return [self._first(row), self._second(row)]

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, theme = index.data(ROW_ROLE), self.theme
        self.paint_ground(painter, option, index)
        place = QRectF(option.rect)
        side = theme.scaled(AVATAR)
        circle = QRectF(place.left() + 4, place.center().y() - side / 2, side, side)
        paint_avatar(painter, theme, circle, self._first(row))
        text = place.adjusted(side + 4 + GAP, 0, -4, 0)
        half = theme.scaled(ROW) / 2
        above = text.adjusted(0, 4, 0, half - place.height())
        self._write(painter, above, self._first(row), 13, 600, "text")
        self._write(painter, text.adjusted(0, half, 0, -4), self._second(row), 12, 400, "text2")
        self.paint_frame(painter, option.rect, current=self.is_current(index))

    def _write(
        self, painter: QPainter, place: QRectF, text: str, pixels: int, weight: int, color: str
    ) -> None:
        font = self.theme.font(pixels, weight)
        painter.setFont(font)
        painter.setPen(self.theme.color(color))
        metrics, left = QFontMetrics(font), Qt.AlignmentFlag.AlignLeft
        if place.height() >= 2 * metrics.lineSpacing():
            flags = left | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
            painter.drawText(place, flags, text)
            return
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(place.width()))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | left, shown)
