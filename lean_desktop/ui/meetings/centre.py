"""The middle of the tab: the agenda, the form of a daily meeting, or nothing to show."""

from functools import cached_property

from PySide6.QtWidgets import QStackedWidget, QWidget

from lean_desktop.domain.meetings import Meeting
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.meetings.agenda_page import AgendaPage
from lean_desktop.ui.meetings.daily_page import DailyPage
from lean_desktop.ui.widgets.empty_state import EmptyState


class Centre(QStackedWidget):
    """Shows what fits the meeting; a page is made when it is first needed."""

    def __init__(self, around: Surroundings, agenda: AgendaPage, empty: EmptyState) -> None:
        super().__init__()
        self._around = around
        self.agenda = agenda
        self._empty = empty
        self.addWidget(agenda)
        self.addWidget(empty)

    @cached_property
    def daily(self) -> DailyPage:
        """The form of the daily meeting."""
        page = DailyPage(self._around)
        self.addWidget(page)
        return page

    def show_meeting(self, meeting: Meeting | None) -> None:
        """Show the page for this meeting."""
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
        if "daily" in self.__dict__:
            self.daily.commit()

    def keep_drafts(self) -> bool:
        """Whether nothing is left in hand."""
        kept = not self.agenda.table.cells.in_hand()
        return kept and ("daily" not in self.__dict__ or self.daily.keep_drafts())

    def status(self) -> str:
        """Counts of what is shown."""
        if self.currentWidget() is self._empty:
            return ""
        return self.agenda.status() if self.shows_agenda() else self.daily.status()
