"""What needs attention: a list that leads to the spot, and is empty when nothing is wanting."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from lean_desktop.domain.attention import AttentionKind
from lean_desktop.domain.roles import COORDINATOR
from lean_desktop.edits import organisation as organisation_edits
from lean_desktop.edits import roles as edits
from lean_desktop.queries import roles as queries
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.organisation.editor import OrganisationEditor
from lean_desktop.ui.organisation.group_panel import GroupPanel
from lean_desktop.ui.organisation.needs_page import Need
from lean_desktop.ui.organisation.person_panel import PersonPanel
from lean_desktop.ui.organisation.role_panel import RolePanel
from lean_desktop.ui.widgets.table import Table
from tests.plants import STEP, Plant
from tests.ui.hands import press, write
from tests.ui.organisation.steps import panel, rows_of, show_list


def lines(editor: OrganisationEditor) -> list[Need]:
    return rows_of(show_list(editor, "Missing"))


def go(editor: OrganisationEditor, kind: AttentionKind) -> Table:
    found = next(each for each in lines(editor) if each.found.kind is kind)
    table = show_list(editor, "Missing")
    table.go_to(found.id)
    return table


def test_the_list_says_what_the_rules_say(editor: OrganisationEditor, filled: LiveDocument) -> None:
    said = filled.read(queries.attention, today=filled.today)
    assert all(each.found in said for each in lines(editor))
    assert len(lines(editor)) == len(said)
    assert len({each.id for each in lines(editor)}) == len(said)


def test_the_panel_is_that_of_whom_it_is_about(
    qtbot: QtBot, editor: OrganisationEditor, plant: Plant
) -> None:
    go(editor, AttentionKind.VACANT_ROLE)
    assert panel(qtbot, editor, RolePanel).row.id == plant.coordinating
    go(editor, AttentionKind.NO_DEPUTY)
    assert panel(qtbot, editor, GroupPanel).row.id in (plant.group, plant.steering)


def test_enter_leads_to_the_spot(qtbot: QtBot, editor: OrganisationEditor, plant: Plant) -> None:
    go(editor, AttentionKind.VACANT_ROLE)
    press(Qt.Key.Key_Return)
    assert editor.shown == "roles"
    assert [row.id for row in editor.chosen()] == [plant.coordinating]


def test_a_person_in_no_group_is_shown_as_a_person(
    qtbot: QtBot, editor: OrganisationEditor, filled: LiveDocument, plant: Plant
) -> None:
    filled.edit(STEP, organisation_edits.add_person, first_name="Nils")
    go(editor, AttentionKind.NO_GROUP)
    assert panel(qtbot, editor, PersonPanel).row.groups == 0


def test_the_mandate_of_the_coordinator_leads_to_the_role(
    editor: OrganisationEditor, filled: LiveDocument, plant: Plant
) -> None:
    (mandate,) = filled.read(queries.mandates, to=COORDINATOR)
    filled.edit(STEP, edits.correct_mandate, mandate.id, review=filled.today)
    go(editor, AttentionKind.MANDATE_DUE)
    press(Qt.Key.Key_Return)
    assert [row.id for row in editor.chosen()] == [plant.coordinating]


def test_what_is_mended_goes_out_of_the_list(
    editor: OrganisationEditor, filled: LiveDocument, plant: Plant
) -> None:
    before = lines(editor)
    filled.edit(STEP, edits.assign, plant.coordinating, [plant.ola])
    left = lines(editor)
    gone = [each for each in before if each not in left]
    assert [each.found.kind for each in gone] == [AttentionKind.VACANT_ROLE]
    filled.undo()
    assert lines(editor) == before


def test_words_narrow_the_list(editor: OrganisationEditor) -> None:
    table = show_list(editor, "Missing")
    editor.begin_search()
    write("koordinator")
    assert {row.found.name for row in rows_of(table)} == {"Koordinator"}
