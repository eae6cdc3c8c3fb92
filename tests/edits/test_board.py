"""Moving cards and setting boards up: one step each, few statements, undone to the last byte."""

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import event

from lean_desktop.document.document import Document
from lean_desktop.domain.actions import ActionStatus
from lean_desktop.domain.board import USUAL, BoardColumn, LanesBy, lane_key
from lean_desktop.domain.cards import Card, Pdca
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.own_words import OwnWord, neuter
from lean_desktop.edits import actions
from lean_desktop.edits import board as edits
from lean_desktop.queries import board as queries
from lean_desktop.queries.cards import cards
from tests.dumps import dump
from tests.plants import STEP, TODAY, Plant

Planted = tuple[Document, Plant]

NEW, PLANNED, DOING, BLOCKED, DONE = range(5)
NAMED = [each._replace(name=each.statuses[0].value) for each in USUAL]


@pytest.fixture
def three(plant: Planted) -> Document:
    """Three new cards of one group."""
    document, keys = plant
    for title in ("En", "To", "Tre"):
        made = TODAY - timedelta(days=9)
        document.edit(STEP, actions.add_action, title, created=made, group_id=keys.group)
    return document


def hanging(document: Document) -> list[Card]:
    return document.read(cards, done_since=date.min)


def move(document: Document, numbers: list[int], to: int | None, **more: Any) -> None:
    chosen = [card for card in hanging(document) if card.action.number in numbers]
    columns = document.read(queries.settings, None).columns
    document.edit(STEP, edits.move_cards, chosen, columns, to=to, day=TODAY, **more)


def test_a_card_gets_the_state_and_the_day_of_its_column(three: Document) -> None:
    before = dump(three)
    move(three, [1, 2], DONE)
    one, two, three_ = hanging(three)
    assert (one.action.status, one.action.done, one.action.status_since) == (
        ActionStatus.DONE,
        TODAY,
        TODAY,
    )
    assert two.action.done == TODAY
    assert three_.action.status is ActionStatus.NEW
    move(three, [1], DOING)
    assert hanging(three)[0].action.done is None
    three.undo()
    three.undo()
    assert dump(three) == before


def test_what_hangs_there_already_stays_as_it_is(three: Document) -> None:
    move(three, [1], NEW)
    assert three.undo_label is None or hanging(three)[0].action.status_since < TODAY


def test_days_count_anew_between_two_columns_of_one_state(three: Document) -> None:
    columns = [*NAMED[:2], NAMED[2], NAMED[2]._replace(id=-9, name="prøves"), *NAMED[3:]]
    three.edit(STEP, edits.set_columns, None, columns)
    move(three, [1], 2)
    three.edit(STEP, actions.change_actions, [1], status_since=TODAY - timedelta(days=5))
    move(three, [1], 3)
    moved = hanging(three)[0]
    assert moved.action.status is ActionStatus.DOING
    assert moved.action.status_since == TODAY
    assert moved.column_id == three.read(queries.settings, None).columns[3].id


@pytest.mark.parametrize(
    ("by", "key", "value"),
    [
        (LanesBy.OWNER, 2, 2),
        (LanesBy.OWNER, None, None),
        (LanesBy.GROUP, 1, 1),
        (LanesBy.PILLAR, "Fokusert", "Fokusert"),
        (LanesBy.PILLAR, None, ""),
        (LanesBy.PDCA, Pdca.ACT, "act"),
    ],
)
def test_another_lane_changes_what_it_stands_for(
    three: Document, by: LanesBy, key: int | str | None, value: object
) -> None:
    three.edit(STEP, actions.change_actions, [1, 3], owner_id=3, pillar="Annet")
    before = dump(three)
    move(three, [1, 3], None, lane=(by, key))
    found = {card.action.number: card for card in hanging(three)}
    for number in (1, 3):
        assert lane_key(found[number], by) == (value or None)
    three.undo()
    assert dump(three) == before


@pytest.mark.parametrize("count", [3, 120])
def test_a_move_takes_as_many_statements_whatever_the_boards_size(
    three: Document, count: int
) -> None:
    for number in range(count):
        three.edit(STEP, actions.add_action, f"Kort {number}", created=TODAY)
    every = [card.action.number for card in hanging(three)]
    seen: list[str] = []
    engine = three._connection.engine
    event.listen(engine, "before_cursor_execute", lambda *args: seen.append(args[2]))
    columns = three.read(queries.settings, None).columns
    found = hanging(three)
    seen.clear()
    three.edit(STEP, edits.move_cards, found, columns, to=DOING, day=TODAY)
    assert len(every) == count + 3
    assert sum(each.startswith("UPDATE") for each in seen) == 1
    assert len(seen) <= 5


def test_columns_keep_their_cards_when_they_are_changed(three: Document) -> None:
    before = dump(three)
    three.edit(STEP, edits.set_columns, None, NAMED)
    columns = three.read(queries.settings, None).columns
    move(three, [1], DOING)
    changed = [*columns[:2], columns[2]._replace(name="I arbeid", most=4), *columns[3:]]
    three.edit(STEP, edits.set_columns, None, changed)
    now = three.read(queries.settings, None).columns
    assert (now[2].name, now[2].most, now[2].id) == ("I arbeid", 4, columns[2].id)
    assert hanging(three)[0].column_id == columns[2].id
    three.edit(STEP, edits.usual_board, None)
    assert three.read(queries.settings, None).id == 0
    assert hanging(three)[0].action.status is ActionStatus.DOING
    for _ in range(4):
        three.undo()
    assert dump(three) == before


def test_each_group_has_a_board_of_its_own(plant: Planted) -> None:
    document, keys = plant
    document.edit(STEP, edits.set_board, keys.group, stall_weeks=2, done_days=7)
    own, across = (document.read(queries.settings, key) for key in (keys.group, None))
    assert (own.stall_weeks, own.done_days, across.stall_weeks) == (2, 7, 4)
    assert own.columns == USUAL


@pytest.mark.parametrize(
    ("columns", "sentence"),
    [
        ([], "A board has between one column and 10."),
        (NAMED * 3, "A board has between one column and 10."),
        ([NAMED[0]._replace(name=" "), *NAMED[1:]], "This cannot be empty."),
        ([NAMED[0]._replace(statuses=()), *NAMED[1:]], "Choose which state the cards of “new”"),
        ([NAMED[0]._replace(most=0), *NAMED[1:]], "Write a number between 1 and 999."),
        (NAMED[:4], "No column shows cards that are Done."),
    ],
)
def test_columns_that_will_not_do_are_refused(
    three: Document, columns: list[BoardColumn], sentence: str
) -> None:
    before = dump(three)
    with pytest.raises(RuleBroken) as broken:
        three.edit(STEP, edits.set_columns, None, columns)
    assert str(broken.value).startswith(sentence)
    assert dump(three) == before


def test_filters_have_names_and_one_of_the_same_name_is_replaced(three: Document) -> None:
    three.edit(STEP, edits.save_filter, " Mine ", '{"text": "a"}')
    three.edit(STEP, edits.save_filter, "Mine", '{"text": "b"}')
    (kept,) = three.read(queries.saved_filters)
    assert (kept.name, kept.text) == ("Mine", '{"text": "b"}')
    three.edit(STEP, edits.remove_filter, kept.id)
    assert three.read(queries.saved_filters) == []
    with pytest.raises(RuleBroken):
        three.edit(STEP, edits.save_filter, "  ", "{}")


def test_a_workspace_may_have_its_own_word(three: Document) -> None:
    three.edit(STEP, edits.call_actions, neuter("tiltak"))
    assert three.read(queries.own_words) == {
        "action": OwnWord("tiltak", "tiltaket", "tiltak", "tiltakene")
    }
    three.edit(STEP, edits.call_actions, None)
    assert three.read(queries.own_words) == {}
    with pytest.raises(RuleBroken):
        three.edit(STEP, edits.call_actions, OwnWord("tiltak", "", "tiltak", "tiltakene"))
