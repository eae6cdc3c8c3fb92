"""The layout of a chart of ten thousand people, and what it takes when one more is added.

The floor makes as many places and as many lines of four corners, all of them known beforehand: the
least that any layout must make of it. Laid out anew, all places are made; of the lines, those on
a screen around who was added. Where the bounds were set, the floor took 10 ms and the layouts were
to take no more than 150 ms and 30 ms; they took 65 ms and 14 ms.
"""

from collections import defaultdict
from itertools import count

from lean_desktop.layout.boxes import Place
from lean_desktop.layout.tree import Layouter, Line, TidyLayout, lay_out
from tests.benchmarks.ratio import Ratio, compare

PEOPLE, UNDER_ONE, RUNS = 10_000, 8, 15
ANEW, ONE_MORE = 10.0, 2.5
SIZE = (180.0, 56.0)
SCREEN = (1440.0, 900.0)
STRIDE = 997
"""Prime to the number of people: who is added comes now here, now there."""


def run() -> list[Ratio]:
    """Units of eight, five deep."""
    below = _company()
    found = lay_out([1], below, SIZE)
    lines = list(found.lines)

    def bare() -> tuple[dict[int, Place], list[Line]]:
        places = {key: Place(x, y, wide, high) for key, (x, y, wide, high) in found.places.items()}
        return places, [Line(one, other, (*way,)) for one, other, way in lines]

    def anew() -> tuple[TidyLayout, list[Line]]:
        layout = lay_out([1], below, SIZE)
        return layout, list(layout.lines)

    return [
        compare(f"chart layout, {PEOPLE} people", ANEW, anew, bare, runs=RUNS),
        compare(f"chart layout, one more than {PEOPLE}", ONE_MORE, _OneMore(), bare, runs=RUNS),
    ]


def _company() -> dict[int, list[int]]:
    below: dict[int, list[int]] = defaultdict(list)
    for key in range(2, PEOPLE + 1):
        below[(key - 2) // UNDER_ONE + 1].append(key)
    return below


class _OneMore:
    """Each call adds somebody somewhere, and lays it all out again."""

    def __init__(self) -> None:
        self._below, self._numbers = _company(), count(PEOPLE + 1)
        self._layouter = Layouter(SIZE)
        self._layouter.lay_out([1], self._below)

    def __call__(self) -> list[Line]:
        new = next(self._numbers)
        self._below[new * STRIDE % (PEOPLE // UNDER_ONE) + 1].append(new)
        layout = self._layouter.lay_out([1], self._below)
        place = layout.places[new]
        seen = place.x, place.y, place.x + SCREEN[0], place.y + SCREEN[1]
        layout.within(*seen)
        return [layout.lines[number] for number in layout.lines_within(*seen)]
