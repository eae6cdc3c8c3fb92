"""The board: walked and moved by keys, dragged, written in; every gesture is one undo step."""

from collections.abc import Iterable
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QPushButton

from lean_desktop.domain.action_filter import ActionFilter
from lean_desktop.domain.actions import Action, ActionStatus
from lean_desktop.domain.board import USUAL, LanesBy
from lean_desktop.edits import actions as edits
from lean_desktop.edits import board as board_edits
from lean_desktop.i18n import M_, Language
from lean_desktop.queries import actions as queries
from lean_desktop.ui.actions.board_model import told_card
from lean_desktop.ui.actions.board_page import BoardPage
from lean_desktop.ui.actions.board_view import BoardView
from lean_desktop.ui.actions.editor import ActionsEditor
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.main_window import MainWindow
from tests.dumps import dump

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)")  # popups offscreen

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
TODAY = date(2026, 10, 6)


@pytest.fixture
def page(editor: ActionsEditor) -> BoardPage:
    editor.board.view.setFocus()
    return editor.board


@pytest.fixture
def view(page: BoardPage) -> BoardView:
    return page.view


def action(live: LiveDocument, number: int) -> Action:
    return next(each for each in live.read(queries.actions) if each.number == number)


def step(live: LiveDocument, t: Language) -> str:
    label = live.document.undo_label
    return t(label) if label else ""


def hanging(view: BoardView) -> list[list[int]]:
    """By column, the numbers of the cards of every lane."""
    columns: list[list[int]] = [[] for _ in view.cards.board.columns]
    for lane in view.cards.board.lanes:
        for place, cell in enumerate(lane.cells):
            columns[place] += [card.action.number for card in cell]
    return columns


def press(view: BoardView, keys: Iterable[Qt.Key], held: Qt.KeyboardModifier) -> None:
    for key in keys:
        QTest.keyClick(view, key, held)


def middle(view: BoardView, number: int, live: LiveDocument) -> QPoint:
    return view.visualRect(view.cards.index_of(action(live, number).id)).center()


def drag(view: BoardView, start: QPoint, end: QPoint, *, drop: bool = True) -> None:
    port = view.viewport()
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(port, start + QPoint(4, 4))
    QTest.mouseMove(port, start + QPoint(30, 30))
    QTest.mouseMove(port, end)
    if drop:
        QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=end)


def test_new_cards_hang_first_what_is_due_first_on_top(view: BoardView) -> None:
    assert hanging(view) == [[1, 2, 3], [], [], [], []]
    assert view.current_id() == view.cards.cards[0].id


def test_a_card_goes_from_any_state_to_any_other_by_four_keys_at_most(
    view: BoardView, filled: LiveDocument, t: Language
) -> None:
    before = dump(filled.document)
    press(view, [Key.Key_Right] * 4, CTRL)
    assert action(filled, 1).status is ActionStatus.DONE
    assert action(filled, 1).done == TODAY
    assert view.spot() == (0, 4, 0)
    assert step(filled, t) == "Move “Merke soner” to Done"
    press(view, [Key.Key_Left] * 4, CTRL)
    assert (action(filled, 1).status, action(filled, 1).done) == (ActionStatus.NEW, None)
    for _ in range(8):
        filled.undo()
    assert dump(filled.document) == before


def test_at_the_edge_a_card_stays(view: BoardView, filled: LiveDocument) -> None:
    press(view, [Key.Key_Left, Key.Key_Up, Key.Key_Down], CTRL)
    assert filled.document.undo_label is None


def test_arrows_walk_and_pass_empty_columns(view: BoardView, filled: LiveDocument) -> None:
    filled.edit(M_("x"), edits.set_status, [3], ActionStatus.BLOCKED, TODAY)
    press(view, [Key.Key_Down], Qt.KeyboardModifier.NoModifier)
    assert view.spot() == (0, 0, 1)
    press(view, [Key.Key_Right], Qt.KeyboardModifier.NoModifier)
    assert view.spot() == (0, 3, 0)
    press(view, [Key.Key_Right, Key.Key_Left], Qt.KeyboardModifier.NoModifier)
    assert view.spot() == (0, 0, 0)
    press(view, [Key.Key_End], Qt.KeyboardModifier.NoModifier)
    assert view.spot() == (0, 0, 1)
    press(view, [Key.Key_Home], Qt.KeyboardModifier.NoModifier)
    assert view.spot() == (0, 0, 0)


def test_several_move_together_in_one_step(
    view: BoardView, filled: LiveDocument, t: Language
) -> None:
    press(view, [Key.Key_Down], SHIFT)
    assert len(view.chosen_ids()) == 2
    press(view, [Key.Key_Right], CTRL)
    assert hanging(view) == [[3], [1, 2], [], [], []]
    assert len(view.chosen_ids()) == 2
    assert step(filled, t) == "Move 2 actions to Planned"
    filled.undo()
    assert hanging(view)[0] == [1, 2, 3]


def test_dropping_into_a_lane_changes_what_it_stands_for(
    editor: ActionsEditor, view: BoardView, filled: LiveDocument
) -> None:
    filled.edit(M_("x"), edits.change_actions, [3], owner_id=2)
    editor.source.show_lanes(LanesBy.OWNER)
    assert [lane.name for lane in view.cards.board.lanes] == ["Kari Solberg", "Linh Nguyễn"]
    drag(view, middle(view, 1, filled), middle(view, 3, filled) + QPoint(0, 20))
    assert action(filled, 1).owner == "Kari Solberg"
    press(view, [Key.Key_Down], CTRL)
    assert action(filled, 1).owner == "Linh Nguyễn"
    filled.undo()
    filled.undo()
    assert action(filled, 1).owner == "Linh Nguyễn"


def test_a_card_is_dropped_anywhere_in_a_column(
    view: BoardView, filled: LiveDocument, t: Language
) -> None:
    column = view.map.cell(0, 2)
    low = QPoint(column.x + column.width // 2, column.bottom - 10)
    drag(view, middle(view, 2, filled), low, drop=False)
    assert view.drag.target == (0, 2)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=low)
    assert hanging(view) == [[1, 3], [], [2], [], []]
    assert step(filled, t) == "Move “Teste fikstur” to Doing"


def test_esc_leaves_a_card_that_is_dragged_where_it_was(
    view: BoardView, filled: LiveDocument
) -> None:
    column = view.map.cell(0, 2)
    drag(view, middle(view, 2, filled), QPoint(column.x + 5, 300), drop=False)
    assert view.drag.going
    QTest.keyClick(view, Key.Key_Escape)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(column.x + 5, 300))
    assert hanging(view)[0] == [1, 2, 3]
    assert filled.document.undo_label is None


def test_a_click_that_trembles_drags_nothing(view: BoardView, filled: LiveDocument) -> None:
    where = middle(view, 2, filled)
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    QTest.mouseMove(view.viewport(), where + QPoint(1, 1))
    assert not view.drag.going
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=where + QPoint(1, 1))
    assert view.current_id() == action(filled, 2).id


def test_a_line_adds_and_stays_and_a_list_becomes_cards(
    page: BoardPage, filled: LiveDocument, t: Language
) -> None:
    page.begin_in(1, None)
    assert page.quick.hasFocus()
    QTest.keyClicks(page.quick, "Feste kabelgate @Linh fredag")
    QTest.keyClick(page.quick, Key.Key_Return)
    new = action(filled, 4)
    assert (new.status, new.owner, new.due) == (
        ActionStatus.PLANNED,
        "Linh Nguyễn",
        date(2026, 10, 9),
    )
    assert page.quick.hasFocus()
    assert page.quick.text() == ""
    page.quick.take("En @Kari\nTo uke 43\nTre")
    assert hanging(page.view)[1] == [4, 6, 5, 7]
    filled.undo()
    assert hanging(page.view)[1] == [4]
    assert step(filled, t) == "Add “Feste kabelgate”"


def test_a_line_that_cannot_be_read_stays_with_its_sentence(
    page: BoardPage, filled: LiveDocument
) -> None:
    page.begin_in(0, None)
    QTest.keyClicks(page.quick, "Noe @Ukjent")
    QTest.keyClick(page.quick, Key.Key_Return)
    assert page.quick.text() == "Noe @Ukjent"
    assert "nobody here" in page.refusal.text()
    assert page.quick.accessibleDescription() == page.refusal.text()
    assert filled.document.undo_label is None


def test_a_title_is_changed_in_its_place(page: BoardPage, filled: LiveDocument) -> None:
    QTest.keyClick(page.view, Key.Key_F2)
    assert page.title.text() == "Merke soner"
    QTest.keyClicks(page.title, "Merke opp soner")
    QTest.keyClick(page.title, Key.Key_Return)
    assert action(filled, 1).title == "Merke opp soner"
    assert not page.title.isVisible()
    QTest.keyClick(page.view, Key.Key_F2)
    QTest.keyClick(page.title, Key.Key_Escape)
    filled.undo()
    assert action(filled, 1).title == "Merke soner"
    assert filled.document.undo_label is None


def test_an_empty_title_is_refused_and_loses_nothing(page: BoardPage, filled: LiveDocument) -> None:
    QTest.keyClick(page.view, Key.Key_F2)
    page.title.clear()
    QTest.keyClick(page.title, Key.Key_Return)
    assert "cannot be empty" in page.refusal.text()
    assert action(filled, 1).title == "Merke soner"


def test_delete_and_undo(view: BoardView, filled: LiveDocument) -> None:
    before = dump(filled.document)
    QTest.keyClick(view, Key.Key_Delete)
    assert hanging(view)[0] == [2, 3]
    assert view.current_id() == action(filled, 2).id
    filled.undo()
    assert dump(filled.document) == before


def test_a_limit_is_told_and_never_refuses(
    editor: ActionsEditor, view: BoardView, filled: LiveDocument
) -> None:
    named = [each._replace(name=each.told(editor.t)) for each in USUAL]
    columns = [named[0]._replace(most=2), *named[1:]]
    filled.edit(M_("x"), board_edits.set_columns, None, columns)
    assert view.cards.board.over(0) == 1
    editor.source.show_only(ActionFilter(text="fikstur"))
    assert hanging(view)[0] == [2]
    assert view.cards.board.counts[0] == 3
    assert view.cards.board.over(0) == 1


def test_a_reader_hears_all_that_is_seen(view: BoardView, filled: LiveDocument) -> None:
    told = [view.cards.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(3)]
    assert told[0] == "1 Merke soner, New, Linh Nguyễn, overdue: 3 d over, 35 days in the column"
    assert told[2].startswith("3 Rydde skap, New, Linh Nguyễn, No date")
    assert told[0] == told_card(view.cards.cards[0], TODAY, Language("en"))


def test_a_lane_folds_by_a_click_on_its_head(
    editor: ActionsEditor, view: BoardView, filled: LiveDocument
) -> None:
    editor.source.show_lanes(LanesBy.GROUP)
    head = view.map.lane_head(0)
    where = QPoint(head.x + 40, head.y + head.height // 2)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert view.map.folded == {0}
    assert view.visualRect(view.cards.index(0, 0)).isEmpty()
    assert view.go_to(action(filled, 3).id)
    assert view.map.folded == set()


def test_a_change_elsewhere_shows_at_once(view: BoardView, filled: LiveDocument) -> None:
    filled.edit(M_("x"), edits.set_status, [2], ActionStatus.DOING, TODAY)
    assert hanging(view) == [[1, 3], [], [2], [], []]
    filled.edit(M_("x"), edits.set_status, [2], ActionStatus.CANCELLED, TODAY)
    assert hanging(view) == [[1, 3], [], [], [], []]


def test_another_groups_board_has_its_own_cards(
    editor: ActionsEditor, view: BoardView, filled: LiveDocument
) -> None:
    filled.edit(M_("x"), edits.change_actions, [2], group_id=None)
    editor.source.show_group(1)
    assert hanging(view)[0] == [1, 3]
    editor.source.show_group(None)
    assert hanging(view)[0] == [1, 2, 3]


def test_place_is_kept_when_the_view_changes(
    window: MainWindow, editor: ActionsEditor, view: BoardView, filled: LiveDocument
) -> None:
    view.go_to(action(filled, 2).id)
    window.menus.action("show_list").trigger()
    assert [card.action.number for card in editor.listed.chosen()] == [2]
    place = editor.place()
    window.menus.action("show_board").trigger()
    editor.return_to(place)
    assert editor.bar.views.choice == "list"
    assert [card.action.number for card in editor.chosen()] == [2]


def test_a_board_that_is_only_read_moves_nothing(view: BoardView, filled: LiveDocument) -> None:
    view.read_only = True
    press(view, [Key.Key_Right], CTRL)
    QTest.keyClick(view, Key.Key_Return, CTRL)
    drag(view, middle(view, 2, filled), QPoint(view.map.cell(0, 2).x + 5, 300))
    assert filled.document.undo_label is None
    assert view.editTriggers() == QAbstractItemView.EditTrigger.NoEditTriggers
    assert QApplication.activePopupWidget() is None


@pytest.mark.parametrize("width", [1440, 1280, 1024])
def test_what_is_shown_in_the_toolbar_has_room_for_its_words(
    window: MainWindow, editor: ActionsEditor, width: int
) -> None:
    window.resize(width, 800)
    editor.bar.filters.counted.emit()
    QApplication.processEvents()
    shown = [each for each in editor.bar.findChildren(QPushButton) if each.isVisible()]
    assert shown
    cut = [
        each.text()
        for each in shown
        if each.width() < each.fontMetrics().horizontalAdvance(each.text()) + 8
    ]
    assert cut == []
