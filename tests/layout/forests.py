"""Charts of any shape, and what is wrong with where their boxes stand."""

from itertools import chain, count
from typing import NamedTuple

from hypothesis import strategies as st

from lean_desktop.layout.tree import COLUMN, ROW, Layout, Layouter, TidyLayout

SIZE = (100.0, 40.0)
Forest = tuple[list[int], dict[int, list[int]]]


@st.composite
def forests(draw: st.DrawFn) -> Forest:
    """Each box hangs below an earlier one, or below none."""
    roots: list[int] = []
    below: dict[int, list[int]] = {}
    for key in range(1, draw(st.integers(1, 60)) + 1):
        over = draw(st.integers(0, key - 1))
        (below.setdefault(over, []) if over else roots).append(key)
    return roots, below


def line_of_command(length: int) -> Forest:
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


class Chart(NamedTuple):
    """All that a layout is made from."""

    roots: list[int]
    below: dict[int, list[int]]
    folded: set[int]
    aside: dict[int, list[int]]
    leaves: dict[int, str]

    def laid_out(self, layouter: Layouter) -> TidyLayout:
        return layouter.lay_out(
            self.roots, self.below, folded=self.folded, aside=self.aside, leaves=self.leaves
        )

    @property
    def keys(self) -> list[int]:
        """Those that anybody may hang below."""
        return sorted({*self.roots, *chain.from_iterable(self.below.values())})

    def branch(self, key: int) -> set[int]:
        """A box and all below and beside it."""
        found, waiting = set(), [key]
        while waiting:
            each = waiting.pop()
            found.add(each)
            waiting += [*self.below.get(each, ()), *self.aside.get(each, ())]
        return found


@st.composite
def charts(draw: st.DrawFn) -> Chart:
    roots, below = draw(forests())
    keys, number = st.integers(1, 60), count(1000)
    beside = draw(st.dictionaries(keys, st.integers(1, 3), max_size=5))
    return Chart(
        roots,
        below,
        draw(st.sets(keys, max_size=4)),
        {key: [next(number) for _ in range(many)] for key, many in beside.items()},
        draw(st.dictionaries(keys, st.sampled_from([COLUMN, ROW]), max_size=4)),
    )
