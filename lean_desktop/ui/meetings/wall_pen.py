"""Text on a wall: sized in percent of the picture's height, and kept in its place."""

from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter

from lean_desktop.ui.theme import Theme

SIZES = {"timer": 23.7, "title": 8.1, "small_title": 5.6, "clock": 5.0, "text": 3.4, "least": 3.0}
"""Percent of the picture's height, as the design has them; nothing is smaller than the least."""

INK, INK2, PAPER, SUNKEN = (
    QColor("#17212B"),
    QColor("#44515D"),
    QColor("#FFFFFF"),
    QColor("#F3F5F6"),
)
LINE, ACCENT, BAD = QColor("#C3CCD4"), QColor("#1F5A9E"), QColor("#A32A08")


class Drawn(NamedTuple):
    """A text as it stands in the picture."""

    text: str
    place: QRectF


class Pen:
    """Paints one picture. `sizes` are the type's, in percent of its height; `drawn` what stands."""

    def __init__(self, painter: QPainter, theme: Theme, size: QSizeF) -> None:
        self.painter, self.width, self.height = painter, size.width(), size.height()
        self._theme = theme
        self.sizes: dict[str, float] = {}
        self.drawn: list[Drawn] = []

    def share(self, percent: float) -> float:
        """So many percent of the picture's height, in its own device-independent pixels."""
        return self.height * percent / 100

    def use(self, size: str, weight: int = 400, *, shrunk: float = 1.0) -> None:
        """Write in this size from now on; `shrunk` to a part of it, but never below the least."""
        pixels = ceil(self.share(max(SIZES[size] * shrunk, SIZES["least"])))
        font = self._theme.figures(pixels, weight)
        font.setPixelSize(pixels)
        self.sizes[size] = pixels / self.height * 100
        self.painter.setFont(font)

    def advance(self, text: str) -> float:
        """How wide a text is."""
        return self.painter.fontMetrics().horizontalAdvance(text)

    @property
    def line(self) -> float:
        """How high a line is."""
        return self.painter.fontMetrics().height()

    def write(self, place: QRectF, text: str, color: QColor = INK, *, lines: int = 1) -> QRectF:
        """Write from the top left of a place, in as many lines at most; what it took."""
        flag = Qt.TextFlag.TextWordWrap if lines > 1 else Qt.TextFlag.TextSingleLine
        shown = self._fitted(text, place.width(), lines)
        room = QRectF(place.topLeft(), QSizeF(place.width(), (lines + 0.5) * self.line))
        self.painter.setPen(color)
        took = self.painter.drawText(room, int(flag | Qt.AlignmentFlag.AlignLeft), shown)
        self.drawn.append(Drawn(shown, took))
        return took

    def write_at(self, baseline: QPointF, text: str, color: QColor = INK) -> None:
        """Write on a line, without any limit."""
        self.painter.setPen(color)
        self.painter.drawText(baseline, text)
        metrics = self.painter.fontMetrics()
        place = QRectF(metrics.tightBoundingRect(text)).translated(baseline)
        self.drawn.append(Drawn(text, place))

    def lines(self, text: str, width: float) -> int:
        """How many lines a text takes when it is broken at this width."""
        room = QRectF(0, 0, width, self.height)
        taken = self.painter.boundingRect(room, int(Qt.TextFlag.TextWordWrap), text)
        return round(taken.height() / self.line)

    def fill(self, place: QRectF, color: QColor) -> None:
        """Fill a place."""
        self.painter.fillRect(place, color)

    def _fitted(self, text: str, width: float, lines: int) -> str:
        """As much of a text as there is room for, with dots where it is cut."""
        if lines == 1:
            metrics = self.painter.fontMetrics()
            return metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(width))
        shown, kept = text, text
        while kept and self.lines(shown, width) > lines:
            kept = kept[:-1].rstrip()
            shown = f"{kept}…"
        return shown
