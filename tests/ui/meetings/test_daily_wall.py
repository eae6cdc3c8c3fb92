"""The month of a daily meeting on the projector: coloured days with shapes, what was wrong below."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from lean_desktop.domain.daily import Mark
from lean_desktop.domain.meetings import MeetingKind
from lean_desktop.edits import daily, meetings, organisation
from lean_desktop.i18n import M_, Language
from lean_desktop.queries.daily import areas as daily_areas
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.meetings.daily_wall import DAY, GREEN, NAME, RED, TEXT, TITLE, DailyWall
from lean_desktop.ui.meetings.editor import MeetingsEditor


@pytest.fixture
def unit(filled: LiveDocument) -> int:
    """A unit with a daily meeting today: safety green, quality red."""
    key = filled.edit(M_("x"), organisation.add_unit, "Støperi")
    start = filled.document.clock().replace(hour=7, minute=0)
    one = filled.edit(
        M_("x"),
        meetings.plan_meeting,
        group_id=None,
        unit_id=key,
        start=start,
        kind=MeetingKind.DAILY,
    )
    names = ["Sikkerhet", "Kvalitet"]
    filled.edit(M_("x"), daily.mark_usual, one, names, 0, Mark(red=False))
    areas = [area.id for area in filled.read(daily_areas, key)]
    filled.edit(M_("x"), daily.mark, one, areas[1], Mark(red=True, deviation="Porøs kjerne"))
    return key


@pytest.fixture
def wall(qtbot: QtBot, editor: MeetingsEditor, unit: int) -> DailyWall:
    made = DailyWall(editor.around, unit, editor)
    made.resize(QSize(1920, 1080))
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_days_are_coloured_and_what_was_wrong_is_told(wall: DailyWall, t: Language) -> None:
    assert wall.accessibleName().startswith("Støperi · ")
    assert list(wall.wrong()) == ["6 Oct Kvalitet: Porøs kjerne"]
    picture = wall.grab().toImage()
    colors = {
        picture.pixelColor(x, y).rgb()
        for x in range(0, picture.width(), 3)
        for y in range(0, picture.height(), 3)
    }
    assert {QColor(GREEN).rgb(), QColor(RED).rgb()} <= colors


def test_no_type_is_smaller_than_three_percent() -> None:
    assert min(TITLE, NAME, DAY, TEXT) >= 0.03


def test_arrows_go_to_other_months_and_changes_show_at_once(
    wall: DailyWall, filled: LiveDocument, unit: int
) -> None:
    QTest.keyClick(wall, Qt.Key.Key_Left)
    assert wall.month.first.month == 9
    assert wall.wrong() == []
    QTest.keyClick(wall, Qt.Key.Key_Right)
    assert len(wall.wrong()) == 1
    filled.undo()
    assert wall.wrong() == []


def test_a_month_without_meetings_is_empty_and_esc_closes(
    wall: DailyWall, filled: LiveDocument
) -> None:
    for _ in range(3):
        QTest.keyClick(wall, Qt.Key.Key_Right)
    assert wall.month.first > filled.today + timedelta(days=60)
    assert not wall.grab().isNull()
    QTest.keyClick(wall, Qt.Key.Key_Escape)
    assert not wall.isVisible()
