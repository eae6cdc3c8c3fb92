"""Whose competence is seen, in which order, and finding somebody in it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from sqlalchemy import Connection

from lean_desktop.domain.competence.shown import RowsBy
from lean_desktop.domain.organisation import GroupKind, GroupRole
from lean_desktop.edits import organisation, roles, skills
from lean_desktop.i18n import M_
from lean_desktop.ui.competence.editor import CompetenceEditor
from lean_desktop.ui.competence.tables import Table
from lean_desktop.ui.live_document import LiveDocument
from tests.dumps import dump
from tests.ui.hands import click, write


@pytest.fixture
def staffed(filled: LiveDocument) -> LiveDocument:
    """Kari is in a group and has a role; Linh has neither."""
    filled.document.aside(_staff)
    return filled


def _staff(connection: Connection) -> None:
    group = organisation.add_group(connection, name="Montering", kind=GroupKind.IMPROVEMENT)
    organisation.add_members(connection, group, [2], role=GroupRole.MEMBER)
    keeper = roles.add_role(connection, name="Board keeper")
    roles.assign(connection, keeper, [2])


def names(editor: CompetenceEditor) -> list[str]:
    return [each.name for each in editor.source.rows()]


def test_the_holders_of_a_role_may_be_seen_alone(
    staffed: LiveDocument, editor: CompetenceEditor
) -> None:
    editor.bar.show_scopes()
    at = editor.bar.scope.findText("Role Board keeper")
    editor.bar.scope.setCurrentIndex(at)
    editor.bar.scope.activated.emit(at)
    assert names(editor) == ["Kari Solberg"]


@pytest.mark.parametrize(
    ("by", "over"), [(RowsBy.GROUP, "Montering"), (RowsBy.ROLE, "Board keeper")]
)
def test_rows_lie_under_their_group_or_role(
    staffed: LiveDocument, editor: CompetenceEditor, by: RowsBy, over: str
) -> None:
    editor.source.show_only(editor.source.shown._replace(by=by))
    lines = editor.page._people()
    assert [(each.name, each.span) for each in lines] == [
        ("Kari Solberg", over),
        ("Linh Nguyễn", ""),
    ]


def test_ctrl_f_finds_and_enter_goes_there(editor: CompetenceEditor) -> None:
    editor.show_view("training")
    editor.begin_search()
    QApplication.processEvents()
    assert editor.bar.search.hasFocus()
    write("kari")
    QTest.keyClick(editor.bar.search, Qt.Key.Key_Return)
    assert names(editor) == ["Kari Solberg"]
    assert editor.page.grid.hasFocus()
    assert editor.page.current() == (2, 1)


def test_an_empty_list_says_what_is_to_come(editor: CompetenceEditor) -> None:
    editor.show_view("courses")
    courses = editor.views.courses.courses
    assert isinstance(courses, Table)
    assert courses.accessibleDescription().startswith("No course yet.")
    empty = courses.grab().toImage()
    courses._nothing = ""
    assert courses.grab().toImage() != empty


def test_an_empty_matrix_begins_with_the_skills_that_ship(
    editor: CompetenceEditor, filled: LiveDocument
) -> None:
    editor.live.edit(M_("Remove"), skills.remove_skills, [1, 2, 3], with_history=True)
    QApplication.processEvents()
    assert editor.empty.isVisible()
    assert not editor.panel.isVisible()
    before = dump(filled.document)
    offered = [each for each in editor.empty.findChildren(QPushButton) if each.isVisible()]
    assert [each.text() for each in offered] == ["Take the skills that ship", "Import a matrix …"]
    click(offered[0])
    assert len(editor.source.columns()) > 20
    assert editor.page.isVisible()
    filled.undo()
    assert dump(filled.document) == before
