"""Reads a chart back from its PDF: every string and every box, with their places in points."""

import ctypes
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium


class Area(NamedTuple):
    """A rectangle; the origin is the lower left corner of the page."""

    left: float
    bottom: float
    right: float
    top: float

    def meets(self, other: "Area", by: float = 0.2) -> bool:
        """Whether the two overlap by more than a hair."""
        return (
            self.left < other.right - by
            and other.left < self.right - by
            and self.bottom < other.top - by
            and other.bottom < self.top - by
        )

    def holds(self, other: "Area") -> bool:
        """Whether the other lies inside."""
        return (
            self.left <= other.left
            and other.right <= self.right
            and self.bottom <= other.bottom
            and other.top <= self.top
        )


def meeting(areas: Iterable[Area]) -> Iterator[tuple[Area, Area]]:
    """Pairs that overlap."""
    waiting: list[Area] = []
    for area in sorted(areas):
        waiting = [each for each in waiting if each.right > area.left]
        yield from ((each, area) for each in waiting if each.meets(area))
        waiting.append(area)


class String(NamedTuple):
    """A text set in one go."""

    text: str
    area: Area
    font: str
    size: float


class Page(NamedTuple):
    """One page: its width and height, its boxes with round corners, and its strings."""

    size: tuple[float, float]
    boxes: list[Area]
    strings: list[String]


def drawn(pdf: bytes) -> list[Page]:
    """Every page, as PDFium sees it."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [_page(page) for page in document]
    finally:
        document.close()


def _page(page: Any) -> Page:
    words = page.get_textpage()
    boxes: list[Area] = []
    strings: list[String] = []
    for each in page.get_objects(max_depth=3):
        if each.type == pdfium.FPDF_PAGEOBJ_TEXT:
            strings += _string(each, words)
        elif each.type == pdfium.FPDF_PAGEOBJ_PATH:
            boxes += _boxes(each)
    words.close()
    return Page(page.get_size(), boxes, strings)


def _string(each: Any, words: Any) -> Iterator[String]:
    def read(into: Any, length: int) -> int:
        return int(pdfium.FPDFTextObj_GetText(each, words, into, length))

    buffer = ctypes.create_string_buffer(read(None, 0))
    read(ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), len(buffer))
    text = buffer.raw.decode("utf-16-le").rstrip("\0")
    size = ctypes.c_float()
    pdfium.FPDFTextObj_GetFontSize(each, size)
    if text.strip():
        yield String(text, Area(*each.get_bounds()), _font(each), round(size.value, 2))


def _font(each: Any) -> str:
    font = pdfium.FPDFTextObj_GetFont(each)
    name = ctypes.create_string_buffer(100)
    pdfium.FPDFFont_GetBaseFontName(font, name, len(name))
    return name.value.decode().rpartition("+")[2]


def _boxes(path: Any) -> Iterator[Area]:
    """The parts of a path that have curves: boxes with round corners, all in one path."""
    matrix = path.get_matrix()
    points: list[tuple[float, float]] = []
    curved = False
    for number in range(pdfium.FPDFPath_CountSegments(path)):
        segment = pdfium.FPDFPath_GetPathSegment(path, number)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            if curved:
                yield _around(points)
            points, curved = [], False
        x, y = ctypes.c_float(), ctypes.c_float()
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        points.append(matrix.on_point(x.value, y.value))
        curved = curved or kind == pdfium.FPDF_SEGMENT_BEZIERTO
    if curved:
        yield _around(points)


def _around(points: list[tuple[float, float]]) -> Area:
    across, up = zip(*points, strict=True)
    return Area(min(across), min(up), max(across), max(up))
