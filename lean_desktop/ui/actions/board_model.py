"""The cards of a board as a list: lane by lane, column by column, from the top."""

from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractListModel, QObject, Qt

from lean_desktop.domain.actions import ACTION_STATUS_NAMES
from lean_desktop.domain.board import USUAL, Board, Lane
from lean_desktop.domain.cards import PDCA_NAMES, Card
from lean_desktop.domain.due_told import Pressing, due_told
from lean_desktop.i18n import Language
from lean_desktop.ui.qt import override
from lean_desktop.ui.widgets.cells import Index

CARD_ROLE = Qt.ItemDataRole.UserRole
NOTHING = Board(USUAL, (0,) * len(USUAL), (Lane(None, "", ((),) * len(USUAL)),))


class BoardModel(QAbstractListModel):
    """What the board shows; a card is told in words for a reader of the screen."""

    def __init__(self, t: Language, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self.board = NOTHING
        self.today = date.min
        self.cards: list[Card] = []

    def show_board(self, board: Board, today: date) -> None:
        """Show another board."""
        self.beginResetModel()
        self.board, self.today = board, today
        self.cards = [card for lane in board.lanes for cell in lane.cells for card in cell]
        self._rows = {card.id: row for row, card in enumerate(self.cards)}
        self.endResetModel()

    def index_of(self, action_id: int) -> Index:
        """Where the card of an action is; an index that is not valid when it is not shown."""
        row = self._rows.get(action_id, -1) if self.cards else -1
        return self.index(row, 0)

    def column_of(self, row: int) -> int:
        """The column a card hangs in."""
        for lane in self.board.lanes:
            for column, cell in enumerate(lane.cells):
                if row < len(cell):
                    return column
                row -= len(cell)
        return 0

    @override
    def rowCount(self, parent: Any = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.cards)

    @override
    def data(self, index: Any, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        card = self.cards[index.row()]
        if role == CARD_ROLE:
            return card
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return card.action.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return told_card(card, self.today, self._t)
        return None


def told_card(card: Card, today: date, t: Language) -> str:
    """All that the card says by looks, in words."""
    action, due = card.action, due_told(card.action, today, t)
    days = card.days_in_column(today)
    told = (
        f"{action.number} {action.title}",
        t(ACTION_STATUS_NAMES[action.status]),
        action.owner or t("Nobody’s"),
        t("overdue: {text}", text=due.text) if due.pressing is Pressing.OVER else due.text,
        t.plural("moved once", "moved {n} times", action.slips) if action.slips else "",
        t.plural("{n} day in the column", "{n} days in the column", days) if days else "",
        t(PDCA_NAMES[card.pdca]) if card.pdca else "",
        t("escalated") if action.escalated else "",
    )
    return ", ".join(filter(None, told))
