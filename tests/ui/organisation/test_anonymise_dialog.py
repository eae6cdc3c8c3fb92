"""Anonymising: what goes, which texts a human must look at, and the backups that still know."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from lean_desktop.document import backup
from lean_desktop.document.backup import Backup, Backups, Reason
from lean_desktop.domain.errors import KnownError
from lean_desktop.edits import meetings, organisation
from lean_desktop.queries import meetings as meeting_queries
from lean_desktop.queries import organisation as queries
from lean_desktop.queries.workspace import workspace
from lean_desktop.settings import Settings, backup_folder
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.main_window import MainWindow
from lean_desktop.ui.organisation.anonymise_dialog import AnonymiseDialog
from lean_desktop.ui.organisation.editor import OrganisationEditor
from lean_desktop.ui.organisation.person_panel import PersonPanel
from lean_desktop.ui.widgets.table import Table
from tests.plants import STEP, TODAY, Plant
from tests.ui.hands import click, click_cell, press, shown
from tests.ui.organisation import steps
from tests.ui.organisation.steps import (
    FIRST,
    LAST,
    back_to,
    button,
    child,
    close_dialog,
    no_step,
    one_step,
    use_menu,
)

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)")  # popups offscreen

Key = Qt.Key
KARI = 2
Open = Callable[[], AnonymiseDialog]


@pytest.fixture
def open_for_kari(window: MainWindow, editor: OrganisationEditor, people: Table) -> Open:
    def opened() -> AnonymiseDialog:
        click_cell(people, KARI, 0)
        use_menu(window, "tools", "Anonymise …")
        return child(editor, AnonymiseDialog)

    return opened


def told(dialog: AnonymiseDialog) -> str:
    return "\n".join(each.text() for each in dialog.findChildren(QLabel) if each.isVisible())


def backups(live: LiveDocument, settings: Settings) -> list[Backup]:
    return Backups(backup_folder(settings)).of(live.read(workspace).uuid)


def make_backup(live: LiveDocument, settings: Settings) -> None:
    Backups(backup_folder(settings), live.document.clock).make(live.document, Reason.ASKED)


def test_a_person_becomes_a_number_everywhere(
    editor: OrganisationEditor,
    people: Table,
    filled: LiveDocument,
    plant: Plant,
    open_for_kari: Open,
) -> None:
    with one_step(filled, "Anonymise a person"):
        click(button(open_for_kari(), "Anonymise"))
        back_to(editor)
        (found,) = filled.read(queries.people, [plant.kari], today=TODAY)
        assert "Kari" not in found.name
        assert "Solberg" not in found.name
        assert found.manager == ""
        assert "Kari" not in shown(people, FIRST)
        assert [each.id for each in filled.read(queries.memberships, person_id=plant.kari)] == [2]
    assert shown(people, LAST)[KARI] == "Solberg"


@pytest.mark.parametrize("by", ["Esc", "Cancel"])
def test_nothing_is_done_before_the_button_is_pressed(
    editor: OrganisationEditor, filled: LiveDocument, open_for_kari: Open, by: str
) -> None:
    with no_step(filled):
        dialog = open_for_kari()
        assert "Name, number, title, e-mail, phone, manager and dates of Kari Solberg" in told(
            dialog
        )
        if by == "Esc":
            close_dialog(editor)
        else:
            assert button(dialog, "Cancel").hasFocus()
            press(Key.Key_Space)
            back_to(editor)


def test_texts_with_the_whole_name_are_counted_and_rewritten(
    editor: OrganisationEditor, filled: LiveDocument, plant: Plant, open_for_kari: Open
) -> None:
    about = "Kari Solberg viser fram tavla"
    filled.edit(STEP, meetings.change_meetings, [plant.meeting], purpose=about)
    with one_step(filled, "Anonymise a person"):
        dialog = open_for_kari()
        assert "1 text with the whole name is rewritten." in told(dialog)
        assert not hasattr(dialog, "texts")
        click(button(dialog, "Anonymise"))
        back_to(editor)
        (meeting,) = filled.read(meeting_queries.meetings, [plant.meeting])
        assert "Kari" not in meeting.purpose
        assert meeting.purpose.endswith("viser fram tavla")


def test_texts_with_a_part_of_the_name_are_listed_and_stay(
    editor: OrganisationEditor, filled: LiveDocument, plant: Plant, open_for_kari: Open
) -> None:
    about = "Spør Kari\nom tavla"
    filled.edit(STEP, organisation.change_groups, [plant.group], purpose=about)
    dialog = open_for_kari()
    texts = [dialog.texts.item(row).text() for row in range(dialog.texts.count())]
    assert texts == ["Purpose of a group: Spør Kari om tavla"]
    assert dialog.texts.isVisible()
    assert dialog.texts.item(0).toolTip() == about
    click(button(dialog, "Anonymise"))
    back_to(editor)
    (group,) = filled.read(queries.groups, [plant.group], today=TODAY)
    assert group.purpose == about


# Backups


def test_without_backups_none_are_spoken_of(open_for_kari: Open) -> None:
    assert not open_for_kari().backups.isVisible()


def test_backups_stay_unless_it_is_asked(
    editor: OrganisationEditor, filled: LiveDocument, settings: Settings, open_for_kari: Open
) -> None:
    make_backup(filled, settings)
    dialog = open_for_kari()
    assert dialog.backups.text() == "Delete the 1 earlier backup now"
    assert not dialog.backups.isChecked()
    click(button(dialog, "Anonymise"))
    back_to(editor)
    assert len(backups(filled, settings)) == 1


def test_backups_are_deleted_with_their_notes(
    editor: OrganisationEditor, filled: LiveDocument, settings: Settings, open_for_kari: Open
) -> None:
    make_backup(filled, settings)
    make_backup(filled, settings)
    with one_step(filled, "Anonymise a person"):
        dialog = open_for_kari()
        assert dialog.backups.text() == "Delete the 2 earlier backups now"
        dialog.backups.setFocus()
        press(Key.Key_Space)
        click(button(dialog, "Anonymise"))
        back_to(editor)
        assert backups(filled, settings) == []
        left = [each for each in backup_folder(settings).rglob("*") if each.is_file()]
        assert left == []


def test_a_backup_that_cannot_be_deleted_is_told(
    qtbot: QtBot,
    filled: LiveDocument,
    settings: Settings,
    open_for_kari: Open,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(_backup: Backup) -> None:
        raise PermissionError("read-only")

    make_backup(filled, settings)
    monkeypatch.setattr(backup, "delete", refuse)
    dialog = open_for_kari()
    dialog.backups.setFocus()
    press(Key.Key_Space)
    with qtbot.captureExceptions() as raised:
        click(button(dialog, "Anonymise"))
    assert [kind for kind, _error, _place in raised] == [KnownError]
    assert len(backups(filled, settings)) == 1
    assert not dialog.isVisible()


def test_the_button_of_the_panel_asks_too(
    qtbot: QtBot, editor: OrganisationEditor, people: Table
) -> None:
    click_cell(people, KARI, 0)
    panel = steps.panel(qtbot, editor, PersonPanel)
    anonymise = button(panel, "Anonymise …")
    panel.ensureWidgetVisible(anonymise)
    click(anonymise)
    assert child(editor, AnonymiseDialog).windowTitle() == "Anonymise Kari Solberg"
