"""Who came and who was prepared, in the panel beside the meeting."""

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from lean_desktop.domain.minutes import Arrival, Arrived, Called, How
from lean_desktop.edits import meeting_states, minutes
from lean_desktop.i18n import M_, Language
from lean_desktop.queries.minutes import called
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.meetings.attendance_box import AttendanceBox
from lean_desktop.ui.meetings.editor import MeetingsEditor

Key, LEFT = Qt.Key, Qt.MouseButton.LeftButton
TODAY = 2


@pytest.fixture
def box(editor: MeetingsEditor) -> AttendanceBox:
    editor.details.build_now()
    return editor.details.attendance


def told(live: LiveDocument) -> dict[int, Called]:
    return {each.person_id: each for each in live.read(called, TODAY)}


def test_one_button_for_all_is_one_step(
    box: AttendanceBox, filled: LiveDocument, t: Language
) -> None:
    assert box.told.text() == "3 called · 0 recorded"
    QTest.mouseClick(box.all, LEFT)
    assert box.told.text() == "3 called · 3 recorded"
    assert {each.prepared for each in told(filled).values()} == {How.YES}
    label = filled.document.undo_label
    assert label
    assert t(label) == "All on time and prepared"
    filled.undo()
    assert {each.arrived for each in told(filled).values()} == {None}


def test_a_button_marks_and_pressed_again_takes_it_back(
    box: AttendanceBox, filled: LiveDocument
) -> None:
    late = box.rows[2].came.buttons[Arrival.LATE]
    QTest.mouseClick(late, LEFT)
    arrived = told(filled)[2].arrived
    assert arrived
    assert arrived.arrival is Arrival.LATE
    assert late.isChecked()
    QTest.mouseClick(late, LEFT)
    assert told(filled)[2].arrived is None
    assert not late.isChecked()


def test_preparation_steps_through_and_back_to_not_recorded(
    box: AttendanceBox, filled: LiveDocument
) -> None:
    seen = []
    for _ in range(4):
        QTest.mouseClick(box.rows[1].how, LEFT)
        seen.append(told(filled)[1].prepared)
    assert seen == [How.YES, How.PARTLY, How.NO, None]
    assert box.rows[1].how.text() == "– Prepared?"


def test_who_did_not_come_is_not_asked_about_preparation(
    box: AttendanceBox, filled: LiveDocument
) -> None:
    QTest.mouseClick(box.rows[1].came.buttons[Arrival.EXCUSED], LEFT)
    assert not box.rows[1].how.isVisible()


def test_a_closed_meeting_is_only_looked_at(box: AttendanceBox, filled: LiveDocument) -> None:
    filled.edit(M_("x"), meeting_states.close_meeting, TODAY)
    assert not box.all.isEnabled()
    assert not box.rows[1].isEnabled()


def test_the_pulse_stands_on_closed_meetings(
    editor: MeetingsEditor, box: AttendanceBox, filled: LiveDocument
) -> None:
    assert editor.details._beats.text() == "The group’s pulse: no meeting is closed yet"
    QTest.mouseClick(box.rows[1].came.buttons[Arrival.ON_TIME], LEFT)
    QTest.mouseClick(box.rows[2].came.buttons[Arrival.LATE], LEFT)
    filled.edit(M_("x"), minutes.record_times, TODAY, None, None)
    filled.edit(M_("x"), meeting_states.close_meeting, TODAY)
    assert editor.details._beats.text() == "The group’s pulse, last 1 meetings"
    values = {rate.value: label for rate, label in editor.details.pulse.values.items()}
    assert values["on_time"].accessibleName() == "On time: 50, Needs a hand"
    assert values["prepared"].accessibleName() == "Prepared: –, Not recorded"


@pytest.fixture
def begun(filled: LiveDocument) -> None:
    """The meeting is on, and it is twelve minutes past its planned start."""
    filled.document.clock = lambda: datetime(2026, 10, 6, 13, 12, 40)
    filled.edit(M_("x"), meeting_states.start_meeting, TODAY, datetime(2026, 10, 6, 13, 2))


def came(live: LiveDocument, person_id: int) -> Arrived | None:
    return told(live)[person_id].arrived


@pytest.mark.usefixtures("begun")
def test_late_takes_the_minutes_since_the_planned_start(
    box: AttendanceBox, filled: LiveDocument
) -> None:
    before = filled.document.undo_label
    QTest.mouseClick(box.rows[2].came.buttons[Arrival.LATE], LEFT)
    assert came(filled, 2) == Arrived(Arrival.LATE, 12)
    assert box.rows[2].minutes.line.hasFocus()
    assert box.rows[2].minutes.line.selectedText() == "12"
    filled.undo()
    assert came(filled, 2) is None
    assert filled.document.undo_label == before


@pytest.mark.usefixtures("begun")
def test_other_minutes_are_typed_over_them(box: AttendanceBox, filled: LiveDocument) -> None:
    box.begin()
    QTest.keyClick(box.rows[1], Key.Key_2)
    QTest.keyClicks(box.rows[1].minutes.line, "7")
    QTest.keyClick(box.rows[1].minutes.line, Key.Key_Return)
    assert came(filled, 1) == Arrived(Arrival.LATE, 7)
    assert box.rows[1].hasFocus()


@pytest.mark.usefixtures("begun")
@pytest.mark.parametrize("typed", ["x", "0", "9999"])
def test_minutes_that_cannot_be_stay_with_their_sentence(
    box: AttendanceBox, filled: LiveDocument, typed: str
) -> None:
    row = box.rows[1]
    row.press(Arrival.LATE)
    QTest.keyClicks(row.minutes.line, typed)
    QTest.keyClick(row.minutes.line, Key.Key_Return)
    assert row.minutes.sentence.text() == (
        "Nobody is late by that much. Write the minutes, such as 5."
    )
    assert came(filled, 1) == Arrived(Arrival.LATE, 12)
    assert row.minutes.line.hasFocus()
    QTest.keyClick(row.minutes.line, Key.Key_Escape)
    QTest.keyClick(row.minutes.line, Key.Key_Escape)
    assert row.hasFocus()


def test_afterwards_the_clock_tells_nothing(box: AttendanceBox, filled: LiveDocument) -> None:
    box.rows[1].press(Arrival.LATE)
    assert came(filled, 1) == Arrived(Arrival.LATE)
    QTest.keyClicks(box.rows[1].minutes.line, "4")
    box.rows[2].setFocus()
    QApplication.processEvents()
    assert came(filled, 1) == Arrived(Arrival.LATE, 4)


def test_all_of_it_by_keys_from_one_place(box: AttendanceBox, filled: LiveDocument) -> None:
    box.record_all()
    assert box.rows[1].hasFocus()
    for row, key in ((1, Key.Key_4), (1, Key.Key_Down), (2, Key.Key_3), (2, Key.Key_Down)):
        QTest.keyClick(box.rows[row], key)
    QTest.keyClick(box.rows[3], Key.Key_6)
    found = told(filled)
    assert [found[key].arrived for key in (1, 2, 3)] == [
        Arrived(Arrival.ABSENT),
        Arrived(Arrival.EXCUSED),
        Arrived(Arrival.ON_TIME),
    ]
    assert found[3].prepared is How.PARTLY


@pytest.mark.qt_log_ignore("does not support (raise|grabbing)")
def test_somebody_came_instead(box: AttendanceBox, filled: LiveDocument) -> None:
    row = box.rows[2]
    row.setFocus()
    QTest.keyClick(row, Key.Key_5)
    assert row.instead.line.hasFocus()
    assert came(filled, 2) is None
    QTest.keyClicks(row.instead.line, "Kari")
    QTest.keyClick(row.instead.line, Key.Key_Return)
    assert came(filled, 2) == Arrived(Arrival.EXCUSED, None, 3)
    assert told(filled)[2].represented_by == "Kari Hansen"
    assert row.instead.isVisible()
    QTest.keyClick(row, Key.Key_4)
    assert came(filled, 2) == Arrived(Arrival.ABSENT, None, 3)
    filled.undo()
    filled.undo()
    assert came(filled, 2) is None


def test_asking_who_came_instead_and_letting_it_be(
    box: AttendanceBox, filled: LiveDocument
) -> None:
    row = box.rows[2]
    row.setFocus()
    QTest.keyClick(row, Key.Key_5)
    QTest.keyClick(row.instead.line, Key.Key_Return)
    assert not row.instead.isVisible()
    assert came(filled, 2) is None


def test_a_represented_person_who_comes_after_all_is_represented_no_more(
    box: AttendanceBox, filled: LiveDocument
) -> None:
    filled.edit(M_("x"), minutes.record_arrivals, TODAY, {2: Arrived(Arrival.ABSENT, None, 3)})
    box.rows[2].press(Arrival.ON_TIME)
    assert came(filled, 2) == Arrived(Arrival.ON_TIME)


def test_off_shift_is_said_beside_the_name(box: AttendanceBox, filled: LiveDocument) -> None:
    filled.edit(M_("x"), minutes.record_arrivals, TODAY, {2: Arrived(Arrival.OFF_SHIFT)})
    assert box.rows[2].name.text() == "Åse Ødegård · Off shift"
