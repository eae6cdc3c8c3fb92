"""The import of actions: a preview that says what becomes of each row, then one undo step."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from lean_desktop.domain.actions_import import ActionColumn
from lean_desktop.domain.people_import import Outcome
from lean_desktop.i18n import Language
from lean_desktop.queries import actions as queries
from lean_desktop.queries.cards import own_fields
from lean_desktop.ui.actions.editor import ActionsEditor
from lean_desktop.ui.actions.exchange import export_actions
from lean_desktop.ui.actions.import_dialog import ActionsImport
from lean_desktop.ui.live_document import LiveDocument
from tests.dumps import dump
from tests.ui.hands import click

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)")

LIST = """Gjøremål;Ansvarlig;Frist;Status;Kostnadssted
Vaske;Kari Solberg;12.10.2026;pågår;4711
Male;Ingen her;snarest;ny;
Rydde;;;kanskje;
"""


@pytest.fixture
def dialog(editor: ActionsEditor, tmp_path: Path) -> ActionsImport:
    source = tmp_path / "liste.csv"
    source.write_text(LIST, encoding="utf-8")
    editor.import_file(source)
    found = editor.findChild(ActionsImport)
    assert isinstance(found, ActionsImport)
    return found


def shown(dialog: ActionsImport) -> list[tuple[str, Outcome]]:
    return [(row.title, row.outcome) for row in dialog.model.rows]


def test_each_row_says_what_becomes_of_it(dialog: ActionsImport) -> None:
    assert shown(dialog) == [
        ("Vaske", Outcome.CREATED),
        ("Male", Outcome.CREATED),
        ("Rydde", Outcome.REFUSED),
    ]
    assert dialog.import_button.text() == "Import 2 actions"
    dialog.table.selectRow(2)
    assert "“kanskje” is no state" in dialog.whole.text()
    dialog.segments.choose(Outcome.REFUSED.value)
    dialog.segments.chosen.emit(Outcome.REFUSED.value)
    assert shown(dialog) == [("Rydde", Outcome.REFUSED)]


def test_importing_is_one_step(dialog: ActionsImport, filled: LiveDocument, t: Language) -> None:
    before = dump(filled.document)
    click(dialog.import_button)
    assert {"Vaske", "Male"} <= {each.title for each in filled.read(queries.actions)}
    label = filled.document.undo_label
    assert label is not None
    assert t(label) == "Import 2 actions"
    assert not dialog.isVisible()
    filled.undo()
    assert dump(filled.document) == before


def test_a_column_becomes_a_field_when_it_is_ticked(
    dialog: ActionsImport, filled: LiveDocument
) -> None:
    (box,) = dialog.own.values()
    assert box.text() == "Make a field of “Kostnadssted”"
    box.click()
    click(dialog.import_button)
    assert [each.name for each in filled.read(own_fields)] == ["Kostnadssted"]


def test_another_column_may_be_meant(dialog: ActionsImport) -> None:
    combo = dialog.columns.fields[ActionColumn.TITLE]
    combo.setCurrentIndex(combo.findText("Kostnadssted"))
    combo.activated.emit(combo.currentIndex())
    assert shown(dialog)[0] == ("4711", Outcome.CREATED)
    combo.setCurrentIndex(0)
    combo.activated.emit(0)
    assert "No column says what is to be done" in dialog.refusal.text()
    assert not dialog.import_button.isEnabled()


def test_what_is_not_imported_can_be_saved(dialog: ActionsImport, tmp_path: Path) -> None:
    dialog.save_refused(tmp_path / "avvist.csv")
    lines = (tmp_path / "avvist.csv").read_text(encoding="utf-8-sig").splitlines()
    assert lines == ["Gjøremål;Ansvarlig;Frist;Status;Kostnadssted", "Rydde;;;kanskje;"]


def test_our_own_export_comes_back_unchanged(
    editor: ActionsEditor, filled: LiveDocument, tmp_path: Path
) -> None:
    path = tmp_path / "actions.xlsx"
    export_actions(editor.around, editor, path)
    editor.import_file(path)
    QApplication.processEvents()
    found = editor.findChild(ActionsImport)
    assert isinstance(found, ActionsImport)
    assert {row.outcome for row in found.model.rows} == {Outcome.UNCHANGED}
    assert found.import_button.text() == "Nothing to import"
    found.close()
