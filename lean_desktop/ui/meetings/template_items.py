"""The items of a template as a small table; every change is handed on as the whole list."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.meetings import (
    ITEM_KIND_NAMES,
    ItemKind,
    PresenterRole,
    TemplateItem,
    parse_minutes,
)
from lean_desktop.i18n import N_, Language
from lean_desktop.ui.qt import override
from lean_desktop.ui.widgets.tab_chain import tab_through

PRESENTER_NAMES = {
    PresenterRole.CHAIR: N_("Chair"),
    PresenterRole.NOTE_TAKER: N_("Note-taker"),
    PresenterRole.NOBODY: N_("Nobody in particular"),
}
TITLE, KIND, PRESENTER, MINUTES, PREPARATION = range(5)
_LEAST = 640
"""Logical pixels that leave every heading its room."""


class TemplateItems(QTableWidget):
    """Emits `edited(items)` after a change, and `refused(Message)` when a text will not do."""

    edited = Signal(list)
    refused = Signal(object)

    def __init__(self, t: Language, parent: QWidget | None = None) -> None:
        super().__init__(0, 5, parent)
        self._t = t
        self._items: list[TemplateItem] = []
        self._showing = False
        self.setAccessibleName(t("Items of the template"))
        self.setHorizontalHeaderLabels(
            [t("Item"), t("Kind"), t("Presenter"), t("Min"), t("Preparation")]
        )
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMinimumWidth(_LEAST)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(36)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        header.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(PREPARATION, QHeaderView.ResizeMode.Stretch)
        for column, width in ((KIND, 132), (PRESENTER, 180), (MINUTES, 56)):
            self.setColumnWidth(column, width)
        self.itemChanged.connect(self._on_text)

    def show_items(self, items: Sequence[TemplateItem]) -> None:
        """Show these; the chosen row stays chosen."""
        chosen = self.currentRow()
        self._showing = True
        self._items = list(items)
        self.setRowCount(len(self._items))
        for row, item in enumerate(self._items):
            self._show_row(row, item)
        self._showing = False
        tab_through(self, self._choices())
        if self._items:
            self.setCurrentCell(max(0, min(chosen, len(self._items) - 1)), TITLE)

    def add(self) -> None:
        """A new item under the chosen one, ready to be named."""
        place = self.currentRow() + 1 if self._items else 0
        new = TemplateItem(self._t("New item"), ItemKind.INFORMATION, 5)
        self.edited.emit([*self._items[:place], new, *self._items[place:]])
        self.setCurrentCell(place, TITLE)
        self.edit(self.model().index(place, TITLE))

    def remove(self) -> None:
        """Take the chosen item away."""
        place = self.currentRow()
        if 0 <= place < len(self._items):
            self.edited.emit([*self._items[:place], *self._items[place + 1 :]])

    def move_chosen(self, by: int) -> None:
        """Move the chosen item up or down."""
        place = self.currentRow()
        if 0 <= place < len(self._items) and 0 <= place + by < len(self._items):
            items = list(self._items)
            items.insert(place + by, items.pop(place))
            self.setCurrentCell(place + by, TITLE)
            self.edited.emit(items)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.move_chosen(step)
        elif event.key() == Qt.Key.Key_Delete:
            self.remove()
        else:
            super().keyPressEvent(event)

    def _show_row(self, row: int, item: TemplateItem) -> None:
        for column, text in (
            (TITLE, item.title),
            (MINUTES, str(item.minutes)),
            (PREPARATION, item.preparation),
        ):
            cell = QTableWidgetItem(text)
            cell.setToolTip(text)  # There is not room for all of it.
            self.setItem(row, column, cell)
        kinds = [(kind.value, self._t(name)) for kind, name in ITEM_KIND_NAMES.items()]
        roles = [(role.value, self._t(name)) for role, name in PRESENTER_NAMES.items()]
        self._choice(row, KIND, kinds, item.kind.value)
        self._choice(row, PRESENTER, roles, item.presenter.value)

    def _choices(self) -> list[QWidget]:
        places = ((row, column) for row in range(self.rowCount()) for column in (KIND, PRESENTER))
        return [self.cellWidget(*place) for place in places]

    def _choice(self, row: int, column: int, choices: list[tuple[str, str]], now: str) -> None:
        combo = QComboBox()
        for key, text in choices:
            combo.addItem(text, key)
        combo.setCurrentIndex(combo.findData(now))
        heading = self.horizontalHeaderItem(column)
        combo.setAccessibleName(heading.text() if heading else "")
        combo.activated.connect(lambda _index: self._on_choice(row, column, combo.currentData()))
        self.setCellWidget(row, column, combo)

    def _on_choice(self, row: int, column: int, key: str) -> None:
        if column == KIND:
            self._replace(row, self._items[row]._replace(kind=ItemKind(key)))
        else:
            self._replace(row, self._items[row]._replace(presenter=PresenterRole(key)))

    def _on_text(self, cell: QTableWidgetItem) -> None:
        if self._showing:
            return
        row, typed = cell.row(), cell.text().strip()
        try:
            self._replace(row, _with(self._items[row], cell.column(), typed))
        except RuleBroken as error:
            self.show_items(self._items)
            self.refused.emit(error.message)

    def _replace(self, row: int, item: TemplateItem) -> None:
        self.edited.emit([*self._items[:row], item, *self._items[row + 1 :]])


def _with(item: TemplateItem, column: int, typed: str) -> TemplateItem:
    if column == TITLE:
        return item._replace(title=typed)
    if column == MINUTES:
        return item._replace(minutes=parse_minutes(typed))
    return item._replace(preparation=typed)
