"""Small PDFs for the tests of preview and print."""

import io
from contextlib import closing
from pathlib import Path

from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

from lean_desktop.ui.pdf_pages import PdfPages


def small_pdf(pages: int = 2, *, wide: bool = False, text: str = "Agenda") -> bytes:
    """So many A4 pages, each with a black square in its upper left corner and its number."""
    file = io.BytesIO()
    size = landscape(A4) if wide else A4
    canvas = Canvas(file, pagesize=size, invariant=1)
    for number in range(1, pages + 1):
        canvas.rect(0, size[1] - 72, 72, 72, stroke=0, fill=1)
        canvas.drawString(144, 400, f"{text} {number}")
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def opened(data: bytes | Path) -> "closing[PdfPages]":
    """The pages of a PDF, or of the file it is in, closed at the end of the block."""
    return closing(PdfPages(data.read_bytes() if isinstance(data, Path) else data))
