"""The board: cards in columns and lanes, walked and moved by keys, dragged by the mouse."""

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QRegion,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView

from lean_desktop.domain.board import Board, LaneKey
from lean_desktop.domain.cards import Card
from lean_desktop.i18n import Language
from lean_desktop.layout.board import BoardLayout, Place, Sizes, Spot
from lean_desktop.ui.actions.board_drag import Drag
from lean_desktop.ui.actions.board_model import BoardModel
from lean_desktop.ui.actions.board_painter import BoardPainter
from lean_desktop.ui.qt import override
from lean_desktop.ui.theme import Theme

Key, Modifier = Qt.Key, Qt.KeyboardModifier
ARROWS = {
    Key.Key_Left: (-1, 0),
    Key.Key_Right: (1, 0),
    Key.Key_Up: (0, -1),
    Key.Key_Down: (0, 1),
}
STEP = 60
"""Pixels that one notch of the wheel scrolls."""


class BoardView(QAbstractItemView):
    """Shows a `BoardModel`; knows no document.

    Emits `moved(column, lane)` when the chosen cards are to hang in another column or lane, each
    None where it stays; `folded(lane key)`; `add_asked(column, lane)` for one more card there;
    `rename_asked()`, `remove_asked()`, `details_asked()`, `menu_asked(where)` and `picked()` when the current card or
    those chosen are others.
    """

    moved = Signal(object, object)
    folded = Signal(object)
    add_asked = Signal(int, object)
    rename_asked = Signal()
    remove_asked = Signal()
    details_asked = Signal()
    menu_asked = Signal(QPoint)
    picked = Signal()

    def __init__(self, name: str, theme: Theme, t: Language) -> None:
        super().__init__()
        self.setObjectName("board")
        self.setAccessibleName(name)
        self.setFrameShape(self.Shape.NoFrame)
        self.setSelectionMode(self.SelectionMode.ExtendedSelection)
        self.setEditTriggers(self.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.cards = BoardModel(t, self)
        self.setModel(self.cards)
        self.t, self.theme = t, theme
        self.read_only = False
        self.folds: set[LaneKey] = set()
        self._offsets: list[int] = []
        self._rest: tuple[object, QPixmap] | None = None
        self._painter = BoardPainter(theme, t)
        self.drag = Drag(self)
        self.map = self._laid_out()
        theme.changed.connect(self._on_theme)

    # What it shows

    def show_board(self, board: Board, *, today: Any) -> None:
        """Show another board; the current card, those chosen and the place stay if they can."""
        current, chosen = self.current_id(), self.chosen_ids()
        near = self.map.spot(self.currentIndex().row()) if self.currentIndex().isValid() else None
        self.cards.show_board(board, today)
        self._lay_out()
        self._choose_again(current, chosen, near)
        self.viewport().update()
        self.picked.emit()

    def current_id(self) -> int:
        """The key of the current card; 0 when there is none."""
        index = self.currentIndex()
        return self.cards.cards[index.row()].id if index.isValid() else 0

    def chosen_ids(self) -> list[int]:
        """The keys of the chosen cards, from the left and the top."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return [self.cards.cards[row].id for row in rows]

    def chosen(self) -> list[Card]:
        """The chosen cards, from the left and the top."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return [self.cards.cards[row] for row in rows]

    def go_to(self, action_id: int) -> bool:
        """Make a card the current one and scroll to it; whether it is shown."""
        index = self.cards.index_of(action_id)
        if not index.isValid():
            return False
        lane = self.map.spot(index.row()).lane
        if lane in self.map.folded:
            self.fold(lane)
        # Whatever keys are held: Qt would otherwise leave it unchosen while Ctrl is.
        self.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        self.scrollTo(index)
        return True

    def fold(self, lane: int) -> None:
        """Fold a lane, or unfold it."""
        self.folds ^= {self.cards.board.lanes[lane].key}
        self._lay_out()
        self.viewport().update()
        self.folded.emit(self.cards.board.lanes[lane].key)

    def spot(self) -> Spot | None:
        """Where the current card hangs."""
        index = self.currentIndex()
        return self.map.spot(index.row()) if index.isValid() else None

    def add_place(self, column: int, lane: int) -> QRect:
        """Where a line for one more card belongs, in the viewport."""
        return self.shown(self.map.below(lane, column), column)

    # What an item view is asked

    @override
    def visualRect(self, index: Any) -> QRect:
        if not index.isValid() or index.row() >= self.map.count:
            return QRect()
        spot = self.map.spot(index.row())
        hidden = spot.lane in self.map.folded
        return QRect() if hidden else self.shown(self.map.card(spot), spot.column)

    @override
    def indexAt(self, point: QPoint) -> QModelIndex:
        at = self._content(point)
        found = self.map.card_at(at.x(), at.y()) if point.y() >= self.map.body_top else None
        return self.cards.index(self.map.number(found), 0) if found else QModelIndex()

    @override
    def scrollTo(
        self,
        index: Any,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        if not index.isValid():
            return
        spot, place = self.map.spot(index.row()), self.visualRect(index)
        room = self.viewport().rect().adjusted(0, self.map.body_top, 0, -self.map.sizes.margin)
        over = min(0, place.top() - room.top()) or max(0, place.bottom() - room.bottom())
        self._scroll(spot.column, over)
        across = min(0, place.left() - self.map.sizes.pad) or max(
            0, place.right() + self.map.sizes.pad - room.right()
        )
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() + across)
        self.viewport().update()

    @override
    def moveCursor(
        self, cursorAction: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        spot = self.spot()
        if spot is None:
            return self.cards.index(0, 0)
        found = self._beside(spot, cursorAction)
        return self.cards.index(self.map.number(found), 0)

    @override
    def horizontalOffset(self) -> int:
        return self.horizontalScrollBar().value()

    @override
    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    @override
    def isIndexHidden(self, index: Any) -> bool:
        return self.map.spot(index.row()).lane in self.map.folded

    @override
    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """A click selects the card under it; with Shift all cards of the columns between."""
        found = QItemSelection()
        for row in range(self.map.count):
            if self.visualRect(self.cards.index(row, 0)).intersects(rect.normalized()):
                found.select(self.cards.index(row, 0), self.cards.index(row, 0))
        self.selectionModel().select(found, command)

    @override
    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        region = QRegion()
        for index in selection.indexes():
            region = region.united(self.visualRect(index))
        return region

    @override
    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.viewport().update()
        self.picked.emit()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keys begin at the first card."""
        if not self.currentIndex().isValid() and self.cards.cards:
            self.setCurrentIndex(self.cards.index(0, 0))
        super().focusInEvent(event)

    @override
    def currentChanged(self, current: Any, previous: Any) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()
        self.picked.emit()

    # Keys and mouse

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = Key(event.key()), event.modifiers()
        control = bool(held & Modifier.ControlModifier)
        if self.drag.going and key == Key.Key_Escape:
            self.drag.stop()
        elif control and key in ARROWS:
            self._move_by(*ARROWS[key])
        elif control and key in (Key.Key_Return, Key.Key_Enter):
            self.ask_to_add()
        elif key in (Key.Key_F2, Key.Key_Return, Key.Key_Enter) and self.current_id():
            self.rename_asked.emit()
        elif key == Key.Key_Delete and self.chosen_ids():
            self.remove_asked.emit()
        elif key == Key.Key_Space and not held:
            self.details_asked.emit()
        else:
            super().keyPressEvent(event)

    def ask_to_add(self) -> None:
        """Ask for one more card where the current one hangs, else in the first column."""
        spot = self.spot() or Spot(0, 0, 0)
        if self.cards.board.lanes and not self.read_only:
            self.add_asked.emit(spot.column, self.cards.board.lanes[spot.lane].key)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        point, at = event.position().toPoint(), self._content(event.position().toPoint())
        left = event.button() == Qt.MouseButton.LeftButton
        if self.indexAt(point).isValid():
            if left and not event.modifiers() and self.indexAt(point) in self._selected():
                self.setCurrentIndex_kept(self.indexAt(point))
            else:
                super().mousePressEvent(event)
            if left and not self.read_only:
                self.drag.press(point)
        elif left and (lane := self._head_of_lane_at(at)) is not None:
            self.fold(lane)
        elif left and (where := self._adding_at(point)) is not None and not self.read_only:
            self.add_asked.emit(where.column, self.cards.board.lanes[where.lane].key)

    def setCurrentIndex_kept(self, index: QModelIndex) -> None:
        """Make it the current card, with all that are chosen left so: they may be dragged."""
        keep = QItemSelectionModel.SelectionFlag.NoUpdate
        self.selectionModel().setCurrentIndex(index, keep)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self.drag.move(event.position().toPoint()):
            over = self.indexAt(event.position().toPoint()).isValid()
            shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self.drag.drop() and event.button() == Qt.MouseButton.LeftButton:
            index = self.indexAt(event.position().toPoint())
            if index.isValid() and not event.modifiers():
                self.setCurrentIndex(index)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.indexAt(event.position().toPoint()).isValid():
            self.rename_asked.emit()

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.currentIndex()
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard and index.isValid()
        where = self.visualRect(index).center() if by_key else event.pos()
        self.menu_asked.emit(self.viewport().mapToGlobal(where))

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        lines = event.pixelDelta().y() or event.angleDelta().y() * STEP // 120
        if self.map.lanes or event.modifiers() or not lines:
            super().wheelEvent(event)
            return
        column = self.map.column_at(self._content(event.position().toPoint()).x())
        if column is not None:
            self._scroll(column, -lines)
            self.viewport().update()

    # Painting and places

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        if self.drag.going:
            painter.drawPixmap(0, 0, self._at_rest())
            self.drag.paint(painter)
        else:
            self._painter.paint(painter, self, event.rect())
        painter.end()

    def _at_rest(self) -> QPixmap:
        """The board as it is while a card is dragged over it; anew only where it has scrolled."""
        bars = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        scrolled = (*bars, *self._offsets, self.viewport().size().toTuple(), id(self.cards.board))
        if self._rest is None or self._rest[0] != scrolled:
            ratio = self.devicePixelRatioF()
            picture = QPixmap(self.viewport().size() * ratio)
            picture.setDevicePixelRatio(ratio)
            painter = QPainter(picture)
            self._painter.paint(painter, self, self.viewport().rect())
            painter.end()
            self._rest = scrolled, picture
        return self._rest[1]

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    @override
    def updateGeometries(self) -> None:
        super().updateGeometries()
        if hasattr(self, "map"):
            self._set_bars()

    def shown(self, place: Place, column: int) -> QRect:
        """Where a place of the board is in the viewport, as it is scrolled."""
        left = place.x - self.horizontalScrollBar().value()
        top = place.y - (
            self.verticalScrollBar().value() if self.map.lanes else self.offset(column)
        )
        return QRect(left, top, place.width, place.height)

    def cell_shown(self, lane: int, column: int) -> QRect:
        """Where a cell is in the viewport; without lanes it does not scroll with its cards."""
        place = self.map.cell(lane, column)
        down = self.verticalScrollBar().value() if self.map.lanes else 0
        left = place.x - self.horizontalScrollBar().value()
        return QRect(left, place.y - down, place.width, place.height)

    def offset(self, column: int) -> int:
        """How far a column without lanes is scrolled."""
        return self._offsets[column] if column < len(self._offsets) else 0

    def cell_at(self, point: QPoint) -> tuple[int, int] | None:
        """The lane and the column at a point of the viewport; the whole height of it counts."""
        at = self._content(point)
        column = self.map.column_at(at.x())
        lane = self.map.lane_at(max(at.y(), self.map.body_top))
        return None if column is None or lane is None else (lane, column)

    def scroll_at_edge(self, point: QPoint, edge: int, step: int) -> None:
        """Scroll when something that is dragged comes near an edge."""
        room = self.viewport().rect()
        down = (point.y() > room.bottom() - edge) - (point.y() < self.map.body_top + edge)
        across = (point.x() > room.right() - edge) - (point.x() < edge)
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() + across * step)
        column = self.map.column_at(self._content(point).x())
        if column is not None:
            self._scroll(column, down * step)

    # Inside

    def _selected(self) -> list[QModelIndex]:
        return self.selectionModel().selectedIndexes()

    def _content(self, point: QPoint) -> QPoint:
        x = point.x() + self.horizontalScrollBar().value()
        column = self.map.column_at(x)
        down = self.verticalScrollBar().value() if self.map.lanes else self.offset(column or 0)
        return QPoint(x, point.y() + down)

    def _scroll(self, column: int, by: int) -> None:
        if self.map.lanes:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + by)
        else:
            most = self.map.overflow(column)
            self._offsets[column] = min(most, max(0, self.offset(column) + by))

    def _laid_out(self) -> BoardLayout:
        board, room = self.cards.board, self.viewport().size()
        cells = [[len(cell) for cell in lane.cells] for lane in board.lanes]
        folded = {n for n, lane in enumerate(board.lanes) if lane.key in self.folds}
        scaled = Sizes(*(self.theme.scaled(length) for length in Sizes()))
        lanes = board.by != "none"
        return BoardLayout(
            cells, room.width(), room.height(), scaled, lanes=lanes, folded=folded if lanes else ()
        )

    def _lay_out(self) -> None:
        self.map = self._laid_out()
        before = self._offsets
        self._offsets = [
            min(before[column] if column < len(before) else 0, self.map.overflow(column))
            for column in range(self.map.columns)
        ]
        self._set_bars()

    def _set_bars(self) -> None:
        room = self.viewport().size()
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setRange(0, max(0, self.map.width - room.width()))
        across.setPageStep(room.width())
        down.setRange(0, max(0, self.map.height - room.height()) if self.map.lanes else 0)
        down.setPageStep(room.height())
        down.setSingleStep(STEP)

    def _choose_again(self, current: int, chosen: Sequence[int], near: Spot | None) -> None:
        index = self.cards.index_of(current)
        if not index.isValid() and near is not None and current:
            index = self._nearest(near)
        flags = QItemSelectionModel.SelectionFlag
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect)
        for each in chosen:
            again = self.cards.index_of(each)
            if again.isValid():
                self.selectionModel().select(again, flags.Select)

    def _nearest(self, near: Spot) -> QModelIndex:
        """The card that hangs where another hung, or the last above it."""
        if near.lane < len(self.map.cells) and near.column < self.map.columns:
            count = self.map.cells[near.lane][near.column]
            if count:
                spot = near._replace(place=min(near.place, count - 1))
                return self.cards.index(self.map.number(spot), 0)
        return QModelIndex()

    def _beside(self, spot: Spot, action: QAbstractItemView.CursorAction) -> Spot:
        going = QAbstractItemView.CursorAction
        match action:
            case going.MoveUp:
                return self._up_or_down(spot, -1)
            case going.MoveDown:
                return self._up_or_down(spot, 1)
            case going.MoveLeft | going.MovePrevious:
                return self._across(spot, range(spot.column - 1, -1, -1))
            case going.MoveRight | going.MoveNext:
                return self._across(spot, range(spot.column + 1, self.map.columns))
            case going.MoveHome:
                return self._in_column(spot.column)[0]
            case going.MoveEnd:
                return self._in_column(spot.column)[-1]
            case going.MovePageUp:
                return self._up_or_down(spot, -5)
            case going.MovePageDown:
                return self._up_or_down(spot, 5)
        return spot

    def _up_or_down(self, spot: Spot, by: int) -> Spot:
        column = self._in_column(spot.column)
        place = column.index(spot) + by
        return column[min(len(column) - 1, max(0, place))]

    def _in_column(self, column: int) -> list[Spot]:
        return [
            Spot(lane, column, place)
            for lane in range(len(self.map.cells))
            if lane not in self.map.folded
            for place in range(self.map.cells[lane][column])
        ]

    def _across(self, spot: Spot, columns: Iterable[int]) -> Spot:
        """The card at the same height in the nearest column that has any; in its lane first."""
        height = self.map.card(spot).y - self.offset(spot.column)
        for column in columns:
            found = self._in_column(column)
            if found:
                return min(
                    found,
                    key=lambda other: (
                        abs(other.lane - spot.lane),
                        abs(self.map.card(other).y - self.offset(other.column) - height),
                    ),
                )
        return spot

    def _move_by(self, columns: int, lanes: int) -> None:
        spot, board = self.spot(), self.cards.board
        if spot is None or self.read_only:
            return
        column, lane = spot.column + columns, spot.lane + lanes
        if columns and 0 <= column < self.map.columns:
            self.moved.emit(column, None)
        elif lanes and self.map.lanes and 0 <= lane < len(board.lanes):
            self.moved.emit(None, board.lanes[lane])

    def _head_of_lane_at(self, at: QPoint) -> int | None:
        lane = self.map.lane_at(at.y()) if self.map.lanes else None
        if lane is None or not self.map.lane_head(lane).holds(at.x(), at.y()):
            return None
        return lane

    def _adding_at(self, point: QPoint) -> Spot | None:
        """Under the last card of a column, or on the plus of its head."""
        x = point.x() + self.horizontalScrollBar().value()
        column = self.map.column_at(x)
        if column is None or not self.cards.board.lanes:
            return None
        head = self.map.head(column)
        plus = head._replace(x=head.x + head.width - head.height, width=head.height)
        if plus.holds(x, point.y()):
            return Spot(0, column, 0)
        below = self.add_place(column, 0)
        return Spot(0, column, 0) if not self.map.lanes and below.contains(point) else None

    def _on_theme(self) -> None:
        self._painter.forget()
        self._lay_out()
        self.viewport().update()
