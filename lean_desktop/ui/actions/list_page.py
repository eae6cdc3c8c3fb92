"""Actions as a list: sorted, put together under heads, changed in place, added up."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QLabel, QMenu, QVBoxLayout, QWidget

from lean_desktop.document.changes import ChangeSet
from lean_desktop.domain.card_groups import GROUP_BY_NAMES, GroupBy, totals
from lean_desktop.domain.cards import Card
from lean_desktop.domain.errors import Cancelled, RuleBroken
from lean_desktop.queries import cards as queries
from lean_desktop.ui.actions import steps
from lean_desktop.ui.actions.card_source import CardSource
from lean_desktop.ui.actions.list_heads import Folding
from lean_desktop.ui.actions.model import (
    DUE,
    FIRST_DUE,
    GROUP,
    HELPERS,
    NUMBER,
    OWNER,
    PDCA,
    SLIPS,
    STATUS,
    TAGS,
    TITLE,
    actions_model,
)
from lean_desktop.ui.actions.view import ActionsView
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.long_work import run_long
from lean_desktop.ui.qt import override
from lean_desktop.ui.widgets.buttons import Segments, button
from lean_desktop.ui.widgets.empty_state import EmptyState
from lean_desktop.ui.widgets.inputs import Choice
from lean_desktop.ui.widgets.quick_line import QuickLine
from lean_desktop.ui.widgets.refusal import Refusal
from lean_desktop.ui.widgets.table import Table

OPEN, ALL = "open", "all"
_WIDTHS = {NUMBER: 56, OWNER: 152, GROUP: 168, DUE: 184, FIRST_DUE: 96, SLIPS: 68, STATUS: 112}
_WIDTHS |= {HELPERS: 140, TAGS: 120, PDCA: 100}
_LEAST_TITLE, _OWN_WIDTH = 220, 112
HIDDEN = "actions.hidden_columns"
_USUALLY_HIDDEN = ["helpers", "tags", "pdca"]


class ListPage(ActionsView):
    """Lists the actions of a `CardSource`'s group and filter."""

    def __init__(
        self, around: Surroundings, source: CardSource, parent: QWidget | None = None
    ) -> None:
        super().__init__(around, source, parent)
        t = around.t
        self.which = Segments(t("Which actions"), [(OPEN, t("Open")), (ALL, t("All"))])
        self.by = Choice()
        self.columns = button(t("Columns"), None)
        self.table = Table(t("Actions"), t, around.theme)
        self.quick = QuickLine()
        self.refusal, self.total = Refusal(), QLabel()
        self._folding = Folding(self.table, t)
        self._shows, self._stale = OPEN, False
        self._lay_out()
        self.table.viewport().installEventFilter(self)
        self.model = actions_model(self.live, self.t, self)
        self._show_model()
        self._connect()

    # What it shows

    @override
    def front(self) -> QWidget:
        return self.table

    @override
    def chosen(self) -> list[Card]:
        return [row for row in self.table.selected() if isinstance(row, Card)]

    @override
    def go_to(self, action_id: int) -> bool:
        self.model.unfold_for(action_id)
        if not self.model.index_of(action_id).isValid():
            self.which.choose(ALL)
            self._take_model(ALL)
            self.model.unfold_for(action_id)
        self.table.go_to(action_id, TITLE)
        return self.model.index_of(action_id).isValid()

    @override
    def begin(self) -> None:
        self.quick.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @override
    def commit(self) -> None:
        self.table.commit()

    def group_by(self, by: GroupBy) -> None:
        """Put together what has something in common."""
        self.by.setCurrentIndex(self.by.findData(by.value))
        self.model.group_by(by)

    def remove_chosen(self) -> None:
        """Take the chosen actions away; undo brings them back."""
        steps.remove(self.around, [card.action for card in self.chosen()])

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._keep()

    # Inside

    def _connect(self) -> None:
        self.which.chosen.connect(self._take_model)
        self.by.activated.connect(lambda _index: self.group_by(GroupBy(self.by.currentData())))
        self.columns.menu().aboutToShow.connect(self._fill_columns)
        self.table.chosen.connect(self.picked)
        self.table.remove_asked.connect(lambda _whole: self.remove_chosen())
        self.table.paste_asked.connect(self.quick.take)
        self.quick.entered.connect(self._add)
        self.source.changed.connect(self._keep_if_seen)
        self.live.changed.connect(self._on_changed)

    def _on_changed(self, changes: ChangeSet) -> None:
        """Own fields are columns."""
        if changes.touches(("own_field",)):
            self._take_model(self._shows)

    def _take_model(self, which: str) -> None:
        """Those that are over are read only when they are asked for: there may be very many."""
        try:
            rows = None if which == OPEN else self._read_all()
        except Cancelled:
            self.which.choose(self._shows)
            return
        before, self._shows = self.model, which
        only_open = which == OPEN
        self.model = actions_model(self.live, self.t, self, only_open=only_open, rows=rows)
        self._show_model()
        before.deleteLater()

    def _read_all(self) -> list[Card]:
        title = self.t("Reading all actions …")
        return run_long(title, lambda _told: self.live.read(queries.all_cards), self.live, self.t)

    def _show_model(self) -> None:
        self._fields = self.live.read(queries.own_fields)
        if (by := GroupBy(self.by.currentData())) is not GroupBy.NONE:
            self.model.group_by(by)
        self._keep()
        header = self.table.horizontalHeader()
        order, section = header.sortIndicatorOrder(), header.sortIndicatorSection()
        if section >= 0:
            self.model.sort(section, order)
        self.table.follow(self.model)
        header.setSortIndicator(section, order)
        self.model.counted.connect(self._tell_total)
        self._tell_total()
        self._set_widths()

    def _set_widths(self) -> None:
        header, scaled = self.table.horizontalHeader(), self.around.theme.scaled
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(False)  # What is left over is the title's.
        hidden = self.around.settings.get(HIDDEN, _USUALLY_HIDDEN)
        for place, column in enumerate(self.model.columns):
            self.table.setColumnWidth(place, scaled(_WIDTHS.get(place, _OWN_WIDTH)))
            self.table.setColumnHidden(place, place != TITLE and column.name in hidden)
        self._fit_title()

    def _fit_title(self) -> None:
        """The title takes the room there is; where there is too little, the list is scrolled."""
        others = sum(
            self.table.columnWidth(place)
            for place in range(len(self.model.columns))
            if place != TITLE and not self.table.isColumnHidden(place)
        )
        room = self.table.viewport().width() - others
        self.table.setColumnWidth(TITLE, max(room, self.around.theme.scaled(_LEAST_TITLE)))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The table is as wide as it will be only after the page has been laid out."""
        if event.type() == QEvent.Type.Resize:
            self._fit_title()
        return super().eventFilter(watched, event)

    def _fill_columns(self) -> None:
        menu = self.columns.menu()
        menu.clear()
        for place, column in enumerate(self.model.columns):
            if place != TITLE:
                entry = menu.addAction(column.title)
                entry.setCheckable(True)
                entry.setChecked(not self.table.isColumnHidden(place))
                entry.setData(column.name)
                entry.toggled.connect(self._keep_columns)

    def _keep_columns(self) -> None:
        entries = self.columns.menu().actions()
        hidden = [entry.data() for entry in entries if not entry.isChecked()]
        self.around.settings.set(HIDDEN, hidden)
        self._set_widths()

    def _keep_if_seen(self) -> None:
        """What nobody looks at is not filtered."""
        self._stale = True
        if self.isVisible():
            self._keep()

    def _keep(self) -> None:
        self._stale = False
        group, wanted, today = self.source.group_id, self.source.wanted, self.live.today
        only_open = self._shows == OPEN
        self.model.keep(
            lambda card: (
                (card.action.open or not only_open)
                and (group is None or card.action.group_id == group)
                and wanted.fits(card, today)
            )
        )
        self.picked.emit()

    def _tell_total(self) -> None:
        found = totals(self.model.cards(), self._fields, self.live.today)
        self.total.setText(found.told(self._fields, self.t))

    def _add(self, lines: list[str]) -> None:
        try:
            keys = steps.add(self.around, self.source, lines)
        except RuleBroken as error:
            self._refuse(self.t(error.message))
            return
        self._refuse("")
        self.quick.setText("")
        self.model.unfold_for(keys[-1])
        self.table.go_to(keys[-1], TITLE)

    def _refuse(self, sentence: str) -> None:
        self.refusal.say(sentence)
        self.quick.setProperty("refused", bool(sentence))
        self.quick.setAccessibleDescription(sentence)
        self.quick.style().polish(self.quick)

    def _lay_out(self) -> None:
        t = self.t
        self.table.set_empty(self._empty)
        self.table.setSortingEnabled(True)
        self.table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.table.horizontalHeader().setSortIndicatorClearable(True)
        self.quick.setAccessibleName(t("New action"))
        self.quick.setPlaceholderText(
            t("New action … write “Order floor tape @Linh Friday” and Enter")
        )
        self.quick.setEnabled(not self.live.read_only)
        self.by.setAccessibleName(t("Put together by"))
        for by, name in GROUP_BY_NAMES.items():
            self.by.addItem(t("Together by: {what}", what=t(name)), by.value)
        self.columns.setMenu(QMenu(self.columns))
        self.total.setProperty("look", "small")
        self.setObjectName("paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.quick, 1)
        for widget in (self.by, self.which, self.columns):
            head.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 20, 12)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.refusal)
        column.addWidget(self.table, 1)
        column.addWidget(self.total)

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
