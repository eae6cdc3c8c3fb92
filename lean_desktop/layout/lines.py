"""The lines of a chart, each worked out when it is asked for: few are seen at a time."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple, overload

from lean_desktop.layout.boxes import Line
from lean_desktop.layout.subtree import Point, Shaper, Subtree


class Fan(NamedTuple):
    """All lines from the box of a subtree; those to who stands beside it come first."""

    tree: Subtree
    x: float
    y: float
    first: int

    @property
    def numbers(self) -> range:
        """The numbers of its lines."""
        return range(self.first, self.first + len(self.tree.around))


class Lines(Sequence[Line]):
    """The lines of fans, whose numbers go on from one to the next."""

    def __init__(self, fans: Sequence[Fan], shaper: Shaper) -> None:
        self._fans, self._space = fans, shaper.space
        self._width, self._height = shaper.width, shaper.height

    def __len__(self) -> int:
        return self._fans[-1].numbers.stop if self._fans else 0

    @overload
    def __getitem__(self, number: int) -> Line: ...
    @overload
    def __getitem__(self, number: slice) -> list[Line]: ...
    def __getitem__(self, number: int | slice) -> Line | list[Line]:
        if isinstance(number, slice):
            return [self[each] for each in range(len(self))[number]]
        number = range(len(self))[number]
        fan = self._fans[bisect_right(self._fans, number, key=lambda fan: fan.first) - 1]
        return self.line(fan, number)

    def __iter__(self) -> Iterator[Line]:
        return (self.line(fan, number) for fan in self._fans for number in fan.numbers)

    def line(self, fan: Fan, number: int) -> Line:
        """One line of a fan, by its number among all lines."""
        tree, place = fan.tree, number - fan.first
        child = place - len(tree.aside)
        if child < 0:
            points = self._beside(fan, place)
        elif tree.column:
            points = self._along_spine(fan, child)
        else:
            points = self._to_hung(fan, child) if child in tree.hung else self._over_bus(fan, child)
        return Line(tree.key, tree.around[place], points)

    def _beside(self, fan: Fan, place: int) -> tuple[Point, ...]:
        """To the right: straight to the first, down to the others."""
        side, middle = fan.x + self._width, fan.y + self._height / 2
        turn, left = side + self._space.aside / 2, side + self._space.aside
        level = middle + place * (self._height + self._space.pitch)
        if not place:
            return (side, middle), (left, middle)
        return (side, middle), (turn, middle), (turn, level), (left, level)

    def _along_spine(self, fan: Fan, child: int) -> tuple[Point, ...]:
        """Down a line at the left of the column the child hangs in."""
        x, y = fan.tree.at[child]
        first, middle = fan.x + self._space.spine, fan.y + y + self._height / 2
        spine = first + x - self._space.indent
        bus = fan.y + fan.tree.at[0][1] - self._space.first / 2
        over = ((first, bus), (spine, bus)) if spine > first else ()
        return (first, fan.y + self._height), *over, (spine, middle), (fan.x + x, middle)

    def _over_bus(self, fan: Fan, child: int) -> tuple[Point, ...]:
        """Down to a line over all the children, along it, and down again."""
        x, y = fan.tree.at[child]
        start, end = fan.x + self._width / 2, fan.x + x + self._width / 2
        top = fan.y + y
        bus = top - self._space.between / 2
        return (start, fan.y + self._height), (start, bus), (end, bus), (end, top)

    def _to_hung(self, fan: Fan, child: int) -> tuple[Point, ...]:
        """Down to the line over all the children, and down the left of the column it hangs in."""
        x, y = fan.tree.at[child]
        start, middle = fan.x + self._width / 2, fan.y + y + self._height / 2
        spine = fan.x + x - self._space.indent + self._space.spine
        foot = fan.y + self._height
        bus = fan.y + fan.tree.at[0][1] - self._space.between / 2
        return (start, foot), (start, bus), (spine, bus), (spine, middle), (fan.x + x, middle)
