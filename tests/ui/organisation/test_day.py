"""The tab as of another day: everything can be read, and nothing changed."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lean_desktop.domain.chart import BoxKind, box_key
from lean_desktop.edits import organisation as edits
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.main_window import MainWindow
from lean_desktop.ui.organisation.chart_view import ChartView
from lean_desktop.ui.organisation.day_dialog import DayDialog
from lean_desktop.ui.organisation.editor import OrganisationEditor
from lean_desktop.ui.organisation.person_panel import PersonPanel
from lean_desktop.ui.widgets.banner import Banner
from tests.plants import STEP, Plant
from tests.ui.hands import click, press, write
from tests.ui.organisation.steps import (
    back_to,
    button,
    child,
    no_step,
    panel,
    rows_of,
    show_list,
    to_front,
    use_menu,
)

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)")  # popups offscreen
Key = Qt.Key


def show_day(window: MainWindow, editor: OrganisationEditor, day: str) -> None:
    use_menu(window, "view", "Show another day …")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, DayDialog)
    dialog.field.editor.setFocus()
    write(day)
    click(button(dialog, "Show the day"))
    back_to(editor)


def names(editor: OrganisationEditor) -> list[str]:
    return [row.name for row in rows_of(show_list(editor, "People"))]


def test_who_was_there_that_day(
    window: MainWindow, editor: OrganisationEditor, filled: LiveDocument, plant: Plant
) -> None:
    filled.edit(STEP, edits.change_people, [plant.ola], active_from=date(2026, 6, 1))
    assert "Ola Aas" in names(editor)
    show_day(window, editor, "01.05.2026")
    assert "Ola Aas" not in names(editor)
    assert child(editor, Banner).text.text().startswith("This is the organisation on ")
    click(button(editor, "Back to today"))
    assert "Ola Aas" in names(editor)
    assert editor.live is filled


def test_nothing_is_changed_on_another_day(
    qtbot: QtBot, window: MainWindow, editor: OrganisationEditor, filled: LiveDocument
) -> None:
    show_day(window, editor, "01.09.2026")
    people = show_list(editor, "People")
    with no_step(filled):
        press(Key.Key_Delete)
        press(Key.Key_F2)
        assert not people.cells.in_hand()
        assert not editor.toolbar.new_button.isEnabled()
        assert not panel(qtbot, editor, PersonPanel).named["title"].isEnabled()
        changing = [each for each in editor.commands() if each.edits]
        assert changing
        assert not any(each.allowed() for each in changing if each.allowed)


def test_the_chart_is_that_of_the_day(
    window: MainWindow, editor: OrganisationEditor, filled: LiveDocument, plant: Plant
) -> None:
    filled.edit(STEP, edits.change_groups, [plant.group], active_from=date(2026, 8, 1))
    click(button(editor.toolbar, "Chart"))
    show_day(window, editor, "01.07.2026")
    view = editor.panes()[0]
    assert isinstance(view, ChartView)
    assert view.picture.place(box_key(BoxKind.GROUP, plant.group)) is None
    assert view.picture.place(box_key(BoxKind.GROUP, plant.steering)) is not None


def test_another_day_and_then_today(
    window: MainWindow, editor: OrganisationEditor, filled: LiveDocument
) -> None:
    show_day(window, editor, "01.07.2026")
    click(button(editor, "Another day …"))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, DayDialog)
    to_front(dialog)
    write("01.08.2026")
    press(Key.Key_Return)
    back_to(editor)
    assert editor.live.today == date(2026, 8, 1)
    click(button(editor, "Back to today"))
    assert editor.live.today == filled.today
    assert not [each for each in editor.findChildren(Banner) if each.isVisible()]


def test_an_edit_elsewhere_shows_on_the_day_too(
    window: MainWindow, editor: OrganisationEditor, filled: LiveDocument
) -> None:
    show_day(window, editor, "01.07.2026")
    filled.edit(STEP, edits.add_person, first_name="Nils")
    editor.toolbar.want(editor.toolbar.wanted()._replace(who="all"))
    assert "Nils" in names(editor)


def test_groups_roles_and_counts_are_those_of_the_day(
    window: MainWindow, editor: OrganisationEditor, filled: LiveDocument, plant: Plant
) -> None:
    filled.edit(STEP, edits.change_groups, [plant.group], active_from=date(2026, 10, 1))
    filled.edit(STEP, edits.change_people, [plant.ola], active_from=date(2026, 10, 1))

    def listed() -> tuple[set[int], set[int]]:
        groups, roles = (
            {row.id for row in rows_of(show_list(editor, name))} for name in ("Groups", "Roles")
        )
        return groups, roles

    def found(kind: str) -> set[int]:
        return {each.key for each in editor.finds() if each.kind == kind}

    whole, counts = listed(), editor.status()
    assert whole == ({plant.steering, plant.group}, {plant.leading, plant.coordinating})
    show_day(window, editor, "01.07.2026")
    assert listed() == ({plant.steering}, {plant.coordinating})
    assert (found("group"), found("role")) == listed()
    assert editor.status() == "2 people · 2 units · 1 group"
    assert editor.status() in window.status.counts.text()
    filled.edit(STEP, edits.change_groups, [plant.group], active_from=date(2026, 6, 1))
    assert listed() == whole
    filled.undo()
    assert listed() == ({plant.steering}, {plant.coordinating})
    click(button(editor, "Back to today"))
    assert (listed(), editor.status()) == (whole, counts)
