"""What the calendar asks: why a date is moved, and which of the cards of a full day."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QWidget

from lean_desktop.domain.cards import Card
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.ui.actions import bulk
from lean_desktop.ui.dialog import LIST_SHEET, Dialog, Role, sentence
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.widgets.field import LineField


class MoveDialog(Dialog):
    """Asks why the date of a card is moved, and moves it with the reason; nothing before that."""

    def __init__(
        self, around: Surroundings, card: Card, day: date, parent: QWidget | None = None
    ) -> None:
        t = around.t
        super().__init__(t, around.theme, t("New date"), parent)
        self._around, self._card, self._day = around, card, day
        action = card.action
        was = t.long_day(action.due) if action.due else t("no date")
        told = t("From {old} to {new}.", old=was, new=t.long_day(day))
        self.field = LineField(t("Why the date is moved"), t, lambda _typed: None)
        self.column.addWidget(sentence(f"{action.number} {action.title}"))
        self.column.addWidget(sentence(told))
        self.column.addWidget(self.field)
        self.add_button(t("Cancel"), self.reject, Role.RejectRole)
        self.add_button(t("Move the date"), self._move, Role.AcceptRole, "primary")
        self.setMinimumWidth(around.theme.scaled(440))
        self.field.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _move(self) -> None:
        try:
            bulk.set_due(self._around, [self._card], self._day, self.field.text())
        except RuleBroken as error:
            self.field.refuse(self.t(error.message))
            return
        self.accept()


class DayDialog(Dialog):
    """All that is due on a day; whichever is chosen becomes the current card."""

    def __init__(
        self,
        around: Surroundings,
        title: str,
        cards: Sequence[Card],
        told: Callable[[Card], str],
        choose: Callable[[Card], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(around.t, around.theme, title, parent)
        self._cards, self._choose = cards, choose
        self.list = QListWidget()
        self.list.setAccessibleName(title)
        self.list.setStyleSheet(LIST_SHEET)
        self.list.addItems([told(card) for card in cards])
        self.list.setCurrentRow(0)
        self.list.itemActivated.connect(lambda _item: self._take())
        self.column.addWidget(self.list)
        self.add_close_button()
        self.add_button(self.t("Go to the action"), self._take, Role.AcceptRole, "primary")
        self.resize(around.theme.scaled(520), around.theme.scaled(360))
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take(self) -> None:
        card = self._cards[max(0, self.list.currentRow())]
        self.accept()
        self._choose(card)
