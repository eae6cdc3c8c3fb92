"""The columns of a board: named, limited, ordered, in one step; and what a right click offers."""

from datetime import date

import pytest
from PySide6.QtWidgets import QMenu

from lean_desktop.domain.actions import Action, ActionStatus
from lean_desktop.domain.cards import Pdca
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.i18n import Language
from lean_desktop.queries import actions as queries
from lean_desktop.queries import cards as card_queries
from lean_desktop.queries.board import settings
from lean_desktop.ui.actions import bulk
from lean_desktop.ui.actions.card_menu import CardMenu
from lean_desktop.ui.actions.columns_dialog import ColumnsDialog
from lean_desktop.ui.actions.editor import ActionsEditor
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.main_window import MainWindow
from tests.dumps import dump

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)")  # popups offscreen


@pytest.fixture
def dialog(window: MainWindow, editor: ActionsEditor) -> ColumnsDialog:
    window.menus.action("board_columns").trigger()
    found = editor.findChild(ColumnsDialog)
    assert isinstance(found, ColumnsDialog)
    return found


def step(live: LiveDocument, t: Language) -> str:
    label = live.document.undo_label
    return t(label) if label else ""


def action(live: LiveDocument, number: int) -> Action:
    return next(each for each in live.read(queries.actions) if each.number == number)


def test_columns_are_changed_in_one_step(
    dialog: ColumnsDialog, filled: LiveDocument, t: Language
) -> None:
    before = dump(filled.document)
    dialog.table.rows[2].most.setText("4")
    dialog.table.rows[2].name.setText("I arbeid")
    dialog.add()
    dialog.table.rows[4].name.setText("Prøves")
    dialog.table.shift(dialog.table.rows[4], -1)
    dialog.keep()
    columns = filled.read(settings, None).columns
    assert [each.told(t) for each in columns] == [
        *("New ones", "Planned", "I arbeid", "Prøves", "Waiting", "Done"),
    ]
    assert columns[2].most == 4
    assert step(filled, t) == "Change the columns of the board"
    filled.undo()
    assert dump(filled.document) == before


def test_a_board_nobody_changed_makes_no_step(dialog: ColumnsDialog, filled: LiveDocument) -> None:
    dialog.keep()
    assert filled.document.undo_label is None


def test_a_state_that_no_column_has_is_told_and_nothing_lost(
    dialog: ColumnsDialog, filled: LiveDocument
) -> None:
    dialog.table.remove(dialog.table.rows[3])
    dialog.keep()
    assert dialog.refusal.text().startswith("No column shows cards that are Blocked.")
    assert dialog.isVisible()
    menu = dialog.table.rows[2].states.menu()
    menu.aboutToShow.emit()
    next(each for each in menu.actions() if each.text() == "Blocked").trigger()
    assert dialog.table.rows[2].chosen == [ActionStatus.DOING, ActionStatus.BLOCKED]
    dialog.table.rows[0].most.setText("mange")
    dialog.keep()
    assert dialog.refusal.text() == "“mange” is no number. Write 1, 2 or 3."
    dialog.table.rows[0].most.setText("")
    dialog.keep()
    assert len(filled.read(settings, None).columns) == 4


def test_the_board_as_it_was_drawn_comes_back(
    window: MainWindow, dialog: ColumnsDialog, editor: ActionsEditor, filled: LiveDocument
) -> None:
    dialog.table.rows[0].most.setText("2")
    dialog.keep()
    assert editor.source.settings.columns[0].most == 2
    ColumnsDialog(editor.around, editor.source, editor)._usual()
    assert editor.source.settings.id == 0


def test_several_cards_get_one_owner_state_quarter_and_tag(
    editor: ActionsEditor, filled: LiveDocument, t: Language
) -> None:
    cards = list(editor.source.cards.values())[:2]
    bulk.set_owner(editor.around, cards, 2)
    assert step(filled, t) == "Change owner of 2 actions"
    assert [action(filled, n).owner for n in (1, 2, 3)] == [
        *("Kari Solberg", "Kari Solberg", "Linh Nguyễn"),
    ]
    bulk.set_status(editor.around, cards, ActionStatus.DOING)
    assert step(filled, t) == "Set 2 actions to Doing"
    bulk.set_pdca(editor.around, cards[:1], Pdca.DO)
    bulk.add_tag(editor.around, cards, "5S")
    first, second = filled.read(card_queries.cards, [card.id for card in cards])
    assert (first.pdca, first.tags, second.tags) == (Pdca.DO, ("5S",), ("5S",))
    for _ in range(4):
        filled.undo()
    assert filled.document.undo_label is None


def test_one_date_for_several_needs_a_reason_where_one_had_another(
    editor: ActionsEditor, filled: LiveDocument
) -> None:
    before = dump(filled.document)
    cards = list(editor.source.cards.values())
    menu = CardMenu(editor.around, editor)
    with pytest.raises(RuleBroken):
        menu.set_date(cards, "30.10.")
    assert dump(filled.document) == before
    menu.set_date(cards, "30.10. ferie")
    assert [action(filled, n).due for n in (1, 2, 3)] == [date(2026, 10, 30)] * 3
    assert [action(filled, n).slips for n in (1, 2, 3)] == [1, 1, 0]


def test_the_menu_offers_what_can_be_done_with_the_chosen_cards(editor: ActionsEditor) -> None:
    editor.board.view.setFocus()
    menu = QMenu()
    editor._fill_more(menu)
    texts = [each.text() for each in menu.actions() if each.text()]
    assert texts[:6] == ["Owner", "New date …", "Status", "PDCA step", "Group", "Tag …"]
    assert "Delete the actions" in texts
