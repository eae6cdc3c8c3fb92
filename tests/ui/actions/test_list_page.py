"""The list of actions: added in a line, changed in place, found, deleted."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from lean_desktop.domain.actions import Action, ActionStatus
from lean_desktop.domain.card_groups import GroupBy
from lean_desktop.domain.cards import FieldKind, Pdca
from lean_desktop.edits import actions as edits
from lean_desktop.edits import cards as card_edits
from lean_desktop.i18n import M_, Language
from lean_desktop.queries import actions as queries
from lean_desktop.ui.actions.editor import LIST, ActionsEditor
from lean_desktop.ui.actions.list_page import ALL, HIDDEN, ListPage
from lean_desktop.ui.actions.model import DUE, HELPERS, OWNER, PDCA, STATUS, TAGS, TITLE
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.main_window import MainWindow
from tests.ui.hands import click_cell, shown, type_in_cell

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)")  # popups offscreen


@pytest.fixture
def listed(editor: ActionsEditor) -> ListPage:
    editor.show_view(LIST)
    return editor.listed


Key = Qt.Key


def action(live: LiveDocument, number: int) -> Action:
    return next(each for each in live.read(queries.actions) if each.number == number)


def step(live: LiveDocument, t: Language) -> str:
    label = live.document.undo_label
    return t(label) if label else ""


def test_what_is_due_first_stands_first_and_says_it_is_over(
    editor: ActionsEditor, listed: ListPage
) -> None:
    assert shown(listed.table, TITLE) == ["Merke soner", "Teste fikstur", "Rydde skap"]
    assert shown(listed.table, DUE)[0] == "■ 03/10/2026 · 3 d over"
    assert editor.status() == "3 cards · 1 overdue"


def test_a_line_becomes_an_action_and_stays(
    window: MainWindow, listed: ListPage, filled: LiveDocument, t: Language
) -> None:
    window.menus.action("new_action").trigger()
    assert listed.quick.hasFocus()
    QTest.keyClicks(listed.quick, "Bestille gulvtape @Linh fredag")
    QTest.keyClick(listed.quick, Key.Key_Return)
    new = action(filled, 4)
    assert (new.title, new.owner, new.due) == (
        "Bestille gulvtape",
        "Linh Nguyễn",
        date(2026, 10, 9),
    )
    assert step(filled, t) == "Add “Bestille gulvtape”"
    assert listed.quick.text() == ""


def test_pasted_lines_are_one_step(
    editor: ActionsEditor, listed: ListPage, filled: LiveDocument
) -> None:
    listed.quick.take("En @Kari\nTo uke 43\nTre")
    assert [each.title for each in filled.read(queries.actions)][3:] == ["En", "To", "Tre"]
    filled.undo()
    assert len(filled.read(queries.actions)) == 3


def test_a_name_nobody_has_is_refused_and_the_line_is_kept(
    editor: ActionsEditor, listed: ListPage, filled: LiveDocument
) -> None:
    QTest.keyClicks(listed.quick, "Rydde @Ole")
    QTest.keyClick(listed.quick, Key.Key_Return)
    assert listed.quick.text() == "Rydde @Ole"
    assert "nobody here" in listed.refusal.text()
    assert len(filled.read(queries.actions)) == 3


def test_a_date_moves_with_its_reason_only(
    editor: ActionsEditor, listed: ListPage, filled: LiveDocument, t: Language
) -> None:
    line = type_in_cell(listed.table, 0, DUE, "20.10.")
    assert action(filled, 1).due == date(2026, 10, 3)
    assert line.isVisible()  # the text stays, with its sentence
    QTest.keyClick(line, Key.Key_Escape)
    QApplication.processEvents()
    type_in_cell(listed.table, 0, DUE, "20.10. venter på tape")
    moved = action(filled, 1)
    assert (moved.first_due, moved.due, moved.slips) == (date(2026, 10, 3), date(2026, 10, 20), 1)
    assert step(filled, t) == "Change date of “Merke soner”"
    (change,) = filled.read(queries.due_changes, action_id=moved.id)
    assert change.reason == "venter på tape"


def test_owner_and_status_are_written_in_place(
    editor: ActionsEditor, listed: ListPage, filled: LiveDocument
) -> None:
    type_in_cell(listed.table, 1, OWNER, "Kari Solberg")
    QApplication.processEvents()
    assert action(filled, 2).owner == "Kari Solberg"
    model = listed.table.model()
    model.setData(model.index(1, STATUS), "Done", Qt.ItemDataRole.EditRole)
    done = action(filled, 2)
    assert (done.status, done.done) == (ActionStatus.DONE, filled.today)
    assert shown(listed.table, TITLE) == ["Merke soner", "Rydde skap"]  # only open ones
    listed.which.choose("all")
    listed._take_model("all")
    assert shown(listed.table, TITLE)[-1] == "Teste fikstur"


def test_words_narrow_the_list(editor: ActionsEditor, listed: ListPage) -> None:
    editor.bar.filters.search.setText("rydde linh")
    assert shown(listed.table, TITLE) == ["Rydde skap"]


def test_deleted_ones_come_back(
    editor: ActionsEditor, listed: ListPage, filled: LiveDocument
) -> None:
    listed.table.selectRow(0)
    QTest.keyClick(listed.table, Key.Key_Delete)
    assert len(filled.read(queries.actions)) == 2
    filled.undo()
    assert len(filled.read(queries.actions)) == 3


def test_the_card_tells_dates_and_takes_the_answer(
    editor: ActionsEditor, listed: ListPage, filled: LiveDocument
) -> None:
    editor.card.build_now()
    filled.edit(M_("x"), edits.set_due, 1, date(2026, 10, 20), day=filled.today, reason="tape")
    filled.edit(M_("x"), edits.escalate, "Trenger innkjøp", day=filled.today, action_id=1)
    listed.table.go_to(1, TITLE)
    assert "First agreed 03/10/2026\n→ 20/10/2026: tape" in editor.card._dates.text()
    assert "Trenger innkjøp" in editor.card._escalated.text()
    editor.card.answer.put("Innkjøp bestiller i dag")
    editor.card.answer.commit()
    (told,) = filled.read(queries.escalations, action_id=1)
    assert (told.answer, told.answered) == ("Innkjøp bestiller i dag", filled.today)


# Put together under heads


def test_heads_say_how_many_and_how_many_are_overdue(listed: ListPage) -> None:
    listed.group_by(GroupBy.WEEK)
    assert shown(listed.table, TITLE) == [
        "Week 40, 2026 · 1 action · 1 overdue",
        "Merke soner",
        "Week 43, 2026 · 1 action",
        "Teste fikstur",
        "Without a date · 1 action",
        "Rydde skap",
    ]


def test_a_head_folds_by_keys_and_stays_current(listed: ListPage) -> None:
    listed.group_by(GroupBy.OWNER)
    listed.table.selectRow(0)
    QTest.keyClick(listed.table, Key.Key_Left)
    assert shown(listed.table, TITLE) == ["Linh Nguyễn · 3 actions · 1 overdue"]
    assert listed.table.currentIndex().row() == 0
    QTest.keyClick(listed.table, Key.Key_Return)
    assert len(shown(listed.table, TITLE)) == 4
    QTest.keyClick(listed.table, Key.Key_Space)
    assert len(shown(listed.table, TITLE)) == 1


def test_a_click_on_a_head_folds_it(listed: ListPage) -> None:
    listed.group_by(GroupBy.STATUS)
    click_cell(listed.table, 0, TITLE)
    assert shown(listed.table, TITLE) == ["New · 3 actions · 1 overdue"]


def test_a_folded_action_is_unfolded_when_one_goes_there(listed: ListPage) -> None:
    listed.group_by(GroupBy.GROUP)
    listed.model.toggle(1)
    assert listed.go_to(2)
    assert [card.id for card in listed.chosen()] == [2]


def test_a_head_is_no_action(listed: ListPage, filled: LiveDocument) -> None:
    listed.group_by(GroupBy.PILLAR)
    listed.table.selectRow(0)
    assert listed.chosen() == []
    QTest.keyClick(listed.table, Key.Key_Delete)
    assert len(filled.read(queries.actions)) == 3
    assert not listed.model.setData(listed.model.index(0, TITLE), "x")


def test_an_edit_moves_the_action_to_another_head_and_undo_back(
    listed: ListPage, filled: LiveDocument
) -> None:
    listed.group_by(GroupBy.STATUS)
    before = shown(listed.table, TITLE)
    filled.edit(M_("x"), edits.set_status, [2], ActionStatus.BLOCKED, filled.today)
    assert shown(listed.table, TITLE)[-2:] == ["Blocked · 1 action", "Teste fikstur"]
    filled.undo()
    assert shown(listed.table, TITLE) == before


def test_within_a_head_the_chosen_column_sorts(listed: ListPage) -> None:
    listed.group_by(GroupBy.OWNER)
    listed.table.sortByColumn(TITLE, Qt.SortOrder.DescendingOrder)
    assert shown(listed.table, TITLE)[1:] == ["Teste fikstur", "Rydde skap", "Merke soner"]


# Own fields, tags, helpers


def test_own_fields_are_columns_and_are_added_up(listed: ListPage, filled: LiveDocument) -> None:
    cost = filled.edit(M_("x"), card_edits.add_field, "Cost", FieldKind.NUMBER)
    own = PDCA + 1
    assert listed.model.columns[own].title == "Cost"
    assert listed.model.setData(listed.model.index(0, own), "1 200,50")
    assert listed.model.setData(listed.model.index(1, own), "800")
    assert shown(listed.table, own) == ["1200.5", "800", ""]
    assert listed.total.text() == "3 actions · 1 overdue · 0 with moved dates · Cost: 2000.5"
    assert not listed.model.setData(listed.model.index(2, own), "dyrt")
    listed.table.sortByColumn(own, Qt.SortOrder.AscendingOrder)
    assert shown(listed.table, own) == ["800", "1200.5", ""]
    filled.undo()
    assert shown(listed.table, own) == ["1200.5", "", ""]
    assert cost


def test_helpers_tags_and_pdca_are_written_in_place(
    listed: ListPage, filled: LiveDocument, t: Language
) -> None:
    model = listed.model
    assert model.setData(model.index(0, HELPERS), "Kari Solberg")
    assert step(filled, t) == "Change helpers of “Merke soner”"
    assert model.setData(model.index(0, TAGS), "5S, gulv")
    assert model.setData(model.index(0, PDCA), "Check")
    card = model.row(model.index(0, 0))
    assert (card.helpers, card.tags, card.pdca) == (("Kari Solberg",), ("5S", "gulv"), Pdca.CHECK)


def test_columns_are_shown_and_hidden_and_remembered(listed: ListPage) -> None:
    assert listed.table.isColumnHidden(TAGS)
    listed._fill_columns()
    (tags,) = [each for each in listed.columns.menu().actions() if each.text() == "Tags"]
    tags.trigger()
    assert not listed.table.isColumnHidden(TAGS)
    assert "tags" not in listed.around.settings.get(HIDDEN, [])


# All of them


def test_those_that_are_over_come_when_asked_for(listed: ListPage, filled: LiveDocument) -> None:
    filled.edit(M_("x"), edits.set_status, [1], ActionStatus.DONE, filled.today)
    assert shown(listed.table, TITLE) == ["Teste fikstur", "Rydde skap"]
    assert listed.go_to(1)
    assert listed.which.choice == ALL
    assert shown(listed.table, TITLE) == ["Teste fikstur", "Rydde skap", "Merke soner"]
    assert listed.total.text().startswith("3 actions · 0 overdue")


def test_the_total_follows_the_filter(editor: ActionsEditor, listed: ListPage) -> None:
    editor.bar.filters.search.setText("rydde")
    assert listed.total.text() == "1 action · 0 overdue · 0 with moved dates"
