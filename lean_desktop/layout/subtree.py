"""A box with all that is below it, as it lies around that box wherever it comes to stand."""

from collections.abc import Container, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from lean_desktop.layout.boxes import Spacing
from lean_desktop.layout.contour import Step, covered, distance

COLUMN, ROW = "column", "row"
"""How the leaves below a box are laid out, where that is not left to their number."""

Point = tuple[float, float]


class Parts(NamedTuple):
    """What a subtree is made of: equal parts make the same subtree.

    `larger` are the children that are more than one box, as subtrees, which are equal only to
    themselves. A `leaf` has nobody around it, not even folded away.
    """

    below: tuple[int, ...] = ()
    larger: Mapping[int, "Subtree"] = {}
    aside: tuple[int, ...] = ()
    asked: str = ""
    leaf: bool = True


LEAF = Parts()
_NOWHERE = Step(0.0, 0.0, 0.0)


class Subtree:
    """Seen from the upper left corner of its box, and never changed once it has its shape.

    `around` has the keys of those beside its box and then of its children; `at` has the corners of
    these. Either all of them hang in a `column`, or those do whose numbers are in `hung`. It reaches
    from `west` to `east` and down to `bottom`.
    """

    __slots__ = (
        *("key", "parts", "around", "children", "at", "column", "hung"),
        *("left", "right", "west", "east", "bottom"),
    )

    def __init__(self, key: int, parts: Parts) -> None:
        self.key, self.parts = key, parts
        self.around = parts.aside + parts.below
        self.children: Sequence[Subtree] = ()
        self.at: Sequence[Point] = ()
        self.column = False
        self.hung: Container[int] = ()
        self.left = self.right = _NOWHERE
        self.west = self.east = self.bottom = 0.0

    @property
    def aside(self) -> Sequence[int]:
        """The keys of those that stand beside its box."""
        return self.parts.aside


class Shaper:
    """Makes subtrees: sets boxes of one size below and beside each other."""

    def __init__(self, size: Point, spacing: Spacing) -> None:
        self.width, self.height = size
        self.space = spacing
        self._alone: dict[int, tuple[Step, Step, float, float]] = {}

    def subtree(self, key: int, parts: Parts) -> Subtree:
        """Make a subtree of its parts."""
        tree = Subtree(key, parts)
        self._stand_alone(tree)
        if parts.below:
            tree.children = [parts.larger.get(key) or self._leaf(key) for key in parts.below]
            if self._hangs(tree):
                self._hang(tree)
            else:
                self._spread(tree)
        return tree

    def _leaf(self, key: int) -> Subtree:
        tree = Subtree(key, LEAF)
        self._stand_alone(tree)
        return tree

    def _stand_alone(self, tree: Subtree) -> None:
        """A box with what stands beside it, if anything; most are alike."""
        beside = len(tree.aside)
        if beside not in self._alone:
            self._alone[beside] = self._own(beside)
        tree.left, tree.right, tree.east, tree.bottom = self._alone[beside]

    def _own(self, beside: int) -> tuple[Step, Step, float, float]:
        """The outlines of a box with so many beside it, how far right and how far down it reaches."""
        space = self.space
        east = 2 * self.width + space.aside if beside else self.width
        bottom = self.height + max(0, beside - 1) * (self.height + space.pitch)
        end = bottom + space.pitch
        return Step(0.0, end, 0.0), Step(0.0, end, east), east, bottom

    def beside(self, aside: Sequence[int]) -> list[Point]:
        """Where those beside a box stand: the first level with it, the others below that."""
        left, down = self.width + self.space.aside, self.height + self.space.pitch
        return [(left, number * down) for number in range(len(aside))]

    def _hangs(self, tree: Subtree) -> bool:
        """Whether the children hang in a column: only leaves do, and none that are folded."""
        if tree.parts.asked == ROW or not all(child.parts.leaf for child in tree.children):
            return False
        return tree.parts.asked == COLUMN or len(tree.children) > self.space.column_over

    def _hang(self, tree: Subtree) -> None:
        """In a column, or several, a little to the right of the box they hang below."""
        own, foot = tree.east, tree.bottom
        top = foot + self.space.first
        tree.column = True
        tree.at = self._stacked(len(tree.children), 0.0, top)
        side, end = tree.at[-1][0] + self.width, top + self._rows(len(tree.children)) * self._down
        tree.left = Step(0.0, end, 0.0)
        top = foot + self.space.pitch
        tree.right = Step(0.0, top, own, Step(top, end, side))
        tree.east, tree.bottom = max(own, side), end - self.space.pitch

    @property
    def _down(self) -> float:
        """From one box in a column to the next."""
        return self.height + self.space.pitch

    def _rows(self, leaves: int) -> int:
        """How many stand in the highest of their columns."""
        return min(leaves, self.space.column_most or leaves)

    def _stacked(self, leaves: int, left: float, top: float) -> list[Point]:
        """Where so many stand in columns, each with room at its left for the line they hang on."""
        rows, across = self._rows(leaves), self.width + self.space.indent
        left += self.space.indent
        return [
            (left + number // rows * across, top + number % rows * self._down)
            for number in range(leaves)
        ]

    def _spread(self, tree: Subtree) -> None:
        """In a row, the box centred over the first and the last of them."""
        own, down = tree.east, tree.bottom + self.space.between
        blocks = self._blocks(tree)
        shapes = [self._block(each) for each in blocks]
        places, left, right, right_x = set_beside(shapes, self.space.beside)
        middle = places[-1] / 2
        self._set_below(tree, blocks, [x - middle for x in places], down)
        tree.left = Step(0.0, down, 0.0, left, -middle, down)
        tree.right = Step(0.0, down, own, right, right_x - middle, down)
        reach = [
            (x - middle + shape.west, x - middle + shape.east)
            for shape, x in zip(shapes, places, strict=True)
        ]
        tree.west = min(0.0, *(west for west, _ in reach))
        tree.east = max(own, *(east for _, east in reach))
        tree.bottom = down + max(shape.bottom for shape in shapes)

    def _blocks(self, tree: Subtree) -> list[list[Subtree]]:
        """The children as they stand in the row: leaves that follow each other may be one column."""
        blocks: list[list[Subtree]] = []
        for leaf, run in groupby(tree.children, lambda child: child.parts.leaf):
            together = list(run)
            if leaf and tree.parts.asked != ROW and self._many(together, tree.parts.asked):
                blocks.append(together)
            else:
                blocks += [[each] for each in together]
        return blocks

    def _many(self, leaves: Sequence[Subtree], asked: str) -> bool:
        """Whether they are enough for a column beside larger subtrees."""
        return len(leaves) > (1 if asked == COLUMN else max(1, self.space.column_over))

    def _block(self, children: Sequence[Subtree]) -> Subtree:
        """What takes one place in a row: a subtree, or leaves in columns."""
        if len(children) == 1:
            return children[0]
        block, end = Subtree(children[0].key, LEAF), self._rows(len(children)) * self._down
        block.east = self._stacked(len(children), 0.0, 0.0)[-1][0] + self.width
        block.left, block.right = Step(0.0, end, 0.0), Step(0.0, end, block.east)
        block.bottom = end - self.space.pitch
        return block

    def _set_below(
        self,
        tree: Subtree,
        blocks: Sequence[Sequence[Subtree]],
        places: Sequence[float],
        down: float,
    ) -> None:
        """Put the children where their blocks stand."""
        at: list[Point] = []
        hung: set[int] = set()
        for block, x in zip(blocks, places, strict=True):
            if len(block) > 1:
                hung.update(range(len(at), len(at) + len(block)))
            at += self._stacked(len(block), x, down) if len(block) > 1 else [(x, down)]
        tree.at, tree.hung = at, hung


def set_beside(trees: Sequence[Subtree], gap: float) -> tuple[list[float], Step, Step, float]:
    """Set trees side by side, as close as they may.

    Gives where each stands, the outline of all of them at the left and at the right, and how far
    right that one lies.
    """
    places = [0.0]
    left, right, right_x, lowest = trees[0].left, trees[0].right, 0.0, trees[0].bottom
    for tree in trees[1:]:
        x = distance(tree.left, right, right_x) + gap
        places.append(x)
        if tree.bottom > lowest:
            left = covered(tree.left, left, x)
        right = tree.right if tree.bottom >= lowest else covered(right, tree.right, right_x - x)
        right_x, lowest = x, max(lowest, tree.bottom)
    return places, left, right, right_x
