"""The training plan: who learns what to which level by when, from whom; done makes an assessment."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QStackedWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from lean_desktop.document.changes import ChangeSet
from lean_desktop.domain.competence.training import (
    TRAINING_STATE_NAMES,
    WAY_NAMES,
    TrainingItem,
    TrainingState,
)
from lean_desktop.edits import training as edits
from lean_desktop.i18n import M_, Message
from lean_desktop.queries import training as queries
from lean_desktop.ui.competence.tables import fit_columns, table
from lean_desktop.ui.competence.timetable import Timetable
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.qt import override
from lean_desktop.ui.widgets.buttons import button

ITEM = Qt.ItemDataRole.UserRole
TIMETABLE = "timetable"


class TrainingPage(QWidget):
    """Lists the rows of the plan. Emits `asked(person, skill)` to go to a cell."""

    asked = Signal(int, int)

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._live, self._t, self._around = around.live, around.t, around
        t = self._t
        self._stack = QStackedWidget()
        heads = t("Who"), t("What"), t("Level"), t("By when"), t("How"), t("Trained by"), t("State")
        nothing = t("Nothing is planned. A gap in the matrix becomes a row by one click.")
        self.tree = table(t("Training plan"), heads, nothing)
        self.tree.setSelectionMode(QTreeWidget.SelectionMode.ExtendedSelection)
        self.tree.itemActivated.connect(lambda item, _column: self._open(item))
        self.tree.itemSelectionChanged.connect(self._allow)
        self.timetable = Timetable(t, around.theme)
        self.timetable.asked.connect(self.asked)
        self.timetable.itemSelectionChanged.connect(self._allow)
        may = not around.live.read_only
        self._may = may
        self.new = button(t("New row …"), self.begin)
        self.new.setEnabled(may)
        self.done = button(t("Done: assessed at the level"), self.finish)
        self.edit = button(t("Change …"), self.change)
        self.gone = button(t("Take out of the plan"), self.remove)
        self._lay_out()
        self._fresh = False
        self._live.changed.connect(self._on_changed)

    def chosen(self) -> list[TrainingItem]:
        """The chosen rows."""
        if self._stack.currentWidget() is self.timetable:
            return self.timetable.chosen()
        return [item.data(0, ITEM) for item in self.tree.selectedItems()]

    def show_look(self, name: str) -> QWidget:
        """Show the plan as a list or as a `timetable`; gives back what is shown."""
        front = self.timetable if name == TIMETABLE else self.tree
        self._stack.setCurrentWidget(front)
        self._allow()
        return front

    def finish(self) -> None:
        """They can it now: an assessment today, and the row is done; one step."""
        found = self.chosen()
        if found:
            keys, today = [each.id for each in found], self._live.today
            self._live.edit(_label(found, M_("done")), edits.finish_training, keys, today)

    def begin(self) -> None:
        """Ask who is to learn what."""
        from lean_desktop.ui.competence.training_dialog import TrainingDialog

        TrainingDialog(self._around, None, self).open()

    def change(self) -> None:
        """Ask what is to be otherwise."""
        from lean_desktop.ui.competence.training_dialog import TrainingDialog

        found = self.chosen()
        if len(found) == 1:
            TrainingDialog(self._around, found[0], self).open()

    def remove(self) -> None:
        """Take the chosen rows out; undo brings them back."""
        found = self.chosen()
        if found:
            keys = [each.id for each in found]
            self._live.edit(_label(found, M_("taken out")), edits.remove_training, keys)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fill_once()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self._may:
            self.remove()
        else:
            super().keyPressEvent(event)

    # Inside

    def _on_changed(self, changes: ChangeSet) -> None:
        if changes.touches(queries.READ):
            self._fresh = False
            if self.isVisible():
                self._fill_once()

    def _fill_once(self) -> None:
        if self._fresh:
            return
        self._fresh = True
        chosen = {item.data(0, ITEM).id for item in self.tree.selectedItems()}
        plan = self._live.read(queries.training_plan)
        self.timetable.show_plan(plan, self._live.today)
        self.tree.clear()
        for each in plan:
            line = QTreeWidgetItem(self._cells(each))
            line.setData(0, ITEM, each)
            self.tree.addTopLevelItem(line)
            line.setSelected(each.id in chosen)
            if each.state(self._live.today) is TrainingState.LATE:
                line.setIcon(6, self._around.theme.icon("alert", "bad"))
        fit_columns(self.tree)
        self._allow()

    def _cells(self, each: TrainingItem) -> Sequence[str]:
        t = self._t
        return [
            each.person,
            each.skill,
            str(each.level),
            t.date(each.by_when) if each.by_when else "",
            each.course or t(WAY_NAMES[each.way]),
            each.trainer,
            t(TRAINING_STATE_NAMES[each.state(self._live.today)]),
        ]

    def _open(self, item: QTreeWidgetItem) -> None:
        each: TrainingItem = item.data(0, ITEM)
        self.asked.emit(each.person_id, each.skill_id)

    def _allow(self) -> None:
        n = len(self.chosen())
        self.done.setEnabled(self._may and n > 0)
        self.gone.setEnabled(self._may and n > 0)
        self.edit.setEnabled(self._may and n == 1)

    def _lay_out(self) -> None:
        verbs = QHBoxLayout()
        verbs.setSpacing(8)
        for each in (self.new, self.done, self.edit, self.gone):
            verbs.addWidget(each)
        verbs.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 16, 20, 16)
        whole.setSpacing(12)
        for look in (self.tree, self.timetable):
            self._stack.addWidget(look)
        whole.addWidget(self._stack, 1)
        whole.addLayout(verbs)


def _label(found: Sequence[TrainingItem], what: Message) -> Message:
    if len(found) == 1:
        one = found[0]
        return M_(
            "Training of {name} in {skill}: {what}", name=one.person, skill=one.skill, what=what
        )
    return M_("Training in {n} rows: {what}", n=len(found), what=what)
