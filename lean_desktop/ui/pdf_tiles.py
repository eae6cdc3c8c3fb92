"""Pictures of pages kept for repainting, in pieces small enough to draw without a pause."""

from collections import OrderedDict
from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QPixmap

from lean_desktop.ui.pdf_pages import PdfPages

SIDE = 2048
"""Device pixels: at usual zooms a page is one piece, at high zooms only what is seen is drawn."""

KEPT = 12
"""Pieces kept; at 16 MB each at most."""


class PdfTiles:
    """Gives pieces of pages, drawn when first asked for. Everything is in device pixels."""

    def __init__(self, pages: PdfPages) -> None:
        self._pages = pages
        self._kept: OrderedDict[tuple[int, float, int, int], QPixmap] = OrderedDict()

    def within(self, page: int, scale: float, seen: QRect) -> Iterator[tuple[QPoint, QPixmap]]:
        """The pieces that `seen` of the page touches, each with its place on the page."""
        whole = QRect(QPoint(0, 0), self._pages.pixels(page, scale))
        seen = seen & whole
        if seen.isEmpty():
            return
        for top in range(seen.top() // SIDE * SIDE, seen.bottom() + 1, SIDE):
            for left in range(seen.left() // SIDE * SIDE, seen.right() + 1, SIDE):
                yield QPoint(left, top), self._tile(page, scale, left, top)

    def _tile(self, page: int, scale: float, left: int, top: int) -> QPixmap:
        key = (page, scale, left, top)
        if key not in self._kept:
            picture = self._pages.picture(page, scale, QRect(left, top, SIDE, SIDE))
            self._kept[key] = QPixmap.fromImage(picture)
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        self._kept.move_to_end(key)
        return self._kept[key]
