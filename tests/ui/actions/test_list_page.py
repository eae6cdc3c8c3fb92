"""The list of actions: added in a line, changed in place, found, deleted."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from lean_desktop.domain.actions import Action, ActionStatus
from lean_desktop.edits import actions as edits
from lean_desktop.i18n import M_, Language
from lean_desktop.queries import actions as queries
from lean_desktop.ui.actions.editor import LIST, ActionsEditor
from lean_desktop.ui.actions.list_page import ListPage
from lean_desktop.ui.actions.model import DUE, OWNER, STATUS, TITLE
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.main_window import MainWindow
from tests.ui.hands import shown, type_in_cell

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
