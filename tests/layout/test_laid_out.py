"""What lies where is found as if every box and every line had been looked at."""

from hypothesis import given, settings
from hypothesis import strategies as st

from lean_desktop.layout.tree import Layouter, lay_out
from tests.layout.forests import SIZE, Chart, charts
from tests.scale import share


@settings(max_examples=share(500))
@given(charts(), st.integers(-50, 1500), st.integers(-50, 500), st.integers(0, 800))
def test_all_that_is_seen_is_found(chart: Chart, left: int, top: int, side: int) -> None:
    layout = chart.laid_out(Layouter(SIZE))
    right, bottom = left + side, top + side / 2
    seen = {
        key
        for key, place in layout.places.items()
        if place.x <= right
        and place.x + place.width >= left
        and place.y <= bottom
        and place.y + place.height >= top
    }
    found = layout.within(left, top, right, bottom)
    assert len(found) == len(set(found))
    assert set(found) == seen or len(found) == len(layout.places)
    crossing = set()
    for number, line in enumerate(layout.lines):
        xs, ys = zip(*line.points, strict=True)
        if min(xs) <= right and max(xs) >= left and min(ys) <= bottom and max(ys) >= top:
            crossing.add(number)
    assert crossing <= set(layout.lines_within(left, top, right, bottom))


@settings(max_examples=share(500))
@given(charts())
def test_the_whole_is_as_large_as_what_it_holds(chart: Chart) -> None:
    layout = chart.laid_out(Layouter(SIZE))
    whole = layout.within(0, 0, layout.width, layout.height)
    assert set(whole) == set(layout.places)
    assert set(layout.lines_within(0, 0, layout.width, layout.height)) == set(
        range(len(layout.lines))
    )
    assert {line.child for line in layout.lines} == set(layout.places) - set(chart.roots)


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
