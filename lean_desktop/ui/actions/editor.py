"""The Actions tab: the board, and the same actions seen otherwise, with one card in detail."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from lean_desktop.document.changes import ChangeSet
from lean_desktop.domain import action_filter
from lean_desktop.domain.board import LanesBy
from lean_desktop.domain.cards import Card
from lean_desktop.queries import actions as queries
from lean_desktop.ui.actions import steps
from lean_desktop.ui.actions.ask_page import AskPage
from lean_desktop.ui.actions.board_page import BoardPage
from lean_desktop.ui.actions.card import ActionCard
from lean_desktop.ui.actions.card_menu import CardMenu
from lean_desktop.ui.actions.card_source import CardSource
from lean_desktop.ui.actions.commands import IN_MENU, commands_of
from lean_desktop.ui.actions.due_calendar import DueCalendar
from lean_desktop.ui.actions.list_page import ListPage
from lean_desktop.ui.actions.paper import papers_of
from lean_desktop.ui.actions.stall import StallStrip
from lean_desktop.ui.actions.toolbar import ActionsBar
from lean_desktop.ui.actions.view import ActionsView
from lean_desktop.ui.editor import Command, Editor, Find, Paper, Surroundings
from lean_desktop.ui.projecting import project
from lean_desktop.ui.qt import override
from lean_desktop.ui.widgets.side_pane import SidePane

V = TypeVar("V", bound=ActionsView)
BOARD, LIST, CALENDAR, ASK = VIEWS = "board", "list", "calendar", "ask"
A_YEAR = timedelta(days=366)
FOLLOWED = (
    *("action", "due_change", "follow_up", "escalation", "meeting", "group", "person"),
    *("action_helper", "action_tag", "action_step", "action_link", "action_comment"),
    *("action_photo", "own_field", "own_value"),
)


class ActionsEditor(Editor):
    """Shows the actions of a group or of all as a board, a list and more."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self.source = CardSource(self.live, self)
        self.card = ActionCard(around)
        self._widths: Any = None
        self._stack = QStackedWidget()
        self.bar = ActionsBar(
            around, self.source, self._views(), self.begin, self.walk, self._fill_more
        )
        self._lay_out()
        self.bar.views.chosen.connect(self.show_view)
        self.live.changed.connect(self._on_changed)
        self.source.changed.connect(self.noted)
        self.card.elsewhere.connect(self.elsewhere)
        self.show_view(BOARD)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """What is shown is read when it is first seen, or when one returns to a place."""
        super().showEvent(event)
        self.source.load_once()

    # The views

    @cached_property
    def board(self) -> BoardPage:
        """The board."""
        page = BoardPage(self.around, self.source, self._fill_more)
        page.details_asked.connect(self.toggle_inspector)
        return self._made(page)

    @cached_property
    def listed(self) -> ListPage:
        """The list."""
        page = self._made(ListPage(self.around, self.source))
        page.table.restore_widths(self._widths)
        return page

    @cached_property
    def calendar(self) -> DueCalendar:
        """When what is due."""
        return self._made(DueCalendar(self.around, self.source))

    @cached_property
    def asking(self) -> AskPage:
        """What to ask about today."""
        return self._made(AskPage(self.around, self.source))

    def view(self, name: str) -> ActionsView:
        """A view by its name, made when it is first asked for."""
        views: dict[str, Callable[[], ActionsView]] = {
            BOARD: lambda: self.board,
            LIST: lambda: self.listed,
            CALENDAR: lambda: self.calendar,
            ASK: lambda: self.asking,
        }
        return views[name]()

    def shown(self) -> ActionsView:
        """The view that is shown."""
        return self.view(self.bar.views.choice)

    def show_view(self, name: str) -> None:
        """Show another view of the same actions; the chosen card stays chosen."""
        chosen = self.chosen()
        self.bar.views.choose(name)
        self.bar.lanes.setVisible(name == BOARD)
        page = self.view(name)
        self._stack.setCurrentWidget(page)
        if chosen:
            page.go_to(chosen[0].id)
        page.front().setFocus(Qt.FocusReason.OtherFocusReason)
        self._on_picked()

    # What the window asks

    @override
    def commands(self) -> Sequence[Command]:
        return commands_of(self)

    @override
    def papers(self) -> Sequence[Paper]:
        return papers_of(self.around, self.source, self.chosen)

    @override
    def status(self) -> str:
        cards, today = self.source.seen(), self.live.today
        over = sum(1 for card in cards if card.action.days_over(today))
        nobody = sum(1 for card in cards if not card.action.owner and card.action.open)
        told = (
            self.t.plural("{n} card", "{n} cards", len(cards)),
            self.t("{n} overdue", n=over) if over else "",
            self.t("{n} nobody’s", n=nobody) if nobody else "",
        )
        return " · ".join(filter(None, told))

    @override
    def finds(self) -> Sequence[Find]:
        since = self.live.today - A_YEAR
        found = self.live.read(queries.named_actions, since)
        return [Find("action", key, name, owner) for key, name, owner in found]

    @override
    def show_found(self, found: Find) -> None:
        self.bar.filters.clear()
        if found.key not in self.source.cards:
            self.source.show_group(None)
            self.bar.show_choice()
        if self.bar.views.choice != BOARD or not self.board.view.go_to(found.key):
            self.show_view(LIST)
            self.listed.go_to(found.key)

    @override
    def panes(self) -> Sequence[QWidget]:
        panes = (self.shown(), self.card, self.bar.filters.search)
        return [pane for pane in panes if not pane.isHidden()]

    @override
    def toggle_inspector(self) -> None:
        self._pane.toggle()

    @override
    def commit_text_in_hand(self) -> None:
        self.shown().commit()

    @override
    def layout_state(self) -> dict[str, Any]:
        built = "listed" in self.__dict__
        widths = self.listed.table.widths() if built else self._widths
        return {"side": self._pane.state(), "widths": widths}

    @override
    def restore_layout(self, state: dict[str, Any]) -> None:
        self._pane.restore(state.get("side"))
        self._widths = state.get("widths")

    @override
    def place(self) -> dict[str, Any]:
        chosen = self.chosen()
        return {
            "action": chosen[0].id if chosen else 0,
            "view": self.bar.views.choice,
            "group": self.source.group_id or 0,
            "lanes": self.source.lanes_by.value,
            "filter": action_filter.written(self.source.wanted),
        }

    @override
    def return_to(self, place: dict[str, Any]) -> None:
        group = place.get("group")
        if type(group) is int and self.bar.scope.findData(group) >= 0:
            self.source.group_id = group or None
        if place.get("lanes") in set(LanesBy):
            self.source.lanes_by = LanesBy(place["lanes"])
        if isinstance(place.get("filter"), str):
            self.source.wanted = action_filter.read(place["filter"])
        self.source.load()
        self.bar.show_choice()
        if place.get("view") in VIEWS:
            self.show_view(place["view"])
        if type(place.get("action")) is int:
            self.shown().go_to(place["action"])

    # What one can do

    def begin(self) -> None:
        """Go to the line for new actions."""
        self.shown().begin()

    def edit_columns(self) -> None:
        """Ask how the board that is shown is to be set up."""
        from lean_desktop.ui.actions.columns_dialog import ColumnsDialog

        ColumnsDialog(self.around, self.source, self).open()

    def edit_fields(self) -> None:
        """Ask which fields of their own the actions of this workspace have."""
        from lean_desktop.ui.actions.fields_dialog import FieldsDialog

        FieldsDialog(self.around, self).open()

    def call_actions(self) -> None:
        """Ask what actions are called here."""
        from lean_desktop.ui.actions.word_dialog import WordDialog

        WordDialog(self.around, self).open()

    def import_actions(self, path: Path | None = None) -> None:
        """Show what a list would do, asking for it when no path is given."""
        from lean_desktop.ui.actions.exchange import import_actions

        import_actions(self.around, self, path)

    def import_file(self, path: Path) -> None:
        """Take in the list that was dropped on the window."""
        if not self.live.read_only:
            self.import_actions(path)

    def export_actions(self) -> None:
        """Write all actions to a file, asking where."""
        from lean_desktop.ui.actions.exchange import export_actions

        export_actions(self.around, self)

    def show_wall(self) -> None:
        """Show the board on another screen than this one, if there is one."""
        from lean_desktop.ui.actions.board_wall import BoardWall

        wall = BoardWall(self.around, self.source, self)
        wall.asked.connect(self._write_for_wall)
        project(wall, self, self.around.settings)

    def walk(self) -> None:
        """Ask about the cards of the board one by one."""
        from lean_desktop.ui.actions.walk import Walk

        Walk(self.around, self.source, self).showMaximized()

    def _write_for_wall(self, what: str, action_id: int) -> None:
        """What the wall asks for is written on the laptop, in the panel of the card."""
        self.show_view(BOARD)
        self.board.go_to(action_id)
        if what == "rename":
            self.board.rename()
        else:
            self._pane.show_side()
            self.card.setFocus(Qt.FocusReason.OtherFocusReason)

    def chosen(self) -> list[Card]:
        """The chosen cards of the view that is shown."""
        return self.shown().chosen()

    def remove_chosen(self) -> None:
        """Take the chosen actions away; undo brings them back."""
        steps.remove(self.around, [card.action for card in self.chosen()])

    # Inside

    def _views(self) -> list[tuple[str, str]]:
        t = self.t
        names = (t("Board"), t("List"), t("Calendar"), t("To ask"))
        return list(zip(VIEWS, names, strict=True))

    def _made(self, page: V) -> V:
        page.picked.connect(self._on_picked)
        self._stack.addWidget(page)
        return page

    def _fill_more(self, menu: QMenu) -> None:
        """What can be done now, with the chosen cards first."""
        menu.clear()
        CardMenu(self.around, self).fill(menu, self.chosen())
        for command in self.commands():
            if command.name in IN_MENU and (command.allowed is None or command.allowed()):
                menu.addAction(command.text, command.run)

    def _on_picked(self) -> None:
        chosen = self.chosen()
        self.card.show_action(chosen[0].action if len(chosen) == 1 else None)
        self.noted.emit()

    def _on_changed(self, changes: ChangeSet) -> None:
        if changes.touches(("group",)):
            self.bar.show_groups()
        if changes.touches(FOLLOWED):
            self._on_picked()

    def _lay_out(self) -> None:
        self._pane = SidePane(self._stack, self.card, self.around.theme, shown=False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.bar)
        whole.addWidget(StallStrip(self.around, self.source))
        whole.addWidget(self._pane, 1)
