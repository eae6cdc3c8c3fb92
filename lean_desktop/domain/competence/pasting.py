"""Cells as tab-separated text, as Excel and LibreOffice copy and paste them."""

import csv
from collections.abc import Mapping, Sequence
from io import StringIO
from typing import NamedTuple

Block = tuple[int, int, int, int]
"""First row, first column, last row and last column, all counted in."""

Place = tuple[int, int]
"""A row and a column of the grid."""


class Spread(NamedTuple):
    """What a pasted table writes where, and how many of its cells lie outside the grid."""

    texts: Mapping[Place, str]
    outside: int = 0


def copied(rows: Sequence[Sequence[str]]) -> str:
    """Rows of texts for the clipboard."""
    made = StringIO()
    csv.writer(made, dialect="excel-tab", lineterminator="\n").writerows(rows)
    return made.getvalue()


def pasted(text: str) -> list[list[str]]:
    """The rows of a clipboard; a line break at its end is no row."""
    return list(csv.reader(StringIO(text.rstrip("\r\n")), dialect="excel-tab")) if text else []


def spread(rows: Sequence[Sequence[str]], chosen: Block, height: int, width: int) -> Spread:
    """Where pasted rows go in a grid of that many rows and columns.

    As in Excel: one cell fills all that is chosen, a block that fits in it several times is
    repeated, and any other begins at its corner.
    """
    top, left, bottom, right = chosen
    high, wide = len(rows), max(map(len, rows), default=0)
    if not wide:
        return Spread({})
    down, across = bottom - top + 1, right - left + 1
    if down % high or across % wide:
        down, across = high, wide
    found, outside = {}, 0
    for row in range(down):
        for column in range(across):
            cells = rows[row % high]
            text = cells[column % wide] if column % wide < len(cells) else ""
            if top + row < height and left + column < width:
                found[top + row, left + column] = text
            else:
                outside += 1
    return Spread(found, outside)


def filled(first: Block, whole: Block) -> dict[Place, Place]:
    """By place of `whole` outside `first`, the place of `first` it takes its level from."""
    top, left, bottom, right = first
    high, wide = bottom - top + 1, right - left + 1
    return {
        (row, column): (top + (row - top) % high, left + (column - left) % wide)
        for row in range(whole[0], whole[2] + 1)
        for column in range(whole[1], whole[3] + 1)
        if not (top <= row <= bottom and left <= column <= right)
    }
