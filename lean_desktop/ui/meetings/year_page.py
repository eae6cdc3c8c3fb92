"""The year: every group's meetings week by week, held, planned, called off and missing."""

from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QScrollBar,
    QVBoxLayout,
    QWidget,
)

from lean_desktop.document.changes import ChangeSet
from lean_desktop.domain.holidays import iso_week
from lean_desktop.domain.meeting_year import YearMeeting
from lean_desktop.domain.meeting_year_words import told_meeting, told_tally
from lean_desktop.queries.meeting_year import SHOWN, meeting_year
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.meetings.year_grid import YearGrid
from lean_desktop.ui.meetings.year_heads import HeldColumn
from lean_desktop.ui.meetings.year_legend import YearLegend
from lean_desktop.ui.meetings.year_model import YearModel
from lean_desktop.ui.qt import override
from lean_desktop.ui.widgets.buttons import button
from lean_desktop.ui.widgets.search_field import SearchField


class YearPage(QWidget):
    """Emits `opened(key)` when a meeting is double-clicked or Enter is pressed on it.

    A week with several meetings asks which. `noted()` says that `status` may have changed.
    """

    opened = Signal(int)
    noted = Signal()

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._around, self.live, self.t = around, around.live, around.t
        self._stale = False
        self.model = YearModel(self.t, self)
        self.grid = YearGrid(self.model, self.t, around.theme)
        self.held = HeldColumn(self.model, self.t, around.theme, self.grid)
        self.search = SearchField(self.t("Find a group"), self.t, around.theme)
        self.which = QLabel()
        self.told = QLabel()
        self.menu = QMenu(self)
        self._lay_out()
        self.search.textChanged.connect(self._on_search)
        self.grid.asked.connect(self._on_asked)
        self.grid.walked.connect(self._on_walked)
        around.live.changed.connect(self._on_changed)
        around.theme.changed.connect(self._on_theme)

    @property
    def year(self) -> int:
        """The year that is shown."""
        shown = self.model.year
        return shown.year if shown else iso_week(self.live.today)[0]

    def show_year(self, year: int) -> None:
        """Show the ISO year; one stands in this week when it is this year, else in the same."""
        now = self.live.document.clock()
        key, week = self.grid.place()
        self.model.show_year(self.live.read(meeting_year, year, now=now))
        self.which.setText(str(year))
        self.grid.names.fit()
        self.grid.go_to(key, week or self.grid.week_of(now.date()))
        self.noted.emit()

    def status(self) -> str:
        """How many meet, and how much was held so far."""
        count = len(self.model.lines)
        held = self.t("{n} held so far", n=told_tally(self.model.so_far, self.t))
        return f"{self.t.plural('{n} line', '{n} lines', count)} · {held}"

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale or self.model.year is None:
            self._stale = False
            self.show_year(self.year)
        self.grid.go_to(*self.grid.place())  # It may have had no size when it was told where.

    # Inside

    def _step(self, by: int) -> None:
        self.show_year(self.year + by)

    def _on_search(self, typed: str) -> None:
        key, week = self.grid.place()
        self.model.keep(typed)
        self.grid.go_to(key, week)
        self.noted.emit()

    def _on_asked(self, index: QModelIndex) -> None:
        meetings = self.model.cell(index).all if index.isValid() else ()
        if len(meetings) == 1:
            self.opened.emit(meetings[0].id)
        elif meetings:
            self._ask_which(index, meetings)

    def _ask_which(self, index: QModelIndex, meetings: tuple[YearMeeting, ...]) -> None:
        self.menu.clear()
        for each in meetings:
            text = told_meeting(each, self.t).replace("&", "&&")
            self.menu.addAction(text).triggered.connect(partial(self._open, each.id))
        self.menu.setActiveAction(self.menu.actions()[0])
        below = self.grid.visualRect(index).bottomLeft()
        self.menu.popup(self.grid.viewport().mapToGlobal(below))

    def _open(self, key: int, _checked: bool = False) -> None:
        self.opened.emit(key)

    def _on_walked(self) -> None:
        self.told.setText(self.model.spoken(self.grid.currentIndex()))

    def _on_changed(self, changes: ChangeSet) -> None:
        if not changes.touches(SHOWN):
            return
        if self.isVisible():
            self.show_year(self.year)
        else:
            self._stale = True

    def _on_theme(self) -> None:
        for widget in (self.grid.viewport(), self.grid.weeks, self.grid.names, self.held):
            widget.update()

    def _lay_out(self) -> None:
        self.told.setProperty("look", "small")
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setWordWrap(True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._head())
        whole.addLayout(self._middle(), 1)
        whole.addLayout(self._foot())

    def _head(self) -> QWidget:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(20, 9, 20, 9)
        row.setSpacing(8)
        self.which.setProperty("look", "heading")
        row.addWidget(self._stepper("chevl", -1, self.t("Previous year")))
        row.addWidget(self.which)
        row.addWidget(self._stepper("chevr", 1, self.t("Next year")))
        row.addSpacing(12)
        row.addWidget(self.search, 1)
        self.search.setMaximumWidth(self._around.theme.scaled(260))
        row.addStretch(2)
        return head

    def _stepper(self, icon: str, by: int, name: str) -> QPushButton:
        shown = self._around.theme.icon(icon, "text2")
        return button("", partial(self._step, by), icon=shown, name=name)

    def _middle(self) -> QHBoxLayout:
        """The scroll bar of the grid stands at the right of what was held."""
        inner, outer = self.grid.verticalScrollBar(), QScrollBar(Qt.Orientation.Vertical)
        self.grid.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

        def follow() -> None:
            outer.setRange(inner.minimum(), inner.maximum())
            outer.setPageStep(inner.pageStep())
            outer.setVisible(inner.maximum() > inner.minimum())

        inner.rangeChanged.connect(follow)
        inner.valueChanged.connect(outer.setValue)
        outer.valueChanged.connect(inner.setValue)
        follow()
        row = QHBoxLayout()
        row.setSpacing(0)
        for widget, stretch in ((self.grid, 1), (self.held, 0), (outer, 0)):
            row.addWidget(widget, stretch)
        return row

    def _foot(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(20, 8, 20, 10)
        column.setSpacing(6)
        column.addWidget(self.told)
        column.addWidget(YearLegend(self.t, self._around.theme))
        return column
