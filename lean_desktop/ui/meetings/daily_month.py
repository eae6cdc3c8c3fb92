"""A month of daily meetings as a grid of coloured days; on screen and on the projector."""

from datetime import date

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from lean_desktop.domain.daily import DailyMonth, Mark
from lean_desktop.i18n import Language
from lean_desktop.ui.qt import override
from lean_desktop.ui.theme import Theme

NAME_SHARE, HEAD, ROW = 0.2, 30, 34


class MonthGrid(QWidget):
    """A row for each area, a column for each day: ● green, ■ red, a dash where none was recorded."""

    def __init__(self, t: Language, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t, self._theme = t, theme
        self._month: DailyMonth | None = None
        self._today: date | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.scale = 1.0

    def show_month(self, month: DailyMonth, today: date) -> None:
        """Show this month; today has a frame."""
        self._month, self._today = month, today
        self.setAccessibleName(self._spoken(month))
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        count = len(self._month.areas) if self._month else 3
        return QSize(480, round((HEAD + count * ROW) * self._unit()))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._month is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_heads(painter, self._month)
        for row, area in enumerate(self._month.areas):
            top = (HEAD + row * ROW) * self._unit()
            self._paint_name(painter, top, area.name)
            for column, day in enumerate(self._month.days):
                told = self._month.marks.get(day, {}).get(area.id)
                self._paint_mark(painter, self._cell(column, top), told, day)

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self._told_at(event.pos().toPointF()), self)
            return True
        return super().event(event)

    # Inside

    def _unit(self) -> float:
        return self._theme.font().pixelSize() / 13 * self.scale

    def _cell(self, column: int, top: float) -> QRectF:
        left = self.width() * NAME_SHARE
        wide = (self.width() - left) / 31
        return QRectF(left + column * wide, top, wide, ROW * self._unit())

    def _paint_heads(self, painter: QPainter, month: DailyMonth) -> None:
        size = min(11 * self._unit(), self.width() * (1 - NAME_SHARE) / 31 * 0.55)
        painter.setFont(self._theme.figures(size, 500))
        for column, day in enumerate(month.days):
            place = self._cell(column, 0)
            place.setHeight(HEAD * self._unit())
            weekend = day.weekday() >= 5
            painter.setPen(self._theme.color("text3" if weekend else "text2"))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(day.day))
            if day == self._today:
                painter.setPen(self._theme.color("accent_text"))
                painter.drawRect(place.adjusted(1, 3, -1, -3))

    def _paint_name(self, painter: QPainter, top: float, name: str) -> None:
        painter.setPen(self._theme.color("line"))
        painter.drawLine(QPointF(0, top), QPointF(self.width(), top))
        painter.setFont(self._theme.font(13 * self.scale, 500))
        painter.setPen(self._theme.color("text"))
        place = QRectF(0, top, self.width() * NAME_SHARE - 8, ROW * self._unit())
        shown = painter.fontMetrics().elidedText(
            name, Qt.TextElideMode.ElideRight, int(place.width())
        )
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_mark(self, painter: QPainter, place: QRectF, told: Mark | None, day: date) -> None:
        month = self._month
        middle, side = place.center(), min(place.width(), place.height()) * 0.6
        box = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        if told and told.red:
            painter.setBrush(self._theme.color("bad_fill"))
            painter.drawRect(box)
        elif told:
            painter.setBrush(self._theme.color("good_fill"))
            painter.drawEllipse(box)
        elif month and day in month.planned and self._today and day < self._today:
            painter.setBrush(self._theme.color("text3"))
            painter.drawRect(QRectF(box.left(), middle.y() - 1, side, 2))

    def _told_at(self, point: QPointF) -> str:
        month = self._month
        if month is None:
            return ""
        for row, area in enumerate(month.areas):
            for column, day in enumerate(month.days):
                if self._cell(column, (HEAD + row * ROW) * self._unit()).contains(point):
                    return self._told(area.name, day, month.marks.get(day, {}).get(area.id))
        return ""

    def _told(self, name: str, day: date, mark: Mark | None) -> str:
        t = self._t
        word = t("not recorded") if mark is None else t("red") if mark.red else t("green")
        parts = [f"{t.short_day(day)} · {name}: {word}", mark.deviation if mark else ""]
        return "\n".join(part for part in parts if part)

    def _spoken(self, month: DailyMonth) -> str:
        t = self._t
        told = []
        for area in month.areas:
            green, of = month.green(area)
            told.append(t("{name}: green on {n} of {all} days", name=area.name, n=green, all=of))
        return "; ".join(told)
