"""The tidy, compact layout of an organisation chart, the same on the screen and on paper.

Children stand in a row below their parent, who is centred over them; where all of them are leaves
and there are more than a few, they hang in a column below it. More than a few leaves that follow
each other between larger subtrees hang in a column too, in one place of the row. What stands beside a box, as an
assistant does, is at its right. Order is kept, boxes never overlap, and subtrees of the same shape
look the same wherever they stand.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from lean_desktop.layout.boxes import USUAL, Line, Spacing
from lean_desktop.layout.laid_out import Layout, Standing, TidyLayout
from lean_desktop.layout.subtree import COLUMN, ROW, Parts, Point, Shaper, Subtree, set_beside

__all__ = ["COLUMN", "ROW", "Layout", "Layouter", "Line", "Spacing", "TidyLayout", "lay_out"]

Below = Mapping[int, Sequence[int]]
NOBODY: Below = {}
ASKED_NOWHERE: Mapping[int, str] = {}


def lay_out(
    roots: Sequence[int],
    below: Below,
    size: Point,
    *,
    folded: Collection[int] = (),
    spacing: Spacing = USUAL,
    aside: Below = NOBODY,
    leaves: Mapping[int, str] = ASKED_NOWHERE,
) -> TidyLayout:
    """Lay out a forest of boxes of one size. What lies below a folded box is not shown.

    `aside` has what stands beside a box; nothing hangs below that. `leaves` asks for COLUMN or ROW
    below a box and everything under it, until another is asked for.
    """
    return Layouter(size, spacing).lay_out(roots, below, folded=folded, aside=aside, leaves=leaves)


class Layouter:
    """Lays out one chart again and again: subtrees that are as they were are not made anew."""

    def __init__(self, size: Point, spacing: Spacing = USUAL) -> None:
        self._shaper, self._spacing = Shaper(size, spacing), spacing
        self._known: dict[int, Subtree] = {}

    def lay_out(
        self,
        roots: Sequence[int],
        below: Below,
        *,
        folded: Collection[int] = (),
        aside: Below = NOBODY,
        leaves: Mapping[int, str] = ASKED_NOWHERE,
    ) -> TidyLayout:
        """The same as the function, which remembers nothing."""
        forest = _Forest(below, frozenset(folded), aside, leaves)
        self._known = self._made(roots, forest)
        trees = self._beside([self._known[root] for root in roots])
        return TidyLayout(trees, self._shaper, forest.hidden(self._known))

    def _made(self, roots: Sequence[int], forest: "_Forest") -> dict[int, Subtree]:
        """The subtrees that are more than one box, and the roots.

        From the leaves up, without recursion: a line of command may be long.
        """
        made: dict[int, Subtree] = {}
        for key, asked in reversed(forest.asked(roots).items()):
            parts = forest.parts(key, asked, made)
            known = self._known.get(key)
            if not known or known.parts != parts:
                known = self._shaper.subtree(key, parts)
            made[key] = known
        return made

    def _beside(self, trees: Sequence[Subtree]) -> list[Standing]:
        """The trees beside each other; a box may stand further left than its tree's root."""
        if not trees:
            return []
        places = set_beside(trees, self._spacing.roots)[0]
        least = min(x + tree.west for x, tree in zip(places, trees, strict=True))
        return [Standing(tree, x - least, 0.0) for x, tree in zip(places, trees, strict=True)]


class _Forest(NamedTuple):
    """What is to be laid out."""

    below: Below
    folded: frozenset[int]
    aside: Below
    leaves: Mapping[int, str]

    def children(self, key: int) -> Sequence[int]:
        """Those shown below a box."""
        return () if key in self.folded else self.below.get(key, ())

    def parts(self, key: int, asked: str, made: Mapping[int, Subtree]) -> Parts:
        """What the subtree of a box is made of, with those made below it."""
        below = tuple(self.children(key))
        larger = {each: made[each] for each in below if each in made}
        aside = tuple(self.aside.get(key, ()))
        leaf = not self.below.get(key) and not aside
        return Parts(below, larger, aside, asked, leaf)

    def asked(self, roots: Sequence[int]) -> dict[int, str]:
        """How leaves are to be laid out below the roots and the boxes that are no leaves.

        What is above comes before what is below.
        """
        found: dict[int, str] = {}
        around = self.below.keys() | self.aside.keys()
        waiting = [(root, "") for root in roots]
        while waiting:
            key, above = waiting.pop()
            found[key] = how = self.leaves.get(key, above)
            waiting += [(each, how) for each in self.children(key) if each in around]
        return found

    def hidden(self, shown: Collection[int]) -> dict[int, int]:
        """How many lie below each folded box that is shown, folded or not."""
        return {
            key: self._count(key) for key in self.folded if key in shown and self.below.get(key)
        }

    def _count(self, key: int) -> int:
        found, waiting = 0, list(self.below.get(key, ()))
        while waiting:
            found += 1
            waiting += self.below.get(waiting.pop(), ())
        return found
