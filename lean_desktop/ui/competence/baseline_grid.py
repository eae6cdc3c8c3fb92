"""A sheet of paper to key in: skills by what the person and the supervisor say, one key a cell."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from lean_desktop.domain.competence.levels import Kind, short, typed
from lean_desktop.domain.competence.matrix import Matrix
from lean_desktop.domain.competence.skills import Skill
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.i18n import Language
from lean_desktop.ui.qt import override

SKILL, NOW, SELF, SUPERVISOR = range(4)
KINDS = {SELF: Kind.SELF, SUPERVISOR: Kind.SUPERVISOR}
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
LEVEL = Qt.ItemDataRole.UserRole
ONWARD = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})


class BaselineGrid(QTableWidget):
    """Takes a level by one key and goes on to the row below; at the foot, to the next column.

    Space and Enter leave a cell as it is, Backspace goes back and empties. Emits `refused(Message)`
    for a key that is no level, `written()` when a cell has changed. `person_id` is whose sheet it is.
    """

    refused = Signal(object)
    written = Signal()

    def __init__(self, t: Language, parent: QWidget | None = None) -> None:
        super().__init__(0, 4, parent)
        self._t = t
        self.person_id = 0
        self._skills: list[Skill] = []
        self.setAccessibleName(t("Levels on the sheet"))
        for column, text in enumerate((t("Skill"), t("Now"), t("Self"), t("Supervisor"))):
            title = QTableWidgetItem(text)
            title.setTextAlignment(LEFT if column == SKILL else Qt.AlignmentFlag.AlignCenter)
            self.setHorizontalHeaderItem(column, title)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        self.setStyleSheet("QTableView::item { padding: 0 8px; }")
        head.setSectionResizeMode(SKILL, QHeaderView.ResizeMode.Stretch)

    def show_person(self, person_id: int, matrix: Matrix) -> None:
        """An empty sheet for a person, with what is known of them now."""
        self.person_id = person_id
        self._skills = list(matrix.skills)
        self.setRowCount(len(self._skills))
        for row, skill in enumerate(self._skills):
            known = matrix.cell(person_id, skill.id)
            now = short(known.level if known else None, skill.scale, self._t)
            for column, text in enumerate((skill.name, now, "", "")):
                self.setItem(row, column, self._item(text, skill, column))
        self.setCurrentCell(0, SELF)

    def levels(self) -> Mapping[Kind, Mapping[int, int]]:
        """By kind what has been typed, by skill."""
        return {kind: dict(self._typed(column)) for column, kind in KINDS.items()}

    def is_empty(self) -> bool:
        """Whether nothing has been typed."""
        return not any(self.levels().values())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in ONWARD:
            self._go(1)
        elif key == Qt.Key.Key_Backspace:
            self._go(-1)
            self._put(None)
        elif key == Qt.Key.Key_Delete:
            self._put(None)
        elif _is_text(event):
            self._take(event.text())
        else:
            super().keyPressEvent(event)

    # Inside

    def _item(self, text: str, skill: Skill, column: int) -> QTableWidgetItem:
        item = QTableWidgetItem(text)
        if column == SKILL:
            item.setToolTip(skill.about)
        else:
            item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
        if column not in KINDS:
            item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        return item

    def _typed(self, column: int) -> Iterable[tuple[int, int]]:
        for row, skill in enumerate(self._skills):
            item = self.item(row, column)
            level: int | None = item.data(LEVEL) if item else None
            if level is not None:
                yield skill.id, level

    def _take(self, text: str) -> None:
        if self.currentColumn() not in KINDS:
            return
        try:
            level = typed(text, self._skills[self.currentRow()].scale)
        except RuleBroken as error:
            self.refused.emit(error.message)
            return
        self._put(level)
        self._go(1)

    def _put(self, level: int | None) -> None:
        if self.currentColumn() not in KINDS:
            return
        item, skill = self.currentItem(), self._skills[self.currentRow()]
        item.setData(LEVEL, level)
        item.setText(short(level, skill.scale, self._t))
        self.written.emit()

    def _go(self, by: int) -> None:
        """One cell on or back, down the column and over to the next."""
        rows = self.rowCount()
        if not rows:
            return
        at = (max(SELF, self.currentColumn()) - SELF) * rows + self.currentRow() + by
        column, row = divmod(min(max(at, 0), 2 * rows - 1), rows)
        self.setCurrentCell(row, SELF + column)


def _is_text(event: QKeyEvent) -> bool:
    held = event.modifiers() & ~(
        Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
    )
    return not held and event.text().isprintable() and bool(event.text().strip())
