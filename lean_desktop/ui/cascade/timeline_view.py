"""The timeline: outline left, bars right; bars are dragged, stretched and nudged."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from lean_desktop.domain.cascade.outline import Level, Line
from lean_desktop.domain.cascade.plan import WEEK, Dependency
from lean_desktop.i18n import Language
from lean_desktop.layout.timescale import DAY_WIDTH, Scale, Zoom
from lean_desktop.ui.cascade.bars import BarPlace, Bars
from lean_desktop.ui.cascade.model import NAME, OWNER, TIME, Index, OutlineModel
from lean_desktop.ui.cascade.timeline_head import TimelineHead, closed_stretches
from lean_desktop.ui.qt import override
from lean_desktop.ui.theme import Theme

ROW, NAME_WIDTH, OWNER_WIDTH = 28, 270, 110
_RIGHT, _LEFT = Qt.Key.Key_Right, Qt.Key.Key_Left


class Drag:
    """A bar in hand: which line, where it was taken, and whether it is stretched."""

    def __init__(self, line: Line, at: QPoint, *, stretching: bool) -> None:
        self.line, self.at, self.stretching = line, at, stretching
        self.days = 0
        self.begun = False


class TimelineView(QTreeView):
    """Emits `moved(line, days)` and `stretched(line, weeks)` when a bar is let go or nudged.

    While one is dragged, `dragged(line, days, stretching)` tells by how much, and None when it is
    let go or given up.
    """

    moved = Signal(object, int)
    stretched = Signal(object, int)
    dragged = Signal(object, int, bool)
    picked = Signal()
    remove_asked = Signal()

    def __init__(
        self, model: OutlineModel, t: Language, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.outline, self._theme = model, theme
        self.bars = Bars(t, theme)
        self.zoom = Zoom.MONTH
        self.first = date.today()
        self.left = 0
        self.read_only = False
        self.today: Callable[[], date] = date.today
        self.is_closed: Callable[[date], bool] = lambda _day: False
        self.ties: tuple[Dependency, ...] = ()
        self._drag: Drag | None = None
        self.setAccessibleName(t("Timeline"))
        self.setModel(model)
        self.setHeader(TimelineHead(t, theme, self.scale, self))
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setSelectionBehavior(QTreeView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_Name(self))
        self.setItemDelegateForColumn(TIME, _Row(self))
        self.setMouseTracking(True)
        self._settle_columns()
        self.selectionModel().currentChanged.connect(lambda *_: self.picked.emit())
        theme.changed.connect(self.viewport().update)

    def scale(self) -> Scale:
        """Days on the line as they are seen: 0 is the left edge of the column of bars."""
        day = self._theme.scaled(10 * DAY_WIDTH[self.zoom]) / 10
        return Scale(self.first + timedelta(days=round(self.left / day)), day)

    def line(self) -> Line | None:
        """The line one stands at."""
        return self.outline.line(self.currentIndex())

    def go_to(self, level: Level, key: int) -> bool:
        """Stand at a line; whether it is here."""
        index = self.outline.index_of(level, key)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
        return index.isValid()

    def show_zoom(self, zoom: Zoom) -> None:
        """See other stretches apart; the day in the middle stays there."""
        middle = self.scale().at(self.room() / 2)
        self.zoom = zoom
        head = self.header()
        if isinstance(head, TimelineHead):
            head.zoom = zoom
        self.centre(middle)

    def centre(self, day: date) -> None:
        """Have a day in the middle of the column of bars."""
        each = self._theme.scaled(10 * DAY_WIDTH[self.zoom]) / 10
        self.left = max(0, round((day - self.first).days * each - self.room() / 2))
        self.repaint_days()

    def room(self) -> int:
        """How wide the column of bars is."""
        return self.columnWidth(TIME)

    def row_height(self) -> int:
        """Pixels of a row."""
        return self._theme.scaled(ROW)

    def color(self, name: str) -> QColor:
        """A color of the look."""
        return self._theme.color(name)

    def paint_hairline(self, painter: QPainter, rect: QRect) -> None:
        """The line below a row."""
        painter.setPen(self._theme.color("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    def repaint_days(self) -> None:
        """Draw bars and calendar anew."""
        self.viewport().update()
        self.header().viewport().update()

    # Keys

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        line, key = self.line(), event.key()
        if key == Qt.Key.Key_Escape and self._drag:
            self._give_up()
        elif key in (_LEFT, _RIGHT) and line and line.phases:
            self._nudge(line, 1 if key == _RIGHT else -1, event.modifiers())
        elif key == Qt.Key.Key_Delete and not self.read_only:
            self.remove_asked.emit()
        else:
            super().keyPressEvent(event)

    def _nudge(self, line: Line, way: int, held: Qt.KeyboardModifier) -> None:
        if self.read_only:
            return
        if held & Qt.KeyboardModifier.ShiftModifier:
            if line.level is Level.PHASE:
                self.stretched.emit(line, line.phases[0].weeks + way)
        else:
            days = 1 if held & Qt.KeyboardModifier.AltModifier else WEEK
            self.moved.emit(line, way * days)

    # The mouse

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        at = event.position().toPoint()
        line = self._bar_at(at)
        if line and event.button() == Qt.MouseButton.LeftButton and not self.read_only:
            place = self._place(line, self.indexAt(at))
            at_end = place is not None and place.is_end(at.x()) and line.level is Level.PHASE
            self._drag = Drag(line, at, stretching=at_end)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at, drag = event.position().toPoint(), self._drag
        if drag is None:
            self._show_shape(at)
            return
        away = at.x() - drag.at.x()
        if not drag.begun and abs(away) < QApplication.startDragDistance():
            return
        drag.begun = True
        free = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier) and not drag.stretching
        step = 1 if free else WEEK
        days = round(away / self.scale().day / step) * step
        if days != drag.days:
            drag.days = days
            self.dragged.emit(drag.line, days, drag.stretching)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        drag, self._drag = self._drag, None
        if drag is None or not drag.begun:
            return
        self.dragged.emit(None, 0, False)
        if drag.days and drag.stretching:
            self.stretched.emit(drag.line, drag.line.phases[0].weeks + drag.days // WEEK)
        elif drag.days:
            self.moved.emit(drag.line, drag.days)

    def _give_up(self) -> None:
        self._drag = None
        self.dragged.emit(None, 0, False)

    def _show_shape(self, at: QPoint) -> None:
        line = None if self.read_only else self._bar_at(at)
        if line is None:
            self.viewport().unsetCursor()
            return
        place = self._place(line, self.indexAt(at))
        at_end = place is not None and place.is_end(at.x()) and line.level is Level.PHASE
        shape = Qt.CursorShape.SizeHorCursor if at_end else Qt.CursorShape.OpenHandCursor
        self.viewport().setCursor(shape)

    def _bar_at(self, at: QPoint) -> Line | None:
        index = self.indexAt(at)
        line = self.outline.line(index)
        place = self._place(line, index) if line and index.column() == TIME else None
        near = place.rect.adjusted(-2, -6, 6, 6).contains(at) if place else False
        return line if near else None

    def _place(self, line: Line, index: QModelIndex) -> BarPlace | None:
        room = self.visualRect(index.siblingAtColumn(TIME))
        return self.bars.place(line, room, self.scale(), self.today())

    # Painting

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._theme.color("surface"))
        room = self._days_room()
        painter.setClipRect(room)
        for left, right in closed_stretches(self.scale(), room.width(), self._shut):
            painter.fillRect(
                QRect(room.left() + left, 0, right - left, room.height()),
                self._theme.color("sunken"),
            )
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setClipRect(room)
        self._paint_ties(painter)
        x = room.left() + round(self.scale().x(self.today()) + self.scale().day / 2)
        painter.setPen(QPen(self._theme.color("accent"), 2))
        painter.drawLine(x, 0, x, room.height())

    def _shut(self, day: date) -> bool:
        weekend = day.weekday() >= 5 and self.zoom is Zoom.WEEK
        return weekend or self.is_closed(day)

    def _days_room(self) -> QRect:
        left = self.columnViewportPosition(TIME)
        return QRect(left, 0, self.room(), self.viewport().height())

    def _paint_ties(self, painter: QPainter) -> None:
        """From the end of one bar down or up to the beginning of the other."""
        if not self.ties:
            return
        painter.setPen(QPen(self._theme.color("control"), 1))
        places = self._seen_places()
        for tie in self.ties:
            before, after = places.get(tie.before_id), places.get(tie.after_id)
            if before is None or after is None:
                continue
            out = before.right() if tie.tie == "fs" else before.left() + 2
            x = min(out + 4, after.left() - 4) if tie.tie == "fs" else out
            y, to = before.center().y(), after.center().y()
            painter.drawPolyline(
                [QPoint(out, y), QPoint(x, y), QPoint(x, to), QPoint(after.left() - 1, to)]
            )
            tip = QPoint(after.left() - 1, to)
            painter.drawPolyline([tip + QPoint(-4, -3), tip, tip + QPoint(-4, 3)])

    def _seen_places(self) -> dict[int, QRect]:
        """By phase where its bar lies, of those whose rows are in sight."""
        found: dict[int, QRect] = {}
        index = self.indexAt(QPoint(1, 1))
        while index.isValid() and self.visualRect(index).top() <= self.viewport().height():
            line = self.outline.line(index)
            if line and line.level is Level.PHASE and (place := self._place(line, index)):
                found[line.key] = place.rect
            index = self.indexBelow(index)
        return found

    # Inside

    def _settle_columns(self) -> None:
        head = self.header()
        head.setStretchLastSection(True)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.setColumnWidth(NAME, self._theme.scaled(NAME_WIDTH))
        self.setColumnWidth(OWNER, self._theme.scaled(OWNER_WIDTH))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.repaint_days()


class _Name(QStyledItemDelegate):
    """Names and owners; that of a wave is strong, with a square in its color."""

    def __init__(self, view: TimelineView) -> None:
        super().__init__(view)
        self._view = view

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        line = self._view.outline.line(index)
        if line and index.column() == NAME and line.level is Level.WAVE:
            option.font.setWeight(QFont.Weight.DemiBold)
            option.icon = self._view.bars.square(line.kind)
            option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        self._view.paint_hairline(painter, option.rect)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(super().sizeHint(option, index).width(), self._view.row_height())


class _Row(QStyledItemDelegate):
    """Draws the bars of one row."""

    def __init__(self, view: TimelineView) -> None:
        super().__init__(view)
        self._view = view

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view = self._view
        line = view.outline.line(index)
        if line is None:
            return
        rect: QRect = option.rect
        painter.save()
        painter.setClipRect(rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, view.color("selected"))
        view.paint_hairline(painter, rect)
        view.bars.paint(painter, line, rect, view.scale(), view.today())
        painter.restore()

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self._view.row_height())
