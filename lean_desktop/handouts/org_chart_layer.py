"""One of the two charts as it is put on paper: its words, the size of its boxes, its levels."""

from collections.abc import Collection, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from lean_desktop.domain.chart import Chart
from lean_desktop.handouts.org_chart_words import LEADING, MOST_LINES, SMALLEST, Word, Words

MOST = 1.25
"""So many times the smallest size that may be read, and no larger."""

ASIDE = 3
"""More who stand beside a box hang below it."""

PAD = 5.0
"""Points at each side of what is written in a box."""

_OVER_AND_UNDER = 7.0
_NARROWEST, _WIDEST = 62.0, 100.0
_FIT = 0.97
"""So much of all texts are in one line, and not shrunk."""

_LONGEST = 150.0
"""For words up to this width, and for texts of many lines, boxes are made wider."""

_PAGES = 99
"""More pages are told in smaller letters."""


class Room(NamedTuple):
    """What a page has for a chart, in points."""

    width: float
    height: float

    def scale(self, width: float, height: float) -> float:
        """How many times the smallest size something may be drawn; it does not fit below 1."""
        return min(MOST, self.width / max(width, 1), self.height / max(height, 1))


class Layer:
    """One chart with its words, and how wide its boxes are.

    `leaves` asks for a row or a column below a box, as `layout.tree.lay_out` takes it.
    """

    def __init__(
        self, chart: Chart, words: Words, leaves: Mapping[int, str], *, improving: bool
    ) -> None:
        self.chart, self.improving, self.leaves = _tamed(chart), improving, leaves
        told = {key: words.of_box(box) for key, box in chart.boxes.items()}
        reference = words.reference(len(chart.boxes), _PAGES)
        self.width = _box_width([*chain.from_iterable(told.values())], reference)
        room = self.width - 2 * PAD
        self.told = {
            key: [line for word in each for line in word.in_lines(room)]
            for key, each in told.items()
        }

    def height(self, keys: Collection[int], folded: Collection[int]) -> float:
        """How high boxes must be, for that one of them which says most."""
        lines = max(len(self.told[key]) + (key in folded) for key in keys)
        return _OVER_AND_UNDER + LEADING * lines

    def branch(self, root: int) -> list[int]:
        """A box with all below it, and those who stand beside any of these."""
        below = list(chain.from_iterable(self.levels(root)))
        beside = chain.from_iterable(self.chart.aside.get(key, ()) for key in below)
        return [*below, *beside]

    def count(self, key: int) -> int:
        """How many boxes there are in a branch besides its own."""
        return len(self.branch(key)) - 1

    def in_reading_order(self, keys: Collection[int]) -> list[int]:
        """Each box before those below it, and all of a branch before the next one."""
        return sorted(keys, key=self._order.__getitem__)

    @cached_property
    def _order(self) -> dict[int, int]:
        order: dict[int, int] = {}
        waiting = list(reversed(self.chart.roots))
        while waiting:
            key = waiting.pop()
            order[key] = len(order)
            beside, below = self.chart.aside.get(key, ()), self.chart.below.get(key, ())
            waiting += reversed((*beside, *below))
        return order

    def levels(self, root: int, folded: Collection[int] = ()) -> list[list[int]]:
        """The boxes from one downwards, level by level, those below folded ones left out."""
        found, here = [], [root]
        while here:
            found.append(here)
            here = [
                below
                for key in here
                if key not in folded
                for below in self.chart.below.get(key, ())
            ]
        return found


def _tamed(chart: Chart) -> Chart:
    """The same where no more than a few stand beside a box."""
    crowded = {key: aside for key, aside in chart.aside.items() if len(aside) > ASIDE}
    if not crowded:
        return chart
    below = {**chart.below}
    for key, aside in crowded.items():
        below[key] = [*aside, *below.get(key, ())]
    kept = {key: aside for key, aside in chart.aside.items() if key not in crowded}
    return chart._replace(below=below, aside=kept)


def _box_width(words: Sequence[Word], reference: Word) -> float:
    """For most texts in one line, but never too narrow for a word or for a reference."""
    widths = sorted(word.width * word.size for word in words)
    most = widths[int(len(widths) * _FIT)] if widths else 0.0
    usual = min(max(most + 2 * PAD, _NARROWEST), _WIDEST)
    room = max(usual - 2 * PAD, reference.width * reference.size)
    long = [word for word in words if word.width * SMALLEST > room]
    unbroken = max((word.longest(_LONGEST) for word in long), default=0.0)
    many = max((word.width * word.size / (MOST_LINES - 1) for word in long), default=0.0)
    return max(room, unbroken, min(many, _LONGEST)) + 2 * PAD
