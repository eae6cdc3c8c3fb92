"""Boxes, lines and words of a chart, drawn as vectors."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject
from reportlab.platypus import Flowable

from lean_desktop.handouts.org_chart_layer import PAD, Layer
from lean_desktop.handouts.org_chart_pages import ChartPage
from lean_desktop.handouts.org_chart_words import LEADING, Word, Words
from lean_desktop.handouts.type import INK
from lean_desktop.i18n import Language
from lean_desktop.layout.boxes import Place

DASHED, DOTTED = (3, 2), (1.5, 2)
LINE_WIDTH, IMPROVING_WIDTH = 0.7, 1.2
SQUARE, ROUND = 1.5, 6.0

_DESCENT = 2.3
"""From the foot of a line of text to where its letters stand."""


class Reference(NamedTuple):
    """On which page, counted from 1, what a folded box leaves out is, and how many boxes."""

    page: int
    boxes: int


class Drawing(Flowable):
    """One page of a chart, in the middle of the width it is given, `scale` times as large."""

    def __init__(
        self,
        layer: Layer,
        page: ChartPage,
        scale: float,
        references: Callable[[int], Reference],
        words: Words,
        t: Language,
    ) -> None:
        super().__init__()
        self._layer, self._page, self._scale = layer, page, scale
        self._references, self._words, self._t = references, words, t

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self._left = (width - self._page.layout.width * self._scale) / 2
        self._top = self._page.layout.height * self._scale
        return width, self._top

    def draw(self) -> None:
        canvas, layout = self.canv, self._page.layout
        canvas.saveState()
        canvas.setStrokeColor(INK)
        canvas.setFillColor(INK)
        canvas.setLineWidth(IMPROVING_WIDTH if self._layer.improving else LINE_WIDTH)
        self._draw_dotted(canvas)
        _draw_ways(canvas, map(self._on_paper, (line.points for line in layout.lines)))
        self._draw_boxes(canvas)
        self._write(canvas)
        canvas.restoreState()

    def _draw_dotted(self, canvas: Canvas) -> None:
        """Dotted lines go from middle to middle, behind the boxes."""
        places = self._page.layout.places
        ways = [
            self._on_paper([_middle(places[one]), _middle(places[other])])
            for one, other in self._layer.chart.dotted
            if one in places and other in places
        ]
        canvas.setDash(*DOTTED)
        _draw_ways(canvas, ways)
        canvas.setDash()

    def _draw_boxes(self, canvas: Canvas) -> None:
        """All with a line around them in one go, then those with a dashed line."""
        boxes = self._layer.chart.boxes
        held, vacant = canvas.beginPath(), canvas.beginPath()
        radius = (ROUND if self._layer.improving else SQUARE) * self._scale
        for key, place in self._page.layout.places.items():
            x, y = self._point(place.x, place.y + place.height)
            wide, high = place.width * self._scale, place.height * self._scale
            path = vacant if boxes[key].vacant else held
            path.roundRect(x, y, wide, high, radius)
        canvas.setFillGray(1)
        canvas.drawPath(held, stroke=1, fill=1)
        canvas.setDash(*DASHED)
        canvas.drawPath(vacant, stroke=1, fill=1)
        canvas.setDash()
        canvas.setFillColor(INK)

    def _write(self, canvas: Canvas) -> None:
        writing = Writing(canvas)
        places = self._page.layout.places
        for key in self._layer.in_reading_order(places):
            told, place = list(self._layer.told[key]), places[key]
            if key in self._page.folded:
                told.append(self._reference(canvas, key, place))
            self._write_box(writing, told, place)
        writing.end()

    def _write_box(self, writing: "Writing", told: Sequence[Word], place: Place) -> None:
        scale, room = self._scale, (place.width - 2 * PAD) * self._scale
        top = place.y + (place.height - len(told) * LEADING) / 2
        for number, word in enumerate(told, 1):
            x, y = self._point(place.x + PAD, top + number * LEADING - _DESCENT)
            writing.write(word.fitted(room, scale), x, y)

    def _reference(self, canvas: Canvas, key: int, place: Place) -> Word:
        """Where the branch goes on; one comes there by the box on a screen."""
        there = self._references(key)
        left, low = self._point(place.x, place.y + place.height)
        right, high = self._point(place.x + place.width, place.y)
        canvas.linkRect("", destination(there.page), (left, low, right, high), relative=1)
        return self._words.reference(there.boxes, there.page)

    def _on_paper(self, points: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
        return [self._point(*point) for point in points]

    def _point(self, x: float, y: float) -> tuple[float, float]:
        """A point of the chart, which counts downwards, on the paper."""
        return self._left + x * self._scale, self._top - y * self._scale


class Writing:
    """Words put on a page one after the other; the font is only named where it changes."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._text: PDFTextObject = canvas.beginText()
        self._font: Any = None

    def write(self, word: Word, x: float, y: float) -> None:
        """Put a word where it begins."""
        self._text.setTextOrigin(x, y)
        for run, font in word.runs:
            if self._font != (font, word.size):
                self._font = font, word.size
                self._text.setFont(font, word.size)
            self._text.textOut(run)

    def end(self) -> None:
        """Let all of it appear."""
        self._canvas.drawText(self._text)


class Destination(Flowable):
    """What a reference to a page leads to; takes no room."""

    def __init__(self, page: int) -> None:
        super().__init__()
        self._page = page

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        return 0, 0

    def draw(self) -> None:
        self.canv.bookmarkPage(destination(self._page))


def destination(page: int) -> str:
    """The name by which links know a page of the chart."""
    return f"chart-{page}"


def _draw_ways(canvas: Canvas, ways: Iterable[Sequence[tuple[float, float]]]) -> None:
    path = canvas.beginPath()
    for first, *others in ways:
        path.moveTo(*first)
        for point in others:
            path.lineTo(*point)
    canvas.drawPath(path)


def _middle(place: Place) -> tuple[float, float]:
    return place.x + place.width / 2, place.y + place.height / 2
