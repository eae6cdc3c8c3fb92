"""What every view of the actions can be asked."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from lean_desktop.domain.cards import Card
from lean_desktop.ui.actions.card_source import CardSource
from lean_desktop.ui.editor import Surroundings


class ActionsView(QWidget):
    """One way to look at the cards of a `CardSource`. Emits `picked()` when others are chosen."""

    picked = Signal()

    def __init__(
        self, around: Surroundings, source: CardSource, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.around, self.source, self.t, self.live = around, source, around.t, around.live

    def front(self) -> QWidget:
        """What has the keys when the view is shown; a focus proxy would have Tab lose its way."""
        raise NotImplementedError

    def chosen(self) -> list[Card]:
        """The chosen cards, the current one among them."""
        return []

    def go_to(self, action_id: int) -> bool:
        """Make the card of an action the current one; whether it is here."""
        raise NotImplementedError

    def begin(self) -> None:
        """Go to where a new action is written."""

    def commit(self) -> None:
        """Commit what is being typed. Raises RuleBroken when it will not do."""
