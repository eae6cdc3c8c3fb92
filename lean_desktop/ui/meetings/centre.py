"""The middle of the tab: the agenda, the form of a daily meeting, or nothing to show."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from lean_desktop.domain.meetings import Meeting
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.meetings.agenda_page import AgendaPage
from lean_desktop.ui.meetings.capture_page import CapturePage
from lean_desktop.ui.meetings.daily_page import DailyPage
from lean_desktop.ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from lean_desktop.ui.meetings.year_page import YearPage


class Centre(QStackedWidget):
    """Shows what fits the meeting; a page is made when it is first needed.

    Emits `closed(meeting key)` when minutes keyed in were finished, `returned()` when one went
    back to the agenda, `asked_for(meeting key)` for a meeting that is opened in the year.
    """

    closed = Signal(int)
    returned = Signal()
    asked_for = Signal(int)

    def __init__(self, around: Surroundings, agenda: AgendaPage, empty: EmptyState) -> None:
        super().__init__()
        self._around = around
        self.agenda = agenda
        self._empty = empty
        self._meeting: Meeting | None = None
        self._recording = False
        self.addWidget(agenda)
        self.addWidget(empty)

    @cached_property
    def capture(self) -> CapturePage:
        """The minutes as they are keyed in from paper."""
        page = CapturePage(self._around)
        page.finished.connect(self._back)
        page.closed.connect(self.closed)
        self.addWidget(page)
        return page

    def _back(self) -> None:
        self.record(recording=False)
        self.returned.emit()

    @property
    def recording(self) -> bool:
        """Whether minutes are being keyed in."""
        return self._recording

    def record(self, *, recording: bool) -> None:
        """Show the lines minutes are keyed in on, or the agenda again."""
        self._recording = recording
        self.show_meeting(self._meeting)

    @cached_property
    def year(self) -> "YearPage":
        """The meetings of everybody through a year."""
        from lean_desktop.ui.meetings.year_page import YearPage

        page = YearPage(self._around)
        page.opened.connect(self.asked_for)
        self.addWidget(page)
        return page

    def show_year(self) -> None:
        """Show this year's meetings of everybody."""
        self.year.show_year(self._around.live.document.clock().isocalendar().year)
        self.setCurrentWidget(self.year)
        self.year.grid.setFocus()

    @cached_property
    def daily(self) -> DailyPage:
        """The form of the daily meeting."""
        page = DailyPage(self._around)
        self.addWidget(page)
        return page

    def show_meeting(self, meeting: Meeting | None) -> None:
        """Show the page for this meeting; another meeting shows its agenda first."""
        if self._meeting is None or meeting is None or meeting.id != self._meeting.id:
            self._recording = self._recording and self._meeting is meeting
        self._meeting = meeting
        if meeting is not None and self._recording and not meeting.is_daily:
            self.capture.show_meeting(meeting)
            self.setCurrentWidget(self.capture)
            return
        if meeting is not None and meeting.is_daily:
            self.daily.show_meeting(meeting)
            self.setCurrentWidget(self.daily)
            return
        self.agenda.show_meeting(meeting)
        self.setCurrentWidget(self.agenda if meeting else self._empty)

    def front(self) -> QWidget:
        """What F6 goes to."""
        return self.agenda.table if self.shows_agenda() else self.currentWidget() or self

    def shows_agenda(self) -> bool:
        """Whether it is an agenda that is shown."""
        return self.currentWidget() is self.agenda

    def commit(self) -> None:
        """Commit the text in hand. Raises RuleBroken when it will not do."""
        self.agenda.table.commit()
        for page in self._forms():
            page.commit()

    def keep_drafts(self) -> bool:
        """Whether nothing is left in hand."""
        kept = not self.agenda.table.cells.in_hand()
        return kept and all(page.keep_drafts() for page in self._forms())

    def status(self) -> str:
        """Counts of what is shown."""
        if self.currentWidget() is self._empty:
            return ""
        if self.shows_agenda():
            return self.agenda.status()
        if "year" in self.__dict__ and self.currentWidget() is self.year:
            return self.year.status()
        return (
            self.daily.status()
            if self._meeting and self._meeting.is_daily
            else self.capture.status()
        )

    def _forms(self) -> list[CapturePage | DailyPage]:
        """The forms that were made already."""
        made = self.__dict__
        return [made[name] for name in ("capture", "daily") if name in made]
