"""The panel: fields of a person, a unit and a group; one step each, and nothing typed is lost."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from lean_desktop.domain.organisation import GroupKind
from lean_desktop.edits import organisation
from lean_desktop.queries import organisation as queries
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.main_window import MainWindow
from lean_desktop.ui.organisation.editor import OrganisationEditor
from lean_desktop.ui.organisation.panel import Panel
from lean_desktop.ui.organisation.several_panel import NAMED, SeveralPanel
from lean_desktop.ui.organisation.unit_panel import UnitPanel
from lean_desktop.ui.widgets.field import Field
from lean_desktop.ui.widgets.table import Table
from tests.plants import STEP, TODAY, Plant
from tests.ui.hands import choose, click, click_cell, focused, press, shown, type_in_cell, write
from tests.ui.organisation import steps
from tests.ui.organisation.steps import (
    CTRL,
    FIRST,
    SHIFT,
    TITLE,
    back_to,
    button,
    child,
    list_of,
    no_step,
    one_step,
    show_list,
    undo,
    use_menu,
)

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)")  # popups offscreen

Key = Qt.Key
OLA, ASE, KARI = 0, 1, 2
"""The rows of people, by last name."""


def panel_of(qtbot: QtBot, editor: OrganisationEditor, row: int) -> Panel:
    """The panel of one row, filled."""
    click_cell(list_of(editor), row, 0)
    return steps.panel(qtbot, editor, Panel)


@pytest.fixture
def ola(qtbot: QtBot, editor: OrganisationEditor) -> Panel:
    return panel_of(qtbot, editor, OLA)


def type_in(editor: OrganisationEditor, field: Field, text: str) -> None:
    """Write in a field; a list of names that is offered is put away."""
    field.editor.setFocus()
    if text:
        write(text)
    else:
        press(Key.Key_A, CTRL)
        press(Key.Key_Delete)
    if QApplication.activePopupWidget():
        press(Key.Key_Escape)
    back_to(editor)


PERSON_FIELDS = [
    ("first_name", "Olav", "first_name", "Olav", "first name"),
    ("last_name", "Aasen", "last_name", "Aasen", "last name"),
    ("number", "0042", "number", "0042", "number"),
    ("percent", "37,5", "percent", 37.5, "position"),
    ("title", "Støper", "title", "Støper", "job title"),
    ("unit", "produk", "unit", "Produksjon", "unit"),
    ("manager", "", "manager", "", "manager"),
    ("email", "ola@v.example", "email", "ola@v.example", "e-mail"),
    ("phone", "902 57 465", "phone", "902 57 465", "phone"),
    ("active_from", "1.3.2020", "active_from", date(2020, 3, 1), "first day"),
    ("active_to", "31.12.2026", "active_to", date(2026, 12, 31), "last day"),
]


def test_a_field_of_a_person_is_one_step(
    editor: OrganisationEditor, filled: LiveDocument, ola: Panel, plant: Plant
) -> None:
    for name, typed, field, value, what in PERSON_FIELDS:
        before = ola.named[name].text()
        with one_step(filled, f"Change {what} of “Ola Aas”"):
            type_in(editor, ola.named[name], typed)
            press(Key.Key_Tab)
            (found,) = filled.read(queries.people, [plant.ola], today=TODAY)
            assert getattr(found, field) == value
        assert ola.named[name].text() == before
        assert not ola.named[name].in_hand()


REFUSED = [
    ("active_from", "31.02.2020", "February 2020 has 29 days. Write a date up to 29/02."),
    ("percent", "halv", "“halv” is no number. Write 100 or 37.5."),
    ("unit", "Lager", "“Lager” is not known here. Choose from the list."),
    ("manager", "Ola Aas", "That would put it below itself. Choose another place."),
]


def test_what_will_not_do_stays_with_its_sentence_until_esc(
    editor: OrganisationEditor, filled: LiveDocument, ola: Panel
) -> None:
    for name, typed, sentence in REFUSED:
        field = ola.named[name]
        stored = field.text()
        with no_step(filled):
            type_in(editor, field, typed)
            press(Key.Key_Tab)
            assert field.text() == typed
            assert (field.sentence.text(), field.sentence.isVisible()) == (sentence, True)
            field.editor.setFocus()
            press(Key.Key_Escape)
        assert (field.text(), field.sentence.isVisible()) == (stored, False)


def test_the_list_and_the_panel_say_the_same(
    editor: OrganisationEditor, people: Table, ola: Panel
) -> None:
    type_in(editor, ola.named["title"], "Støper")
    press(Key.Key_Return)
    assert shown(people, TITLE)[OLA] == "Støper"
    type_in_cell(people, OLA, FIRST, "Olav")
    assert ola.named["first_name"].text() == "Olav"
    people.setFocus()
    undo()
    undo()
    assert ola.named["first_name"].text() == "Ola"
    assert ola.named["title"].text() == ""


def test_ctrl_z_in_a_field_takes_back_the_typing_first(
    editor: OrganisationEditor, filled: LiveDocument, ola: Panel
) -> None:
    with no_step(filled):
        type_in(editor, ola.named["title"], "Støper")
        undo()
        assert ola.named["title"].text() == ""


def test_text_for_one_person_is_never_taken_for_another(
    editor: OrganisationEditor, people: Table, filled: LiveDocument, ola: Panel
) -> None:
    with one_step(filled, "Change job title of “Ola Aas”"):
        type_in(editor, ola.named["title"], "Støper")
        click_cell(people, KARI, 0)
        assert shown(people, TITLE) == ["Støper", "", ""]
        assert ola.named["title"].text() == ""


def test_what_was_refused_is_found_again_at_the_same_person(
    editor: OrganisationEditor, people: Table, filled: LiveDocument, ola: Panel
) -> None:
    field = ola.named["active_from"]
    with no_step(filled):
        type_in(editor, field, "31.02.2020")
        click_cell(people, KARI, 0)
        assert field.text() == ""
        assert not field.sentence.isVisible()
        click_cell(people, OLA, 0)
        assert field.text() == "31.02.2020"
        assert field.in_hand()


def test_a_command_waits_for_text_that_will_not_do(
    window: MainWindow, editor: OrganisationEditor, people: Table, filled: LiveDocument, ola: Panel
) -> None:
    type_in(editor, ola.named["active_from"], "31.02.2020")
    with no_step(filled):
        people.setFocus()
        use_menu(window, "edit", "Delete what is chosen")
        assert len(shown(people, FIRST)) == 3
        assert focused() is ola.named["active_from"].editor


def test_nobody_chosen_is_an_empty_panel(
    editor: OrganisationEditor, people: Table, ola: Panel
) -> None:
    people.setFocus()
    press(Key.Key_A, CTRL)
    press(Key.Key_Delete)
    assert editor.chosen() == []
    assert not ola.named["title"].isVisible()
    undo()
    assert ola.named["title"].isVisible()


# Units and groups


UNIT_FIELDS = [
    ("name", "Smelteverk", "name", "Smelteverk", "name"),
    ("parent", "", "parent", "", "place"),
    ("leader", "ola", "leader", "Ola Aas", "leader"),
]


def test_a_field_of_a_unit_is_one_step(
    qtbot: QtBot, editor: OrganisationEditor, filled: LiveDocument, plant: Plant
) -> None:
    for name, typed, field, value, what in UNIT_FIELDS:
        show_list(editor, "Units")
        panel = panel_of(qtbot, editor, 1)
        with one_step(filled, f"Change {what} of “Støperi”"):
            type_in(editor, panel.named[name], typed)
            press(Key.Key_Tab)
            assert getattr(filled.read(queries.units, [plant.foundry])[0], field) == value


GROUP_FIELDS = [
    ("name", "Montering B", "name", "Montering B", "name"),
    ("purpose", "Kortere omstilling", "purpose", "Kortere omstilling", "purpose"),
    ("unit", "produk", "unit", "Produksjon", "unit"),
    ("parent", "", "parent", "", "place"),
    ("active_from", "2.1.2026", "active_from", date(2026, 1, 2), "first day"),
]


def test_a_field_of_a_group_is_one_step(
    qtbot: QtBot, editor: OrganisationEditor, filled: LiveDocument, plant: Plant
) -> None:
    for name, typed, field, value, what in GROUP_FIELDS:
        show_list(editor, "Groups")
        panel = panel_of(qtbot, editor, 1)
        with one_step(filled, f"Change {what} of “Montering”"):
            type_in(editor, panel.named[name], typed)
            press(Key.Key_Tab)
            (found,) = filled.read(queries.groups, [plant.group], today=TODAY)
            assert getattr(found, field) == value


def test_the_kind_of_a_group_is_chosen(
    qtbot: QtBot, editor: OrganisationEditor, filled: LiveDocument, plant: Plant
) -> None:
    show_list(editor, "Groups")
    panel = panel_of(qtbot, editor, 1)
    with one_step(filled, "Change kind of “Montering”"):
        panel.named["kind"].editor.setFocus()
        choose("Pilot")
        press(Key.Key_Return)
        (found,) = filled.read(queries.groups, [plant.group], today=TODAY)
        assert found.kind == GroupKind.PILOT
    assert panel.named["kind"].text() == GroupKind.IMPROVEMENT.value


def test_the_people_of_a_unit_are_listed_and_lead_to_the_person(
    qtbot: QtBot, editor: OrganisationEditor
) -> None:
    show_list(editor, "Units")
    panel = panel_of(qtbot, editor, 1)
    assert isinstance(panel, UnitPanel)
    assert shown(panel.people, 0) == ["Ola Aas", "Kari Solberg"]
    click_cell(panel.people, 1, 0)
    press(Key.Key_Return)
    assert [each.name for each in editor.chosen()] == ["Kari Solberg"]


def test_a_unit_without_people_says_so(
    qtbot: QtBot, editor: OrganisationEditor, filled: LiveDocument
) -> None:
    filled.edit(STEP, organisation.add_unit, "Lager")
    show_list(editor, "Units")
    panel = panel_of(qtbot, editor, 0)
    assert isinstance(panel, UnitPanel)
    assert not panel.people.isVisible()
    assert "Nobody belongs to this unit yet." in seen_in(panel)


def seen_in(panel: QWidget) -> list[str]:
    return [each.text() for each in panel.findChildren(QLabel) if each.isVisible()]


# Several


SEVERAL = [
    (
        "People",
        "3 people are chosen",
        {"Put into a group …", "Set unit …", "Set manager …", "Delete what is chosen"},
    ),
    ("Units", "2 units are chosen", {"Delete what is chosen"}),
    ("Groups", "2 groups are chosen", {"Delete what is chosen"}),
]


def test_several_that_are_chosen_are_named(editor: OrganisationEditor) -> None:
    for which, told, buttons in SEVERAL:
        show_list(editor, which)
        press(Key.Key_A, CTRL)
        panel = child(editor, SeveralPanel)
        heading, named = seen_in(panel)
        assert heading == told
        assert named == ", ".join(each.name for each in editor.chosen())
        seen = {each.text() for each in panel.findChildren(QPushButton) if each.isVisible()}
        assert seen == buttons


def test_the_rest_of_many_are_counted(
    editor: OrganisationEditor, people: Table, filled: LiveDocument
) -> None:
    for number in range(NAMED):
        filled.edit(STEP, organisation.add_person, first_name=f"Nr. {number}")
    people.setFocus()
    press(Key.Key_A, CTRL)
    heading, named = seen_in(child(editor, SeveralPanel))
    assert heading == "11 people are chosen"
    assert named.endswith("Nr. 7 and 3 more")


def test_several_are_deleted_by_the_button(
    editor: OrganisationEditor, people: Table, filled: LiveDocument
) -> None:
    with one_step(filled, "Delete 2 people"):
        click_cell(people, OLA, 0)
        click_cell(people, ASE, 0, SHIFT)
        click(button(child(editor, SeveralPanel), "Delete what is chosen"))
        assert shown(people, FIRST) == ["Kari"]
