"""The catalogue of courses: what each leads to, and beside it the sessions of the chosen one."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QTreeWidgetItem, QVBoxLayout, QWidget

from lean_desktop.document.changes import ChangeSet
from lean_desktop.domain.competence.training import Course
from lean_desktop.edits import courses as edits
from lean_desktop.i18n import M_
from lean_desktop.queries import training as queries
from lean_desktop.queries.skills import skills
from lean_desktop.ui.competence.session_box import SessionBox
from lean_desktop.ui.competence.tables import fit_columns, lines, table
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.qt import override
from lean_desktop.ui.widgets.buttons import button

KEY = Qt.ItemDataRole.UserRole


class CoursesPage(QWidget):
    """Lists courses, and lets them be made, changed and taken away."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around, self._live, self._t = around, around.live, around.t
        self._may = not around.live.read_only
        t = self._t
        nothing = t("No course yet. Make one, and say which levels it leads to.")
        self.courses = table(t("Courses"), [t("Course"), t("Hours"), t("Leads to")], nothing)
        self.sessions = SessionBox(around)
        self.courses.currentItemChanged.connect(lambda *_: self._on_chosen())
        self.courses.itemActivated.connect(lambda *_: self.change())
        self.new = button(t("New course …"), self.begin)
        self.edit = button(t("Change …"), self.change, name=t("Change the course"))
        self.gone = button(t("Take out of the catalogue"), self.remove)
        self._fresh = False
        self._lay_out()
        self._live.changed.connect(self._on_changed)

    def course(self) -> Course | None:
        """The course that is chosen."""
        item = self.courses.currentItem()
        return item.data(0, KEY) if item else None

    def begin(self) -> None:
        """Ask for a new course."""
        self._ask(None)

    def change(self) -> None:
        """Ask what is to be otherwise with the course."""
        found = self.course()
        if found and self._may:
            self._ask(found)

    def remove(self) -> None:
        """Take the course away with its sessions; undo brings them back."""
        if found := self.course():
            label = M_("Take the course {name} out of the catalogue", name=found.name)
            self._live.edit(label, edits.remove_courses, [found.id])

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fill_once()

    # Inside

    def _ask(self, course: Course | None) -> None:
        from lean_desktop.ui.competence.course_dialog import CourseDialog

        CourseDialog(self._around, course, self).open()

    def _on_changed(self, changes: ChangeSet) -> None:
        if changes.touches(queries.READ):
            self._fresh = False
            if self.isVisible():
                self._fill_once()

    def _on_chosen(self) -> None:
        found = self.course()
        self.sessions.show_course(found)
        for each in (self.edit, self.gone):
            each.setEnabled(self._may and found is not None)

    def _fill_once(self) -> None:
        if self._fresh:
            return
        self._fresh = True
        chosen = self.course()
        names = {each.id: each.name for each in self._live.read(skills)}
        self.courses.blockSignals(True)
        self.courses.clear()
        for each in self._live.read(queries.courses):
            line = QTreeWidgetItem(self._cells(each, names))
            line.setToolTip(0, each.about)
            line.setToolTip(2, line.text(2))
            line.setData(0, KEY, each)
            self.courses.addTopLevelItem(line)
            if chosen and each.id == chosen.id:
                self.courses.setCurrentItem(line)
        if self.course() is None and (there := lines(self.courses)):
            self.courses.setCurrentItem(there[0])
        fit_columns(self.courses)
        self.courses.blockSignals(False)
        self._on_chosen()

    def _cells(self, each: Course, names: dict[int, str]) -> list[str]:
        hours = "" if each.hours is None else self._t.number(each.hours, _digits(each.hours))
        told = [f"{names.get(key, '')} {level}" for key, level in each.skills]
        return [each.name, hours, ", ".join(told)]

    def _lay_out(self) -> None:
        self.new.setEnabled(self._may)
        verbs = QHBoxLayout()
        verbs.setSpacing(8)
        for each in (self.new, self.edit, self.gone):
            verbs.addWidget(each)
        verbs.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(self.courses, 1)
        left.addLayout(verbs)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(20, 16, 20, 16)
        whole.setSpacing(20)
        whole.addLayout(left, 1)
        whole.addWidget(self.sessions, 1)


def _digits(hours: float) -> int:
    return 0 if hours.is_integer() else 1
