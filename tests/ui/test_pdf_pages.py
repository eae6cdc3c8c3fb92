"""Pages of a PDF as pictures and as words."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage

from lean_desktop.ui.pdf_pages import PdfPages
from tests.ui.pdfs import opened, small_pdf

BLACK, WHITE = QColor("black"), QColor("white")


def differing(one: QImage, other: QImage) -> float:
    """The share of bytes that are not equal."""
    pairs = zip(bytes(one.constBits()), bytes(other.constBits()), strict=True)
    return sum(a != b for a, b in pairs) / one.sizeInBytes()


@pytest.fixture
def pages() -> Iterator[PdfPages]:
    with opened(small_pdf()) as pages:
        yield pages


def test_counts_and_measures(pages: PdfPages) -> None:
    assert len(pages) == 2
    assert round(pages.points(0).width()) == 595
    assert pages.pixels(0, 2.0).width() == 1191


def test_draws_the_page(pages: PdfPages) -> None:
    image = pages.picture(0, 1.5)
    assert image.size() == pages.pixels(0, 1.5)
    assert image.pixelColor(20, 20) == BLACK
    assert image.pixelColor(150, 20) == WHITE


@pytest.mark.parametrize("scale", [0.37, 1.0, 1.3333333, 2.77, 8.3333])
def test_pieces_make_up_the_whole(pages: PdfPages, scale: float) -> None:
    whole = pages.picture(0, scale)
    for area in (QRect(0, 0, 101, 57), QRect(31, 17, 97, 83), QRect(200, 300, 9000, 9000)):
        piece, same = pages.picture(0, scale, area), whole.copy(area & whole.rect())
        assert piece.size() == same.size()
        assert differing(piece, same) < 0.0001  # A letter cut in two may fall a hair otherwise.


def test_reads_the_words(pages: PdfPages) -> None:
    assert "Agenda 2" in pages.text(1)


def test_other_bytes_are_refused() -> None:
    with pytest.raises(ValueError, match="PDF"):
        PdfPages(b"no pdf")
