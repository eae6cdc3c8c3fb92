"""The grid edited as a spreadsheet is: each gesture one undo step, and the source equal to a fresh one."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox

from lean_desktop.domain.competence.levels import Scale
from lean_desktop.edits import skills
from lean_desktop.i18n import M_, Language
from lean_desktop.queries.competence import history
from lean_desktop.ui.competence.editor import CompetenceEditor
from lean_desktop.ui.competence.grid_view import GridView
from lean_desktop.ui.competence.source import MatrixSource
from lean_desktop.ui.live_document import LiveDocument
from tests.dumps import dump
from tests.ui.hands import LEFT, NONE

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def grid(editor: CompetenceEditor) -> GridView:
    view = editor.page.grid
    view.setFocus()
    view.choose((0, 0, 0, 0))
    view.selectionModel().setCurrentIndex(
        view.cells.index(0, 0), view.selectionModel().SelectionFlag.NoUpdate
    )
    return view


def levels(editor: CompetenceEditor) -> list[list[int | None]]:
    looks = editor.page.model
    rows, columns = range(looks.rowCount()), range(looks.columnCount())
    return [[looks.look(row, column).level for column in columns] for row in rows]


def as_afresh(editor: CompetenceEditor) -> bool:
    """Whether the source holds what one opened now would."""
    fresh = MatrixSource(editor.live, editor.t)
    fresh.load()
    own, other = editor.source.matrix, fresh.matrix
    assert own is not None
    assert other is not None
    same = {k: dict(v) for k, v in own.cells.items() if v} == {
        k: dict(v) for k, v in other.cells.items() if v
    }
    return same and editor.source.covered == fresh.covered and editor.source.gaps == fresh.gaps


def step(live: LiveDocument, t: Language) -> str:
    label = live.document.undo_label
    return t(label) if label else ""


def test_a_level_is_typed_and_taken_back(
    editor: CompetenceEditor, grid: GridView, filled: LiveDocument, t: Language
) -> None:
    assert levels(editor) == [[3, None, None], [None, None, None]]
    before = dump(filled.document)
    QTest.keyClick(grid, Qt.Key.Key_4)
    assert levels(editor)[0] == [4, None, None]
    assert step(filled, t) == "A3 of Linh Nguyễn: 4"
    assert as_afresh(editor)
    filled.undo()
    assert dump(filled.document) == before
    assert levels(editor)[0] == [3, None, None]
    assert as_afresh(editor)
    filled.redo()
    assert levels(editor)[0] == [4, None, None]
    assert as_afresh(editor)


def test_several_cells_are_set_and_cleared_in_one_step(
    editor: CompetenceEditor, grid: GridView, filled: LiveDocument, t: Language
) -> None:
    before = dump(filled.document)
    grid.choose((0, 0, 1, 2))
    QTest.keyClick(grid, Qt.Key.Key_2)
    assert levels(editor) == [[2, 2, 2], [2, 2, 2]]
    assert step(filled, t) == "Assess 6 cells"
    QTest.keyClick(grid, Qt.Key.Key_Delete)
    assert levels(editor) == [[None] * 3] * 2
    assert as_afresh(editor)
    filled.undo()
    filled.undo()
    assert dump(filled.document) == before


def test_the_history_is_only_ever_added_to(grid: GridView, filled: LiveDocument) -> None:
    for key in (Qt.Key.Key_4, Qt.Key.Key_Delete, Qt.Key.Key_1):
        QTest.keyClick(grid, key)
    told = [each.level for each in filled.read(history, 1, 1)]
    assert told == [1, None, 4, 3]


def test_what_is_no_level_is_refused_with_a_sentence(
    editor: CompetenceEditor, grid: GridView
) -> None:
    QTest.keyClick(grid, Qt.Key.Key_7)
    assert editor.page.refusal.text() == "“7” is no level. Type a number from 0 to 4."
    assert levels(editor)[0][0] == 3
    QTest.keyClick(grid, Qt.Key.Key_2)
    assert editor.page.refusal.text() == ""


def test_letters_and_yes_belong_to_their_scales(
    editor: CompetenceEditor, grid: GridView, filled: LiveDocument
) -> None:
    filled.edit(M_("x"), skills.change_skills, [2], scale=Scale.ILUO)
    filled.edit(M_("x"), skills.change_skills, [3], scale=Scale.YES_NO)
    grid.choose((1, 1, 1, 1))
    QTest.keyClick(grid, Qt.Key.Key_U)
    grid.choose((1, 2, 1, 2))
    QTest.keyClick(grid, Qt.Key.Key_X)
    assert levels(editor)[1] == [None, 3, 3]
    looks = [editor.page.model.look(1, column).mark for column in (1, 2)]
    assert looks == ["U", "✓"]


def test_a_block_goes_out_and_comes_back_as_a_spreadsheet_has_it(
    editor: CompetenceEditor, grid: GridView, filled: LiveDocument
) -> None:
    grid.choose((0, 0, 1, 1))
    QTest.keyClick(grid, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "3\t\n\t\n"
    QGuiApplication.clipboard().setText("4\t1\n2\t0\n")
    before = dump(filled.document)
    grid.choose((0, 1, 0, 1))
    QTest.keyClick(grid, Qt.Key.Key_V, CTRL)
    assert levels(editor) == [[3, 4, 1], [None, 2, 0]]
    assert as_afresh(editor)
    filled.undo()
    assert dump(filled.document) == before


def test_what_would_lie_outside_is_asked_about(
    editor: CompetenceEditor, grid: GridView, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = [QMessageBox.StandardButton.No, QMessageBox.StandardButton.Yes]
    asked: list[str] = []

    def ask(_parent: object, _title: str, text: str) -> QMessageBox.StandardButton:
        asked.append(text)
        return answers.pop(0)

    monkeypatch.setattr(QMessageBox, "question", ask)
    QGuiApplication.clipboard().setText("1\t2\n3\t4\n")
    grid.choose((1, 2, 1, 2))
    QTest.keyClick(grid, Qt.Key.Key_V, CTRL)
    assert asked == ["3 cells lie outside the matrix. Paste the rest?"]
    assert levels(editor)[1][2] is None
    QTest.keyClick(grid, Qt.Key.Key_V, CTRL)
    assert levels(editor)[1][2] == 1


def test_odd_cells_are_left_and_told(editor: CompetenceEditor, grid: GridView) -> None:
    QGuiApplication.clipboard().setText("n/a\t2\tx\n")
    grid.choose((1, 0, 1, 0))
    QTest.keyClick(grid, Qt.Key.Key_V, CTRL)
    assert levels(editor)[1] == [None, 2, None]
    told = editor.page.refusal.text()
    assert told.startswith("“n/a” is no level.")
    assert "2 cells were left as they are." in told


@pytest.mark.parametrize(
    ("key", "block", "there"),
    [
        (Qt.Key.Key_D, (0, 0, 1, 0), [[3, None, None], [3, None, None]]),
        (Qt.Key.Key_R, (0, 0, 0, 2), [[3, 3, 3], [None, None, None]]),
    ],
)
def test_the_first_goes_down_or_to_the_right(
    editor: CompetenceEditor,
    grid: GridView,
    filled: LiveDocument,
    key: Qt.Key,
    block: tuple[int, int, int, int],
    there: list[list[int | None]],
) -> None:
    before = dump(filled.document)
    grid.choose(block)
    QTest.keyClick(grid, key, CTRL)
    assert levels(editor) == there
    filled.undo()
    assert dump(filled.document) == before


def test_the_handle_is_dragged_to_fill(
    editor: CompetenceEditor, grid: GridView, filled: LiveDocument, t: Language
) -> None:
    corner = grid.handle().center()
    over = grid.visualRect(grid.cells.index(1, 0)).center()
    port = grid.viewport()
    QTest.mousePress(port, LEFT, NONE, corner)
    QTest.mouseMove(port, corner + QPoint(0, 6))
    QTest.mouseMove(port, over)
    QTest.mouseRelease(port, LEFT, NONE, over)
    QApplication.processEvents()
    assert levels(editor) == [[3, None, None], [3, None, None]]
    assert step(filled, t) == "Fill 1 cells"


def test_rows_and_columns_are_moved_by_keys(
    editor: CompetenceEditor, grid: GridView, filled: LiveDocument
) -> None:
    before = dump(filled.document)
    QTest.keyClick(grid, Qt.Key.Key_Down, ALT)
    assert [line.name for line in editor.page.model.rows] == ["Kari Solberg", "Linh Nguyễn"]
    QTest.keyClick(grid, Qt.Key.Key_Right, ALT)
    assert [line.name for line in editor.page.model.columns] == ["Coaching", "A3", "5S"]
    filled.undo()
    filled.undo()
    assert dump(filled.document) == before


def test_a_head_is_dragged_to_its_place(
    editor: CompetenceEditor, grid: GridView, filled: LiveDocument, t: Language
) -> None:
    axis = grid.columns
    port, y = axis.viewport(), axis.height() // 2
    size = axis.defaultSectionSize()
    begun, end = QPoint(size // 2, y), QPoint(3 * size - 3, y)
    before = dump(filled.document)
    QTest.mousePress(port, LEFT, NONE, begun)
    for x in range(begun.x(), end.x() + 1, 8):
        QTest.mouseMove(port, QPoint(x, y))
    QTest.mouseMove(port, end)
    QTest.mouseRelease(port, LEFT, NONE, end)
    QApplication.processEvents()
    assert [line.name for line in editor.page.model.columns] == ["Coaching", "5S", "A3"]
    assert levels(editor)[0] == [None, None, 3]
    assert step(filled, t) == "Move a skill"
    filled.undo()
    assert dump(filled.document) == before
    assert [line.name for line in editor.page.model.columns] == ["A3", "Coaching", "5S"]


def test_on_another_day_nothing_is_written(
    editor: CompetenceEditor, grid: GridView, filled: LiveDocument
) -> None:
    editor.source.show_day(filled.today.replace(year=2020))
    assert levels(editor)[0][0] is None
    before = dump(filled.document)
    grid.choose((0, 0, 0, 0))
    QTest.keyClick(grid, Qt.Key.Key_4)
    assert dump(filled.document) == before
    assert "Go back to today" in editor.page.refusal.text()
    editor.source.show_day(None)
    assert levels(editor)[0][0] == 3


def test_rows_and_columns_swap_and_edits_follow(editor: CompetenceEditor, grid: GridView) -> None:
    editor.transpose()
    assert [line.name for line in editor.page.model.rows] == ["A3", "Coaching", "5S"]
    grid.choose((1, 1, 1, 1))
    QTest.keyClick(grid, Qt.Key.Key_3)
    editor.transpose()
    assert levels(editor) == [[3, None, None], [None, 3, None]]


def test_a_cell_is_told_in_words(editor: CompetenceEditor) -> None:
    model = editor.page.model
    told = model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert told == "A3, Linh Nguyễn, level 3"
    assert editor.page.grid.accessibleName() == "Competence matrix"
