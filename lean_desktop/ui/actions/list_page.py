"""Actions as a list: sorted, changed in place, with a line to add more."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QVBoxLayout, QWidget

from lean_desktop.domain.cards import Card
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.ui.actions import steps
from lean_desktop.ui.actions.card_source import CardSource
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
)
from lean_desktop.ui.actions.view import ActionsView
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.qt import override
from lean_desktop.ui.widgets.buttons import Segments
from lean_desktop.ui.widgets.empty_state import EmptyState
from lean_desktop.ui.widgets.quick_line import QuickLine
from lean_desktop.ui.widgets.refusal import Refusal
from lean_desktop.ui.widgets.table import Table

OPEN, ALL = "open", "all"
_WIDTHS = {NUMBER: 56, OWNER: 152, GROUP: 168, DUE: 156, FIRST_DUE: 96, SLIPS: 68, STATUS: 112}


class ListPage(ActionsView):
    """Lists the actions of a `CardSource`'s group and filter."""

    def __init__(
        self, around: Surroundings, source: CardSource, parent: QWidget | None = None
    ) -> None:
        super().__init__(around, source, parent)
        t = around.t
        self.which = Segments(t("Which actions"), [(OPEN, t("Open")), (ALL, t("All"))])
        self.table = Table(t("Actions"), t, around.theme)
        self.quick = QuickLine()
        self.refusal = Refusal()
        self._lay_out()
        self._take_model(OPEN)
        self.which.chosen.connect(self._take_model)
        self.table.chosen.connect(self.picked)
        self.table.remove_asked.connect(lambda _whole: self.remove_chosen())
        self.table.paste_asked.connect(self.quick.take)
        self.quick.entered.connect(self._add)
        source.changed.connect(self._keep)

    # What it shows

    @override
    def chosen(self) -> list[Card]:
        return self.table.selected()

    @override
    def go_to(self, action_id: int) -> bool:
        if not self.model.index_of(action_id).isValid():
            self.which.choose(ALL)
            self._take_model(ALL)
        self.table.go_to(action_id, TITLE)
        return self.model.index_of(action_id).isValid()

    @override
    def begin(self) -> None:
        self.quick.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @override
    def commit(self) -> None:
        self.table.commit()

    def remove_chosen(self) -> None:
        """Take the chosen actions away; undo brings them back."""
        steps.remove(self.around, [card.action for card in self.chosen()])

    # Inside

    def _take_model(self, which: str) -> None:
        """Those that are over are read only when they are asked for: there may be very many."""
        self.model = actions_model(self.live, self.t, self, only_open=which == OPEN)
        self._keep()
        self.table.follow(self.model)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        for place, width in _WIDTHS.items():
            self.table.setColumnWidth(place, self.around.theme.scaled(width))

    def _keep(self) -> None:
        group, wanted, today = self.source.group_id, self.source.wanted, self.live.today
        only_open = self.which.choice == OPEN
        self.model.keep(
            lambda card: (
                (card.action.open or not only_open)
                and (group is None or card.action.group_id == group)
                and wanted.fits(card, today)
            )
        )
        self.picked.emit()

    def _add(self, lines: list[str]) -> None:
        try:
            keys = steps.add(self.around, self.source, lines)
        except RuleBroken as error:
            self._refuse(self.t(error.message))
            return
        self._refuse("")
        self.quick.setText("")
        self.table.go_to(keys[-1], TITLE)

    def _refuse(self, sentence: str) -> None:
        self.refusal.say(sentence)
        self.quick.setProperty("refused", bool(sentence))
        self.quick.setAccessibleDescription(sentence)
        self.quick.style().polish(self.quick)

    def _lay_out(self) -> None:
        t = self.t
        self.table.set_empty(self._empty)
        self.quick.setAccessibleName(t("New action"))
        self.quick.setPlaceholderText(
            t("New action … write “Order floor tape @Linh Friday” and Enter")
        )
        self.quick.setEnabled(not self.live.read_only)
        self.setObjectName("paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.quick, 1)
        head.addWidget(self.which)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 20, 16)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.refusal)
        column.addWidget(self.table, 1)

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
