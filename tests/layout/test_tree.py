"""No two boxes meet, order and shape are kept, and lines end where boxes begin."""

from collections.abc import Callable, Iterator, Mapping
from itertools import count, pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lean_desktop.layout.boxes import Place
from lean_desktop.layout.subtree import Parts, Shaper, Subtree
from lean_desktop.layout.tree import COLUMN, ROW, Layouter, Spacing, lay_out
from tests.layout.forests import SIZE, Chart, Forest, charts, forests, line_of_command, meeting
from tests.scale import share

Draw = Callable[[st.SearchStrategy[Any]], Any]


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
        assert line.points[-1][0] == pytest.approx(child.x + (50 if len(line.points) == 4 else 0))


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
    layout = lay_out(*line_of_command(10_000), SIZE)
    assert len(layout.places) == 10_000
    assert layout.width == SIZE[0] + Spacing().indent


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


# Laid out again and again

SPACING = Spacing(column_over=3)


@settings(max_examples=share(500))
@given(charts(), st.data())
def test_what_is_remembered_makes_no_difference(chart: Chart, data: st.DataObject) -> None:
    remembers, fresh = Layouter(SIZE, SPACING), count(2000)
    for _ in range(data.draw(st.integers(1, 5))):
        chart.laid_out(remembers)
        change(chart, data.draw, fresh)
    again, anew = chart.laid_out(remembers), chart.laid_out(Layouter(SIZE, SPACING))
    assert again.places == anew.places
    assert list(again.places) == list(anew.places)
    assert list(again.lines) == list(anew.lines)
    assert again.hidden == anew.hidden


def change(chart: Chart, draw: Draw, fresh: Iterator[int]) -> None:
    """One of the things that are done to a chart."""
    key, other = draw(st.sampled_from(chart.keys)), draw(st.sampled_from(chart.keys))
    ways = ["fold", "add", "move", "reverse", "ask", "beside", "leave"]
    match draw(st.sampled_from(ways)):
        case "fold":
            chart.folded.symmetric_difference_update({key})
        case "add":
            chart.below.setdefault(key, []).append(next(fresh))
        case "move" if other not in chart.branch(key):
            next(each for each in (chart.roots, *chart.below.values()) if key in each).remove(key)
            chart.below.setdefault(other, []).append(key)
        case "reverse":
            chart.below.get(key, []).reverse()
        case "ask":
            chart.leaves[key] = draw(st.sampled_from([COLUMN, ROW, ""]))
        case "beside":
            chart.aside.setdefault(key, []).append(next(fresh))
        case "leave":
            chart.aside.pop(key, None)


@settings(max_examples=share(500))
@given(charts(), st.data())
def test_one_more_leaves_order_and_other_subtrees_as_they_are(
    chart: Chart, data: st.DataObject
) -> None:
    layouter = Layouter(SIZE, SPACING)
    before = chart.laid_out(layouter).places
    over, new = data.draw(st.sampled_from(chart.keys)), 2000
    chart.below.setdefault(over, []).append(new)
    after = chart.laid_out(layouter).places
    assert before.keys() == after.keys() - {new}
    for key in before:
        branch = chart.branch(key)
        if new not in branch:
            shapes = [shape(places, key, branch) for places in (before, after)]
            assert shapes[0] == pytest.approx(shapes[1])
    for siblings in (chart.roots, *chart.below.values()):
        shown = [after[key] for key in siblings if key in after]
        for one, other in pairwise(shown):
            assert one.x < other.x or (one.x == other.x and one.y < other.y)


def shape(places: Mapping[int, Place], key: int, branch: set[int]) -> dict[int, float]:
    """How far right and down of a box the others of its branch stand, in one number."""
    top = places[key]
    return {
        each: (places[each].x - top.x) + 1e5 * (places[each].y - top.y)
        for each in branch
        if each in places
    }


def test_one_more_in_a_column_moves_nobody() -> None:
    below = {1: [2, 3], 2: [4, 5], 3: [6, 7]}
    layouter = Layouter(SIZE)
    before = layouter.lay_out([1], below).places
    after = layouter.lay_out([1], {**below, 2: [4, 5, 8]}).places
    assert {key: after[key] for key in before} == before


def test_one_more_in_a_row_moves_what_is_right_of_it_by_no_more_than_its_room() -> None:
    below = {1: [2, 3], 2: [4, 5], 4: [6], 3: [7, 8], 7: [9]}
    layouter = Layouter(SIZE, SPACING)
    before = layouter.lay_out([1], below).places
    after = layouter.lay_out([1], {**below, 2: [4, 5, 10]}).places
    moved = [after[key].x - before[key].x for key in (3, 7, 8, 9)]
    assert moved == [SIZE[0] + Spacing().beside] * 4
    assert [after[key] for key in (4, 5, 6)] == [before[key] for key in (4, 5, 6)]


def test_subtrees_that_stay_are_not_made_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    below = {1: [2, 3, 4], 2: [5, 6], 3: [7, 8], 4: [9], 9: [10]}
    layouter = Layouter(SIZE)
    layouter.lay_out([1], below)
    made: list[int] = []
    subtree = Shaper.subtree

    def watched(self: Shaper, key: int, parts: Parts) -> Subtree:
        made.append(key)
        return subtree(self, key, parts)

    monkeypatch.setattr(Shaper, "subtree", watched)
    layouter.lay_out([1], {**below, 3: [7, 8, 11]})
    assert made == [3, 1]


def test_a_folded_box_that_loses_those_below_it_hangs_with_the_others() -> None:
    layouter = Layouter(SIZE)
    layouter.lay_out([1], {1: [2, 3], 2: [4]}, folded=[2])
    again = layouter.lay_out([1], {1: [2, 3], 2: []}, folded=[2])
    assert again.places == lay_out([1], {1: [2, 3]}, SIZE).places
    assert again.places[2].x == again.places[3].x


def test_a_row_asked_for_later_is_made_below_what_is_remembered() -> None:
    below = {1: [2], 2: [3, 4]}
    layouter = Layouter(SIZE)
    layouter.lay_out([1], below)
    again = layouter.lay_out([1], below, leaves={1: ROW})
    assert again.places == lay_out([1], below, SIZE, leaves={1: ROW}).places
    assert again.places[3].y == again.places[4].y


# Leaves between larger subtrees

MIXED = {1: [2, 3, 4, 5, 6, 7, 8], 5: [9, 10], 9: [11]}


def test_leaves_that_follow_each_other_hang_in_a_column_beside_larger_subtrees() -> None:
    layout = lay_out([1], MIXED, SIZE, spacing=Spacing(column_over=2))
    places = layout.places
    assert [places[key].x for key in (2, 3, 4)] == [places[2].x] * 3
    assert [places[key].x for key in (6, 7, 8)] == [places[6].x] * 3
    assert places[2].y == places[5].y == places[6].y < places[3].y < places[4].y
    assert places[4].x + SIZE[0] < places[9].x
    assert places[5].x + SIZE[0] < places[6].x


def test_a_few_leaves_stay_in_the_row() -> None:
    places = lay_out([1], MIXED, SIZE, spacing=Spacing(column_over=3)).places
    assert {places[key].y for key in MIXED[1]} == {places[2].y}


def test_a_row_asked_for_keeps_leaves_from_hanging_beside_larger_subtrees() -> None:
    places = lay_out([1], MIXED, SIZE, leaves={1: ROW}).places
    assert {places[key].y for key in MIXED[1]} == {places[2].y}


def test_a_line_leads_over_all_children_and_down_the_column_a_leaf_hangs_in() -> None:
    layout = lay_out([1], MIXED, SIZE)
    ways, places = {line.child: line.points for line in layout.lines}, layout.places
    foot, bus = places[1].y + 40, places[2].y - Spacing().between / 2
    spine, middle = places[3].x - 10, places[3].y + 20
    start = places[1].x + 50
    assert ways[3] == (
        *((start, foot), (start, bus), (spine, bus), (spine, middle)),
        (places[3].x, middle),
    )


@settings(max_examples=share(500))
@given(forests(), st.integers(0, 3), st.integers(1, 4))
def test_every_line_that_is_seen_is_found(forest: Forest, over: int, most: int) -> None:
    spacing = Spacing(column_over=over, column_most=most)
    layout = lay_out(*forest, SIZE, spacing=spacing)
    for number, line in enumerate(layout.lines):
        for x, y in line.points:
            assert number in layout.lines_within(x - 1, y - 1, x + 1, y + 1)
