"""The cards of one board, read once and kept up with every change, for all views of the tab."""

from datetime import date, timedelta

from PySide6.QtCore import QObject, Signal

from lean_desktop.document.changes import ChangeSet
from lean_desktop.domain.action_filter import ActionFilter
from lean_desktop.domain.actions import ActionStatus
from lean_desktop.domain.board import Board, BoardSettings, LaneKey, LanesBy, arranged
from lean_desktop.domain.cards import Card
from lean_desktop.queries import board as board_queries
from lean_desktop.queries import cards as queries
from lean_desktop.ui.live_document import LiveDocument


class CardSource(QObject):
    """What hangs on the board of a group, or of all, and what of it is to be seen.

    Emits `changed()` when there are other cards, or others of them are to be seen.
    """

    changed = Signal()

    def __init__(self, live: LiveDocument, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.live = live
        self.group_id: int | None = None
        self.lanes_by = LanesBy.NONE
        self.wanted = ActionFilter()
        self.settings = BoardSettings()
        self.cards: dict[int, Card] = {}
        self._loaded = False
        live.changed.connect(self._on_changed)

    def show_group(self, group_id: int | None) -> None:
        """Show the board of another group, or the one across groups."""
        self.group_id = group_id
        self.load()

    def show_lanes(self, by: LanesBy) -> None:
        """Have the lanes stand for something else."""
        self.lanes_by = by
        self.changed.emit()

    def show_only(self, wanted: ActionFilter) -> None:
        """Let only these be seen."""
        if wanted != self.wanted:
            self.wanted = wanted
            self.changed.emit()

    def load_once(self) -> None:
        """Read everything, unless that has been done."""
        if not self._loaded:
            self.load()

    def load(self) -> None:
        """Read everything anew."""
        self._loaded = True
        self.settings = self.live.read(board_queries.settings, self.group_id)
        found = self.live.read(queries.cards, group_id=self.group_id, done_since=self.done_since)
        self.cards = {card.id: card for card in found}
        self.changed.emit()

    @property
    def done_since(self) -> date:
        """Cards done before this day hang no more."""
        return self.live.today - timedelta(days=self.settings.done_days)

    def seen(self) -> list[Card]:
        """The cards the filter lets through, by number."""
        today, wanted = self.live.today, self.wanted
        return [card for card in self.cards.values() if wanted.fits(card, today)]

    def board(self) -> Board:
        """The board as it is to be seen."""
        kept = None if self.wanted.is_empty else {card.id for card in self.seen()}
        known = self._pillars() if self.lanes_by is LanesBy.PILLAR else ()
        return arranged(
            self.cards.values(), self.settings.columns, self.lanes_by, kept=kept, known=known
        )

    # Inside

    def _pillars(self) -> list[tuple[LaneKey, str]]:
        """Every pillar has its lane, so that a card can be dropped into an empty one."""
        return [(each, each) for each in self.live.read(queries.pillars)]

    def _on_changed(self, changes: ChangeSet) -> None:
        if not self._loaded:
            return
        if changes.touches(board_queries.READ):
            self.load()
        elif changes.touches(queries.READ):
            self._read_again(changes)

    def _read_again(self, changes: ChangeSet) -> None:
        keys = self.live.read(queries.cards_touched, changes)
        if keys is None:
            self.load()
            return
        for key in keys:
            self.cards.pop(key, None)
        found = self.live.read(queries.cards, keys) if keys else ()
        self.cards.update({card.id: card for card in found if self._hangs(card)})
        self.changed.emit()

    def _hangs(self, card: Card) -> bool:
        action = card.action
        if self.group_id is not None and action.group_id != self.group_id:
            return False
        if action.done is not None:
            return action.done >= self.done_since
        return action.status is not ActionStatus.CANCELLED
