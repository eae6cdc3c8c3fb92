"""Which card hangs where, in which order, and how many there may be."""

from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from lean_desktop.domain.actions import Action, ActionStatus, Source
from lean_desktop.domain.board import (
    COLUMN_NAMES,
    LANES_BY_NAMES,
    USUAL,
    BoardColumn,
    LanesBy,
    Stalled,
    arranged,
    place_of,
    told_lane,
)
from lean_desktop.domain.cards import Card, Pdca
from lean_desktop.i18n import Language

DAY = date(2026, 10, 6)
NEW, PLANNED, DOING, BLOCKED, DONE = range(5)


def card(key: int, status: ActionStatus = ActionStatus.DOING, **more: Any) -> Card:
    done = DAY - timedelta(days=key) if status is ActionStatus.DONE else None
    own = {name: more.pop(name) for name in ("pillar", "pdca", "column_id") if name in more}
    action = Action(
        *(key, key, f"Kort {key}", None, "", None, "", Source.OWN, None, None, DAY),
        *(None, None, done, status, DAY),
    )
    return Card(action._replace(**more), **own)


def keys(cells: tuple[Card, ...]) -> list[int]:
    return [each.id for each in cells]


def test_a_card_hangs_where_its_state_is() -> None:
    assert [place_of(card(1, status), USUAL) for status in ActionStatus] == [0, 1, 2, 3, 4, None]


def test_of_two_columns_with_its_state_a_card_keeps_its_own() -> None:
    columns = (
        BoardColumn(7, "Prøves", (ActionStatus.DOING,)),
        BoardColumn(8, "Innføres", (ActionStatus.DOING, ActionStatus.BLOCKED)),
    )
    assert place_of(card(1), columns) == 0
    assert place_of(card(1, column_id=8), columns) == 1
    assert place_of(card(1, ActionStatus.BLOCKED, column_id=7), columns) == 1
    assert place_of(card(1, ActionStatus.NEW), columns) is None


def test_what_is_due_first_hangs_first_and_what_was_done_last() -> None:
    due = [card(1), card(2, due=DAY), card(3, due=DAY - timedelta(days=3)), card(4, due=DAY)]
    done = [card(5, ActionStatus.DONE), card(9, ActionStatus.DONE)]
    (lane,) = arranged([*due, *done], USUAL).lanes
    assert keys(lane.cells[DOING]) == [3, 2, 4, 1]
    assert keys(lane.cells[DONE]) == [5, 9]


def test_a_limit_counts_what_is_filtered_away_and_every_lane() -> None:
    columns = (*USUAL[:DOING], USUAL[DOING]._replace(most=2), *USUAL[BLOCKED:])
    cards = [card(key, owner_id=key % 2 + 1, owner=f"P{key % 2 + 1}") for key in range(1, 5)]
    board = arranged(cards, columns, LanesBy.OWNER, kept={1})
    assert board.counts == (0, 0, 4, 0, 0)
    assert [board.over(place) for place in range(5)] == [0, 0, 2, 0, 0]
    assert board.shown == 1
    assert [lane.name for lane in board.lanes] == ["P2"]


def test_lanes_stand_in_the_order_known_and_those_without_last() -> None:
    cards = [card(1), card(2, pillar="Vedlikehold"), card(3, pillar="Opplæring")]
    board = arranged(cards, USUAL, LanesBy.PILLAR, known=[("Vedlikehold", "Vedlikehold")])
    assert [lane.key for lane in board.lanes] == ["Vedlikehold", "Opplæring", None]
    assert told_lane(board.lanes[-1], LanesBy.PILLAR, Language("nb")) != ""
    empty = arranged([], USUAL, LanesBy.GROUP, known=[(3, "Støperi")])
    assert [(lane.name, lane.size) for lane in empty.lanes] == [("Støperi", 0)]


def test_steps_of_pdca_are_told_in_the_language() -> None:
    (lane,) = arranged([card(1, pdca=Pdca.CHECK)], USUAL, LanesBy.PDCA).lanes
    assert (lane.key, told_lane(lane, LanesBy.PDCA, Language("en"))) == (Pdca.CHECK, "Check")


def test_a_board_without_cards_has_one_lane() -> None:
    (lane,) = arranged([], USUAL).lanes
    assert lane.cells == ((), (), (), (), ())


@given(
    st.lists(
        st.tuples(
            st.sampled_from(list(ActionStatus)), st.integers(0, 3), st.sampled_from(list(Pdca))
        )
    ),
    st.sampled_from(list(LanesBy)),
)
def test_every_card_hangs_once_and_dropped_ones_nowhere(
    made: list[tuple[ActionStatus, int, Pdca]], by: LanesBy
) -> None:
    cards = [
        card(key, status, owner_id=owner or None, owner=f"P{owner}", pdca=pdca)
        for key, (status, owner, pdca) in enumerate(made, start=1)
    ]
    board = arranged(cards, USUAL, by)
    hanging = sorted(each.id for lane in board.lanes for cell in lane.cells for each in cell)
    assert hanging == [each.id for each in cards if each.action.status != "cancelled"]
    assert sum(board.counts) == len(hanging)


def test_everything_has_a_name() -> None:
    assert set(LANES_BY_NAMES) == set(LanesBy)
    assert set(COLUMN_NAMES) == set(ActionStatus)


def test_weeks_without_a_move_are_whole_ones() -> None:
    assert Stalled(1, "Støperi", DAY - timedelta(days=34), 4).weeks_since(DAY) == 4
