"""The training plan as a timetable: people by skills, and in each cell by when to which level.

The training timetable of Training Within Industry (Job Instruction): who is to be trained in what
by which date, seen at a glance.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QTableWidget, QTableWidgetItem, QWidget

from lean_desktop.domain.competence.training import (
    TRAINING_STATE_NAMES,
    TrainingItem,
    TrainingState,
)
from lean_desktop.i18n import Language
from lean_desktop.ui.theme import Theme

ITEMS = Qt.ItemDataRole.UserRole
WIDTH = 132


class Timetable(QTableWidget):
    """Shows rows of the plan. Emits `asked(person, skill)` when a cell is activated."""

    asked = Signal(int, int)

    def __init__(self, t: Language, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t, self._theme = t, theme
        self.setAccessibleName(t("Training timetable"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        )
        self.horizontalHeader().setDefaultSectionSize(theme.scaled(WIDTH))
        self.horizontalHeader().setFixedHeight(theme.scaled(52))
        self.itemActivated.connect(self._ask)

    def show_plan(self, plan: Sequence[TrainingItem], today: date) -> None:
        """Show these rows: who comes first in the plan stands first, and so do skills."""
        kept = {each.id for each in self.chosen()}
        people = dict.fromkeys((each.person_id, each.person) for each in plan)
        skills = dict.fromkeys((each.skill_id, each.skill) for each in plan)
        held = defaultdict(list)
        for each in plan:
            held[each.person_id, each.skill_id].append(each)
        self.clear()
        self.setRowCount(len(people))
        self.setColumnCount(len(skills))
        self.setVerticalHeaderLabels([name for _, name in people])
        self.setHorizontalHeaderLabels([name for _, name in skills])
        for row, (person_id, _) in enumerate(people):
            for column, (skill_id, _) in enumerate(skills):
                cell = self._cell(held.get((person_id, skill_id), ()), today)
                self.setItem(row, column, cell)
                cell.setSelected(any(each.id in kept for each in cell.data(ITEMS)))
        self.resizeRowsToContents()

    def chosen(self) -> list[TrainingItem]:
        """The rows of the plan in the chosen cells."""
        return [each for cell in self.selectedItems() for each in cell.data(ITEMS)]

    # Inside

    def _cell(self, items: Iterable[TrainingItem], today: date) -> QTableWidgetItem:
        cell = QTableWidgetItem("\n".join(self._told(each) for each in items))
        cell.setData(ITEMS, list(items))
        cell.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
        states = [each.state(today) for each in items]
        cell.setToolTip("\n".join(self._t(TRAINING_STATE_NAMES[state]) for state in states))
        if TrainingState.LATE in states:
            cell.setIcon(self._theme.icon("alert", "bad"))
        spoken = [cell.text(), cell.toolTip()]
        cell.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(filter(None, spoken)))
        return cell

    def _told(self, each: TrainingItem) -> str:
        t = self._t
        if each.by_when is None:
            return t("to {level}", level=each.level)
        return t("{day}, to {level}", day=t.date(each.by_when), level=each.level)

    def _ask(self, cell: QTableWidgetItem) -> None:
        for each in cell.data(ITEMS)[:1]:
            self.asked.emit(each.person_id, each.skill_id)
