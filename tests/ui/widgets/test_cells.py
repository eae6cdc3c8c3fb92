"""The table by keyboard and mouse: editing in place, refusals, copying, what is remembered."""

from collections.abc import Callable
from typing import Any, NamedTuple

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from lean_desktop.domain.errors import RuleBroken
from lean_desktop.edits import organisation as edits
from lean_desktop.i18n import M_, Language
from lean_desktop.queries import organisation as queries
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.row_model import Column, RowModel
from lean_desktop.ui.theme import Theme
from lean_desktop.ui.widgets.refusal import Refusal
from lean_desktop.ui.widgets.table import Table

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)

STEP = M_("Step")
CONTROL = Qt.KeyboardModifier.ControlModifier


class Bench(NamedTuple):
    """A table of three people whose names and titles can be written, and what it asked for."""

    table: Table
    live: LiveDocument
    steps: list[str]

    @property
    def editor(self) -> QLineEdit | None:
        """The line of the cell that is open."""
        QApplication.processEvents()  # Qt closes a cell when the key has been dealt with
        lines = self.table.viewport().findChildren(QLineEdit)
        return next((line for line in lines if line.isVisible()), None)

    @property
    def titles(self) -> list[str]:
        """The titles as they stand in the document."""
        return [person.title for person in self.live.read(queries.people, today=self.live.today)]


def _write(bench_steps: list[str], live: LiveDocument) -> Callable[[Any, str], object]:
    def write(row: Any, typed: str) -> None:
        if "!" in typed:
            raise RuleBroken(M_("No exclamation marks."))
        bench_steps.append(typed)
        live.edit(STEP, edits.change_people, [row.id], title=typed.strip())

    return write


@pytest.fixture
def bench(qtbot: QtBot, live: LiveDocument, theme: Theme, t: Language) -> Bench:
    for name in ("Kari", "Ola", "Åse"):
        live.edit(STEP, edits.add_person, first_name=name, title="fitter")
    steps: list[str] = []
    columns = [
        Column("name", "Name", lambda row: row.name),
        Column("title", "Title", lambda row: row.title, write=_write(steps, live)),
        Column("more", "More", lambda row: row.title, write=_write(steps, live)),
    ]
    load = lambda connection, ids: queries.people(connection, ids, today=live.today)  # noqa: E731
    model = RowModel(live, columns, load, queries.people_touched, lambda row: row.id)
    table = Table("People", t, theme)
    qtbot.addWidget(table)
    model.setParent(table)
    table.resize(500, 200)
    table.follow(model)
    with qtbot.waitActive(table):
        table.show()
    table.setFocus()
    table.setCurrentIndex(model.index(0, 1))
    return Bench(table, live, steps)


def test_typing_opens_the_cell_and_enter_commits(bench: Bench) -> None:
    QTest.keyClick(bench.table, Qt.Key.Key_W)
    assert bench.editor is not None
    QTest.keyClicks(bench.editor, "elder")
    QTest.keyClick(bench.editor, Qt.Key.Key_Return)
    assert bench.titles == ["welder", "fitter", "fitter"]
    assert bench.steps == ["welder"]
    assert bench.editor is None


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_F2])
def test_enter_and_f2_edit_what_is_there(bench: Bench, key: Qt.Key) -> None:
    QTest.keyClick(bench.table, key)
    assert bench.editor is not None
    assert bench.editor.text() == "fitter"
    assert bench.editor.selectedText() == "fitter"
    assert bench.editor.accessibleName() == "Title"


def test_esc_leaves_the_cell_as_it_was(bench: Bench) -> None:
    QTest.keyClicks(bench.table, "welder")
    assert bench.editor is not None
    QTest.keyClick(bench.editor, Qt.Key.Key_Escape)
    assert bench.steps == []
    assert bench.editor is None


def test_tab_commits_and_opens_the_next_cell(bench: Bench) -> None:
    QTest.keyClick(bench.table, Qt.Key.Key_F2)
    first = bench.editor
    assert first is not None
    QTest.keyClicks(first, "welder")
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert bench.steps == ["welder"]
    assert bench.table.currentIndex().column() == 2
    assert bench.editor is not None
    QTest.keyClicks(bench.editor, "no!")
    QTest.keyClick(bench.editor, Qt.Key.Key_Return)
    assert bench.editor.text() == "no!"  # refused in the second cell too


def test_refused_text_stays_open_with_its_sentence(bench: Bench) -> None:
    QTest.keyClick(bench.table, Qt.Key.Key_F2)
    line = bench.editor
    assert line is not None
    QTest.keyClicks(line, "no!")
    QTest.keyClick(line, Qt.Key.Key_Return)
    sentence = bench.table.findChild(Refusal)
    assert isinstance(sentence, Refusal)
    assert bench.editor is line
    assert line.text() == "no!"
    assert sentence.isVisible()
    assert sentence.text() == line.accessibleDescription() == "No exclamation marks."
    assert bench.table.cells.in_hand()
    with pytest.raises(RuleBroken):
        bench.table.commit()
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert sentence.isHidden()
    assert not bench.table.cells.in_hand()
    assert bench.steps == []


def test_a_command_commits_the_cell_in_hand_once(bench: Bench) -> None:
    QTest.keyClick(bench.table, Qt.Key.Key_F2)
    assert bench.editor is not None
    QTest.keyClicks(bench.editor, " welder ")
    bench.table.commit()
    assert bench.titles[0] == "welder"
    assert bench.steps == [" welder "]
    assert not bench.table.cells.in_hand()


def test_one_step_even_when_the_text_is_stored_differently(bench: Bench) -> None:
    QTest.keyClick(bench.table, Qt.Key.Key_F2)
    assert bench.editor is not None
    QTest.keyClicks(bench.editor, "welder  ")
    QTest.keyClick(bench.editor, Qt.Key.Key_Return)
    assert bench.steps == ["welder  "]


def test_nothing_changed_is_no_step(bench: Bench) -> None:
    QTest.keyClick(bench.table, Qt.Key.Key_F2)
    assert bench.editor is not None
    QTest.keyClick(bench.editor, Qt.Key.Key_Return)
    assert bench.steps == []


def test_a_cell_that_cannot_be_written_does_not_open(bench: Bench) -> None:
    bench.table.setCurrentIndex(bench.table.model().index(0, 0))
    QTest.keyClick(bench.table, Qt.Key.Key_Return)
    QTest.keyClicks(bench.table, "x")
    assert bench.editor is None


def test_del_asks_and_shift_del_asks_for_more(bench: Bench) -> None:
    asked: list[bool] = []
    bench.table.remove_asked.connect(asked.append)
    QTest.keyClick(bench.table, Qt.Key.Key_Delete)
    QTest.keyClick(bench.table, Qt.Key.Key_Delete, Qt.KeyboardModifier.ShiftModifier)
    assert asked == [False, True]


def test_selected_rows_are_copied_for_a_spreadsheet(bench: Bench) -> None:
    bench.table.setColumnHidden(2, True)
    bench.table.horizontalHeader().moveSection(1, 0)
    QTest.keyClick(bench.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(bench.table, Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "fitter\tKari\nfitter\tOla"


def test_pasting_hands_on_the_text(bench: Bench) -> None:
    pasted: list[str] = []
    bench.table.paste_asked.connect(pasted.append)
    QGuiApplication.clipboard().setText("a\tb")
    QTest.keyClick(bench.table, Qt.Key.Key_V, CONTROL)
    assert pasted == ["a\tb"]


def test_the_whole_row_under_the_mouse_lights_up(bench: Bench, theme: Theme) -> None:
    place = bench.table.visualRect(bench.table.model().index(1, 0)).center()
    _move_mouse(bench.table, place)
    image = bench.table.viewport().grab().toImage()
    for column in (0, 1):
        cell = bench.table.visualRect(bench.table.model().index(1, column))
        assert image.pixelColor(cell.right() - 2, cell.center().y()) == theme.color("hover")
    other = bench.table.visualRect(bench.table.model().index(2, 0))
    assert image.pixelColor(other.right() - 2, other.center().y()) == theme.color("surface")


def test_the_current_cell_has_a_ring_and_its_row_a_fill(bench: Bench, theme: Theme) -> None:
    image = bench.table.viewport().grab().toImage()
    cell = bench.table.visualRect(bench.table.model().index(0, 1))
    assert image.pixelColor(cell.left() + 1, cell.center().y()) == theme.color("accent_text")
    other = bench.table.visualRect(bench.table.model().index(0, 0))
    assert image.pixelColor(other.right() - 2, other.center().y()) == theme.color("selected")


def test_widths_are_remembered(bench: Bench) -> None:
    bench.table.setColumnWidth(0, 123)
    kept = bench.table.widths()
    bench.table.setColumnWidth(0, 50)
    bench.table.restore_widths(kept)
    assert bench.table.columnWidth(0) == 123


@pytest.mark.parametrize("strange", [None, "wide", [1], ["a", "b", "c"], [5000, -1, 0], {}])
def test_strange_widths_are_passed_over(bench: Bench, strange: object) -> None:
    before = bench.table.widths()
    bench.table.restore_widths(strange)
    assert bench.table.widths() == before


def test_what_stands_where_no_rows_are(bench: Bench) -> None:
    made = []

    def make() -> QLabel:
        made.append(QLabel("Nobody yet"))
        return made[-1]

    bench.table.set_empty(make)
    assert made == []
    people = bench.live.read(queries.people, today=bench.live.today)
    bench.live.edit(STEP, edits.remove_people, [person.id for person in people])
    (page,) = made
    assert page.isVisible()
    assert page.geometry() == bench.table.viewport().rect()
    bench.live.undo()
    assert page.isHidden()


def test_rows_are_as_high_as_the_design_says(bench: Bench) -> None:
    assert bench.table.rowHeight(0) == 32


def _move_mouse(table: Table, place: QPoint) -> None:
    where = QPointF(place)
    none = Qt.MouseButton.NoButton
    moved = QMouseEvent(
        QMouseEvent.Type.MouseMove,
        where,
        QPointF(table.viewport().mapToGlobal(place)),
        none,
        none,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(table.viewport(), moved)
