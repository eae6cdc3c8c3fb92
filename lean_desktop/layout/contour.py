"""The outline of one side of a subtree, from the top down, so that subtrees can be set close."""

from typing import NamedTuple


class Step(NamedTuple):
    """From a height to a height, the outline lies at `x`."""

    top: float
    bottom: float
    x: float


class Contour:
    """`steps` with the topmost last, moved as a whole by an offset that is added when asked.

    Joining two costs as much as the lower of them has steps, so a whole tree takes linear time
    (after Reingold and Tilford 1981, and van der Ploeg 2014 for boxes at any height).
    """

    __slots__ = ("dx", "dy", "steps")

    def __init__(self, step: Step) -> None:
        self.steps = [step]
        self.dx = self.dy = 0.0

    @property
    def bottom(self) -> float:
        """The lowest height it reaches."""
        return self.steps[0].bottom + self.dy

    @property
    def least(self) -> float:
        """How far left it reaches."""
        return min(step.x for step in self.steps) + self.dx

    def move(self, dx: float, dy: float) -> None:
        """Move it whole."""
        self.dx += dx
        self.dy += dy

    def put_on_top(self, step: Step) -> None:
        """Add a step above all others."""
        self.steps.append(Step(step.top - self.dy, step.bottom - self.dy, step.x - self.dx))

    def covered_by(self, over: "Contour") -> None:
        """Take the other's steps for as far down as it reaches; below that this one stays."""
        end = over.bottom
        while self.steps and self.steps[-1].bottom + self.dy <= end:
            self.steps.pop()
        if self.steps and self.steps[-1].top + self.dy < end:
            self.steps[-1] = self.steps[-1]._replace(top=end - self.dy)
        dx, dy = over.dx - self.dx, over.dy - self.dy
        self.steps += [Step(top + dy, bottom + dy, x + dx) for top, bottom, x in over.steps]

    def distance(self, left: "Contour") -> float:
        """How far this one must move right so that it touches the one at its left nowhere."""
        most = float("-inf")
        mine, others = len(self.steps) - 1, len(left.steps) - 1
        while mine >= 0 and others >= 0:
            top, bottom, x = self.steps[mine]
            other_top, other_bottom, other_x = left.steps[others]
            first, last = top + self.dy, bottom + self.dy
            other_first, other_last = other_top + left.dy, other_bottom + left.dy
            if first < other_last and other_first < last:
                most = max(most, other_x + left.dx - x - self.dx)
            if last <= other_last:
                mine -= 1
            if other_last <= last:
                others -= 1
        return most
