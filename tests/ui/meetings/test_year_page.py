"""The year on screen: who stands where, keys, the filter, and what is told of a week."""

from datetime import datetime

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from sqlalchemy import Connection

from lean_desktop.domain.meeting_year import Line
from lean_desktop.domain.meetings import MeetingKind
from lean_desktop.edits import meeting_states, meetings, organisation
from lean_desktop.i18n import M_, Language
from lean_desktop.settings import Settings
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.meetings.year_page import YearPage
from lean_desktop.ui.theme import Theme

Key = Qt.Key
Role = Qt.ItemDataRole
STEP = M_("x")


@pytest.fixture
def page(
    qtbot: QtBot, filled: LiveDocument, t: Language, theme: Theme, settings: Settings
) -> YearPage:
    filled.document.aside(_daily)
    page = YearPage(Surroundings(filled, t, theme, settings))
    qtbot.addWidget(page)
    page.resize(1400, 600)
    with qtbot.waitExposed(page):
        page.show()
    return page


def _daily(connection: Connection) -> None:
    unit = organisation.add_unit(connection, "Støperi")
    for day in (5, 6, 7):
        start = datetime(2026, 10, day, 7)
        meetings.plan_meeting(
            connection,
            group_id=None,
            unit_id=unit,
            start=start,
            kind=MeetingKind.DAILY,
            minutes=10,
        )


def rows(page: YearPage) -> list[str]:
    """Headings in brackets, and the names below them."""
    names = [page.model.headerData(n, Qt.Orientation.Vertical) for n in range(len(page.model.rows))]
    return [
        name if isinstance(row, Line) else f"[{name}]"
        for name, row in zip(names, page.model.rows, strict=True)
    ]


def at(page: YearPage, name: str, week: int) -> QModelIndex:
    return page.model.index(rows(page).index(name), week - 1)


def opened(page: YearPage) -> list[int]:
    found: list[int] = []
    page.opened.connect(found.append)
    return found


def test_it_opens_on_this_year_and_week(page: YearPage) -> None:
    assert rows(page) == [
        "[Steering group]",
        "Styringsgruppa",
        "[Improvement group]",
        "Montering",
        "[Daily operational meetings]",
        "Støperi",
    ]
    assert page.model.columnCount() == 53
    assert page.grid.currentIndex() == at(page, "Styringsgruppa", 41)
    assert page.which.text() == "2026"
    assert page.status() == "3 lines · 0 of 3 held so far"


def test_arrows_walk_past_the_headings(page: YearPage) -> None:
    QTest.keyClick(page.grid, Key.Key_Down)
    assert page.grid.currentIndex() == at(page, "Montering", 41)
    QTest.keyClick(page.grid, Key.Key_Right)
    QTest.keyClick(page.grid, Key.Key_Right)
    assert page.grid.currentIndex() == at(page, "Montering", 43)
    QTest.keyClick(page.grid, Key.Key_Home)
    assert page.grid.currentIndex() == at(page, "Montering", 1)
    QTest.keyClick(page.grid, Key.Key_End)
    assert page.grid.currentIndex() == at(page, "Montering", 53)
    QTest.keyClick(page.grid, Key.Key_Up)
    assert page.grid.currentIndex() == at(page, "Styringsgruppa", 53)


def test_enter_and_a_double_click_open_the_meeting(page: YearPage) -> None:
    keys = opened(page)
    wanted = at(page, "Montering", 41)
    (meeting,) = page.model.cell(wanted).meetings
    page.grid.setCurrentIndex(wanted)
    QTest.keyClick(page.grid, Key.Key_Return)
    middle = page.grid.visualRect(wanted).center()
    QTest.mouseClick(page.grid.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseDClick(page.grid.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert keys == [meeting.id, meeting.id]
    page.grid.setCurrentIndex(at(page, "Montering", 42))
    QTest.keyClick(page.grid, Key.Key_Return)
    assert len(keys) == 2


def test_a_week_with_several_asks_which(page: YearPage, monkeypatch: pytest.MonkeyPatch) -> None:
    keys = opened(page)
    shown: list[object] = []
    monkeypatch.setattr(page.menu, "popup", shown.append)
    wanted = at(page, "Støperi", 41)
    page.grid.setCurrentIndex(wanted)
    QTest.keyClick(page.grid, Key.Key_Return)
    assert [action.text() for action in page.menu.actions()] == [
        "Mon 5 Oct 07:00–07:10 · Not recorded",
        "Tue 6 Oct 07:00–07:10 · Not recorded",
        "Wed 7 Oct 07:00–07:10 · Draft",
    ]
    assert len(shown) == 1
    page.menu.actions()[1].trigger()
    assert keys == [page.model.cell(wanted).daily[1].id]


def test_what_is_told_of_a_week(page: YearPage) -> None:
    page.grid.setCurrentIndex(at(page, "Montering", 41))
    told = "Montering · Week 41: Tue 6 Oct 13:00–13:45 · Draft"
    assert page.told.text() == told
    assert at(page, "Montering", 41).data(Role.AccessibleTextRole) == told
    assert at(page, "Montering", 42).data(Role.AccessibleTextRole).endswith(": no meeting")
    assert at(page, "Montering", 42).data(Role.ToolTipRole) is None
    assert "0 of 3 daily meetings held" in at(page, "Støperi", 41).data(Role.ToolTipRole)
    row = rows(page).index("Montering")
    spoken = page.model.headerData(row, Qt.Orientation.Vertical, Role.AccessibleTextRole)
    assert spoken == "Montering: 0 of 1 held so far"
    week = page.model.headerData(52, Qt.Orientation.Horizontal, Role.AccessibleTextRole)
    assert week == "Week 53 · 28 Dec – 3 Jan: New Year's Day"


def test_no_name_is_taken_for_markup(page: YearPage, filled: LiveDocument) -> None:
    (meeting,) = page.model.cell(at(page, "Montering", 41)).meetings
    filled.edit(STEP, meetings.change_meetings, [meeting.id], title="<b>5 & 6</b>")
    assert "&lt;b&gt;5 &amp; 6" in at(page, "Montering", 41).data(Role.ToolTipRole)


def test_the_filter_keeps_where_one_stands(page: YearPage) -> None:
    page.grid.setCurrentIndex(at(page, "Montering", 39))
    page.search.setText("mont")
    assert rows(page) == ["[Improvement group]", "Montering"]
    assert page.grid.currentIndex() == at(page, "Montering", 39)
    page.search.setText("nobody")
    assert rows(page) == []
    assert page.status() == "0 lines · – held so far"
    page.search.setText("")
    assert page.grid.currentIndex().isValid()


def test_another_year(page: YearPage) -> None:
    page.grid.setCurrentIndex(at(page, "Montering", 39))
    page.show_year(2027)
    assert page.year == 2027
    assert page.which.text() == "2027"
    assert page.model.columnCount() == 52
    assert page.grid.currentIndex() == at(page, "Montering", 39)
    assert not page.model.cell(page.grid.currentIndex()).all


def test_it_follows_what_is_changed(page: YearPage, filled: LiveDocument) -> None:
    wanted = at(page, "Montering", 39)
    page.grid.setCurrentIndex(wanted)
    (meeting,) = page.model.cell(wanted).meetings
    filled.edit(STEP, meeting_states.close_meeting, meeting.id)
    assert page.told.text().endswith("Held")
    page.hide()
    filled.undo()
    assert page.told.text().endswith("Held")
    page.show()
    assert page.told.text().endswith("Not recorded")


def test_each_mark_has_its_colour(page: YearPage, filled: LiveDocument, theme: Theme) -> None:
    assert "bad_fill" in _colors(page, at(page, "Montering", 39), theme)
    (meeting,) = page.model.cell(at(page, "Montering", 39)).meetings
    filled.edit(STEP, meeting_states.close_meeting, meeting.id)
    assert "good_fill" in _colors(page, at(page, "Montering", 39), theme)
    assert not _colors(page, at(page, "Montering", 38), theme) & {"good_fill", "bad_fill"}


def test_two_at_once_are_marked(page: YearPage, filled: LiveDocument, theme: Theme) -> None:
    wanted = at(page, "Montering", 41)
    assert "watch_fill" not in _colors(page, wanted, theme)
    (mine,) = page.model.cell(wanted).meetings
    (steering,) = (each.key for each in page.model.lines if each.whose.name == "Styringsgruppa")
    other = filled.edit(STEP, meetings.plan_meeting, group_id=steering, start=mine.start)
    filled.edit(STEP, meetings.change_meetings, [mine.id, other], place="Rom 2")
    assert "watch_fill" in _colors(page, wanted, theme)
    assert "Clashes with Styringsgruppa" in wanted.data(Role.AccessibleTextRole)


def _colors(page: YearPage, index: QModelIndex, theme: Theme) -> set[str]:
    """Which of the colours of marks are painted in a cell."""
    page.grid.setCurrentIndex(page.model.index(1, 0))
    image = page.grid.viewport().grab(page.grid.visualRect(index)).toImage()
    seen = {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }
    marks = ("good_fill", "bad_fill", "watch_fill")
    return {name for name in marks if QColor(theme.color(name)).name() in seen}


def test_names_and_what_was_held_stay_when_there_is_no_room(page: YearPage, qtbot: QtBot) -> None:
    page.resize(760, 320)
    qtbot.waitUntil(lambda: page.grid.horizontalScrollBar().maximum() > 0)
    page.grid.setCurrentIndex(at(page, "Montering", 53))
    page.grid.scrollTo(at(page, "Montering", 53))
    right = page.grid.visualRect(at(page, "Montering", 53)).right()
    assert 0 < right <= page.grid.viewport().width()
    assert page.grid.names.isVisible()
    assert page.held.isVisible()
    assert page.held.geometry().left() >= page.grid.geometry().right()
