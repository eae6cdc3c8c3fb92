"""The tidy, compact layout of an organisation chart, the same on the screen and on paper.

Children stand in a row below their parent, who is centred over them; where all of them are leaves
and there are more than a few, they hang in a column below it. What stands beside a box, as an
assistant does, is at its right. Order is kept, boxes never overlap, and subtrees of the same shape
look the same wherever they stand.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from lean_desktop.layout.boxes import Boxes, Place
from lean_desktop.layout.contour import Contour, Step

Below = Mapping[int, Sequence[int]]
COLUMN, ROW = "column", "row"
"""How the leaves below a box are laid out, where that is not left to their number."""


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


NOBODY: Below = {}
ASKED_NOWHERE: Mapping[int, str] = {}


def lay_out(
    roots: Sequence[int],
    below: Below,
    size: tuple[float, float],
    *,
    folded: Collection[int] = (),
    spacing: Spacing = USUAL,
    aside: Below = NOBODY,
    leaves: Mapping[int, str] = ASKED_NOWHERE,
) -> Layout:
    """Lay out a forest of boxes of one size. What lies below a folded box is not shown.

    `aside` has what stands beside a box; nothing hangs below that. `leaves` asks for COLUMN or ROW
    below a box and everything under it, until another is asked for.
    """
    return _Tidy(below, size, folded, spacing, aside, leaves).laid_out(roots)


class _Subtree:
    """A box with all below it, seen from the upper left corner of the box."""

    __slots__ = ("aside", "children", "column", "key", "left", "right", "x", "y")

    def __init__(self, key: int, left: Contour, right: Contour, aside: Sequence[int]) -> None:
        self.key, self.left, self.right, self.aside = key, left, right, aside
        self.children: list[_Subtree] = []
        self.column = False
        self.x = self.y = 0.0


class _Tidy:
    def __init__(
        self,
        below: Below,
        size: tuple[float, float],
        folded: Collection[int],
        spacing: Spacing,
        aside: Below,
        leaves: Mapping[int, str],
    ) -> None:
        self._below, self._folded, self._space = below, frozenset(folded), spacing
        self._width, self._height = size
        self._aside, self._leaves = aside, leaves
        self._asked: dict[int, str] = {}

    def laid_out(self, roots: Sequence[int]) -> Layout:
        """The whole forest, its trees beside each other."""
        trees = [self._tree(root) for root in roots]
        if not trees:
            return Layout({}, (), {})
        outline, _ = self._set_beside(trees, self._space.roots)
        places: dict[int, Place] = {}
        lines: list[Line] = []
        for tree in trees:  # A parent may stand further left than its first child.
            self._place(tree, tree.x - outline.least, 0.0, places, lines)
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
        self._ask((root,), "")
        while waiting:
            key = waiting.pop()
            order.append(key)
            waiting += self._children(key)
            self._ask(self._children(key), self._asked.get(key, ""))
        return reversed(order)

    def _ask(self, keys: Sequence[int], above: str) -> None:
        """What is asked for below a box holds under it too."""
        if above or self._leaves:
            self._asked.update((key, self._leaves.get(key, above)) for key in keys)

    def _subtree(self, key: int, children: list[_Subtree]) -> _Subtree:
        aside = self._aside.get(key, ())
        end, right = self._own_height(aside) + self._space.pitch, self._own_width(aside)
        tree = _Subtree(key, Contour(Step(0.0, end, 0.0)), Contour(Step(0.0, end, right)), aside)
        if children:
            tree.children = children
            tree.column = self._hangs(key, children)
            if tree.column:
                self._hang(tree)
            else:
                self._spread(tree)
        return tree

    def _own_height(self, aside: Sequence[int]) -> float:
        """The height of a box with what stands beside it."""
        return self._height + max(0, len(aside) - 1) * (self._height + self._space.pitch)

    def _own_width(self, aside: Sequence[int]) -> float:
        return 2 * self._width + self._space.aside if aside else self._width

    def _hangs(self, key: int, children: Sequence[_Subtree]) -> bool:
        """Whether the children hang in a column: only leaves do, and none that are folded."""
        asked = self._asked.get(key, "")
        if asked == ROW:
            return False
        for child in children:
            if child.children or child.aside or self._below.get(child.key):
                return False
        return asked == COLUMN or len(children) > self._space.column_over

    def _hang(self, tree: _Subtree) -> None:
        """In a column, or several, a little to the right of the box they hang below."""
        space, foot = self._space, self._own_height(tree.aside)
        most = space.column_most or len(tree.children)
        for number, child in enumerate(tree.children):
            column, row = divmod(number, most)
            child.x = space.indent + column * (self._width + space.indent)
            child.y = foot + space.first + row * (self._height + space.pitch)
        lowest = tree.children[:most][-1].y
        end = lowest + self._height + space.pitch
        tree.left = Contour(Step(0.0, end, 0.0))
        own, right = foot + space.pitch, self._own_width(tree.aside)
        tree.right = Contour(Step(own, end, tree.children[-1].x + self._width))
        tree.right.put_on_top(Step(0.0, own, right))

    def _spread(self, tree: _Subtree) -> None:
        """In a row, the box centred over the first and the last of them."""
        children = tree.children
        down = self._own_height(tree.aside) + self._space.between
        left, right = self._set_beside(children, self._space.beside)
        middle = (children[0].x + children[-1].x) / 2
        for child in children:
            child.x -= middle
            child.y = down
        left.move(-middle, down)
        right.move(-middle, down)
        left.put_on_top(Step(0.0, down, 0.0))
        right.put_on_top(Step(0.0, down, self._own_width(tree.aside)))
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
            if tree.aside:
                self._place_aside(tree, x, y, places, lines)
            for child in tree.children:
                waiting.append((child, x + child.x, y + child.y))
                lines.append(Line(tree.key, child.key, self._line(tree, child, x, y)))

    def _place_aside(
        self, tree: _Subtree, x: float, y: float, places: dict[int, Place], lines: list[Line]
    ) -> None:
        """To the right of the box, the first level with it and the others below that."""
        side = x + self._width
        left, turn, middle = (
            side + self._space.aside,
            side + self._space.aside / 2,
            y + self._height / 2,
        )
        for number, key in enumerate(tree.aside):
            top = y + number * (self._height + self._space.pitch)
            places[key] = Place(left, top, self._width, self._height)
            level = top + self._height / 2
            way = ((side, middle), (turn, middle), (turn, level), (left, level))
            lines.append(Line(tree.key, key, way if number else (way[0], way[-1])))

    def _line(
        self, tree: _Subtree, child: _Subtree, x: float, y: float
    ) -> tuple[tuple[float, float], ...]:
        foot = y + self._height
        if tree.column:
            first, middle = x + self._space.spine, y + child.y + self._height / 2
            spine = first + child.x - self._space.indent
            bus = y + tree.children[0].y - self._space.first / 2
            over = ((first, bus), (spine, bus)) if spine > first else ()
            return (first, foot), *over, (spine, middle), (x + child.x, middle)
        start, end = x + self._width / 2, x + child.x + self._width / 2
        bus = y + child.y - self._space.between / 2
        return (start, foot), (start, bus), (end, bus), (end, y + child.y)

    def _count(self, key: int) -> int:
        """How many lie below, folded or not."""
        found, waiting = 0, list(self._below.get(key, ()))
        while waiting:
            found += 1
            waiting += self._below.get(waiting.pop(), ())
        return found


def _reach(line: Line) -> Place:
    """The rectangle a line reaches over."""
    left, right = sorted((line.points[0][0], line.points[-1][0]))
    top, bottom = line.points[0][1], line.points[-1][1]
    return Place(left, top, right - left, bottom - top)
