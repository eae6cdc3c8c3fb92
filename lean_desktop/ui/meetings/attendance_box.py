"""Who came, and who was prepared: one button for everybody, then the exceptions."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from lean_desktop.domain.meetings import Meeting, MeetingState
from lean_desktop.domain.minutes import Arrival, Arrived, Called, How, minutes_late
from lean_desktop.edits import minutes as edits
from lean_desktop.i18n import M_
from lean_desktop.queries import Connection
from lean_desktop.queries.minutes import called
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.meetings.attendance_row import PersonRow, Recording
from lean_desktop.ui.widgets.buttons import button
from lean_desktop.ui.widgets.tab_chain import tab_through

_NEXT = {None: How.YES, How.YES: How.PARTLY, How.PARTLY: How.NO, How.NO: None}


class AttendanceBox(QWidget):
    """The called of one meeting. What nobody touched is not recorded, and says so."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._around, self._live, self._t = around, around.live, around.t
        self._meeting: Meeting | None = None
        self._people: tuple[Called, ...] = ()
        self.told = QLabel()
        self.told.setProperty("look", "small")
        icon = around.theme.icon("checkc", "text2")
        self.all = button(self._t("All on time and prepared"), self.record_all, icon=icon)
        self.hint = QLabel(
            self._t("Mark only the exceptions afterwards. Untouched is not recorded.")
            + "\n"
            + self._t(
                "Keys: ↑ ↓ person, 1 on time, 2 late, 3 excused, 4 did not come, "
                "5 represented by, 6 prepared"
            )
        )
        self.hint.setProperty("look", "small")
        self.hint.setWordWrap(True)
        self.rows: dict[int, PersonRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        for widget in (self.told, self.all, self.hint):
            self._column.addWidget(widget)

    def show_meeting(self, meeting: Meeting | None) -> None:
        """Show who is called to this meeting, and what is recorded."""
        self._meeting = meeting
        found = self._live.read(called, meeting.id) if meeting else []
        if [each.person_id for each in found] != [each.person_id for each in self._people]:
            self._make_rows(found)
        self._people = tuple(found)
        open_ = meeting is not None and not meeting.locked and not self._live.read_only
        for each in found:
            self.rows[each.person_id].show_called(each)
            self.rows[each.person_id].setEnabled(open_)
        self.all.setEnabled(open_ and bool(found))
        self.hint.setVisible(open_)
        self.told.setText(self._words(found))

    def record_all(self) -> None:
        """All came on time and prepared; one step. The keys go to the first for the exceptions."""
        if self._meeting is None or not self.all.isEnabled():
            return
        key, people = self._meeting.id, [each.person_id for each in self._people]

        def record(connection: Connection) -> None:
            on_time = dict.fromkeys(people, Arrived(Arrival.ON_TIME))
            edits.record_arrivals(connection, key, on_time)
            edits.record_prepared(connection, key, dict.fromkeys(people, How.YES))

        self._live.edit(M_("All on time and prepared"), record)
        self.begin()

    def begin(self) -> None:
        """Let the keys go to the first person."""
        first = next(iter(self.rows.values()), None)
        if first and first.isVisible():
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # Inside

    def _words(self, found: Sequence[Called]) -> str:
        t = self._t
        told = sum(each.arrived is not None for each in found)
        return t("{n} called · {told} recorded", n=len(found), told=told)

    def _make_rows(self, found: Sequence[Called]) -> None:
        for row in self.rows.values():
            row.hide()
            row.deleteLater()
        record = Recording(self._came, self._step_prepared, self._late_by, self._go)
        self.rows = {each.person_id: PersonRow(each, record, self._around) for each in found}
        for row in self.rows.values():
            self._column.addWidget(row)
        tab_through(self.all, [each for row in self.rows.values() for each in row.stops()])

    def _came(self, one: Called, arrived: Arrived | None) -> None:
        if self._meeting:
            label = M_("Attendance of {name}", name=one.name)
            told = {one.person_id: arrived}
            self._live.edit(label, edits.record_arrivals, self._meeting.id, told)

    def _step_prepared(self, one: Called) -> None:
        if self._meeting:
            label = M_("Preparation of {name}", name=one.name)
            how = {one.person_id: _NEXT[one.prepared]}
            self._live.edit(label, edits.record_prepared, self._meeting.id, how)

    def _late_by(self) -> int | None:
        """What the clock says of somebody who comes now; nothing when it is keyed in later."""
        meeting = self._meeting
        if meeting is None or meeting.state is not MeetingState.IN_PROGRESS:
            return None
        now = self._live.document.clock()
        return minutes_late(meeting.planned_start, meeting.planned_end, now)

    def _go(self, person_id: int, by: int) -> None:
        """Let the keys go to the person before or after this one."""
        keys = list(self.rows)
        place = keys.index(person_id) + by
        if 0 <= place < len(keys):
            self.rows[keys[place]].setFocus(Qt.FocusReason.TabFocusReason)
