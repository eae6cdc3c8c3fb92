"""To ask about today: person by person what is due, overdue, stalled or was not answered."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QTreeWidgetItemIterator,
    QVBoxLayout,
    QWidget,
)

from lean_desktop.document.changes import ChangeSet
from lean_desktop.domain.actions import Answered
from lean_desktop.domain.asking_today import PersonToAsk, ToAsk, people_to_ask
from lean_desktop.domain.cards import Card
from lean_desktop.domain.due_told import due_told
from lean_desktop.queries import actions as queries
from lean_desktop.ui.actions import steps
from lean_desktop.ui.actions.answer_bar import AnswerBar
from lean_desktop.ui.actions.card_source import CardSource
from lean_desktop.ui.actions.view import ActionsView
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.qt import override

ACTION, DUE, WHY = range(3)
_DUE_WIDTH, _ROW = 120, 30
_KEY = Qt.ItemDataRole.UserRole


class AskTree(QTreeWidget):
    """The people with their cards; a key that is an answer is handed on with `pressed(key)`."""

    pressed = Signal(int)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key.Key_0 <= event.key() <= Qt.Key.Key_9 and not event.modifiers():
            self.pressed.emit(event.key())
        else:
            super().keyPressEvent(event)


class AskPage(ActionsView):
    """Everybody to talk to today, and the answers; each is one undo step.

    What is answered here was asked at the board: it counts in the group's rate, in no meeting.
    """

    def __init__(
        self, around: Surroundings, source: CardSource, parent: QWidget | None = None
    ) -> None:
        super().__init__(around, source, parent)
        self.people: Sequence[PersonToAsk] = ()
        self._asked: dict[int, ToAsk] = {}
        self.head, self.which = QLabel(), QLabel()
        self.tree = AskTree()
        self.bar = AnswerBar(around, self._record)
        self._stale = True
        self._lay_out()
        self.tree.pressed.connect(self.bar.press)
        self.tree.currentItemChanged.connect(lambda *_: self._on_current())
        self.bar.left.connect(lambda: self.tree.setFocus(Qt.FocusReason.OtherFocusReason))
        source.changed.connect(self._renew)
        self.live.changed.connect(self._on_changed)

    # What it shows

    @property
    def current(self) -> ToAsk | None:
        """The card that is asked about now; None at the name of a person."""
        item = self.tree.currentItem()
        return self._asked.get(_key(item)) if item else None

    @override
    def front(self) -> QWidget:
        return self.tree

    @override
    def chosen(self) -> list[Card]:
        return [self.current.card] if self.current else []

    @override
    def go_to(self, action_id: int) -> bool:
        self._renew()
        for item in self._cards():
            if _key(item) == action_id:
                self.tree.setCurrentItem(item)
                return True
        return False

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._show_people()

    # Inside

    def _on_changed(self, changes: ChangeSet) -> None:
        """Being asked changes no card, but whether there is something to ask."""
        if changes.touches(("follow_up",)):
            self._renew()

    def _renew(self) -> None:
        """What nobody looks at is not read."""
        self._stale = True
        if self.isVisible():
            self._show_people()

    def _show_people(self) -> None:
        self._stale = False
        was, place = self.current, self._place()
        last = self.live.read(queries.last_asked, self.source.group_id)
        self.people = people_to_ask(self.source.seen(), last, self.live.today)
        self._asked = {each.card.id: each for person in self.people for each in person.asked}
        self.tree.blockSignals(True)
        self.tree.clear()
        self.tree.addTopLevelItems([self._person(each) for each in self.people])
        self.tree.expandAll()
        self._stand_again(was, place)
        self.tree.blockSignals(False)
        self._tell()
        self._on_current()

    def _person(self, person: PersonToAsk) -> QTreeWidgetItem:
        name = person.name or self.t("Nobody’s")
        head = QTreeWidgetItem([f"{name} · {len(person.asked)}"])
        head.setSizeHint(ACTION, QSize(0, self.around.theme.scaled(_ROW)))
        head.setFont(ACTION, self.around.theme.font(weight=QFont.Weight.DemiBold))
        for each in person.asked:
            head.addChild(self._card(each))
        return head

    def _card(self, each: ToAsk) -> QTreeWidgetItem:
        action, today = each.card.action, self.live.today
        due = due_told(action, today, self.t).text
        shown = f"■ {due}" if action.days_over(today) else due
        why = each.told(today, self.t)
        item = QTreeWidgetItem([f"{action.number}  {action.title}", shown, why])
        item.setSizeHint(ACTION, QSize(0, self.around.theme.scaled(_ROW)))
        item.setData(ACTION, _KEY, each.card.id)
        item.setToolTip(ACTION, action.title)
        item.setToolTip(WHY, why)
        return item

    def _cards(self) -> list[QTreeWidgetItem]:
        lines = QTreeWidgetItemIterator(self.tree)
        found = []
        while (item := lines.value()) is not None:
            if _key(item):
                found.append(item)
            lines += 1
        return found

    def _place(self) -> int:
        """Which of the cards, from the top, is the current one."""
        item = self.tree.currentItem()
        return next((n for n, each in enumerate(self._cards()) if each is item), 0)

    def _stand_again(self, was: ToAsk | None, place: int) -> None:
        """At the same card, or at the one that now is where it was."""
        cards = self._cards()
        same = [n for n, each in enumerate(cards) if was and _key(each) == was.card.id]
        if cards:
            self.tree.setCurrentItem(cards[min(same[0] if same else place, len(cards) - 1)])

    def _record(self, answered: Answered) -> None:
        if self.current and not self.live.read_only:
            steps.answer(self.around, self.current.card.action, answered)

    def _on_current(self) -> None:
        current = self.current
        self.which.setText(
            f"{current.card.action.number} {current.card.action.title}" if current else ""
        )
        self.bar.setEnabled(current is not None and not self.live.read_only)
        self.picked.emit()

    def _tell(self) -> None:
        t, cards = self.t, sum(len(each.asked) for each in self.people)
        if not cards:
            self.head.setText(t("Nothing to ask about today."))
            return
        told = t.plural("{n} action to ask about today", "{n} actions to ask about today", cards)
        people = t.plural("{n} person to talk to", "{n} people to talk to", self._named())
        self.head.setText(f"{told} · {people}")

    def _named(self) -> int:
        return sum(1 for each in self.people if each.person_id is not None)

    def _lay_out(self) -> None:
        t = self.t
        self.setObjectName("paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.head.setProperty("look", "heading")
        self.which.setProperty("look", "section")
        self.which.setTextFormat(Qt.TextFormat.PlainText)
        self._set_up_tree()
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 20, 16)
        column.setSpacing(10)
        for widget in (self.head, self.tree, self.which, self.bar):
            column.addWidget(widget, 1 if widget is self.tree else 0)
        self.tree.setAccessibleDescription(
            t("1 done, 2 on track, 3 blocked, 4 a new date for the action you stand at")
        )

    def _set_up_tree(self) -> None:
        t, tree = self.t, self.tree
        tree.setAccessibleName(t("To ask about today"))
        tree.setHeaderLabels([t("Action"), t("Due"), t("Why ask")])
        tree.setUniformRowHeights(True)
        tree.setTabKeyNavigation(False)
        header = tree.header()
        header.setStretchLastSection(False)
        for place in (ACTION, WHY):
            header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(DUE, QHeaderView.ResizeMode.Interactive)
        tree.setColumnWidth(DUE, self.around.theme.scaled(_DUE_WIDTH))


def _key(item: QTreeWidgetItem) -> int:
    """The key of the action of a line, 0 for a person."""
    return int(item.data(ACTION, _KEY) or 0)
