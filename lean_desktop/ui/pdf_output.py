"""Where a finished PDF goes: a name for its file, and onto a printer's paper."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter

from lean_desktop.domain.errors import KnownError
from lean_desktop.i18n import M_
from lean_desktop.ui.pdf_pages import PdfPages

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from lean_desktop.ui.work import Progress

FINEST = 600
"""Dots per inch beyond which office paper shows no difference, and spool files only grow."""

_BAND = 1024  # Rows of dots drawn at a time: a whole A3 page would be 280 MB.
_FORBIDDEN = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\.|$)")


def file_name(title: str) -> str:
    """A file name for a PDF of that title that every system accepts."""
    return f"{file_stem(title)}.pdf"


def file_stem(title: str) -> str:
    """What a file of that title may be called on every system, before its ending."""
    name = _FORBIDDEN.sub("-", title).strip(" .-")[:120].rstrip(" .") or "Lean Desktop"
    return f"{'_' if _RESERVED.match(name) else ''}{name}"


def print_pages(pages: PdfPages, printer: "QPrinter", progress: "Progress") -> None:
    """Draw the pages asked for in the print dialog. Raises KnownError, and Cancelled midway."""
    wanted = list(wanted_pages(printer, len(pages)))
    _turn_paper(printer, pages.points(wanted[0]))
    painter = QPainter()
    if not painter.begin(printer):
        raise _not_printed()
    try:
        for done, page in enumerate(wanted):
            if done:
                _turn_paper(printer, pages.points(page))
                printer.newPage()
            _draw(pages, page, painter, printer)
            progress(done + 1, len(wanted))
    except BaseException:
        printer.abort()
        raise
    finally:
        painter.end()


def wanted_pages(printer: "QPrinter", count: int) -> Iterator[int]:
    """The pages, counted from 0, in the order and number of copies that were asked for."""
    first = max(printer.fromPage(), 1)
    last = min(printer.toPage() or count, count)
    chosen = list(range(first - 1, last)) or list(range(count))
    if printer.pageOrder() == printer.PageOrder.LastPageFirst:
        chosen.reverse()
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    if printer.collateCopies():
        return iter(chosen * copies)
    return (page for page in chosen for _ in range(copies))


def _turn_paper(printer: "QPrinter", points: QSizeF) -> None:
    wide = points.width() > points.height()
    turned = QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
    printer.setPageOrientation(turned)


def paper_size(points: QSizeF) -> QPageSize:
    """The sheet a page is made for, as printers call it."""
    upright = QSizeF(min(points.toTuple()), max(points.toTuple()))
    return QPageSize(upright, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)


def _draw(pages: PdfPages, page: int, painter: QPainter, printer: "QPrinter") -> None:
    """Draw one page in bands, in the middle of the sheet, made smaller where it would not fit."""
    dots = min(printer.resolution(), FINEST)
    sheet = QRectF(printer.paperRect(printer.Unit.DevicePixel))
    natural = pages.points(page) * (printer.resolution() / 72)
    fit = min(1.0, sheet.width() / natural.width(), sheet.height() / natural.height())
    target = QRectF(0, 0, natural.width() * fit, natural.height() * fit)
    target.moveCenter(QRectF(0, 0, sheet.width(), sheet.height()).center())
    scale = dots / 72
    whole = pages.pixels(page, scale)
    for top in range(0, whole.height(), _BAND):
        band = QRect(0, top, whole.width(), min(_BAND, whole.height() - top))
        step = target.height() / whole.height()
        place = QRectF(
            target.left(), target.top() + top * step, target.width(), band.height() * step
        )
        painter.drawImage(place, pages.picture(page, scale, band))


def _not_printed() -> KnownError:
    return KnownError(
        M_("The printer did not take the page."),
        M_("The workspace is untouched."),
        M_("See that the printer is on and connected, or save as PDF and print that."),
    )
