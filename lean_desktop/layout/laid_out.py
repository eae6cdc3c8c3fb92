"""What a layout knows: where each box and each line lies, and what lies where."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from lean_desktop.layout.boxes import Line, Place
from lean_desktop.layout.lines import Fan, Lines
from lean_desktop.layout.subtree import Shaper, Subtree

Area = tuple[float, float, float, float]
"""Left, top, right and bottom."""


class Layout:
    """Where everything lies; `hidden` counts what is folded away below a box."""

    def __init__(
        self, places: Mapping[int, Place], lines: Sequence[Line], hidden: Mapping[int, int]
    ) -> None:
        self.places, self.lines, self.hidden = places, lines, hidden

    @cached_property
    def width(self) -> float:
        """How far right it reaches."""
        return max((place.x + place.width for place in self.places.values()), default=0.0)

    @cached_property
    def height(self) -> float:
        """How far down it reaches."""
        return max((place.y + place.height for place in self.places.values()), default=0.0)


class Standing(NamedTuple):
    """A subtree with the corner of its box."""

    tree: Subtree
    x: float
    y: float


class TidyLayout(Layout):
    """One made of subtrees, and so it can tell what lies where without looking at all boxes."""

    def __init__(
        self, trees: Sequence[Standing], shaper: Shaper, hidden: Mapping[int, int]
    ) -> None:
        self._trees, self._shaper = trees, shaper
        places, fans = _placed(trees, shaper)
        self._fan_of = {fan.tree.key: fan for fan in fans}
        super().__init__(places, Lines(fans, shaper), hidden)

    def at(self, x: float, y: float) -> int | None:
        """The box at a point."""
        return next(iter(self.within(x, y, x, y)), None)

    def within(self, left: float, top: float, right: float, bottom: float) -> Collection[int]:
        """The boxes that reach into a rectangle."""
        area = left, top, right, bottom
        if self._is_all(area):
            return self.places.keys()
        places, near, above = self.places, left - self._shaper.width, top - self._shaper.height
        return [
            key
            for key in self._keys_near(area)
            if near <= places[key].x <= right and above <= places[key].y <= bottom
        ]

    def lines_within(self, left: float, top: float, right: float, bottom: float) -> Collection[int]:
        """The numbers of the lines that may reach into a rectangle."""
        area = left, top, right, bottom
        if self._is_all(area):
            return range(len(self.lines))
        found: list[int] = []
        near, above = left - self._shaper.width, top - self._shaper.height
        indent = self._shaper.space.indent
        for fan in self._fans_near(area):
            for number, key in zip(fan.numbers, fan.tree.around, strict=True):
                x, y, _, _ = self.places[key]
                if min(x - indent, fan.x) <= right and max(x, fan.x) >= near and y >= above:
                    found.append(number)
        return found

    def _is_all(self, area: Area) -> bool:
        left, top, right, bottom = area
        return left <= 0 and top <= 0 and right >= self.width and bottom >= self.height

    def _keys_near(self, area: Area) -> Iterator[int]:
        """The boxes whose parents have anybody around them that reaches into a rectangle."""
        yield from (tree.key for tree, _, _ in self._trees)
        for fan in self._fans_near(area):
            yield from fan.tree.around

    def _fans_near(self, area: Area) -> Iterator[Fan]:
        """The fans of subtrees that reach into a rectangle."""
        left, top, right, bottom = area
        waiting = list(self._trees)
        while waiting:
            tree, x, y = waiting.pop()
            if x + tree.west > right or x + tree.east < left or y > bottom or y + tree.bottom < top:
                continue
            yield self._fan_of[tree.key]
            waiting += [
                Standing(child, x + dx, y + dy)
                for child, (dx, dy) in zip(tree.children, tree.at, strict=True)
                if child.around
            ]


def _placed(trees: Sequence[Standing], shaper: Shaper) -> tuple[dict[int, Place], list[Fan]]:
    """Where each box stands, and from which boxes lines begin."""
    width, height = shaper.width, shaper.height
    places = {tree.key: Place(x, y, width, height) for tree, x, y in trees}
    fans: list[Fan] = []
    number, waiting = 0, list(trees[::-1])
    while waiting:
        tree, x, y = waiting.pop()
        fans.append(Fan(tree, x, y, number))
        number = fans[-1].numbers.stop
        for key, (dx, dy) in zip(tree.aside, shaper.beside(tree.aside), strict=True):
            places[key] = Place(x + dx, y + dy, width, height)
        for child, (dx, dy) in zip(tree.children, tree.at, strict=True):
            places[child.key] = Place(x + dx, y + dy, width, height)
            if child.around:
                waiting.append(Standing(child, x + dx, y + dy))
    return places, fans
