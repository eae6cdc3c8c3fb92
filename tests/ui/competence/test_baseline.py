"""A baseline sheet is keyed in key by key, and what is told differently is listed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from lean_desktop.domain.competence.levels import Kind
from lean_desktop.queries.competence import history
from lean_desktop.ui.competence.baseline_dialog import BaselineDialog
from lean_desktop.ui.competence.baseline_grid import SELF, SUPERVISOR
from lean_desktop.ui.competence.editor import CompetenceEditor
from lean_desktop.ui.competence.tables import lines
from tests.dumps import dump
from tests.ui.competence.learning import Learning, learn


@pytest.fixture
def there(editor: CompetenceEditor) -> Learning:
    return learn(editor)


@pytest.fixture
def sheet(editor: CompetenceEditor, there: Learning) -> BaselineDialog:
    dialog = BaselineDialog(editor.around, editor.source, there.berit, editor)
    dialog.open()
    QApplication.processEvents()
    return dialog


def shown(sheet: BaselineDialog, column: int) -> list[str]:
    model = sheet.grid.model()
    return [model.index(row, column).data() for row in range(model.rowCount())]


def test_digits_go_down_the_column_and_over_to_the_next(sheet: BaselineDialog) -> None:
    n = sheet.grid.rowCount()
    QTest.keyClicks(sheet.grid, "0" * (n - 1) + "4" + "2")
    assert shown(sheet, SELF) == [*("0" * (n - 1)), "4"]
    assert shown(sheet, SUPERVISOR)[0] == "2"
    assert (sheet.grid.currentRow(), sheet.grid.currentColumn()) == (1, SUPERVISOR)


def test_space_leaves_out_backspace_goes_back_and_a_wrong_key_is_refused(
    sheet: BaselineDialog,
) -> None:
    QTest.keyClicks(sheet.grid, "1 23")
    assert shown(sheet, SELF)[:4] == ["1", "", "2", "3"]
    QTest.keyClick(sheet.grid, Qt.Key.Key_Backspace)
    assert shown(sheet, SELF)[:4] == ["1", "", "2", ""]
    QTest.keyClicks(sheet.grid, "7")
    assert "no level" in sheet.refusal.text()
    QTest.keyClicks(sheet.grid, "4")
    assert sheet.refusal.text() == ""
    assert shown(sheet, SELF)[3] == "4"


def test_a_sheet_is_one_step_of_two_kinds_and_differences_are_listed_the_largest_first(
    sheet: BaselineDialog, editor: CompetenceEditor, there: Learning
) -> None:
    before = dump(editor.live.document)
    names = shown(sheet, 0)
    first, second = names.index("Leading meetings"), names.index("Taking minutes")
    for column, levels in ((SELF, "34"), (SUPERVISOR, "21")):
        for row, level in zip((first, second), levels, strict=True):
            sheet.grid.setCurrentCell(row, column)
            QTest.keyClicks(sheet.grid, level)
    sheet.keep()
    said = editor.live.read(history, there.berit, there.first)
    assert {each.kind: each.level for each in said} == {Kind.SELF: 3, Kind.SUPERVISOR: 2}
    told = [[line.text(n) for n in range(3)] for line in lines(sheet.differences)]
    assert told == [["Taking minutes", "4", "1"], ["Leading meetings", "3", "2"]]
    assert sheet.grid.is_empty()
    editor.live.undo()
    assert dump(editor.live.document) == before


def test_another_person_waits_until_the_sheet_is_kept(
    sheet: BaselineDialog, editor: CompetenceEditor, there: Learning
) -> None:
    QTest.keyClicks(sheet.grid, "3")
    sheet.person.put("Arne Vik")
    assert not sheet.person.try_commit()
    assert "Keep the sheet first" in sheet.person.sentence.text()
    sheet.keep()
    assert sheet.grid.person_id == there.arne
    assert sheet.person.sentence.text() == ""


def test_an_empty_sheet_is_refused(sheet: BaselineDialog, editor: CompetenceEditor) -> None:
    before = dump(editor.live.document)
    sheet.keep()
    assert "The sheet is empty" in sheet.refusal.text()
    assert dump(editor.live.document) == before
