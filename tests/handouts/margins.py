"""Whether everything on the pages of a PDF stands where it may be printed."""

from lean_desktop.handouts.page import SIZES, area
from lean_desktop.handouts.sheet import Sheet
from tests.handouts.readers import glyphs_of

_OVER = 1.5
"""Points a letter may reach over: an accent above, or the side of a slanted one."""


def astray(pdf: bytes, sheet: Sheet) -> list[str]:
    """Letters outside the margins; the feet may stand lower, but on the sheet."""
    left, _, wide, _ = area(sheet)
    top = SIZES[sheet.paper][1]
    return [
        each.letter
        for each in glyphs_of(pdf)
        if each.left < left - _OVER
        or each.right > left + wide + _OVER
        or each.bottom < 0
        or each.top > top
    ]
