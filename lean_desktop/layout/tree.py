"""The tidy, compact layout of an organisation chart, the same on the screen and on paper.

Children stand in a row below their parent, who is centred over them; where all of them are leaves
and there are more than a few, they hang in a column below it. Order is kept, boxes never overlap,
and subtrees of the same shape look the same wherever they stand.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from lean_desktop.layout.boxes import Boxes, Place
from lean_desktop.layout.contour import Contour, Step

Below = Mapping[int, Sequence[int]]


class Spacing(NamedTuple):
    """Lengths between boxes; `column_over` leaves stand in a row, more hang in a column."""

    beside: float = 16
    between: float = 36
    roots: float = 40
    indent: float = 18
    spine: float = 8
    first: float = 14
    pitch: float = 12
    column_over: int = 0


USUAL = Spacing()


class Line(NamedTuple):
    """From a parent's box to a child's, as corners."""

    parent: int
    child: int
    points: tuple[tuple[float, float], ...]


class Layout:
    """Where everything lies; `hidden` counts what is folded away below a box."""

    def __init__(
        self, places: dict[int, Place], lines: Sequence[Line], hidden: Mapping[int, int]
    ) -> None:
        self.places, self.lines, self.hidden = places, lines, hidden
        self.width = max((place.x + place.width for place in places.values()), default=0.0)
        self.height = max((place.y + place.height for place in places.values()), default=0.0)

    @cached_property
    def _boxes(self) -> Boxes:
        return Boxes(self.places)

    @cached_property
    def _reach(self) -> Boxes:
        return Boxes({number: _reach(line) for number, line in enumerate(self.lines)})

    def at(self, x: float, y: float) -> int | None:
        """The box at a point."""
        return self._boxes.at(x, y)

    def within(self, left: float, top: float, right: float, bottom: float) -> Collection[int]:
        """The boxes that reach into a rectangle."""
        return self._boxes.within(left, top, right, bottom)

    def lines_within(self, left: float, top: float, right: float, bottom: float) -> Collection[int]:
        """The numbers of the lines that reach into a rectangle."""
        return self._reach.within(left, top, right, bottom)


def lay_out(
    roots: Sequence[int],
    below: Below,
    size: tuple[float, float],
    *,
    folded: Collection[int] = (),
    spacing: Spacing = USUAL,
) -> Layout:
    """Lay out a forest of boxes of one size. What lies below a folded box is not shown."""
    return _Tidy(below, size, folded, spacing).laid_out(roots)


class _Subtree:
    """A box with all below it, seen from the upper left corner of the box."""

    __slots__ = ("children", "column", "key", "left", "right", "x", "y")

    def __init__(self, key: int, left: Contour, right: Contour) -> None:
        self.key, self.left, self.right = key, left, right
        self.children: list[_Subtree] = []
        self.column = False
        self.x = self.y = 0.0


class _Tidy:
    def __init__(
        self, below: Below, size: tuple[float, float], folded: Collection[int], spacing: Spacing
    ) -> None:
        self._below, self._folded, self._space = below, frozenset(folded), spacing
        self._width, self._height = size

    def laid_out(self, roots: Sequence[int]) -> Layout:
        """The whole forest, its trees beside each other."""
        trees = [self._tree(root) for root in roots]
        if trees:
            self._set_beside(trees, self._space.roots)
        places: dict[int, Place] = {}
        lines: list[Line] = []
        for tree in trees:
            self._place(tree, tree.x, 0.0, places, lines)
        _shift_to_zero(places, lines)
        hidden = {
            key: self._count(key) for key in self._folded if key in places and self._below.get(key)
        }
        return Layout(places, lines, hidden)

    def _children(self, key: int) -> Sequence[int]:
        return () if key in self._folded else self._below.get(key, ())

    def _tree(self, root: int) -> _Subtree:
        """From the leaves up, without recursion: a line of command may be long."""
        made: dict[int, _Subtree] = {}
        for key in self._leaves_first(root):
            made[key] = self._subtree(key, [made.pop(each) for each in self._children(key)])
        return made[root]

    def _leaves_first(self, root: int) -> Iterator[int]:
        order, waiting = [], [root]
        while waiting:
            key = waiting.pop()
            order.append(key)
            waiting += self._children(key)
        return reversed(order)

    def _subtree(self, key: int, children: list[_Subtree]) -> _Subtree:
        own = Step(0.0, self._height + self._space.pitch, 0.0)
        tree = _Subtree(key, Contour(own), Contour(own._replace(x=self._width)))
        tree.children = children
        tree.column = self._hangs(children)
        if tree.column:
            self._hang(tree, own)
        elif children:
            self._spread(tree, own)
        return tree

    def _hangs(self, children: Sequence[_Subtree]) -> bool:
        leaves = all(not child.children for child in children)
        return leaves and len(children) > self._space.column_over

    def _hang(self, tree: _Subtree, own: Step) -> None:
        """All in one column, a little to the right of the box they hang below."""
        space = self._space
        for number, child in enumerate(tree.children):
            child.x = space.indent
            child.y = self._height + space.first + number * (self._height + space.pitch)
        end = tree.children[-1].y + self._height + space.pitch
        tree.left = Contour(Step(0.0, end, 0.0))
        tree.right = Contour(Step(own.bottom, end, space.indent + self._width))
        tree.right.put_on_top(own._replace(x=self._width))

    def _spread(self, tree: _Subtree, own: Step) -> None:
        """In a row, the box centred over the first and the last of them."""
        children, down = tree.children, self._height + self._space.between
        left, right = self._set_beside(children, self._space.beside)
        middle = (children[0].x + children[-1].x) / 2
        for child in children:
            child.x -= middle
            child.y = down
        left.move(-middle, down)
        right.move(-middle, down)
        whole = own._replace(bottom=down)
        left.put_on_top(whole)
        right.put_on_top(whole._replace(x=self._width))
        tree.left, tree.right = left, right

    def _set_beside(self, trees: Sequence[_Subtree], gap: float) -> tuple[Contour, Contour]:
        """Set trees side by side, as close as they may; the outline of all of them."""
        left, right = trees[0].left, trees[0].right
        for tree in trees[1:]:
            tree.x = tree.left.distance(right) + gap
            tree.left.move(tree.x, 0.0)
            tree.right.move(tree.x, 0.0)
            if tree.left.bottom > left.bottom:
                tree.left.covered_by(left)
                left = tree.left
            if tree.right.bottom < right.bottom:
                right.covered_by(tree.right)
            else:
                right = tree.right
        return left, right

    def _place(
        self, root: _Subtree, x: float, y: float, places: dict[int, Place], lines: list[Line]
    ) -> None:
        waiting = [(root, x, y)]
        while waiting:
            tree, x, y = waiting.pop()
            places[tree.key] = Place(x, y, self._width, self._height)
            for child in tree.children:
                waiting.append((child, x + child.x, y + child.y))
                lines.append(Line(tree.key, child.key, self._line(tree, child, x, y)))

    def _line(
        self, tree: _Subtree, child: _Subtree, x: float, y: float
    ) -> tuple[tuple[float, float], ...]:
        foot = y + self._height
        if tree.column:
            spine, middle = x + self._space.spine, y + child.y + self._height / 2
            return (spine, foot), (spine, middle), (x + child.x, middle)
        start, end = x + self._width / 2, x + child.x + self._width / 2
        bus = foot + self._space.between / 2
        return (start, foot), (start, bus), (end, bus), (end, y + child.y)

    def _count(self, key: int) -> int:
        """How many lie below, folded or not."""
        found, waiting = 0, list(self._below.get(key, ()))
        while waiting:
            found += 1
            waiting += self._below.get(waiting.pop(), ())
        return found


def _shift_to_zero(places: dict[int, Place], lines: list[Line]) -> None:
    """Let the leftmost box begin at zero; a parent may stand further left than its first child."""
    least = min((place.x for place in places.values()), default=0.0)
    if least == 0.0:
        return
    for key, place in places.items():
        places[key] = place._replace(x=place.x - least)
    for number, line in enumerate(lines):
        lines[number] = line._replace(points=tuple((x - least, y) for x, y in line.points))


def _reach(line: Line) -> Place:
    """The rectangle a line reaches over."""
    left, right = sorted((line.points[0][0], line.points[-1][0]))
    top, bottom = line.points[0][1], line.points[-1][1]
    return Place(left, top, right - left, bottom - top)
