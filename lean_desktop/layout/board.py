"""Where the columns, lanes and cards of a board are; all cards are equally high.

Without lanes each column is as high as there is room and scrolls by itself; with lanes each cell
is as high as the fullest of its lane, and all scroll together. Lengths are in pixels; what is
given is not scrolled.
"""

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple


class Sizes(NamedTuple):
    """Lengths of the design, see its "Components"."""

    margin: int = 20
    gap: int = 12
    head: int = 36
    card: int = 88
    between: int = 8
    pad: int = 8
    lane_head: int = 36
    below: int = 40
    least: int = 200


class Place(NamedTuple):
    """A rectangle."""

    x: int
    y: int
    width: int
    height: int

    @property
    def bottom(self) -> int:
        """The first line below it."""
        return self.y + self.height

    def holds(self, x: int, y: int) -> bool:
        """Whether the point is in it."""
        return self.x <= x < self.x + self.width and self.y <= y < self.bottom


class Spot(NamedTuple):
    """Where a card hangs: the lane, the column, and which one it is from the top."""

    lane: int
    column: int
    place: int


class BoardLayout:
    """Where everything is on a board of so many cards per lane and column."""

    def __init__(
        self,
        cells: Sequence[Sequence[int]],
        width: int,
        height: int,
        sizes: Sizes,
        *,
        lanes: bool = False,
        folded: Collection[int] = (),
    ) -> None:
        self.cells, self.sizes, self.lanes, self.folded = cells, sizes, lanes, folded
        self.columns = len(cells[0]) if cells else 0
        self._viewport_height = height
        room = width - 2 * sizes.margin - (self.columns - 1) * sizes.gap
        self.column_width = max(sizes.least, room // max(1, self.columns))
        heights = [self._lane_height(number) for number in range(len(cells))]
        self._tops = list(accumulate(heights, initial=self.body_top))
        counts = [count for row in cells for count in row]
        self._starts = list(accumulate(counts, initial=0))

    @property
    def body_top(self) -> int:
        """Where the heads of the columns end."""
        return self.sizes.margin - 4 + self.sizes.head

    @property
    def width(self) -> int:
        """What all columns take, the margins with them."""
        step = self.column_width + self.sizes.gap
        return 2 * self.sizes.margin + self.columns * step - self.sizes.gap

    @property
    def height(self) -> int:
        """What all lanes take; without lanes, the room there is."""
        return self._tops[-1] + self.sizes.margin if self.lanes else self._viewport_height

    @property
    def count(self) -> int:
        """How many cards there are."""
        return self._starts[-1]

    def head(self, column: int) -> Place:
        """The head of a column; it never scrolls away."""
        top = self.sizes.margin - 4
        return Place(self._left(column), top, self.column_width, self.sizes.head)

    def lane_head(self, lane: int) -> Place:
        """The line over a lane."""
        width = self.width - 2 * self.sizes.margin
        return Place(self.sizes.margin, self._tops[lane], width, self.sizes.lane_head)

    def cell(self, lane: int, column: int) -> Place:
        """Where cards of a lane and a column hang; the whole of it takes a card that is dropped."""
        top = self._tops[lane] + (self.sizes.lane_head if self.lanes else 0)
        bottom = self._tops[lane + 1] if self.lanes else self._viewport_height - self.sizes.margin
        height = 0 if lane in self.folded else bottom - top - (self.sizes.gap if self.lanes else 0)
        return Place(self._left(column), top, self.column_width, max(0, height))

    def card(self, spot: Spot) -> Place:
        """Where a card hangs."""
        cell = self.cell(spot.lane, spot.column)
        step = self.sizes.card + self.sizes.between
        top = cell.y + (self.sizes.pad if self.lanes else 4) + spot.place * step
        width = self.column_width - 2 * self.sizes.pad
        return Place(cell.x + self.sizes.pad, top, width, self.sizes.card)

    def below(self, lane: int, column: int) -> Place:
        """The line under the last card of a cell, where one more is written."""
        under = self.card(Spot(lane, column, self.cells[lane][column]))
        return under._replace(height=self.sizes.below)

    def overflow(self, column: int) -> int:
        """How far a column without lanes can be scrolled."""
        if self.lanes or not self.cells:
            return 0
        bottom = self.below(0, column).bottom
        return max(0, bottom - self.cell(0, column).bottom)

    # Between cards and their numbers, lane by lane and column by column

    def number(self, spot: Spot) -> int:
        """The number of the card that hangs there."""
        return self._starts[spot.lane * self.columns + spot.column] + spot.place

    def spot(self, number: int) -> Spot:
        """Where the card with that number hangs."""
        cell = bisect_right(self._starts, number) - 1
        return Spot(cell // self.columns, cell % self.columns, number - self._starts[cell])

    def column_at(self, x: int) -> int | None:
        """The column over or under a point, the gap at its right with it."""
        column = (x - self.sizes.margin) // (self.column_width + self.sizes.gap)
        return column if 0 <= column < self.columns and x >= self.sizes.margin else None

    def lane_at(self, y: int) -> int | None:
        """The lane at a height, its head with it."""
        if not self.lanes:
            return 0 if self.cells and y >= self.body_top else None
        lane = bisect_right(self._tops, y) - 1
        return lane if 0 <= lane < len(self.cells) else None

    def card_at(self, x: int, y: int) -> Spot | None:
        """The card at a point."""
        column, lane = self.column_at(x), self.lane_at(y)
        if column is None or lane is None or lane in self.folded:
            return None
        first = self.card(Spot(lane, column, 0))
        place = (y - first.y) // (self.sizes.card + self.sizes.between)
        spot = Spot(lane, column, place)
        inside = 0 <= place < self.cells[lane][column] and self.card(spot).holds(x, y)
        return spot if inside else None

    def seen(self, lane: int, column: int, top: int, bottom: int) -> Iterator[Spot]:
        """The cards of a cell that reach into the lines from `top` to `bottom`."""
        if lane in self.folded:
            return
        first = self.card(Spot(lane, column, 0)).y
        step = self.sizes.card + self.sizes.between
        begin = max(0, (top - first) // step)
        end = min(self.cells[lane][column], (bottom - first) // step + 1)
        for place in range(begin, end):
            yield Spot(lane, column, place)

    def lanes_seen(self, top: int, bottom: int) -> range:
        """The lanes that reach into the lines from `top` to `bottom`."""
        if not self.lanes:
            return range(len(self.cells))
        first = max(0, bisect_right(self._tops, top) - 1)
        last = min(len(self.cells), bisect_right(self._tops, bottom))
        return range(first, last)

    # Inside

    def _left(self, column: int) -> int:
        return self.sizes.margin + column * (self.column_width + self.sizes.gap)

    def _lane_height(self, lane: int) -> int:
        if not self.lanes:
            return 0
        if lane in self.folded:
            return self.sizes.lane_head
        most = max(1, *self.cells[lane]) if self.cells[lane] else 1
        cards = most * (self.sizes.card + self.sizes.between) - self.sizes.between
        return self.sizes.lane_head + 2 * self.sizes.pad + cards + self.sizes.gap
