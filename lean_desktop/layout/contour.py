"""The outline of one side of a subtree, from the top down, so that subtrees can be set close.

An outline is never changed: another is made that goes on with what is left of it, moved. So the
outlines of all subtrees can be kept, and joining two costs as much as the one that ends higher has
steps; a whole tree takes linear time (after Reingold and Tilford 1981, and van der Ploeg 2014 for
boxes at any height).
"""

from typing import NamedTuple, Optional


class Step(NamedTuple):
    """From a height to a height the outline lies at `x`; it goes on `below`, moved by dx and dy."""

    top: float
    bottom: float
    x: float
    below: Optional["Step"] = None
    dx: float = 0.0
    dy: float = 0.0


def distance(outline: Step, left: Step, left_x: float) -> float:
    """How far right an outline must move so that it touches nowhere the one that lies at `left_x`."""
    most = float("-inf")
    mine: Step | None = outline
    other: Step | None = left
    x = y = other_y = 0.0
    other_x = left_x
    while mine and other:
        first, last = mine.top + y, mine.bottom + y
        other_first, other_last = other.top + other_y, other.bottom + other_y
        if first < other_last and other_first < last:
            most = max(most, other.x + other_x - mine.x - x)
        if last <= other_last:
            x, y, mine = x + mine.dx, y + mine.dy, mine.below
        if other_last <= last:
            other_x, other_y, other = other_x + other.dx, other_y + other.dy, other.below
    return most


def covered(under: Step, over: Step, under_x: float) -> Step:
    """`over` as far down as it reaches, below that `under`, which lies so far right of it."""
    steps = flat(over)
    joined = _from(under, steps[-1][1], under_x)
    for top, bottom, x in reversed(steps):
        joined = Step(top, bottom, x, joined)
    return joined


def flat(outline: Step) -> list[tuple[float, float, float]]:
    """Top, bottom and x of each step."""
    found = []
    step: Step | None = outline
    x = y = 0.0
    while step:
        found.append((step.top + y, step.bottom + y, step.x + x))
        x, y, step = x + step.dx, y + step.dy, step.below
    return found


def _from(outline: Step, height: float, x: float) -> Step:
    """What reaches below a height, of an outline that does and lies at `x`."""
    step, y = outline, 0.0
    while step.bottom + y <= height and step.below:
        x, y, step = x + step.dx, y + step.dy, step.below
    top = max(height, step.top + y)
    return Step(top, step.bottom + y, step.x + x, step.below, step.dx + x, step.dy + y)
