"""Roles: the list, the panel with who has them, new ones, and the mandate behind them."""

from datetime import date
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lean_desktop.domain.organisation import GroupKind, GroupRole
from lean_desktop.domain.roles import COORDINATOR, MandateFor, RoleKind
from lean_desktop.edits import organisation as organisation_edits
from lean_desktop.edits import roles as edits
from lean_desktop.queries import organisation as organisation_queries
from lean_desktop.queries import roles as queries
from lean_desktop.ui.dialog import Dialog
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.organisation.editor import OrganisationEditor
from lean_desktop.ui.organisation.group_panel import GroupPanel
from lean_desktop.ui.organisation.mandate_dialog import MandateDialog
from lean_desktop.ui.organisation.new_role_dialog import NewRoleDialog
from lean_desktop.ui.organisation.role_panel import RolePanel
from lean_desktop.ui.row_model import RowModel
from tests.plants import STEP, Plant
from tests.ui.hands import choose, click, press, write
from tests.ui.organisation.steps import (
    back_to,
    button,
    child,
    close_dialog,
    no_step,
    one_step,
    panel,
    rows_of,
    show_list,
    to_front,
    write_name,
)

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)")  # popups offscreen
D = TypeVar("D", bound=Dialog)
Key = Qt.Key


def shown(editor: OrganisationEditor) -> list[tuple[str, ...]]:
    """Name, holders and deputies of every role in the list."""
    model = show_list(editor, "Roles").model()
    assert isinstance(model, RowModel)
    return [tuple(column.text(row) for column in model.columns[:3]) for row in model.rows()]


def role_panel(qtbot: QtBot, editor: OrganisationEditor, key: int) -> RolePanel:
    show_list(editor, "Roles").go_to(key)
    return panel(qtbot, editor, RolePanel)


def dialog(kind: type[D]) -> D:
    found = QApplication.activeModalWidget()
    assert isinstance(found, kind)
    to_front(found)
    return found


def test_roles_are_listed_with_who_has_them(editor: OrganisationEditor) -> None:
    assert shown(editor) == [
        ("Koordinator", "Vacant", ""),
        ("Fasilitator", "Åse Ødegård", "Kari Solberg"),
    ]


def test_a_name_is_changed_in_the_list(editor: OrganisationEditor, filled: LiveDocument) -> None:
    show_list(editor, "Roles")
    with one_step(filled, "Change name of “Koordinator”"):
        press(Key.Key_F2)
        write("Lean-koordinator")
        press(Key.Key_Return)


def test_a_role_is_deleted(editor: OrganisationEditor, filled: LiveDocument) -> None:
    show_list(editor, "Roles")
    with one_step(filled, "Delete “Koordinator”"):
        press(Key.Key_Delete)
        assert [each[0] for each in shown(editor)] == ["Fasilitator"]


def test_a_ready_description_brings_its_texts(
    editor: OrganisationEditor, filled: LiveDocument
) -> None:
    show_list(editor, "Roles")
    with one_step(filled, "Add role: Note-taker"):
        press(Key.Key_N, Qt.KeyboardModifier.ControlModifier)
        new = dialog(NewRoleDialog)
        new.description.editor.setFocus()
        choose("Note-taker")
        assert new.name.text() == "Note-taker"
        new.group.editor.setFocus()
        write_name("Montering")
        click(button(new, "Add"))
        close_dialog(editor)
        (made,) = [
            role
            for role in filled.read(queries.roles, today=filled.today)
            if role.kind is RoleKind.NOTE_TAKER
        ]
        assert made.group == "Montering"
        assert made.accountabilities
        assert made.holders == ("Kari Solberg",)  # who takes the notes of the group


def test_a_role_without_a_name_is_refused(editor: OrganisationEditor, filled: LiveDocument) -> None:
    show_list(editor, "Roles")
    with no_step(filled):
        press(Key.Key_N, Qt.KeyboardModifier.ControlModifier)
        new = dialog(NewRoleDialog)
        click(button(new, "Add"))
        assert new.name.sentence.text().startswith("This cannot be empty.")
        close_dialog(editor)


def test_a_role_is_given_and_taken_off(
    qtbot: QtBot, editor: OrganisationEditor, filled: LiveDocument, plant: Plant
) -> None:
    shown_role = role_panel(qtbot, editor, plant.coordinating)
    with one_step(filled, "Give “Koordinator” to Kari Solberg"):
        shown_role.holders.give.editor.setFocus()
        write("kari")
        press(Key.Key_Return)
        (given,) = filled.read(queries.assignments, role_id=plant.coordinating)
        assert (given.person, given.deputy, given.valid_from) == (
            *("Kari Solberg", False),
            filled.today,
        )


def test_a_role_is_taken_off(
    qtbot: QtBot, editor: OrganisationEditor, filled: LiveDocument, plant: Plant
) -> None:
    filled.edit(STEP, edits.assign, plant.coordinating, [plant.ola])
    held = role_panel(qtbot, editor, plant.coordinating).holders.list
    with one_step(filled, "Take “Koordinator” from Ola Aas"):
        held.setFocus()
        held.selectRow(0)
        press(Key.Key_Delete)
        assert filled.read(queries.assignments, role_id=plant.coordinating) == []


def test_a_deputy_is_added(
    qtbot: QtBot, editor: OrganisationEditor, filled: LiveDocument, plant: Plant
) -> None:
    shown_role = role_panel(qtbot, editor, plant.coordinating)
    with one_step(filled, "Ola Aas as deputy for “Koordinator”"):
        shown_role.holders.stand_in.editor.setFocus()
        write("ola")
        press(Key.Key_Return)
        assert filled.read(queries.assignments, role_id=plant.coordinating)[0].deputy


def test_who_leads_the_group_leads_it_here_too(
    qtbot: QtBot, editor: OrganisationEditor, filled: LiveDocument, plant: Plant
) -> None:
    kind = RoleKind.GROUP_LEADER
    key = filled.edit(STEP, edits.add_role, "Leder", kind=kind, group_id=plant.group)
    shown_role = role_panel(qtbot, editor, key)
    held = rows_of(shown_role.holders.members.list)
    assert [each.person for each in held] == ["Åse Ødegård"]
    with one_step(filled, "Give “Leder” to Kari Solberg"):
        shown_role.holders.give.editor.setFocus()
        write("kari")
        press(Key.Key_Return)
        parts = [
            (each.role, each.valid_from, each.valid_to)
            for each in filled.read(organisation_queries.memberships, group_id=plant.group)
            if each.person_id == plant.kari
        ]
        before = filled.today.replace(day=filled.today.day - 1)
        assert parts == [
            (GroupRole.LEADER, filled.today, None),
            (GroupRole.NOTE_TAKER, None, before),
        ]


def test_texts_of_a_role_are_written_in_the_panel(
    qtbot: QtBot, editor: OrganisationEditor, filled: LiveDocument, plant: Plant
) -> None:
    shown_role = role_panel(qtbot, editor, plant.coordinating)
    with one_step(filled, "Change accountabilities of “Koordinator”"):
        shown_role.named["accountabilities"].editor.setFocus()
        write("Spør etter gjøremål")
        press(Key.Key_Tab)
        (role,) = filled.read(queries.roles, [plant.coordinating], today=filled.today)
        assert role.accountabilities == "Spør etter gjøremål"


# Mandates


def test_the_mandate_a_role_acts_on_is_told(
    qtbot: QtBot, editor: OrganisationEditor, plant: Plant
) -> None:
    box = role_panel(qtbot, editor, plant.leading).mandate
    assert box._stands.text() == "Valid"
    assert box._given.text() == (
        "For Improvement group · given by Ledelsen · version 1 from 01/03/2026"
    )
    assert box._text.text() == "Prøve ut"


def test_a_new_version_keeps_the_old_text_with_its_days(
    qtbot: QtBot, editor: OrganisationEditor, filled: LiveDocument, plant: Plant
) -> None:
    box = role_panel(qtbot, editor, plant.coordinating).mandate
    with one_step(filled, "Give a mandate: Coordinator"):
        click(box.open)
        mandate = dialog(MandateDialog)
        mandate.version.editor.setFocus()
        choose("A")
        mandate.text.editor.setFocus()
        write("Holde i gang og lære opp")
        mandate.giver.editor.setFocus()
        write_name("Styringsgruppe")
        click(button(mandate, "Give the mandate"))
        back_to(editor)
        new, old = filled.read(queries.mandates, to=COORDINATOR)
        assert (new.version, new.text, new.giver_group_id) == (
            *(2, "Holde i gang og lære opp"),
            plant.steering,
        )
        assert (old.text, old.valid_from) == ("Holde i gang", date(2026, 3, 1))
        assert old.valid_to is not None
        assert box._given.text().startswith("For Coordinator · given by Styringsgruppe · version 2")


def test_the_latest_version_is_corrected(
    qtbot: QtBot, editor: OrganisationEditor, filled: LiveDocument, plant: Plant
) -> None:
    box = role_panel(qtbot, editor, plant.coordinating).mandate
    with one_step(filled, "Correct the mandate: Coordinator"):
        click(box.open)
        mandate = dialog(MandateDialog)
        mandate.text.editor.setFocus()
        write("Holde alt i gang")
        click(button(mandate, "Save the correction"))
        back_to(editor)
        (only,) = filled.read(queries.mandates, to=COORDINATOR)
        assert (only.version, only.text) == (1, "Holde alt i gang")


def test_an_earlier_version_is_only_read(
    qtbot: QtBot, editor: OrganisationEditor, filled: LiveDocument, plant: Plant
) -> None:
    filled.edit(STEP, edits.give_mandate, COORDINATOR, "Ny", valid_from=date(2026, 6, 1))
    click(role_panel(qtbot, editor, plant.coordinating).mandate.open)
    mandate = dialog(MandateDialog)
    mandate.version.editor.setFocus()
    choose("1,")
    assert mandate.text.text() == "Holde i gang"
    assert not mandate.text.isEnabled()
    assert not mandate.save.isEnabled()
    close_dialog(editor)


def test_a_day_that_is_none_is_refused_with_a_sentence(
    qtbot: QtBot, editor: OrganisationEditor, filled: LiveDocument, plant: Plant
) -> None:
    with no_step(filled):
        click(role_panel(qtbot, editor, plant.coordinating).mandate.open)
        mandate = dialog(MandateDialog)
        mandate.valid_from.editor.setFocus()
        write("31.02.2026")
        click(button(mandate, "Save the correction"))
        assert mandate.refused.text().startswith("February 2026 has 28 days.")
        assert mandate.isVisible()
        close_dialog(editor)


def test_a_group_is_given_a_mandate_of_its_own(
    qtbot: QtBot, editor: OrganisationEditor, filled: LiveDocument, plant: Plant
) -> None:
    show_list(editor, "Groups").go_to(plant.group)
    box = panel(qtbot, editor, GroupPanel).mandate
    with one_step(filled, "Give a mandate: Montering"):
        click(box.own)
        mandate = dialog(MandateDialog)
        mandate.text.editor.setFocus()
        write("Bare oss")
        click(button(mandate, "Give the mandate"))
        back_to(editor)
        assert box._text.text() == "Bare oss"
        assert not box.own.isVisible()


def test_a_kind_of_group_begins_with_a_ready_text(
    qtbot: QtBot, editor: OrganisationEditor, filled: LiveDocument, plant: Plant
) -> None:
    show_list(editor, "Groups").go_to(plant.steering)
    box = panel(qtbot, editor, GroupPanel).mandate
    assert box._stands.text() == "Missing"
    with one_step(filled, "Give a mandate: Steering group"):
        click(box.open)
        mandate = dialog(MandateDialog)
        assert len(mandate.text.text()) > 100
        click(button(mandate, "Give the mandate"))
        back_to(editor)
        assert filled.read(queries.mandates, to=MandateFor(group_kind=GroupKind.STEERING))


def test_what_is_typed_for_one_is_not_taken_for_another(
    qtbot: QtBot, editor: OrganisationEditor, filled: LiveDocument, plant: Plant
) -> None:
    role_panel(qtbot, editor, plant.coordinating).named["purpose"].editor.setFocus()
    write("Holde i gang")
    child(editor, RolePanel)
    show_list(editor, "Roles").go_to(plant.leading)
    (role,) = filled.read(queries.roles, [plant.coordinating], today=filled.today)
    assert role.purpose == "Holde i gang"


def test_a_role_follows_its_group(editor: OrganisationEditor, filled: LiveDocument) -> None:
    (key,) = [
        each.id
        for each in filled.read(organisation_queries.groups, today=filled.today)
        if each.name == "Montering"
    ]
    shown(editor)
    filled.edit(STEP, organisation_edits.change_groups, [key], name="Maskin")
    assert "Maskin" in [row.place for row in rows_of(show_list(editor, "Roles"))]
