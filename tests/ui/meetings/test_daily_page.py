"""The form of the daily meeting."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from lean_desktop.domain.daily import Mark
from lean_desktop.domain.meetings import MeetingKind
from lean_desktop.edits import meetings, organisation
from lean_desktop.i18n import M_, Language
from lean_desktop.queries import actions
from lean_desktop.queries import daily as queries
from lean_desktop.queries import meetings as read
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.meetings.daily_areas_dialog import AreasDialog
from lean_desktop.ui.meetings.daily_page import GREEN, NONE, RED, DailyPage
from lean_desktop.ui.meetings.editor import MeetingsEditor

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(editor: MeetingsEditor, filled: LiveDocument) -> DailyPage:
    unit = filled.edit(M_("x"), organisation.add_unit, "Støperi")
    now = filled.document.clock()
    key = filled.edit(
        M_("x"),
        meetings.plan_meeting,
        group_id=None,
        unit_id=unit,
        start=now.replace(hour=14, minute=30),
        kind=MeetingKind.DAILY,
        minutes=10,
    )
    editor.show_meeting(key)
    assert editor.centre.currentWidget() is editor.centre.daily
    return editor.centre.daily


def marks(page: DailyPage, live: LiveDocument) -> list[Mark | None]:
    assert page._meeting
    told = live.read(queries.daily_meeting, page._meeting.id)
    assert told
    return [told.marks.get(area.id) for area in told.areas]


def test_keys_mark_an_area(page: DailyPage, filled: LiveDocument, t: Language) -> None:
    assert [line.area.name for line in page.lines] == ["Safety", "Quality", "Delivery"]
    QTest.keyClick(page.lines[0], Key.Key_R)
    assert marks(page, filled) == [Mark(True), None, None]
    label = filled.document.undo_label
    assert label
    assert t(label) == "Mark “Safety”"
    assert not page.lines[0].deviation.isHidden()
    QTest.keyClick(page.lines[1], Key.Key_G)
    QTest.keyClick(page.lines[0], Key.Key_Delete)
    assert marks(page, filled) == [None, Mark(False), None]
    assert [line.choice.choice for line in page.lines] == [NONE, GREEN, NONE]


def test_all_green_and_then_the_exception(page: DailyPage, filled: LiveDocument) -> None:
    QTest.mouseClick(page.all_green, LEFT)
    assert marks(page, filled) == [Mark(False)] * 3
    QTest.keyClick(page.lines[2], Key.Key_R)
    page.lines[2].deviation.put("Manglet emballasje")
    page.commit()
    assert marks(page, filled)[2] == Mark(True, "Manglet emballasje")
    assert page.lines[2].choice.choice == RED
    assert page.status() == "1 area red"
    assert "Delivery: green on 0 of 1 days" in page.month.accessibleName()


def test_an_action_and_what_goes_up_are_one_line_each(
    page: DailyPage, filled: LiveDocument
) -> None:
    QTest.keyClicks(page.action, "Hente paller @Pål")
    QTest.keyClick(page.action, Key.Key_Return)
    assert page._meeting
    (action,) = filled.read(actions.actions, meeting_id=page._meeting.id)
    assert (action.title, action.owner, action.due) == ("Hente paller", "Pål Hansen", filled.today)
    QTest.keyClicks(page.up, "Vi trenger en truck til")
    QTest.keyClick(page.up, Key.Key_Return)
    (raised,) = filled.read(actions.escalations, meeting_id=page._meeting.id)
    assert (raised.sender, raised.receiver) == ("Støperi", "Styringsgruppa")
    assert "Vi trenger en truck til" in page.agreed.text()


def test_a_line_that_cannot_be_read_stays_with_its_sentence(
    page: DailyPage, filled: LiveDocument
) -> None:
    QTest.keyClicks(page.action, "Hente paller @Nobody")
    QTest.keyClick(page.action, Key.Key_Return)
    assert page.action.text() == "Hente paller @Nobody"
    assert page.sentence.isVisible()
    assert filled.read(actions.actions) == []


def test_areas_are_added_renamed_and_deleted(page: DailyPage, filled: LiveDocument) -> None:
    page._edit_areas()
    dialog = page.findChild(AreasDialog)
    assert isinstance(dialog, AreasDialog)
    QTest.keyClicks(dialog.new, "Staffing")
    QTest.keyClick(dialog.new, Key.Key_Return)
    assert [line.area.name for line in page.lines] == ["Safety", "Quality", "Delivery", "Staffing"]
    dialog.list.item(3).setText("People")
    assert page.lines[3].area.name == "People"
    dialog.list.setCurrentRow(3)
    QTest.mouseClick(dialog.remove, LEFT)
    assert len(page.lines) == 3
    dialog.close()


def test_months_can_be_looked_through(page: DailyPage) -> None:
    assert page.month_name.text() == "October 2026"
    page._step_month(-1)
    assert page.month_name.text() == "September 2026"


def test_it_stays_out_of_the_minutes(editor: MeetingsEditor, page: DailyPage) -> None:
    assert not editor.bar.start.isVisible()
    assert not editor.bar.record.isVisible()
    assert not editor.bar.stages.isVisible()
    found = editor.live.read(read.meetings, [page._meeting.id if page._meeting else 0])
    assert found[0].is_daily
