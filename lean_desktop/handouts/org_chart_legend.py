"""What the signs of the chart mean, in one line below it."""

from collections.abc import Sequence
from typing import NamedTuple

from reportlab.platypus import Flowable

from lean_desktop.handouts.org_chart_drawing import (
    DASHED,
    DOTTED,
    IMPROVING_WIDTH,
    LINE_WIDTH,
    ROUND,
    SQUARE,
    Writing,
)
from lean_desktop.handouts.org_chart_words import Words
from lean_desktop.handouts.type import INK

HEIGHT = 24.0
_WIDE, _HIGH, _APART = 20.0, 9.0, 20.0


class Sign(NamedTuple):
    """One sign: how thick its line is and how round, whether a box or a line, and its dashes."""

    text: str
    width: float = LINE_WIDTH
    radius: float = SQUARE
    box: bool = True
    dash: tuple[float, ...] = ()


def line_sign(text: str) -> Sign:
    """A box of the line."""
    return Sign(text)


def improvement_sign(text: str) -> Sign:
    """A box of the improvement organisation."""
    return Sign(text, IMPROVING_WIDTH, ROUND / 2)


def vacant_sign(text: str) -> Sign:
    """A box without anybody."""
    return Sign(text, dash=DASHED)


def dotted_sign(text: str) -> Sign:
    """A dotted line."""
    return Sign(text, box=False, dash=DOTTED)


def star_sign(text: str) -> Sign:
    """No more than words."""
    return Sign(f"* {text}", width=0)


class Legend(Flowable):
    """The signs side by side."""

    def __init__(self, signs: Sequence[Sign], words: Words) -> None:
        super().__init__()
        self._signs, self._words = signs, words

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        return width, HEIGHT

    def draw(self) -> None:
        x, writing = 0.0, Writing(self.canv)
        self.canv.setStrokeColor(INK)
        self.canv.setFillColor(INK)
        for sign in self._signs:
            if sign.width:
                self._draw_sign(sign, x)
                x += _WIDE + 5
            word = self._words.of(sign.text)
            writing.write(word, x, 4)
            x += word.width * word.size + _APART
        writing.end()

    def _draw_sign(self, sign: Sign, x: float) -> None:
        self.canv.saveState()
        self.canv.setLineWidth(sign.width)
        self.canv.setDash(*sign.dash)
        if sign.box:
            self.canv.roundRect(x, 2, _WIDE, _HIGH, sign.radius)
        else:
            self.canv.line(x, 2 + _HIGH / 2, x + _WIDE, 2 + _HIGH / 2)
        self.canv.restoreState()
