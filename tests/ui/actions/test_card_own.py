"""Own fields: made in one dialog, written in the panel, and conditions of the filter."""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QInputDialog, QMenu, QPushButton

from lean_desktop.domain.cards import FieldKind, OwnField
from lean_desktop.edits import cards as edits
from lean_desktop.i18n import M_
from lean_desktop.queries import cards as queries
from lean_desktop.ui.actions.card import ActionCard
from lean_desktop.ui.actions.editor import ActionsEditor
from lean_desktop.ui.actions.fields_dialog import FieldsDialog
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.main_window import MainWindow
from tests.dumps import dump
from tests.ui.hands import click

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)")

FIELDS = [
    OwnField(0, "Linje", FieldKind.CHOICE, ("1", "10")),
    OwnField(0, "Kostnad", FieldKind.NUMBER),
    OwnField(0, "Frist for kunde", FieldKind.DATE, private=True),
    OwnField(0, "Sted", FieldKind.TEXT),
]


@pytest.fixture
def own(filled: LiveDocument) -> list[OwnField]:
    filled.edit(M_("x"), edits.set_fields, FIELDS)
    return filled.read(queries.own_fields)


@pytest.fixture
def card(own: list[OwnField], editor: ActionsEditor) -> ActionCard:
    editor.board.view.go_to(1)
    editor.toggle_inspector()
    editor.card.build_now()
    return editor.card


def values(live: LiveDocument, key: int = 1) -> dict[int, str]:
    return dict(live.read(queries.cards, [key])[0].values)


@pytest.mark.parametrize(
    ("place", "typed", "stored"),
    [(0, "10", "10"), (1, "1 200,50", "1200.5"), (2, "20.10.", "2026-10-20"), (3, "Hall", "Hall")],
)
def test_each_is_written_in_place_as_one_step(
    card: ActionCard, filled: LiveDocument, place: int, typed: str, stored: str
) -> None:
    before = dump(filled.document)
    key = list(card.own.fields)[place]
    field = card.own.fields[key]
    field.put(typed)
    assert field.try_commit()
    assert values(filled) == {key: stored}
    filled.undo()
    assert dump(filled.document) == before


def test_what_will_not_do_is_refused_under_the_field(card: ActionCard) -> None:
    field = card.own.fields[list(card.own.fields)[1]]
    field.put("mye")
    assert not field.try_commit()
    assert field.sentence.text().startswith("“mye” is no number.")


def test_a_choice_that_is_gone_stays_where_it_was_chosen(
    card: ActionCard, filled: LiveDocument, own: list[OwnField]
) -> None:
    filled.edit(M_("x"), edits.set_values, [1], own[0].id, "10")
    fewer = [own[0]._replace(choices=("1",)), *own[1:]]
    filled.edit(M_("x"), edits.set_fields, fewer)
    field = card.own.fields[own[0].id]
    assert field.text() == "10"
    assert not field.in_hand()


def test_a_section_without_fields_is_not_shown(card: ActionCard, filled: LiveDocument) -> None:
    assert card._own_head.isVisible()
    filled.edit(M_("x"), edits.set_fields, [])
    assert not card._own_head.isVisible()
    card._drafts.keep()  # what has gone is not asked any more


# The dialog


@pytest.fixture
def dialog(window: MainWindow, editor: ActionsEditor) -> FieldsDialog:
    window.menus.action("own_fields").trigger()
    found = editor.findChild(FieldsDialog)
    assert isinstance(found, FieldsDialog)
    return found


def pressed(dialog: FieldsDialog, text: str) -> None:
    QApplication.processEvents()  # what was taken out of the table goes
    click(
        next(b for b in dialog.findChildren(QPushButton) if text in (b.accessibleName(), b.text()))
    )


def test_fields_are_made_and_ordered_in_one_step(
    dialog: FieldsDialog, filled: LiveDocument
) -> None:
    before = dump(filled.document)
    for name in ("Kostnad", "Linje"):
        pressed(dialog, "Add a field")
        dialog.table.rows[-1].name.setText(name)
    dialog.table.rows[1].kind.setCurrentIndex(dialog.table.rows[1].kind.findText("Choice"))
    dialog.table.rows[1].choices.setText("Linje 1; Linje 2")
    dialog.table.shift(dialog.table.rows[1], -1)
    pressed(dialog, "Keep the fields")
    found = filled.read(queries.own_fields)
    assert [(each.name, each.choices) for each in found] == [
        ("Linje", ("Linje 1", "Linje 2")),
        ("Kostnad", ()),
    ]
    filled.undo()
    assert dump(filled.document) == before


def test_two_of_one_name_are_refused_and_nothing_is_lost(
    dialog: FieldsDialog, filled: LiveDocument
) -> None:
    for _ in range(2):
        pressed(dialog, "Add a field")
        dialog.table.rows[-1].name.setText("Linje")
    pressed(dialog, "Keep the fields")
    assert dialog.refusal.text() == "There is a field named “Linje” already."
    assert dialog.isVisible()
    assert filled.read(queries.own_fields) == []


# The filter


def entry(menu: QMenu, *path: str) -> None:
    menu.aboutToShow.emit()
    for name in path[:-1]:
        found = next(each.menu() for each in menu.actions() if each.text() == name)
        assert isinstance(found, QMenu)
        menu = found
    next(each for each in menu.actions() if each.text() == path[-1]).trigger()


def test_a_choice_and_a_text_narrow_the_board(
    own: list[OwnField],
    editor: ActionsEditor,
    filled: LiveDocument,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    line, _, _, place = own
    for key, value in ((1, "1"), (2, "10")):
        filled.edit(M_("x"), edits.set_values, [key], line.id, value)
    filled.edit(M_("x"), edits.set_values, [2], place.id, "Hall B")
    bar = editor.bar.filters
    entry(bar.saved.menu(), "Linje", "1")
    assert [card.id for card in editor.source.seen()] == [1]
    assert bar.saved.text() == "Linje: 1"
    entry(bar.saved.menu(), "Linje", "All")
    monkeypatch.setattr(QInputDialog, "getText", lambda *_a, **_k: ("hall", True))
    entry(bar.saved.menu(), "Sted", "Holds …")
    assert [card.id for card in editor.source.seen()] == [2]
    assert bar.saved.text() == "Sted: hall"
    bar.clear()
    assert bar.saved.text() == "Filter"


def test_a_day_is_asked_for_as_one_writes_it_and_a_refusal_asks_again(
    own: list[OwnField],
    editor: ActionsEditor,
    filled: LiveDocument,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    filled.edit(M_("x"), edits.set_values, [3], own[2].id, date(2026, 10, 20).isoformat())
    answers = [("en dag", True), ("20.10.", True)]
    said: list[str] = []

    def ask(_parent: object, _title: str, sentence: str, **_more: str) -> tuple[str, bool]:
        said.append(sentence)
        return answers.pop(0)

    monkeypatch.setattr(QInputDialog, "getText", ask)
    entry(editor.bar.filters.saved.menu(), "Frist for kunde", "Holds …")
    assert "“en dag” is no day" in said[1]
    assert [card.id for card in editor.source.seen()] == [3]
