"""Which boxes lie at a point or in a rectangle, found fast among many thousands."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from itertools import product
from typing import NamedTuple

CELL = 512.0
"""The side of a cell of the grid, in lengths of the chart: a few boxes wide."""


class Place(NamedTuple):
    """A rectangle: its upper left corner and its size."""

    x: float
    y: float
    width: float
    height: float


class Boxes:
    """Rectangles by key, sorted into a grid."""

    def __init__(self, places: Mapping[int, Place]) -> None:
        self._places = places
        self._cells: dict[tuple[int, int], list[int]] = defaultdict(list)
        for key, place in places.items():
            for cell in _cells(place.x, place.y, place.x + place.width, place.y + place.height):
                self._cells[cell].append(key)

    def at(self, x: float, y: float) -> int | None:
        """The key of the rectangle at a point."""
        for key in self._cells.get((int(x // CELL), int(y // CELL)), ()):
            place = self._places[key]
            if place.x <= x <= place.x + place.width and place.y <= y <= place.y + place.height:
                return key
        return None

    def within(self, left: float, top: float, right: float, bottom: float) -> Collection[int]:
        """The keys of all rectangles in the cells that a rectangle touches."""
        columns = int(right // CELL) - int(left // CELL) + 1
        rows = int(bottom // CELL) - int(top // CELL) + 1
        if columns * rows >= len(self._cells):
            return self._places.keys()
        found: dict[int, None] = {}
        for cell in _cells(left, top, right, bottom):
            found.update(dict.fromkeys(self._cells.get(cell, ())))
        return found.keys()


def _cells(left: float, top: float, right: float, bottom: float) -> Iterator[tuple[int, int]]:
    columns = range(int(left // CELL), int(right // CELL) + 1)
    return product(columns, range(int(top // CELL), int(bottom // CELL) + 1))
