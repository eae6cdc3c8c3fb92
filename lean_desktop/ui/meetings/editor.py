"""The Meetings tab: groups at the left, one meeting's agenda in the middle, details at the right."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QInputDialog, QMenu, QSplitter, QVBoxLayout, QWidget

from lean_desktop.document.changes import ChangeSet
from lean_desktop.domain.gathering import Place
from lean_desktop.domain.meetings import Meeting, MeetingState
from lean_desktop.domain.preparation_mail import mail_text
from lean_desktop.edits import meetings as edits
from lean_desktop.i18n import M_
from lean_desktop.queries import meetings as queries
from lean_desktop.queries.gatherings import named_meetings, place_of
from lean_desktop.queries.meeting_papers import preparing
from lean_desktop.ui.editor import Command, Editor, Find, Paper, Surroundings
from lean_desktop.ui.meetings import series_steps, stages
from lean_desktop.ui.meetings.agenda_page import AgendaPage
from lean_desktop.ui.meetings.centre import Centre
from lean_desktop.ui.meetings.commands import MORE, commands_of
from lean_desktop.ui.meetings.details import Details
from lean_desktop.ui.meetings.model import people_choices
from lean_desktop.ui.meetings.paper import papers_of
from lean_desktop.ui.meetings.sidebar import WIDTH, Sidebar
from lean_desktop.ui.meetings.toolbar import Does, MeetingBar
from lean_desktop.ui.projecting import project
from lean_desktop.ui.qt import override
from lean_desktop.ui.widgets.empty_state import EmptyState
from lean_desktop.ui.widgets.side_pane import SidePane

SHOWN_HERE = (
    *("meeting", "meeting_guest", "agenda_item", "preparation", "person", "group", "unit"),
    *("attendance", "prepared", "contribution", "membership", "follow_up", "action", "rating"),
)


class MeetingsEditor(Editor):
    """Plans meetings and writes their agendas."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self.sidebar = Sidebar(around)
        self.page = AgendaPage(around)
        self.details = Details(around)
        self._meeting: Meeting | None = None
        self._standing = Place()
        self._lay_out()
        self.sidebar.chosen.connect(self._on_gathering)
        self.page.item_chosen.connect(self._on_item)
        self.bar.stage_chosen.connect(self._on_stage)
        self.centre.closed.connect(self.after_closing)
        self.centre.asked_for.connect(self.show_meeting)
        self.centre.returned.connect(lambda: self._show(self._meeting))
        self.live.changed.connect(self._on_changed)
        self.sidebar.choose_soonest()
        self._on_gathering()

    # What the window asks

    @override
    def commands(self) -> Sequence[Command]:
        return commands_of(self)

    @override
    def papers(self) -> Sequence[Paper]:
        return papers_of(self.live, self.t, lambda: self._meeting)

    @override
    def status(self) -> str:
        return self.centre.status()

    @override
    def finds(self) -> Sequence[Find]:
        found = self.live.read(named_meetings, self.live.document.clock())
        return [
            Find("meeting", each.id, f"{each.name} {each.number}", self._when(each.start))
            for each in found
        ]

    @override
    def show_found(self, found: Find) -> None:
        self.show_meeting(found.key)

    @override
    def panes(self) -> Sequence[QWidget]:
        panes = (self.sidebar.list, self.centre.front(), self.details)
        return [pane for pane in panes if not pane.isHidden()]

    @override
    def toggle_inspector(self) -> None:
        self._pane.toggle()

    @override
    def commit_text_in_hand(self) -> None:
        self.centre.commit()
        self.details.commit()

    @override
    def keep_drafts(self) -> bool:
        self.details.keep_drafts()
        return self.centre.keep_drafts()

    @override
    def layout_state(self) -> dict[str, Any]:
        return {
            "splitter": self._splitter.sizes(),
            "side": self._pane.state(),
        }

    @override
    def restore_layout(self, state: dict[str, Any]) -> None:
        sizes = state.get("splitter")
        if isinstance(sizes, list) and len(sizes) == 2 and all(type(each) is int for each in sizes):
            self._splitter.setSizes(sizes)
        self._pane.restore(state.get("side"))

    @override
    def place(self) -> dict[str, Any]:
        item = self.page.chosen()
        return {
            "meeting": self._meeting.id if self._meeting else 0,
            "item": item.id if item else 0,
        }

    @override
    def return_to(self, place: dict[str, Any]) -> None:
        meeting, item = place.get("meeting"), place.get("item")
        if type(meeting) is int and type(item) is int:
            self.show_meeting(meeting)
            self.page.table.go_to(item)

    # What one can do

    def plan(self) -> None:
        """Ask for a group, a template and a time, and plan a meeting."""
        from lean_desktop.ui.meetings.plan_dialog import PlanDialog

        gathering = self.sidebar.gathering()
        dialog = PlanDialog(self.around, gathering.group_id if gathering else None, self)
        dialog.planned.connect(self.show_meeting)
        dialog.open()

    def show_meeting(self, key: int) -> None:
        """Show the meeting with that key."""
        found = self.live.read(queries.meetings, [key])
        if found:
            self.sidebar.search.clear()
            self.sidebar.choose(_line_of(found[0]))
            self._show(found[0])

    def step(self, by: int) -> None:
        """Go to an earlier or later meeting of the same group."""
        there = self._standing.previous_id if by < 0 else self._standing.next_id
        found = self.live.read(queries.meetings, [there]) if there else ()
        if found:
            self._show(found[0])

    def plan_series(self) -> None:
        """Ask for a rule, and plan all the meetings it gives."""
        from lean_desktop.ui.meetings.series_dialog import SeriesDialog

        line = self.sidebar.gathering()
        group, unit = (line.group_id, line.unit_id) if line else (None, None)
        dialog = SeriesDialog(self.around, group, unit, self)
        dialog.planned.connect(self.show_meeting)
        dialog.open()

    def show_year(self) -> None:
        """Show everybody's meetings through the year; once more shows the meeting again."""
        if "year" in self.centre.__dict__ and self.centre.currentWidget() is self.centre.year:
            self._show(self._meeting)
        else:
            self.centre.show_year()
            self.noted.emit()

    def edit_calendar(self) -> None:
        """Show when the company stands still, to be changed."""
        from lean_desktop.ui.meetings.calendar_dialog import CalendarDialog

        line = self.sidebar.gathering()
        CalendarDialog(self.around, line.group_id if line else None, self).open()

    def export_meeting(self) -> None:
        """Write the meeting for a calendar program."""
        from lean_desktop.ui.calendar_export import export_meeting

        if self._meeting:
            export_meeting(self.around, self._meeting.id, _found_name(self._meeting), self)

    def export_series(self) -> None:
        """Write the whole series for a calendar program."""
        from lean_desktop.ui.calendar_export import export_series

        if self._meeting and self._meeting.series_id:
            export_series(self.around, self._meeting.series_id, self._meeting.name, self)

    def export_preparation(self) -> None:
        """Write a day for each who is to prepare something, for a calendar program."""
        from lean_desktop.ui.calendar_export import export_preparation

        if self._meeting:
            export_preparation(self.around, self._meeting.id, _found_name(self._meeting), self)

    def copy_preparation(self) -> None:
        """Put who is to prepare what on the clipboard, to be pasted into a mail."""
        if self._meeting:
            sheets = self.live.read(preparing, self._meeting.id)
            QGuiApplication.clipboard().setText(mail_text(sheets, self.t))

    def has_preparation(self) -> bool:
        """Whether somebody is to prepare something, or will be asked about an action."""
        return self._meeting is not None and bool(self.live.read(preparing, self._meeting.id))

    def export_person(self) -> None:
        """Ask for whom, and write all their meetings for a calendar program."""
        from lean_desktop.ui.calendar_export import export_person

        people, t = people_choices(self.live), self.t
        names = [f"{name} ({key})" for key, name in people]
        chosen, given = QInputDialog.getItem(
            self, t("Export a person’s meetings"), t("Whose meetings"), names, editable=False
        )
        if given and chosen in names:
            key, name = people[names.index(chosen)]
            export_person(self.around, key, name, self)

    def remove_following(self) -> None:
        """Take this meeting and those that follow it in its series away."""
        if self._meeting:
            series_steps.remove_following(self.around, self._meeting)

    def change_series(self) -> None:
        """Ask how the series is to go on from this meeting."""
        if self._meeting:
            series_steps.change(self.around, self._meeting, self)

    def extend_series(self) -> None:
        """Plan the series a year further."""
        if self._meeting:
            series_steps.extend(self.around, self._meeting)

    def call(self) -> None:
        """Those who are to come have been told."""
        if self._meeting:
            stages.call(self.around, self._meeting)

    def start(self) -> None:
        """Begin the meeting, or go on with it; where minutes are keyed in, the keys close it."""
        if self.centre.recording:
            self.centre.capture.close_meeting()
        elif self._meeting:
            from lean_desktop.ui.meetings.running_window import RunningWindow

            self.running = RunningWindow(self.around, self._meeting.id, self)
            self.running.closed.connect(self.after_closing)
            self.running.show()

    def show_month(self) -> None:
        """Show the month of the daily meeting on another screen than this one, if there is one."""
        from lean_desktop.ui.meetings.daily_wall import DailyWall

        if self._meeting:
            project(DailyWall(self.around, self._meeting.unit_id, self), self, self.around.settings)

    def record(self) -> None:
        """Key in what was written on the agenda sheet."""
        if self._meeting and not self._meeting.is_daily:
            self.centre.record(recording=True)
            self.bar.show_meeting(self._meeting, self._standing, recording=True)
            self.details.show_item(None)
            self.centre.capture.begin()
            self.noted.emit()

    def close_meeting(self) -> None:
        """Finish the minutes."""
        if self._meeting:
            stages.close(self.around, self._meeting)
            self.after_closing(self._meeting.id)

    def rate(self) -> None:
        """Take in what those who were there thought of it, from slips of paper."""
        from lean_desktop.ui.meetings.rating_box import RatingDialog

        if self._meeting:
            RatingDialog(self.around, self._meeting, self).open()

    def after_closing(self, meeting_id: int) -> None:
        """Ask what becomes of the items that were not finished, if there are any."""
        from lean_desktop.ui.meetings.carry_dialog import carry_if_needed

        carry_if_needed(self.around, meeting_id, self)

    def reopen(self) -> None:
        """Ask why, and unlock a closed meeting."""
        if self._meeting:
            stages.ask_to_reopen(self.around, self._meeting, self)

    def cancel(self) -> None:
        """Ask why, and call the meeting off."""
        if self._meeting:
            stages.ask_to_cancel(self.around, self._meeting, self)

    def back_to_draft(self) -> None:
        """Take the calling back, or let a meeting that was called off take place."""
        if self._meeting:
            stages.back_to_draft(self.around, self._meeting)

    def item_to_next(self) -> None:
        """Move the chosen item to the group's next meeting."""
        self.page.carry_chosen(copied=False)

    def item_copied(self) -> None:
        """Put the chosen item on the agenda of the group's next meeting, too."""
        self.page.carry_chosen(copied=True)

    def item_waits(self) -> None:
        """Take the chosen item off the agenda; it waits with the group."""
        self.page.let_chosen_wait()

    def remove_meeting(self) -> None:
        """Take the meeting away; undo brings it back."""
        if self._meeting:
            label = M_(
                "Delete meeting {n} of {name}", n=self._meeting.number, name=self._meeting.name
            )
            self.live.edit(label, edits.remove_meetings, [self._meeting.id])

    def edit_templates(self) -> None:
        """Show the templates, to be changed, added to, or put back as they shipped."""
        from lean_desktop.ui.meetings.templates_dialog import TemplatesDialog

        TemplatesDialog(self.around, self).open()

    def save_as_template(self) -> None:
        """Make a template of this agenda and open it for naming."""
        from lean_desktop.ui.meetings.templates_dialog import TemplatesDialog, template_of

        if self._meeting:
            items = self.live.read(queries.items, meeting_id=self._meeting.id)
            taken = self.live.read(queries.templates, self.t.code)
            template = template_of(self._meeting, items, taken, self.t)
            self.live.edit(
                M_("Save template “{name}”", name=template.name), edits.save_template, template
            )
            TemplatesDialog(self.around, self, shown=template.key).open()

    # Inside

    def _lay_out(self) -> None:
        does = Does(self.step, self.start, self.record, self._fill_more)
        self.bar = MeetingBar(self.around, does)
        self.centre = Centre(self.around, self.page, self._empty_state())
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        for widget in (self.sidebar, self.centre):
            self._splitter.addWidget(widget)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setSizes([WIDTH, 848])
        self._pane = SidePane(self._splitter, self.details, self.around.theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self._pane, 1)

    def _fill_more(self, menu: QMenu) -> None:
        """What the meeting as it is allows."""
        menu.clear()
        for command in self.commands():
            if command.name in MORE and (command.allowed is None or command.allowed()):
                menu.addAction(command.text, command.run)

    def _empty_state(self) -> EmptyState:
        t = self.t
        page = EmptyState(
            "meeting",
            t("No meeting is planned here"),
            t("A template gives you the agenda; you change what is different this time."),
            self.around.theme,
        )
        if not self.live.read_only:
            page.offer(t("Plan a meeting"), self.plan, icon="plus", keys="Ctrl+N")
        page.offer(t("See the templates"), self.edit_templates)
        return page

    def _on_gathering(self) -> None:
        gathering = self.sidebar.gathering()
        key = gathering.id if gathering else None
        if self._meeting is None or _line_of(self._meeting) != key:
            self._show(gathering.next if gathering else None)

    def _show(self, meeting: Meeting | None) -> None:
        self._meeting = meeting
        self._standing = self.live.read(place_of, meeting.id) if meeting else Place()
        self.centre.show_meeting(meeting)
        self.details.setEnabled(meeting is not None and not self.live.read_only)
        self.details.show_meeting(meeting)
        if not self.centre.shows_agenda():
            self.details.show_item(None)
        self.bar.show_meeting(meeting, self._standing, recording=self.centre.recording)
        self.noted.emit()

    def _on_changed(self, changes: ChangeSet) -> None:
        if changes.touches(SHOWN_HERE):
            came = changes.of("meeting").inserted
            key = min(came) if len(came) == 1 else self._meeting.id if self._meeting else 0
            found = self.live.read(queries.meetings, [key])
            if found:
                self.sidebar.choose(_line_of(found[0]))
            gathering = self.sidebar.gathering()
            self._show(found[0] if found else gathering.next if gathering else None)

    def _on_stage(self, key: str) -> None:
        if self._meeting and key != self._meeting.state:
            try:
                was = self._meeting
                stages.become(self.around, was, MeetingState(key), self)
                if MeetingState(key) is MeetingState.CLOSED:
                    self.after_closing(was.id)
            finally:
                self.bar.show_meeting(self._meeting, self._standing)

    def _on_item(self) -> None:
        chosen = self.page.chosen()
        self.details.show_item(chosen.item if chosen else None)
        self.noted.emit()

    # What is allowed now

    def is_shown(self) -> bool:
        """Whether a meeting is shown."""
        return self._meeting is not None

    def can_change(self) -> bool:
        """Whether the meeting that is shown may be changed."""
        return self.is_open() and not self.live.read_only

    def has_item(self) -> bool:
        """Whether an item is chosen that may be changed."""
        return self.can_change() and self.centre.shows_agenda() and self.page.has_item()

    def in_series(self) -> bool:
        """Whether the meeting is one of a series."""
        return self._meeting is not None and self._meeting.series_id is not None

    def can_change_series(self) -> bool:
        """Whether the meeting and those that follow it in its series may be changed."""
        return self.in_series() and self.can_change()

    def is_open(self) -> bool:
        """Whether the meeting is neither closed nor called off."""
        return self._meeting is not None and not self._meeting.locked

    def is_closed(self) -> bool:
        """Whether the minutes are finished."""
        return self._is(MeetingState.CLOSED)

    def can_rate(self) -> bool:
        """Whether the meeting is on, or was held, and is not the daily one."""
        held = self._is(MeetingState.IN_PROGRESS) or self._is(MeetingState.CLOSED)
        return held and self._meeting is not None and not self._meeting.is_daily

    def is_draft(self) -> bool:
        """Whether nobody was called yet."""
        return self._is(MeetingState.DRAFT)

    def can_be_draft(self) -> bool:
        """Whether the meeting was called, or called off."""
        return self._is(MeetingState.CALLED) or self._is(MeetingState.CANCELLED)

    def is_daily(self) -> bool:
        """Whether a daily meeting is shown."""
        return self._meeting is not None and self._meeting.is_daily

    def can_start(self) -> bool:
        """Whether it is a meeting that is run, and not over."""
        return self.is_open() and self._meeting is not None and not self._meeting.is_daily

    def can_record(self) -> bool:
        """Whether there are minutes to key in or to look at."""
        return self._meeting is not None and not self._is(MeetingState.CANCELLED)

    def _is(self, state: MeetingState) -> bool:
        return self._meeting is not None and self._meeting.state is state

    def _when(self, start: datetime) -> str:
        return f"{self.t.date(start.date())} {self.t.time(start)}"


def _found_name(meeting: Meeting) -> str:
    return f"{meeting.name} {meeting.number}"


def _line_of(meeting: Meeting) -> int:
    """The key of the line at the left that the meeting belongs to."""
    return meeting.group_id or -(meeting.unit_id or 0)
