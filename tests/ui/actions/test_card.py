"""The panel with all that a card holds: written in place, each gesture one undo step."""

from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QPushButton

from lean_desktop.domain.actions import ActionStatus
from lean_desktop.domain.cards import Pdca
from lean_desktop.domain.links import Link
from lean_desktop.edits import actions as edits
from lean_desktop.edits import meetings
from lean_desktop.i18n import M_, Language
from lean_desktop.queries import actions as queries
from lean_desktop.queries import cards as card_queries
from lean_desktop.ui.actions.card import ActionCard
from lean_desktop.ui.actions.editor import ActionsEditor
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.main_window import MainWindow
from tests.dumps import dump
from tests.ui.hands import click

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)")  # popups offscreen


@pytest.fixture
def card(editor: ActionsEditor) -> ActionCard:
    editor.board.view.go_to(1)
    editor.toggle_inspector()
    editor.card.build_now()
    return editor.card


def put(card: ActionCard, name: str, text: str) -> bool:
    field = card.card.all()[name]
    field.put(text)
    return field.try_commit()


def step(live: LiveDocument, t: Language) -> str:
    label = live.document.undo_label
    return t(label) if label else ""


def test_it_shows_the_chosen_card(card: ActionCard, editor: ActionsEditor) -> None:
    assert card._heading.text() == "Action 1"
    assert card.card.first["title"].text() == "Merke soner"
    assert card.card.first["owner"].text() == "Linh Nguyễn"
    editor.board.view.go_to(2)
    assert card._heading.text() == "Action 2"


@pytest.mark.parametrize(
    ("name", "typed", "label"),
    [
        ("title", "Merke opp soner", "title"),
        ("owner", "Kari Solberg", "owner"),
        ("helpers", "Kari Solberg", "helpers"),
        ("status", "doing", "status"),
        ("pillar", "Fokusert", "pillar"),
        ("pdca", "check", "PDCA step"),
        ("tags", "5S, sikkerhet", "tags"),
        ("source", "audit", "source"),
        ("problem", "Ingen vet hvor", "problem"),
        ("cause", "Ikke merket", "cause"),
        ("countermeasure", "Gul tape", "countermeasure"),
        ("effect", "Finne på 10 s", "expected effect"),
        ("figure_before", "47 min", "figure"),
        ("links", "Standard | https://verk.example/5s", "links"),
    ],
)
def test_each_field_is_one_step_and_undo_restores_everything(
    card: ActionCard, filled: LiveDocument, t: Language, name: str, typed: str, label: str
) -> None:
    before = dump(filled.document)
    assert put(card, name, typed)
    assert step(filled, t) == f"Change {label} of “Merke soner”"
    assert dump(filled.document) != before
    filled.undo()
    assert dump(filled.document) == before


def test_what_was_written_is_there(card: ActionCard, filled: LiveDocument) -> None:
    for name, typed in (
        ("helpers", "Kari Solberg"),
        ("tags", "5S, sikkerhet"),
        ("pdca", "check"),
        ("status", "doing"),
        ("effect", "Finne på 10 s"),
        ("links", "Standard | https://verk.example/5s"),
    ):
        assert put(card, name, typed)
    (found,) = filled.read(card_queries.cards, [1])
    assert (found.helpers, found.tags, found.pdca) == (
        ("Kari Solberg",),
        ("5S", "sikkerhet"),
        Pdca.CHECK,
    )
    assert found.action.status is ActionStatus.DOING
    assert filled.read(card_queries.texts, 1).effect == "Finne på 10 s"
    assert filled.read(card_queries.links, 1) == [Link("https://verk.example/5s", "Standard")]


def test_a_date_moves_with_its_reason_only(card: ActionCard, filled: LiveDocument) -> None:
    assert not put(card, "due", "20.10.")
    assert card.card.first["due"].sentence.text() == "Write why the date is moved."
    assert put(card, "due", "20.10. venter på tape")
    (found,) = filled.read(queries.actions, [1])
    assert (found.due, found.first_due) == (date(2026, 10, 20), date(2026, 10, 3))
    assert "→ 20/10/2026: venter på tape" in card._dates.text()


def test_an_unknown_helper_is_refused_with_a_sentence(
    card: ActionCard, filled: LiveDocument
) -> None:
    assert not put(card, "helpers", "Kari Solberg, Ole Ukjent")
    assert "Ole Ukjent" in card.card.first["helpers"].sentence.text()
    assert filled.document.undo_label is None


def test_the_checklist_is_added_to_ticked_and_taken_from(
    card: ActionCard, filled: LiveDocument
) -> None:
    QTest.keyClicks(card.steps.new, "Måle opp")
    QTest.keyClick(card.steps.new, Qt.Key.Key_Return)
    card.steps.new.take("Bestille tape\nLegge tape")
    assert [each.text for each in filled.read(card_queries.steps, 1)] == [
        *("Måle opp", "Bestille tape", "Legge tape"),
    ]
    assert card._steps_head.text() == "Checklist 0 of 3"
    card.steps.rows[0].findChildren(QCheckBox)[0].click()
    assert filled.read(card_queries.steps, 1)[0].done == filled.today
    assert card._steps_head.text() == "Checklist 1 of 3"
    card.steps.rows[1].findChildren(QPushButton)[0].click()
    assert len(filled.read(card_queries.steps, 1)) == 2
    for _ in range(4):
        filled.undo()
    assert filled.read(card_queries.steps, 1) == []


def test_comments_have_their_day_and_private_ones_a_lock(
    card: ActionCard, filled: LiveDocument
) -> None:
    QTest.keyClicks(card.comments.new, "Tapen er bestilt")
    QTest.keyClick(card.comments.new, Qt.Key.Key_Return)
    card.comments.private.setChecked(True)
    card.comments.add(["Avklare med Pål"])
    private, told = filled.read(card_queries.comments, 1)
    assert (private.private, told.private, told.written) == (True, False, filled.today)
    assert filled.read(card_queries.comments, 1, private=False) == [told]
    card.comments.rows[0].findChildren(QPushButton)[0].click()
    assert len(filled.read(card_queries.comments, 1)) == 1


def test_one_level_up_and_the_answer_back(card: ActionCard, filled: LiveDocument) -> None:
    card.raise_line.put("Trenger innkjøp")
    card.raise_line.commit()
    (raised,) = filled.read(queries.escalations, action_id=1)
    assert raised.text == "Trenger innkjøp"
    assert card.raise_line.isHidden()
    card.answer.put("Innkjøp bestiller i dag")
    card.answer.commit()
    (told,) = filled.read(queries.escalations, action_id=1)
    assert told.answer == "Innkjøp bestiller i dag"
    assert not card.raise_line.isHidden()


def test_several_chosen_cards_leave_the_panel_empty(
    card: ActionCard, editor: ActionsEditor, filled: LiveDocument
) -> None:
    editor.board.view.selectAll()
    assert card._pages.isHidden()
    editor.board.view.clearSelection()
    editor.board.view.go_to(3)
    assert not card._pages.isHidden()


def test_what_was_typed_for_one_card_is_never_taken_for_another(
    card: ActionCard, editor: ActionsEditor, filled: LiveDocument
) -> None:
    field = card.card.story["problem"]
    field.put("Ingen vet hvor")
    editor.board.view.go_to(2)
    assert filled.read(card_queries.texts, 1).problem == "Ingen vet hvor"
    assert filled.read(card_queries.texts, 2).problem == ""
    assert card.card.story["problem"].text() == ""


def test_dates_follow_a_change_made_elsewhere(card: ActionCard, filled: LiveDocument) -> None:
    filled.edit(M_("x"), edits.set_due, 1, date(2026, 10, 20), day=filled.today, reason="tape")
    assert "First agreed 03/10/2026\n→ 20/10/2026: tape" in card._dates.text()


def test_the_meeting_it_comes_from_is_one_click_away(
    card: ActionCard, editor: ActionsEditor, window: MainWindow, filled: LiveDocument
) -> None:
    assert not card.came_from.isVisible()
    start = datetime(2026, 10, 6, 13)
    meeting = filled.edit(M_("x"), meetings.plan_meeting, group_id=1, start=start)
    key = filled.edit(
        M_("x"), edits.add_action, "Fra møtet", created=date(2026, 10, 6), meeting_id=meeting
    )
    editor.board.view.go_to(key)
    assert card.came_from.text().startswith("From Montering")
    click(card.came_from)
    assert window.shown_key() == "meetings"


def test_the_widths_of_the_list_are_remembered(editor: ActionsEditor, window: MainWindow) -> None:
    editor.show_view("list")
    editor.listed.table.setColumnWidth(1, 333)
    state = editor.layout_state()
    another = ActionsEditor(editor.around)
    another.restore_layout(state)
    assert another.layout_state()["widths"] == state["widths"]
    another.source.load()
    assert another.listed.table.columnWidth(1) == 333
    another.deleteLater()
