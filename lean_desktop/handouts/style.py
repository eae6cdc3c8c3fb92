"""The page: margins, head and foot, tables that repeat their heads, lines to write on."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from reportlab.lib.pagesizes import A3, A4
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    Image,
    PageTemplate,
    Spacer,
    Table,
    TableStyle,
)

from lean_desktop.handouts.sheet import Sheet
from lean_desktop.handouts.type import INK, RULE, RULE_STRONG, paragraph, style
from lean_desktop.i18n import Language

SIZES = {"A4": A4, "A3": A3}
MARGINS = {"A4": (16, 15, 18, 22), "A3": (13, 13, 16, 16)}
"""Top, right, bottom and left, in millimetres; the left one is for binding."""

TAGS = {"nb": "nb-NO", "en": "en-GB"}
LOGO = (34 * mm, 12 * mm)
GAP = 12
LINE = 22
"""Points between lines to write on."""


def build(
    story: Sequence[Flowable], sheet: Sheet, t: Language, *, title: str, scope: str = ""
) -> bytes:
    """The PDF of a story. `title` goes into its metadata, `scope` into its foot."""
    whole = BytesIO()
    size = SIZES[sheet.paper]
    top, right, bottom, left = (margin * mm for margin in MARGINS[sheet.paper])
    document = BaseDocTemplate(
        whole,
        pagesize=size,
        title=title,
        author=sheet.owner,
        subject=scope or title,
        creator="Lean Desktop",
        lang=TAGS[t.code],
        invariant=1,
    )
    frame = Frame(
        left,
        bottom,
        size[0] - left - right,
        size[1] - top - bottom,
        *(0, 0, 0, 0),
    )
    document.addPageTemplates(PageTemplate(frames=[frame]))
    foot = " · ".join(filter(None, (sheet.owner, scope)))
    document.build(list(story), canvasmaker=_numbered(sheet, t, foot))
    return whole.getvalue()


def width(sheet: Sheet) -> float:
    """Points between the margins."""
    _top, right, _bottom, left = MARGINS[sheet.paper]
    return float(SIZES[sheet.paper][0] - (left + right) * mm)


def head(sheet: Sheet, kicker: str, title: str, right: Sequence[tuple[str, str]]) -> list[Flowable]:
    """Kicker and title at the left; logo and a few lines (text, look) at the right; a rule."""
    whole = width(sheet)
    side: list[Flowable] = [paragraph(text, f"{look}_right") for text, look in right]
    if sheet.logo:
        side.insert(0, _logo(sheet.logo))
    table = Table(
        [[[paragraph(kicker, "kicker"), paragraph(title, "title")], side]],
        colWidths=[whole * 0.64, whole * 0.36],
    )
    table.setStyle(
        TableStyle(
            [
                *_PLAIN,
                ("VALIGN", (0, 0), (-1, -1), "BOTTOM"),
                ("LINEBELOW", (0, 0), (-1, -1), 1.5, INK),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 7),
            ]
        )
    )
    return [Bookmark(title), table, Spacer(0, GAP)]


def heading(text: str) -> list[Flowable]:
    """A heading that is found in the outline too."""
    return [Spacer(0, GAP), Bookmark(text, level=1), paragraph(text, "heading"), Spacer(0, 4)]


def rows(
    heads: Sequence[Flowable], body: Sequence[Sequence[Any]], widths: Sequence[float]
) -> Table:
    """A table with hairlines; its head stands again on every page."""
    table = Table([list(heads), *body], colWidths=list(widths), repeatRows=1, splitInRow=1)
    table.setStyle(
        TableStyle(
            [
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("LEFTPADDING", (0, 0), (-1, -1), 0),
                ("RIGHTPADDING", (0, 0), (-1, -1), 8),
                ("TOPPADDING", (0, 0), (-1, -1), 4),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 5),
                ("RIGHTPADDING", (-1, 0), (-1, -1), 4),
                ("LINEBELOW", (0, 0), (-1, 0), 1, INK),
                ("LINEBELOW", (0, 1), (-1, -1), 0.5, RULE),
            ]
        )
    )
    return table


def facts(pairs: Sequence[tuple[str, str]], sheet: Sheet, columns: int = 1) -> Table:
    """Labels and what they say, in one or two columns; a long text keeps to its column."""
    whole = width(sheet)
    label = 62
    per = whole / columns
    cells = [[paragraph(name, "label"), paragraph(text)] for name, text in pairs]
    while len(cells) % columns:
        cells.append(["", ""])
    lines = [
        [cell for pair in cells[at : at + columns] for cell in pair]
        for at in range(0, len(cells), columns)
    ]
    table = Table(lines, colWidths=[label, per - label] * columns)
    table.setStyle(TableStyle([*_PLAIN, ("VALIGN", (0, 0), (-1, -1), "TOP")]))
    return table


class Bookmark(Flowable):
    """A place in the outline; takes no room."""

    def __init__(self, title: str, level: int = 0) -> None:
        super().__init__()
        self._title, self._level = title, level

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        return 0, 0

    def draw(self) -> None:
        key = f"{self.canv.getPageNumber()}-{id(self)}"
        self.canv.bookmarkPage(key)
        self.canv.addOutlineEntry(self._title, key, self._level)


class Goal(Flowable):
    """A paragraph with a thick bar at its left."""

    def __init__(self, inside: Flowable) -> None:
        super().__init__()
        self._inside = inside

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        _, self._height = self._inside.wrap(width - 10, height)
        return width, self._height + 4

    def split(self, width: float, height: float) -> list[Flowable]:
        return [Goal(part) for part in self._inside.split(width - 10, height - 4)]

    def draw(self) -> None:
        self.canv.setFillColor(INK)
        self.canv.rect(0, 0, 2, self._height + 4, stroke=0, fill=1)
        self._inside.drawOn(self.canv, 10, 2)


class WritingLines(Flowable):
    """A heading and lines to write on, as many as there is room for; nothing where there is none.

    With `columns` (heading, share of the width) each line has room for each of them.
    """

    def __init__(
        self, title: str, columns: Sequence[tuple[str, float]] = (), most: int = 40, least: int = 2
    ) -> None:
        super().__init__()
        self._title = paragraph(title, "heading")
        self._columns = columns
        self._most, self._least = most, least

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self._width = width
        _, self._head = self._title.wrap(width, height)
        self._head += GAP + (12 if self._columns else 0)
        room = int((height - self._head - 2) // LINE)
        self._count = min(self._most, room) if room >= self._least else 0
        return width, self._head + self._count * LINE if self._count else 0

    def draw(self) -> None:
        if not self._count:
            return
        top = self._head + self._count * LINE - GAP
        self._title.drawOn(self.canv, 0, top - self._title.height)
        self._draw_columns(top - self._title.height - 10)
        self.canv.setStrokeColor(RULE)
        self.canv.setLineWidth(0.5)
        for line in range(self._count):
            self.canv.line(0, line * LINE + 1, self._width, line * LINE + 1)

    def _draw_columns(self, y: float) -> None:
        begun = 0.0
        look = style("head")
        self.canv.setFont(look.fontName, look.fontSize)
        self.canv.setFillColor(look.textColor)
        for name, share in self._columns:
            self.canv.drawString(begun * self._width, y, name)
            begun += share


class Boxes(Flowable):
    """Small boxes to fill in by hand, each with its label before it."""

    def __init__(self, labels: Sequence[str]) -> None:
        super().__init__()
        self._labels = labels

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        return width, 18

    def draw(self) -> None:
        look = style("label")
        x = 0.0
        self.canv.setStrokeColor(RULE_STRONG)
        self.canv.setLineWidth(0.75)
        for label in self._labels:
            self.canv.setFont(look.fontName, look.fontSize)
            self.canv.setFillColor(look.textColor)
            self.canv.drawString(x, 4, label)
            x += self.canv.stringWidth(label, look.fontName, look.fontSize) + 6
            self.canv.roundRect(x, 0, 46, 16, 2)
            x += 46 + 18


_PLAIN = [
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 6),
    ("TOPPADDING", (0, 0), (-1, -1), 1),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
]


def _logo(png: bytes) -> Image:
    reader = ImageReader(BytesIO(png))
    wide, high = reader.getSize()
    scale = min(LOGO[0] / wide, LOGO[1] / high)
    return Image(BytesIO(png), wide * scale, high * scale, hAlign="RIGHT")


def _numbered(sheet: Sheet, t: Language, foot: str) -> type[Canvas]:
    """A canvas that keeps its pages until their number is known, then writes their feet."""

    class Numbered(Canvas):
        def __init__(self, *args: Any, **kwargs: Any) -> None:
            super().__init__(*args, **kwargs)
            self._pages: list[dict[str, Any]] = []

        def showPage(self) -> None:  # noqa: N802 - ReportLab's name
            self._pages.append(dict(self.__dict__))
            self._startPage()

        def save(self) -> None:
            pages = self._pages
            for number, page in enumerate(pages, 1):
                self.__dict__.update(page)
                _draw_foot(self, sheet, t, foot, t("Page {n} of {all}", n=number, all=len(pages)))
                super().showPage()
            super().save()

    return Numbered


def _draw_foot(canvas: Canvas, sheet: Sheet, t: Language, foot: str, page: str) -> None:
    _top, right, _bottom, left = (margin * mm for margin in MARGINS[sheet.paper])
    wide = SIZES[sheet.paper][0]
    y = 12 * mm
    canvas.saveState()
    canvas.setStrokeColor(RULE_STRONG)
    canvas.setLineWidth(0.5)
    canvas.line(left, y + 11, wide - right, y + 11)
    printed = t(
        "Printed {day} {time}",
        day=t.date(sheet.printed.date()),
        time=t.time(sheet.printed),
    )
    third = (wide - left - right) / 3
    for text, look, x in (
        (foot, "footer", left),
        (printed, "footer", left + third * 1.5),
        (page, "footer_right", left + third * 2),
    ):
        written = paragraph(text, look)
        room = third * 1.45 if x == left else third
        _, high = written.wrap(room, 40)
        written.drawOn(canvas, x, y + 8 - high)
    canvas.restoreState()
