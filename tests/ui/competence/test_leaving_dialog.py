"""What falls below need when people are ticked; nothing is written by that."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from lean_desktop.edits import competence
from lean_desktop.i18n import M_
from lean_desktop.queries import actions
from lean_desktop.ui.competence.editor import CompetenceEditor
from lean_desktop.ui.competence.leaving_dialog import LeavingDialog
from lean_desktop.ui.live_document import LiveDocument
from tests.dumps import dump
from tests.ui.hands import click


def test_who_is_ticked_decides_what_falls(editor: CompetenceEditor, filled: LiveDocument) -> None:
    spots = {(person, skill): 4 for person in (1, 2) for skill in (1, 2)}
    filled.edit(M_("x"), competence.assess_many, spots, day=filled.today)
    before = dump(filled.document)
    dialog = LeavingDialog(editor.around, editor.source, set(), editor)
    dialog.open()
    assert dialog.told.text() == "Tick those who leave or are away."
    dialog.people.item(0).setCheckState(Qt.CheckState.Checked)
    lines = [dialog.falls.topLevelItem(n) for n in range(dialog.falls.topLevelItemCount())]
    assert [(each.text(0), each.text(1), each.text(2)) for each in lines if each] == [
        ("A3", "1", "2"),
        ("Coaching", "1", "2"),
    ]
    assert dialog.told.text() == "2 skills fall below need"
    dialog.people.item(1).setCheckState(Qt.CheckState.Checked)
    assert dialog.told.text() == "2 skills fall below need, 2 that nobody can"
    assert dump(filled.document) == before
    (act,) = (b for b in dialog.findChildren(QPushButton) if b.text() == "Make an action")
    click(act)
    assert [each.title for each in filled.read(actions.actions)] == ["Train more people in A3"]
    dialog.close()


def test_those_of_the_chosen_cells_are_ticked_to_begin_with(editor: CompetenceEditor) -> None:
    dialog = LeavingDialog(editor.around, editor.source, {2}, editor)
    assert dialog.leaving() == {2}
    dialog.search.setText("linh")
    rows = [dialog.people.item(row) for row in range(2)]
    assert [each.text() for each in rows if not each.isHidden()] == ["Linh Nguyễn"]
