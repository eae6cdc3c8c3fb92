"""Who came and who was prepared, in the panel beside the meeting."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from lean_desktop.domain.minutes import Arrival, Called, How
from lean_desktop.edits import meeting_states, minutes
from lean_desktop.i18n import M_, Language
from lean_desktop.queries.minutes import called
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.meetings.attendance_box import AttendanceBox
from lean_desktop.ui.meetings.editor import MeetingsEditor

LEFT = Qt.MouseButton.LeftButton
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
