"""The one question: nothing is done before it is answered, and not by a name nobody knows."""

import pytest
from PySide6.QtCore import Qt

from lean_desktop.edits import organisation
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.main_window import MainWindow
from lean_desktop.ui.organisation.ask_dialog import AskDialog
from lean_desktop.ui.organisation.editor import OrganisationEditor
from lean_desktop.ui.widgets.table import Table
from tests.plants import STEP
from tests.ui.hands import click, click_cell, focused, press, shown, write
from tests.ui.organisation.steps import (
    CTRL,
    UNIT,
    back_to,
    button,
    child,
    close_dialog,
    no_step,
    one_step,
    to_front,
    use_menu,
    write_name,
)

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)")  # popups offscreen

Key = Qt.Key


@pytest.fixture
def dialog(editor: OrganisationEditor, people: Table) -> AskDialog:
    """Which group Ola is to be put into."""
    click_cell(people, 0, 0)
    press(Key.Key_G, CTRL)
    return child(editor, AskDialog)


def test_the_field_has_the_focus(dialog: AskDialog) -> None:
    assert focused() is dialog.field.editor
    assert dialog.windowTitle() == "Put into a group"
    assert dialog.field.label.text() == "Group"


def test_enter_on_nothing_does_nothing(dialog: AskDialog, filled: LiveDocument) -> None:
    with no_step(filled):
        press(Key.Key_Return)
        assert dialog.isVisible()


def test_a_name_nobody_knows_is_refused(
    editor: OrganisationEditor, dialog: AskDialog, filled: LiveDocument
) -> None:
    with no_step(filled):
        write("Sveising")
        press(Key.Key_Return)
        sentence = dialog.field.sentence
        assert sentence.text() == "“Sveising” is not known here. Choose from the list."
        assert dialog.field.text() == "Sveising"
        press(Key.Key_Escape)
        assert dialog.field.text() == ""
        close_dialog(editor)


def test_what_was_refused_can_be_mended(
    editor: OrganisationEditor, dialog: AskDialog, filled: LiveDocument
) -> None:
    with one_step(filled, "Put Ola Aas into Styringsgruppe"):
        write("Sveising")
        press(Key.Key_Return)
        write_name("Styringsgruppe")
        press(Key.Key_Return)
        back_to(editor)


def test_cancel_does_nothing(
    editor: OrganisationEditor, dialog: AskDialog, filled: LiveDocument
) -> None:
    with no_step(filled):
        write_name("Styringsgruppe")
        to_front(dialog)
        click(button(dialog, "Cancel"))
        back_to(editor)
        assert not [each for each in editor.findChildren(AskDialog) if each.isVisible()]


def test_whoever_is_picked_from_the_list_is_meant(
    window: MainWindow, editor: OrganisationEditor, people: Table, filled: LiveDocument
) -> None:
    """Two units have the same name; the second of them is chosen with the arrows."""
    second = filled.edit(STEP, organisation.add_unit, "Støperi")
    with one_step(filled, "Change unit of “Åse Ødegård”"):
        click_cell(people, 1, 0)
        use_menu(window, "edit", "Set unit …")
        write("støp")
        press(Key.Key_Down)
        press(Key.Key_Down)
        press(Key.Key_Return)
        to_front(child(editor, AskDialog))
        press(Key.Key_Return)
        back_to(editor)
        assert shown(people, UNIT) == ["Støperi", "Støperi", "Støperi"]
        assert editor.chosen()[0].unit_id == second
