"""The meeting on the projector: item, presenter, clock, what comes next. Names nobody in red."""

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from lean_desktop.i18n import Language
from lean_desktop.ui.meetings.running import KIND_KEYS, Running, clock_text
from lean_desktop.ui.meetings.wall_bar import WallBar
from lean_desktop.ui.meetings.wall_item import paint_item
from lean_desktop.ui.meetings.wall_next import paint_next, paint_noted
from lean_desktop.ui.meetings.wall_pen import ACCENT, BAD, INK2, LINE, PAPER, SUNKEN, Drawn, Pen
from lean_desktop.ui.qt import override
from lean_desktop.ui.theme import Theme

STRIP = 1.8
HEAD = 8.5
MARGIN = 1.5
"""Percent of the picture's height."""

SIDE = 0.36
"""Of the width, for what comes next and what is noted."""

NOTED_FROM = 0.62
"""Where what is noted begins, of the side's height."""


FOOT = 8
"""Percent of the height for the keys, where there are any."""


class RunningWall(QWidget):
    """Painted, always light, without any chrome. Follows the meeting.

    On the only screen it comes `with_keys`: it hides the window one would note in.
    """

    def __init__(
        self,
        running: Running,
        t: Language,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        with_keys: bool = False,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._running, self._t, self._theme = running, t, theme
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(t("Meeting on the screen"))
        self.setMinimumSize(640, 360)
        self.sizes: dict[str, float] = {}
        self.drawn: list[Drawn] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.bar = WallBar(running, t, self) if with_keys else None
        running.changed.connect(self.update)
        running.ticked.connect(self.update)
        running.ended.connect(self.close)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.bar:
            foot = round(self.height() * FOOT / 100)
            self.bar.setGeometry(0, self.height() - foot, self.width(), foot)
            self.bar.fit(self.height())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        kinds = {self._t(name): kind for kind, name in KIND_KEYS.items()} if self.bar else {}
        kind = kinds.get(event.text().upper()) if not event.modifiers() else None
        if self.bar and kind:
            self.bar.begin(kind)
        elif event.matches(QKeySequence.StandardKey.Undo):
            self._running.undo()
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_F5):
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
        pen = Pen(painter, self._theme, QSizeF(self.size()))
        pen.fill(QRectF(self.rect()), PAPER)
        self.setAccessibleName(self._spoken())
        self._paint_strip(pen)
        self._paint_head(pen)
        self._paint_body(pen)
        self.sizes, self.drawn = pen.sizes, pen.drawn

    # Inside

    def _paint_strip(self, pen: Pen) -> None:
        """A segment for each item, as long as its time: done dark, on blue, ahead grey."""
        items, here = self._running.items, self._running.place
        whole = sum(item.minutes for item in items) or 1
        left = 0.0
        for place, item in enumerate(items):
            wide = pen.width * item.minutes / whole
            color = INK2 if place < here else ACCENT if place == here else LINE
            pen.fill(QRectF(left, 0, max(1.0, wide - 3), pen.share(STRIP)), color)
            left += wide

    def _paint_head(self, pen: Pen) -> None:
        """The clock first, then when it ends; the name has what room is left."""
        margin, top = pen.share(MARGIN) + pen.width * 0.01, pen.share(STRIP + 1.8)
        clock = self._t.time(self._running.now)
        pen.use("clock", 700)
        wide = pen.advance(clock) + 4
        right = pen.width - wide - margin
        pen.write(QRectF(right, top - pen.share(0.8), wide, pen.line), clock)
        right = self._paint_end(pen, margin, right - 2 * margin, top)
        pen.use("text", 600)
        meeting = self._running.meeting
        name = f"{meeting.name} {self._t('meeting {n}', n=meeting.number)}"
        pen.write(QRectF(margin, top, right - 2 * margin, pen.line), name)

    def _paint_end(self, pen: Pen, margin: float, right: float, top: float) -> float:
        """When the meeting ends, ending at `right`; where it begins. Late stands with its shape."""
        t, meeting = self._t, self._running.meeting
        late = self._running.heading_for > meeting.planned_end
        parts = [(t("Ends as planned {time}", time=t.time(meeting.planned_end)), INK2, 400)]
        if late:
            heading = t("heading for {time}", time=t.time(self._running.heading_for))
            parts.append((f"■ {heading}", BAD, 600))
        for text, color, weight in reversed(parts):
            pen.use("text", weight)
            wide = pen.advance(text) + 4
            if color is INK2 and late and right - wide < pen.width * 0.4:
                break  # On a narrow picture where it is heading tells more than the plan.
            pen.write(QRectF(right - wide, top, wide, pen.line), text, color)
            right -= wide + margin
        return right

    def _paint_body(self, pen: Pen) -> None:
        side, top = pen.width * (1 - SIDE), pen.share(STRIP + HEAD)
        foot = pen.height - (pen.share(FOOT) if self.bar else 0)
        room = QRectF(side, top, pen.width - side, foot - top)
        pen.fill(room, SUNKEN)
        paint_item(pen, QRectF(0, top, side, foot - top), self._running, self._t)
        margin = pen.width * 0.02
        inside = room.adjusted(margin, pen.share(3), -margin, -pen.share(2))
        middle = room.top() + room.height() * NOTED_FROM
        above, below = QRectF(inside), QRectF(inside)
        above.setBottom(middle - pen.share(2))
        below.setTop(middle)
        paint_next(pen, above, self._running, self._t)
        paint_noted(pen, below, self._running, self._t, self._theme)

    def _spoken(self) -> str:
        t, item = self._t, self._running.item
        if item is None:
            return self._running.meeting.name
        left = clock_text(self._running.seconds_left)
        return f"{self._running.meeting.name}: {item.title}, {t('{time} left', time=left)}"
