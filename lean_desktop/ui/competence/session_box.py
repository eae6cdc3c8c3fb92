"""The sessions of one course, who was called to each, and who came."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from lean_desktop.domain.competence.training import Course, CourseSession, Participant
from lean_desktop.edits import courses as edits
from lean_desktop.i18n import M_, N_
from lean_desktop.queries import training as queries
from lean_desktop.ui.competence.tables import fit_columns, lines, table
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.widgets.buttons import button

KEY = Qt.ItemDataRole.UserRole

CAME = {True: N_("Came"), False: N_("Did not come"), None: N_("Not said yet")}


class SessionBox(QWidget):
    """Plans sessions, ticks who came, and gives the levels when one was held."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around, self._live, self._t = around, around.live, around.t
        self._may = not around.live.read_only
        self._course: Course | None = None
        t = self._t
        heads = [t("Day"), t("Place"), t("Trained by"), t("Called")]
        self.sessions = table(t("Sessions"), heads)
        self.people = table(t("Who is called"), [t("Who"), t("Came")])
        self.sessions.currentItemChanged.connect(lambda *_: self._show_people())
        self.people.itemChanged.connect(self._on_ticked)
        self.sessions.itemActivated.connect(lambda *_: self.change())
        self.new = button(t("New session …"), self.begin)
        self.edit = button(t("Change …"), self.change, name=t("Change the session"))
        self.gone = button(t("Call it off"), self.remove)
        self.held = button(t("Held: assess those who came"), self.finish)
        self.told = QLabel()
        self.told.setProperty("look", "small")
        self.told.setWordWrap(True)
        self._lay_out()

    def show_course(self, course: Course | None) -> None:
        """Show the sessions of a course; None shows none."""
        chosen = self.session()
        self._course = course
        self.sessions.blockSignals(True)
        self.sessions.clear()
        found = self._live.read(queries.sessions, course_id=course.id) if course else []
        for each in found:
            line = QTreeWidgetItem(self._cells(each))
            line.setData(0, KEY, each)
            self.sessions.addTopLevelItem(line)
            if chosen and each.id == chosen.id:
                self.sessions.setCurrentItem(line)
        if found and self.session() is None:
            self.sessions.setCurrentItem(lines(self.sessions)[-1])
        fit_columns(self.sessions)
        self.sessions.blockSignals(False)
        self._show_people()

    def session(self) -> CourseSession | None:
        """The session that is chosen."""
        item = self.sessions.currentItem()
        return item.data(0, KEY) if item else None

    def begin(self) -> None:
        """Ask for a new session of the course."""
        self._ask(None)

    def change(self) -> None:
        """Ask what is to be otherwise with the session."""
        found = self.session()
        if found and self._may:
            self._ask(found)

    def remove(self) -> None:
        """Call the session off; undo brings it back."""
        if found := self.session():
            label = M_("Call off a session of {name}", name=found.course)
            self._live.edit(label, edits.remove_sessions, [found.id])

    def finish(self) -> None:
        """Who came has the levels of the course from its day on; one step."""
        if found := self.session():
            label = M_("Assess those who came to {name}", name=found.course)
            given = self._live.edit(label, edits.finish_session, found.id)
            self.told.setText(
                self._t.plural("{n} level was given.", "{n} levels were given.", given)
            )

    # Inside

    def _ask(self, session: CourseSession | None) -> None:
        from lean_desktop.ui.competence.session_dialog import SessionDialog

        if self._course:
            SessionDialog(self._around, self._course, session, self).open()

    def _on_ticked(self, item: QTreeWidgetItem, column: int) -> None:
        found = self.session()
        came = item.checkState(0) is Qt.CheckState.Checked
        if found and column == 0:
            text = M_("{who} came", who=item.text(0))
            label = text if came else M_("{who} did not come", who=item.text(0))
            self._live.edit(
                label, edits.record_attended, found.id, [item.data(0, KEY)], attended=came
            )

    def _show_people(self) -> None:
        found = self.session()
        called = found.participants if found else ()
        self.people.blockSignals(True)
        if [each.person_id for each in called] != self._listed():
            self.people.clear()
            self.people.addTopLevelItems([self._line(each) for each in called])
        for line, each in zip(lines(self.people), called, strict=True):
            self._say_came(line, each)
        fit_columns(self.people)
        self.people.blockSignals(False)
        self.told.setText("")
        self._allow(found)

    def _listed(self) -> list[int]:
        return [line.data(0, KEY) for line in lines(self.people)]

    def _line(self, each: Participant) -> QTreeWidgetItem:
        line = QTreeWidgetItem([each.person])
        line.setData(0, KEY, each.person_id)
        if not self._may:
            line.setFlags(line.flags() & ~Qt.ItemFlag.ItemIsUserCheckable)
        return line

    def _say_came(self, line: QTreeWidgetItem, each: Participant) -> None:
        """Rows are kept while they are ticked: Qt is in the midst of one when it is."""
        line.setText(1, self._t(CAME[each.attended]))
        state = Qt.CheckState.Checked if each.attended else Qt.CheckState.Unchecked
        line.setCheckState(0, state)

    def _allow(self, found: CourseSession | None) -> None:
        self.new.setEnabled(self._may and self._course is not None)
        self.edit.setEnabled(self._may and found is not None)
        self.gone.setEnabled(self._may and found is not None)
        self.held.setEnabled(
            self._may and found is not None and _may_assess(found, self._live.today)
        )

    def _cells(self, each: CourseSession) -> list[str]:
        came = sum(1 for one in each.participants if one.attended)
        told = self._t("{n}, {came} came", n=len(each.participants), came=came)
        return [self._t.date(each.day), each.place, each.trainer, told]

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(12)
        whole.addWidget(self.sessions, 2)
        whole.addLayout(_row(self.new, self.edit, self.gone))
        whole.addWidget(self.people, 3)
        whole.addLayout(_row(self.held))
        whole.addWidget(self.told)


def _may_assess(found: CourseSession, today: date) -> bool:
    """Whether its day has come, and somebody came."""
    return found.day <= today and any(each.attended for each in found.participants)


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for each in widgets:
        row.addWidget(each)
    row.addStretch(1)
    return row
