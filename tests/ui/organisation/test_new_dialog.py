"""New people, units and groups, one after the other by keyboard."""

import pytest
from PySide6.QtCore import Qt

from lean_desktop.domain.organisation import GroupKind
from lean_desktop.queries import organisation as queries
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.organisation.editor import OrganisationEditor
from lean_desktop.ui.organisation.new_dialog import (
    NewDialog,
    NewGroupDialog,
    NewPersonDialog,
    NewUnitDialog,
)
from lean_desktop.ui.widgets.table import Table
from tests.dumps import dump
from tests.plants import TODAY
from tests.ui.hands import choose, click, focused, press, shown, write
from tests.ui.organisation.steps import (
    CTRL,
    LAST,
    button,
    child,
    close_dialog,
    last_step,
    no_step,
    one_step,
    show_list,
    undo,
    write_name,
)

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)")  # popups offscreen

Key = Qt.Key


def fill(*texts: str) -> None:
    """Type into field after field; the dialog's first has the focus."""
    for place, text in enumerate(texts):
        if place:
            press(Key.Key_Tab)
        write_name(text)


def test_a_person_is_added_by_keyboard(
    editor: OrganisationEditor, people: Table, filled: LiveDocument
) -> None:
    with one_step(filled, "Add person: Per Berg"):
        press(Key.Key_N, CTRL)
        fill("Per", "Berg", "Operatør", "Støperi")
        press(Key.Key_Return)
        close_dialog(editor)
        found = filled.read(queries.people, today=TODAY)[1]
        assert (found.name, found.title, found.unit) == ("Per Berg", "Operatør", "Støperi")
        assert shown(people, LAST) == ["Aas", "Berg", "Ødegård", "Solberg"]
        assert editor.chosen() == [found]
    assert shown(people, LAST) == ["Aas", "Ødegård", "Solberg"]


def test_the_dialog_stays_for_the_next_person(
    editor: OrganisationEditor, people: Table, filled: LiveDocument
) -> None:
    before = dump(filled.document)
    press(Key.Key_N, CTRL)
    dialog = child(editor, NewPersonDialog)
    fill("Per", "Berg", "Operatør", "Støperi")
    press(Key.Key_Return)
    assert dialog.told.text() == "“Per Berg” is added. Write the next, or close."
    assert focused() is dialog.first_name.editor
    assert [field.text() for field in dialog.fields] == ["", "", "Operatør", "Støperi"]
    fill("Pål", "Dahl")
    press(Key.Key_Return)
    close_dialog(editor)
    assert shown(people, LAST) == ["Aas", "Berg", "Dahl", "Ødegård", "Solberg"]
    undo()
    assert last_step(filled) == "Add person: Per Berg"
    undo()
    assert dump(filled.document) == before


def test_nobody_is_added_without_a_name(editor: OrganisationEditor, filled: LiveDocument) -> None:
    press(Key.Key_N, CTRL)
    dialog = child(editor, NewPersonDialog)
    with no_step(filled):
        press(Key.Key_Return)
    sentence = dialog.first_name.sentence
    assert sentence.text() == "A person needs a name. Write a first name or a last name."
    assert sentence.isVisible()
    assert focused() is dialog.first_name.editor


def test_a_unit_nobody_knows_is_refused_at_its_field(
    editor: OrganisationEditor, filled: LiveDocument
) -> None:
    press(Key.Key_N, CTRL)
    dialog = child(editor, NewPersonDialog)
    with no_step(filled):
        fill("Per", "Berg", "", "Lager")
        press(Key.Key_Return)
    assert dialog.unit.sentence.text() == "“Lager” is not known here. Choose from the list."
    assert [field.text() for field in dialog.fields] == ["Per", "Berg", "", "Lager"]
    assert not dialog.first_name.sentence.text()


def test_what_was_refused_is_forgotten_once_it_is_right(
    editor: OrganisationEditor, filled: LiveDocument
) -> None:
    press(Key.Key_N, CTRL)
    dialog = child(editor, NewPersonDialog)
    fill("Per", "Berg", "", "Lager")
    press(Key.Key_Return)
    dialog.unit.editor.setFocus()
    write_name("Støperi")
    press(Key.Key_Return)
    assert not dialog.unit.sentence.text()
    assert last_step(filled) == "Add person: Per Berg"


def test_the_unit_that_is_filtered_by_is_where_the_new_person_belongs(
    editor: OrganisationEditor,
) -> None:
    editor.toolbar.unit.setFocus()
    choose("Støperi")
    press(Key.Key_N, CTRL)
    assert child(editor, NewPersonDialog).unit.text() == "Støperi"


def test_a_unit_below_another(editor: OrganisationEditor, filled: LiveDocument) -> None:
    table = show_list(editor, "Units")
    with one_step(filled, "Add unit: Kjerner"):
        press(Key.Key_N, CTRL)
        assert isinstance(child(editor, NewDialog), NewUnitDialog)
        fill("Kjerner", "Støperi")
        press(Key.Key_Return)
        close_dialog(editor)
        assert shown(table, 0) == ["Kjerner", "Produksjon", "Støperi"]
        assert shown(table, 1)[0] == "Støperi"
        assert [unit.name for unit in editor.chosen()] == ["Kjerner"]
    assert shown(table, 0) == ["Produksjon", "Støperi"]


def test_a_group_of_another_kind_below_another(
    editor: OrganisationEditor, filled: LiveDocument
) -> None:
    table = show_list(editor, "Groups")
    with one_step(filled, "Add group: Tavlemøte"):
        press(Key.Key_N, CTRL)
        dialog = child(editor, NewGroupDialog)
        assert dialog.kind.text() == GroupKind.IMPROVEMENT.value
        write("Tavlemøte")
        press(Key.Key_Tab)
        choose("Steer")
        press(Key.Key_Tab)
        write_name("Styringsgruppe")
        press(Key.Key_Return)
        close_dialog(editor)
        new = next(each for each in filled.read(queries.groups, today=TODAY) if each.id == 3)
        assert (new.name, new.kind, new.parent) == (
            "Tavlemøte",
            GroupKind.STEERING,
            "Styringsgruppe",
        )
        assert "Tavlemøte" in shown(table, 0)
    assert "Tavlemøte" not in shown(table, 0)


@pytest.mark.parametrize("name", ["Units", "Groups"])
def test_a_unit_or_a_group_needs_a_name(
    editor: OrganisationEditor, filled: LiveDocument, name: str
) -> None:
    show_list(editor, name)
    press(Key.Key_N, CTRL)
    dialog = child(editor, NewDialog)
    with no_step(filled):
        press(Key.Key_Return)
    assert dialog.fields[0].sentence.isVisible()


def test_the_button_of_the_toolbar_opens_it_too(editor: OrganisationEditor) -> None:
    click(button(editor.toolbar, "New person"))
    assert child(editor, NewPersonDialog).isVisible()
