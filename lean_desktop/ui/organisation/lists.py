"""One list of the tab: a model, the table that shows it, and what stands there when it is empty."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.row_model import RowModel
from lean_desktop.ui.widgets.empty_state import EmptyState
from lean_desktop.ui.widgets.table import Table


class Listing(QWidget):
    """A table over one model, filtered by typed words and by a condition."""

    def __init__(
        self,
        name: str,
        model: RowModel[Any],
        widths: dict[str, int],
        around: Surroundings,
        empty: EmptyState,
    ) -> None:
        super().__init__()
        self.setObjectName("paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.model = model
        self.table = Table(name, around.t, around.theme)
        self.table.follow(model)
        self.table.setSortingEnabled(True)
        self.table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.table.set_empty(empty)
        self._words: list[str] = []
        self._condition: Callable[[Any], bool] | None = None
        for place, column in enumerate(model.columns):
            self.table.setColumnWidth(place, widths.get(column.name, 120))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 4, 0, 0)
        whole.addWidget(self.table)

    def search(self, typed: str) -> None:
        """Show only rows in which every typed word stands somewhere."""
        self._words = typed.casefold().split()
        self._keep()

    def filter(self, condition: Callable[[Any], bool] | None) -> None:
        """Show only rows of which the condition is true; None shows all."""
        self._condition = condition
        self._keep()

    def state(self) -> dict[str, Any]:
        """Widths and sorting, to be remembered."""
        header = self.table.horizontalHeader()
        falling = header.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
        return {
            "widths": self.table.widths(),
            "sort": [header.sortIndicatorSection(), falling],
        }

    def restore(self, state: Any) -> None:
        """Take what `state` gave; anything else is passed over."""
        if not isinstance(state, dict):
            return
        self.table.restore_widths(state.get("widths"))
        match state.get("sort"):
            case [int(section), bool(falling)] if 0 <= section < len(self.model.columns):
                order = Qt.SortOrder.DescendingOrder if falling else Qt.SortOrder.AscendingOrder
                self.table.sortByColumn(section, order)

    def _keep(self) -> None:
        if not self._words and self._condition is None:
            self.model.keep(None)
        else:
            self.model.keep(self._wanted)

    def _wanted(self, row: Any) -> bool:
        if self._condition and not self._condition(row):
            return False
        if not self._words:
            return True
        told = "\n".join(column.text(row) for column in self.model.columns).casefold()
        return all(word in told for word in self._words)
