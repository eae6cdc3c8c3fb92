"""Chips of the sheet that is keyed in: by keys and by the mouse, and what is asked for more."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton

from lean_desktop.domain.actions import Answer
from lean_desktop.domain.meetings import Outcome
from lean_desktop.domain.minutes import Arrival, Arrived, Called, How
from lean_desktop.i18n import Language
from lean_desktop.queries import actions as action_queries
from lean_desktop.queries import meetings as queries
from lean_desktop.queries import minutes as recorded
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.meetings.capture_page import CapturePage
from lean_desktop.ui.meetings.reason_dialog import ReasonDialog
from tests.dumps import dump
from tests.ui.hands import LEFT, click, press

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)")  # popups offscreen

Key = Qt.Key
TODAY, BACKTAB = 2, Qt.KeyboardModifier.ShiftModifier


def told(live: LiveDocument, name: str) -> Called:
    return next(each for each in live.read(recorded.called, TODAY) if each.name == name)


def chips(page: CapturePage, line: str) -> list[QPushButton]:
    return page.sheet.steps[line].rows.roving.those


def chip(page: CapturePage, line: str, name: str) -> QPushButton:
    return next(each for each in chips(page, line) if name in each.accessibleName())


def menu() -> QMenu:
    found = QApplication.activePopupWidget()
    assert isinstance(found, QMenu)
    return found


def choose(made: QPushButton, text: str) -> None:
    """Open the chip's menu and go to a line of it, all by keys."""
    made.setFocus()
    QTest.keyClick(made, Key.Key_Return)
    shown = menu()
    while shown.activeAction().text() != text:
        press(Key.Key_Down)
    press(Key.Key_Return)


def asking(page: CapturePage) -> ReasonDialog:
    found = next(each for each in page.findChildren(ReasonDialog) if each.isVisible())
    assert isinstance(found, ReasonDialog)
    return found


def answer(page: CapturePage, text: str) -> ReasonDialog:
    """Write into the question that is open, and press Enter."""
    found = asking(page)
    found.field.line.setText(text)
    QTest.keyClick(found.field.line, Key.Key_Return)
    QApplication.processEvents()
    return found


def test_one_exception_by_its_chip_is_one_step(
    page: CapturePage, seven: LiveDocument, t: Language
) -> None:
    before = dump(seven.document)
    choose(chip(page, "arrivals", "Linh"), "Excused")
    assert told(seven, "Linh Nguyễn").arrived == Arrived(Arrival.EXCUSED)
    assert told(seven, "Vegard Hagen").arrived is None
    label = seven.document.undo_label
    assert label
    assert t(label) == "Attendance of Linh Nguyễn"
    seven.undo()
    assert dump(seven.document) == before


def test_a_chip_says_what_is_recorded_to_a_reader(page: CapturePage) -> None:
    linh = chip(page, "arrivals", "Linh")
    assert linh.accessibleName() == "Linh Nguyễn: not recorded"
    QTest.keyClicks(page.sheet.steps["arrivals"].line, "Linh 5")
    press(Key.Key_Return)
    assert linh.accessibleName() == "Linh Nguyễn: 5 min late"
    assert chip(page, "arrivals", "Vegard").accessibleName() == "Vegard Hagen: on time"


def test_the_mouse_opens_a_menu_and_chooses(page: CapturePage, seven: LiveDocument) -> None:
    click(chip(page, "prepared", "Linh"))
    shown = menu()
    partly = next(each for each in shown.actions() if each.text() == "Partly")
    QTest.mouseClick(shown, LEFT, pos=shown.actionGeometry(partly).center())
    QApplication.processEvents()
    assert told(seven, "Linh Nguyễn").prepared is How.PARTLY
    click(chip(page, "prepared", "Linh"))
    assert [each.text() for each in menu().actions() if each.isChecked()] == ["Partly"]
    press(Key.Key_Escape)
    assert told(seven, "Linh Nguyễn").prepared is How.PARTLY


def test_the_button_beside_a_line_means_all(page: CapturePage, seven: LiveDocument) -> None:
    click(page.sheet.steps["said"].all)
    assert told(seven, "Linh Nguyễn").had_a_say
    assert told(seven, "Pål Hansen").had_a_say


def test_what_was_recorded_is_taken_back(page: CapturePage, seven: LiveDocument) -> None:
    press(Key.Key_Return)
    choose(chip(page, "arrivals", "Linh"), "Not recorded")
    assert told(seven, "Linh Nguyễn").arrived is None
    assert told(seven, "Vegard Hagen").arrived


def test_late_asks_by_how_much(page: CapturePage, seven: LiveDocument) -> None:
    choose(chip(page, "arrivals", "Linh"), "Late …")
    asked = answer(page, "mye")
    assert asked.field.sentence.text().startswith("“mye” is no duration.")
    answer(page, "12")
    assert told(seven, "Linh Nguyễn").arrived == Arrived(Arrival.LATE, 12)
    choose(chip(page, "arrivals", "Linh"), "Late …")
    answer(page, "")
    assert told(seven, "Linh Nguyễn").arrived == Arrived(Arrival.LATE)


def test_who_came_instead_stays_when_the_reason_changes(
    page: CapturePage, seven: LiveDocument
) -> None:
    kari = told(seven, "Kari Hansen").person_id
    choose(chip(page, "arrivals", "Linh"), "Represented by …")
    answer(page, "Kari Hansen")
    assert told(seven, "Linh Nguyễn").arrived == Arrived(Arrival.EXCUSED, None, kari)
    choose(chip(page, "arrivals", "Linh"), "Did not come")
    assert told(seven, "Linh Nguyễn").arrived == Arrived(Arrival.ABSENT, None, kari)
    choose(chip(page, "arrivals", "Linh"), "On time")
    assert told(seven, "Linh Nguyễn").arrived == Arrived(Arrival.ON_TIME)


def test_an_item_is_deferred(page: CapturePage, seven: LiveDocument) -> None:
    choose(chips(page, "kept")[0], "Deferred")
    items = seven.read(queries.items, meeting_id=TODAY)
    assert [each.outcome for each in items] == [Outcome.DEFERRED, Outcome.OPEN, Outcome.OPEN]
    page.sheet.steps["kept"].line.setFocus()
    press(Key.Key_Return)
    items = seven.read(queries.items, meeting_id=TODAY)
    assert [each.outcome for each in items] == [
        Outcome.DEFERRED,
        Outcome.TREATED,
        Outcome.TREATED,
    ]


def test_a_new_date_wants_its_reason(page: CapturePage, seven: LiveDocument) -> None:
    choose(chips(page, "asked")[1], "New date …")
    asked = answer(page, "20.10.")
    assert asked.field.sentence.text() == "Write the new date and why: “20.10. waits for tape”."
    answer(page, "20.10. linje opptatt")
    (one,) = seven.read(action_queries.follow_ups, meeting_id=TODAY)
    assert (one.action_id, one.answered.answer) == (2, Answer.NEW_DATE)
    (action,) = seven.read(action_queries.actions, [2])
    assert action.due == date(2026, 10, 20)
    assert list(page.sheet.asked.rows) == [1, 2, 3, 4]  # it stays where the hands are


def test_an_answer_is_taken_back_to_not_recorded(page: CapturePage, seven: LiveDocument) -> None:
    before = dump(seven.document)
    asked = chips(page, "asked")[1]
    choose(asked, "Not asked")
    assert asked.accessibleName() == "Gjøremål 1: Not asked"
    choose(asked, "Not recorded")
    assert asked.accessibleName() == "Gjøremål 1: – not recorded"
    assert dump(seven.document) == before


def test_what_is_blocked_goes_up_is_taken_back_and_goes_up_again(
    page: CapturePage, seven: LiveDocument
) -> None:
    blocked = chips(page, "asked")[2]
    choose(blocked, "Blocked …")
    answer(page, "mangler truck")
    assert [each.text for each in seven.read(action_queries.escalations, action_id=3)] == [
        "Gjøremål 2: mangler truck"
    ]
    choose(blocked, "Take back from one level up")
    assert seven.read(action_queries.escalations, action_id=3) == []
    assert blocked.accessibleName() == "Gjøremål 2: Blocked: mangler truck"
    choose(blocked, "Escalate")
    (raised,) = seven.read(action_queries.escalations, action_id=3)
    assert raised.text == "Gjøremål 2: mangler truck"


def test_arrows_go_from_chip_to_chip_and_back_to_the_line(page: CapturePage) -> None:
    first, second, *_ = chips(page, "arrivals")
    press(Key.Key_Down)
    assert first.hasFocus()
    press(Key.Key_Right)
    assert second.hasFocus()
    press(Key.Key_Left)
    press(Key.Key_Left)
    assert page.sheet.steps["arrivals"].line.hasFocus()


def test_tab_comes_to_one_chip_of_each_line(page: CapturePage) -> None:
    for key in ("arrivals", "prepared", "kept", "asked", "said"):
        assert page.sheet.steps[key].line.hasFocus()
        press(Key.Key_Tab)
        assert chips(page, key)[0].hasFocus()
        press(Key.Key_Tab)
    assert page.sheet.adds["actions"].line.hasFocus()
    press(Key.Key_Tab, BACKTAB)
    assert chips(page, "said")[0].hasFocus()


def test_the_keys_come_back_to_the_chip(page: CapturePage) -> None:
    linh = chip(page, "arrivals", "Linh")
    choose(linh, "Excused")
    assert linh.hasFocus()
    press(Key.Key_Right)
    press(Key.Key_Left)
    assert linh.hasFocus()
