"""What is printed of actions: open ones, of a group or of all, and nothing that is private."""

from lean_desktop.document.document import Document
from lean_desktop.domain.board import LanesBy
from lean_desktop.domain.card_groups import GroupBy
from lean_desktop.domain.cards import FieldKind, Moment
from lean_desktop.edits import actions, cards
from lean_desktop.queries import action_papers as queries
from tests.plants import STEP, TODAY, Plant

Planted = tuple[Document, Plant]


def test_board_and_lists_are_of_a_group_or_of_all(plant: Planted) -> None:
    document, keys = plant
    for title, group in (("Merke", keys.group), ("Vaske", None)):
        document.edit(STEP, actions.add_action, title, created=TODAY, group_id=group)
    whole = document.read(queries.board_paper, by=LanesBy.GROUP, today=TODAY)
    assert [lane.size for lane in whole.board.lanes] == [1, 1]
    own = document.read(queries.board_paper, group_id=keys.group, scope="Montering", today=TODAY)
    assert (own.scope, own.board.shown) == ("Montering", 1)
    listed = document.read(queries.list_paper, by=GroupBy.WEEK, today=TODAY)
    assert [card.action.title for card in listed.cards] == ["Merke", "Vaske"]


def test_a_card_has_all_but_private_fields(plant: Planted) -> None:
    document, keys = plant
    key = document.edit(
        STEP, actions.add_action, "Merke", created=TODAY, owner_id=keys.kari, due=TODAY
    ).result
    document.edit(STEP, cards.add_field, "Lønn", FieldKind.NUMBER, private=True)
    document.edit(STEP, cards.add_field, "Kostnad", FieldKind.NUMBER)
    document.edit(STEP, cards.change_texts, key, problem="Rot")
    document.edit(STEP, cards.add_steps, key, ["Måle"])
    document.edit(STEP, cards.set_photo, key, Moment.AFTER, b"jpeg")
    (paper,) = document.read(queries.card_papers, [key], today=TODAY)
    assert [each.name for each in paper.fields] == ["Kostnad"]
    assert paper.texts.problem == "Rot"
    assert [step.text for step in paper.steps] == ["Måle"]
    assert paper.photos == {Moment.AFTER: b"jpeg"}
