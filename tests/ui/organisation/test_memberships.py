"""Who is in a group: seven come in by name, get their roles, end, and are taken out again."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from lean_desktop.domain.organisation import GroupRole, Membership
from lean_desktop.edits import organisation
from lean_desktop.queries import organisation as queries
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.main_window import MainWindow
from lean_desktop.ui.organisation.editor import OrganisationEditor
from lean_desktop.ui.organisation.group_panel import GroupPanel
from lean_desktop.ui.organisation.person_panel import PersonPanel
from lean_desktop.ui.widgets.table import Table
from tests.dumps import dump
from tests.plants import STEP, TODAY, Plant
from tests.ui.hands import choose, click, click_cell, focused, press, shown, write
from tests.ui.organisation import steps
from tests.ui.organisation.steps import (
    CTRL,
    SHIFT,
    back_to,
    choose_item,
    last_step,
    no_step,
    one_step,
    open_menu,
    show_list,
    undo,
    use_menu,
)

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)")  # popups offscreen

Key = Qt.Key
SEVEN = ["Anne Vik", "Bjørn Lie", "Cato Moe", "Dina Ruud", "Even Sæther", "Frida Øye", "Geir Hauge"]


@pytest.fixture
def panel(qtbot: QtBot, editor: OrganisationEditor, plant: Plant) -> GroupPanel:
    """The panel of Montering: its leader Åse, its note-taker Kari, and Ola from November on."""
    click_cell(show_list(editor, "Groups"), 1, 0)
    return steps.panel(qtbot, editor, GroupPanel)


def members(live: LiveDocument, group: int) -> dict[str, Membership]:
    return {each.person: each for each in live.read(queries.memberships, group_id=group)}


def names(panel: GroupPanel) -> list[str]:
    return [each.split(",")[0] for each in shown(panel.memberships.list, 0)]


def test_members_stand_by_their_roles(panel: GroupPanel) -> None:
    assert shown(panel.memberships.list, 0) == [
        "Åse Ødegård, Group leader",
        "Kari Solberg, Note-taker",
        "Ola Aas, Member · since 01/11/2026",
    ]


def test_seven_people_come_into_a_group(
    editor: OrganisationEditor, filled: LiveDocument, plant: Plant, panel: GroupPanel
) -> None:
    for name in SEVEN:
        first, last = name.split()
        filled.edit(STEP, organisation.add_person, first_name=first, last_name=last)
    back_to(editor)
    before = [dump(filled.document)]
    click(panel.join.line)
    for name in SEVEN:
        write(name)
        press(Key.Key_Return)
        back_to(editor)
        assert panel.join.line.hasFocus()
        assert panel.join.text() == ""
        assert last_step(filled) == f"Put {name} into Montering"
        before.append(dump(filled.document))
    assert names(panel)[2:-1] == SEVEN
    assert {members(filled, plant.group)[name].valid_from for name in SEVEN} == {TODAY}
    back_to(editor)
    while len(before) > 1:
        assert dump(filled.document) == before.pop()
        undo()
    assert dump(filled.document) == before[0]
    assert names(panel) == ["Åse Ødegård", "Kari Solberg", "Ola Aas"]


def test_whoever_is_not_known_stays_in_the_field(panel: GroupPanel, filled: LiveDocument) -> None:
    with no_step(filled):
        click(panel.join.line)
        write("Per Berg")
        press(Key.Key_Return)
        sentence = panel.join.sentence
        assert sentence.text() == "“Per Berg” is not known here. Choose from the list."
        assert sentence.isVisible()
        assert panel.join.text() == "Per Berg"
        press(Key.Key_Escape)
    assert panel.join.text() == ""


# One of them


def test_a_role_is_one_step(panel: GroupPanel, filled: LiveDocument, plant: Plant) -> None:
    with one_step(filled, "Change role of “Ola Aas, Montering”"):
        click_cell(panel.memberships.list, 2, 0)
        panel.memberships.fields["role"].editor.setFocus()
        choose("Deputy")
        press(Key.Key_Return)
        assert members(filled, plant.group)["Ola Aas"].role == GroupRole.DEPUTY
        assert panel.memberships.list.current().person == "Ola Aas"
    assert members(filled, plant.group)["Ola Aas"].role == GroupRole.MEMBER


def test_a_day_is_one_step(panel: GroupPanel, filled: LiveDocument, plant: Plant) -> None:
    for field, typed, value, what in [
        ("valid_from", "1.9.26", date(2026, 9, 1), "first day"),
        ("valid_to", "31.12.2026", date(2026, 12, 31), "last day"),
    ]:
        with one_step(filled, f"Change {what} of “Ola Aas, Montering”"):
            click_cell(panel.memberships.list, 2, 0)
            click(panel.memberships.fields[field].editor)
            write(typed)
            press(Key.Key_Tab)
            assert getattr(members(filled, plant.group)["Ola Aas"], field) == value


def test_a_day_that_will_not_do_stays_with_its_sentence(
    panel: GroupPanel, filled: LiveDocument
) -> None:
    click_cell(panel.memberships.list, 2, 0)
    field = panel.memberships.fields["valid_to"]
    with no_step(filled):
        click(field.editor)
        write("30.10.2026")
        press(Key.Key_Tab)
        assert field.text() == "30.10.2026"
        assert field.sentence.isVisible()
        field.editor.setFocus()
        press(Key.Key_Escape)
    assert field.text() == ""
    assert not field.sentence.isVisible()


def test_a_day_for_one_is_never_taken_for_another(
    panel: GroupPanel, filled: LiveDocument, plant: Plant
) -> None:
    click_cell(panel.memberships.list, 2, 0)
    click(panel.memberships.fields["valid_to"].editor)
    write("31.12.2026")
    click_cell(panel.memberships.list, 0, 0)
    found = members(filled, plant.group)
    assert found["Ola Aas"].valid_to == date(2026, 12, 31)
    assert found["Åse Ødegård"].valid_to is None
    assert panel.memberships.fields["valid_to"].text() == ""


def test_one_is_taken_off(panel: GroupPanel, filled: LiveDocument) -> None:
    with one_step(filled, "Take Kari Solberg out of Montering"):
        click_cell(panel.memberships.list, 1, 0)
        press(Key.Key_Delete)
        assert names(panel) == ["Åse Ødegård", "Ola Aas"]
        assert len(filled.read(queries.people, today=TODAY)) == 3
    assert names(panel) == ["Åse Ødegård", "Kari Solberg", "Ola Aas"]


# Several at once


def choose_two(table: Table) -> None:
    click_cell(table, 0, 0)
    click_cell(table, 1, 0, SHIFT)


def test_several_are_taken_off_in_one_step(panel: GroupPanel, filled: LiveDocument) -> None:
    with one_step(filled, "Take 2 people out of groups"):
        choose_two(panel.memberships.list)
        press(Key.Key_Delete)
        assert names(panel) == ["Ola Aas"]


def test_several_end_today_by_the_menu(
    editor: OrganisationEditor, panel: GroupPanel, filled: LiveDocument, plant: Plant
) -> None:
    with one_step(filled, "End membership of 2 people"):
        choose_two(panel.memberships.list)
        choose_item(open_menu(panel.memberships.list, 0), "End membership today")
        back_to(editor)
        ended = {name: each.valid_to for name, each in members(filled, plant.group).items()}
        assert ended == {"Åse Ødegård": TODAY, "Kari Solberg": TODAY, "Ola Aas": None}


def test_several_get_a_role_by_the_menu(
    editor: OrganisationEditor, panel: GroupPanel, filled: LiveDocument, plant: Plant
) -> None:
    with one_step(filled, "Change role of 2 people"):
        choose_two(panel.memberships.list)
        open_menu(panel.memberships.list, 0)
        for key in (Key.Key_Down, Key.Key_Right, Key.Key_Down, Key.Key_Return):
            press(key)
        back_to(editor)
        roles = {name: each.role for name, each in members(filled, plant.group).items()}
        assert roles == {
            "Åse Ødegård": GroupRole.DEPUTY,
            "Kari Solberg": GroupRole.DEPUTY,
            "Ola Aas": GroupRole.MEMBER,
        }


def test_the_command_ends_what_is_chosen(
    window: MainWindow, panel: GroupPanel, filled: LiveDocument, plant: Plant
) -> None:
    with one_step(filled, "End membership of Kari Solberg, Montering"):
        click_cell(panel.memberships.list, 1, 0)
        use_menu(window, "edit", "End membership today")
        assert members(filled, plant.group)["Kari Solberg"].valid_to == TODAY


# From the person


@pytest.fixture
def groups_of_kari(qtbot: QtBot, editor: OrganisationEditor, people: Table) -> PersonPanel:
    click_cell(people, 2, 0)
    return steps.panel(qtbot, editor, PersonPanel)


def test_a_person_joins_a_group(
    editor: OrganisationEditor, filled: LiveDocument, groups_of_kari: PersonPanel
) -> None:
    panel = groups_of_kari
    assert shown(panel.memberships.list, 0) == ["Montering, Note-taker"]
    with one_step(filled, "Put Kari Solberg into Styringsgruppe"):
        panel.join.editor.setFocus()
        write("styr")
        press(Key.Key_Down)
        press(Key.Key_Return)
        back_to(editor)
        assert shown(panel.memberships.list, 0) == [
            "Montering, Note-taker",
            "Styringsgruppe, Member · since 06/10/2026",
        ]
    assert shown(panel.memberships.list, 0) == ["Montering, Note-taker"]


def test_enter_leads_to_the_group_and_back_to_the_person(
    qtbot: QtBot, editor: OrganisationEditor, groups_of_kari: PersonPanel
) -> None:
    click_cell(groups_of_kari.memberships.list, 0, 0)
    press(Key.Key_Return)
    assert [each.name for each in editor.chosen()] == ["Montering"]
    panel = steps.panel(qtbot, editor, GroupPanel)
    click_cell(panel.memberships.list, 2, 0)
    press(Key.Key_Return)
    assert [each.name for each in editor.chosen()] == ["Ola Aas"]
    assert focused() is not panel.memberships.list


def test_nobody_in_a_group_is_no_empty_list(
    editor: OrganisationEditor, panel: GroupPanel, filled: LiveDocument
) -> None:
    panel.memberships.list.setFocus()
    press(Key.Key_A, CTRL)
    with one_step(filled, "Take 3 people out of groups"):
        press(Key.Key_Delete)
        assert not panel.memberships.list.isVisible()
        assert not panel.memberships.box.isVisible()
        back_to(editor)
    assert panel.memberships.list.isVisible()
