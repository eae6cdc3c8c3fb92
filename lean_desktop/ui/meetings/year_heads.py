"""What stays where it is while the year is scrolled: months and weeks, names, and how much was held."""

from itertools import groupby

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from lean_desktop.domain.meeting_year import Line
from lean_desktop.domain.meeting_year_words import month_name, name_of, told_tally
from lean_desktop.i18n import Language
from lean_desktop.ui.meetings.year_model import YearModel
from lean_desktop.ui.qt import override
from lean_desktop.ui.theme import Theme

MONTHS, WEEKS = 24, 24
"""Heights of the two lines of the head, in pixels of the design."""
LEAST_NAME, MOST_NAME = 132, 240
_BESIDE = 12

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class WeekHead(QHeaderView):
    """Months above the numbers of their weeks; this week is filled."""

    def __init__(self, model: YearModel, t: Language, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._year_model, self._t, self._theme = model, t, theme
        self.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setHighlightSections(False)

    @override
    def sizeHint(self) -> QSize:
        return QSize(0, self._theme.scaled(MONTHS) + self._theme.scaled(WEEKS))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._theme.color("header"))
        below = self._theme.scaled(MONTHS)
        for _, run in groupby(enumerate(self._year_model.weeks), key=lambda each: each[1].month):
            columns = [column for column, _ in run]
            self._paint_month(painter, self._over(columns[0], columns[-1], 0, below))
        for column in range(self.count()):
            place = self._over(column, column, below, self.height() - below)
            if place.intersects(event.rect()):
                self._paint_week(painter, place, column)
        painter.setPen(self._theme.color("line_strong"))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)

    # Inside

    def _over(self, first: int, last: int, top: int, height: int) -> QRect:
        left = self.sectionViewportPosition(first)
        right = self.sectionViewportPosition(last) + self.sectionSize(last)
        return QRect(left, top, right - left, height)

    def _paint_month(self, painter: QPainter, place: QRect) -> None:
        column = self.logicalIndexAt(max(0, place.left() + 1))
        if column < 0 or place.right() < 0:
            return
        month = self._year_model.weeks[column].month
        painter.setPen(self._theme.color("line_strong"))
        painter.drawLine(place.left(), 4, place.left(), self.height())
        painter.setFont(self._theme.font(12, 600))
        painter.setPen(self._theme.color("text2"))
        room = place.adjusted(max(0, -place.left()) + 6, 0, 0, 0)
        painter.drawText(room, _LEFT, month_name(month, self._t))

    def _paint_week(self, painter: QPainter, place: QRect, column: int) -> None:
        week = self._year_model.weeks[column]
        year = self._year_model.year
        this = year is not None and week.number == year.this_week
        if this:
            painter.fillRect(place.adjusted(1, 2, -1, -3), self._theme.color("accent"))
        painter.setFont(self._theme.figures(11, 600 if this else 400))
        faint = "text3" if week.closed else "text2"
        painter.setPen(self._theme.color("on_accent" if this else faint))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(week.number))


class NameHead(QHeaderView):
    """The names, and the headings above those of one kind; the current one is filled."""

    def __init__(self, model: YearModel, t: Language, theme: Theme, parent: QTableView) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._year_model, self._t, self._theme = model, t, theme
        self._table = parent
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def fit(self) -> None:
        """As wide as the longest name, within reason."""
        metrics = self.fontMetrics()
        names = (name_of(line.whose, self._t) for line in self._year_model.lines)
        longest = max(map(metrics.horizontalAdvance, names), default=0)
        asked = longest + self._theme.scaled(2 * _BESIDE)
        bounds = self._theme.scaled(LEAST_NAME), self._theme.scaled(MOST_NAME)
        self.setFixedWidth(min(max(asked, bounds[0]), bounds[1]))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._theme.color("surface"))
        current = self._table.currentIndex().row()
        for row in shown_rows(self._table, event.rect()):
            top = self.sectionViewportPosition(row)
            place = QRect(0, top, self.width(), self.sectionSize(row))
            self._paint_row(painter, place, row, current=row == current)
        painter.setPen(self._theme.color("line_strong"))
        painter.drawLine(self.width() - 1, 0, self.width() - 1, self.height())

    # Inside

    def _paint_row(self, painter: QPainter, place: QRect, number: int, *, current: bool) -> None:
        row = self._year_model.rows[number]
        if current:
            painter.fillRect(place, self._theme.color("selected"))
        room = place.adjusted(self._theme.scaled(_BESIDE), 0, -6, 0)
        if isinstance(row, str):
            paint_heading(painter, self._theme, place)
            painter.setFont(self._theme.font(12, 600))
            painter.setPen(self._theme.color("text3"))
            _draw(painter, room, row)
            return
        painter.setFont(self._theme.font(13, 500))
        painter.setPen(self._theme.color("text" if row.meets else "text3"))
        _draw(painter, room, name_of(row.whose, self._t))
        line_below(painter, self._theme, place)


class HeldColumn(QWidget):
    """Held of planned for each row of a table; it scrolls with the table."""

    def __init__(self, model: YearModel, t: Language, theme: Theme, table: QTableView) -> None:
        super().__init__()
        self._year_model, self._t, self._theme, self._table = model, t, theme, table
        self.setFixedWidth(self._needed())
        table.verticalScrollBar().valueChanged.connect(self.update)
        model.modelReset.connect(self.update)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        self._table.wheelEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        head = self._table.horizontalHeader().height()
        painter.fillRect(self.rect(), self._theme.color("surface"))
        painter.setClipRect(0, head, self.width(), self._table.viewport().height())
        for row in shown_rows(self._table, self._table.viewport().rect()):
            top = head + self._table.rowViewportPosition(row)
            self._paint_row(painter, QRect(0, top, self.width(), self._table.rowHeight(row)), row)
        painter.setClipping(False)
        self._paint_head(painter, QRect(0, 0, self.width(), head))

    # Inside

    def _needed(self) -> int:
        metrics = self.fontMetrics()
        texts = (self._t("Held"), self._t("{n} of {all}", n=260, all=260))
        return max(map(metrics.horizontalAdvance, texts)) + self._theme.scaled(2 * _BESIDE)

    def _paint_head(self, painter: QPainter, place: QRect) -> None:
        painter.fillRect(place, self._theme.color("header"))
        painter.setPen(self._theme.color("line_strong"))
        painter.drawLine(0, place.bottom(), place.right(), place.bottom())
        painter.drawLine(0, 0, 0, self.height())
        painter.setFont(self._theme.font(12, 600))
        painter.setPen(self._theme.color("text2"))
        room = place.adjusted(0, self._theme.scaled(MONTHS), -self._theme.scaled(_BESIDE), 0)
        painter.drawText(room, _RIGHT, self._t("Held"))

    def _paint_row(self, painter: QPainter, place: QRect, number: int) -> None:
        row = self._year_model.rows[number]
        if not isinstance(row, Line):
            paint_heading(painter, self._theme, place)
            return
        painter.setFont(self._theme.figures(13, 500))
        painter.setPen(self._theme.color("text" if row.so_far.planned else "text3"))
        room = place.adjusted(0, 0, -self._theme.scaled(_BESIDE), 0)
        painter.drawText(room, _RIGHT, told_tally(row.so_far, self._t))
        line_below(painter, self._theme, place)


def shown_rows(table: QTableView, seen: QRect) -> range:
    """Numbers of the rows of which something is in that part of the viewport."""
    first, last = table.rowAt(max(0, seen.top())), table.rowAt(seen.bottom())
    if first < 0:
        return range(0)
    return range(first, (table.model().rowCount() if last < 0 else last + 1))


def paint_heading(painter: QPainter, theme: Theme, place: QRect) -> None:
    """The ground of a heading."""
    painter.fillRect(place, theme.color("header"))
    line_below(painter, theme, place)


def line_below(painter: QPainter, theme: Theme, place: QRect) -> None:
    """The rule below a row."""
    painter.setPen(QPen(theme.color("line"), 1))
    painter.drawLine(place.left(), place.bottom(), place.right(), place.bottom())


def _draw(painter: QPainter, room: QRect, text: str) -> None:
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, _LEFT, shown)
