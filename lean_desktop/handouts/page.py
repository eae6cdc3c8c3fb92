"""The page: its size and margins, the foot with its page x of y, and what the file says of itself."""

from collections.abc import Sequence
from functools import partial
from io import BytesIO
from typing import Any, NamedTuple

from reportlab import rl_config
from reportlab.lib.pagesizes import A3, A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from lean_desktop.handouts.sheet import Sheet
from lean_desktop.handouts.type import REGULAR, RULE_STRONG, paragraph, plain, width_of
from lean_desktop.i18n import Language

rl_config.useA85 = 0
"""Streams go into the file as they are: as ASCII they would be a quarter larger, and take longer."""

SIZES = {"A4": A4, "A3": A3}
MARGINS = {"A4": (16, 15, 18, 22), "A3": (13, 13, 16, 16)}
"""Top, right, bottom and left, in millimetres; the left one is for binding."""

TAGS = {"nb": "nb-NO", "en": "en-GB"}

_FOOT = 8 * mm
"""From the lower edge of the sheet to the bottom of the foot."""


class Area(NamedTuple):
    """Where a page may be printed on, in points from its lower left corner."""

    left: float
    bottom: float
    width: float
    height: float


def size(sheet: Sheet) -> tuple[float, float]:
    """How wide and how high the paper is, in points."""
    wide, high = SIZES[sheet.paper]
    return (high, wide) if sheet.landscape else (wide, high)


def area(sheet: Sheet) -> Area:
    """The room between the margins."""
    wide, high = size(sheet)
    top, right, bottom, left = (margin * mm for margin in MARGINS[sheet.paper])
    return Area(left, bottom, wide - left - right, high - top - bottom)


def width(sheet: Sheet) -> float:
    """Points between the left and the right margin."""
    return area(sheet).width


def room(sheet: Sheet, scope: str, t: Language) -> Area:
    """The part of the area above the foot, which says `scope`: what a story may fill."""
    return _Foot(sheet, scope, t).above


def build(
    story: Sequence[Flowable], sheet: Sheet, t: Language, *, title: str, scope: str = ""
) -> bytes:
    """The PDF of a story. `title` goes into its metadata, `scope` into its foot."""
    whole = BytesIO()
    foot = _Foot(sheet, scope, t)
    document = BaseDocTemplate(
        whole,
        pagesize=size(sheet),
        title=plain(title),
        subject=plain(scope or title),
        author=plain(sheet.owner),
        creator="Lean Desktop",
        lang=TAGS[t.code],
        displayDocTitle=True,
        initialFontName=REGULAR,
        invariant=1,  # The same sheet is the same file, so what was looked at is what is saved.
    )
    frame = Frame(*foot.above, *(0, 0, 0, 0))
    document.addPageTemplates(PageTemplate(frames=[frame], onPage=foot.draw))
    document.build(list(story), canvasmaker=partial(_Canvas, foot, f"{sheet.printed:%Y%m%d%H%M%S}"))
    return whole.getvalue()


class Bookmark(Flowable):
    """A place in the outline; takes no room."""

    def __init__(self, title: str, level: int = 1) -> None:
        super().__init__()
        self._title, self._level = title, level

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        return 0, 0

    def draw(self) -> None:
        self.canv.mark(self._title, self._level)


class _Foot:
    """A rule with whose sheet it is, when it was printed, and the number of the page.

    `above` is the room it leaves: a text of more than two lines takes from the page.
    """

    def __init__(self, sheet: Sheet, scope: str, t: Language) -> None:
        self._room = area(sheet)
        self._t = t
        self._printed = t(
            "Printed {day} {time}",
            day=t.day(sheet.printed.date()),
            time=t.time(sheet.printed),
        )
        whose = " · ".join(filter(None, (sheet.owner, scope)))
        self._whose = paragraph(whose, "foot")
        beside = width_of(self._printed, "foot") + width_of(self.page(99, 99), "foot") + 40
        _, high = self._whose.wrap(self._room.width - beside, self._room.height)
        self._top = max(self._room.bottom - 16, _FOOT + high)
        left, bottom, wide, high = self._room
        lift = self._top + 16 - bottom
        self.above = Area(left, bottom + lift, wide, high - lift)

    def page(self, number: int, count: int) -> str:
        """`Page 1 of 3`."""
        return self._t("Page {n} of {all}", n=number, all=count)

    def draw(self, canvas: "_Canvas", document: BaseDocTemplate) -> None:
        """What is on every page; the number comes from a form that is drawn when all are done."""
        left, _, wide, _ = self._room
        canvas.setStrokeColor(RULE_STRONG)
        canvas.setLineWidth(0.5)
        canvas.line(left, self._top + 4, left + wide, self._top + 4)
        self._whose.drawOn(canvas, left, self._top - self._whose.height)
        self._draw_beside(canvas, self._printed, self._middle())
        canvas.doForm(f"page-{document.page}")

    def draw_number(self, canvas: "_Canvas", number: int, count: int) -> None:
        """The number of one page, at the right end."""
        text = self.page(number, count)
        right = self._room.left + self._room.width
        self._draw_beside(canvas, text, right - width_of(text, "foot"))

    def _middle(self) -> float:
        """Where the date begins, so that the gaps at its sides are alike."""
        begun = max(self._whose.getActualLineWidths0(), default=0)
        free = self._room.width - begun - width_of(self.page(1, 1), "foot")
        return self._room.left + begun + (free - width_of(self._printed, "foot")) / 2

    def _draw_beside(self, canvas: "_Canvas", text: str, x: float) -> None:
        written = paragraph(text, "foot")
        _, high = written.wrap(self._room.width, self._room.height)
        written.drawOn(canvas, x, self._top - high)


class _Canvas(Canvas):
    """Keeps the outline, and numbers the pages when it knows how many there are."""

    def __init__(self, foot: _Foot, printed: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._foot = foot
        self._marks = 0
        self.setDateFormatter(lambda *_: f"D:{printed}")

    def mark(self, title: str, level: int) -> None:
        """Put a place of this page, at the height where we draw, into the outline."""
        self._marks += 1
        key = f"place-{self._marks}"
        self.bookmarkHorizontal(key, 0, 0)
        self.addOutlineEntry(plain(title), key, level)

    def save(self) -> None:
        """Draw the forms that hold the page numbers, then write the file."""
        count = self.getPageNumber() - 1
        for number in range(1, count + 1):
            self.beginForm(f"page-{number}")
            self._foot.draw_number(self, number, count)
            self.endForm()
        super().save()
