"""Dragging cards: a tilted card at the pointer, the whole column as the place to drop it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QPainter, QPen, QPixmap
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from lean_desktop.ui.actions.board_view import BoardView

TILT = 1.5
EDGE, STEP, EVERY_MS = 40, 12, 30
"""So near the edge it scrolls, by so many pixels, so often: slower than is asked for elsewhere."""


class Drag:
    """One drag of the chosen cards, from the press to the drop; `target` is (lane, column)."""

    def __init__(self, view: "BoardView") -> None:
        self._view = view
        self._pressed: QPoint | None = None
        self._at = QPoint()
        self._grip = QPoint()
        self._picture = QPixmap()
        self.going = False
        self.target: tuple[int, int] | None = None
        self._edge = QTimer(view, interval=EVERY_MS)
        self._edge.timeout.connect(self._at_edge)

    def press(self, point: QPoint) -> None:
        """A button went down on a card; nothing is dragged before the pointer has moved enough."""
        self._pressed = point

    def move(self, point: QPoint) -> bool:
        """The pointer moved; whether something is dragged."""
        if self._pressed is not None and not self.going:
            far = (point - self._pressed).manhattanLength()
            if far >= QApplication.startDragDistance():
                self._begin()
        if self.going:
            self._at = point
            self._aim()
            self._view.viewport().update()
        return self.going

    def drop(self) -> bool:
        """The button went up; whether something was dragged. Asks the view to move it."""
        was, target = self.going, self.target
        self.stop()
        if was and target is not None:
            lane, column = target
            board = self._view.cards.board
            lanes = board.lanes[lane] if self._view.map.lanes else None
            self._view.moved.emit(column, lanes)
        return was

    def stop(self) -> None:
        """Drag no more; everything stays where it is."""
        self.going, self._pressed, self.target = False, None, None
        self._edge.stop()
        self._view.viewport().update()

    def paint(self, painter: QPainter) -> None:
        """The card at the pointer, and where it would hang."""
        if not self.going:
            return
        theme = self._view.theme
        if self.target is not None:
            self._mark(painter, self._view.cell_shown(*self.target))
            slot = self._slot(*self.target)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("accent_text"), 1.5, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(slot.adjusted(1, 1, -1, -1), 6, 6)
        painter.save()
        painter.translate(self._at - self._grip)
        painter.rotate(TILT)
        size = self._picture.deviceIndependentSize()
        shadow = theme.color("text")
        for spread, strength in ((5, 14), (3, 22), (1, 30)):
            shadow.setAlpha(strength)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(shadow)
            around = QRect(0, 2, int(size.width()), int(size.height()))
            painter.drawRoundedRect(around.adjusted(-spread, -spread, spread, spread + 3), 8, 8)
        painter.drawPixmap(0, 0, self._picture)
        more = len(self._view.selectionModel().selectedIndexes())
        if more > 1:
            self._count(painter, more, int(size.width()))
        painter.restore()

    # Inside

    def _mark(self, painter: QPainter, cell: QRect) -> None:
        """The whole cell takes the card."""
        tint = self._view.theme.color("selected")
        tint.setAlpha(110)
        painter.setBrush(tint)
        painter.setPen(QPen(self._view.theme.color("accent_text"), 2))
        painter.drawRoundedRect(cell.adjusted(1, 1, -1, -1), 8, 8)

    def _begin(self) -> None:
        view = self._view
        index = view.indexAt(self._pressed) if self._pressed is not None else view.currentIndex()
        if not index.isValid():
            return
        place = view.visualRect(index)
        self._picture = view.viewport().grab(place)
        self._grip = (self._pressed or place.center()) - place.topLeft()
        self.going = True
        self._edge.start()

    def _aim(self) -> None:
        self.target = self._view.cell_at(self._at)

    def _slot(self, lane: int, column: int) -> QRect:
        """Under the last card of the cell, or as much of it as is seen."""
        view = self._view
        place = view.shown(view.map.below(lane, column), column)
        place.setHeight(view.map.sizes.card)
        lowest = view.viewport().height() - view.map.sizes.margin - place.height()
        place.moveTop(min(place.top(), lowest))
        return place

    def _count(self, painter: QPainter, count: int, right: int) -> None:
        theme = self._view.theme
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent"))
        round_place = QRect(right - 14, -8, 24, 24)
        painter.drawEllipse(round_place)
        painter.setPen(theme.color("on_accent"))
        painter.setFont(theme.font(12, 600))
        painter.drawText(round_place, Qt.AlignmentFlag.AlignCenter, str(count))

    def _at_edge(self) -> None:
        self._view.scroll_at_edge(self._at, EDGE, STEP)
        self._aim()
        self._view.viewport().update()
