"""The head of the timeline: years and months above, weeks below, and where today is."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QTreeView

from lean_desktop.domain.holidays import iso_week
from lean_desktop.i18n import Language
from lean_desktop.layout.timescale import Mark, Scale, Zoom, months, quarters, weeks
from lean_desktop.ui.cascade.model import TIME
from lean_desktop.ui.qt import override
from lean_desktop.ui.theme import Theme

HEIGHT, BAND = 52, 26
FIRST_MONTHS = 1
LEAST_WEEK = 24
"""Pixels a number of a week needs; where weeks are narrower, only some have theirs."""


class TimelineHead(QHeaderView):
    """The usual headings, and a calendar over the column of bars."""

    def __init__(
        self, t: Language, theme: Theme, scale: Callable[[], Scale], parent: QTreeView
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._t, self._theme, self._scale = t, theme, scale
        self.today = date.today
        self.zoom = Zoom.MONTH
        self.setSectionsClickable(False)
        self.setHighlightSections(False)

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._theme.scaled(HEIGHT))

    @override
    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        theme = self._theme
        painter.fillRect(rect, theme.color("header"))
        painter.setPen(theme.color("line_strong"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if section == TIME:
            painter.save()
            painter.setClipRect(rect)
            self._paint_days(painter, rect)
            painter.restore()
            return
        painter.setFont(theme.font(12))
        painter.setPen(theme.color("text2"))
        text = str(self.model().headerData(section, Qt.Orientation.Horizontal) or "")
        room = rect.adjusted(theme.scaled(20 if section == 0 else 6), 0, -6, -6)
        painter.drawText(room, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, text)

    # Inside

    def _paint_days(self, painter: QPainter, rect: QRect) -> None:
        scale, theme = self._scale(), self._theme
        first, last = scale.at(0), scale.at(rect.width())
        above = quarters if self.zoom is Zoom.QUARTER else months
        band = theme.scaled(BAND)
        painter.setFont(theme.font(12, 600))
        for mark in above(first, last):
            self._paint_mark(painter, rect, mark, scale, 0, band, self._named(mark))
        painter.setFont(theme.figures(11))
        for mark, name in self._below(first, last, scale):
            self._paint_mark(painter, rect, mark, scale, band, rect.height() - band, name)
        self._paint_today(painter, rect, scale)

    def _below(self, first: date, last: date, scale: Scale) -> Iterator[tuple[Mark, str]]:
        if self.zoom is Zoom.QUARTER:
            for mark in months(first, last):
                yield mark, self._t.month(mark.first)
            return
        step = max(1, round(self._theme.scaled(LEAST_WEEK) / (7 * scale.day) + 0.4))
        for mark in weeks(first, last):
            number = iso_week(mark.first)[1]
            if (number - 1) % step == 0:
                yield mark, str(number)

    def _named(self, mark: Mark) -> str:
        t = self._t
        if self.zoom is Zoom.QUARTER:
            return t("Q{n} {year}", n=(mark.first.month + 2) // 3, year=str(mark.first.year))
        name = t.month(mark.first)
        return f"{name} {mark.first.year}" if mark.first.month == FIRST_MONTHS else name

    def _paint_mark(
        self,
        painter: QPainter,
        rect: QRect,
        mark: Mark,
        scale: Scale,
        top: int,
        height: int,
        name: str,
    ) -> None:
        left = rect.left() + round(scale.x(mark.first))
        painter.setPen(self._theme.color("line"))
        painter.drawLine(left, rect.top() + top + 4, left, rect.top() + top + height)
        painter.setPen(self._theme.color("text" if not top else "text2"))
        right = rect.left() + round(scale.x(mark.after))
        if top:
            right = max(right, left + self._theme.scaled(LEAST_WEEK))
        left, right = max(left, rect.left()), min(right, rect.right())
        room = QRect(left + 4, rect.top() + top, right - left - 4, height)
        taken = self._today_place(painter, rect, scale)
        fits = painter.fontMetrics().horizontalAdvance(name) <= room.width()
        if not fits or (top and taken.intersects(room)):
            return
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)

    def _today_place(self, painter: QPainter, rect: QRect, scale: Scale) -> QRect:
        """Where the word about today stands."""
        theme, today = self._theme, self.today()
        x = rect.left() + round(scale.x(today) + scale.day / 2)
        metrics = QFontMetrics(theme.font(12, 600))
        wide, high = metrics.horizontalAdvance(self._today_told()) + 12, theme.scaled(20)
        return QRect(x - wide // 2, rect.bottom() - high - 2, wide, high)

    def _today_told(self) -> str:
        return self._t("Today {day}", day=self._t.day_month(self.today()))

    def _paint_today(self, painter: QPainter, rect: QRect, scale: Scale) -> None:
        theme, place = self._theme, self._today_place(painter, rect, scale)
        if not rect.contains(place):
            return
        painter.setFont(theme.font(12, 600))
        text = self._today_told()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent"))
        painter.drawRoundedRect(place, 3, 3)
        painter.setPen(theme.color("on_accent"))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)


def closed_stretches(
    scale: Scale, width: int, is_closed: Callable[[date], bool]
) -> list[tuple[int, int]]:
    """From where to where days are closed, in pixels, of those that are in sight."""
    found: list[tuple[int, int]] = []
    day, last = scale.at(0), scale.at(width)
    while day <= last:
        if is_closed(day):
            left, right = round(scale.x(day)), round(scale.end(day))
            if found and found[-1][1] >= left:
                found[-1] = found[-1][0], right
            else:
                found.append((left, right))
        day += timedelta(days=1)
    return found
