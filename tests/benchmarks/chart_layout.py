"""The layout of a chart of ten thousand people, against the least any layout must make of it.

The floor makes as many places and as many lines of four corners, all of them known beforehand.
Here that took 14 ms, and the bound stands for 150 ms.
"""

from collections import defaultdict

from lean_desktop.layout.boxes import Place
from lean_desktop.layout.tree import Line, Spacing, lay_out
from tests.benchmarks.ratio import Ratio, compare

PEOPLE, UNDER_ONE = 10_000, 8
BOUND = 10.0
SIZE = (180.0, 56.0)


def run() -> Ratio:
    """Units of eight, five deep."""
    below: dict[int, list[int]] = defaultdict(list)
    for key in range(2, PEOPLE + 1):
        below[(key - 2) // UNDER_ONE + 1].append(key)
    found = lay_out([1], below, SIZE, spacing=Spacing())

    def bare() -> tuple[dict[int, Place], list[Line]]:
        places = {key: Place(x, y, wide, high) for key, (x, y, wide, high) in found.places.items()}
        return places, [Line(one, other, (*way,)) for one, other, way in found.lines]

    return compare(
        f"chart layout, {PEOPLE} people",
        BOUND,
        lambda: lay_out([1], below, SIZE, spacing=Spacing()),
        bare,
    )
