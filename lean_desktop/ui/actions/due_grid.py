"""The grid of days: walked by arrows, cards moved by Ctrl+arrows or dragged to another day."""

from datetime import date, timedelta

from PySide6.QtCore import QEvent, QMimeData, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QApplication, QHeaderView, QTableView, QToolTip

from lean_desktop.domain.cards import Card
from lean_desktop.domain.due_calendar import DueDay
from lean_desktop.domain.organisation import initials
from lean_desktop.i18n import Language
from lean_desktop.ui.actions.due_model import WEEK, DueModel
from lean_desktop.ui.qt import override
from lean_desktop.ui.theme import Theme

MIME = "application/x-lean-action"
"""What is dragged: the key of an action."""

HEAD, LINE, PAD, LEAST_ROW, BROAD = 24, 20, 4, 64, 320
_ARROWS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -WEEK,
    Qt.Key.Key_Down: WEEK,
}


class DueGrid(QTableView):
    """Shows a `DueModel`; knows no document.

    Emits `move_asked(action id, day)` when a card is to be due another day, `turned(day)` when the
    keyboard leaves what is seen, `stepped(-1 or 1)` and `today_asked()` for other weeks,
    `day_asked(day)` when all of a day is asked for, and `picked()` when the current card is
    another.
    """

    move_asked = Signal(int, date)
    turned = Signal(date)
    stepped = Signal(int)
    today_asked = Signal()
    day_asked = Signal(date)
    picked = Signal()

    def __init__(self, name: str, model: DueModel, t: Language, theme: Theme) -> None:
        super().__init__()
        self._due, self._t, self._theme = model, t, theme
        self._at = 0
        self._pressed: QPoint | None = None
        self._over: date | None = None
        self.read_only = False
        self.setAccessibleName(name)
        self.setModel(model)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(self.SelectionMode.SingleSelection)
        self.setEditTriggers(self.EditTrigger.NoEditTriggers)
        self.setAcceptDrops(True)
        self._settle_headers()
        theme.changed.connect(self.viewport().update)

    # What is current

    def day(self) -> DueDay | None:
        """The day one stands at."""
        index = self.currentIndex()
        return self._due.day(index) if index.isValid() else None

    def card(self) -> Card | None:
        """The card one stands at; None on a day without any."""
        day = self.day()
        return day.cards[min(self._at, len(day.cards) - 1)] if day and day.cards else None

    def stand_at(self, day: date, action_id: int = 0) -> bool:
        """Stand at a day that is seen, and at a card of it; whether the card is there."""
        index = self._due.index_of(day)
        if not index.isValid():
            return False
        keys = [card.id for card in self._due.day(index).cards]
        self._at = keys.index(action_id) if action_id in keys else 0
        self.setCurrentIndex(index)
        self._tell()
        return action_id in keys

    # Keys

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, control = Qt.Key(event.key()), Qt.KeyboardModifier.ControlModifier
        day = self.day()
        if key in _ARROWS and day is not None:
            if event.modifiers() & control:
                self._ask_to_move(_ARROWS[key])
            else:
                self._walk(_ARROWS[key], day)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.stepped.emit(1 if key == Qt.Key.Key_PageDown else -1)
        elif key == Qt.Key.Key_Home:
            self.today_asked.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and day is not None and day.cards:
            self.day_asked.emit(day.day)
        else:
            super().keyPressEvent(event)

    def _walk(self, step: int, day: DueDay) -> None:
        """Up and down go through the cards of the day before they go to another week."""
        at = self._at + (step > 0) - (step < 0)
        if abs(step) == WEEK and 0 <= at < len(day.cards):
            self._at = at
            self._tell()
            return
        there = day.day + timedelta(days=step)
        index = self._due.index_of(there)
        if not index.isValid():
            self.turned.emit(there)
            return
        self._at = len(self._due.day(index).cards) - 1 if step == -WEEK else 0
        self._at = max(0, self._at)
        self.setCurrentIndex(index)
        self._tell()

    def _ask_to_move(self, step: int) -> None:
        card = self.card()
        if card is not None and card.action.due and not self.read_only:
            self.move_asked.emit(card.id, card.action.due + timedelta(days=step))

    def _tell(self) -> None:
        card = self.card()
        self.setAccessibleDescription(self._due.told(card) if card else "")
        self.viewport().update()
        self.picked.emit()

    # The mouse

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        index = self.indexAt(point)
        if not index.isValid() or event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        line = self._line_at(index, point)
        self.setCurrentIndex(index)
        day = self._due.day(index)
        if line is None:
            self._at, self._pressed = 0, None
            self._tell()
            if day.cards and point.y() > self.visualRect(index).top() + HEAD:
                self.day_asked.emit(day.day)
            return
        self._at, self._pressed = line, point
        self._tell()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        card, pressed = self.card(), self._pressed
        if pressed is None or card is None or self.read_only:
            return
        if (
            event.position().toPoint() - pressed
        ).manhattanLength() < QApplication.startDragDistance():
            return
        self._pressed = None
        drag = QDrag(self)
        drag.setMimeData(dragged(card.id))
        drag.exec(Qt.DropAction.MoveAction)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed = None

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(MIME) and not self.read_only:
            event.acceptProposedAction()

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        fits = index.isValid() and event.mimeData().hasFormat(MIME)
        self._light_up(self._due.day(index).day if fits else None)
        event.setAccepted(fits and not self.read_only)

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._light_up(None)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        day, self._over = self._over, None
        self.viewport().update()
        if day is not None:
            event.acceptProposedAction()
            key = bytes(event.mimeData().data(MIME).data()).decode()
            self.move_asked.emit(int(key), day)

    def _light_up(self, day: date | None) -> None:
        self._over = day
        self.viewport().update()

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        """A tip tells the whole of a card, whose it is included."""
        if isinstance(event, QHelpEvent):
            index = self.indexAt(event.pos())
            line = self._line_at(index, event.pos()) if index.isValid() else None
            if line is not None:
                card = self._due.day(index).cards[line]
                QToolTip.showText(event.globalPos(), self._due.told(card), self)
                return True
        return super().viewportEvent(event)

    # Painting

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._theme.color("surface"))
        for row in range(self._due.rowCount()):
            for column in range(WEEK):
                index = self._due.index(row, column)
                self._paint_day(painter, self.visualRect(index), index)

    def _paint_day(self, painter: QPainter, place: QRect, index: QModelIndex) -> None:
        day, color = self._due.day(index), self._theme.color
        current = index == self.currentIndex()
        if day.closed or day.day.weekday() >= 5:
            painter.fillRect(place, color("sunken"))
        if day.closed:
            painter.fillRect(place, QBrush(color("line"), Qt.BrushStyle.BDiagPattern))
        if day.day == self._over:
            painter.fillRect(place, color("selected"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(color("line"), 1))
        painter.drawRect(place.adjusted(0, 0, -1, -1))
        self._paint_head(painter, place, day)
        first, several = self._lines(place, day, current=current)
        for line, card in enumerate(several):
            chosen = current and first + line == min(self._at, len(day.cards) - 1)
            self._paint_card(painter, self._line_place(place, line), card, chosen=chosen)
        if more := len(day.cards) - len(several):
            self._paint_more(painter, self._line_place(place, len(several)), more)
        if current and self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(color("accent_text"), 2))
            painter.drawRect(place.adjusted(1, 1, -1, -1))

    def _paint_head(self, painter: QPainter, place: QRect, day: DueDay) -> None:
        theme, today = self._theme, day.day == self._due.today
        number = str(day.day.day)
        painter.setFont(theme.figures(12, 600 if today else 400))
        where = QRect(place.left() + PAD + 2, place.top() + 3, theme.scaled(22), theme.scaled(18))
        if today:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent"))
            painter.drawRoundedRect(where, 4, 4)
        ink = "on_accent" if today else "text2" if day.within else "text3"
        painter.setPen(theme.color(ink))
        painter.drawText(where, Qt.AlignmentFlag.AlignCenter, number)
        if day.closed:
            painter.setFont(theme.font(11))
            painter.setPen(theme.color("text2"))
            room = QRect(where.right() + PAD, where.top(), 0, where.height())
            room.setRight(place.right() - PAD)
            self._one_line(painter, room, day.closed)

    def _paint_card(self, painter: QPainter, place: QRect, card: Card, *, chosen: bool) -> None:
        color = self._theme.color
        over = card.action.days_over(self._due.today) > 0
        painter.setPen(QPen(color("accent_text" if chosen else "line"), 1))
        painter.setBrush(color("selected" if chosen else "surface"))
        painter.drawRoundedRect(place.adjusted(0, 1, -1, -2), 3, 3)
        painter.setFont(self._theme.font(12))
        room = place.adjusted(PAD, 0, -PAD, -1)
        if over:  # The date is red, never the person.
            painter.fillRect(QRect(room.left(), room.center().y() - 4, 8, 8), color("bad_fill"))
            room.setLeft(room.left() + 8 + PAD)
        room = self._paint_owner(painter, room, card.action.owner)
        painter.setPen(color("text"))
        self._one_line(painter, room, f"{card.action.number} {card.action.title}")

    def _paint_owner(self, painter: QPainter, place: QRect, owner: str) -> QRect:
        """Whose it is, at the right; the room that is left. A broad day has room for the name."""
        broad = place.width() > self._theme.scaled(BROAD)
        told = owner if broad else initials(owner)
        width = painter.fontMetrics().horizontalAdvance(told)
        painter.setPen(self._theme.color("text2"))
        where = QRect(place.right() - width, place.top(), width + 1, place.height())
        painter.drawText(where, Qt.AlignmentFlag.AlignVCenter, told)
        return place.adjusted(0, 0, -width - PAD, 0)

    def _paint_more(self, painter: QPainter, place: QRect, more: int) -> None:
        painter.setFont(self._theme.font(12, 500))
        painter.setPen(self._theme.color("accent_text"))
        self._one_line(painter, place.adjusted(PAD, 0, -PAD, 0), f"+ {more}")

    def _one_line(self, painter: QPainter, place: QRect, text: str) -> None:
        elide = Qt.TextElideMode.ElideRight
        shown = painter.fontMetrics().elidedText(text, elide, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)

    # Where things are

    def _lines(self, place: QRect, day: DueDay, *, current: bool) -> tuple[int, tuple[Card, ...]]:
        """The cards there is room for, from which on; the current one is among them."""
        room = max(1, (place.height() - self._theme.scaled(HEAD)) // self._theme.scaled(LINE))
        if len(day.cards) <= room:
            return 0, day.cards
        count = max(1, room - 1)
        first = max(0, min(self._at, len(day.cards) - 1) - count + 1) if current else 0
        return first, day.cards[first : first + count]

    def _line_place(self, place: QRect, line: int) -> QRect:
        height = self._theme.scaled(LINE)
        top = place.top() + self._theme.scaled(HEAD) + line * height
        return QRect(place.left() + PAD, top, place.width() - 2 * PAD, height)

    def _line_at(self, index: QModelIndex, point: QPoint) -> int | None:
        """Which card of a day is at the point; None beside them."""
        place, day = self.visualRect(index), self._due.day(index)
        first, several = self._lines(place, day, current=index == self.currentIndex())
        lines = (n for n in range(len(several)) if self._line_place(place, n).contains(point))
        found = next(lines, None)
        return None if found is None else first + found

    def card_place(self, action_id: int) -> QRect:
        """Where a card is painted, in the viewport; empty where it is not."""
        for row in range(self._due.rowCount()):
            for column in range(WEEK):
                index = self._due.index(row, column)
                place, current = self.visualRect(index), index == self.currentIndex()
                _, several = self._lines(place, self._due.day(index), current=current)
                for line, card in enumerate(several):
                    if card.id == action_id:
                        return self._line_place(place, line)
        return QRect()

    def _settle_headers(self) -> None:
        stretch = QHeaderView.ResizeMode.Stretch
        self.horizontalHeader().setSectionResizeMode(stretch)
        self.verticalHeader().setSectionResizeMode(stretch)
        self.verticalHeader().setMinimumSectionSize(self._theme.scaled(LEAST_ROW))
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionsClickable(False)
            header.setHighlightSections(False)
        self.setCornerButtonEnabled(False)


def dragged(action_id: int) -> QMimeData:
    """What is carried when a card is dragged."""
    data = QMimeData()
    data.setData(MIME, str(action_id).encode())
    return data
