"""The Meetings tab: groups at the left, one meeting's agenda in the middle, details at the right."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from lean_desktop.document.changes import ChangeSet
from lean_desktop.domain.meetings import Meeting
from lean_desktop.edits import meetings as edits
from lean_desktop.i18n import M_
from lean_desktop.queries import meetings as queries
from lean_desktop.ui.editor import Command, Editor, Find, Paper, Surroundings
from lean_desktop.ui.meetings.agenda_page import AgendaPage
from lean_desktop.ui.meetings.details import Details
from lean_desktop.ui.meetings.paper import agenda_paper
from lean_desktop.ui.meetings.sidebar import WIDTH, Sidebar
from lean_desktop.ui.qt import override
from lean_desktop.ui.widgets.buttons import button
from lean_desktop.ui.widgets.empty_state import EmptyState
from lean_desktop.ui.widgets.side_pane import SidePane


class MeetingsEditor(Editor):
    """Plans meetings and writes their agendas."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self.sidebar = Sidebar(around)
        self.page = AgendaPage(around)
        self.details = Details(around)
        self._held: list[Meeting] = []
        self._meeting: Meeting | None = None
        self._lay_out()
        self.sidebar.chosen.connect(self._on_gathering)
        self.page.item_chosen.connect(self._on_item)
        self.live.changed.connect(self._on_changed)
        self.sidebar.choose_soonest()
        self._on_gathering()

    # What the window asks

    @override
    def commands(self) -> Sequence[Command]:
        t, shown = self.t, self._is_shown
        edit = partial(Command, edits=True)
        return (
            edit("plan_meeting", t("Plan a meeting …"), self.plan, "insert", "New", "plus"),
            edit(
                "new_item",
                t("New agenda item"),
                self.page.begin_item,
                "insert",
                "Ctrl+Return",
                allowed=shown,
            ),
            edit(
                "remove_meeting",
                t("Delete the meeting"),
                self.remove_meeting,
                "edit",
                allowed=shown,
            ),
            edit(
                "move_up",
                t("Move the item up"),
                lambda: self.page.move_chosen(-1),
                "edit",
                allowed=self.page.has_item,
            ),
            edit(
                "move_down",
                t("Move the item down"),
                lambda: self.page.move_chosen(1),
                "edit",
                allowed=self.page.has_item,
            ),
            Command(
                "previous_meeting",
                t("Previous meeting"),
                lambda: self.step(-1),
                "view",
                "Alt+Left",
                allowed=shown,
            ),
            Command(
                "next_meeting",
                t("Next meeting"),
                lambda: self.step(1),
                "view",
                "Alt+Right",
                allowed=shown,
            ),
            Command("templates", t("Meeting templates …"), self.edit_templates, "tools"),
            edit(
                "save_template",
                t("Save the agenda as a template …"),
                self.save_as_template,
                "tools",
                allowed=shown,
            ),
        )

    @override
    def papers(self) -> Sequence[Paper]:
        return (agenda_paper(self.live, self.t, lambda: self._meeting),)

    @override
    def status(self) -> str:
        return self.page.status()

    @override
    def finds(self) -> Sequence[Find]:
        found = self.live.read(queries.meetings)
        return [Find("meeting", each.id, _found_name(each), self._when(each)) for each in found]

    @override
    def show_found(self, found: Find) -> None:
        self.show_meeting(found.key)

    @override
    def panes(self) -> Sequence[QWidget]:
        panes = (self.sidebar.list, self.page.table, self.details)
        return [pane for pane in panes if not pane.isHidden()]

    @override
    def toggle_inspector(self) -> None:
        self._pane.toggle()

    @override
    def commit_text_in_hand(self) -> None:
        self.page.table.commit()
        self.details.commit()

    @override
    def keep_drafts(self) -> bool:
        self.details.keep_drafts()
        return not self.page.table.cells.in_hand()

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
        dialog = PlanDialog(self.around, gathering.id if gathering else None, self)
        dialog.planned.connect(self.show_meeting)
        dialog.open()

    def show_meeting(self, key: int) -> None:
        """Show the meeting with that key."""
        found = self.live.read(queries.meetings, [key])
        if found:
            self.sidebar.search.clear()
            self.sidebar.choose(found[0].group_id or 0)
            self._held = self._read_held()
            self._show(found[0])

    def step(self, by: int) -> None:
        """Go to an earlier or later meeting of the same group."""
        place = self._place() + by
        if self._meeting and 0 <= place < len(self._held):
            self._show(self._held[place])

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
        self._previous = self._stepper("chevl", -1, self.t("Previous meeting"), "Alt+Left")
        self._next = self._stepper("chevr", 1, self.t("Next meeting"), "Alt+Right")
        self._which = QLabel()
        self._which.setStyleSheet("font-weight: 600")
        self._centre = QStackedWidget()
        self._centre.addWidget(self.page)
        self._centre.addWidget(self._empty_state())
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        for widget in (self.sidebar, self._centre):
            self._splitter.addWidget(widget)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setSizes([WIDTH, 848])
        self._pane = SidePane(self._splitter, self.details, self.around.theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._toolbar())
        column.addWidget(self._pane, 1)

    def _toolbar(self) -> QWidget:
        bar = QWidget()
        bar.setObjectName("toolbar")
        bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(bar)
        row.setContentsMargins(20, 9, 20, 9)
        row.setSpacing(8)
        for widget in (self._previous, self._next, self._which):
            row.addWidget(widget)
        row.addStretch(1)
        icon = self.around.theme.icon
        self._templates = button(
            self.t("Templates …"), self.edit_templates, icon=icon("table", "text2")
        )
        self._plan = button(
            self.t("Plan a meeting"),
            self.plan,
            kind="primary",
            icon=icon("plus", "on_accent"),
            keys="Ctrl+N",
        )
        self._plan.setEnabled(not self.live.read_only)
        row.addWidget(self._templates)
        row.addWidget(self._plan)
        return bar

    def _stepper(self, icon: str, by: int, text: str, keys: str) -> QWidget:
        shown = self.around.theme.icon(icon)
        return button("", lambda: self.step(by), icon=shown, keys=keys, name=text)

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
        self._held = self._read_held()
        gathering = self.sidebar.gathering()
        known = {each.id for each in self._held}
        if self._meeting is None or self._meeting.id not in known:
            self._show(gathering.next if gathering else None)

    def _read_held(self) -> list[Meeting]:
        gathering = self.sidebar.gathering()
        return list(gathering.held) if gathering else []

    def _show(self, meeting: Meeting | None) -> None:
        self._meeting = meeting
        self._centre.setCurrentIndex(0 if meeting else 1)
        self.details.setEnabled(meeting is not None and not self.live.read_only)
        self.page.show_meeting(meeting)
        self.details.show_meeting(meeting)
        self._which.setText(self._place_text())
        place = self._place()
        self._previous.setEnabled(meeting is not None and place > 0)
        self._next.setEnabled(meeting is not None and place < len(self._held) - 1)
        self.noted.emit()

    def _on_changed(self, changes: ChangeSet) -> None:
        if changes.touches(("meeting", "meeting_guest", "agenda_item", "person", "group")):
            self._held = self._read_held()
            came = changes.of("meeting").inserted
            key = min(came) if len(came) == 1 else self._meeting.id if self._meeting else 0
            now = next((each for each in self._held if each.id == key), None)
            gathering = self.sidebar.gathering()
            self._show(now or (gathering.next if gathering else None))

    def _on_item(self) -> None:
        chosen = self.page.chosen()
        self.details.show_item(chosen.item if chosen else None)
        self.noted.emit()

    def _place(self) -> int:
        keys = [each.id for each in self._held]
        return keys.index(self._meeting.id) if self._meeting and self._meeting.id in keys else 0

    def _place_text(self) -> str:
        if self._meeting is None:
            return ""
        return self.t("Meeting {n} of {all}", n=self._place() + 1, all=len(self._held))

    def _is_shown(self) -> bool:
        return self._meeting is not None

    def _when(self, meeting: Meeting) -> str:
        start = meeting.planned_start
        return f"{self.t.date(start.date())} {self.t.time(start)}"


def _found_name(meeting: Meeting) -> str:
    return f"{meeting.name} {meeting.number}"
