"""The days of a month or a week as a table: a row for each week, a column for each weekday."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QObject, Qt

from lean_desktop.domain.cards import Card
from lean_desktop.domain.due_calendar import DueDay
from lean_desktop.i18n import Language
from lean_desktop.ui.qt import override
from lean_desktop.ui.widgets.cells import Index

WEEK = 7


class DueModel(QAbstractTableModel):
    """What is due on each day; a day is told in words for a reader of the screen."""

    def __init__(self, t: Language, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self.today = date.min
        self.days: list[DueDay] = []

    def show_days(self, days: Sequence[DueDay], today: date) -> None:
        """Show these days, whole weeks from Monday on."""
        self.beginResetModel()
        self.days, self.today = list(days), today
        self.endResetModel()

    def day(self, index: Index) -> DueDay:
        """The day of a cell."""
        return self.days[index.row() * WEEK + index.column()]

    def index_of(self, day: date) -> Index:
        """The cell of a day; one that is not valid when it is not seen."""
        place = (day - self.days[0].day).days if self.days else -1
        return self.index(place // WEEK, place % WEEK)

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.days) // WEEK

    @override
    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else WEEK

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        day = self.day(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return str(day.day.day)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(day)
        return day.closed or None if role == Qt.ItemDataRole.ToolTipRole else None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role != Qt.ItemDataRole.DisplayRole or not self.days:
            return None
        if orientation == Qt.Orientation.Horizontal:
            return self._t.short_day(self.days[section].day).split()[0]
        return str(self.days[section * WEEK].day.isocalendar().week)

    def told(self, card: Card) -> str:
        """A card on one line; an overdue one has a shape as well."""
        action = card.action
        mark = "■ " if action.days_over(self.today) else ""
        owner = f" · {action.owner}" if action.owner else ""
        return f"{mark}{action.number} {action.title}{owner}"

    def _spoken(self, day: DueDay) -> str:
        t = self._t
        count = t.plural("{n} action due", "{n} actions due", len(day.cards))
        today = t("today") if day.day == self.today else ""
        parts = (t.long_day(day.day), today, day.closed, count, *map(self._spoken_card, day.cards))
        return ", ".join(filter(None, parts))

    def _spoken_card(self, card: Card) -> str:
        action, t = card.action, self._t
        days = action.days_over(self.today)
        over = t("{n} d over", n=days) if days else ""
        return " ".join(filter(None, (str(action.number), action.title, action.owner, over)))


def days_from(mondays: Sequence[date]) -> list[date]:
    """Every day of these weeks."""
    return [monday + timedelta(days=n) for monday in mondays for n in range(WEEK)]
