"""The commands of the tab: by menu and keys, and grey where they would do nothing."""

import pytest
from PySide6.QtCore import Qt

from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.main_window import MainWindow
from lean_desktop.ui.organisation.commands import FOR_ROWS
from lean_desktop.ui.organisation.editor import OrganisationEditor
from lean_desktop.ui.organisation.new_dialog import NewDialog
from lean_desktop.ui.widgets.table import Table
from tests.ui.hands import press, shown
from tests.ui.organisation.steps import (
    CTRL,
    LAST,
    child,
    close_dialog,
    one_step,
    show_list,
    use_menu,
)

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)")  # popups offscreen

Key = Qt.Key
FOR_PEOPLE = {"add_to_group", "set_unit", "set_manager", "person_calendar", "anonymise"}


def allowed(window: MainWindow) -> set[str]:
    """Which of the commands for rows would do something now."""
    window.menus.refresh()
    return {name for name in FOR_ROWS if window.menus.action(name).isEnabled()}


def test_what_is_for_people_is_grey_for_others(
    window: MainWindow, editor: OrganisationEditor
) -> None:
    assert allowed(window) == set(FOR_ROWS)
    for which in ("Units", "Groups"):
        show_list(editor, which)
        assert allowed(window) == set(FOR_ROWS) - FOR_PEOPLE


def test_with_nobody_chosen_nothing_can_be_done_to_anybody(
    window: MainWindow, editor: OrganisationEditor, people: Table
) -> None:
    press(Key.Key_A, CTRL)
    press(Key.Key_Delete)
    assert allowed(window) == set()


NEW = [
    ("New person …", "New person"),
    ("New unit …", "New unit"),
    ("New group …", "New group"),
    ("New …", "New person"),
]


def test_new_rows_by_the_menu(window: MainWindow, editor: OrganisationEditor) -> None:
    for item, title in NEW:
        use_menu(window, "insert", item)
        assert child(editor, NewDialog).windowTitle() == title
        close_dialog(editor)


def test_lists_by_the_menu(window: MainWindow, editor: OrganisationEditor) -> None:
    for which in ["People", "Units", "Groups"]:
        use_menu(window, "view", which)
        assert editor.shown == which.lower()


def test_deleting_by_the_menu(
    window: MainWindow, editor: OrganisationEditor, people: Table, filled: LiveDocument
) -> None:
    with one_step(filled, "Delete “Ola Aas”"):
        use_menu(window, "edit", "Delete what is chosen")
        assert shown(people, LAST) == ["Ødegård", "Solberg"]


def test_finding_and_sorting_by_the_menu(
    window: MainWindow, editor: OrganisationEditor, people: Table
) -> None:
    use_menu(window, "view", "Sort by this column")
    assert shown(people, LAST) == ["Ødegård", "Solberg", "Aas"]
    use_menu(window, "edit", "Find in the list")
    assert editor.toolbar.search.hasFocus()
