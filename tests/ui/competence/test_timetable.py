"""The training plan as a timetable: the same rows, by people and skills."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lean_desktop.queries.training import training_plan
from lean_desktop.ui.competence.editor import CompetenceEditor
from lean_desktop.ui.competence.training_page import TrainingPage
from tests.dumps import dump
from tests.ui.competence.learning import Learning, learn
from tests.ui.hands import click


@pytest.fixture
def there(editor: CompetenceEditor) -> Learning:
    return learn(editor)


@pytest.fixture
def page(editor: CompetenceEditor, there: Learning) -> TrainingPage:
    editor.show_view("timetable")
    QApplication.processEvents()
    return editor.views.training


def test_a_cell_tells_by_when_and_to_which_level_and_that_it_is_late(page: TrainingPage) -> None:
    table, cell = page.timetable, page.timetable.item(0, 0)
    model = table.model()
    assert model.headerData(0, Qt.Orientation.Vertical) == "Arne Vik"
    assert model.headerData(0, Qt.Orientation.Horizontal) == "Taking minutes"
    assert cell is not None
    assert cell.text() == "01/10/2026, to 3"
    assert cell.toolTip() == "Behind"
    assert not cell.icon().isNull()


def test_a_cell_chosen_by_keyboard_is_done_in_one_step(
    page: TrainingPage, editor: CompetenceEditor
) -> None:
    before = dump(editor.live.document)
    page.timetable.setFocus()
    page.timetable.setCurrentCell(0, 0)
    assert [each.person for each in page.chosen()] == ["Arne Vik"]
    click(page.done)
    assert editor.live.read(training_plan) == []
    assert page.timetable.rowCount() == 0
    editor.live.undo()
    assert dump(editor.live.document) == before
    assert page.timetable.rowCount() == 1


def test_enter_goes_to_the_cell_of_the_matrix(
    qtbot: QtBot, page: TrainingPage, there: Learning
) -> None:
    page.timetable.setFocus()
    page.timetable.setCurrentCell(0, 0)
    with qtbot.waitSignal(page.asked) as asked:
        QTest.keyClick(page.timetable, Qt.Key.Key_Return)
    assert asked.args == [there.arne, there.second]
