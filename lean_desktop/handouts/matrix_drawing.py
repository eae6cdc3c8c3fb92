"""The signs of the matrix as forms of a PDF: each is drawn once, and then only placed."""

from typing import Any

from reportlab.lib.colors import black, white

from lean_desktop.domain.competence.levels import HIGHEST
from lean_desktop.domain.competence.papers import PaperCell
from lean_desktop.handouts.type import INK, RULE, RULE_STRONG, STRONG

RADIUS, OUTSIDE = 4.2, 6.2
"""Points of a ball, and of the arc that says what is missing."""

BOX = 9.0


def form_name(cell: PaperCell) -> str:
    """The name of the form of a cell that looks so."""
    level = "n" if cell.level is None else cell.level
    state = f"{int(cell.expired)}{int(cell.exempt)}"
    return f"ball-{level}-{cell.target}-{state}-{cell.mark.encode().hex()}"


def make_form(canvas: Any, cell: PaperCell) -> None:
    """Draw the form of such cells, with its middle in the origin."""
    canvas.beginForm(form_name(cell), -BOX, -BOX, BOX, BOX)
    if cell.exempt:
        _bar(canvas)
    elif cell.level is None and not cell.target:
        canvas.setFillColor(RULE_STRONG)
        canvas.circle(0, 0, 0.5, stroke=0, fill=1)
    elif cell.mark:
        canvas.setFillColor(INK)
        canvas.setFont(STRONG, 7.5)
        canvas.drawCentredString(0, -2.6, cell.mark)
    else:
        _ball(canvas, cell)
    _arc(canvas, cell)
    canvas.endForm()


def _ball(canvas: Any, cell: PaperCell) -> None:
    level = cell.level or 0
    canvas.setLineWidth(0.5)
    canvas.setStrokeColor(RULE_STRONG if cell.expired or not level else black)
    canvas.setFillColor(white)
    if cell.expired:
        canvas.setDash(1, 1.2)
        canvas.setFillColor(RULE)
    canvas.circle(0, 0, RADIUS, stroke=1, fill=1)
    canvas.setDash()
    if cell.expired or not level:
        return
    canvas.setFillColor(black)
    if level >= HIGHEST:
        canvas.circle(0, 0, RADIUS, stroke=0, fill=1)
    else:
        corner = (-RADIUS, -RADIUS, RADIUS, RADIUS)
        canvas.wedge(*corner, 90, -90 * level, stroke=0, fill=1)


def _arc(canvas: Any, cell: PaperCell) -> None:
    """From the level to the target, clockwise from the top."""
    if not cell.missing:
        return
    begun = cell.target - cell.missing
    canvas.setLineWidth(1.1)
    canvas.setStrokeColor(black)
    corner = (-OUTSIDE, -OUTSIDE, OUTSIDE, OUTSIDE)
    canvas.arc(*corner, 90 - 90 * begun, -90 * cell.missing)


def _bar(canvas: Any) -> None:
    canvas.setLineWidth(1)
    canvas.setStrokeColor(RULE_STRONG)
    canvas.line(-3, 0, 3, 0)
