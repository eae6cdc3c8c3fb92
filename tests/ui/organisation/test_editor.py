"""The tab as the window sees it: pasting, finding, panes, layout, and a file one may only read."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from lean_desktop.document.document import Document
from lean_desktop.queries import organisation as queries
from lean_desktop.ui.editor import Find
from lean_desktop.ui.import_table import NAME, OUTCOME
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.main_window import MainWindow
from lean_desktop.ui.organisation.editor import OrganisationEditor
from lean_desktop.ui.organisation.import_dialog import ImportDialog
from lean_desktop.ui.organisation.new_dialog import NewDialog
from lean_desktop.ui.organisation.panel import Panel
from lean_desktop.ui.widgets.field import Field
from lean_desktop.ui.widgets.table import Table
from tests.plants import TODAY, Plant
from tests.ui.conftest import NOW
from tests.ui.hands import choose, click, click_cell, focused, press, shown, write
from tests.ui.organisation.steps import (
    CTRL,
    FIRST,
    LAST,
    back_to,
    button,
    child,
    close_dialog,
    list_of,
    no_step,
    one_step,
    panel,
    show_list,
)

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)")  # popups offscreen

Key = Qt.Key
ROWS = "Fornavn\tEtternavn\tAvdeling\nPer\tBerg\tStøperi\nUnni\tDahl\tLager\n"


# Pasting


def test_rows_of_a_spreadsheet_open_the_import(
    editor: OrganisationEditor, people: Table, filled: LiveDocument
) -> None:
    QApplication.clipboard().setText(ROWS)
    with one_step(filled, "Import 2 people"):
        press(Key.Key_V, CTRL)
        dialog = child(editor, ImportDialog)
        assert shown(dialog.table, NAME) == ["Per Berg", "Unni Dahl"]
        assert shown(dialog.table, OUTCOME) == ["New", "New"]
        click(dialog.import_button)
        back_to(editor)
        assert shown(people, LAST) == ["Aas", "Berg", "Dahl", "Ødegård", "Solberg"]
        assert people.hasFocus()
        assert "Lager" in [unit.name for unit in filled.read(queries.units)]
    assert shown(people, LAST) == ["Aas", "Ødegård", "Solberg"]


def test_a_paste_that_is_thought_better_of_does_nothing(
    editor: OrganisationEditor, filled: LiveDocument
) -> None:
    QApplication.clipboard().setText(ROWS)
    with no_step(filled):
        press(Key.Key_V, CTRL)
        child(editor, ImportDialog)
        close_dialog(editor)


def test_what_is_no_list_of_people_opens_nothing(
    editor: OrganisationEditor, filled: LiveDocument
) -> None:
    for which, text in [("Units", ROWS), ("Groups", ROWS), ("People", " \n")]:
        QApplication.clipboard().setText(text)
        show_list(editor, which)
        with no_step(filled):
            press(Key.Key_V, CTRL)
            assert editor.findChildren(ImportDialog) == []


def test_a_paste_into_an_open_cell_goes_into_the_cell(people: Table, filled: LiveDocument) -> None:
    QApplication.clipboard().setText("Olav")
    with one_step(filled, "Change first name of “Ola Aas”"):
        click_cell(people, 0, FIRST)
        press(Key.Key_F2)
        press(Key.Key_V, CTRL)
        press(Key.Key_Return)
        assert shown(people, FIRST)[0] == "Olav"


# Text in hand


def test_a_command_first_commits_the_open_cell(
    editor: OrganisationEditor, people: Table, filled: LiveDocument
) -> None:
    with one_step(filled, "Change first name of “Ola Aas”"):
        click_cell(people, 0, FIRST)
        press(Key.Key_F2)
        write("Olav")
        press(Key.Key_N, CTRL)
        assert child(editor, NewDialog).isVisible()
        close_dialog(editor)
        assert shown(people, FIRST)[0] == "Olav"


def test_another_tab_waits_for_a_cell_that_will_not_do(
    window: MainWindow, editor: OrganisationEditor, people: Table
) -> None:
    click_cell(people, 0, 9)
    press(Key.Key_F2)
    write("31.02.2020")
    press(Key.Key_2, CTRL)
    assert window.shown_key() == "organisation"
    assert window.editor is editor
    press(Key.Key_Escape)
    press(Key.Key_2, CTRL)
    assert window.shown_key() == "meetings"


# Finding


def test_everything_can_be_found(editor: OrganisationEditor, plant: Plant) -> None:
    assert set(editor.finds()) == {
        Find("person", plant.boss, "Åse Ødegård", "Produksjon"),
        Find("person", plant.kari, "Kari Solberg", "Støperi"),
        Find("person", plant.ola, "Ola Aas", "Støperi"),
        Find("unit", plant.works, "Produksjon"),
        Find("unit", plant.foundry, "Støperi"),
        Find("role", plant.leading, "Fasilitator", "Montering"),
        Find("role", plant.coordinating, "Koordinator"),
        Find("group", plant.steering, "Styringsgruppe"),
        Find("group", plant.group, "Montering"),
    }


def test_what_is_found_is_shown_whatever_is_filtered_by(
    editor: OrganisationEditor, people: Table, plant: Plant
) -> None:
    editor.toolbar.group.setFocus()
    choose("Styringsgruppe")
    assert shown(people, LAST) == []
    editor.show_found(Find("person", plant.kari, "Kari Solberg"))
    assert [each.name for each in editor.chosen()] == ["Kari Solberg"]
    assert people.hasFocus()
    editor.show_found(Find("group", plant.group, "Montering"))
    assert [each.name for each in editor.chosen()] == ["Montering"]


# The window


def test_the_status_counts(editor: OrganisationEditor, people: Table) -> None:
    assert editor.status() == "3 people · 2 units · 2 groups"
    press(Key.Key_Delete)
    assert editor.status() == "2 people · 2 units · 2 groups"


def test_f6_goes_through_the_panes(
    qtbot: QtBot, window: MainWindow, editor: OrganisationEditor
) -> None:
    panel(qtbot, editor, Panel)
    window.strip.tabs.setFocus()
    panes, there = window.panes(), []
    for _ in panes:
        press(Key.Key_F6)
        there += [
            place
            for place, pane in enumerate(panes)
            if focused() in (pane, *pane.findChildren(QWidget))
        ]
    assert there == [1, 2, 0]


@pytest.mark.parametrize("times", [1, 2])
def test_the_panel_is_hidden_and_shown(editor: OrganisationEditor, times: int) -> None:
    for _ in range(times):
        press(Key.Key_I, CTRL)
    assert editor.layout_state()["side"]["shown"] == (times == 2)


def test_the_list_that_was_shown_is_shown_again(editor: OrganisationEditor) -> None:
    show_list(editor, "Groups")
    kept = editor.layout_state()
    show_list(editor, "People")
    editor.restore_layout(kept)
    assert editor.shown == "groups"


def test_a_layout_that_makes_no_sense_is_passed_over(editor: OrganisationEditor) -> None:
    before = editor.layout_state()
    editor.restore_layout({"list": "pets", "side": 3, "lists": ["people"]})
    assert editor.layout_state() == before


def test_whoever_was_chosen_is_chosen_again(
    editor: OrganisationEditor, people: Table, plant: Plant
) -> None:
    click_cell(people, 2, 0)
    place = editor.place()
    assert place["people"] == plant.kari
    click_cell(people, 0, 0)
    editor.return_to({**place, "groups": plant.group})
    assert [each.name for each in editor.chosen()] == ["Kari Solberg"]
    show_list(editor, "Groups")
    assert [each.name for each in editor.chosen()] == ["Montering"]


# Reading only


@pytest.fixture
def read_only(filled: LiveDocument) -> Iterator[LiveDocument]:
    """The same file, opened so that nothing can be changed in it."""
    path: Path = filled.document.path
    filled.document.close()
    document = Document.open(path, writable=False)
    document.clock = lambda: NOW
    live = LiveDocument(document)
    yield live
    live.close()


@pytest.fixture
def reader(qtbot: QtBot, window: MainWindow, read_only: LiveDocument) -> OrganisationEditor:
    window.forget_document()
    window.show_document(read_only)
    editor = window.editor
    assert isinstance(editor, OrganisationEditor)
    list_of(editor).setFocus()
    qtbot.waitUntil(lambda: bool(editor.findChildren(Panel)))
    panel(qtbot, editor, Panel)
    return editor


def test_a_file_that_is_only_read_offers_no_change(
    reader: OrganisationEditor, read_only: LiveDocument
) -> None:
    bar, fields = reader.toolbar, child(reader, Panel)
    assert not bar.new_button.isEnabled()
    assert not bar.import_button.isEnabled()
    assert not any(field.isEnabled() for field in fields.findChildren(Field))
    assert not button(fields, "Anonymise …").isEnabled()
    press(Key.Key_A, CTRL)
    deeds = [each for each in reader.findChildren(QPushButton) if "…" in each.text()]
    assert not any(each.isEnabled() for each in deeds if each.isVisible())


KEYS = [
    (Key.Key_Delete,),
    (Key.Key_F2, Key.Key_X, Key.Key_Return),
    (Key.Key_X,),
]


def test_keys_change_nothing_there(reader: OrganisationEditor, read_only: LiveDocument) -> None:
    for keys in KEYS:
        for key in keys:
            press(key)
        assert focused() is list_of(reader)
        assert shown(list_of(reader), FIRST) == ["Ola", "Åse", "Kari"]
        assert len(read_only.read(queries.people, today=TODAY)) == 3


def test_rows_cannot_be_pasted_there(reader: OrganisationEditor) -> None:
    QApplication.clipboard().setText(ROWS)
    press(Key.Key_V, CTRL)
    assert reader.findChildren(ImportDialog) == []
