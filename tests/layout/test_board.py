"""Where the cards of a board are: nothing overlaps, and every point finds its card again."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from lean_desktop.layout.board import BoardLayout, Place, Sizes, Spot

SIZES = Sizes()
CELLS = st.integers(1, 6).flatmap(
    lambda columns: st.lists(
        st.lists(st.integers(0, 5), min_size=columns, max_size=columns), min_size=1, max_size=5
    )
)


def test_columns_share_the_room_and_are_never_too_narrow() -> None:
    wide = BoardLayout([[1, 2, 0, 0, 3]], 1440, 760, SIZES)
    assert wide.column_width == (1440 - 40 - 48) // 5
    assert wide.width <= 1440
    narrow = BoardLayout([[1] * 10], 1000, 760, SIZES)
    assert (narrow.column_width, narrow.width) == (200, 40 + 10 * 200 + 9 * 12)


def test_without_lanes_a_column_is_as_high_as_the_room_and_scrolls_by_itself() -> None:
    layout = BoardLayout([[2, 30]], 1000, 700, SIZES)
    assert layout.height == 700
    assert layout.cell(0, 1).bottom == 700 - SIZES.margin
    assert layout.overflow(0) == 0
    assert layout.overflow(1) == layout.below(0, 1).bottom - layout.cell(0, 1).bottom > 0


def test_a_lane_is_as_high_as_its_fullest_cell_and_a_folded_one_as_its_head() -> None:
    open_lanes = BoardLayout([[3, 0], [0, 1]], 1000, 700, SIZES, lanes=True)
    folded = BoardLayout([[3, 0], [0, 1]], 1000, 700, SIZES, lanes=True, folded={0})
    assert open_lanes.cell(0, 1).height == 3 * 88 + 2 * 8 + 2 * 8
    assert folded.lane_head(1).y == folded.lane_head(0).bottom
    assert folded.card_at(30, folded.lane_head(0).y + 5) is None
    assert list(folded.seen(0, 0, 0, 9999)) == []


def test_points_beside_the_cards_are_none() -> None:
    layout = BoardLayout([[1, 1]], 1000, 700, SIZES)
    card = layout.card(Spot(0, 0, 0))
    assert layout.card_at(card.x, card.bottom) is None
    assert layout.card_at(5, card.y) is None
    assert layout.card_at(card.x, 5) is None
    assert layout.column_at(99999) is None


@given(CELLS, st.booleans())
def test_every_card_is_found_where_it_is_and_none_overlap(
    cells: list[list[int]], lanes: bool
) -> None:
    cells = cells if lanes else cells[:1]
    layout = BoardLayout(cells, 1440, 800, SIZES, lanes=lanes)
    places: list[Place] = []
    for number in range(layout.count):
        spot = layout.spot(number)
        place = layout.card(spot)
        assert layout.number(spot) == number
        assert layout.card_at(place.x, place.y) == spot
        assert layout.card_at(place.x + place.width - 1, place.bottom - 1) == spot
        places.append(place)
    for one, other in pairwise(places):
        assert one.x != other.x or one.bottom <= other.y or other.bottom <= one.y
    if lanes:
        for number, place in enumerate(places):
            cell = layout.cell(*layout.spot(number)[:2])
            assert cell.y <= place.y
            assert place.bottom <= cell.bottom


@given(CELLS, st.integers(0, 3000), st.integers(0, 900))
def test_what_is_seen_is_what_reaches_in(cells: list[list[int]], top: int, height: int) -> None:
    layout = BoardLayout(cells, 1440, 800, SIZES, lanes=True)
    found = {
        layout.number(spot)
        for lane in layout.lanes_seen(top, top + height)
        for column in range(layout.columns)
        for spot in layout.seen(lane, column, top, top + height)
    }
    for number in range(layout.count):
        place = layout.card(layout.spot(number))
        if place.y <= top + height and place.bottom > top:
            assert number in found
