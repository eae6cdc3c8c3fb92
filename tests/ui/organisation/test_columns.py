"""Cells of every kind, edited in place: one step each, refused with a sentence, or left alone."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from lean_desktop.domain.organisation import GroupKind
from lean_desktop.queries import organisation as queries
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.organisation.editor import OrganisationEditor
from lean_desktop.ui.widgets.refusal import Refusal
from lean_desktop.ui.widgets.table import Table
from tests.plants import TODAY, Plant
from tests.ui.hands import click_cell, focused, press, shown, type_in_cell, write
from tests.ui.organisation.steps import (
    EMAIL,
    FIRST,
    FROM,
    GROUPS,
    LAST,
    MANAGER,
    NUMBER,
    PERCENT,
    PHONE,
    TITLE,
    TO,
    UNIT,
    no_step,
    one_step,
    show_list,
    to_front,
    undo,
)

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)")  # popups offscreen

Key = Qt.Key
OLA, ASE, KARI = 0, 1, 2
"""The rows of people, by last name."""


def told(table: Table) -> str:
    """The sentence that is seen beside a cell."""
    seen = [each.text() for each in table.viewport().findChildren(Refusal) if each.isVisible()]
    assert len(seen) < 2
    return seen[0] if seen else ""


PERSON_CELLS = [
    (FIRST, "Olav", "Olav", "first_name", "Olav", "first name"),
    (LAST, "Aasen", "Aasen", "last_name", "Aasen", "last name"),
    (NUMBER, "0042", "0042", "number", "0042", "number"),
    (TITLE, "Støper", "Støper", "title", "Støper", "job title"),
    (UNIT, "produksjon", "Produksjon", "unit_id", 1, "unit"),
    (MANAGER, "solberg", "Kari Solberg", "manager_id", 2, "manager"),
    (EMAIL, "ola@v.example", "ola@v.example", "email", "ola@v.example", "e-mail"),
    (PHONE, "902 57 465", "902 57 465", "phone", "902 57 465", "phone"),
    (PERCENT, "37,5 %", "37.5", "percent", 37.5, "position"),
    (FROM, "1.3.2020", "01/03/2020", "active_from", date(2020, 3, 1), "first day"),
    (TO, "31/12/26", "31/12/2026", "active_to", date(2026, 12, 31), "last day"),
]


def test_a_cell_of_a_person_is_one_step(people: Table, filled: LiveDocument) -> None:
    for column, typed, shows, field, value, what in PERSON_CELLS:
        to_front(people.window())
        before = shown(people, column)
        with one_step(filled, f"Change {what} of “Ola Aas”"):
            type_in_cell(people, OLA, column, typed)
            assert shown(people, column) == [shows, *before[1:]]
            found = filled.read(queries.people, today=TODAY)
            assert [getattr(each, field) for each in found if each.id == 3] == [value]
        assert shown(people, column) == before


def test_a_name_that_is_deleted_leaves_nobody(people: Table, filled: LiveDocument) -> None:
    for column, empty in [(UNIT, "unit"), (MANAGER, "manager")]:
        with one_step(filled, f"Change {empty} of “Ola Aas”"):
            click_cell(people, OLA, column)
            press(Key.Key_F2)
            press(Key.Key_Delete)
            press(Key.Key_Return)
            assert shown(people, column)[OLA] == ""


REFUSED = [
    (FROM, "31.02.2020", "February 2020 has 29 days. Write a date up to 29/02."),
    (FROM, "i går", "“i går” is no date. Write it as 06/10/2026."),
    (PERCENT, "halv", "“halv” is no number. Write 100 or 37.5."),
    (PERCENT, "2000", "A position is between 0 and 1000 percent."),
    (UNIT, "Lager", "There is no unit “Lager”. Make it first: Insert, New unit."),
    (MANAGER, "Per Berg", "“Per Berg” is not known here. Choose from the list."),
]


def test_what_will_not_do_stays_with_its_sentence_until_esc(
    people: Table, filled: LiveDocument
) -> None:
    for column, typed, sentence in REFUSED:
        to_front(people.window())
        before = shown(people, column)
        with no_step(filled):
            line = type_in_cell(people, OLA, column, typed)
            assert focused() is line
            assert line.text() == typed
            assert told(people) == sentence
            assert line.accessibleDescription() == sentence
            press(Key.Key_Escape)
        assert told(people) == ""
        assert shown(people, column) == before
        assert focused() is people


def test_what_fits_several_names_is_nobody(people: Table, filled: LiveDocument) -> None:
    with no_step(filled):
        click_cell(people, OLA, MANAGER)
        press(Key.Key_F2)
        write("a")
        press(Key.Key_Escape)  # the names that are offered
        press(Key.Key_Return)
        assert told(people) == "“a” fits 2 names. Choose one from the list."
        press(Key.Key_Escape)


def test_a_refused_day_can_be_mended(people: Table, filled: LiveDocument) -> None:
    with one_step(filled, "Change first day of “Ola Aas”"):
        line = type_in_cell(people, OLA, FROM, "31.02.2020")
        assert told(people)
        assert focused() is line
        write("29.02.2020")
        press(Key.Key_Return)
        assert told(people) == ""
        assert shown(people, FROM)[OLA] == "29/02/2020"


def test_the_last_day_is_not_before_the_first(people: Table, filled: LiveDocument) -> None:
    type_in_cell(people, OLA, FROM, "01.03.2026")
    with no_step(filled):
        type_in_cell(people, OLA, TO, "28.02.2026")
        assert told(people)
        press(Key.Key_Escape)
    undo()
    assert shown(people, FROM)[OLA] == ""


def test_nobody_is_their_own_manager(people: Table, filled: LiveDocument) -> None:
    with no_step(filled):
        type_in_cell(people, ASE, MANAGER, "Kari Solberg")
        assert told(people)
        press(Key.Key_Escape)
    assert shown(people, MANAGER)[ASE] == ""


def test_a_person_keeps_one_of_the_names(people: Table, filled: LiveDocument) -> None:
    type_in_cell(people, OLA, FIRST, " ")
    assert shown(people, FIRST)[OLA] == ""
    with no_step(filled):
        type_in_cell(people, OLA, LAST, " ")
        assert told(people) == "A person needs a name. Write a first name or a last name."
        press(Key.Key_Escape)


def test_the_same_text_is_no_step(people: Table, filled: LiveDocument) -> None:
    for leave in [Key.Key_Tab, Key.Key_Return]:
        with no_step(filled):
            click_cell(people, OLA, FIRST)
            press(Key.Key_F2)
            write("Ola")
            press(leave)
        assert shown(people, FIRST)[OLA] == "Ola"


def test_typing_opens_the_cell(people: Table, filled: LiveDocument) -> None:
    with one_step(filled, "Change job title of “Ola Aas”"):
        click_cell(people, OLA, TITLE)
        press(Key.Key_X)
        QTest.keyClicks(focused(), "-bas")
        press(Key.Key_Return)
        assert shown(people, TITLE)[OLA] == "x-bas"


def test_names_are_offered_while_one_types(people: Table, filled: LiveDocument) -> None:
    with one_step(filled, "Change manager of “Ola Aas”"):
        click_cell(people, OLA, MANAGER)
        press(Key.Key_Return)
        write("sol")
        press(Key.Key_Down)
        press(Key.Key_Return)
        press(Key.Key_Return)
        assert shown(people, MANAGER)[OLA] == "Kari Solberg"


def test_what_is_counted_is_not_typed(people: Table, filled: LiveDocument) -> None:
    assert shown(people, GROUPS) == ["0", "1", "1"]
    with no_step(filled):
        click_cell(people, KARI, GROUPS)
        press(Key.Key_F2)
        assert focused() is people


def test_numbers_stand_at_the_right(people: Table) -> None:
    model = people.model()
    right = [
        column
        for column in range(model.columnCount())
        if (model.index(0, column).data(Qt.ItemDataRole.TextAlignmentRole) or 0)
        & int(Qt.AlignmentFlag.AlignRight)
    ]
    assert right == [PERCENT, GROUPS]


# Units and groups


UNIT_CELLS = [
    (0, "Smelteverk", "Smelteverk", "name"),
    (1, "", "", "place"),
    (2, "ola", "Ola Aas", "leader"),
]


def test_a_cell_of_a_unit_is_one_step(editor: OrganisationEditor, filled: LiveDocument) -> None:
    for column, typed, shows, what in UNIT_CELLS:
        table = show_list(editor, "Units")
        to_front(table.window())
        before = shown(table, column)
        with one_step(filled, f"Change {what} of “Støperi”"):
            type_in_cell(table, 1, column, typed or " ")
            assert shown(table, column)[1] == shows
        assert shown(table, column) == before


GROUP_CELLS = [
    (0, "Montering B", "Montering B", "name"),
    (1, "pilot", "Pilot team", "kind"),
    (4, "produksjon", "Produksjon", "unit"),
    (5, " ", "", "place"),
    (6, "2.1.2026", "02/01/2026", "first day"),
    (7, "2.1.2027", "02/01/2027", "last day"),
]


def test_a_cell_of_a_group_is_one_step(
    editor: OrganisationEditor, filled: LiveDocument, plant: Plant
) -> None:
    for column, typed, shows, what in GROUP_CELLS:
        table = show_list(editor, "Groups")
        to_front(table.window())
        before = shown(table, column)
        with one_step(filled, f"Change {what} of “Montering”"):
            type_in_cell(table, 1, column, typed)
            table.go_to(plant.group)
            assert shown(table, column)[table.currentIndex().row()] == shows
        assert shown(table, column) == before


IMPOSSIBLE = [
    ("Units", (0, 1, "Støperi"), "below"),
    ("Groups", (0, 5, "Montering"), "below"),
    ("Units", (0, 0, " "), "empty"),
    ("Groups", (1, 1, " "), "empty"),
]


def test_what_a_unit_or_a_group_cannot_be(editor: OrganisationEditor, filled: LiveDocument) -> None:
    for which, (row, column, typed), fits in IMPOSSIBLE:
        table = show_list(editor, which)
        before = shown(table, column)
        with no_step(filled):
            type_in_cell(table, row, column, typed)
            assert fits in told(table)
            press(Key.Key_Escape)
        assert shown(table, column) == before


def test_the_kind_of_a_group_is_stored_as_such(
    editor: OrganisationEditor, filled: LiveDocument
) -> None:
    type_in_cell(show_list(editor, "Groups"), 1, 1, "Pilot team")
    kinds = {each.name: each.kind for each in filled.read(queries.groups, today=TODAY)}
    assert kinds == {"Styringsgruppe": GroupKind.STEERING, "Montering": GroupKind.PILOT}
