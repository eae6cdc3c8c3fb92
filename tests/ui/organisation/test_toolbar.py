"""The toolbar: which list, whose people, and what is left of it in a narrow window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from lean_desktop.edits import organisation
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.main_window import MainWindow
from lean_desktop.ui.organisation.editor import OrganisationEditor
from lean_desktop.ui.organisation.toolbar import ALL, ANY, WITH_US, Wanted
from lean_desktop.ui.widgets.inputs import Choice
from lean_desktop.ui.widgets.table import Table
from tests.plants import STEP, Plant
from tests.ui.hands import choose, click, press, shown
from tests.ui.organisation.steps import LAST, list_of, show_list

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)")  # popups offscreen

Key = Qt.Key


def choose_in(choice: Choice, text: str) -> None:
    choice.setFocus()
    choose(text)
    assert choice.currentText() == text


def narrow(window: MainWindow, width: int) -> None:
    window.setMinimumWidth(0)
    window.resize(width, 900)
    QApplication.processEvents()


def test_one_list_at_a_time(editor: OrganisationEditor) -> None:
    bar = editor.toolbar
    seen = []
    for name in ("Units", "Groups", "People"):
        table = show_list(editor, name)
        filters = all(each.isVisible() for each in bar.filters)
        seen.append((table.accessibleName(), table.isVisible(), bar.new_button.text(), filters))
    assert seen == [
        ("Units", True, "New unit", False),
        ("Groups", True, "New group", False),
        ("People", True, "New person", True),
    ]


def test_each_list_is_searched_with_the_same_words(editor: OrganisationEditor) -> None:
    editor.toolbar.search.setFocus()
    QTest.keyClicks(editor.toolbar.search, "montering")
    assert shown(list_of(editor), LAST) == []
    assert shown(show_list(editor, "Groups"), 0) == ["Montering"]
    assert shown(show_list(editor, "Units"), 0) == []


def test_units_and_groups_are_offered_as_they_come_and_go(
    editor: OrganisationEditor, filled: LiveDocument
) -> None:
    def offered(choice: Choice) -> list[str]:
        return [choice.itemText(place) for place in range(choice.count())]

    bar = editor.toolbar
    assert offered(bar.unit) == ["All units", "Produksjon", "Støperi"]
    assert sorted(offered(bar.group)) == ["All groups", "Montering", "Styringsgruppe"]
    filled.edit(STEP, organisation.add_unit, "Lager")
    assert offered(bar.unit) == ["All units", "Lager", "Produksjon", "Støperi"]
    filled.undo()
    assert offered(bar.unit) == ["All units", "Produksjon", "Støperi"]


def test_what_is_filtered_by_stays_when_something_else_comes(
    editor: OrganisationEditor, people: Table, filled: LiveDocument
) -> None:
    choose_in(editor.toolbar.unit, "Støperi")
    filled.edit(STEP, organisation.add_unit, "Lager")
    assert editor.toolbar.unit.currentText() == "Støperi"
    assert shown(people, LAST) == ["Aas", "Solberg"]


def test_everybody_is_shown_when_the_unit_is_deleted(
    editor: OrganisationEditor, people: Table, filled: LiveDocument, plant: Plant
) -> None:
    choose_in(editor.toolbar.unit, "Støperi")
    filled.edit(STEP, organisation.remove_units, [plant.foundry])
    assert editor.toolbar.unit.currentText() == "All units"
    assert shown(people, LAST) == ["Aas", "Ødegård", "Solberg"]
    assert editor.toolbar.counted.text() == ""


def test_at_first_those_with_us_today_are_asked_for(editor: OrganisationEditor) -> None:
    assert editor.toolbar.wanted() == Wanted(WITH_US, ANY, ANY)


# Narrow windows


def test_in_a_narrow_window_the_filters_are_a_menu(
    window: MainWindow, editor: OrganisationEditor, people: Table, filled: LiveDocument
) -> None:
    narrow(window, 900)
    bar = editor.toolbar
    assert not any(each.isVisible() for each in bar.filters)
    assert bar.filter_button.isVisible()
    click(bar.filter_button)
    for key in (Key.Key_Down, Key.Key_Down, Key.Key_Right, Key.Key_Down, Key.Key_Down):
        press(key)  # its second part, Unit, and there the third
    press(Key.Key_Return)
    assert shown(people, LAST) == ["Aas", "Solberg"]
    assert bar.filter_button.text() == "Filter (1)"
    assert bar.unit.currentText() == "Støperi"


def test_in_a_very_narrow_one_buttons_lose_their_texts_but_not_their_names(
    window: MainWindow, editor: OrganisationEditor
) -> None:
    narrow(window, 620)
    bar = editor.toolbar
    told = [(each.text(), each.accessibleName()) for each in (bar.import_button, bar.new_button)]
    assert told == [("", "Import people"), ("", "New person")]
    assert bar.new_button.toolTip() == "New person"
    narrow(window, 1440)
    assert bar.new_button.text() == "New person"
    assert bar.new_button.toolTip() == ""


def test_what_is_not_there_is_passed_over(editor: OrganisationEditor, people: Table) -> None:
    editor.toolbar.want(Wanted(ALL, 99, 99))
    assert editor.toolbar.wanted() == Wanted(ALL, ANY, ANY)
    assert len(shown(people, LAST)) == 3


def test_a_click_on_the_shown_list_leaves_it_shown(editor: OrganisationEditor) -> None:
    table = show_list(editor, "People")
    click(editor.toolbar.segments)
    assert table.isVisible()
