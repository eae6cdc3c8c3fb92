"""The round of the word: everyone gets it, nobody is counted or compared."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lean_desktop.domain.minutes import Arrival, Arrived
from lean_desktop.domain.pulse import Rate
from lean_desktop.edits import meeting_states, minutes
from lean_desktop.i18n import M_
from lean_desktop.queries import meetings as queries
from lean_desktop.queries.minutes import called
from lean_desktop.queries.pulse import group_pulse
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.meetings.editor import MeetingsEditor
from lean_desktop.ui.meetings.word_round import WordRound

Key = Qt.Key
TODAY = 2


@pytest.fixture
def word(qtbot: QtBot, editor: MeetingsEditor, filled: LiveDocument) -> Iterator[WordRound]:
    made = WordRound(editor.around)

    def show() -> None:
        made.show_meeting(filled.read(queries.meetings, [TODAY])[0])

    filled.changed.connect(show)
    show()
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    made.begin()
    yield made
    filled.changed.disconnect(show)


def said(live: LiveDocument) -> list[bool | None]:
    return [each.had_a_say for each in live.read(called, TODAY)]


def test_space_marks_and_goes_to_the_next(word: WordRound, filled: LiveDocument) -> None:
    assert word.head.text() == "Next: Pål Hansen"
    QTest.keyClick(word.list, Key.Key_Space)
    assert said(filled) == [True, None, None]
    assert word.head.text() == "Next: Åse Ødegård"
    assert word.list.currentRow() == 1
    QTest.keyClick(word.list, Key.Key_Space)
    QTest.keyClick(word.list, Key.Key_Return)
    assert said(filled) == [True, True, True]
    assert word.head.text() == "Everyone has had a say."
    filled.undo()
    assert said(filled) == [True, True, None]
    assert word.head.text() == "Next: Kari Hansen"


def test_a_mark_by_mistake_is_not_recorded(word: WordRound, filled: LiveDocument) -> None:
    QTest.keyClick(word.list, Key.Key_Space)
    QTest.keyClick(word.list, Key.Key_Up)
    QTest.keyClick(word.list, Key.Key_Space)
    assert said(filled) == [None, None, None]


def test_one_button_for_all_then_the_exceptions(word: WordRound, filled: LiveDocument) -> None:
    QTest.mouseClick(word.all, Qt.MouseButton.LeftButton)
    assert said(filled) == [True, True, True]
    word.list.setCurrentRow(1)
    QTest.keyClick(word.list, Key.Key_Space)
    assert said(filled) == [True, False, True]
    assert word.head.text() == "Next: Åse Ødegård"
    filled.undo()
    filled.undo()
    assert said(filled) == [None, None, None]


def test_who_did_not_come_is_not_waited_for(word: WordRound, filled: LiveDocument) -> None:
    filled.edit(M_("x"), minutes.record_arrivals, TODAY, {1: Arrived(Arrival.EXCUSED)})
    assert [word.list.item(row).text() for row in range(word.list.count())] == [
        "Åse Ødegård",
        "Kari Hansen",
    ]


def test_it_says_neither_how_many_nor_how_often(word: WordRound) -> None:
    QTest.keyClick(word.list, Key.Key_Space)
    shown = word.head.text() + "".join(
        word.list.item(row).text() for row in range(word.list.count())
    )
    assert not any(letter.isdigit() for letter in shown)


def test_the_pulse_counts_what_was_marked(word: WordRound, filled: LiveDocument) -> None:
    on_time = dict.fromkeys((1, 2, 3), Arrived(Arrival.ON_TIME))
    filled.edit(M_("x"), minutes.record_arrivals, TODAY, on_time)
    word.begin()
    QTest.keyClick(word.list, Key.Key_Space)
    QTest.keyClick(word.list, Key.Key_Space)
    filled.edit(M_("x"), meeting_states.close_meeting, TODAY)
    share = filled.read(group_pulse, 1).figures[Rate.CONTRIBUTING].share
    assert share == (2, 3)
    assert not word.list.isEnabled()


def test_arrows_to_other_items_are_left_to_the_window(word: WordRound) -> None:
    row = word.list.currentRow()
    QTest.keyClick(word.list, Key.Key_Right)
    assert word.list.currentRow() == row
