"""The rating: three figures an answer, means in the closed meeting and on the minutes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lean_desktop.domain.minutes import Rating
from lean_desktop.edits import meeting_states
from lean_desktop.i18n import M_
from lean_desktop.queries import meetings as queries
from lean_desktop.queries.minutes import ratings
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.meetings.editor import MeetingsEditor
from lean_desktop.ui.meetings.rating_box import RatingBox, RatingDialog

Key, LEFT = Qt.Key, Qt.MouseButton.LeftButton
TODAY = 2


@pytest.fixture
def box(qtbot: QtBot, editor: MeetingsEditor, filled: LiveDocument) -> RatingBox:
    made = RatingBox(editor.around)
    made.show_meeting(filled.read(queries.meetings, [TODAY])[0])
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    made.begin()
    return made


def test_three_keys_are_an_answer(box: RatingBox, filled: LiveDocument) -> None:
    assert box.told.text() == "No answer yet"
    QTest.keyClicks(box, "45")
    assert filled.read(ratings, TODAY) == Rating(0)
    assert box.buttons[0][4].isChecked()
    QTest.keyClicks(box, "6")
    assert filled.read(ratings, TODAY) == Rating(1, 4, 5, 6)
    assert box.figures == [None, None, None]
    assert not box.buttons[0][4].isChecked()
    assert box.told.text() == "Rating 1–6: Preparation 4.0 · Running 5.0 · Benefit 6.0 (1 answer)"


def test_seven_people_take_twenty_one_keys(box: RatingBox, filled: LiveDocument) -> None:
    QTest.keyClicks(box, "456" * 7)
    assert filled.read(ratings, TODAY).answers == 7
    filled.undo()
    assert filled.read(ratings, TODAY).answers == 6


def test_backspace_takes_a_figure_back(box: RatingBox, filled: LiveDocument) -> None:
    QTest.keyClicks(box, "15")
    QTest.keyClick(box, Key.Key_Backspace)
    QTest.keyClick(box, Key.Key_Backspace)
    QTest.keyClick(box, Key.Key_Backspace)
    QTest.keyClicks(box, "233")
    assert filled.read(ratings, TODAY) == Rating(1, 2, 3, 3)


@pytest.mark.parametrize("key", ["0", "7", "x"])
def test_other_keys_are_no_answer(box: RatingBox, key: str) -> None:
    QTest.keyClicks(box, key)
    assert box.figures == [None, None, None]


def test_by_mouse_in_any_order(box: RatingBox, filled: LiveDocument) -> None:
    for place, figure in ((2, 6), (0, 1), (0, 4), (1, 5)):
        QTest.mouseClick(box.buttons[place][figure], LEFT)
    assert filled.read(ratings, TODAY) == Rating(1, 4, 5, 6)


def test_slips_of_paper_after_closing(editor: MeetingsEditor, filled: LiveDocument) -> None:
    assert not editor.can_rate()
    filled.edit(M_("x"), meeting_states.close_meeting, TODAY)
    assert editor.can_rate()
    editor.details.build_now()
    assert editor.details.rated.isHidden()
    editor.rate()
    dialog = editor.findChild(RatingDialog)
    assert dialog is not None
    assert dialog.focusWidget() is dialog.box
    QTest.keyClicks(dialog.box, "445556")
    dialog.close()
    assert not editor.details.rated.isHidden()
    assert editor.details.rated.text() == (
        "Rating 1–6: Preparation 4.5 · Running 4.5 · Benefit 5.5 (2 answers)"
    )
