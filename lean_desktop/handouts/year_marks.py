"""Marks in black on white, told apart by their shapes alone, and what is written beside them."""

from collections.abc import Sequence

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from lean_desktop.domain.meeting_year import Standing
from lean_desktop.handouts.page import Area
from lean_desktop.handouts.type import (
    BOLD,
    INK,
    REGULAR,
    RULE,
    SHADE,
    runs,
    style,
    width_of,
)

FIGURE = 7.0
"""The smallest type there may be on paper, in points."""

_WHITE = 1

_HATCH = 4
"""Points between the lines of a hatch."""


def draw_mark(canvas: Canvas, x: float, y: float, side: float, standing: Standing) -> None:
    """A mark whose middle is there, in a square of that side."""
    canvas.setStrokeColor(INK)
    canvas.setFillColor(INK)
    _DRAW[standing](canvas, x, y, side / 2)


def draw_clash(canvas: Canvas, right: float, top: float, side: float) -> None:
    """A triangle whose upper right corner is that."""
    canvas.setFillColor(INK)
    _draw_way(canvas, [(right - side, top - side), (right, top - side), (right - side / 2, top)])


def write(canvas: Canvas, x: float, y: float, text: str, look: str) -> None:
    """One line that begins there, or that ends there in a look set to the right."""
    chosen = style(look)
    x -= width_of(text, look) if look.endswith("_right") else 0
    canvas.setFillColor(chosen.textColor)
    for run, font in runs(text, chosen.fontName):
        canvas.setFont(font, chosen.fontSize)
        canvas.drawString(x, y, run)
        x += stringWidth(run, font, chosen.fontSize)


def write_figure(canvas: Canvas, x: float, y: float, told: str, *, strong: bool = False) -> None:
    """Figures of the smallest size, whose middle is there."""
    canvas.setFillColor(INK)
    canvas.setFont(BOLD if strong else REGULAR, FIGURE)
    canvas.drawCentredString(x, y - FIGURE * 0.36, told)


def shade(canvas: Canvas, place: Area, *, whole: bool) -> None:
    """Grey where some days of a week are closed, hatched where all are."""
    canvas.saveState()
    canvas.setFillColor(SHADE)
    canvas.rect(*place, stroke=0, fill=1)
    if whole:
        _hatch(canvas, place)
    canvas.restoreState()


def ring(canvas: Canvas, x: float, y: float, half: float) -> None:
    """A hollow circle, white inside whatever the ground is."""
    canvas.setFillGray(_WHITE)
    canvas.setLineWidth(1)
    canvas.circle(x, y, half - 0.5, stroke=1, fill=1)


def square(canvas: Canvas, x: float, y: float, half: float) -> None:
    """A filled square."""
    canvas.rect(x - half, y - half, 2 * half, 2 * half, stroke=0, fill=1)


def _disc(canvas: Canvas, x: float, y: float, half: float) -> None:
    canvas.circle(x, y, half, stroke=0, fill=1)


def _small_ring(canvas: Canvas, x: float, y: float, half: float) -> None:
    canvas.setFillGray(_WHITE)
    canvas.setLineWidth(0.6)
    canvas.circle(x, y, half * 0.55, stroke=1, fill=1)


def _cross(canvas: Canvas, x: float, y: float, half: float) -> None:
    canvas.setLineWidth(1.1)
    arm = half * 0.85
    canvas.line(x - arm, y - arm, x + arm, y + arm)
    canvas.line(x - arm, y + arm, x + arm, y - arm)


def _play(canvas: Canvas, x: float, y: float, half: float) -> None:
    _draw_way(canvas, [(x - half, y + half), (x + half, y), (x - half, y - half)])


_DRAW = {
    Standing.HELD: _disc,
    Standing.UNDER_WAY: _play,
    Standing.CALLED: ring,
    Standing.DRAFT: _small_ring,
    Standing.CANCELLED: _cross,
    Standing.MISSED: square,
}


def _draw_way(canvas: Canvas, points: Sequence[tuple[float, float]]) -> None:
    path = canvas.beginPath()
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    path.close()
    canvas.drawPath(path, stroke=0, fill=1)


def _hatch(canvas: Canvas, place: Area) -> None:
    """Lines from the lower left to the upper right, in step with those of the rows beside."""
    outline = canvas.beginPath()
    outline.rect(*place)
    canvas.clipPath(outline, stroke=0, fill=0)
    canvas.setStrokeColor(RULE)
    canvas.setLineWidth(0.4)
    left, bottom, wide, high = place
    begin = int((left - bottom - high) // _HATCH)
    for number in range(begin, int((left + wide - bottom) // _HATCH) + 1):
        offset = number * _HATCH
        canvas.line(bottom + offset, bottom, bottom + high + offset, bottom + high)
