"""Who came, and who was prepared: one button for everybody, then the exceptions."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from lean_desktop.domain.meetings import Meeting
from lean_desktop.domain.minutes import (
    ARRIVAL_NAMES,
    HOW_NAMES,
    PRESENT,
    Arrival,
    Arrived,
    Called,
    How,
)
from lean_desktop.edits import minutes as edits
from lean_desktop.i18n import M_
from lean_desktop.queries import Connection
from lean_desktop.queries.minutes import called
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.widgets.buttons import button
from lean_desktop.ui.widgets.tab_chain import tab_through

ICONS = {
    Arrival.ON_TIME: "check",
    Arrival.LATE: "clock",
    Arrival.EXCUSED: "minusc",
    Arrival.ABSENT: "x",
}
SHAPES = {How.YES: "●", How.PARTLY: "▲", How.NO: "■", None: "–"}
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
        self.all = button(self._t("All on time and prepared"), self._all, icon=icon)
        self.hint = QLabel(
            self._t("Mark only the exceptions afterwards. Untouched is not recorded.")
        )
        self.hint.setProperty("look", "small")
        self.hint.setWordWrap(True)
        self.rows: dict[int, PersonRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
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

    def _words(self, found: Sequence[Called]) -> str:
        t = self._t
        told = sum(each.arrived is not None for each in found)
        return t("{n} called · {told} recorded", n=len(found), told=told)

    def _make_rows(self, found: Sequence[Called]) -> None:
        for row in self.rows.values():
            row.hide()
            row.deleteLater()
        self.rows = {each.person_id: PersonRow(each, self._around) for each in found}
        for key, row in self.rows.items():
            row.came.connect_all(partial(self._came, key))
            row.how.clicked.connect(lambda _checked, key=key: self._step_prepared(key))
            self._column.addWidget(row)
        tab_through(self.all, [each for row in self.rows.values() for each in row.stops()])

    def _all(self) -> None:
        if self._meeting is None:
            return
        key, people = self._meeting.id, [each.person_id for each in self._people]

        def record(connection: Connection) -> None:
            on_time = dict.fromkeys(people, Arrived(Arrival.ON_TIME))
            edits.record_arrivals(connection, key, on_time)
            edits.record_prepared(connection, key, dict.fromkeys(people, How.YES))

        self._live.edit(M_("All on time and prepared"), record)

    def _came(self, person_id: int, arrival: Arrival) -> None:
        one = next(each for each in self._people if each.person_id == person_id)
        again = one.arrived is not None and one.arrived.arrival is arrival
        if self._meeting:
            label = M_("Attendance of {name}", name=one.name)
            told = {person_id: None if again else Arrived(arrival)}
            self._live.edit(label, edits.record_arrivals, self._meeting.id, told)

    def _step_prepared(self, person_id: int) -> None:
        one = next(each for each in self._people if each.person_id == person_id)
        if self._meeting:
            label = M_("Preparation of {name}", name=one.name)
            how = {person_id: _NEXT[one.prepared]}
            self._live.edit(label, edits.record_prepared, self._meeting.id, how)


class PersonRow(QWidget):
    """One who is called: the name, how prepared, and four buttons for how they came."""

    def __init__(self, each: Called, around: Surroundings) -> None:
        super().__init__()
        self._t = around.t
        self.name = QLabel(each.name)
        self.name.setTextFormat(Qt.TextFormat.PlainText)
        self.name.setWordWrap(True)
        self.how = button("", None, kind="quiet")
        self.came = ArrivalButtons(each.name, around)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self.name)
        left.addWidget(self.how, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addLayout(left, 1)
        row.addWidget(self.came)

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in that order."""
        return [self.how, *self.came.buttons.values()]

    def show_called(self, each: Called) -> None:
        """Show what is recorded of this person."""
        t = self._t
        word = t(HOW_NAMES[each.prepared]) if each.prepared else t("Prepared?")
        self.how.setText(f"{SHAPES[each.prepared]} {word}")
        self.how.setAccessibleName(t("Preparation of {name}: {how}", name=each.name, how=word))
        late = each.arrived.late_minutes if each.arrived else None
        self.name.setText(f"{each.name} · {t('{n} min', n=late)}" if late else each.name)
        self.came.show_arrival(each.arrived.arrival if each.arrived else None)
        came = each.arrived is None or each.arrived.arrival in PRESENT
        self.how.setVisible(came)


class ArrivalButtons(QWidget):
    """On time, late, excused, did not come: pressing the one that is down takes it back."""

    def __init__(self, name: str, around: Surroundings) -> None:
        super().__init__()
        self.buttons: dict[Arrival, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for arrival, icon in ICONS.items():
            word = around.t(ARRIVAL_NAMES[arrival])
            made = button("", None, icon=around.theme.icon(icon), name=f"{name}: {word}")
            made.setToolTip(word)
            made.setCheckable(True)
            made.setIconSize(QSize(14, 14))
            made.setProperty("kind", "mark")
            made.setFixedSize(around.theme.scaled(28), around.theme.scaled(26))
            self.buttons[arrival] = made
            row.addWidget(made)

    def connect_all(self, chosen: Callable[[Arrival], None]) -> None:
        """Call `chosen(arrival)` when one is pressed."""
        for arrival, each in self.buttons.items():
            each.clicked.connect(lambda _checked, arrival=arrival: chosen(arrival))

    def show_arrival(self, arrival: Arrival | None) -> None:
        """Have the one button down that is recorded."""
        for each, made in self.buttons.items():
            made.setChecked(each is arrival)
