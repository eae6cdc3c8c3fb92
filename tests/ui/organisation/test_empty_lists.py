"""What stands where there is nothing: a way on, and back again once something is there."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from lean_desktop.queries import organisation as queries
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.organisation.editor import OrganisationEditor
from lean_desktop.ui.organisation.new_dialog import NewDialog
from lean_desktop.ui.widgets.empty_state import EmptyState
from tests.ui.answers import Answers
from tests.ui.hands import click, press, shown, write
from tests.ui.organisation.steps import (
    CTRL,
    button,
    child,
    close_dialog,
    list_of,
    one_step,
    show_list,
    undo,
)

Key = Qt.Key


@pytest.fixture
def filled(live: LiveDocument) -> LiveDocument:
    """A workspace that was just made."""
    return live


def page(editor: OrganisationEditor) -> EmptyState:
    return child(list_of(editor), EmptyState)


PAGES = [
    ("People", "No people yet", ["Import people", "New person"]),
    ("Units", "No units yet", ["Import people", "New unit"]),
    ("Groups", "No groups yet", ["New group"]),
]


def test_an_empty_list_says_so_and_how_to_go_on(editor: OrganisationEditor) -> None:
    for which, fact, ways in PAGES:
        show_list(editor, which)
        assert page(editor).fact.text() == fact
        offered = [each for each in page(editor).findChildren(QPushButton) if each.isVisible()]
        assert [each.text() for each in offered] == ways
        assert editor.status() == "0 people · 0 units · 0 groups"
        assert editor.chosen() == []


@pytest.mark.parametrize(
    ("which", "way", "step"),
    [
        ("People", "New person", "Add person: Produksjon"),
        ("Units", "New unit", "Add unit: Produksjon"),
        ("Groups", "New group", "Add group: Produksjon"),
    ],
)
def test_the_first_one_is_made_from_here(
    editor: OrganisationEditor, filled: LiveDocument, which: str, way: str, step: str
) -> None:
    table = show_list(editor, which)
    with one_step(filled, step):
        click(button(page(editor), way))
        assert child(editor, NewDialog).isVisible()
        write("Produksjon")
        press(Key.Key_Return)
        close_dialog(editor)
        assert shown(table, 0) == ["Produksjon"]
        assert not table.findChildren(EmptyState)[0].isVisible()
    assert page(editor).isVisible()


def test_tab_leads_to_the_ways_on(editor: OrganisationEditor) -> None:
    list_of(editor).setFocus()
    seen = []
    for _ in range(2):
        press(Key.Key_Tab)
        seen.append([each.text() for each in editor.findChildren(QPushButton) if each.hasFocus()])
    assert seen == [["Import people"], ["New person"]]


def test_import_is_asked_for_from_the_empty_list_of_units(
    editor: OrganisationEditor, answers: Answers
) -> None:
    show_list(editor, "Units")
    click(button(page(editor), "Import people"))
    assert answers.asked == ["import"]
    assert editor.shown == "people"


def test_a_search_in_nothing_is_still_nothing_yet(editor: OrganisationEditor) -> None:
    press(Key.Key_F, CTRL)
    write("kari")
    assert page(editor).fact.text() == "No people yet"


def test_when_nothing_fits_that_is_said_instead(
    editor: OrganisationEditor, filled: LiveDocument
) -> None:
    press(Key.Key_N, CTRL)
    write("Kari")
    press(Key.Key_Return)
    close_dialog(editor)
    press(Key.Key_F, CTRL)
    write("ola")
    assert page(editor).fact.text() == "Nothing fits"
    assert editor.toolbar.counted.text() == "0 of 1"
    click(button(page(editor), "Show all"))
    assert shown(list_of(editor), 0) == ["Kari"]
    assert [each.name for each in editor.chosen()] == ["Kari"]
    list_of(editor).setFocus()
    undo()
    assert page(editor).fact.text() == "No people yet"
    assert filled.read(queries.people, today=filled.today) == []
