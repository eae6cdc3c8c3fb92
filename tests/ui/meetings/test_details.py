"""The panel at the right: fields commit when they are left, refuse with a sentence, lose nothing."""

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from lean_desktop.domain.meetings import Meeting
from lean_desktop.edits import meetings as edits
from lean_desktop.i18n import M_, Language
from lean_desktop.queries import meetings as queries
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.main_window import MainWindow
from lean_desktop.ui.meetings.details import Details
from lean_desktop.ui.meetings.editor import MeetingsEditor
from lean_desktop.ui.print_preview import PrintPreview
from lean_desktop.ui.widgets.field import Field

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)")  # popups offscreen

Key, LEFT = Qt.Key, Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier
TODAY = 2


@pytest.fixture
def details(qtbot: QtBot, editor: MeetingsEditor) -> Details:
    qtbot.waitUntil(editor.details.built)
    return editor.details


def field(details: Details, label: str) -> Field:
    """The last one of that label: the meeting stands below the item."""
    return [each for each in details.fields() if each.label.text() == label][-1]


def type_in(details: Details, label: str, text: str) -> QWidget:
    editor = field(details, label).editor
    editor.setFocus()
    QTest.keyClick(editor, Key.Key_A, CTRL)
    QTest.keyClicks(editor, text)
    return editor


def press(editor: QWidget, key: Qt.Key) -> None:
    """A key as it comes from the keyboard: names that are offered get it first."""
    QTest.keyClick(QApplication.activePopupWidget() or editor, key)


def meeting(live: LiveDocument) -> Meeting:
    return live.read(queries.meetings, [TODAY])[0]


def step(live: LiveDocument, t: Language) -> str:
    label = live.document.undo_label
    return t(label) if label else ""


@pytest.mark.parametrize(
    ("label", "typed", "name", "value", "told"),
    [
        ("Own title", "Tavle", "title", "Tavle", "Change title of “Montering”"),
        ("Place", "Møterom 2", "place", "Møterom 2", "Change place of “Montering”"),
        ("Chair", "åse", "chair", "Åse Ødegård", "Change chair of “Montering”"),
        ("Note-taker", "kari", "note_taker", "Kari Hansen", "Change note-taker of “Montering”"),
        (
            "Date",
            "07/10/2026",
            "planned_start",
            datetime(2026, 10, 7, 13),
            "Change date of “Montering”",
        ),
        (
            "End",
            "14.15",
            "planned_end",
            datetime(2026, 10, 6, 14, 15),
            "Change end of “Montering”",
        ),
        ("Goal of the meeting", "Enighet", "purpose", "Enighet", "Change goal of “Montering”"),
    ],
)
def test_a_field_that_is_left_is_one_step(
    window: MainWindow,
    details: Details,
    filled: LiveDocument,
    t: Language,
    label: str,
    typed: str,
    name: str,
    value: object,
    told: str,
) -> None:
    before = meeting(filled)
    editor = type_in(details, label, typed)
    press(editor, Key.Key_Tab)
    assert getattr(meeting(filled), name) == value
    assert step(filled, t) == told
    QTest.keyClick(window, Key.Key_Z, CTRL)
    assert meeting(filled) == before
    assert not field(details, label).in_hand()


def test_a_meeting_that_is_moved_keeps_its_length(details: Details, filled: LiveDocument) -> None:
    QTest.keyClick(type_in(details, "Start", "8"), Key.Key_Return)
    assert meeting(filled).planned_start == datetime(2026, 10, 6, 8)
    assert meeting(filled).planned_end == datetime(2026, 10, 6, 8, 45)


@pytest.mark.parametrize(
    ("label", "typed", "sentence"),
    [
        ("End", "12:00", "The meeting would end before it begins. Choose a later end."),
        ("Chair", "Hansen", "“Hansen” fits 2 names. Choose one from the list."),
        ("Minutes", "abc", "“abc” is no duration. Write 15, 0:15 or 1h 30."),
    ],
)
def test_what_will_not_do_stays_with_its_sentence_until_esc(
    details: Details, filled: LiveDocument, label: str, typed: str, sentence: str
) -> None:
    stored = field(details, label).text()
    editor = type_in(details, label, typed)
    press(editor, Key.Key_Tab)
    told = field(details, label)
    assert (told.text(), told.sentence.text(), told.sentence.isVisible()) == (typed, sentence, True)
    assert editor.accessibleDescription() == sentence
    assert filled.document.undo_label is None
    editor.setFocus()
    QTest.keyClick(editor, Key.Key_Escape)
    assert (told.text(), told.sentence.isVisible()) == (stored, False)


def test_printing_first_commits_what_is_being_typed(
    qtbot: QtBot, window: MainWindow, details: Details, filled: LiveDocument, t: Language
) -> None:
    type_in(details, "Place", "Kantina")
    QTest.mouseClick(window.strip.print, LEFT)
    preview = window.findChild(PrintPreview)
    assert preview is not None
    qtbot.waitUntil(lambda: preview.pages is not None)
    QTest.keyClick(preview, Qt.Key.Key_Escape)
    assert meeting(filled).place == "Kantina"
    assert step(filled, t) == "Change place of “Montering”"


def test_a_command_waits_for_text_that_will_not_do(
    window: MainWindow, details: Details, filled: LiveDocument
) -> None:
    editor = type_in(details, "End", "x")
    window.strip.undo.setFocus()
    QTest.keyClick(window, Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert editor.hasFocus()
    assert window.editor is not None
    assert field(details, "End").sentence.isVisible()


def test_an_item_is_edited_here_too(
    window: MainWindow, editor: MeetingsEditor, details: Details, filled: LiveDocument, t: Language
) -> None:
    editor.page.table.setFocus()
    QTest.keyClick(editor.page.table, Key.Key_Down)
    area = type_in(details, "Preparation", "Ta med tallene")
    QTest.keyClick(area, Key.Key_Tab)
    assert filled.read(queries.items, meeting_id=TODAY)[1].tasks[0].task == "Ta med tallene"
    assert step(filled, t) == "Change preparation of “Skiftbytte”"
    assert editor.page.table.current().item.title == "Skiftbytte"


def test_text_for_one_item_is_never_taken_for_another(
    editor: MeetingsEditor, details: Details, filled: LiveDocument
) -> None:
    type_in(details, "Preparation", "Til velkomsten")
    place = editor.page.table.visualRect(editor.page.table.model().index(2, 1)).center()
    QTest.mouseClick(editor.page.table.viewport(), LEFT, pos=place)
    told = [
        [task.task for task in item.tasks] for item in filled.read(queries.items, meeting_id=TODAY)
    ]
    assert told == [["Til velkomsten"], [], []]
    assert field(details, "Preparation").text() == ""


# Guests


def guests(live: LiveDocument) -> list[tuple[str, bool]]:
    found = live.read(queries.guests, TODAY)
    return [(guest.name, guest.person_id is not None) for guest in found]


def test_guests_are_called_and_taken_off(
    window: MainWindow, details: Details, filled: LiveDocument, t: Language
) -> None:
    line = type_in(details, "Call a guest", "Åse Ødegård")
    QTest.keyClick(line, Key.Key_Return)
    assert line.hasFocus()
    QTest.keyClicks(line, "Vernetjenesten")
    QTest.keyClick(line, Key.Key_Return)
    assert guests(filled) == [("Åse Ødegård", True), ("Vernetjenesten", False)]
    assert step(filled, t) == "Call Vernetjenesten"
    take = next(
        each
        for each in details.findChildren(QPushButton)
        if each.accessibleName() == "Take Vernetjenesten off"
    )
    QTest.mouseClick(take, LEFT)
    assert guests(filled) == [("Åse Ødegård", True)]
    for _ in range(3):
        QTest.keyClick(window, Key.Key_Z, CTRL)
    assert guests(filled) == []


def test_a_clash_is_told_until_it_is_mended(
    details: Details, filled: LiveDocument, t: Language
) -> None:
    shown = meeting(filled)
    assert details.clash.isHidden()
    other = filled.edit(
        M_("Plan"), edits.plan_meeting, group_id=None, start=shown.planned_start, title="5S-runde"
    )
    filled.edit(M_("Place"), edits.change_meetings, [TODAY, other], place="Rom 1")
    assert not details.clash.isHidden()
    assert details.clash.text() == "▲ Clashes with Montering 13:00: Rom 1"  # The new one is shown.
    filled.edit(M_("Place"), edits.change_meetings, [other], place="Rom 2")
    assert details.clash.isHidden()
