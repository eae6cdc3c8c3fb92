"""What can be printed of the tab: what is seen, the chosen cards, and a list per person."""

import pytest

from lean_desktop.domain.action_filter import ActionFilter
from lean_desktop.i18n import Language
from lean_desktop.ui.actions.editor import ActionsEditor
from tests.handouts.readers import pages_of, text_of

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)")


def printed(editor: ActionsEditor, name: str, t: Language) -> bytes | None:
    paper = next(each for each in editor.papers() if each.name == name)
    assert paper.title()
    make = paper.prepare("A4", t)
    return make() if make else None


def test_the_first_is_the_board_as_it_is_seen(editor: ActionsEditor, t: Language) -> None:
    assert editor.papers()[0].name == "board"
    text = text_of(printed(editor, "board", t) or b"")
    assert "Merke soner" in text
    assert "3 cards" in text
    editor.source.show_only(ActionFilter(text="fikstur"))
    text = text_of(printed(editor, "board", t) or b"")
    assert "Teste fikstur" in text
    assert "Merke soner" not in text


@pytest.mark.parametrize("name", ["by_owner", "by_date", "by_group"])
def test_lists_hold_what_is_seen(editor: ActionsEditor, t: Language, name: str) -> None:
    editor.source.show_only(ActionFilter(text="fikstur"))
    text = text_of(printed(editor, name, t) or b"")
    assert "Teste fikstur" in text
    assert "Merke soner" not in text


def test_cards_are_the_chosen_ones(editor: ActionsEditor, t: Language) -> None:
    editor.board.view.selectionModel().clear()
    assert printed(editor, "cards", t) is None
    editor.board.view.selectAll()
    assert pages_of(printed(editor, "cards", t) or b"") == 3


def test_of_one_group_its_name_stands_above(editor: ActionsEditor, t: Language) -> None:
    editor.source.show_group(1)
    assert "Board Montering" in text_of(printed(editor, "board", t) or b"")


def test_everybody_gets_a_list(editor: ActionsEditor, t: Language) -> None:
    assert "Linh Nguyễn" in text_of(printed(editor, "my_actions", t) or b"")
