"""One person who is called: how they came, how prepared, and who came instead. Mouse or keys."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.minutes import (
    ARRIVAL_NAMES,
    AWAY,
    HOW_NAMES,
    PRESENT,
    Arrival,
    Arrived,
    Called,
    How,
)
from lean_desktop.i18n import M_
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.meetings.model import people_choices
from lean_desktop.ui.qt import override
from lean_desktop.ui.widgets.buttons import button
from lean_desktop.ui.widgets.field import LineField
from lean_desktop.ui.widgets.key_place import KeyPlace
from lean_desktop.ui.widgets.person_field import PickField

ICONS = {
    Arrival.ON_TIME: "check",
    Arrival.LATE: "clock",
    Arrival.EXCUSED: "minusc",
    Arrival.ABSENT: "x",
}
SHAPES = {How.YES: "●", How.PARTLY: "▲", How.NO: "■", None: "–"}
KEYS = {
    Qt.Key.Key_1: Arrival.ON_TIME,
    Qt.Key.Key_2: Arrival.LATE,
    Qt.Key.Key_3: Arrival.EXCUSED,
    Qt.Key.Key_4: Arrival.ABSENT,
}
MINUTES_WIDTH = 56


class Recording(NamedTuple):
    """What a row does to the document; each may raise RuleBroken.

    `late_by` are the minutes of somebody who comes just now, None when the clock does not tell.
    """

    came: Callable[[Called, Arrived | None], object]
    step_prepared: Callable[[Called], object]
    late_by: Callable[[], int | None]
    go: Callable[[int, int], object]


class PersonRow(KeyPlace):
    """Keys: 1 on time, 2 late, 3 excused, 4 did not come, 5 who came instead, 6 how prepared."""

    def __init__(self, each: Called, record: Recording, around: Surroundings) -> None:
        super().__init__(each.name)
        self._t, self._record, self._called = around.t, record, each
        self.name = QLabel(each.name)
        self.how = button("", None, kind="quiet")
        self.how.clicked.connect(lambda _checked: self._record.step_prepared(self._called))
        self.came = ArrivalButtons(each.name, around)
        self.came.connect_all(self.press)
        self.minutes = LineField(
            self._t("Minutes late, {name}", name=each.name), self._t, self._set_minutes
        )
        self.instead = PickField(
            self._t("Who came instead of {name}", name=each.name),
            self._t,
            self._set_instead,
            partial(people_choices, around.live),
            hint=self._t("Represented by"),
        )
        self._lay_out(around)

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in that order."""
        fields = [self.minutes.line, self.instead.line]
        return [self, self.how, *self.came.buttons.values(), *fields]

    def show_called(self, each: Called) -> None:
        """Show what is recorded of this person."""
        t, self._called = self._t, each
        arrival = each.arrived.arrival if each.arrived else None
        word = t(HOW_NAMES[each.prepared]) if each.prepared else t("Prepared?")
        self.how.setText(f"{SHAPES[each.prepared]} {word}")
        self.how.setAccessibleName(t("Preparation of {name}: {how}", name=each.name, how=word))
        self.how.setVisible(arrival is None or arrival in PRESENT)
        told = t(ARRIVAL_NAMES[arrival]) if arrival else t("Not recorded")
        self.setAccessibleName(f"{each.name}: {told}")
        off = f" · {told}" if arrival is Arrival.OFF_SHIFT else ""
        self.name.setText(f"{each.name}{off}")
        self.came.show_arrival(arrival)
        late = each.arrived.late_minutes if each.arrived else None
        self.minutes.show_value(str(late) if late else "")
        self._minutes_line.setVisible(arrival is Arrival.LATE)
        self.instead.show_value(each.represented_by)
        self.instead.setVisible(arrival in AWAY or self.instead.line.hasFocus())

    def press(self, arrival: Arrival) -> None:
        """They came like that; once more takes it back. Late asks for the minutes."""
        was = self._called.arrived
        if was and was.arrival is arrival:
            self._record.came(self._called, None)
            return
        late = self._record.late_by() if arrival is Arrival.LATE else None
        instead = was.represented_by_id if was and arrival in AWAY else None
        self._record.came(self._called, Arrived(arrival, late, instead))
        if arrival is Arrival.LATE:
            self.minutes.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.minutes.line.selectAll()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in KEYS:
            self.press(KEYS[key])
        elif key == Qt.Key.Key_5:
            self.instead.show()
            self.instead.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif key == Qt.Key.Key_Escape and not self.hasFocus():
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        elif key in (Qt.Key.Key_6, Qt.Key.Key_Space):
            self._record.step_prepared(self._called)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._record.go(self._called.person_id, 1 if key == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.instead.text() and not self._is_away():
            self.instead.hide()

    # Inside

    def _is_away(self) -> bool:
        return self._called.arrived is not None and self._called.arrived.arrival in AWAY

    def _set_minutes(self, typed: str) -> None:
        if typed and not typed.isdecimal():
            raise RuleBroken(M_("Nobody is late by that much. Write the minutes, such as 5."))
        self._record.came(self._called, Arrived(Arrival.LATE, int(typed) if typed else None))

    def _set_instead(self, key: int | None) -> None:
        """Whoever is represented did not come: excused, unless it was said to be otherwise."""
        was = self._called.arrived
        if key is None and not self._is_away():
            return
        arrival = was.arrival if was and self._is_away() else Arrival.EXCUSED
        self._record.came(self._called, Arrived(arrival, None, key))

    def _back(self, field: LineField) -> None:
        """From a field to the row, when what was written there will do."""
        if not field.sentence.text():
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self, around: Surroundings) -> None:
        self.name.setTextFormat(Qt.TextFormat.PlainText)
        self.name.setWordWrap(True)
        for field in (self.minutes, self.instead):
            field.label.hide()
            field.setFocusProxy(None)  # type: ignore[arg-type]  # Qt loses its way through one.
            field.line.returnPressed.connect(partial(self._back, field))
        self.minutes.line.setMaxLength(4)
        self.minutes.line.setFixedWidth(around.theme.scaled(MINUTES_WIDTH))
        self._minutes_line = QWidget()
        late = QHBoxLayout(self._minutes_line)
        late.setContentsMargins(0, 0, 0, 0)
        late.addWidget(self.minutes)
        late.addWidget(QLabel(self._t("minutes late")), 1)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self.name)
        left.addWidget(self.how, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addLayout(left, 1)
        row.addWidget(self.came, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 6)
        column.setSpacing(4)
        column.addLayout(row)
        for widget in (self._minutes_line, self.instead):
            column.addWidget(widget)
            widget.hide()


class ArrivalButtons(QWidget):
    """On time, late, excused, did not come: pressing the one that is down takes it back."""

    def __init__(self, name: str, around: Surroundings) -> None:
        super().__init__()
        self.buttons: dict[Arrival, QPushButton] = {}
        keys = {arrival: chr(key) for key, arrival in KEYS.items()}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        self.setFixedHeight(around.theme.scaled(26))
        for arrival, icon in ICONS.items():
            word = around.t(ARRIVAL_NAMES[arrival])
            made = button("", None, icon=around.theme.icon(icon), name=f"{name}: {word}")
            made.setToolTip(f"{word} ({keys[arrival]})")
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
