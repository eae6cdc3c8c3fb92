"""The way from the top down to one's own place, as a row of boxes with lines between."""

from collections.abc import Sequence
from typing import NamedTuple

from reportlab.platypus import Flowable, Paragraph

from lean_desktop.handouts.type import INK, SHADE, STRONG, paragraph, spans

LONGEST = 5
"""Boxes in a row; more would be too narrow to read."""

_APART, _WIDEST, _INSIDE = 14, 170, 6


class Link(NamedTuple):
    """One box: the small line over the name. `own` is the place it is all about."""

    over: str
    name: str
    own: bool = False
    vacant: bool = False


class Chain(Flowable):
    """A row of boxes, the top at the left. `rounded` is for groups, as in every chart."""

    def __init__(self, links: Sequence[Link], *, rounded: bool = False) -> None:
        super().__init__()
        self._links = links
        self._radius = 6 if rounded else 1.5
        self._told = [_told(link) for link in links]

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        count = len(self._links)
        self._wide = min((width - _APART * (count - 1)) / count, _WIDEST)
        inside = self._wide - 2 * _INSIDE
        heights = [sum(each.wrap(inside, height)[1] for each in told) for told in self._told]
        self._high = max(heights) + 2 * _INSIDE - 2
        return width, self._high

    def draw(self) -> None:
        for number, (link, told) in enumerate(zip(self._links, self._told, strict=True)):
            left = number * (self._wide + _APART)
            if number:
                self.canv.setLineWidth(0.75)
                self.canv.line(left - _APART, self._high / 2, left, self._high / 2)
            self._draw_box(link, left)
            y = self._high - _INSIDE + 1
            for each in told:
                y -= each.height
                each.drawOn(self.canv, left + _INSIDE, y)

    def _draw_box(self, link: Link, left: float) -> None:
        self.canv.saveState()
        self.canv.setStrokeColor(INK)
        self.canv.setFillColor(SHADE)
        self.canv.setLineWidth(1.5 if link.own else 0.75)
        if link.vacant:
            self.canv.setDash(3, 2)
        box = left, 0, self._wide, self._high, self._radius
        self.canv.roundRect(*box, stroke=1, fill=int(link.own))
        self.canv.restoreState()


def _told(link: Link) -> list[Paragraph]:
    told = [paragraph(link.over, "foot")] if link.over else []
    return [*told, spans([(link.name, STRONG)], "small" if len(link.name) > 40 else "body")]
