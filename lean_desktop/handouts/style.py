"""What sheets are put together from: heads, headings, tables that repeat their heads, facts."""

from collections.abc import Callable, Sequence
from io import BytesIO
from typing import Any

from PIL import Image as Picture
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import CondPageBreak, Flowable, Image, Spacer, Table, TableStyle

from lean_desktop.handouts.page import Bookmark, width
from lean_desktop.handouts.sheet import Sheet
from lean_desktop.handouts.type import INK, RULE, SHADE, paragraph

GAP = 12
"""Points above a heading."""

TALL = 480
"""A row of more points may go on on the next page; every page has room for a lower one."""

_LOGO = (45 * mm, 13 * mm)
_LARGEST_LOGO = 4_000_000
"""Pixels; ours are far smaller, and a strange file must not make us unpack more."""

Mark = Callable[[Canvas, float], None]
"""Draws beside something of a height in points, whose lower left corner is the origin."""

BARE = [
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 8),
    ("TOPPADDING", (0, 0), (-1, -1), 1),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
    ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
]
"""A table without lines, close together."""

_HEAD = [
    *BARE,
    ("VALIGN", (0, 0), (-1, -1), "BOTTOM"),
    ("LINEBELOW", (0, 0), (-1, -1), 1.5, INK),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 7),
    ("ALIGN", (1, 0), (1, 0), "RIGHT"),
]
_ROWS = [
    *BARE,
    ("TOPPADDING", (0, 0), (-1, -1), 3),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
    ("RIGHTPADDING", (-1, 0), (-1, -1), 4),
    ("VALIGN", (0, 0), (-1, 0), "BOTTOM"),
    ("LINEBELOW", (0, 0), (-1, 0), 0.75, INK),
    ("NOSPLIT", (0, -2), (-1, -1)),
]
_RULED = [("LINEBELOW", (0, 1), (-1, -1), 0.5, RULE)]
_SHADED_END = [("BACKGROUND", (0, -1), (-1, -1), SHADE)]


class Rows(Table):
    """A table that moves a row whole to the next page, unless it is too tall for any page."""

    def split(self, width: float, height: float) -> list[Flowable]:
        self.splitInRow = 0
        parts: list[Flowable] = super().split(width, height)
        if not parts and height > TALL:
            self._let_go()
            parts = super().split(width, height)
        if not parts and max(self._rowHeights) > TALL:
            self._let_go()
            self.splitInRow = 1
            parts = super().split(width, height)
        return parts

    def _let_go(self) -> None:
        """Keep no rows together any more: kept together, they would fit nowhere."""
        self._nosplitCmds: list[object] = []
        self._nosplitRanges: dict[object, object] = {}
        self._rowNoSplitCells: set[object] = set()


def head(sheet: Sheet, kicker: str, title: str, right: Sequence[Flowable]) -> list[Flowable]:
    """Kicker and title at the left, the logo and a few lines at the right, and a strong rule."""
    whole = width(sheet)
    logo = _logo(sheet.logo) if sheet.logo else []
    table = Table(
        [[[paragraph(kicker, "kicker"), paragraph(title, "title")], [*logo, *right]]],
        colWidths=[whole * 0.62, whole * 0.38],
        style=TableStyle(_HEAD),
    )
    return [Bookmark(title, level=0), table, Spacer(0, GAP)]


def heading(text: str, look: str = "heading") -> list[Flowable]:
    """A heading, found in the outline too, that never stands alone at the end of a page."""
    return [
        CondPageBreak(80),
        Spacer(0, GAP),
        Bookmark(text),
        paragraph(text, look),
        Spacer(0, 4),
    ]


def rows(
    heads: Sequence[str],
    body: Sequence[Sequence[Any]],
    widths: Sequence[float],
    *,
    numbers: Sequence[int] = (),
    height: float | None = None,
    shade_end: bool = False,
    ruled: bool = True,
    look: str = "head",
) -> Table:
    """A table whose head, set in a look of its own, stands again on every page.

    `numbers` are the columns set to the right; `height` is that of every row, else each is as
    high as it must be. It has hairlines below its rows unless it is not to be `ruled`.
    """
    first = [
        paragraph(text, f"{look}_right" if column in numbers else look)
        for column, text in enumerate(heads)
    ]
    return Rows(
        [first, *body],
        colWidths=list(widths),
        rowHeights=[None, *[height] * len(body)],
        repeatRows=1,
        style=TableStyle([*_ROWS, *(_RULED if ruled else ()), *(_SHADED_END if shade_end else ())]),
    )


def cells(row: Sequence[str]) -> list[Flowable]:
    """A row of plain texts for `rows`."""
    return [paragraph(text) for text in row]


def facts(
    pairs: Sequence[tuple[str, str | Flowable]],
    sheet: Sheet,
    *,
    columns: int = 1,
    label: float = 66,
) -> Table:
    """Labels and what is said of each, in one or two columns; a long text keeps to its own.

    `label` is how wide a label may be, in points.
    """
    per = width(sheet) / columns
    told = [[paragraph(name, "label"), _told(text)] for name, text in pairs]
    told += [["", ""]] * (-len(told) % columns)
    lines = [
        [cell for pair in told[at : at + columns] for cell in pair]
        for at in range(0, len(told), columns)
    ]
    return Rows(
        lines,
        colWidths=[label, per - label] * columns,
        style=TableStyle(BARE),
    )


def points(lines: Sequence[str], look: str = "body") -> list[Flowable]:
    """Each line with a point before it."""
    return [Beside(paragraph(line, look), 10, point) for line in lines]


class Beside(Flowable):
    """Something with a mark drawn at its left, `indent` points wide."""

    def __init__(self, inside: Flowable, indent: float, mark: Mark, around: float = 0) -> None:
        super().__init__()
        self._inside, self._indent, self._mark, self._around = inside, indent, mark, around

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        _, high = self._inside.wrap(width - self._indent, height)
        self._height = high + 2 * self._around
        return width, self._height

    def split(self, width: float, height: float) -> list[Flowable]:
        parts = self._inside.split(width - self._indent, height - 2 * self._around)
        return [Beside(part, self._indent, self._mark, self._around) for part in parts]

    def draw(self) -> None:
        self.canv.saveState()
        self._mark(self.canv, self._height)
        self.canv.restoreState()
        self._inside.drawOn(self.canv, self._indent, self._around)


def bar(canvas: Canvas, height: float) -> None:
    """A thick bar, for what matters most on a sheet."""
    canvas.setFillColor(INK)
    canvas.rect(0, 0, 2, height, stroke=0, fill=1)


def point(canvas: Canvas, height: float) -> None:
    """A point, on the first line beside it."""
    canvas.setFillColor(INK)
    canvas.circle(2, height - 7.5, 1.25, stroke=0, fill=1)


def triangle(canvas: Canvas, height: float) -> None:
    """The sign of a warning, on the first line beside it."""
    low = height - 10
    path = canvas.beginPath()
    path.moveTo(0, low)
    path.lineTo(8, low)
    path.lineTo(4, low + 7)
    path.close()
    canvas.setFillColor(INK)
    canvas.drawPath(path, stroke=0, fill=1)


def _told(text: str | Flowable) -> Flowable:
    return paragraph(text) if isinstance(text, str) else text


def _logo(png: bytes) -> list[Flowable]:
    """The company's logo; nothing when the bytes are no picture we can read."""
    try:
        with Picture.open(BytesIO(png), formats=("PNG", "JPEG")) as picture:
            wide, high = picture.size
            if wide * high > _LARGEST_LOGO:
                return []
            picture.load()
    except Exception:  # Whatever a broken picture does to its reader, the sheet is printed.
        return []
    scale = min(_LOGO[0] / wide, _LOGO[1] / high)
    image = Image(BytesIO(png), wide * scale, high * scale, hAlign="RIGHT")
    return [image, Spacer(0, 6)]
