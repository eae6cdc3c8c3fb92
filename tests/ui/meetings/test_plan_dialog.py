"""Planning a meeting by the keyboard alone, and what the dialog suggests."""

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from lean_desktop.domain.meetings import MeetingKind
from lean_desktop.i18n import Language
from lean_desktop.queries import meetings as queries
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.main_window import MainWindow
from lean_desktop.ui.meetings.editor import MeetingsEditor
from lean_desktop.ui.meetings.plan_dialog import PlanDialog

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def dialog(window: MainWindow, editor: MeetingsEditor) -> PlanDialog:
    QTest.keyClick(window, Key.Key_N, CTRL)
    found = editor.findChild(PlanDialog)
    assert isinstance(found, PlanDialog)
    return found


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def write(editor: QWidget, text: str) -> None:
    editor.setFocus()
    QTest.keyClick(editor, Key.Key_A, CTRL)
    QTest.keyClicks(editor, text)


def test_it_suggests_the_group_its_template_and_its_rhythm(dialog: PlanDialog) -> None:
    assert dialog.group.combo.currentText() == "Montering"
    assert dialog.template.combo.currentText() == "Improvement group meeting"
    assert (dialog.day.text(), dialog.start.text()) == ("03/11/2026", "13:00")


def test_planned_with_the_keyboard_alone(
    qtbot: QtBot,
    window: MainWindow,
    editor: MeetingsEditor,
    dialog: PlanDialog,
    filled: LiveDocument,
    t: Language,
) -> None:
    before = filled.read(queries.meetings)
    assert focused() is dialog.group.combo
    QTest.keyClick(focused(), Key.Key_Tab)
    QTest.keyClicks(focused(), "Pilot")
    QTest.keyClick(focused(), Key.Key_Tab)
    QTest.keyClick(focused(), Key.Key_A, CTRL)
    QTest.keyClicks(focused(), "12/10/2026")
    QTest.keyClick(focused(), Key.Key_Tab)
    QTest.keyClick(focused(), Key.Key_A, CTRL)
    QTest.keyClicks(focused(), "9")
    QTest.keyClick(focused(), Key.Key_Return)
    planned = filled.read(queries.meetings)[-2]
    assert (planned.kind, planned.planned_start) == (
        MeetingKind.PILOT_START,
        datetime(2026, 10, 12, 9),
    )
    assert planned.chair == "Pål Hansen"
    assert editor.page.title.accessibleName() == "Montering meeting 4"
    assert editor.page.table.model().rowCount() == planned.items >= 5
    label = filled.document.undo_label
    assert label
    assert t(label) == "Plan meeting: Montering"
    with qtbot.waitActive(window):
        window.activateWindow()
    QTest.keyClick(window, Key.Key_Z, CTRL)
    assert filled.read(queries.meetings) == before


@pytest.mark.parametrize(("day", "start"), [("31/02/2026", "13:00"), ("12/10/2026", "25:00")])
def test_what_will_not_do_keeps_it_open_with_a_sentence(
    dialog: PlanDialog, filled: LiveDocument, day: str, start: str
) -> None:
    write(dialog.day.editor, day)
    write(dialog.start.editor, start)
    QTest.keyClick(dialog.start.editor, Key.Key_Return)
    wrong = dialog.day if start == "13:00" else dialog.start
    assert dialog.isVisible()
    assert wrong.editor.hasFocus()
    assert wrong.sentence.isVisible()
    assert filled.document.undo_label is None


def test_another_group_gets_another_template(dialog: PlanDialog) -> None:
    QTest.keyClicks(dialog.group.combo, "Styr")
    QTest.keyClick(dialog.group.combo, Key.Key_Return)
    assert dialog.template.combo.currentText() == "Steering group meeting"
    assert (dialog.day.text(), dialog.start.text()) == ("06/10/2026", "13:00")


def test_esc_plans_nothing(dialog: PlanDialog, filled: LiveDocument) -> None:
    QTest.keyClick(dialog, Key.Key_Escape)
    assert not dialog.isVisible()
    assert filled.document.undo_label is None
