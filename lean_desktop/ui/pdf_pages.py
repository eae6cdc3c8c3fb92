"""The pages of a PDF that is held in memory, drawn by PDFium for the screen and for printers."""

import math
import threading
from typing import Any

from PySide6.QtCore import QRect, QSize, QSizeF
from PySide6.QtGui import QImage

_TURN = threading.Lock()  # PDFium serves one thread at a time, whatever the document.


class PdfPages:
    """A PDF whose pages can be drawn and read, from any thread; `close` it when done.

    Scales are pixels to a point (1/72 inch). Raises ValueError when the bytes are no PDF.
    """

    def __init__(self, data: bytes) -> None:
        import pypdfium2

        self.data = data
        with _TURN:
            try:
                self._pdf: Any = pypdfium2.PdfDocument(data)
            except pypdfium2.PdfiumError as error:
                raise ValueError("not a PDF") from error
            self._pages: list[Any] = list(self._pdf)
            self._sizes = [QSizeF(*page.get_size()) for page in self._pages]

    def __len__(self) -> int:
        return len(self._sizes)

    def points(self, page: int) -> QSizeF:
        """Width and height of a page, counted from 0, in points."""
        return self._sizes[page]

    def pixels(self, page: int, scale: float) -> QSize:
        """The size of the whole page's picture at a scale."""
        size = self._sizes[page]
        return QSize(math.ceil(size.width() * scale), math.ceil(size.height() * scale))

    def picture(self, page: int, scale: float, area: QRect | None = None) -> QImage:
        """What the page shows at a scale: all of it, or the pixels in `area`."""
        whole = QRect(0, 0, *self.pixels(page, scale).toTuple())
        area = whole if area is None else area & whole
        cut = (
            area.left(),
            whole.bottom() - area.bottom(),
            whole.right() - area.right(),
            area.top(),
        )
        with _TURN:
            # PDFium is told points and rounds up to pixels: half a pixel less lands on ours.
            crop = tuple(max(0.0, side - 0.5) / scale for side in cut)
            bitmap = self._pages[page].render(
                scale=scale, crop=crop, prefer_bgrx=True, may_draw_forms=False
            )
            return QImage(
                bytes(bitmap.buffer),
                bitmap.width,
                bitmap.height,
                bitmap.stride,
                QImage.Format.Format_RGB32,
            ).copy()

    def text(self, page: int) -> str:
        """The words on a page, for those who have them read aloud."""
        with _TURN:
            words_of_page = self._pages[page].get_textpage()
            words: str = words_of_page.get_text_bounded()
            words_of_page.close()
        return "\n".join(words.splitlines())

    def close(self) -> None:
        """Let go of PDFium's memory; nothing can be drawn after."""
        with _TURN:
            self._pages.clear()
            self._pdf.close()
