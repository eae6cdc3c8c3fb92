"""A day, typed in many ways or taken from the calendar."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCalendarWidget, QTableView
from pytestqt.qtbot import QtBot

from lean_desktop.i18n import Language, language
from lean_desktop.ui.theme import Theme
from lean_desktop.ui.widgets.date_field import DateField

TODAY = date(2026, 10, 6)

# A popup asks the display for more than there is without one.
pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)


@pytest.fixture
def taken() -> list[date | None]:
    return []


@pytest.fixture
def field(qtbot: QtBot, theme: Theme, taken: list[date | None]) -> DateField:
    made = DateField("Fra", language("nb"), theme, taken.append, lambda: TODAY)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    made.show_day(date(2026, 3, 1))
    made.editor.setFocus()
    return made


def retype(field: DateField, text: str) -> None:
    field.line.selectAll()
    QTest.keyClicks(field.line, text)
    QTest.keyClick(field.line, Qt.Key.Key_Return)


@pytest.mark.parametrize("typed", ["6.10", "06.10.26", "2026-10-06", "6. oktober 2026"])
def test_a_day_is_typed_in_many_ways_and_shown_in_one(
    field: DateField, taken: list[date | None], typed: str
) -> None:
    retype(field, typed)
    assert taken == [TODAY]
    assert field.text() == "06.10.2026"
    assert not field.in_hand()


def test_a_day_that_is_none_stays_with_its_sentence(
    field: DateField, taken: list[date | None]
) -> None:
    retype(field, "31.02.2026")
    assert taken == []
    assert field.text() == "31.02.2026"
    assert field.sentence.isVisible()
    assert "28" in field.sentence.text()


def test_emptied_it_is_no_day(field: DateField, taken: list[date | None]) -> None:
    field.line.selectAll()
    QTest.keyClick(field.line, Qt.Key.Key_Delete)
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    assert taken == [None]


def test_the_calendar_opens_at_the_day_and_takes_another(
    field: DateField, taken: list[date | None]
) -> None:
    QTest.keyClick(field.line, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    calendar = _calendar()
    assert calendar.selectedDate().toPython() == date(2026, 3, 1)
    days = calendar.findChild(QTableView)
    assert isinstance(days, QTableView)
    QTest.keyClick(days, Qt.Key.Key_Right)
    QTest.keyClick(days, Qt.Key.Key_Return)
    assert taken == [date(2026, 3, 2)]
    assert field.text() == "02.03.2026"
    assert not calendar.isVisible()


def test_esc_leaves_the_calendar_with_nothing_changed(
    field: DateField, taken: list[date | None]
) -> None:
    QTest.keyClick(field.line, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    calendar = _calendar()
    QTest.keyClick(calendar.window(), Qt.Key.Key_Escape)
    assert not calendar.isVisible()
    assert taken == []


@pytest.mark.parametrize(("code", "month"), [("nb", "mars"), ("en", "March")])
def test_the_calendar_speaks_the_language(
    qtbot: QtBot, theme: Theme, code: str, month: str
) -> None:
    t: Language = language(code)
    field = DateField("Fra", t, theme, lambda _day: None, lambda: TODAY)
    qtbot.addWidget(field)
    field.show()
    field.open_calendar()
    calendar = _calendar()
    assert calendar.locale().monthName(3) == month
    assert calendar.firstDayOfWeek() == Qt.DayOfWeek.Monday
    calendar.window().close()


def _calendar() -> QCalendarWidget:
    popup = QApplication.activePopupWidget()
    assert popup is not None
    found = popup.findChild(QCalendarWidget)
    assert isinstance(found, QCalendarWidget)
    return found
