"""Ladders: how far each has climbed, diplomas, and the steps as they are set up."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lean_desktop.domain.competence.requirements import Of
from lean_desktop.domain.roles import RoleKind
from lean_desktop.edits.competence import assess
from lean_desktop.i18n import M_
from lean_desktop.queries.ladders import diplomas, ladders
from lean_desktop.ui.competence.editor import CompetenceEditor
from lean_desktop.ui.competence.ladder_dialog import LadderDialog
from lean_desktop.ui.competence.ladder_page import LadderPage
from lean_desktop.ui.competence.tables import lines
from lean_desktop.ui.print_preview import PrintPreview
from tests.dumps import dump
from tests.ui.competence.learning import Learning, learn
from tests.ui.hands import click, write

SCOPE = (Of.ROLE_KIND, RoleKind.COORDINATOR.value)


@pytest.fixture
def there(editor: CompetenceEditor) -> Learning:
    return learn(editor)


@pytest.fixture
def page(editor: CompetenceEditor, there: Learning) -> LadderPage:
    editor.show_view("ladders")
    QApplication.processEvents()
    return editor.views.ladders


def asked(page: LadderPage) -> LadderDialog:
    QApplication.processEvents()
    (found,) = (each for each in page.window().findChildren(LadderDialog) if each.isVisible())
    return found


def test_who_holds_the_role_stands_with_what_is_missing_to_the_next_step(page: LadderPage) -> None:
    berit, arne = lines(page.tree)
    assert (berit.text(0), arne.text(0)) == ("Berit Dahl", "Arne Vik")
    assert berit.text(1) == "On no step yet"
    assert berit.text(2) == "Leading meetings: 0 of 2"
    steps = [berit.child(n) for n in range(berit.childCount())]
    assert [step.text(0) for step in steps if step] == ["Beginner", "Master"]
    page.tree.setCurrentItem(berit)
    assert not page.diploma.isEnabled()


def test_a_new_level_takes_them_a_step_up_and_the_diploma_is_one_step(
    page: LadderPage, editor: CompetenceEditor, there: Learning, qtbot: QtBot
) -> None:
    live = editor.live
    live.edit(M_("Assess"), assess, there.berit, there.first, 3, day=live.today)
    berit = lines(page.tree)[0]
    assert berit.text(1) == "On “Beginner”"
    assert berit.text(2) == "Taking minutes: 0 of 3"
    before = dump(live.document)
    page.tree.setCurrentItem(berit)
    click(page.diploma)
    (given,) = live.read(diplomas)
    assert (given.person_id, given.day) == (there.berit, live.today)
    assert lines(page.tree)[0].text(3) == "06/10/2026"
    page.tree.setCurrentItem(lines(page.tree)[0])
    click(page.paper)
    preview = page.findChild(PrintPreview)
    assert preview is not None
    qtbot.waitUntil(lambda: preview.pages is not None)
    assert preview.pages is not None
    assert len(preview.pages) == 1
    preview.close()
    live.undo()
    assert dump(live.document) == before
    assert lines(page.tree)[0].text(3) == ""


def test_steps_are_renamed_reordered_and_added_in_one_step(
    page: LadderPage, editor: CompetenceEditor
) -> None:
    before = dump(editor.live.document)
    click(page.edit)
    dialog = asked(page)
    dialog.rows[0].name.setFocus()
    write("Novice")
    click(dialog.rows[0].down)
    dialog.add()
    write("Teacher")
    click(dialog.rows[2].levels.more)
    dialog.keep()
    steps = editor.live.read(ladders)[SCOPE]
    assert [each.name for each in steps] == ["Master", "Novice", "Teacher"]
    assert len(steps[2].skills) == 1
    editor.live.undo()
    assert dump(editor.live.document) == before


def test_a_step_without_a_name_is_refused_and_nothing_is_written(
    page: LadderPage, editor: CompetenceEditor
) -> None:
    before = dump(editor.live.document)
    click(page.edit)
    dialog = asked(page)
    click(dialog.rows[1].gone)
    dialog.rows[0].name.setFocus()
    write(" ")
    dialog.keep()
    assert dialog.refusal.text()
    assert dump(editor.live.document) == before


def test_a_new_ladder_is_offered_to_roles_that_have_none(
    page: LadderPage, editor: CompetenceEditor
) -> None:
    click(page.new)
    dialog = asked(page)
    offered = [dialog.whose.itemText(n) for n in range(dialog.whose.count())]
    assert offered[-1] == "Coordinator"  # the role of the workspace, not the kind
    assert offered.count("Coordinator") == 1
    dialog.rows[0].name.setFocus()
    write("First")
    dialog.keep()
    assert page.ladder.count() == 2
    assert len(editor.live.read(ladders)) == 2
