"""Lists on sheets: a table over the width of the page, or a sentence where there is nothing."""

from collections.abc import Sequence
from datetime import date

from reportlab.platypus import Flowable

from lean_desktop.handouts.page import width
from lean_desktop.handouts.sheet import Sheet
from lean_desktop.handouts.style import heading, rows
from lean_desktop.handouts.type import paragraph
from lean_desktop.i18n import Language

NOTHING = "–"


def listed(
    heads: Sequence[str],
    body: Sequence[Sequence[object]],
    shares: Sequence[float],
    sheet: Sheet,
    nothing: str,
) -> list[Flowable]:
    """A table whose columns take shares of the width; a sentence when it has no rows."""
    if not body:
        return [paragraph(nothing, "label")]
    whole = width(sheet)
    return [rows(heads, body, [share * whole for share in shares])]


def section(
    title: str,
    heads: Sequence[str],
    body: Sequence[Sequence[object]],
    shares: Sequence[float],
    sheet: Sheet,
) -> list[Flowable]:
    """A table under its heading; nothing at all when it has no rows."""
    return [*heading(title), *listed(heads, body, shares, sheet, NOTHING)] if body else []


def on_day(day: date | None, t: Language) -> str:
    """The day in figures, or nothing."""
    return t.date(day) if day else ""
