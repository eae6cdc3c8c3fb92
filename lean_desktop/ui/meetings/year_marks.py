"""The marks of the year: a shape and a colour for what became of a meeting."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen, QPolygonF

from lean_desktop.domain.meeting_year import Cell, Standing, YearMeeting, most_pressing
from lean_desktop.ui.theme import Theme

MARK = 10
"""Pixels of the design across a mark."""

_GAP = 2
_SMALL, _CROSS, _CLASH = 0.62, 0.8, 0.7


class Marks:
    """Paints marks in the colours in force; for the grid and its legend."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._shapes: dict[Standing, Callable[[QPainter, QRectF], None]] = {
            Standing.HELD: self._held,
            Standing.UNDER_WAY: self._under_way,
            Standing.CALLED: self._called,
            Standing.DRAFT: self._draft,
            Standing.CANCELLED: self._cancelled,
            Standing.MISSED: self._missed,
        }

    def paint_cell(self, painter: QPainter, place: QRectF, cell: Cell) -> None:
        """The daily meetings of a week as a figure, the others as marks; below it if there are both."""
        meetings, daily = place, place
        if cell.daily and cell.meetings:
            half = place.height() / 2
            daily = place.adjusted(0, 0, 0, -half)
            meetings = place.adjusted(0, half, 0, 0)
        if cell.daily:
            self._paint_daily(painter, daily, cell)
        if cell.meetings:
            self._paint_meetings(painter, meetings, cell.meetings)

    def paint(self, painter: QPainter, middle: QPointF, standing: Standing) -> None:
        """One mark."""
        side = self._theme.scaled(MARK)
        self._shapes[standing](painter, _square(middle, side))

    def paint_clash(self, painter: QPainter, corner: QPointF) -> None:
        """A triangle whose upper right corner is that."""
        side = self._theme.scaled(MARK) * _CLASH
        box = QRectF(corner.x() - side, corner.y(), side, side)
        self._fill(painter, "watch_fill")
        top = QPointF(box.center().x(), box.top())
        painter.drawPolygon(QPolygonF([top, box.bottomRight(), box.bottomLeft()]))

    def shade(self, painter: QPainter, place: QRect, *, whole: bool) -> None:
        """The ground of a week of which some days, or all of them, are closed."""
        painter.fillRect(place, self._theme.color("sunken" if whole else "hover"))
        if whole:
            hatch = QBrush(self._theme.color("line_strong"), Qt.BrushStyle.BDiagPattern)
            painter.fillRect(place, hatch)

    def daily_color(self, cell: Cell) -> tuple[str, str]:
        """Names of the colours of ground and figure for a week of daily meetings."""
        if any(each.standing is Standing.MISSED for each in cell.daily):
            return "watch_tint", "watch"
        held, planned = cell.held_daily
        return ("good_tint", "good") if held and held == planned else ("", "text3")

    # Inside

    def _paint_meetings(
        self, painter: QPainter, place: QRectF, meetings: Sequence[YearMeeting]
    ) -> None:
        step = self._theme.scaled(MARK) + _GAP
        middle = place.center()
        if len(meetings) * step <= place.width() + _GAP:
            left = middle.x() - (len(meetings) - 1) * step / 2
            for number, each in enumerate(meetings):
                self.paint(painter, QPointF(left + number * step, middle.y()), each.standing)
            return
        before = QPointF(middle.x() - step / 2, middle.y())
        self.paint(painter, before, most_pressing(meetings))
        painter.setFont(self._theme.figures(11, 600))
        painter.setPen(self._theme.color("text"))
        beside = QRectF(middle.x(), place.top(), place.right() - middle.x(), place.height())
        painter.drawText(beside, Qt.AlignmentFlag.AlignCenter, str(len(meetings)))

    def _paint_daily(self, painter: QPainter, place: QRectF, cell: Cell) -> None:
        held, planned = cell.held_daily
        ground, color = self.daily_color(cell)
        if ground:
            painter.fillRect(place.adjusted(1, 1, -1, -1), self._theme.color(ground))
        painter.setFont(self._theme.figures(11))
        painter.setPen(self._theme.color(color))
        told = f"{held}/{planned}" if cell.daily_begun else str(planned)
        metrics = painter.fontMetrics()
        if metrics.horizontalAdvance(told) > place.width() - 1:
            high = place.height() >= 2 * metrics.height()
            told = f"{held}\n{planned}" if high else str(held)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, told)

    def _held(self, painter: QPainter, box: QRectF) -> None:
        self._fill(painter, "good_fill")
        painter.drawEllipse(box)

    def _under_way(self, painter: QPainter, box: QRectF) -> None:
        self._fill(painter, "accent_text")
        tip = QPointF(box.right(), box.center().y())
        painter.drawPolygon(QPolygonF([box.topLeft(), tip, box.bottomLeft()]))

    def _called(self, painter: QPainter, box: QRectF) -> None:
        self._line(painter, "text2", 1.75)
        painter.drawEllipse(box.adjusted(1, 1, -1, -1))

    def _draft(self, painter: QPainter, box: QRectF) -> None:
        self._line(painter, "text3", 1.25)
        painter.drawEllipse(_square(box.center(), box.width() * _SMALL))

    def _cancelled(self, painter: QPainter, box: QRectF) -> None:
        self._line(painter, "text3", 1.75)
        inner = _square(box.center(), box.width() * _CROSS)
        painter.drawLine(inner.topLeft(), inner.bottomRight())
        painter.drawLine(inner.bottomLeft(), inner.topRight())

    def _missed(self, painter: QPainter, box: QRectF) -> None:
        self._fill(painter, "bad_fill")
        painter.drawRect(box)

    def _fill(self, painter: QPainter, color: str) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color(color))

    def _line(self, painter: QPainter, color: str, width: float) -> None:
        painter.setPen(QPen(self._theme.color(color), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)


def _square(middle: QPointF, side: float) -> QRectF:
    return QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
