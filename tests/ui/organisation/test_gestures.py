"""What is done with all that are chosen: unit, manager, group, deletion; each is one step."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from lean_desktop.domain.organisation import GroupRole
from lean_desktop.edits import organisation
from lean_desktop.queries import organisation as queries
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.organisation.ask_dialog import AskDialog
from lean_desktop.ui.organisation.editor import OrganisationEditor
from lean_desktop.ui.organisation.several_panel import SeveralPanel
from lean_desktop.ui.person_calendar_dialog import PersonCalendarDialog
from lean_desktop.ui.widgets.table import Table
from tests.plants import STEP, TODAY, Plant
from tests.ui.hands import click, click_cell, press, shown
from tests.ui.organisation.steps import (
    CTRL,
    FIRST,
    LAST,
    MANAGER,
    SHIFT,
    UNIT,
    back_to,
    button,
    child,
    choose_item,
    no_step,
    one_step,
    open_menu,
    show_list,
    write_name,
)

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)")  # popups offscreen

Key = Qt.Key
OLA, ASE, KARI = 0, 1, 2
"""The rows of people, by last name."""


def choose_rows(table: Table, first: int, last: int) -> None:
    click_cell(table, first, 0)
    click_cell(table, last, 0, SHIFT)


def answer(editor: OrganisationEditor, name: str) -> None:
    """Write the name that is asked for, and press Enter."""
    write_name(name)
    press(Key.Key_Return)
    back_to(editor)


@pytest.fixture
def several(editor: OrganisationEditor, people: Table) -> SeveralPanel:
    """The panel of Ola and Åse, who are both chosen."""
    choose_rows(people, OLA, ASE)
    return child(editor, SeveralPanel)


def test_a_unit_for_several_is_one_step(
    editor: OrganisationEditor, people: Table, filled: LiveDocument, several: SeveralPanel
) -> None:
    before = shown(people, UNIT)
    with one_step(filled, "Set unit of 2 people"):
        click(button(several, "Set unit …"))
        answer(editor, "Støperi")
        assert shown(people, UNIT) == ["Støperi", "Støperi", "Støperi"]
        assert [each.first_name for each in editor.chosen()] == ["Ola", "Åse"]
    assert shown(people, UNIT) == before


def test_a_manager_for_several_is_one_step(
    editor: OrganisationEditor, people: Table, filled: LiveDocument
) -> None:
    filled.edit(STEP, organisation.add_person, first_name="Per", last_name="Berg")
    assert shown(people, MANAGER) == ["Åse Ødegård", "", "", "Åse Ødegård"]
    with one_step(filled, "Set manager of 2 people"):
        choose_rows(people, 0, 1)
        click(button(child(editor, SeveralPanel), "Set manager …"))
        answer(editor, "Kari Solberg")
        assert shown(people, MANAGER) == ["Kari Solberg", "Kari Solberg", "", "Åse Ødegård"]
    assert shown(people, MANAGER) == ["Åse Ødegård", "", "", "Åse Ødegård"]


def test_a_manager_who_would_stand_below_is_refused_for_all(
    editor: OrganisationEditor, people: Table, filled: LiveDocument, several: SeveralPanel
) -> None:
    before = shown(people, MANAGER)
    with no_step(filled):
        click(button(several, "Set manager …"))
        dialog = child(editor, AskDialog)
        write_name("Kari Solberg")
        press(Key.Key_Return)
        assert dialog.isVisible()
        assert dialog.field.sentence.text() == (
            "That would put it below itself. Choose another place."
        )
    assert shown(people, MANAGER) == before


def test_several_are_put_into_a_group(
    editor: OrganisationEditor, people: Table, filled: LiveDocument, plant: Plant
) -> None:
    choose_rows(people, OLA, KARI)
    with one_step(filled, "Put 3 people into Styringsgruppe"):
        press(Key.Key_G, CTRL)
        answer(editor, "Styringsgruppe")
        found = filled.read(queries.memberships, group_id=plant.steering)
        assert {each.person_id for each in found} == {plant.boss, plant.kari, plant.ola}
        assert {(each.role, each.valid_from) for each in found} == {(GroupRole.MEMBER, TODAY)}


def test_whoever_is_in_the_group_already_stays_as_they_are(
    editor: OrganisationEditor, people: Table, filled: LiveDocument
) -> None:
    click_cell(people, KARI, 0)
    with no_step(filled):
        press(Key.Key_G, CTRL)
        answer(editor, "Montering")


def test_one_person_is_named_in_the_step(
    editor: OrganisationEditor, people: Table, filled: LiveDocument
) -> None:
    click_cell(people, KARI, 0)
    with one_step(filled, "Put Kari Solberg into Styringsgruppe"):
        press(Key.Key_G, CTRL)
        answer(editor, "Styringsgruppe")


# Deleting


def test_people_are_deleted_and_come_back(
    editor: OrganisationEditor, people: Table, filled: LiveDocument, plant: Plant
) -> None:
    choose_rows(people, OLA, ASE)
    with one_step(filled, "Delete 2 people"):
        press(Key.Key_Delete)
        assert shown(people, LAST) == ["Solberg"]
        assert shown(people, MANAGER) == [""]
        assert len(filled.read(queries.memberships, group_id=plant.group)) == 1
        assert [each.name for each in editor.chosen()] == ["Kari Solberg"]
    assert shown(people, LAST) == ["Aas", "Ødegård", "Solberg"]


def test_one_who_is_deleted_is_named_in_the_step(people: Table, filled: LiveDocument) -> None:
    click_cell(people, KARI, 0)
    with one_step(filled, "Delete “Kari Solberg”"):
        press(Key.Key_Delete)
        assert shown(people, FIRST) == ["Ola", "Åse"]


def test_del_in_an_open_cell_deletes_nobody(people: Table, filled: LiveDocument) -> None:
    click_cell(people, KARI, FIRST)
    with no_step(filled):
        press(Key.Key_F2)
        press(Key.Key_Delete)
        press(Key.Key_Escape)
    assert shown(people, FIRST)[KARI] == "Kari"


BELOW = [
    ("Units", "Produksjon", Qt.KeyboardModifier.NoModifier, [("Støperi", "")]),
    ("Units", "Produksjon", SHIFT, []),
    ("Groups", "Styringsgruppe", Qt.KeyboardModifier.NoModifier, [("Montering", "")]),
    ("Groups", "Styringsgruppe", SHIFT, []),
]


def test_what_lies_below_moves_up_or_goes_too(
    editor: OrganisationEditor, filled: LiveDocument
) -> None:
    for which, name, keys, left in BELOW:
        table, parent = show_list(editor, which), {"Units": 1, "Groups": 5}[which]
        click_cell(table, 0, 0)
        with one_step(filled, f"Delete “{name}”"):
            press(Key.Key_Delete, keys)
            assert list(zip(shown(table, 0), shown(table, parent), strict=True)) == left
            people = 0 if which == "Units" and keys == SHIFT else 3
            assert len(filled.read(queries.people, today=TODAY)) == people
        assert len(shown(table, 0)) == 2


def test_several_units_or_groups_are_one_step(
    editor: OrganisationEditor, filled: LiveDocument
) -> None:
    for which, many in [("Units", "2 units"), ("Groups", "2 groups")]:
        table = show_list(editor, which)
        press(Key.Key_A, CTRL)
        with one_step(filled, f"Delete {many}"):
            press(Key.Key_Delete)
            assert shown(table, 0) == []
        assert len(shown(table, 0)) == 2


# The same by the menu of the rows


def test_the_menu_deletes_what_is_chosen(
    editor: OrganisationEditor, people: Table, filled: LiveDocument
) -> None:
    click_cell(people, ASE, 0)
    with one_step(filled, "Delete “Åse Ødegård”"):
        menu = open_menu(people, ASE)
        choose_item(menu, "Delete what is chosen")
        back_to(editor)
        assert shown(people, LAST) == ["Aas", "Solberg"]


@pytest.mark.parametrize(
    ("which", "allowed"),
    [
        ("People", lambda _text: True),
        ("Units", lambda text: text in ("Copy rows", "Delete what is chosen")),
    ],
)
def test_the_menu_offers_what_can_be_done(
    editor: OrganisationEditor, which: str, allowed: Callable[[str], bool]
) -> None:
    table = show_list(editor, which)
    menu = open_menu(table, 0)
    offered = {each.text(): each.isEnabled() for each in menu.actions()}
    assert len(offered) == 7
    assert offered == {text: allowed(text) for text in offered}
    menu.close()


def test_the_meetings_of_the_chosen_person_go_to_a_calendar(
    editor: OrganisationEditor, people: Table
) -> None:
    choose_item(open_menu(people, OLA), "Export a person’s meetings to a calendar …")
    dialog = child(editor, PersonCalendarDialog)
    assert dialog.person.text() == "Ola Aas"
    assert dialog.day.text() == "06/10/2026"
    press(Key.Key_Escape)
    back_to(editor)
