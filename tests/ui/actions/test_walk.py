"""Walking the board: from the right, the oldest first; answers count, undo brings a card back."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from lean_desktop.domain.actions import Action, ActionStatus, Answer
from lean_desktop.edits import actions as edits
from lean_desktop.edits import meetings
from lean_desktop.i18n import M_
from lean_desktop.queries import actions as queries
from lean_desktop.ui.actions.editor import ActionsEditor
from lean_desktop.ui.actions.walk import Walk
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.main_window import MainWindow
from tests.dumps import dump

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)")  # popups offscreen

Key, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def walk(window: MainWindow, editor: ActionsEditor, filled: LiveDocument) -> Walk:
    filled.edit(M_("x"), edits.set_status, [2], ActionStatus.BLOCKED, filled.today)
    window.menus.action("walk_board").trigger()
    found = editor.findChild(Walk)
    assert isinstance(found, Walk)
    return found


def action(live: LiveDocument, number: int) -> Action:
    return next(each for each in live.read(queries.actions) if each.number == number)


def test_what_hangs_to_the_right_comes_first(walk: Walk) -> None:
    assert [card.action.number for card in walk.cards] == [2, 1, 3]
    assert walk.title.text() == "2 Teste fikstur"
    assert walk.head.text() == "0 of 3"


def test_each_answer_is_one_step_and_undo_brings_the_card_back(
    walk: Walk, filled: LiveDocument
) -> None:
    before = dump(filled.document)
    QTest.keyClick(walk, Key.Key_1)
    assert action(filled, 2).status is ActionStatus.DONE
    assert walk.title.text() == "1 Merke soner"
    QTest.keyClick(walk, Key.Key_Z, CTRL)
    assert dump(filled.document) == before
    assert walk.title.text() == "2 Teste fikstur"


def test_a_new_date_needs_its_reason(walk: Walk, filled: LiveDocument) -> None:
    QTest.keyClick(walk, Key.Key_4)
    assert walk.reason.hasFocus()
    QTest.keyClicks(walk.reason, "30.10.")
    QTest.keyClick(walk.reason, Key.Key_Return)
    assert not walk.sentence.isHidden()
    assert walk.reason.text() == "30.10."
    QTest.keyClicks(walk.reason, " venter på tape")
    QTest.keyClick(walk.reason, Key.Key_Return)
    assert action(filled, 2).due == date(2026, 10, 30)
    assert walk.title.text() == "1 Merke soner"


def test_what_is_passed_by_is_not_asked_about(walk: Walk, filled: LiveDocument) -> None:
    QTest.keyClick(walk, Key.Key_Right)
    assert walk.title.text() == "1 Merke soner"
    assert filled.read(queries.follow_ups, action_id=2) == []


def test_answers_belong_to_the_meeting_of_the_day(walk: Walk, filled: LiveDocument) -> None:
    start = filled.document.clock().replace(hour=13, minute=0)
    key = filled.edit(M_("x"), meetings.plan_meeting, group_id=1, start=start)
    QTest.keyClick(walk, Key.Key_2)
    (asked,) = filled.read(queries.follow_ups, meeting_id=key)
    assert (asked.action_id, asked.answered.answer) == (2, Answer.ON_TRACK)


def test_without_a_meeting_they_are_asked_at_the_board(walk: Walk, filled: LiveDocument) -> None:
    QTest.keyClick(walk, Key.Key_2)
    (asked,) = filled.read(queries.follow_ups, action_id=2)
    assert asked.meeting_id is None


def test_the_walk_ends_with_what_was_asked_and_goes_on_where_it_was_left(
    walk: Walk, window: MainWindow, editor: ActionsEditor, filled: LiveDocument
) -> None:
    QTest.keyClick(walk, Key.Key_2)
    QTest.keyClick(walk, Key.Key_Escape)
    again = Walk(editor.around, editor.source, editor)
    assert again.title.text() == "1 Merke soner"
    QTest.keyClick(again, Key.Key_0)
    QTest.keyClick(again, Key.Key_1)
    assert again.current is None
    assert again.facts.text() == "Asked about 3 of 3"
    assert again.more.text() == "1 done"


def test_what_is_blocked_says_what_stops_it_and_goes_one_level_up(
    walk: Walk, filled: LiveDocument
) -> None:
    QTest.keyClick(walk, Key.Key_3)
    QTest.keyClick(walk.reason, Key.Key_Return)
    assert walk.sentence.text() == "Write what stops it; it goes one level up with these words."
    QTest.keyClicks(walk.reason, "mangler truck")
    QTest.keyClick(walk.reason, Key.Key_Return)
    assert action(filled, 2).status is ActionStatus.BLOCKED
    (raised,) = filled.read(queries.escalations, action_id=2)
    assert raised.text == "Teste fikstur: mangler truck"
    QTest.keyClick(walk, Key.Key_4)
    QTest.keyClick(walk.reason, Key.Key_Escape)
    assert walk.isVisible()
    assert walk.reason.text() == ""
