"""The calendar of due dates: walked, turned, cards moved by keys and by the mouse."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from sqlalchemy import Connection

from lean_desktop.domain.actions import Action
from lean_desktop.domain.due_calendar import Span
from lean_desktop.edits import actions as edits
from lean_desktop.edits import company_calendar
from lean_desktop.i18n import M_, Language
from lean_desktop.queries import actions as queries
from lean_desktop.ui.actions.due_calendar import DueCalendar
from lean_desktop.ui.actions.due_dialogs import DayDialog, MoveDialog
from lean_desktop.ui.actions.due_grid import dragged
from lean_desktop.ui.actions.editor import CALENDAR, ActionsEditor
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.main_window import MainWindow
from tests.ui.hands import LEFT, NONE, press

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)")  # popups offscreen

Key, Control = Qt.Key, Qt.KeyboardModifier.ControlModifier
THIRD, TWENTIETH = date(2026, 10, 3), date(2026, 10, 20)


@pytest.fixture
def page(editor: ActionsEditor) -> DueCalendar:
    editor.show_view(CALENDAR)
    QApplication.processEvents()
    return editor.calendar


def action(live: LiveDocument, number: int) -> Action:
    return next(each for each in live.read(queries.actions) if each.number == number)


def there(page: DueCalendar) -> tuple[date, int]:
    """The day one stands at, and the number of the card."""
    day, card = page.grid.day(), page.grid.card()
    assert day
    return day.day, card.action.number if card else 0


def spoken(page: DueCalendar, day: date) -> str:
    found = page.days.index_of(day).data(Qt.ItemDataRole.AccessibleTextRole)
    assert isinstance(found, str)
    return found


def drop(page: DueCalendar, action_id: int, day: date) -> None:
    """The events of a drag; without a display Qt starts none itself."""
    view, move = page.grid.viewport(), Qt.DropAction.MoveAction
    place = page.grid.visualRect(page.days.index_of(day)).center()
    data = dragged(action_id)
    QApplication.sendEvent(view, QDragEnterEvent(place, move, data, LEFT, NONE))
    QApplication.sendEvent(view, QDragMoveEvent(place, move, data, LEFT, NONE))
    QApplication.sendEvent(view, QDropEvent(QPointF(place), move, data, LEFT, NONE))


def dialog_of(window: MainWindow) -> MoveDialog:
    found = [each for each in window.findChildren(MoveDialog) if each.isVisible()]
    assert len(found) == 1
    return found[0]


def test_the_month_of_today_has_its_weeks_and_what_is_due(page: DueCalendar) -> None:
    weeks = [page.days.headerData(n, Qt.Orientation.Vertical) for n in range(5)]
    assert weeks == ["40", "41", "42", "43", "44"]
    assert page.title.text() == "October 2026"
    assert spoken(page, THIRD) == (
        "Saturday 3 October 2026, 1 action due, 1 Merke soner Linh Nguyễn 3 d over"
    )
    assert spoken(page, date(2026, 10, 6)).startswith("Tuesday 6 October 2026, today, 0 actions")
    assert page.undated.count() == 1
    assert page.without.text() == "1 without a date"


def test_arrows_walk_days_and_turn_the_month(page: DueCalendar) -> None:
    assert page.grid.hasFocus()
    page.grid.stand_at(date(2026, 10, 31))
    press(Key.Key_Right)
    assert there(page)[0] == date(2026, 11, 1)
    press(Key.Key_Right)
    assert there(page)[0] == date(2026, 11, 2)
    assert page.title.text() == "November 2026"
    press(Key.Key_PageUp)
    assert page.title.text() == "October 2026"
    press(Key.Key_PageDown)
    press(Key.Key_Home)
    assert there(page)[0] == date(2026, 10, 6)


def test_arrows_walk_the_cards_of_a_day_before_other_weeks(
    page: DueCalendar, filled: LiveDocument
) -> None:
    filled.edit(M_("x"), edits.add_action, "Fire", created=filled.today, due=TWENTIETH)
    page.grid.stand_at(TWENTIETH)
    assert there(page) == (TWENTIETH, 2)
    press(Key.Key_Down)
    assert there(page) == (TWENTIETH, 4)
    press(Key.Key_Down)
    assert there(page) == (date(2026, 10, 27), 0)
    press(Key.Key_Up)
    assert there(page) == (TWENTIETH, 4)


def test_control_and_an_arrow_move_the_date_with_its_reason(
    window: MainWindow, page: DueCalendar, filled: LiveDocument, t: Language
) -> None:
    page.grid.stand_at(THIRD)
    press(Key.Key_Down, Control)
    dialog = dialog_of(window)
    press(Key.Key_Return)
    assert action(filled, 1).due == THIRD
    assert dialog.field.sentence.text()
    QTest.keyClicks(dialog.field.editor, "venter på tape")
    press(Key.Key_Return)
    moved = action(filled, 1)
    assert (moved.due, moved.first_due, moved.slips) == (date(2026, 10, 10), THIRD, 1)
    assert there(page) == (date(2026, 10, 10), 1)
    label = filled.document.undo_label
    assert label
    assert t(label) == "Change date of “Merke soner”"
    filled.undo()
    assert action(filled, 1).due == THIRD
    assert filled.read(queries.due_changes, action_id=1) == []


def test_esc_moves_nothing(window: MainWindow, page: DueCalendar, filled: LiveDocument) -> None:
    page.grid.stand_at(THIRD)
    press(Key.Key_Right, Control)
    QTest.keyClick(dialog_of(window), Key.Key_Escape)
    assert action(filled, 1).due == THIRD


def test_a_card_is_dropped_on_another_day(
    window: MainWindow, page: DueCalendar, filled: LiveDocument
) -> None:
    drop(page, 1, date(2026, 10, 14))
    dialog = dialog_of(window)
    QTest.keyClicks(dialog.field.editor, "linja står")
    QTest.keyClick(dialog.field.editor, Key.Key_Return)
    assert action(filled, 1).due == date(2026, 10, 14)


def test_dropped_where_it_was_nothing_is_asked(window: MainWindow, page: DueCalendar) -> None:
    drop(page, 1, THIRD)
    assert not [each for each in window.findChildren(MoveDialog) if each.isVisible()]


def test_what_has_no_date_gets_its_first_one_without_a_reason(
    page: DueCalendar, filled: LiveDocument
) -> None:
    drop(page, 3, date(2026, 10, 15))
    assert (action(filled, 3).due, action(filled, 3).slips) == (date(2026, 10, 15), 0)
    assert not page.undated.isVisible()
    filled.undo()
    page.grid.stand_at(date(2026, 10, 16))
    page.undated.setCurrentRow(0)
    page.undated.setFocus()
    assert [card.id for card in page.chosen()] == [3]
    press(Key.Key_Return)
    assert action(filled, 3).due == date(2026, 10, 16)
    assert there(page) == (date(2026, 10, 16), 3)


def test_a_full_day_says_how_many_more_and_opens(
    window: MainWindow, page: DueCalendar, filled: LiveDocument
) -> None:
    def fill(connection: Connection) -> None:
        for number in range(12):
            edits.add_action(connection, f"Nr {number}", created=filled.today, due=TWENTIETH)

    filled.edit(M_("x"), fill)
    assert page.grid.card_place(15).isEmpty()
    below = page.grid.visualRect(page.days.index_of(TWENTIETH)).bottomLeft() + QPoint(8, -8)
    QTest.mouseClick(page.grid.viewport(), LEFT, pos=below)
    (dialog,) = window.findChildren(DayDialog)
    assert dialog.list.count() == 13
    dialog.list.setCurrentRow(12)
    QTest.keyClick(dialog.list, Key.Key_Return)
    QApplication.processEvents()
    assert there(page) == (TWENTIETH, 15)
    assert not page.grid.card_place(15).isEmpty()


def test_a_click_chooses_a_card(page: DueCalendar) -> None:
    QTest.mouseClick(page.grid.viewport(), LEFT, pos=page.grid.card_place(2).center())
    assert [card.id for card in page.chosen()] == [2]


def test_a_week_is_one_row_and_is_turned_by_the_buttons(page: DueCalendar) -> None:
    page.go_to_today()
    page.show_span(Span.WEEK)
    assert page.days.rowCount() == 1
    assert page.title.text() == "Week 41 · October 2026"
    page.step(1)
    assert page.title.text() == "Week 42 · October 2026"
    page.go_to_today()
    assert there(page)[0] == date(2026, 10, 6)


def test_holidays_and_closed_days_say_so(page: DueCalendar, filled: LiveDocument) -> None:
    add, first, last = company_calendar.add_closed_period, date(2026, 10, 5), date(2026, 10, 7)
    filled.edit(M_("x"), add, "Høstferie", first, last)
    page.show_near(date(2026, 10, 6))
    assert "Høstferie" in spoken(page, date(2026, 10, 5))
    page.show_near(date(2026, 12, 25))
    assert page.days.index_of(date(2026, 12, 25)).data(Qt.ItemDataRole.ToolTipRole)


def test_the_chosen_card_stays_chosen_from_view_to_view(
    editor: ActionsEditor, page: DueCalendar
) -> None:
    editor.show_view("list")
    editor.listed.go_to(2)
    editor.show_view(CALENDAR)
    assert there(page) == (TWENTIETH, 2)


def test_the_filter_holds_here(page: DueCalendar, editor: ActionsEditor) -> None:
    editor.bar.filters.search.setText("fikstur")
    assert "0 actions due" in spoken(page, THIRD)
    assert "1 action due" in spoken(page, TWENTIETH)


def test_a_document_that_is_only_read_moves_nothing(page: DueCalendar, window: MainWindow) -> None:
    page.grid.read_only = True
    page.grid.stand_at(THIRD)
    press(Key.Key_Right, Control)
    drop(page, 1, TWENTIETH)
    assert not window.findChildren(MoveDialog)
