"""The Actions tab: every action in one list, with a line to add more."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QLabel, QSplitter, QVBoxLayout, QWidget

from lean_desktop.document.changes import ChangeSet
from lean_desktop.domain.actions import Action, ActionLine, parse_action_line
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.edits import actions as edits
from lean_desktop.i18n import M_
from lean_desktop.queries import Connection
from lean_desktop.queries import actions as queries
from lean_desktop.ui.actions.card import ActionCard
from lean_desktop.ui.actions.model import (
    DUE,
    FIRST_DUE,
    GROUP,
    NUMBER,
    OWNER,
    SLIPS,
    STATUS,
    TITLE,
    actions_model,
    people_choices,
)
from lean_desktop.ui.editor import Command, Editor, Find, Surroundings
from lean_desktop.ui.qt import override
from lean_desktop.ui.widgets.buttons import Segments
from lean_desktop.ui.widgets.empty_state import EmptyState
from lean_desktop.ui.widgets.quick_line import QuickLine
from lean_desktop.ui.widgets.search_field import SearchField
from lean_desktop.ui.widgets.side_pane import SidePane
from lean_desktop.ui.widgets.table import Table

OPEN, ALL = "open", "all"
_WIDTHS = {NUMBER: 56, OWNER: 152, GROUP: 168, DUE: 156, FIRST_DUE: 96, SLIPS: 68, STATUS: 112}
FOLLOWED = ("action", "due_change", "follow_up", "escalation", "meeting", "group", "person")


class ActionsEditor(Editor):
    """Lists actions; they are added in one line and changed in place."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        t = around.t
        self.search = SearchField(t("Find an action"), t, around.theme)
        self.which = Segments(t("Which actions"), [(OPEN, t("Open")), (ALL, t("All"))])
        self.model = actions_model(self.live, t, self)
        self.table = Table(t("Actions"), t, around.theme)
        self.quick = QuickLine()
        self.sentence = QLabel()
        self.card = ActionCard(around)
        self._lay_out()
        self.search.textChanged.connect(self._keep)
        self.which.chosen.connect(self._keep)
        self.table.chosen.connect(self._on_chosen)
        self.table.remove_asked.connect(lambda _whole: self.remove_chosen())
        self.table.paste_asked.connect(self.quick.take)
        self.quick.entered.connect(self._add)
        self.live.changed.connect(self._on_changed)
        self._keep()

    # What the window asks

    @override
    def commands(self) -> Sequence[Command]:
        t = self.t
        return (
            Command(
                "new_action",
                t("New action"),
                self.begin,
                "insert",
                "New",
                "plus",
                edits=True,
            ),
            Command(
                "remove_actions",
                t("Delete the actions"),
                self.remove_chosen,
                "edit",
                allowed=lambda: bool(self.table.selected()),
                edits=True,
            ),
        )

    @override
    def status(self) -> str:
        over = sum(1 for each in self.model.rows() if each.days_over(self.live.today))
        shown = self.t.plural("{n} action", "{n} actions", self.model.rowCount())
        return f"{shown} · {self.t('{n} overdue', n=over)}" if over else shown

    @override
    def finds(self) -> Sequence[Find]:
        found = self.live.read(queries.actions)
        return [
            Find("action", each.id, f"{each.number} {each.title}", each.owner) for each in found
        ]

    @override
    def show_found(self, found: Find) -> None:
        self.search.clear()
        if not self.model.index_of(found.key).isValid():
            self.which.choose(ALL)
            self._keep()
        self.table.go_to(found.key, TITLE)

    @override
    def panes(self) -> Sequence[QWidget]:
        return [pane for pane in (self.search, self.table, self.card) if not pane.isHidden()]

    @override
    def toggle_inspector(self) -> None:
        self._pane.toggle()

    @override
    def commit_text_in_hand(self) -> None:
        self.table.commit()

    @override
    def layout_state(self) -> dict[str, Any]:
        return {"widths": self.table.widths(), "side": self._pane.state()}

    @override
    def restore_layout(self, state: dict[str, Any]) -> None:
        self.table.restore_widths(state.get("widths"))
        self._pane.restore(state.get("side"))

    @override
    def place(self) -> dict[str, Any]:
        chosen = self.table.current()
        return {"action": chosen.id if chosen else 0, "which": self.which.choice}

    @override
    def return_to(self, place: dict[str, Any]) -> None:
        if place.get("which") in (OPEN, ALL):
            self.which.choose(place["which"])
            self._keep()
        if type(place.get("action")) is int:
            self.table.go_to(place["action"], TITLE)

    # What one can do

    def begin(self) -> None:
        """Go to the line for new actions."""
        self.quick.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def remove_chosen(self) -> None:
        """Take the selected actions away; undo brings them back."""
        gone: list[Action] = self.table.selected()
        if gone and not self.live.read_only:
            label = (
                M_("Delete “{name}”", name=gone[0].title)
                if len(gone) == 1
                else M_("Delete {n} actions", n=len(gone))
            )
            self.live.edit(label, edits.remove_actions, [each.id for each in gone])

    # Inside

    def _keep(self, _changed: object = None) -> None:
        words = self.search.text().casefold().split()
        only_open = self.which.choice == OPEN
        self.model.keep(
            lambda row: (
                (row.open or not only_open) and all(word in _searched(row) for word in words)
            )
        )
        self.noted.emit()

    def _on_chosen(self) -> None:
        self.card.show_action(self.table.current())
        self.noted.emit()

    def _on_changed(self, changes: ChangeSet) -> None:
        if changes.touches(FOLLOWED):
            self.card.show_action(self.table.current())

    def _add(self, lines: list[str]) -> None:
        try:
            people, today = people_choices(self.live), self.live.today
            new = [parse_action_line(line, people, today) for line in lines]
            label = (
                M_("Add “{name}”", name=new[0].title)
                if len(new) == 1
                else M_("Add {n} actions", n=len(new))
            )
            keys = self.live.edit(label, _add_all, new, self.live.today)
        except RuleBroken as error:
            self._refuse(self.t(error.message))
            return
        self._refuse("")
        self.quick.setText("")
        self.table.go_to(keys[-1], TITLE)

    def _refuse(self, sentence: str) -> None:
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))
        self.quick.setProperty("refused", bool(sentence))
        self.quick.setAccessibleDescription(sentence)
        self.quick.style().polish(self.quick)

    def _lay_out(self) -> None:
        t = self.t
        self.table.follow(self.model)
        self.table.set_empty(self._empty)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        for place, width in _WIDTHS.items():
            self.table.setColumnWidth(place, self.around.theme.scaled(width))
        self.quick.setAccessibleName(t("New action"))
        self.quick.setPlaceholderText(
            t("New action … write “Order floor tape @Linh Friday” and Enter")
        )
        self.quick.setEnabled(not self.live.read_only)
        self.sentence.setProperty("look", "bad")
        self.sentence.hide()
        page = QWidget()
        page.setObjectName("paper")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(page)
        column.setContentsMargins(20, 12, 20, 16)
        column.setSpacing(10)
        for widget in (self.quick, self.sentence):
            column.addWidget(widget)
        column.addWidget(self.table, 1)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.addWidget(page)
        self._pane = SidePane(self._splitter, self.card, self.around.theme)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._toolbar())
        whole.addWidget(self._pane, 1)

    def _toolbar(self) -> QWidget:
        bar = QWidget()
        bar.setObjectName("toolbar")
        bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(bar)
        row.setContentsMargins(20, 9, 20, 9)
        row.setSpacing(8)
        self.search.setFixedWidth(self.around.theme.scaled(240))
        row.addWidget(self.search)
        row.addWidget(self.which)
        row.addStretch(1)
        return bar

    def _empty(self) -> EmptyState:
        t = self.t
        page = EmptyState(
            "board",
            t("No open actions"),
            t("Actions come from the meetings, or are written in the line above."),
            self.around.theme,
        )
        if not self.live.read_only:
            page.offer(t("New action"), self.begin, icon="plus", keys="Ctrl+N")
        return page


def _add_all(connection: Connection, /, new: Sequence[ActionLine], today: Any) -> list[int]:
    return [
        edits.add_action(
            connection, each.title, created=today, owner_id=each.owner_id, due=each.due
        )
        for each in new
    ]


def _searched(row: Action) -> str:
    return f"{row.number} {row.title} {row.owner} {row.group}".casefold()
