"""What a card holds besides: each is one step, and undo restores the whole file."""

from typing import Any

import pytest

from lean_desktop.document.document import Document
from lean_desktop.domain.cards import FieldKind, Moment, OwnField
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.links import Link
from lean_desktop.edits import actions
from lean_desktop.edits import cards as edits
from lean_desktop.queries import cards as queries
from tests.dumps import dump
from tests.plants import STEP, TODAY, Plant

Planted = tuple[Document, Plant]


@pytest.fixture
def card(plant: Planted) -> tuple[Document, int]:
    document, keys = plant
    made = document.edit(STEP, actions.add_action, "Merke", created=TODAY, owner_id=keys.kari)
    document.edit(STEP, edits.add_steps, made.result, ["Måle", "Tape"])
    document.edit(STEP, edits.add_field, "Linje", FieldKind.CHOICE, choices=["1", "2"])
    return document, made.result


@pytest.mark.parametrize(
    ("edit", "args", "more"),
    [
        (edits.change_texts, (1,), {"problem": "Rot", "pdca": "do", "figure_before": "47 min"}),
        (edits.set_helpers, (1, [1, 3]), {}),
        (edits.set_tags, (1, ["5S", "Tavle"]), {}),
        (edits.add_steps, (1, ["Vaske"]), {}),
        (edits.tick_step, (1, TODAY), {}),
        (edits.rename_step, (1, "Måle opp"), {}),
        (edits.rename_step, (1, " "), {}),
        (edits.set_links, (1, [Link("https://verk.example", "Standard")]), {}),
        (edits.add_comment, (1, "Bestilt", TODAY), {"private": True}),
        (edits.set_photo, (1, Moment.BEFORE, b"\xff\xd8"), {}),
        (edits.add_field, ("Kostnad", FieldKind.NUMBER), {}),
        (edits.set_fields, ([OwnField(1, "Bane", FieldKind.CHOICE, ("A",), private=True)],), {}),
        (edits.set_fields, ([OwnField(0, "Ny", FieldKind.TEXT)],), {}),
        (edits.set_fields, ([],), {}),
        (edits.set_values, ([1], 1, "2"), {}),
    ],
)
def test_each_is_one_step_and_undo_restores_everything(
    card: tuple[Document, int], edit: Any, args: tuple[Any, ...], more: dict[str, Any]
) -> None:
    document, _ = card
    before = dump(document)
    document.edit(STEP, edit, *args, **more)
    after = dump(document)
    assert after != before
    document.undo()
    assert dump(document) == before
    document.redo()
    assert dump(document) == after


def test_removing_a_field_takes_its_values_and_undo_brings_them_back(
    card: tuple[Document, int],
) -> None:
    document, key = card
    document.edit(STEP, edits.set_values, [key], 1, "2")
    document.edit(STEP, edits.set_fields, [])
    assert document.read(queries.cards, [key])[0].values == {}
    document.undo()
    assert document.read(queries.cards, [key])[0].values == {1: "2"}
    document.edit(STEP, edits.set_values, [key], 1, "")
    assert document.read(queries.cards, [key])[0].values == {}


def test_a_photo_replaces_the_one_before_and_has_a_limit(card: tuple[Document, int]) -> None:
    document, key = card
    document.edit(STEP, edits.set_photo, key, Moment.AFTER, b"one")
    document.edit(STEP, edits.set_photo, key, Moment.AFTER, b"two")
    assert document.read(queries.photos, key) == {Moment.AFTER: b"two"}
    with pytest.raises(RuleBroken):
        document.edit(STEP, edits.set_photo, key, Moment.AFTER, b"x" * 1_000_001)
    document.edit(STEP, edits.set_photo, key, Moment.AFTER, None)
    assert document.read(queries.photos, key) == {}


@pytest.mark.parametrize(
    ("name", "kind", "choices", "sentence"),
    [
        ("linje", FieldKind.TEXT, [], "There is a field named “linje” already."),
        (" ", FieldKind.TEXT, [], "This cannot be empty."),
        ("Bane", FieldKind.CHOICE, [" "], "Write what can be chosen in “Bane”."),
        ("x" * 61, FieldKind.TEXT, [], "That is 61 characters; at most 60 fit here."),
    ],
)
def test_fields_that_will_not_do_are_refused(
    card: tuple[Document, int], name: str, kind: FieldKind, choices: list[str], sentence: str
) -> None:
    document, _ = card
    with pytest.raises(RuleBroken) as broken:
        document.edit(STEP, edits.add_field, name, kind, choices=choices)
    assert str(broken.value).startswith(sentence)


def test_fields_change_places_and_names_and_keep_what_actions_have(
    card: tuple[Document, int],
) -> None:
    document, key = card
    cost = document.edit(STEP, edits.add_field, "Kostnad", FieldKind.NUMBER).result
    document.edit(STEP, edits.set_values, [key], 1, "2")
    document.edit(STEP, edits.set_values, [key], cost, "12.5")
    swapped = [
        OwnField(cost, "Linje", FieldKind.NUMBER),
        OwnField(1, "Kostnad", FieldKind.CHOICE, ("1", "2")),
    ]
    document.edit(STEP, edits.set_fields, swapped)
    assert document.read(queries.own_fields) == swapped
    assert document.read(queries.cards, [key])[0].values == {1: "2", cost: "12.5"}


def test_the_owner_is_no_helper_and_nobody_helps_twice(card: tuple[Document, int]) -> None:
    document, key = card
    document.edit(STEP, edits.set_helpers, key, [3, 2, 3])
    assert document.read(queries.cards, [key])[0].helper_ids == (3,)
