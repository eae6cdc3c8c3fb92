"""Boxes of a chart, the lines between them, and how far they stand apart."""

from typing import NamedTuple


class Place(NamedTuple):
    """A rectangle: its upper left corner and its size."""

    x: float
    y: float
    width: float
    height: float


class Line(NamedTuple):
    """From a parent's box to a child's, or to one that stands beside it, as corners."""

    parent: int
    child: int
    points: tuple[tuple[float, float], ...]


class Spacing(NamedTuple):
    """Lengths between boxes; `column_over` leaves stand in a row, more hang in a column.

    More than `column_most` leaves hang in several columns; 0 is for as many as there are.
    """

    beside: float = 16
    between: float = 36
    roots: float = 40
    indent: float = 18
    spine: float = 8
    first: float = 14
    pitch: float = 12
    aside: float = 24
    column_over: int = 0
    column_most: int = 0


USUAL = Spacing()

ON_SCREEN = Spacing(column_most=14)
"""A longer column would be taller than a window at a size that can be read."""
