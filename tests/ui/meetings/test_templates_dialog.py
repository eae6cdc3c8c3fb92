"""Templates: changed, added to, put back as they shipped, and made of an agenda."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton, QWidget

from lean_desktop.domain.meetings import ItemKind, MeetingTemplate
from lean_desktop.i18n import Language
from lean_desktop.queries import meetings as queries
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.main_window import MainWindow
from lean_desktop.ui.meetings.editor import MeetingsEditor
from lean_desktop.ui.meetings.template_items import KIND, MINUTES, PREPARATION, TITLE
from lean_desktop.ui.meetings.templates_dialog import TemplatesDialog

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)")  # popups offscreen

Key, LEFT = Qt.Key, Qt.MouseButton.LeftButton
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def dialog(editor: MeetingsEditor) -> TemplatesDialog:
    editor.edit_templates()
    found = editor.findChild(TemplatesDialog)
    assert isinstance(found, TemplatesDialog)
    return found


def press(where: QWidget, text: str) -> None:
    found = next(each for each in where.findChildren(QPushButton) if each.text().strip() == text)
    QTest.mouseClick(found, LEFT)


def template(live: LiveDocument, key: str) -> MeetingTemplate:
    return next(each for each in live.read(queries.templates, "en") if each.key == key)


def step(live: LiveDocument, t: Language) -> str:
    label = live.document.undo_label
    return t(label) if label else ""


def names(dialog: TemplatesDialog) -> list[str]:
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def type_in_cell(dialog: TemplatesDialog, row: int, column: int, text: str) -> None:
    items = dialog.items
    items.setFocus()
    place = items.visualRect(items.model().index(row, column)).center()
    QTest.mouseClick(items.viewport(), LEFT, pos=place)
    QTest.keyClick(items, Key.Key_F2)
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    line.selectAll()
    QTest.keyClicks(line, text)
    QTest.keyClick(line, Key.Key_Return)
    QApplication.processEvents()


def test_those_that_ship_are_there(dialog: TemplatesDialog) -> None:
    assert names(dialog)[:6] == [
        "Improvement group meeting",
        "Steering group meeting",
        "Pilot start",
        "Daily operational meeting",
        "Board meeting",
        "A3 review",
    ]
    assert dialog.items.rowCount() >= 5
    assert "Sum" in dialog.sum.text()


@pytest.mark.parametrize(
    ("column", "text", "name", "value"),
    [
        (TITLE, "Velkommen", "title", "Velkommen"),
        (MINUTES, "0:15", "minutes", 15),
        (PREPARATION, "Les referatet", "preparation", "Les referatet"),
    ],
)
def test_an_item_is_edited_in_place(
    dialog: TemplatesDialog, filled: LiveDocument, column: int, text: str, name: str, value: object
) -> None:
    shipped = template(filled, "improvement")
    type_in_cell(dialog, 0, column, text)
    changed = template(filled, "improvement")
    assert getattr(changed.items[0], name) == value
    assert changed.items[1:] == shipped.items[1:]
    assert names(dialog)[0] == "Improvement group meeting (changed)"
    filled.undo()
    assert template(filled, "improvement") == shipped
    assert names(dialog)[0] == "Improvement group meeting"


def test_minutes_that_will_not_do_are_refused_with_a_sentence(
    dialog: TemplatesDialog, filled: LiveDocument
) -> None:
    type_in_cell(dialog, 0, MINUTES, "abc")
    assert dialog.refusal.isVisible()
    assert "abc" in dialog.refusal.text()
    assert filled.document.undo_label is None


def test_a_kind_is_chosen(dialog: TemplatesDialog, filled: LiveDocument) -> None:
    combo = dialog.items.cellWidget(0, KIND)
    assert isinstance(combo, QComboBox)
    combo.setFocus()
    QTest.keyClicks(combo, "Dec")
    QTest.keyClick(combo, Key.Key_Return)
    assert template(filled, "improvement").items[0].kind == ItemKind.DECISION


def test_items_are_moved_added_and_deleted_by_keys(
    dialog: TemplatesDialog, filled: LiveDocument
) -> None:
    before = [item.title for item in template(filled, "improvement").items]
    dialog.items.setFocus()
    QTest.keyClick(dialog.items, Key.Key_Down, ALT)
    titles = [item.title for item in template(filled, "improvement").items]
    assert titles == [before[1], before[0], *before[2:]]
    QTest.keyClick(dialog.items, Key.Key_Delete)
    assert [item.title for item in template(filled, "improvement").items] == [
        before[1],
        *before[2:],
    ]
    press(dialog, "Add item")
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    QTest.keyClicks(line, "Tavla")
    QTest.keyClick(line, Key.Key_Return)
    QApplication.processEvents()
    assert "Tavla" in [item.title for item in template(filled, "improvement").items]


def test_fields_change_the_template(
    dialog: TemplatesDialog, filled: LiveDocument, t: Language
) -> None:
    dialog.minutes.editor.setFocus()
    QTest.keyClick(dialog.minutes.editor, Key.Key_A, CTRL)
    QTest.keyClicks(dialog.minutes.editor, "1t 15")
    QTest.keyClick(dialog.minutes.editor, Key.Key_Tab)
    assert template(filled, "improvement").minutes == 75
    assert step(filled, t) == "Change template “Improvement group meeting”"


def test_a_changed_one_is_put_back_as_it_shipped(
    dialog: TemplatesDialog, filled: LiveDocument, t: Language
) -> None:
    shipped = template(filled, "improvement")
    type_in_cell(dialog, 0, TITLE, "Annet")
    press(dialog, "As shipped")
    assert template(filled, "improvement") == shipped
    assert step(filled, t) == "Template “Improvement group meeting” as shipped"


def test_one_of_our_own_is_added_named_and_deleted(
    dialog: TemplatesDialog, filled: LiveDocument
) -> None:
    press(dialog, "New template")
    assert dialog.name.editor.hasFocus()
    QTest.keyClick(dialog.name.editor, Key.Key_A, CTRL)
    QTest.keyClicks(dialog.name.editor, "Vernerunde")
    QTest.keyClick(dialog.name.editor, Key.Key_Return)
    assert "Vernerunde" in names(dialog)
    assert template(filled, "own-1").name == "Vernerunde"
    press(dialog, "Delete template")
    assert "Vernerunde" not in names(dialog)


def test_an_agenda_becomes_a_template(
    window: MainWindow, editor: MeetingsEditor, filled: LiveDocument, t: Language
) -> None:
    window.menus.action("save_template").trigger()
    dialog = editor.findChild(TemplatesDialog)
    assert isinstance(dialog, TemplatesDialog)
    assert dialog.name.text() == "Montering"
    assert [(item.title, item.minutes) for item in template(filled, "own-1").items] == [
        ("Velkommen", 5),
        ("Skiftbytte", 20),
        ("Avslutning", 10),
    ]
    assert step(filled, t) == "Save template “Montering”"
