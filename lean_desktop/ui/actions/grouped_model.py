"""Actions in a table, under heads that say what they have in common and can be folded."""

from collections.abc import Callable, Collection, Sequence
from typing import Any

from PySide6.QtCore import QObject, Qt

from lean_desktop.domain.card_groups import (
    GroupBy,
    GroupHead,
    GroupKey,
    head_of,
    head_order,
    key_in,
)
from lean_desktop.domain.cards import Card
from lean_desktop.i18n import Language
from lean_desktop.queries import Connection
from lean_desktop.queries import cards as queries
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.qt import override
from lean_desktop.ui.row_model import ROW_ROLE, Column, Index, RowModel

FOLDED, OPEN = "\N{BLACK RIGHT-POINTING SMALL TRIANGLE}", "\N{BLACK DOWN-POINTING SMALL TRIANGLE}"


class GroupedModel(RowModel[Any]):
    """Rows are cards, and where they are put together a `GroupHead` over each group of them.

    A head says itself in the column `head_column`; in the one before it stands whether it is open.
    """

    by = GroupBy.NONE

    def __init__(
        self,
        live: LiveDocument,
        t: Language,
        columns: Sequence[Column],
        load: Callable[[Connection, Collection[int] | None], list[Card]],
        order: Callable[[Card], Any],
        head_column: int,
        parent: QObject | None = None,
        *,
        rows: list[Card] | None = None,
    ) -> None:
        self.head_column = head_column
        super().__init__(live, columns, load, queries.cards_touched, order, parent, rows=rows)
        self._t = t
        self._folded: set[GroupKey] = set()
        self._ids: dict[GroupKey, int] = {}

    def group_by(self, by: GroupBy) -> None:
        """Put the actions together by something else; every head is open again."""
        self.by = by
        self._folded, self._ids = set(), {}
        self._show()

    def toggle(self, key: GroupKey) -> None:
        """Fold what stands under a head, or show it again."""
        self._folded ^= {key}
        self._show()

    def unfold_for(self, action_id: int) -> None:
        """Show what stands under the head of this action."""
        card = self._all.get(action_id)
        if card is not None and (key := key_in(card, self.by)) in self._folded:
            self.toggle(key)

    def cards(self) -> list[Card]:
        """The cards that the filter lets through, folded away or not, in their order."""
        return self._kept

    def head(self, index: Index) -> GroupHead | None:
        """The head in that row; None for a card."""
        row = self._rows[index.row()] if index.isValid() else None
        return row if isinstance(row, GroupHead) else None

    # What Qt asks

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        head = self.head(index)
        if head is None:
            return super().data(index, role)
        if role == ROW_ROLE:
            return head
        if role == Qt.ItemDataRole.AccessibleTextRole:
            state = self._t("folded") if head.folded else self._t("unfolded")
            return f"{head.told(self._t)}, {state}"
        return self._told(head, index.column()) if role == Qt.ItemDataRole.DisplayRole else None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.head(index):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return super().flags(index)

    @override
    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        return False if self.head(index) else super().setData(index, value, role)

    # Inside

    def _told(self, head: GroupHead, column: int) -> str:
        if column == self.head_column:
            return head.told(self._t)
        mark = FOLDED if head.folded else OPEN
        return mark if column == self.head_column - 1 else ""

    @override
    def _arranged(self) -> list[Any]:
        self._kept: list[Card] = super()._arranged()
        return self._kept if self.by is GroupBy.NONE else self._with_heads()

    def _with_heads(self) -> list[Any]:
        by, t, found = self.by, self._t, list[Any]()
        under: dict[GroupKey, list[Card]] = {}
        for card in self._kept:
            under.setdefault(key_in(card, by), []).append(card)
        for key in sorted(under, key=lambda key: (head_order(under[key][0], by, t), str(key))):
            folded, today = key in self._folded, self._live.today
            head_id = self._ids.setdefault(key, -len(self._ids) - 1)
            found.append(head_of(head_id, under[key], by, today, t, folded=folded))
            found += () if folded else under[key]
        return found

    @override
    def _differing(self, was: Any, row: Any) -> tuple[int, int]:
        if isinstance(row, GroupHead):
            return 0, len(self.columns) - 1
        return super()._differing(was, row)
