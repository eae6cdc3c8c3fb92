"""Groups and their meetings: finding one, going from one to the next, deleting one."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from lean_desktop.edits import meetings as edits
from lean_desktop.edits import organisation
from lean_desktop.i18n import M_, Language
from lean_desktop.queries import meetings as queries
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.main_window import MainWindow
from lean_desktop.ui.meetings.editor import MeetingsEditor
from lean_desktop.ui.widgets.empty_state import EmptyState

Key, LEFT = Qt.Key, Qt.MouseButton.LeftButton
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def shown_number(editor: MeetingsEditor) -> str:
    return editor.page.title.accessibleName()


def groups(editor: MeetingsEditor) -> list[str]:
    return [each.name for each in editor.sidebar.model.rows()]


def test_the_meeting_that_comes_next_is_shown(editor: MeetingsEditor) -> None:
    assert shown_number(editor) == "Montering meeting 2"
    assert editor.page.goal.isVisible()


def test_alt_and_an_arrow_go_through_the_meetings(
    window: MainWindow, editor: MeetingsEditor
) -> None:
    seen = []
    for key in (Key.Key_Left, Key.Key_Left, Key.Key_Right, Key.Key_Right, Key.Key_Right):
        QTest.keyClick(window, key, ALT)
        seen.append(shown_number(editor)[-1])
    assert seen == ["1", "1", "2", "3", "3"]


def test_the_arrows_are_grey_at_either_end(window: MainWindow, editor: MeetingsEditor) -> None:
    stepper = {each.accessibleName(): each for each in editor.findChildren(QPushButton)}
    QTest.mouseClick(stepper["Next meeting"], LEFT)
    assert shown_number(editor) == "Montering meeting 3"
    assert not stepper["Next meeting"].isEnabled()
    assert stepper["Previous meeting"].isEnabled()


def test_a_deleted_meeting_comes_back_with_its_agenda(
    window: MainWindow, editor: MeetingsEditor, filled: LiveDocument, t: Language
) -> None:
    before = filled.read(queries.meetings)
    window.menus.action("remove_meeting").trigger()
    assert len(filled.read(queries.meetings)) == 2
    assert shown_number(editor) == "Montering meeting 3"
    label = filled.document.undo_label
    assert label
    assert t(label) == "Delete meeting 2 of Montering"
    QTest.keyClick(window, Key.Key_Z, CTRL)
    assert filled.read(queries.meetings) == before
    assert shown_number(editor) == "Montering meeting 2"
    assert editor.page.table.model().rowCount() == 3


def test_a_group_without_meetings_offers_to_plan_one(editor: MeetingsEditor) -> None:
    editor.sidebar.list.setFocus()
    QTest.keyClick(editor.sidebar.list, Key.Key_Up)
    page = editor.findChild(EmptyState)
    assert isinstance(page, EmptyState)
    assert page.isVisible()
    assert page.fact.text() == "No meeting is planned here"
    assert not editor.details.isEnabled()
    assert editor.status() == ""


def test_the_search_keeps_the_groups_that_fit(editor: MeetingsEditor) -> None:
    editor.sidebar.search.setFocus()
    QTest.keyClicks(editor.sidebar.search, "STYR")
    assert groups(editor) == ["Styringsgruppa"]
    QTest.keyClick(editor.sidebar.search, Key.Key_A, CTRL)
    QTest.keyClick(editor.sidebar.search, Key.Key_Delete)
    assert groups(editor) == ["Styringsgruppa", "Montering"]
    assert shown_number(editor) == "Montering meeting 2"


def test_a_line_says_all_it_shows(editor: MeetingsEditor) -> None:
    role = Qt.ItemDataRole.AccessibleTextRole
    told = [editor.sidebar.model.index(row, 0).data(role) for row in range(2)]
    assert [each.removeprefix("Group: ") for each in told] == [
        "Steering group, Styringsgruppa, no meeting",
        "Improvement group, Montering, Tue 6 Oct 13:00",
    ]


def test_what_others_change_is_followed(editor: MeetingsEditor, filled: LiveDocument) -> None:
    filled.edit(M_("Rename"), organisation.change_groups, [1], name="Ny montering")
    assert "Ny montering" in groups(editor)
    assert shown_number(editor) == "Ny montering meeting 2"
    filled.edit(M_("Delete"), edits.remove_meetings, [1, 2, 3])
    assert not editor.page.isVisible()
    filled.undo()
    assert editor.page.isVisible()


def test_f6_goes_through_the_panes(window: MainWindow, editor: MeetingsEditor) -> None:
    window.strip.tabs.setFocus()
    panes, there = window.panes(), []
    for _ in panes:
        QTest.keyClick(window, Key.Key_F6)
        focused = QApplication.focusWidget()
        there += [
            place
            for place, pane in enumerate(panes)
            if focused in (pane, *pane.findChildren(QWidget))
        ]
    assert there == [1, 2, 3, 0]


@pytest.mark.parametrize("times", [1, 2])
def test_the_panel_is_hidden_and_shown(
    window: MainWindow, editor: MeetingsEditor, times: int
) -> None:
    for _ in range(times):
        QTest.keyClick(window, Key.Key_I, CTRL)
    assert editor.details.isVisible() == (times == 2)
    assert editor.layout_state()["side"]["shown"] == (times == 2)


def test_a_layout_that_makes_no_sense_is_passed_over(editor: MeetingsEditor) -> None:
    before = editor.layout_state()
    editor.restore_layout({"splitter": ["a", 2, None], "side": "yes"})
    assert editor.layout_state() == before
