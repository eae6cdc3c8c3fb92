"""One list of the tab: a model, the table that shows it, and what stands there when it is empty."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.organisation.page import Page
from lean_desktop.ui.qt import override
from lean_desktop.ui.row_model import RowModel
from lean_desktop.ui.widgets.table import Table

WIDTHS = {
    "first_name": 120,
    "last_name": 130,
    "number": 80,
    "title": 150,
    "unit": 180,
    "manager": 150,
    "email": 190,
    "phone": 110,
    "percent": 84,
    "active_from": 104,
    "active_to": 104,
    "groups": 72,
    "name": 250,
    "parent": 200,
    "leader": 170,
    "people": 80,
    "kind": 160,
    "group": 200,
    "holders": 190,
    "deputies": 150,
    "role_kind": 140,
    "members": 90,
}
"""Logical pixels a column takes at first; it grows with the user's own text size."""


class Listing(Page):
    """A table over one model, filtered by typed words and by a condition.

    Somebody is always chosen in it while there is anybody to choose. `instead` makes the page of a
    list with nothing in it, and the page of one in which nothing fits.
    """

    def __init__(
        self,
        which: str,
        name: str,
        model: RowModel[Any],
        around: Surroundings,
        instead: Sequence[Callable[[], QWidget]],
    ) -> None:
        super().__init__()
        self.setObjectName("paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._which = which
        self.model = model
        self.table = Table(name, around.t, around.theme)
        self.table.follow(model)
        self.table.setSortingEnabled(True)
        header = self.table.horizontalHeader()
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSortIndicatorClearable(True)
        self._instead: QStackedWidget | None = None
        self._pages = instead
        self.table.set_empty(self._make_instead)
        self._words: list[str] = []
        self._condition: Callable[[Any], bool] | None = None
        self._told: dict[int, tuple[Any, str]] = {}
        self._last: Any = None
        for place, column in enumerate(model.columns):
            self.table.setColumnWidth(place, around.theme.scaled(WIDTHS.get(column.name, 120)))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 4, 0, 0)
        whole.addWidget(self.table)
        model.modelAboutToBeReset.connect(self._remember)
        model.counted.connect(self._on_counted)
        self._on_counted()

    @override
    def front(self) -> QWidget:
        return self.table

    @override
    def kind(self) -> str:
        return self._which

    @override
    def chosen_rows(self) -> list[Any]:
        return self.table.selected()

    @override
    def counted(self) -> tuple[int, int]:
        return self.model.rowCount(), self.model.total()

    @override
    def commit(self) -> None:
        self.table.commit()

    @override
    def in_hand(self) -> bool:
        return self.table.cells.in_hand()

    @override
    def copy(self) -> None:
        self.table.copy()

    @override
    def current_key(self) -> int | None:
        row = self.table.current()
        return row.id if row else None

    @override
    def search(self, typed: str) -> None:
        """Show only rows in which every typed word stands somewhere."""
        words = typed.casefold().split()
        if words != self._words:
            self._words = words
            self._keep()

    def filter(self, condition: Callable[[Any], bool] | None) -> None:
        """Show only rows of which the condition is true; None shows all."""
        self._condition = condition
        self._keep()

    @override
    def sort(self) -> None:
        """Sort by the column one is in: rising, then falling, then in the usual order again."""
        header = self.table.horizontalHeader()
        column = max(0, self.table.currentIndex().column())
        rising = Qt.SortOrder.AscendingOrder
        if header.sortIndicatorSection() != column:
            self.table.sortByColumn(column, rising)
        elif header.sortIndicatorOrder() == rising:
            self.table.sortByColumn(column, Qt.SortOrder.DescendingOrder)
        else:
            self.table.sortByColumn(-1, rising)

    def choose_somebody(self) -> None:
        """Choose who was chosen before, or who stands there now, or the first."""
        if self.table.selected() or not self.model.rowCount():
            return
        if self._last is not None:
            self.table.go_to(self._last)
        if not self.table.selected():
            here = self.table.currentIndex()
            row = self.model.row(here) if here.isValid() else self.model.rows()[0]
            self.table.go_to(row.id, max(0, here.column()))
        self._last = None

    @override
    def state(self) -> dict[str, Any]:
        """Widths, order and sorting of the columns, to be remembered."""
        header = self.table.horizontalHeader()
        falling = header.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
        return {
            "widths": self.table.widths(),
            "order": [header.logicalIndex(place) for place in range(header.count())],
            "sort": [header.sortIndicatorSection(), falling],
        }

    @override
    def restore(self, state: Any) -> None:
        """Take what `state` gave; anything else is passed over."""
        if not isinstance(state, dict):
            return
        self.table.restore_widths(state.get("widths"))
        self._restore_order(state.get("order"))
        match state.get("sort"):
            case [int(section), bool(falling)] if 0 <= section < len(self.model.columns):
                order = Qt.SortOrder.DescendingOrder if falling else Qt.SortOrder.AscendingOrder
                self.table.sortByColumn(section, order)

    @override
    def return_to(self, key: Any) -> None:
        """Choose the row with that key, if it is there."""
        if type(key) is int:
            self.table.go_to(key)

    def _restore_order(self, order: Any) -> None:
        header = self.table.horizontalHeader()
        if not isinstance(order, list) or not all(type(each) is int for each in order):
            return
        if sorted(order) == list(range(header.count())):
            for place, column in enumerate(order):
                header.moveSection(header.visualIndex(column), place)

    def _keep(self) -> None:
        if not self._words and self._condition is None:
            self.model.keep(None)
        else:
            self.model.keep(self._wanted)

    def _wanted(self, row: Any) -> bool:
        if self._condition and not self._condition(row):
            return False
        return not self._words or all(word in self._text_of(row) for word in self._words)

    def _text_of(self, row: Any) -> str:
        """Everything a row says; put together once, since every key typed asks again."""
        known, text = self._told.get(row.id, (None, ""))
        if known is not row:
            text = "\n".join(column.text(row) for column in self.model.columns).casefold()
            self._told[row.id] = row, text
        return text

    def _make_instead(self) -> QStackedWidget:
        self._instead = QStackedWidget()
        for make in self._pages:
            self._instead.addWidget(make())
        self._instead.setCurrentIndex(1 if self.model.total() else 0)
        return self._instead

    def _on_counted(self) -> None:
        if self._instead:
            self._instead.setCurrentIndex(1 if self.model.total() else 0)
        self.choose_somebody()

    def _remember(self) -> None:
        chosen = self.table.current()
        self._last = chosen.id if chosen else self._last
