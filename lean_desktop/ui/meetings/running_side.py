"""Beside the meeting, on the laptop alone: who came, the round of asking, the word, the rating."""

from enum import StrEnum
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from lean_desktop.domain.meetings import Meeting
from lean_desktop.i18n import N_
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.meetings.ask_round import AskRound
from lean_desktop.ui.meetings.attendance_box import AttendanceBox
from lean_desktop.ui.meetings.rating_box import RatingBox
from lean_desktop.ui.meetings.word_round import WordRound
from lean_desktop.ui.qt import override
from lean_desktop.ui.widgets.buttons import Segments


class Page(StrEnum):
    """What can stand beside the meeting."""

    ATTENDANCE = "attendance"
    ASKING = "asking"
    WORD = "word"
    RATING = "rating"


PAGE_NAMES = {
    Page.ATTENDANCE: N_("Attendance"),
    Page.ASKING: N_("Asking"),
    Page.WORD: N_("Speaking"),
    Page.RATING: N_("Rating"),
}
PAGE_KEYS = {
    Page.ATTENDANCE: N_("T"),
    Page.ASKING: N_("K"),
    Page.WORD: N_("S"),
    Page.RATING: N_("R"),
}
"""The key of each, by language."""

ALL_KEY = N_("E")
"""Everyone on time and prepared, by language."""


class RunningSide(QWidget):
    """Four pages, each by one key; the keys then go to what is on it."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        t = around.t
        self.attendance = AttendanceBox(around)
        self.attendance.all.setText(f"{self.attendance.all.text()} ({t(ALL_KEY)})")
        self.asking = AskRound(around)
        self.word = WordRound(around)
        self.rating = RatingBox(around)
        self._widgets: dict[Page, AttendanceBox | AskRound | WordRound | RatingBox] = {
            Page.ATTENDANCE: self.attendance,
            Page.ASKING: self.asking,
            Page.WORD: self.word,
            Page.RATING: self.rating,
        }
        named = [
            (page.value, f"{t(name)} ({t(PAGE_KEYS[page])})") for page, name in PAGE_NAMES.items()
        ]
        self.pages = Segments(t("Beside the meeting"), named)
        self.pages.chosen.connect(lambda key: self.show_page(Page(key)))
        self._stack = QStackedWidget()
        for widget in self._widgets.values():
            self._stack.addWidget(_Scrolling(widget))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.pages)
        column.addWidget(self._stack, 1)
        if app := QApplication.instance():
            cast("QApplication", app).focusChanged.connect(self._on_focus)

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return Page(self.pages.choice)

    def show_meeting(self, meeting: Meeting) -> None:
        """Show what is recorded of the meeting."""
        for widget in self._widgets.values():
            widget.show_meeting(meeting)

    def show_page(self, page: Page) -> None:
        """Show a page, and let the keys go to it."""
        self.pages.choose(page.value)
        self._stack.setCurrentIndex(list(self._widgets).index(page))
        self._widgets[page].begin()

    def record_all(self) -> None:
        """All came on time and prepared."""
        self.show_page(Page.ATTENDANCE)
        self.attendance.record_all()

    # Inside

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Scroll to what the keys go to."""
        area = self._stack.currentWidget()
        if isinstance(area, QScrollArea) and now and area.isAncestorOf(now):
            area.ensureWidgetVisible(now)


class _Scrolling(QScrollArea):
    """Leaves the arrow keys to the meeting: they go to the next item."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        inside = QWidget()
        inside.setObjectName("paper")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.addWidget(widget)
        column.addStretch(1)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()
