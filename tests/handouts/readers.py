"""Reads a PDF back: its words with their places, its fonts, its outline."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium
from pypdf import PdfReader

POINTS_PER_MM = 72 / 25.4


class Glyph(NamedTuple):
    """One visible letter and its box in points; the origin is the lower left corner."""

    page: int
    letter: str
    left: float
    bottom: float
    right: float
    top: float


def text_of(pdf: bytes, page: int | None = None) -> str:
    """What can be selected, on one page or on all, with blanks and line ends made alike."""
    pages = PdfReader(BytesIO(pdf)).pages
    chosen = pages if page is None else [pages[page]]
    return " ".join(" ".join(each.extract_text() for each in chosen).split())


def pages_of(pdf: bytes) -> int:
    """How many pages there are."""
    return len(PdfReader(BytesIO(pdf)).pages)


def glyphs_of(pdf: bytes) -> Iterator[Glyph]:
    """Every letter that leaves ink, as PDFium lays it out; the feet included."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        for number, page in enumerate(document):
            words = page.get_textpage()
            for index in range(words.count_chars()):
                letter = chr(pdfium.FPDFText_GetUnicode(words, index))
                if not letter.isspace():
                    yield Glyph(number, letter, *words.get_charbox(index))
            words.close()
            page.close()
    finally:
        document.close()


def fonts_of(pdf: bytes) -> dict[str, bool]:
    """The fonts by name without their subset's tag, and whether each is embedded."""
    found: dict[str, bool] = {}
    for page in PdfReader(BytesIO(pdf)).pages:
        for font in _resources(page, "/Font"):
            name = str(font["/BaseFont"]).lstrip("/").rpartition("+")[2]
            found[name] = "/FontFile2" in font["/FontDescriptor"]
    return found


def outline_of(pdf: bytes) -> list[tuple[int, str, int]]:
    """Level, title and page of every bookmark, in order."""
    reader = PdfReader(BytesIO(pdf))
    return list(_outline(reader, reader.outline, 0))


def _outline(reader: PdfReader, entries: list[Any], level: int) -> Iterator[tuple[int, str, int]]:
    for entry in entries:
        if isinstance(entry, list):
            yield from _outline(reader, entry, level + 1)
        else:
            yield level, str(entry.title), reader.get_destination_page_number(entry) or 0


def _resources(holder: Any, kind: str) -> Iterator[Any]:
    """The resources of a page and of the forms it draws."""
    own = holder["/Resources"].get_object()
    for each in own.get(kind, {}).values():
        yield each.get_object()
    for drawn in own.get("/XObject", {}).values():
        if "/Resources" in drawn.get_object():
            yield from _resources(drawn.get_object(), kind)
