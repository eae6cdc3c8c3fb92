"""The year as a grid of marks: rows are those who meet, columns the weeks."""

from datetime import date

from PySide6.QtCore import QModelIndex, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from lean_desktop.domain.holidays import iso_week
from lean_desktop.domain.meeting_year import WORKING_DAYS, Line
from lean_desktop.i18n import Language
from lean_desktop.ui.meetings.year_heads import (
    NameHead,
    WeekHead,
    line_below,
    paint_heading,
    shown_rows,
)
from lean_desktop.ui.meetings.year_marks import Marks
from lean_desktop.ui.meetings.year_model import Index, YearModel
from lean_desktop.ui.qt import override
from lean_desktop.ui.theme import Theme

ROW, LEAST_WEEK = 30, 18
"""Pixels of the design: the height of a row, and how wide a week is where there is little room."""


class YearGrid(QTableView):
    """Arrows walk, Home and End go to the ends of a row. Emits `asked(index)` for Enter.

    It paints itself row by row: fifty cells a row through a delegate would be too slow.
    """

    asked = Signal(QModelIndex)
    walked = Signal()

    def __init__(
        self, model: YearModel, t: Language, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._year_model, self._theme = model, theme
        self.marks = Marks(theme)
        self.setAccessibleName(t("The meetings of the year"))
        self.weeks = WeekHead(model, t, theme, self)
        self.names = NameHead(model, t, theme, self)
        self.setHorizontalHeader(self.weeks)
        self.setVerticalHeader(self.names)
        self.setModel(model)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.weeks.setMinimumSectionSize(theme.scaled(LEAST_WEEK))
        self.names.setDefaultSectionSize(theme.scaled(ROW))
        self.doubleClicked.connect(self.asked)

    def go_to(self, key: int | None, week: int) -> None:
        """Stand at that line, or the first one, in that week."""
        row = -1 if key is None else self._year_model.row_of(key)
        if row < 0:
            row = self._first_line()
        if row >= 0 and self._year_model.weeks:
            column = min(max(week, 1), len(self._year_model.weeks)) - 1
            self.setCurrentIndex(self._year_model.index(row, column))
            self._centre(column)

    def place(self) -> tuple[int | None, int]:
        """The key of the current line and the number of the current week; None and 0 for none."""
        index = self.currentIndex()
        row = self._year_model.rows[index.row()] if index.isValid() else ""
        return (row.key, index.column() + 1) if isinstance(row, Line) else (None, 0)

    def week_of(self, day: date) -> int:
        """The number of the week of that day, 0 when it is in another year."""
        year, week = iso_week(day)
        shown = self._year_model.year
        return week if shown and shown.year == year else 0

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.asked.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.names.viewport().update()
        self.viewport().update()
        self.walked.emit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        seen = event.rect()
        painter.fillRect(seen, self._theme.color("surface"))
        self._paint_weeks(painter, self._above_end(seen))
        rows = shown_rows(self, seen)
        for row in rows:
            self._paint_ground(painter, self._row_place(row), row)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)  # It would blur the rules.
        for row in rows:
            self._paint_cells(painter, self._row_place(row), row, seen)
        self._paint_current(painter)

    # Inside

    def _first_line(self) -> int:
        rows = self._year_model.rows
        return next((n for n, each in enumerate(rows) if isinstance(each, Line)), -1)

    def _centre(self, column: int) -> None:
        """Scroll sideways, as far as there is anything to scroll."""
        left = self.columnViewportPosition(column) + self.weeks.offset()
        room = self.viewport().width() - self.columnWidth(column)
        self.horizontalScrollBar().setValue(left - room // 2)

    def _above_end(self, seen: QRect) -> QRect:
        """That part of the viewport without what is below the last row."""
        return seen.intersected(
            QRect(0, 0, seen.right() + 1, self.names.length() - self.names.offset())
        )

    def _column(self, number: int, top: int, height: int) -> QRect:
        """Where the week of that number is."""
        left, wide = self.columnViewportPosition(number - 1), self.columnWidth(number - 1)
        return QRect(left, top, wide, height)

    def _paint_weeks(self, painter: QPainter, seen: QRect) -> None:
        year = self._year_model.year
        for week in self._year_model.weeks:
            place = self._column(week.number, seen.top(), seen.height())
            if week.closed:
                self.marks.shade(painter, place, whole=week.closed >= WORKING_DAYS)
            if year and week.number == year.this_week:
                painter.fillRect(place, self._theme.color("selected"))
        self._paint_months(painter, seen)

    def _paint_months(self, painter: QPainter, seen: QRect) -> None:
        painter.setPen(QPen(self._theme.color("line"), 1))
        before = 0
        for week in self._year_model.weeks:
            if week.month != before:
                left = self.columnViewportPosition(week.number - 1)
                painter.drawLine(left, seen.top(), left, seen.bottom())
            before = week.month

    def _row_place(self, row: int) -> QRect:
        wide, high = self.viewport().width(), self.rowHeight(row)
        return QRect(0, self.rowViewportPosition(row), wide, high)

    def _paint_ground(self, painter: QPainter, place: QRect, number: int) -> None:
        row = self._year_model.rows[number]
        if isinstance(row, str):
            paint_heading(painter, self._theme, place)
            return
        for week, (closed, _) in row.closed.items():
            column = self._column(week, place.top(), place.height())
            self.marks.shade(painter, column, whole=closed >= WORKING_DAYS)
        line_below(painter, self._theme, place)

    def _paint_cells(self, painter: QPainter, place: QRect, number: int, seen: QRect) -> None:
        row = self._year_model.rows[number]
        cells = {} if isinstance(row, str) else row.cells
        for week, cell in cells.items():
            column = self._column(week, place.top(), place.height() - 1)
            if column.right() >= seen.left() and column.left() <= seen.right():
                self.marks.paint_cell(painter, QRectF(column), cell)
                self._paint_clash(painter, column, [each.id for each in cell.all])

    def _paint_clash(self, painter: QPainter, place: QRect, keys: list[int]) -> None:
        year = self._year_model.year
        if year and any(key in year.clashes for key in keys):
            self.marks.paint_clash(painter, QPointF(place.right(), place.top() + 1))

    def _paint_current(self, painter: QPainter) -> None:
        index = self.currentIndex()
        if index.isValid():
            color = "accent_text" if self.hasFocus() else "control"
            painter.setPen(QPen(self._theme.color(color), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.visualRect(index)).adjusted(1, 1, -1, -2), 3, 3)
