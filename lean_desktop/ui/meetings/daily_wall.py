"""The month of a daily meeting on the projector: coloured days, and what was wrong of late."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from lean_desktop.document.changes import ChangeSet
from lean_desktop.domain.daily import DailyMonth, Mark, month_of, months_on
from lean_desktop.queries.daily import daily_month
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.qt import override

INK, PAPER, LINE = QColor("#17212B"), QColor("#FFFFFF"), QColor("#C3CCD4")
GREEN, RED = QColor("#12877D"), QColor("#AE2F0A")
MARGIN, TITLE, NAME, DAY, TEXT = 0.015, 0.06, 0.045, 0.03, 0.034
"""Shares of the picture's height; no type is smaller than 3 %."""

NAMES = 0.19
"""Of the width, for the names of the areas."""

GRID = 0.6
"""Of the height, at most, for the days; what was wrong stands below."""


class DailyWall(QWidget):
    """Fills a screen until Esc or F5; the arrows go to other months. Follows the document."""

    def __init__(self, around: Surroundings, unit_id: int | None, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._around, self._unit_id, self.t = around, unit_id, around.t
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.t("The month on the screen"))
        self.setMinimumSize(640, 360)
        self._first = month_of(around.live.today)
        around.live.changed.connect(self._on_changed)
        self._show()

    @property
    def month(self) -> DailyMonth:
        """What is shown."""
        return self._month

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_F5):
            self.close()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._first = months_on(self._first, 1 if event.key() == Qt.Key.Key_Right else -1)
            self._show()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), PAPER)
        margin = self.height() * MARGIN
        room = QRectF(self.rect()).adjusted(margin * 2, margin, -margin * 2, -margin)
        self._paint_title(painter, room)
        grid = room.adjusted(0, self.height() * TITLE * 1.7, 0, 0)
        rows = max(1, len(self._month.areas))
        high = min(self.height() * 0.14, (self.height() * GRID - grid.top()) / rows)
        for column, day in enumerate(self._month.days):
            self._paint_day(painter, grid, column, day)
        for row, area in enumerate(self._month.areas):
            top = grid.top() + self.height() * DAY * 1.8 + row * high
            self._paint_row(
                painter, QRectF(grid.left(), top, grid.width(), high), area.name, area.id
            )
        low = grid.top() + self.height() * DAY * 1.8 + rows * high + margin
        self._paint_wrong(painter, QRectF(room.left(), low, room.width(), room.bottom() - low))
        painter.end()

    # Inside

    def _show(self) -> None:
        self._month = self._around.live.read(daily_month, self._unit_id, self._first)
        name = self.t.day(self._first).partition(" ")[2]
        self._name = f"{self._month.name} · {name}"
        self.setAccessibleName(self._name)
        self.setAccessibleDescription("; ".join(self.wrong()))
        self.update()

    def _on_changed(self, changes: ChangeSet) -> None:
        if changes.touches(("daily_mark", "daily_area", "meeting", "unit")):
            self._show()

    def wrong(self) -> Sequence[str]:
        """What was red and why, the latest day first."""
        names = {area.id: area.name for area in self._month.areas}
        return [
            f"{self.t.day_month(day)} {names[key]}: {mark.deviation or self.t('red')}"
            for day in sorted(self._month.marks, reverse=True)
            for key, mark in self._month.marks[day].items()
            if mark.red and key in names
        ]

    def _font(self, share: float, weight: int = 400) -> QFont:
        font = QFont(self._around.theme.figures(13, weight))
        font.setPixelSize(max(1, round(share * self.height())))
        return font

    def _paint_title(self, painter: QPainter, room: QRectF) -> None:
        painter.setFont(self._font(TITLE, 600))
        painter.setPen(INK)
        painter.drawText(room, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, self._name)

    def _cell(self, grid: QRectF, column: int) -> QRectF:
        left = grid.width() * NAMES
        wide = (grid.width() - left) / 31
        return QRectF(grid.left() + left + column * wide, grid.top(), wide, grid.height())

    def _paint_day(self, painter: QPainter, grid: QRectF, column: int, day: date) -> None:
        place = self._cell(grid, column)
        place.setHeight(self.height() * DAY * 1.6)
        today = day == self._around.live.today
        painter.setFont(self._font(DAY, 600 if today else 400))
        painter.setPen(INK if day.weekday() < 5 or today else QColor("#596672"))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(day.day))
        if today:
            painter.setPen(QPen(INK, 2))
            painter.drawRect(place.adjusted(1, 1, -1, -1))

    def _paint_row(self, painter: QPainter, place: QRectF, name: str, key: int) -> None:
        painter.setPen(LINE)
        painter.drawLine(place.topLeft(), place.topRight())
        font = self._font(NAME, 600)
        painter.setFont(font)
        painter.setPen(INK)
        words = QRectF(place.left(), place.top(), place.width() * NAMES - 8, place.height())
        shown = QFontMetricsF(font).elidedText(name, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, shown)
        for column, day in enumerate(self._month.days):
            mark = self._month.marks.get(day, {}).get(key)
            missed = mark is None and day in self._month.planned and day < self._around.live.today
            self._paint_mark(painter, self._cell(place, column), mark, missed=missed)

    def _paint_mark(
        self, painter: QPainter, place: QRectF, mark: Mark | None, *, missed: bool
    ) -> None:
        """A circle for green, a square for red, a dash where nothing was recorded."""
        side, middle = min(place.width(), place.height()) * 0.68, place.center()
        box = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        if mark is not None and mark.red:
            painter.setBrush(RED)
            painter.drawRect(box)
        elif mark is not None:
            painter.setBrush(GREEN)
            painter.drawEllipse(box)
        elif missed:
            painter.setBrush(QColor("#596672"))
            painter.drawRect(QRectF(box.left(), middle.y() - 2, side, 4))

    def _paint_wrong(self, painter: QPainter, place: QRectF) -> None:
        """As much of what was wrong as there is room for."""
        font = self._font(TEXT)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(INK)
        line = metrics.height() * 1.15
        for number, text in enumerate(self.wrong()[: max(0, int(place.height() / line))]):
            shown = metrics.elidedText(f"■ {text}", Qt.TextElideMode.ElideRight, place.width())
            row = QRectF(place.left(), place.top() + number * line, place.width(), line)
            painter.drawText(row, Qt.AlignmentFlag.AlignVCenter, shown)
