"""Lists are sorted and searched, somebody is always chosen, and rows go to the clipboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHeaderView

from lean_desktop.edits import organisation
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.organisation.editor import OrganisationEditor
from lean_desktop.ui.organisation.lists import Listing
from lean_desktop.ui.widgets.table import Table
from tests.plants import STEP, Plant
from tests.ui.hands import LEFT, click_cell, focused, press, shown, type_in_cell, write
from tests.ui.organisation.steps import CTRL, FIRST, LAST, NUMBER, SHIFT, UNIT, list_of, no_step

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)")  # popups offscreen

Key = Qt.Key
USUAL = ["Aas", "Ødegård", "Solberg"]


def click_heading(table: Table, column: int) -> None:
    header: QHeaderView = table.horizontalHeader()
    at = header.viewport().rect().center()
    at.setX(header.sectionViewportPosition(column) + header.sectionSize(column) // 2)
    QTest.mouseClick(header.viewport(), LEFT, pos=at)


def test_a_heading_sorts_up_then_down_then_as_usual(people: Table, filled: LiveDocument) -> None:
    with no_step(filled):
        seen = []
        for _ in range(3):
            click_heading(people, FIRST)
            seen.append(shown(people, FIRST))
    assert seen == [["Åse", "Kari", "Ola"], ["Ola", "Kari", "Åse"], ["Ola", "Åse", "Kari"]]


def test_a_key_sorts_by_the_column_one_is_in(people: Table) -> None:
    click_cell(people, 0, FIRST)
    seen = []
    for _ in range(3):
        press(Key.Key_O, CTRL | SHIFT)
        seen.append(shown(people, FIRST))
    assert seen == [["Åse", "Kari", "Ola"], ["Ola", "Kari", "Åse"], ["Ola", "Åse", "Kari"]]


def test_numbers_are_sorted_by_their_size(people: Table) -> None:
    for row, number in enumerate(("10", "A1", "9")):
        type_in_cell(people, row, NUMBER, number)
    click_heading(people, NUMBER)
    assert shown(people, NUMBER) == ["9", "10", "A1"]


def test_whoever_is_chosen_stays_chosen_when_the_list_is_sorted(
    editor: OrganisationEditor, people: Table
) -> None:
    click_cell(people, 2, FIRST)
    click_heading(people, FIRST)
    assert [each.name for each in editor.chosen()] == ["Kari Solberg"]


def test_what_is_typed_moves_a_row_of_a_sorted_list(
    editor: OrganisationEditor, people: Table
) -> None:
    click_heading(people, LAST)
    type_in_cell(people, 0, LAST, "Zetterlund")
    assert shown(people, LAST) == ["Ødegård", "Solberg", "Zetterlund"]
    assert [each.last_name for each in editor.chosen()] == ["Zetterlund"]


def test_the_search_finds_words_in_any_column(editor: OrganisationEditor, people: Table) -> None:
    press(Key.Key_F, CTRL)
    write("støp ODEG")
    assert shown(people, LAST) == []
    write("STØP ødeg")
    assert shown(people, LAST) == ["Aas", "Solberg"]
    write("støp kari")
    assert shown(people, LAST) == ["Solberg"]
    assert editor.toolbar.counted.text() == "1 of 3"
    assert [each.name for each in editor.chosen()] == ["Kari Solberg"]


def test_esc_empties_the_search(editor: OrganisationEditor, people: Table) -> None:
    press(Key.Key_F, CTRL)
    write("kari")
    press(Key.Key_Escape)
    assert shown(people, LAST) == USUAL
    assert editor.toolbar.counted.text() == ""
    assert [each.name for each in editor.chosen()] == ["Kari Solberg"]


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Down])
def test_a_key_leads_from_the_search_to_what_was_found(people: Table, key: Qt.Key) -> None:
    press(Key.Key_F, CTRL)
    write("ola")
    press(key)
    assert focused() is people


def test_ctrl_z_in_an_unused_search_undoes_the_document(
    people: Table, filled: LiveDocument
) -> None:
    type_in_cell(people, 0, FIRST, "Olav")
    press(Key.Key_F, CTRL)
    press(Key.Key_Z, CTRL)
    assert shown(people, FIRST)[0] == "Ola"
    assert filled.document.undo_label is None


def test_somebody_is_always_chosen(editor: OrganisationEditor, people: Table) -> None:
    assert [each.name for each in editor.chosen()] == ["Ola Aas"]
    click_cell(people, 1, LAST)
    left = []
    for _ in range(3):
        press(Key.Key_Delete)
        left.append([each.name for each in editor.chosen()])
    assert left == [["Ola Aas"], ["Kari Solberg"], []]
    press(Key.Key_Z, CTRL)
    assert [each.name for each in editor.chosen()] == ["Kari Solberg"]


def test_what_others_change_is_followed(people: Table, filled: LiveDocument, plant: Plant) -> None:
    filled.edit(STEP, organisation.change_units, [plant.foundry], name="Smelteverk")
    assert shown(people, UNIT) == ["Smelteverk", "Produksjon", "Smelteverk"]
    filled.undo()
    assert shown(people, UNIT) == ["Støperi", "Produksjon", "Støperi"]


def test_rows_are_copied_for_a_spreadsheet(people: Table, filled: LiveDocument) -> None:
    with no_step(filled):
        click_cell(people, 0, FIRST)
        click_cell(people, 1, FIRST, SHIFT)
        press(Key.Key_C, CTRL)
    rows = [line.split("\t") for line in QApplication.clipboard().text().splitlines()]
    assert [row[:6] for row in rows] == [
        ["Ola", "Aas", "", "", "Støperi", "Åse Ødegård"],
        ["Åse", "Ødegård", "", "", "Produksjon", ""],
    ]


# Layout


def listing(editor: OrganisationEditor) -> Listing:
    found = list_of(editor).parent()
    assert isinstance(found, Listing)
    return found


def test_a_layout_is_taken_up_again(editor: OrganisationEditor, people: Table) -> None:
    people.setColumnWidth(LAST, 222)
    people.horizontalHeader().moveSection(0, 2)
    click_heading(people, FIRST)
    kept = editor.layout_state()
    people.setColumnWidth(LAST, 100)
    people.horizontalHeader().moveSection(2, 0)
    click_heading(people, LAST)
    editor.restore_layout(kept)
    assert editor.layout_state() == kept
    assert shown(people, FIRST) == ["Åse", "Kari", "Ola"]


NONSENSE = [
    None,
    {"widths": ["wide"] * 12, "order": [0, 0], "sort": [99, True]},
    {"widths": [100], "order": "back", "sort": [1]},
    {"order": [True, *range(1, 12)], "sort": ["1", False]},
]


def test_a_layout_that_makes_no_sense_is_passed_over(editor: OrganisationEditor) -> None:
    for state in NONSENSE:
        before = listing(editor).state()
        listing(editor).restore(state)
        assert listing(editor).state() == before
