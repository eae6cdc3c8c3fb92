"""To ask about today: who, what and why, and the answers by the keys of the meeting."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from sqlalchemy import Connection

from lean_desktop.domain.actions import Action, ActionStatus, Answer, Answered
from lean_desktop.edits import actions as edits
from lean_desktop.edits import organisation
from lean_desktop.i18n import M_
from lean_desktop.queries import actions as queries
from lean_desktop.ui.actions.ask_page import DUE, WHY, AskPage
from lean_desktop.ui.actions.editor import ASK, ActionsEditor
from lean_desktop.ui.live_document import LiveDocument
from tests.ui.hands import click, press

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)")  # popups offscreen

Key = Qt.Key


@pytest.fixture
def page(editor: ActionsEditor) -> AskPage:
    editor.show_view(ASK)
    return editor.asking


def action(live: LiveDocument, number: int) -> Action:
    return next(each for each in live.read(queries.actions) if each.number == number)


def numbers(page: AskPage) -> list[int]:
    return [each.card.action.number for person in page.people for each in person.asked]


def test_everyone_to_talk_to_is_there_with_the_reasons(page: AskPage) -> None:
    (head,) = [page.tree.topLevelItem(n) for n in range(page.tree.topLevelItemCount())]
    assert head is not None
    assert head.text(0) == "Linh Nguyễn · 3"
    assert numbers(page) == [1, 2, 3]
    first = head.child(0)
    assert first is not None
    assert first.text(DUE) == "■ 3 d over"
    assert first.text(WHY) == "3 days overdue · 35 days in the same column"
    assert page.head.text() == "3 actions to ask about today · 1 person to talk to"


def test_one_key_answers_and_goes_on(page: AskPage, filled: LiveDocument) -> None:
    assert page.tree.hasFocus()
    press(Key.Key_1)
    assert action(filled, 1).status is ActionStatus.DONE
    assert numbers(page) == [2, 3]
    assert page.current
    assert page.current.card.action.number == 2
    press(Key.Key_2)
    assert action(filled, 2).status is ActionStatus.DOING
    assert numbers(page) == [3]
    (told,) = filled.read(queries.follow_ups, action_id=1)
    assert (told.meeting_id, told.day, told.answered.answer) == (None, filled.today, Answer.DONE)


def test_an_answer_is_one_step_and_undo_brings_the_card_back(
    page: AskPage, filled: LiveDocument
) -> None:
    press(Key.Key_1)
    filled.undo()
    assert numbers(page) == [1, 2, 3]
    assert filled.read(queries.follow_ups, action_id=1) == []


def test_a_new_date_says_why(page: AskPage, filled: LiveDocument) -> None:
    press(Key.Key_4)
    assert page.bar.line.hasFocus()
    QTest.keyClicks(page.bar.line, "20.10.")
    press(Key.Key_Return)
    assert "why" in page.bar.refusal.text()
    assert action(filled, 1).due == date(2026, 10, 3)
    QTest.keyClicks(page.bar.line, " venter på tape")
    press(Key.Key_Return)
    assert action(filled, 1).due == date(2026, 10, 20)
    (change,) = filled.read(queries.due_changes, action_id=1)
    assert change.reason == "venter på tape"
    assert page.tree.hasFocus()
    assert page.bar.line.text() == ""


def test_what_is_blocked_goes_one_level_up_in_the_same_step(
    page: AskPage, filled: LiveDocument
) -> None:
    press(Key.Key_3)
    press(Key.Key_Return)
    assert page.bar.refusal.text()
    QTest.keyClicks(page.bar.line, "ingen truck")
    press(Key.Key_Return)
    assert action(filled, 1).status is ActionStatus.BLOCKED
    (raised,) = filled.read(queries.escalations, action_id=1)
    assert raised.text == "Merke soner: ingen truck"
    filled.undo()
    assert filled.read(queries.escalations, action_id=1) == []
    assert action(filled, 1).status is ActionStatus.NEW


def test_esc_leaves_the_line_with_nothing_recorded(page: AskPage, filled: LiveDocument) -> None:
    press(Key.Key_3)
    QTest.keyClicks(page.bar.line, "noe")
    press(Key.Key_Escape)
    assert page.tree.hasFocus()
    assert page.bar.line.text() == ""
    assert filled.read(queries.follow_ups, action_id=1) == []


def test_the_mouse_answers_too(page: AskPage, filled: LiveDocument) -> None:
    click(page.bar.buttons[0])
    assert action(filled, 1).status is ActionStatus.DONE


def test_a_person_is_nothing_to_answer_about(page: AskPage, filled: LiveDocument) -> None:
    press(Key.Key_Up)
    assert page.current is None
    press(Key.Key_1)
    assert action(filled, 1).status is ActionStatus.NEW
    assert not page.bar.isEnabled()


def test_the_filter_of_the_board_holds_here(page: AskPage, editor: ActionsEditor) -> None:
    editor.bar.filters.search.setText("fikstur")
    assert numbers(page) == [2]


def test_those_asked_without_an_answer_come_back(page: AskPage, filled: LiveDocument) -> None:
    def fill(connection: Connection) -> None:
        ida = organisation.add_person(connection, first_name="Ida", last_name="Dahl")
        edits.add_action(connection, "Ny", created=filled.today, owner_id=ida)

    filled.edit(M_("x"), fill)
    assert numbers(page) == [1, 2, 3]
    filled.edit(M_("x"), edits.answer, None, {4: Answered()}, day=date(2026, 10, 1))
    assert numbers(page) == [1, 2, 3, 4]
    assert page.people[-1].asked[0].told(filled.today, page.t) == "asked 1 Oct, no answer"


def test_when_all_is_answered_it_says_so(page: AskPage) -> None:
    for _ in range(3):
        press(Key.Key_2)
    assert page.head.text() == "Nothing to ask about today."
    assert not page.bar.isEnabled()
