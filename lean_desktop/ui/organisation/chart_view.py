"""The canvas of the organisation chart: one looks around in it, walks it by keys, drags boxes."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QToolTip

from lean_desktop.i18n import Language
from lean_desktop.ui.organisation.chart_boxes import (
    NAMES_FROM,
    BoxPainter,
    Shown,
    paint_dotted,
    paint_far,
    paint_lines,
    paint_way,
)
from lean_desktop.ui.organisation.chart_picture import EMPTY, TAB_REACH, Picture
from lean_desktop.ui.qt import override
from lean_desktop.ui.theme import Theme

LEAST_ZOOM, MOST_ZOOM, STEP = 0.05, 2.0, 1.2
MARGIN = 40
"""Room around the chart, in pixels of the screen."""

EDGE, EDGE_EVERY_MS = 36, 30
"""Within so many pixels of the edge, a box that is dragged scrolls the chart."""


class ChartView(QAbstractScrollArea):
    """Shows a `Picture`; knows the current box and the zoom, and no document.

    Emits `current_changed()`; `zoomed()`; `folded(key)` to fold or unfold what is below a box;
    `dropped(key, onto)` for a box dragged onto another and `refused(key, onto)` where that cannot
    be; and `asked(name)` for what keys ask for:
    rename, add, add_beside, add_above, remove, remove_whole, up, down, sideways, menu.
    """

    current_changed = Signal()
    zoomed = Signal()
    folded = Signal(int)
    dropped = Signal(int, int)
    refused = Signal(int, int)
    asked = Signal(str)

    def __init__(self, name: str, theme: Theme, t: Language) -> None:
        super().__init__()
        self.setObjectName("chart")
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(self.Shape.NoFrame)
        self.viewport().setMouseTracking(True)
        self.theme, self.t = theme, t
        self.picture: Picture = EMPTY
        self.current = 0
        self.zoom = 1.0
        self.may_drop: Callable[[int, int], bool] = lambda _key, _onto: False
        self.read_only = False
        self._boxes = BoxPainter(theme, t)
        self._drift = QPointF()
        self._pressed: QPoint | None = None
        self._panned_from: QPoint | None = None
        self._dragged = 0
        self._over = self._target = 0
        self._edge = QTimer(self, interval=EDGE_EVERY_MS)
        self._edge.timeout.connect(self._scroll_at_edge)

    # What it shows

    def show_picture(self, picture: Picture) -> None:
        """Show another picture; the current box stays where it is on the screen."""
        before = self.picture.place(self.current)
        stood = self._on_screen(before.topLeft()) if before else None
        was, heir = self.current, self._heir(picture)
        self.picture, self.current = picture, heir
        self._reckon()
        after = picture.place(self.current)
        if stood is not None and after is not None:
            self._shift(self._on_screen(after.topLeft()) - stood)
            self._drift -= self._on_screen(after.topLeft()) - stood
        self._announce()
        self.viewport().update()
        if heir != was:
            self.current_changed.emit()

    def _heir(self, picture: Picture) -> int:
        """The current box, or where it is gone: the next beside it, else what it hung below."""
        key = self.current
        while key and key not in picture.boxes:
            beside = self.picture.siblings(key) if key in self.picture.boxes else ()
            near = sorted(beside, key=lambda each: abs(beside.index(each) - beside.index(key)))
            there = next((each for each in near if each in picture.boxes), 0)
            key = there or self.picture.above(key)
        return key

    def choose(self, key: int, *, seen: bool = True) -> None:
        """Make a box the current one; with `seen`, scroll so far that it can be seen."""
        if key != self.current and (key in self.picture.boxes or not key):
            self.current = key
            self._announce()
            self.current_changed.emit()
        if seen:
            self.see(key)
        self.viewport().update()

    def see(self, key: int) -> None:
        """Scroll as little as is needed to see a box."""
        place = self.picture.place(key)
        if place is None:
            return
        there = self.rect_on_screen(place).adjusted(-12, -12, 12, 12)
        room = QRectF(self.viewport().rect())
        over = QPointF(
            min(0.0, there.left()) or max(0.0, there.right() - room.right()),
            min(0.0, there.top()) or max(0.0, there.bottom() - room.bottom()),
        )
        self._shift(over)

    def centre(self, key: int) -> None:
        """Bring a box into the middle."""
        if place := self.picture.place(key):
            middle = QPointF(self.viewport().rect().center())
            self._shift(self._on_screen(place.center()) - middle)

    # Zooming

    def zoom_to(self, zoom: float, around: QPointF | None = None) -> None:
        """Zoom, and keep what is at `around`, else in the middle, where it is."""
        zoom = min(MOST_ZOOM, max(LEAST_ZOOM, zoom))
        fixed = around if around is not None else QPointF(self.viewport().rect().center())
        there = self._in_chart(fixed)
        self.zoom = zoom
        self._drift = QPointF()
        self._reckon()
        self._shift(self._on_screen(there) - fixed)
        self.zoomed.emit()
        self.viewport().update()

    def zoom_in(self) -> None:
        """One step nearer, to the current box where it can be seen."""
        self.zoom_to(self.zoom * STEP, self._here())

    def zoom_out(self) -> None:
        """One step farther away."""
        self.zoom_to(self.zoom / STEP, self._here())

    def _here(self) -> QPointF | None:
        place = self.picture.place(self.current)
        middle = self._on_screen(place.center()) if place is not None else None
        seen = middle is not None and self.viewport().rect().contains(middle.toPoint())
        return middle if seen else None

    def fit(self) -> None:
        """Show the whole chart, no larger than life."""
        if not self.picture.size.isEmpty():
            self.zoom_to(fitting_zoom(self.picture.size, self.viewport().size()))

    def fit_current(self) -> None:
        """Show the current box and all below it."""
        place = self.picture.extent(self.current)
        if place is None:
            return
        self.zoom_to(fitting_zoom(place.size(), self.viewport().size()))
        middle = QPointF(self.viewport().rect().center())
        self._shift(self._on_screen(place.center()) - middle)

    # Painting

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, self.zoom >= NAMES_FROM)
        self._paint_grounds(painter)
        painter.setTransform(self._transform())
        seen = self._seen()
        if self.zoom < NAMES_FROM:
            paint_far(painter, self.theme, self.picture.far())
        else:
            paint_lines(painter, self.theme, self.picture.lines(seen))
        if here := self.picture.one(self.current):
            for other in self._others():
                paint_way(painter, self.theme, here, other)
        paint_dotted(painter, self.theme, self.picture.dotted(seen))
        if self.zoom >= NAMES_FROM:
            self._boxes.paint(painter, self.picture.shown(seen), self.zoom)
        self._paint_rings(painter)
        self._paint_titles(painter)
        painter.end()

    def _paint_grounds(self, painter: QPainter) -> None:
        """The layers stand on grounds of their own, each under its title; the last goes on."""
        room = QRectF(self.viewport().rect())
        for number, ground in enumerate(self.picture.grounds):
            top = self._on_screen(QPointF(0, ground.top)).y()
            painter.fillRect(
                QRectF(0, top if number else 0, room.width(), room.height()),
                self.theme.color(ground.color),
            )

    def _paint_titles(self, painter: QPainter) -> None:
        """The names of the layers, over whatever has been scrolled below them."""
        painter.resetTransform()
        painter.setFont(self.theme.font(13, 600))
        for ground in self.picture.grounds:
            top = self._on_screen(QPointF(0, ground.top)).y()
            place = painter.fontMetrics().boundingRect(ground.title).toRectF()
            place.translate(20, top + 28)
            painter.fillRect(place.adjusted(-4, -2, 4, 2), self.theme.color(ground.color))
            painter.setPen(self.theme.color(ground.title_color))
            painter.drawText(QPointF(20, top + 28), ground.title)

    def _paint_rings(self, painter: QPainter) -> None:
        for key in self.picture.moved:
            if (place := self.picture.place(key)) is not None:
                self._boxes.paint_moved(painter, place)
        for key, color in ((self._target, "good_fill"), (self.current, "accent")):
            if shown := self.picture.one(key):
                self._boxes.paint_ring(painter, shown, color)
        for other in self._others():
            self._boxes.paint_same(painter, other)

    def _others(self) -> list[Shown]:
        """The other boxes of the person one is at."""
        found = map(self.picture.one, self.picture.same_person(self.current))
        return [each for each in found if each]

    # Where things are

    def _transform(self) -> QTransform:
        offset = self._offset()
        return QTransform(self.zoom, 0, 0, self.zoom, offset.x(), offset.y())

    def _offset(self) -> QPointF:
        """Where the chart's origin lies on the screen.

        A chart that is small is centred, but for the drift that keeps the current box in its place
        while others come and go.
        """
        room, whole = self.viewport().size(), self.picture.size * self.zoom
        left = max(float(MARGIN), (room.width() - whole.width()) / 2)
        bars = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        return QPointF(left - bars[0], MARGIN - bars[1]) + self._drift

    def _on_screen(self, point: QPointF) -> QPointF:
        return point * self.zoom + self._offset()

    def _in_chart(self, point: QPointF) -> QPointF:
        return (point - self._offset()) / self.zoom

    def rect_on_screen(self, place: QRectF) -> QRectF:
        """Where something in the chart lies on the screen."""
        return self._transform().mapRect(place)

    def _seen(self) -> QRectF:
        corner = self._in_chart(QPointF(0, 0))
        size = self.viewport().size()
        return QRectF(corner.x(), corner.y(), size.width() / self.zoom, size.height() / self.zoom)

    def _reckon(self) -> None:
        """How far one can scroll."""
        room = self.viewport().size()
        whole = self.picture.size * self.zoom + QSize(2 * MARGIN, 2 * MARGIN).toSizeF()
        for bar, length, page in (
            (self.horizontalScrollBar(), whole.width(), room.width()),
            (self.verticalScrollBar(), whole.height(), room.height()),
        ):
            bar.setRange(0, max(0, round(length - page)))
            bar.setPageStep(page)
            bar.setSingleStep(40)

    def _shift(self, by: QPointF) -> None:
        self.horizontalScrollBar().setValue(round(self.horizontalScrollBar().value() + by.x()))
        self.verticalScrollBar().setValue(round(self.verticalScrollBar().value() + by.y()))

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._drift = QPointF()
        self._reckon()

    def _at(self, point: QPointF) -> int:
        there = self._in_chart(point)
        return self.picture.at(there.x(), there.y())

    def _tab_at(self, point: QPointF) -> int:
        """The box whose tab lies there; it hangs a little below its box."""
        there = self._in_chart(point)
        for up in (0, TAB_REACH):
            key = self.picture.at(there.x(), there.y() - up)
            if self.picture.on_tab(key, there):
                return key
        return 0

    # Mouse

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = event.position()
        if event.button() == Qt.MouseButton.MiddleButton:
            self._panned_from = place.toPoint()
        elif event.button() == Qt.MouseButton.LeftButton:
            if tab := self._tab_at(place):
                self.folded.emit(tab)
                return
            key = self._at(place)
            self._pressed = place.toPoint() if key else None
            self._panned_from = None if key else place.toPoint()
            self.choose(key or self.current, seen=False)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        if self._panned_from is not None:
            self._shift(QPointF(self._panned_from - place))
            self._panned_from = place
        elif self._dragged:
            self._drag_to(event.position())
        elif self._pressed is not None and not self.read_only:
            far = (place - self._pressed).manhattanLength() >= QApplication.startDragDistance()
            if far:
                self._dragged = self.current
                self._edge.start()
                self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        dragged, over, target = self._dragged, self._over, self._target
        self._end_drag()
        if dragged and target:
            self.dropped.emit(dragged, target)
        elif dragged and over and over != dragged:
            self.refused.emit(dragged, over)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._at(event.position()):
            self.asked.emit("rename")

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_to(self.zoom * STEP ** (event.angleDelta().y() / 120), event.position())
        else:
            super().wheelEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            self.choose(self._at(QPointF(event.pos())) or self.current, seen=False)
        self._ask("menu")

    def _drag_to(self, place: QPointF) -> None:
        self._over = onto = self._at(place)
        self._target = onto if onto and self.may_drop(self._dragged, onto) else 0
        self.viewport().update()

    def _end_drag(self) -> None:
        self._pressed = self._panned_from = None
        self._dragged = self._over = self._target = 0
        self._edge.stop()
        self.viewport().unsetCursor()
        self.viewport().update()

    def _scroll_at_edge(self) -> None:
        place, room = self.viewport().mapFromGlobal(self.cursor().pos()), self.viewport().rect()
        by = QPointF(
            _past(place.x(), room.left(), room.right()), _past(place.y(), room.top(), room.bottom())
        )
        if not by.isNull():
            self._shift(by)
            self._drag_to(QPointF(place))

    # Keys

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape and self._dragged:
            self._end_drag()
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier and key in _MOVES:
            self._ask(_MOVES[key])
        elif key in _WAYS:
            self._walk(_WAYS[key])
        elif key == Qt.Key.Key_Delete:
            whole = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self._ask("remove_whole" if whole else "remove")
        elif key == Qt.Key.Key_Insert:
            self._ask(_INSERTS.get(event.modifiers(), "add"))
        elif key == Qt.Key.Key_F2:
            self._ask("rename")
        elif key == Qt.Key.Key_Space and self.current:
            self.folded.emit(self.current)
        else:
            super().keyPressEvent(event)

    def _ask(self, name: str) -> None:
        if self.current:
            self.asked.emit(name)

    def _walk(self, way: str) -> None:
        there = self.picture.beside(self.current, way)
        if there:
            self.choose(there)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.current and self.picture.first:
            self.choose(self.picture.first)
        self._announce()

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            key = self._at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self.picture.told(key, self.t) if key else "")
            return True
        return super().viewportEvent(event)

    def announce(self, sentence: str) -> None:
        """Let a screen reader say a sentence at once."""
        event = QAccessibleAnnouncementEvent(self, sentence)
        QAccessible.updateAccessibility(event)

    def _announce(self) -> None:
        """Let a screen reader say which box one is at."""
        self.setAccessibleDescription(self.picture.told(self.current, self.t))
        if self.hasFocus():
            event = QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
            QAccessible.updateAccessibility(event)


_WAYS = {
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
    Qt.Key.Key_Home: "first",
    Qt.Key.Key_PageDown: "next_layer",
    Qt.Key.Key_PageUp: "last_layer",
}
_MOVES = {
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
    Qt.Key.Key_Left: "sideways",
    Qt.Key.Key_Right: "sideways",
}
_ALT, _SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
_INSERTS = {_ALT: "add_beside", _ALT | _SHIFT: "add_above"}


def fitting_zoom(whole: QSizeF, room: QSize) -> float:
    """The zoom at which all of it is seen with a margin, no larger than life."""
    return min(
        1.0,
        (room.width() - 2 * MARGIN) / max(1.0, whole.width()),
        (room.height() - 2 * MARGIN) / max(1.0, whole.height()),
    )


def _past(at: int, first: int, last: int) -> float:
    """How far to scroll for a mouse so near an edge, or beyond it."""
    if at < first + EDGE:
        return float(max(-2 * EDGE, at - first - EDGE)) / 2
    return float(max(0, min(2 * EDGE, at - last + EDGE))) / 2
