"""The filters: with us today or not, of a unit with all below it, in a group today."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from lean_desktop.edits import organisation
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.organisation.editor import OrganisationEditor
from lean_desktop.ui.widgets.table import Table
from tests.plants import STEP, TODAY, Plant
from tests.ui.hands import choose, press, shown, type_in_cell
from tests.ui.organisation.steps import CTRL, LAST, TO, UNIT, button, no_step, one_step

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)")  # popups offscreen

Key = Qt.Key
YESTERDAY = date(2026, 10, 5)


@pytest.mark.parametrize(
    ("filter_by", "typed", "found"),
    [
        ("who", "Former", ["Aas"]),
        ("who", "Everyone", ["Aas", "Ødegård", "Solberg"]),
        ("unit", "Produksjon", ["Ødegård", "Solberg"]),
        ("unit", "Støperi", ["Solberg"]),
        ("group", "Montering", ["Ødegård", "Solberg"]),
        ("group", "Styringsgruppe", []),
    ],
)
def test_who_is_shown(
    editor: OrganisationEditor,
    people: Table,
    filled: LiveDocument,
    plant: Plant,
    filter_by: str,
    typed: str,
    found: list[str],
) -> None:
    filled.edit(STEP, organisation.change_people, [plant.ola], active_to=YESTERDAY)
    assert shown(people, LAST) == ["Ødegård", "Solberg"]
    with no_step(filled):
        getattr(editor.toolbar, filter_by).setFocus()
        choose(typed)
        assert shown(people, LAST) == found


@pytest.mark.parametrize(("last", "stays"), [("06.10.2026", True), ("05.10.2026", False)])
def test_the_last_day_counts(
    editor: OrganisationEditor, people: Table, filled: LiveDocument, last: str, stays: bool
) -> None:
    with one_step(filled, "Change last day of “Ola Aas”"):
        type_in_cell(people, 0, TO, last)
        assert ("Aas" in shown(people, LAST)) is stays
    assert shown(people, LAST) == ["Aas", "Ødegård", "Solberg"]


def test_whoever_moves_to_another_unit_leaves_the_list(
    editor: OrganisationEditor, people: Table, filled: LiveDocument
) -> None:
    editor.toolbar.unit.setFocus()
    choose("Støperi")
    with one_step(filled, "Change unit of “Ola Aas”"):
        type_in_cell(people, 0, UNIT, "Produksjon")
        assert shown(people, LAST) == ["Solberg"]
        assert [each.name for each in editor.chosen()] == ["Kari Solberg"]
        assert people.hasFocus()
    assert shown(people, LAST) == ["Aas", "Solberg"]


def test_a_unit_that_is_moved_below_brings_its_people(
    editor: OrganisationEditor, people: Table, filled: LiveDocument, plant: Plant
) -> None:
    editor.toolbar.unit.setFocus()
    choose("Produksjon")
    filled.edit(STEP, organisation.change_units, [plant.foundry], parent_id=None)
    assert shown(people, LAST) == ["Ødegård"]
    filled.undo()
    assert shown(people, LAST) == ["Aas", "Ødegård", "Solberg"]


def test_whoever_comes_into_the_group_is_shown(
    editor: OrganisationEditor, people: Table, filled: LiveDocument, plant: Plant
) -> None:
    editor.toolbar.group.setFocus()
    choose("Styringsgruppe")
    filled.edit(STEP, organisation.add_members, plant.steering, [plant.ola], valid_from=TODAY)
    assert shown(people, LAST) == ["Aas"]
    people.setFocus()
    press(Key.Key_Z, CTRL)
    assert shown(people, LAST) == []


def test_show_all_takes_away_search_and_filters(editor: OrganisationEditor, people: Table) -> None:
    editor.toolbar.group.setFocus()
    choose("Styringsgruppe")
    press(Key.Key_F, CTRL)
    for key in (Key.Key_K, Key.Key_A):
        press(key)
    press(Key.Key_Return)
    press(Key.Key_Tab)
    assert button(people, "Show all").hasFocus()
    press(Key.Key_Space)
    assert shown(people, LAST) == ["Aas", "Ødegård", "Solberg"]
    assert editor.toolbar.search.text() == ""
    assert editor.toolbar.counted.text() == ""
