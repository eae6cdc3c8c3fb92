"""What of a board fits on a projector, and how large: shares of the picture's height."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lean_desktop.layout.board_wall import FARTHER, HEADER, META, TITLE, WallLayout

FULL_HD, OLD, LAPTOP = (1920, 1080), (1024, 768), (1366, 768)


def test_type_is_as_large_as_the_design_says_and_grows_with_the_distance() -> None:
    near, far = (WallLayout([1], *FULL_HD, farther=each) for each in (1.0, 1.5))
    assert [near.length(each) / 1080 for each in (HEADER, TITLE, META)] == pytest.approx(
        [0.052, 0.048, 0.041], abs=0.0005
    )
    assert far.length(META) == pytest.approx(1.5 * near.length(META), abs=1)


@pytest.mark.parametrize("size", [FULL_HD, OLD, LAPTOP, (3840, 2160)])
def test_at_least_95_percent_is_board(size: tuple[int, int]) -> None:
    layout = WallLayout([9, 9, 9, 9, 9], *size)
    lowest = layout.card(layout.shown - 1, layout.rows - 1)
    wide = lowest.x + lowest.width - layout.head(0).x
    high = lowest.bottom - layout.head(0).y
    assert wide * high >= 0.95 * size[0] * size[1]
    assert layout.margin <= 0.015 * size[1]


def test_three_columns_at_most_and_fewer_where_they_would_be_narrow() -> None:
    counts = [1] * 5
    assert WallLayout(counts, *FULL_HD).shown == 3
    assert WallLayout(counts, *OLD).shown == 2
    assert WallLayout(counts, *FULL_HD, farther=2.0).shown == 1
    assert WallLayout([1, 1], *FULL_HD).shown == 2


def test_pages_show_every_card_once_and_say_how_many_follow() -> None:
    layout = WallLayout([0, 11, 2, 0, 3], *FULL_HD)
    assert layout.rows == 4
    assert layout.pages == 3
    assert [layout.more(1, page) for page in range(3)] == [7, 3, 0]
    shown = [(sign.column, sign.place) for page in range(3) for sign in layout.signs(1, page)]
    assert sorted(shown) == [(1, n) for n in range(11)] + [(2, 0), (2, 1)]


def test_the_room_under_the_last_column_is_what_its_cards_leave() -> None:
    layout = WallLayout([0, 1, 1, 3, 9], *FULL_HD)
    room = layout.free(1, 0)
    assert room is not None
    assert room.y == layout.card(2, 3).y
    assert room.bottom == layout.card(2, 3).bottom
    assert layout.free(2, 0) is None


@given(
    st.lists(st.integers(0, 40), min_size=1, max_size=10),
    st.sampled_from([FULL_HD, OLD, LAPTOP]),
    st.sampled_from(FARTHER),
    st.integers(0, 9),
)
def test_nothing_reaches_out_of_the_picture_or_overlaps(
    counts: list[int], size: tuple[int, int], farther: float, first: int
) -> None:
    layout = WallLayout(counts, *size, farther=farther)
    for page in range(layout.pages):
        places = [sign.where for sign in layout.signs(first, page)]
        for where in places:
            assert where.x >= 0
            assert where.x + where.width <= size[0]
            assert where.bottom <= size[1] or layout.rows == 1
        assert len({(where.x, where.y) for where in places}) == len(places)
