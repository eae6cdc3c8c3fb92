"""The import of a matrix: a preview that names every odd cell, then one undo step."""

from datetime import date
from pathlib import Path

import pytest

from lean_desktop.domain.people_import import Outcome
from lean_desktop.i18n import Language
from lean_desktop.queries.competence import matrix_facts
from lean_desktop.ui.competence.editor import CompetenceEditor
from lean_desktop.ui.competence.import_dialog import MatrixImport
from lean_desktop.ui.live_document import LiveDocument
from tests.dumps import dump
from tests.ui.hands import click

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)")

TABLE = """\
Oppdatert 1.9.2026;;;
Navn;A3;5S;Møteleder
Målnivå;3;2;3
Solberg, Kari;2 ;x;1
Ola Berg;;3;4
"""


def opened(editor: CompetenceEditor, path: Path) -> MatrixImport:
    editor.import_file(path)
    found = editor.findChild(MatrixImport)
    assert isinstance(found, MatrixImport)
    return found


@pytest.fixture
def dialog(editor: CompetenceEditor, tmp_path: Path) -> MatrixImport:
    source = tmp_path / "matrise.csv"
    source.write_text(TABLE, encoding="utf-8-sig")
    return opened(editor, source)


def shown(dialog: MatrixImport) -> list[tuple[str, Outcome]]:
    return [(row.name, row.outcome) for row in dialog.model.rows]


def test_it_says_what_was_found_and_names_every_odd_cell(dialog: MatrixImport) -> None:
    assert dialog.found.text() == "3 skills in B–D, named in row 2, targets in row 3."
    assert dialog.new_skills.text() == "1 skill is new: Møteleder"
    assert dialog.day.text() == "01/09/2026"
    assert shown(dialog) == [
        ("Kari Solberg", Outcome.UPDATED),
        ("Ola Berg", Outcome.REFUSED),
    ]
    assert "B4: “2 ” is read as 2. C4: “x” is no level; it is left out." in dialog.whole.text()


def test_taking_in_is_one_step(dialog: MatrixImport, filled: LiveDocument, t: Language) -> None:
    before = dump(filled.document)
    assert dialog.import_button.text() == "Import 2 levels"
    dialog.add_people.click()
    assert shown(dialog)[1] == ("Ola Berg", Outcome.CREATED)
    click(dialog.import_button)
    assert not dialog.isVisible()
    label = filled.document.undo_label
    assert label is not None
    assert t(label) == "Import 4 levels"
    matrix = filled.read(matrix_facts, day=filled.today)
    who = {each.name: each.id for each in matrix.people}
    what = {each.name: each.id for each in matrix.skills}
    assert matrix.level(who["Kari Solberg"], what["A3"]) == 2
    assert matrix.level(who["Ola Berg"], what["Møteleder"]) == 4
    assert matrix.target(who["Ola Berg"], what["5S"]) == 2
    filled.undo()
    assert dump(filled.document) == before


def test_another_day_and_nobody_for_the_targets(dialog: MatrixImport, filled: LiveDocument) -> None:
    dialog.day.put("2.9.2026")
    dialog.day.commit()
    dialog.whose.setCurrentIndex(0)
    click(dialog.import_button)
    matrix = filled.read(matrix_facts, day=filled.today)
    assert matrix.bindings.requirements == []
    a3 = next(each.id for each in matrix.skills if each.name == "A3")
    (kari,) = (each.id for each in matrix.people if each.name == "Kari Solberg")
    cell = matrix.cell(kari, a3)
    assert cell is not None
    assert (cell.level, cell.assessed) == (2, date(2026, 9, 2))


def test_what_is_no_matrix_is_refused_with_what_to_look_for(
    editor: CompetenceEditor, tmp_path: Path
) -> None:
    source = tmp_path / "liste.csv"
    source.write_text("Navn;Avdeling\nKari;Innkjøp\n", encoding="utf-8")
    dialog = opened(editor, source)
    assert "No matrix is found here" in dialog.refusal.text()
    assert not dialog.import_button.isEnabled()


def test_where_nobody_is_here_adding_them_is_offered_at_once(
    editor: CompetenceEditor, tmp_path: Path
) -> None:
    source = tmp_path / "liste.csv"
    source.write_text("Navn;5S\nEn Annen;3\n", encoding="utf-8")
    dialog = opened(editor, source)
    assert dialog.add_people.isChecked()
    assert shown(dialog) == [("En Annen", Outcome.CREATED)]
