"""Where the board is on a projector: every length follows from the height of the picture.

Design, "Projector": column header 5.2 % of the height, card title 4.8, meta 4.1; margin at most
1.5; at most three columns. With a greater distance everything grows alike, and less is shown.
"""

from collections.abc import Sequence
from typing import NamedTuple

from lean_desktop.layout.board import Place

HEADER, TITLE, META = 0.052, 0.048, 0.041
"""Height of the type, as a share of the picture's height."""

MARGIN, GAP, HEAD, CARD, PAD = 0.012, 0.012, 0.082, 0.208, 0.016
LEAST_WIDTH = 0.52
"""Narrowest column as a share of the picture’s height: three in 16:9 and 16:10, two in 4:3."""

MOST_COLUMNS = 3
FARTHER = (1.0, 1.15, 1.3, 1.5, 1.75, 2.0)
"""How much larger all type is made for people who sit farther away."""


class Sign(NamedTuple):
    """A card that is shown: its column on the board, which one from the top, and where."""

    column: int
    place: int
    where: Place


class WallLayout:
    """What of the board fits into a picture, and where; `first` is the leftmost column shown."""

    def __init__(
        self, counts: Sequence[int], width: int, height: int, *, farther: float = 1.0
    ) -> None:
        self.width, self.height, self.farther = width, height, farther
        self.counts = counts
        wanted = int(width / (height * LEAST_WIDTH * farther))
        self.shown = max(1, min(MOST_COLUMNS, wanted, len(counts)))
        top = self.margin + self.length(HEAD) + self.gap
        step = self.length(CARD) + self.gap
        self.rows = max(1, (height - self.margin - top + self.gap) // step)
        self._top = top
        self._card = (height - self.margin - top + self.gap) // self.rows - self.gap
        self._wide = (width - 2 * self.margin - (self.shown - 1) * self.gap) // self.shown

    def length(self, share: float) -> int:
        """A share of the picture's height in pixels, as much larger as the distance asks."""
        return round(share * self.height * self.farther)

    @property
    def margin(self) -> int:
        """Around everything; it does not grow."""
        return round(MARGIN * self.height)

    @property
    def gap(self) -> int:
        """Between cards and columns."""
        return round(GAP * self.height)

    @property
    def pages(self) -> int:
        """How many pages the fullest column has."""
        return max(1, *(-(-count // self.rows) for count in self.counts), 1)

    def columns(self, first: int) -> range:
        """The columns shown when `first` is asked for as the leftmost."""
        last = max(0, len(self.counts) - self.shown)
        begin = min(max(0, first), last)
        return range(begin, begin + self.shown)

    def head(self, place: int) -> Place:
        """The head of the column that is shown as number `place`."""
        left = self.margin + place * (self._wide + self.gap)
        return Place(left, self.margin, self._wide, self.length(HEAD))

    def card(self, place: int, row: int) -> Place:
        """The card in a row of the column that is shown as number `place`."""
        top = self._top + row * (self._card + self.gap)
        return Place(self.head(place).x, top, self._wide, self._card)

    def signs(self, first: int, page: int) -> list[Sign]:
        """The cards of a page."""
        return [
            Sign(column, number, self.card(place, number - page * self.rows))
            for place, column in enumerate(self.columns(first))
            for number in range(page * self.rows, min(self.counts[column], (page + 1) * self.rows))
        ]

    def more(self, column: int, page: int) -> int:
        """How many cards of a column are on later pages."""
        return max(0, self.counts[column] - (page + 1) * self.rows)

    def free(self, first: int, page: int) -> Place | None:
        """The room under the cards of the last column; None when there is none."""
        place = self.shown - 1
        column = self.columns(first)[-1]
        used = min(self.rows, max(0, self.counts[column] - page * self.rows))
        if used == self.rows:
            return None
        top, bottom = self.card(place, used), self.card(place, self.rows - 1)
        return top._replace(height=bottom.bottom - top.y)
