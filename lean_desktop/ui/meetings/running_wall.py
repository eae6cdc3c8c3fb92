"""The meeting on the projector: item, presenter, clock, what comes next. Names nobody in red."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from lean_desktop.domain.meetings import ITEM_KIND_NAMES, AgendaItem
from lean_desktop.domain.preparation import told_together
from lean_desktop.i18n import Language
from lean_desktop.ui.meetings.running import KIND_ICONS, Running, clock_text
from lean_desktop.ui.qt import override
from lean_desktop.ui.theme import Theme

STRIP = 1.8
HEAD = 8.5
MARGIN = 1.5
SIZES = {"timer": 23.7, "title": 8.1, "small_title": 5.6, "clock": 5.0, "text": 3.4, "least": 3.0}
"""Percent of the picture's height, as the design has them; nothing is smaller than the least."""
SIDE = 0.36
"""Of the width, for what comes next and what is noted."""

INK, INK2, PAPER, SUNKEN = (
    QColor("#17212B"),
    QColor("#44515D"),
    QColor("#FFFFFF"),
    QColor("#F3F5F6"),
)
LINE, ACCENT, BAD = QColor("#C3CCD4"), QColor("#1F5A9E"), QColor("#A32A08")


class RunningWall(QWidget):
    """Painted, always light, without any chrome. Follows the meeting."""

    def __init__(
        self, running: Running, t: Language, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._running, self._t, self._theme = running, t, theme
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(t("Meeting on the screen"))
        self.setMinimumSize(640, 360)
        self.sizes: dict[str, float] = {}
        running.changed.connect(self.update)
        running.ticked.connect(self.update)
        running.ended.connect(self.close)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_F5):
            self.close()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._running.step(1 if event.key() == Qt.Key.Key_Right else -1)
        elif event.key() == Qt.Key.Key_P:
            self._running.pause_or_go_on()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), PAPER)
        self.setAccessibleName(self._spoken())
        self._paint_strip(painter)
        self._paint_head(painter)
        side = self.width() * (1 - SIDE)
        top = self._share(STRIP + HEAD)
        painter.fillRect(QRectF(side, top, self.width() - side, self.height() - top), SUNKEN)
        self._paint_item(painter, QRectF(0, top, side, self.height() - top))
        self._paint_side(painter, QRectF(side, top, self.width() - side, self.height() - top))

    # Inside

    def _share(self, percent: float) -> float:
        return self.height() * percent / 100

    def _font(self, painter: QPainter, size: str, weight: int = 400) -> QFont:
        pixels = self._share(max(SIZES[size], SIZES["least"]))
        self.sizes[size] = pixels / max(1, self.height()) * 100
        font = self._theme.figures(pixels, weight)
        font.setPixelSize(max(1, round(pixels)))
        painter.setFont(font)
        return font

    def _text(
        self,
        painter: QPainter,
        place: QRectF,
        text: str,
        color: QColor = INK,
        *,
        wrap: bool = False,
    ) -> QRectF:
        """Draw a text from the top left of a place; what it took."""
        painter.setPen(color)
        flags = Qt.TextFlag.TextWordWrap if wrap else Qt.TextFlag.TextSingleLine
        if not wrap:
            text = painter.fontMetrics().elidedText(
                text, Qt.TextElideMode.ElideRight, int(place.width())
            )
        return painter.drawText(place, int(flags | Qt.AlignmentFlag.AlignLeft), text)

    def _paint_strip(self, painter: QPainter) -> None:
        """A segment for each item, as long as its time: done dark, on blue, ahead grey."""
        items = self._running.items
        whole = sum(item.minutes for item in items) or 1
        left = 0.0
        for place, item in enumerate(items):
            wide = self.width() * item.minutes / whole
            here = self._running.place
            color = INK2 if place < here else ACCENT if place == here else LINE
            painter.fillRect(QRectF(left, 0, max(1.0, wide - 3), self._share(STRIP)), color)
            left += wide

    def _paint_head(self, painter: QPainter) -> None:
        t, meeting, now = self._t, self._running.meeting, self._running.now
        margin = self._share(MARGIN) + self.width() * 0.01
        top, high = self._share(STRIP + 1.8), self._share(HEAD - 2)
        self._font(painter, "clock", 700)
        clock = t.time(now)
        wide = painter.fontMetrics().horizontalAdvance(clock)
        self._text(
            painter,
            QRectF(self.width() - wide - margin, top - self._share(0.8), wide + 4, high),
            clock,
        )
        self._font(painter, "text", 600)
        name = QRectF(margin, top, self.width() * 0.4, high)
        self._text(painter, name, f"{meeting.name} {t('meeting {n}', n=meeting.number)}")
        late = self._running.heading_for > meeting.planned_end
        ends = t("Ends as planned {time}", time=t.time(meeting.planned_end))
        heading = t("heading for {time}", time=t.time(self._running.heading_for))
        told = f"{ends}   ■ {heading}" if late else ends
        room = QRectF(self.width() * 0.42, top, self.width() * 0.58 - wide - 3 * margin, high)
        self._font(painter, "text", 600 if late else 400)
        self._text(painter, room, told, BAD if late else INK2)

    def _paint_item(self, painter: QPainter, room: QRectF) -> None:
        t, item = self._t, self._running.item
        inside = room.adjusted(self.width() * 0.025, self._share(4), -self.width() * 0.02, 0)
        if item is None:
            self._font(painter, "title", 700)
            self._text(painter, inside, t("The agenda has no items"), wrap=True)
            return
        self._font(painter, "text")
        which = t("Item {n} of {all}", n=self._running.place + 1, all=len(self._running.items))
        took = self._text(painter, inside, f"{which} · {t(ITEM_KIND_NAMES[item.kind])}", INK2)
        inside.setTop(took.bottom() + self._share(2))
        self._paint_title(painter, inside, item)
        self._paint_clock(painter, room, item)

    def _paint_title(self, painter: QPainter, inside: QRectF, item: AgendaItem) -> None:
        """As large as three lines allow."""
        self._font(painter, "title", 700)
        box = painter.boundingRect(inside, int(Qt.TextFlag.TextWordWrap), item.title)
        if box.height() > self._share(30):
            self._font(painter, "small_title", 700)
        took = self._text(painter, inside, item.title, wrap=True)
        self._font(painter, "text", 600)
        below = QRectF(
            inside.left(), took.bottom() + self._share(2), inside.width(), self._share(5)
        )
        if item.presenter:
            took = self._text(painter, below, item.presenter)
            below.moveTop(took.bottom() + self._share(0.5))
        self._font(painter, "text")
        if item.tasks:
            self._text(painter, below, told_together(item.tasks, self._t), INK2)

    def _paint_clock(self, painter: QPainter, room: QRectF, item: AgendaItem) -> None:
        t, left = self._t, self._running.seconds_left
        over = left < 0
        bottom = room.bottom() - self._share(10)
        self._font(painter, "timer", 700)
        metrics = painter.fontMetrics()
        shown = ("■ " if over else "") + clock_text(left)
        place = QPointF(self.width() * 0.025, bottom - metrics.descent() * 0.3)
        painter.setPen(BAD if over else INK)
        painter.drawText(place, shown)
        beside = place.x() + metrics.horizontalAdvance(shown) + self.width() * 0.02
        self._font(painter, "text", 600)
        words = t("over {n} min", n=item.minutes) if over else t("left of {n} min", n=item.minutes)
        told = t("Paused") if self._running.paused else words
        at = QRectF(beside, bottom - self._share(8), room.right() - beside, self._share(5))
        self._text(painter, at, told, BAD if over else INK)
        bar = QRectF(
            self.width() * 0.025, bottom + self._share(2), room.width() * 0.9, self._share(1.6)
        )
        painter.fillRect(bar, LINE)
        done = 1 - max(0, left) / max(1, item.minutes * 60)
        painter.fillRect(
            QRectF(bar.left(), bar.top(), bar.width() * done, bar.height()), BAD if over else ACCENT
        )

    def _paint_side(self, painter: QPainter, room: QRectF) -> None:
        t, margin = self._t, self.width() * 0.02
        inside = room.adjusted(margin, self._share(3), -margin, -self._share(2))
        self._font(painter, "text", 600)
        took = self._text(painter, inside, t("Next items"), INK2)
        top = took.bottom() + self._share(1)
        ahead = self._running.items[self._running.place + 1 :]
        for number, (item, start) in enumerate(zip(ahead, self._running.starts(), strict=True)):
            if top > room.top() + room.height() * 0.52:
                rest = t("+ {n} more", n=len(ahead) - number)
                self._font(painter, "text")
                self._text(
                    painter, QRectF(inside.left(), top, inside.width(), self._share(5)), rest, INK2
                )
                break
            top = self._paint_next(painter, inside, top, item, t.time(start))
        self._paint_noted(painter, inside, room.top() + room.height() * 0.64)

    def _paint_next(
        self, painter: QPainter, inside: QRectF, top: float, item: AgendaItem, start: str
    ) -> float:
        painter.setPen(LINE)
        painter.drawLine(QPointF(inside.left(), top), QPointF(inside.right(), top))
        self._font(painter, "text", 600)
        wide = painter.fontMetrics().horizontalAdvance(start) + 8
        row = QRectF(inside.left(), top + self._share(1), inside.width() - wide, self._share(5))
        self._text(painter, row, f"{item.position + 1}  {item.title}")
        self._text(painter, QRectF(inside.right() - wide + 8, row.top(), wide, row.height()), start)
        return row.bottom() + self._share(0.6)

    def _paint_noted(self, painter: QPainter, inside: QRectF, top: float) -> None:
        noted = self._running.noted(private=False)
        if not noted:
            return
        self._font(painter, "text", 600)
        head = QRectF(inside.left(), top, inside.width(), self._share(5))
        self._text(painter, head, self._t("Noted on this item"), INK2)
        self._font(painter, "text")
        side = self._share(3)
        for number, (kind, text) in enumerate(noted[-5:], 1):
            row = QRectF(
                inside.left(), top + number * self._share(5), inside.width(), self._share(5)
            )
            icon = self._theme.icon(KIND_ICONS[kind], "accent")
            icon.paint(painter, QRectF(row.left(), row.top() + 2, side, side).toRect())
            self._text(painter, row.adjusted(side * 1.4, 0, 0, 0), text)

    def _spoken(self) -> str:
        t, item = self._t, self._running.item
        if item is None:
            return self._running.meeting.name
        left = clock_text(self._running.seconds_left)
        return f"{self._running.meeting.name}: {item.title}, {t('{time} left', time=left)}"
