"""No two boxes meet, order and shape are kept, and lines end where boxes begin."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lean_desktop.layout.tree import COLUMN, ROW, Layout, Spacing, lay_out
from tests.scale import share

SIZE = (100.0, 40.0)
Forest = tuple[list[int], dict[int, list[int]]]


@st.composite
def forests(draw: st.DrawFn) -> Forest:
    """Each box hangs below an earlier one, or below none."""
    count = draw(st.integers(1, 60))
    roots: list[int] = []
    below: dict[int, list[int]] = {}
    for key in range(1, count + 1):
        over = draw(st.integers(0, key - 1))
        (below.setdefault(over, []) if over else roots).append(key)
    return roots, below


def chain(length: int) -> Forest:
    return [1], {key: [key + 1] for key in range(1, length)}


def meeting(layout: Layout, margin: float) -> list[tuple[int, int]]:
    """Pairs of boxes that are nearer to each other than the margin."""
    places = sorted(layout.places.items(), key=lambda each: each[1].x)
    found = []
    for number, (key, place) in enumerate(places):
        for other, next_place in places[number + 1 :]:
            if next_place.x >= place.x + place.width + margin:
                break
            if abs(next_place.y - place.y) < place.height + margin:
                found.append((key, other))
    return found


@settings(max_examples=share(2000))
@given(forests(), st.integers(0, 6), st.sets(st.integers(1, 60), max_size=5))
def test_no_two_boxes_meet(forest: Forest, column_over: int, folded: set[int]) -> None:
    roots, below = forest
    layout = lay_out(roots, below, SIZE, folded=folded, spacing=Spacing(column_over=column_over))
    assert meeting(layout, 7.9) == []
    assert min(place.x for place in layout.places.values()) == 0
    for line in layout.lines:
        parent, child = layout.places[line.parent], layout.places[line.child]
        assert child.y >= parent.y + parent.height
        assert line.points[0][1] == parent.y + parent.height
        assert line.points[-1][0] == pytest.approx(child.x + (0 if len(line.points) == 3 else 50))


@settings(max_examples=share(500))
@given(forests())
def test_the_order_is_kept(forest: Forest) -> None:
    roots, below = forest
    places = lay_out(roots, below, SIZE).places
    for siblings in [roots, *below.values()]:
        for one, other in pairwise(siblings):
            assert (places[one].x, places[one].y) < (places[other].x, places[other].y) or (
                places[one].x == places[other].x and places[one].y < places[other].y
            )


def test_a_parent_is_centred_over_a_row() -> None:
    places = lay_out([1], {1: [2, 3, 4]}, SIZE, spacing=Spacing(column_over=3)).places
    assert places[1].x == places[3].x
    assert places[2].y == places[3].y == places[4].y
    assert places[3].x - places[2].x == SIZE[0] + Spacing().beside


def test_more_leaves_hang_in_a_column() -> None:
    places = lay_out([1], {1: [2, 3, 4]}, SIZE, spacing=Spacing(column_over=2)).places
    assert places[2].x == places[3].x == places[4].x == Spacing().indent
    assert places[2].y < places[3].y < places[4].y


def test_subtrees_of_one_shape_look_the_same() -> None:
    below = {1: [2, 3, 20], 2: [4, 5], 4: [6], 3: [7, 8], 7: [9], 20: [21]}
    places = lay_out([1], below, SIZE).places
    for one, other in ((4, 7), (5, 8), (6, 9)):
        assert places[one].x - places[2].x == places[other].x - places[3].x
        assert places[one].y - places[2].y == places[other].y - places[3].y


def test_one_more_leaf_leaves_other_subtrees_as_they_are() -> None:
    below = {1: [2, 3], 2: [4, 5], 4: [6], 3: [7, 8], 7: [9]}
    before = lay_out([1], below, SIZE).places
    after = lay_out([1], {**below, 5: [10]}, SIZE).places
    for key in (7, 8, 9):
        moved = after[key].x - before[key].x, after[key].y - before[key].y
        assert moved == (after[3].x - before[3].x, 0)


def test_what_is_folded_is_counted_and_not_shown() -> None:
    layout = lay_out([1], {1: [2, 3], 2: [4], 4: [5]}, SIZE, folded=[2])
    assert sorted(layout.places) == [1, 2, 3]
    assert layout.hidden == {2: 2}


def test_a_long_line_of_command() -> None:
    layout = lay_out(*chain(10_000), SIZE)
    assert len(layout.places) == 10_000
    assert layout.width == SIZE[0] + Spacing().indent


def test_boxes_and_lines_are_found_where_they_are() -> None:
    roots, below = [1], {1: list(range(2, 400)), 2: list(range(400, 800))}
    layout = lay_out(roots, below, SIZE)
    for key, place in layout.places.items():
        assert layout.at(place.x + 1, place.y + 1) == key
        assert key in layout.within(place.x + 1, place.y + 1, place.x + 2, place.y + 2)
    assert layout.at(-5, -5) is None
    far = layout.places[399]
    near = layout.within(far.x, far.y, far.x + 10, far.y + 10)
    assert len(near) < 100
    number = next(n for n, line in enumerate(layout.lines) if line.child == 399)
    assert number in layout.lines_within(far.x, far.y - 10, far.x + 60, far.y)


def test_nothing_at_all() -> None:
    layout = lay_out([], {}, SIZE)
    assert (layout.width, layout.height, layout.at(0, 0)) == (0, 0, None)
    assert list(layout.within(0, 0, 10, 10)) == []


@settings(max_examples=share(2000))
@given(
    forests(),
    st.dictionaries(st.integers(1, 60), st.integers(1, 4), max_size=8),
    st.dictionaries(st.integers(1, 60), st.sampled_from([COLUMN, ROW]), max_size=5),
    st.sets(st.integers(1, 60), max_size=4),
)
def test_assistants_stand_beside_and_meet_nobody(
    forest: Forest, beside: dict[int, int], leaves: dict[int, str], folded: set[int]
) -> None:
    roots, below = forest
    number = iter(range(1000, 2000))
    aside = {key: [next(number) for _ in range(count)] for key, count in beside.items()}
    layout = lay_out(roots, below, SIZE, folded=folded, aside=aside, leaves=leaves)
    assert meeting(layout, 7.9) == []
    for key, assistants in aside.items():
        if key not in layout.places:
            assert not any(each in layout.places for each in assistants)
            continue
        place = layout.places[key]
        for each in assistants:
            assert layout.places[each].x == place.x + place.width + Spacing().aside
        assert layout.places[assistants[0]].y == place.y
        under = [layout.places[each].y for each in below.get(key, ()) if each in layout.places]
        assert not under or min(under) > layout.places[assistants[-1]].y + place.height


def test_a_line_leads_from_the_box_to_the_one_beside_it() -> None:
    layout = lay_out([1], {1: [2]}, SIZE, aside={1: [8, 9]})
    ways = {line.child: line.points for line in layout.lines}
    assert ways[8] == ((100, 20), (124, 20))
    assert ways[9] == ((100, 20), (112, 20), (112, 72), (124, 72))


def test_a_row_or_a_column_is_asked_for_below_a_box() -> None:
    below = {1: [2, 3, 4], 2: [5, 6], 3: [7, 8], 4: [9, 10]}

    def heights(**asked: object) -> list[int]:
        found = lay_out([1], below, SIZE, spacing=Spacing(column_over=5), **asked)  # type: ignore[arg-type]
        return [len({found.places[key].y for key in below[over]}) for over in (2, 3, 4)]

    assert heights() == [1, 1, 1]
    assert heights(leaves={2: COLUMN}) == [2, 1, 1]
    assert heights(leaves={1: COLUMN, 3: ROW}) == [2, 1, 2]


def test_what_is_folded_does_not_hang_as_if_it_were_a_leaf() -> None:
    below = {1: [2, 3], 2: [4]}
    open_, folded = lay_out([1], below, SIZE), lay_out([1], below, SIZE, folded=[2])
    assert open_.places[2].y == folded.places[2].y == folded.places[3].y


@settings(max_examples=share(500))
@given(forests(), st.integers(1, 4), st.dictionaries(st.integers(1, 60), st.integers(1, 3)))
def test_several_columns_meet_nobody(forest: Forest, most: int, beside: dict[int, int]) -> None:
    roots, below = forest
    number = iter(range(1000, 2000))
    aside = {key: [next(number) for _ in range(count)] for key, count in beside.items()}
    spacing = Spacing(column_most=most)
    assert meeting(lay_out(roots, below, SIZE, spacing=spacing, aside=aside), 7.9) == []


def test_a_line_leads_over_to_the_next_column() -> None:
    layout = lay_out([1], {1: [2, 3, 4]}, SIZE, spacing=Spacing(column_most=2))
    places = layout.places
    assert (places[4].x, places[4].y) == (places[2].x + SIZE[0] + 18, places[2].y)
    ways = {line.child: line.points for line in layout.lines}
    assert ways[3] == ((8, 40), (8, 126), (18, 126))
    assert ways[4] == ((8, 40), (8, 47), (126, 47), (126, 74), (136, 74))
