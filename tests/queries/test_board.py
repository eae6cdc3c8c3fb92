"""What hangs on a board, and where nothing moves any more."""

from datetime import date, timedelta
from typing import Any

from lean_desktop.document.document import Document
from lean_desktop.domain.actions import ActionStatus
from lean_desktop.domain.cards import FieldKind
from lean_desktop.edits import actions, board, cards, organisation
from lean_desktop.queries import board as queries
from lean_desktop.queries import cards as card_queries
from tests.plants import STEP, TODAY, Plant

Planted = tuple[Document, Plant]
WEEK = timedelta(weeks=1)


def add(document: Document, title: str, **more: Any) -> int:
    made = {"created": TODAY - 6 * WEEK, **more}
    return document.edit(STEP, actions.add_action, title, **made).result


def test_open_ones_hang_and_those_done_lately(plant: Planted) -> None:
    document, keys = plant
    open_, late, old, dropped = (add(document, title) for title in ("a", "b", "c", "d"))
    document.edit(STEP, actions.set_status, [late], ActionStatus.DONE, TODAY - WEEK)
    document.edit(STEP, actions.set_status, [old], ActionStatus.DONE, TODAY - 4 * WEEK)
    document.edit(STEP, actions.set_status, [dropped], ActionStatus.CANCELLED, TODAY)
    since = TODAY - 2 * WEEK
    found = document.read(card_queries.cards, done_since=since)
    assert [card.id for card in found] == [open_, late]
    assert [card.id for card in document.read(card_queries.cards)] == [open_]
    assert document.read(card_queries.older_done, None, since) == 1
    assert document.read(card_queries.older_done, keys.group, since) == 0
    assert len(document.read(card_queries.all_cards)) == 4


def test_a_card_has_all_that_was_written_of_it(plant: Planted) -> None:
    document, keys = plant
    key = add(document, "Merke", group_id=keys.group, owner_id=keys.kari)
    cost = document.edit(STEP, cards.add_field, "Kostnad", FieldKind.NUMBER).result
    written: list[Any] = [
        (cards.set_helpers, key, [keys.ola, keys.kari, keys.boss]),
        (cards.set_tags, key, ["5S", " 5s ", "Sikkerhet"]),
        (cards.add_steps, key, ["Måle", "", "Tape"]),
        (cards.set_values, [key], cost, "1200"),
    ]
    for edit, *args in written:
        document.edit(STEP, edit, *args)
    document.edit(STEP, cards.tick_step, 1, TODAY)
    (card,) = document.read(card_queries.cards, [key])
    assert card.helpers == ("Ola Aas", "Åse Ødegård")
    assert sorted(card.tags) == ["5s", "Sikkerhet"]
    assert (card.steps_done, card.steps) == (1, 2)
    assert card.values == {cost: "1200"}
    assert document.read(card_queries.tags) == sorted(card.tags)


def test_the_pillar_is_the_cards_own_or_its_groups(plant: Planted) -> None:
    document, keys = plant
    document.edit(STEP, organisation.change_groups, [keys.group], pillar="Vedlikehold")
    one, other = (add(document, title, group_id=keys.group) for title in ("a", "b"))
    document.edit(STEP, cards.change_texts, other, pillar="Opplæring")
    found = {card.id: card.pillar for card in document.read(card_queries.cards)}
    assert found == {one: "Vedlikehold", other: "Opplæring"}
    assert document.read(card_queries.pillars) == ["Opplæring", "Vedlikehold"]


def test_a_group_stalls_when_nothing_has_moved_for_its_weeks(plant: Planted) -> None:
    document, keys = plant
    key = add(document, "Merke", group_id=keys.group)
    (found,) = document.read(queries.stalled, TODAY)
    assert (found.group, found.since, found.weeks) == ("Montering", TODAY - 6 * WEEK, 4)
    assert found.weeks_since(TODAY) == 6
    document.edit(STEP, board.set_board, keys.group, stall_weeks=7)
    assert document.read(queries.stalled, TODAY) == []
    document.edit(STEP, board.set_board, keys.group, stall_weeks=4)
    document.edit(STEP, cards.add_comment, key, "Bestilt", TODAY - WEEK)
    assert document.read(queries.stalled, TODAY) == []


def test_a_group_without_open_actions_does_not_stall(plant: Planted) -> None:
    document, keys = plant
    key = add(document, "Merke", group_id=keys.group)
    document.edit(STEP, actions.set_status, [key], ActionStatus.DONE, TODAY - 5 * WEEK)
    assert document.read(queries.stalled, TODAY) == []


def test_what_counts_as_a_move(plant: Planted) -> None:
    document, keys = plant
    key = add(document, "Merke", group_id=keys.group, due=date(2026, 9, 1))
    day = TODAY - WEEK
    steps = document.edit(STEP, cards.add_steps, key, ["Måle"]).result
    moves: list[Any] = [
        (actions.set_status, ([key], ActionStatus.DOING, day), {}),
        (actions.set_due, (key, TODAY), {"day": day, "reason": "tape"}),
        (cards.tick_step, (steps[0], day), {}),
        (cards.add_comment, (key, "Bestilt", day), {}),
    ]
    for edit, args, more in moves:
        assert document.read(queries.stalled, TODAY)
        document.edit(STEP, edit, *args, **more)
        assert document.read(queries.stalled, TODAY) == []
        document.undo()
