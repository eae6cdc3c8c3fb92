"""How a meeting comes from draft to minutes: by the toolbar, the menu and its keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.meetings import Meeting, MeetingState, Outcome
from lean_desktop.edits import meetings as edits
from lean_desktop.edits import minutes
from lean_desktop.i18n import M_, Language
from lean_desktop.queries import meetings as queries
from lean_desktop.queries.minutes import reopenings, waiting
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.main_window import MainWindow
from lean_desktop.ui.meetings.carry_dialog import COPY, LEAVE, MOVE, WAIT, CarryDialog
from lean_desktop.ui.meetings.editor import MeetingsEditor
from lean_desktop.ui.meetings.reason_dialog import ReasonDialog

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)")  # popups offscreen

LEFT, CTRL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier
TODAY, NEXT = 2, 3


def meeting(live: LiveDocument, key: int = TODAY) -> Meeting:
    (found,) = live.read(queries.meetings, [key])
    return found


def stage(editor: MeetingsEditor, name: str) -> QPushButton:
    return next(each for each in editor.bar.stages.findChildren(QPushButton) if each.text() == name)


def step(live: LiveDocument, t: Language) -> str:
    label = live.document.undo_label
    return t(label) if label else ""


def dialog(editor: MeetingsEditor) -> ReasonDialog:
    found = editor.findChild(ReasonDialog)
    assert isinstance(found, ReasonDialog)
    return found


def test_a_click_on_the_next_stage_calls_the_meeting(
    editor: MeetingsEditor, filled: LiveDocument, t: Language
) -> None:
    QTest.mouseClick(stage(editor, "Called"), LEFT)
    assert meeting(filled).state is MeetingState.CALLED
    assert step(filled, t) == "Call: Montering 2"
    filled.undo()
    assert editor.bar.stages.choice == "draft"


def test_a_closed_meeting_is_locked_until_it_is_opened_with_a_reason(
    window: MainWindow, editor: MeetingsEditor, filled: LiveDocument
) -> None:
    QTest.mouseClick(stage(editor, "Closed"), LEFT)
    assert meeting(filled).state is MeetingState.CLOSED
    assert not editor.page.quick.isEnabled()
    with pytest.raises(RuleBroken):
        filled.edit(M_("x"), edits.change_meetings, [TODAY], place="Kantina")
    window.menus.action("reopen_meeting").trigger()
    asked = dialog(editor)
    QTest.mouseClick(asked.findChildren(QPushButton)[-1], LEFT)
    assert meeting(filled).state is MeetingState.CLOSED  # without a reason nothing is done
    asked.field.put("Glemt en beslutning")
    asked._do()
    assert meeting(filled).state is MeetingState.IN_PROGRESS
    assert [each.reason for each in filled.read(reopenings, TODAY)] == ["Glemt en beslutning"]


def test_a_meeting_is_called_off_and_takes_place_after_all(
    window: MainWindow, editor: MeetingsEditor, filled: LiveDocument
) -> None:
    window.menus.action("cancel_meeting").trigger()
    dialog(editor)._do()
    assert meeting(filled).state is MeetingState.CANCELLED
    editor.show_meeting(TODAY)
    assert editor.bar.cancelled.isVisible()
    assert not editor.bar.stages.isVisible()
    window.menus.action("uncall_meeting").trigger()
    assert meeting(filled).state is MeetingState.DRAFT


def test_what_was_not_finished_goes_where_one_says(
    editor: MeetingsEditor, filled: LiveDocument, t: Language
) -> None:
    items = [each.id for each in filled.read(queries.items, meeting_id=TODAY)]
    filled.edit(M_("x"), minutes.record_outcomes, {items[0]: Outcome.TREATED})
    editor.close_meeting()
    asked = editor.findChild(CarryDialog)
    assert isinstance(asked, CarryDialog)
    assert list(asked.choices) == items[1:]
    assert [each.text() for each in asked.choices.values()] == [MOVE, MOVE]
    asked.choices[items[2]].put(WAIT)
    asked._carry()
    assert step(filled, t) == "Carry over from Montering 2"
    assert [each.title for each in filled.read(queries.items, meeting_id=NEXT)][-1] == "Skiftbytte"
    assert [each.title for each in filled.read(waiting, 1)] == ["Avslutning"]
    left = filled.read(queries.items, meeting_id=TODAY)
    assert [each.outcome for each in left] == [
        Outcome.TREATED,
        Outcome.DEFERRED,
        Outcome.DEFERRED,
    ]
    assert {COPY, LEAVE} & set(asked.choices) == set()


def test_nothing_is_asked_when_all_was_taken(editor: MeetingsEditor, filled: LiveDocument) -> None:
    items = [each.id for each in filled.read(queries.items, meeting_id=TODAY)]
    filled.edit(M_("x"), minutes.record_outcomes, dict.fromkeys(items, Outcome.TREATED))
    editor.close_meeting()
    assert editor.findChild(CarryDialog) is None


def test_after_the_last_meeting_the_next_one_is_proposed(
    editor: MeetingsEditor, filled: LiveDocument
) -> None:
    editor.show_meeting(NEXT)
    editor.close_meeting()
    asked = editor.findChild(CarryDialog)
    assert isinstance(asked, CarryDialog)
    assert asked.day.text() == "03/11/2026"
    asked._carry()
    (planned,) = [each for each in filled.read(queries.meetings) if each.number == 4]
    assert planned.planned_start.isoformat() == "2026-11-03T13:00:00"
    assert planned.planned_minutes == 45


def test_an_item_goes_to_the_next_meeting_or_waits(
    window: MainWindow, editor: MeetingsEditor, filled: LiveDocument, t: Language
) -> None:
    editor.page.table.selectRow(1)
    window.menus.action("item_to_next").trigger()
    assert step(filled, t) == "Move “Skiftbytte” to the next meeting"
    assert len(filled.read(queries.items, meeting_id=TODAY)) == 2
    assert len(filled.read(queries.items, meeting_id=NEXT)) == 4
    filled.undo()
    editor.page.table.selectRow(1)
    window.menus.action("item_waits").trigger()
    assert [each.title for each in filled.read(waiting, 1)] == ["Skiftbytte"]
    foot = editor.page.foot.waiting
    assert foot.isVisible()
    take = next(each for each in foot.findChildren(QPushButton) if each.text() == "Take up")
    QTest.mouseClick(take, LEFT)
    assert filled.read(waiting, 1) == []
    assert len(filled.read(queries.items, meeting_id=TODAY)) == 3


def test_the_last_item_that_may_go_is_offered_when_time_is_short(
    editor: MeetingsEditor, filled: LiveDocument
) -> None:
    assert not editor.page.cut.isVisible()
    items = filled.read(queries.items, meeting_id=TODAY)
    filled.edit(M_("x"), edits.change_items, [items[2].id], protected=True)
    filled.edit(M_("x"), edits.change_items, [items[0].id], minutes=40)
    assert editor.page.cut.accessibleName() == "Move “Skiftbytte” to the next meeting"
    QTest.mouseClick(editor.page.cut, LEFT)
    left = filled.read(queries.items, meeting_id=TODAY)
    assert [each.title for each in left] == ["Velkommen", "Avslutning"]
