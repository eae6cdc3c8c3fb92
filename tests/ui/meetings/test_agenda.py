"""The agenda by keys and mouse: each gesture shows at once, is one step, and is undone whole."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from lean_desktop.i18n import Language
from lean_desktop.queries import meetings as queries
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.main_window import MainWindow
from lean_desktop.ui.meetings.agenda_table import AgendaTable
from lean_desktop.ui.meetings.editor import MeetingsEditor
from lean_desktop.ui.meetings.model import KIND, MINUTES, PRESENTER, START, TITLE, AgendaModel
from tests.ui.hands import click_cell, drag, drop, shown, type_in_cell

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)")  # popups offscreen

Key, LEFT = Qt.Key, Qt.MouseButton.LeftButton
CTRL, ALT, NONE = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.NoModifier,
)
TODAY = 2
"""The key of the meeting that is shown."""

Told = tuple[str, int, str]


@pytest.fixture
def table(editor: MeetingsEditor) -> AgendaTable:
    editor.page.table.setFocus()
    return editor.page.table


@pytest.fixture
def stored(filled: LiveDocument) -> Callable[[], list[Told]]:
    """Title, minutes and presenter of each item, as the document has them."""
    return lambda: [
        (item.title, item.minutes, item.presenter)
        for item in filled.read(queries.items, meeting_id=TODAY)
    ]


def step(live: LiveDocument, t: Language) -> str:
    label = live.document.undo_label
    return t(label) if label else ""


# A line for new items


def test_a_typed_line_becomes_an_item_and_the_line_stays(
    window: MainWindow,
    editor: MeetingsEditor,
    stored: Callable[[], list[Told]],
    filled: LiveDocument,
    t: Language,
) -> None:
    before = stored()
    QTest.keyClick(window, Key.Key_Insert)
    quick = editor.page.quick
    assert quick.hasFocus()
    QTest.keyClicks(quick, "Tavla 7 min @Pål")
    QTest.keyClick(quick, Key.Key_Return)
    assert stored() == [*before, ("Tavla", 7, "Pål Hansen")]
    assert shown(editor.page.table, TITLE)[-1] == "Tavla"
    assert (quick.text(), quick.hasFocus()) == ("", True)
    assert step(filled, t) == "Add “Tavla”"
    QTest.keyClick(quick, Key.Key_Z, CTRL)
    assert stored() == before
    assert shown(editor.page.table, TITLE) == [title for title, *_ in before]


def test_a_name_that_fits_two_is_refused_and_the_line_is_kept(
    editor: MeetingsEditor, stored: Callable[[], list[Told]]
) -> None:
    before = stored()
    quick = editor.page.quick
    quick.setFocus()
    QTest.keyClicks(quick, "Tavla @Hansen")
    QTest.keyClick(quick, Key.Key_Return)
    assert quick.text() == "Tavla @Hansen"
    assert editor.page.sentence.isVisible()
    assert "2 names" in quick.accessibleDescription()
    assert stored() == before


@pytest.mark.parametrize("where", ["table", "line"])
def test_twenty_pasted_lines_are_one_step(
    editor: MeetingsEditor,
    filled: LiveDocument,
    stored: Callable[[], list[Told]],
    t: Language,
    where: str,
) -> None:
    before = stored()
    QGuiApplication.clipboard().setText("\n".join(f"Sak {n} {n} min" for n in range(1, 21)))
    target = editor.page.table if where == "table" else editor.page.quick
    target.setFocus()
    QTest.keyClick(target, Key.Key_V, CTRL)
    assert [each[:2] for each in stored()[3:]] == [(f"Sak {n}", n) for n in range(1, 21)]
    assert step(filled, t) == "Add 20 agenda items"
    QTest.keyClick(editor.window(), Key.Key_Z, CTRL)
    assert stored() == before


# Cells


@pytest.mark.parametrize(
    ("column", "typed", "told"),
    [
        (TITLE, "Ny tavle", "Change item title of “Skiftbytte”"),
        (MINUTES, "1t 30", "Change minutes of “Skiftbytte”"),
        (PRESENTER, "åse", "Change presenter of “Skiftbytte”"),
        (KIND, "Decision", "Change kind of “Skiftbytte”"),
    ],
)
def test_a_cell_is_edited_in_place(
    table: AgendaTable, filled: LiveDocument, t: Language, column: int, typed: str, told: str
) -> None:
    wanted = {MINUTES: "90", PRESENTER: "Åse Ødegård"}.get(column, typed)
    before = shown(table, column)
    type_in_cell(table, 1, column, typed)
    assert shown(table, column)[1] == wanted
    assert step(filled, t) == told
    QTest.keyClick(table, Key.Key_Z, CTRL)
    assert shown(table, column) == before
    QTest.keyClick(table, Key.Key_Y, CTRL)
    assert shown(table, column)[1] == wanted


def test_starts_follow_the_minutes(table: AgendaTable) -> None:
    assert shown(table, START) == ["13:00", "13:05", "13:25"]
    type_in_cell(table, 0, MINUTES, "0:15")
    assert shown(table, START) == ["13:00", "13:15", "13:35"]


def test_minutes_that_will_not_do_stay_open_with_their_sentence(
    table: AgendaTable, filled: LiveDocument
) -> None:
    line = type_in_cell(table, 1, MINUTES, "abc")
    assert (line.isVisible(), line.hasFocus(), line.text()) == (True, True, "abc")
    assert line.accessibleDescription() == "“abc” is no duration. Write 15, 0:15 or 1h 30."
    assert filled.document.undo_label is None
    QTest.keyClick(line, Key.Key_Escape)
    assert shown(table, MINUTES)[1] == "20"


# Order


@pytest.mark.parametrize(
    ("row", "key", "order"),
    [
        (1, Key.Key_Up, ["Skiftbytte", "Velkommen", "Avslutning"]),
        (1, Key.Key_Down, ["Velkommen", "Avslutning", "Skiftbytte"]),
    ],
)
def test_alt_and_an_arrow_move_an_item_that_stays_chosen(
    table: AgendaTable, filled: LiveDocument, t: Language, row: int, key: Qt.Key, order: list[str]
) -> None:
    before = shown(table, TITLE)
    click_cell(table, row, TITLE)
    QTest.keyClick(table, key, ALT)
    assert shown(table, TITLE) == order
    assert table.current().item.title == "Skiftbytte"
    assert step(filled, t) == "Move “Skiftbytte”"
    QTest.keyClick(table, Key.Key_Z, CTRL)
    assert shown(table, TITLE) == before


def test_the_first_item_moves_no_higher(table: AgendaTable, filled: LiveDocument) -> None:
    click_cell(table, 0, TITLE)
    QTest.keyClick(table, Key.Key_Up, ALT)
    assert filled.document.undo_label is None


@pytest.mark.parametrize(
    ("dragged", "onto", "below", "order"),
    [
        (0, 2, True, ["Skiftbytte", "Avslutning", "Velkommen"]),
        (0, 2, False, ["Skiftbytte", "Velkommen", "Avslutning"]),
        (2, 0, False, ["Avslutning", "Velkommen", "Skiftbytte"]),
        (2, 0, True, ["Velkommen", "Avslutning", "Skiftbytte"]),
    ],
)
def test_an_item_is_dragged_to_another_place(
    table: AgendaTable, dragged: int, onto: int, below: bool, order: list[str]
) -> None:
    before = shown(table, TITLE)
    click_cell(table, dragged, TITLE)
    place = table.visualRect(table.model().index(onto, TITLE))
    drag(table, dragged, TITLE, place.bottomLeft() if below else place.topLeft())
    assert shown(table, TITLE) == order
    QTest.keyClick(table, Key.Key_Z, CTRL)
    assert shown(table, TITLE) == before


def test_an_item_dropped_below_all_comes_last(table: AgendaTable) -> None:
    click_cell(table, 0, TITLE)
    drag(table, 0, TITLE, QPoint(40, table.viewport().height() - 5))
    assert shown(table, TITLE) == ["Skiftbytte", "Avslutning", "Velkommen"]


def test_an_item_dropped_where_it_was_is_no_step(table: AgendaTable, filled: LiveDocument) -> None:
    click_cell(table, 1, TITLE)
    drag(table, 1, TITLE, table.visualRect(table.model().index(1, TITLE)).bottomLeft())
    assert filled.document.undo_label is None


def test_an_item_of_another_agenda_is_not_let_in(
    table: AgendaTable, filled: LiveDocument, t: Language
) -> None:
    other = AgendaModel(filled, t, TODAY + 1)
    assert not drop(table, other.mimeData([other.index(0, TITLE)]), QPoint(40, 5))
    assert filled.document.undo_label is None


# Deleting


def test_del_takes_the_selected_items_as_one_step(
    table: AgendaTable, filled: LiveDocument, t: Language
) -> None:
    before = shown(table, TITLE)
    click_cell(table, 0, TITLE)
    QTest.keyClick(table, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(table, Key.Key_Delete)
    assert shown(table, TITLE) == ["Avslutning"]
    assert table.current().item.title == "Avslutning"
    assert step(filled, t) == "Delete 2 agenda items"
    QTest.keyClick(table, Key.Key_Z, CTRL)
    assert shown(table, TITLE) == before


# Sums


def test_the_sum_turns_red_when_it_is_too_long(
    editor: MeetingsEditor, table: AgendaTable, window: MainWindow
) -> None:
    page, bad = editor.page, window.theme.color("bad").name()
    assert page.bar.accessibleName() == "Sum 35 min · planned 45 min · ends 13:35"
    assert bad not in page.sum.text()
    type_in_cell(table, 1, MINUTES, "40")
    assert page.bar.accessibleName() == "10 min over Sum 55 min · planned 45 min · ends 13:55"
    assert bad in page.sum.text()
    assert page.model is not None
    assert [row.over for row in page.model.rows()] == [False, False, True]
    assert window.status.counts.text() == "3 items · 55 min"


# The law of views


def test_the_agenda_equals_one_opened_afresh(
    editor: MeetingsEditor, table: AgendaTable, filled: LiveDocument, t: Language
) -> None:
    def check() -> None:
        assert editor.page.model is not None
        assert editor.page.model.rows() == AgendaModel(filled, t, TODAY).rows()

    type_in_cell(table, 1, MINUTES, "40")
    check()
    type_in_cell(table, 0, PRESENTER, "Pål")
    check()
    click_cell(table, 2, TITLE)
    QTest.keyClick(table, Key.Key_Up, ALT)
    check()
    QTest.keyClick(table, Key.Key_Delete)
    check()
    for key in (Key.Key_Z,) * 4 + (Key.Key_Y,) * 4:
        QTest.keyClick(table, key, CTRL)
        check()
