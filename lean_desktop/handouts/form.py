"""What is filled in by hand: boxes, rules to write on, and lines for as long as there is room."""

from collections.abc import Sequence

from reportlab.platypus import CondPageBreak, Flowable

from lean_desktop.handouts.style import GAP
from lean_desktop.handouts.type import RULE, RULE_STRONG, paragraph

LINE = 22.7
"""Points between lines to write on: eight millimetres."""

_APART = 10
TICK = 10
"""Points of a side of the square."""


class Box(Flowable):
    """A small box for a time of day, level with the label beside it and a little higher."""

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        return 56, 13.5

    def draw(self) -> None:
        self.canv.setStrokeColor(RULE_STRONG)
        self.canv.setLineWidth(0.75)
        self.canv.roundRect(0, -2.5, 56, 18, 2)


class Tick(Flowable):
    """A small square to tick."""

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        return TICK, 13.5

    def draw(self) -> None:
        self.canv.setStrokeColor(RULE_STRONG)
        self.canv.setLineWidth(0.75)
        self.canv.roundRect(0, 1.5, TICK, TICK, 1.5)


class Rule(Flowable):
    """A rule to write a name on, as high as a line of text."""

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self._width = min(width, 150)
        return self._width, 13.5

    def draw(self) -> None:
        self.canv.setStrokeColor(RULE)
        self.canv.setLineWidth(0.5)
        self.canv.line(0, 2, self._width, 2)


class Lines(Flowable):
    """A heading and lines to write on: as many as there is room for, nothing where there is not.

    With `columns` (heading, share of the width) each line is cut into one piece for each.
    """

    def __init__(
        self, title: str, columns: Sequence[tuple[str, float]] = (), *, most: int = 60, least: int
    ) -> None:
        super().__init__()
        self._title = title
        self._heading = paragraph(title, "heading")
        self._columns = columns or [("", 1.0)]
        self._heads = [paragraph(name, "head") for name, _ in columns]
        self._most, self._least = most, least

    def needed(self) -> CondPageBreak:
        """Goes before the lines so that they come on the next page when too few fit on this."""
        return CondPageBreak(self.least_height())

    def least_height(self) -> float:
        """Points it takes with as few lines as it may have."""
        return self._top() + self._least * LINE

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self._width = width
        self._heading.wrap(width, height)
        fit = int((height - self._top()) // LINE)
        self._count = min(self._most, fit) if fit >= self._least else 0
        return width, self._top() + self._count * LINE if self._count else 0

    def draw(self) -> None:
        if not self._count:
            return
        y = self._top() - GAP - 14 + self._count * LINE
        self._heading.drawOn(self.canv, 0, y)
        self.canv.saveState()
        self.canv.translate(0, y + 14)
        self.canv.mark(self._title, 1)
        self.canv.restoreState()
        self._draw_columns(y - 14)

    def _draw_columns(self, y: float) -> None:
        self.canv.setStrokeColor(RULE)
        self.canv.setLineWidth(0.5)
        left = 0.0
        for number, (_, share) in enumerate(self._columns):
            right = left + share * self._width
            if self._heads:
                self._heads[number].wrap(right - left, LINE)
                self._heads[number].drawOn(self.canv, left, y)
            end = right if number == len(self._columns) - 1 else right - _APART
            for line in range(self._count):
                self.canv.line(left, line * LINE + 1, end, line * LINE + 1)
            left = right

    def _top(self) -> float:
        """Height above the room of the first line."""
        return GAP + 14 + (14 if self._heads else 0)


class IfRoom(Flowable):
    """Things below each other where there is room for all of them, nothing where there is not."""

    def __init__(self, inside: Sequence[Flowable]) -> None:
        super().__init__()
        self._inside = inside

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        heights = [each.wrap(width, height)[1] for each in self._inside]
        self._heights = heights if GAP + sum(heights) <= height else []
        return width, GAP + sum(self._heights) if self._heights else 0

    def draw(self) -> None:
        top = sum(self._heights)
        for each, high in zip(self._inside, self._heights, strict=False):
            top -= high
            each.drawOn(self.canv, 0, top)
