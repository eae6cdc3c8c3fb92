"""The calendar of due dates: a month or a week, with what has no date in a strip below."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListView,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from lean_desktop.domain.cards import Card
from lean_desktop.domain.due_calendar import DueDay, Span, by_day, stepped, weeks_of
from lean_desktop.queries.series import company_calendar
from lean_desktop.ui.actions import bulk
from lean_desktop.ui.actions.card_source import CardSource
from lean_desktop.ui.actions.due_dialogs import DayDialog, MoveDialog
from lean_desktop.ui.actions.due_grid import DueGrid, dragged
from lean_desktop.ui.actions.due_model import DueModel, days_from
from lean_desktop.ui.actions.view import ActionsView
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.qt import override
from lean_desktop.ui.widgets.buttons import Segments, button

_KEY = Qt.ItemDataRole.UserRole
STRIP = 64


class Undated(QListWidget):
    """The cards without a date: dragged onto a day, or put there with Enter; `taken(key)`."""

    taken = Signal(int)

    @override
    def mimeData(self, items: Sequence[QListWidgetItem]) -> QMimeData:
        return dragged(items[0].data(_KEY)) if items else QMimeData()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        chosen = self.selectedItems()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and chosen:
            self.taken.emit(chosen[0].data(_KEY))
        else:
            super().keyPressEvent(event)


class DueCalendar(ActionsView):
    """Shows when the cards of a `CardSource` are due; what is moved here is one undo step."""

    def __init__(
        self, around: Surroundings, source: CardSource, parent: QWidget | None = None
    ) -> None:
        super().__init__(around, source, parent)
        t = around.t
        self.near, self.span = self.live.today, Span.MONTH
        self.days = DueModel(t, self)
        self.grid = DueGrid(t("When actions are due"), self.days, t, around.theme)
        self.grid.read_only = self.live.read_only
        self.title, self.without = QLabel(), QLabel()
        self.spans = Segments(
            t("How much is seen"), [(Span.MONTH, t("Month")), (Span.WEEK, t("Week"))]
        )
        self.undated = Undated()
        self._stale = True
        self._lay_out()
        self._connect()

    # What it shows

    @override
    def front(self) -> QWidget:
        return self.grid

    @override
    def chosen(self) -> list[Card]:
        without = self.undated.selectedItems() if self.undated.hasFocus() else []
        card = self.source.cards.get(without[0].data(_KEY)) if without else self.grid.card()
        return [card] if card else []

    @override
    def go_to(self, action_id: int) -> bool:
        card = self.source.cards.get(action_id)
        if card is None or card.action.due is None:
            return False
        self.show_near(card.action.due)
        return self.grid.stand_at(card.action.due, action_id)

    def show_near(self, day: date) -> None:
        """Show the month or the week of a day, and stand at it."""
        self.near = day
        self._show_days()
        self.grid.stand_at(day)

    def show_span(self, span: Span) -> None:
        """Show a month at a time, or a week."""
        self.span = span
        self.spans.choose(span)
        day = self.grid.day()
        self.show_near(day.day if day else self.near)

    def step(self, count: int) -> None:
        """Go so many months or weeks on."""
        day = self.grid.day()
        begin = day.day if day and day.within else self.near
        self.show_near(stepped(begin, self.span, count))

    def go_to_today(self) -> None:
        """Go to where today is."""
        self.show_near(self.live.today)

    def move_card(self, action_id: int, day: date) -> None:
        """Let a card be due on another day; one that had a date is asked why first."""
        card = self.source.cards.get(action_id)
        if card is None or self.live.read_only or card.action.due == day:
            return
        if card.action.due is None:
            bulk.set_due(self.around, [card], day, "")
            self.grid.stand_at(day, action_id)
        else:
            dialog = MoveDialog(self.around, card, day, self.window())
            dialog.accepted.connect(lambda: self.go_to(action_id))
            dialog.open()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._show_days()

    # Inside

    def _renew(self) -> None:
        """What nobody looks at is not read."""
        self._stale = True
        if self.isVisible():
            self._show_days()

    def _show_days(self) -> None:
        self._stale = False
        was, day = self.grid.card(), self.grid.day()
        due = by_day(self.source.seen())
        self.days.show_days(self._days(due), self.live.today)
        self.title.setText(self._told_span())
        self._show_undated(due.get(None, ()))
        if day is None or not self.grid.stand_at(day.day, was.id if was else 0):
            self.grid.stand_at(day.day if day else self.near)
        self.picked.emit()

    def _days(self, due: dict[date | None, tuple[Card, ...]]) -> list[DueDay]:
        closed, month = self.live.read(company_calendar), self.near.month
        return [
            DueDay(
                day,
                due.get(day, ()),
                self.t(closed.closed_why(day)) if closed.closed_why(day) else "",
                self.span is Span.WEEK or day.month == month,
            )
            for day in days_from(weeks_of(self.near, self.span))
        ]

    def _told_span(self) -> str:
        month = self.t.day(self.near.replace(day=1)).split(maxsplit=1)[1]
        told = month[0].upper() + month[1:]
        return told if self.span is Span.MONTH else f"{self.t.week(self.near)} · {told}"

    def _show_undated(self, cards: Sequence[Card]) -> None:
        self.undated.clear()
        for card in cards:
            item = QListWidgetItem(self.days.told(card))
            item.setData(_KEY, card.id)
            self.undated.addItem(item)
        told = self.t.plural("{n} without a date", "{n} without a date", len(cards))
        self.without.setText(told)
        for widget in (self.without, self.undated):
            widget.setVisible(bool(cards))

    def _open_day(self, day: date) -> None:
        cards = self.days.day(self.days.index_of(day)).cards
        title, told = self.t.long_day(day), self.days.told
        DayDialog(self.around, title, cards, told, self._choose, self.window()).open()

    def _choose(self, card: Card) -> None:
        self.go_to(card.id)
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take(self, action_id: int) -> None:
        """Put a card without a date on the day one stands at."""
        if day := self.grid.day():
            self.move_card(action_id, day.day)

    def _connect(self) -> None:
        grid = self.grid
        grid.move_asked.connect(self.move_card)
        grid.turned.connect(self.show_near)
        grid.stepped.connect(self.step)
        grid.today_asked.connect(self.go_to_today)
        grid.day_asked.connect(self._open_day)
        grid.picked.connect(self.picked)
        self.spans.chosen.connect(lambda span: self.show_span(Span(span)))
        self.undated.taken.connect(self._take)
        self.undated.currentItemChanged.connect(lambda *_: self.picked.emit())
        self.source.changed.connect(self._renew)

    def _lay_out(self) -> None:
        t, icon = self.t, self.around.theme.icon
        self.setObjectName("paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title.setProperty("look", "heading")
        self.without.setProperty("look", "section")
        self.undated.setAccessibleName(t("Actions without a date"))
        self.undated.setToolTip(t("Drag one onto a day, or press Enter for the day you stand at"))
        self.undated.setFlow(QListView.Flow.LeftToRight)
        self.undated.setWrapping(True)
        self.undated.setSpacing(4)
        self.undated.setDragEnabled(not self.live.read_only)
        self.undated.setFixedHeight(self.around.theme.scaled(STRIP))
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(button("", lambda: self.step(-1), icon=icon("chevl"), name=t("Go back")))
        head.addWidget(button(t("Today"), self.go_to_today, name=t("Go to today")))
        head.addWidget(button("", lambda: self.step(1), icon=icon("chevr"), name=t("Go on")))
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.spans)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 20, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.grid, 1)
        column.addWidget(self.without)
        column.addWidget(self.undated)
