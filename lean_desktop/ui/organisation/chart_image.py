"""The picture of the chart as PNG, for a slide."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF
from PySide6.QtGui import QImage, QImageWriter, QPainter

from lean_desktop.i18n import Language
from lean_desktop.ui.organisation.chart_boxes import (
    NAMES_FROM,
    BoxPainter,
    paint_dotted,
    paint_far,
    paint_lines,
)
from lean_desktop.ui.organisation.chart_picture import Picture
from lean_desktop.ui.theme import Theme

SCALE, MOST_PIXELS, MARGIN = 2.0, 8000, 24
"""Twice as fine as on the screen, as long as neither side grows beyond so many pixels."""


def chart_png(picture: Picture, theme: Theme, t: Language) -> bytes:
    """All that is shown of the chart, whatever part of it is seen."""
    whole = QRectF(QPointF(0, 0), picture.size).adjusted(-MARGIN, 0, MARGIN, MARGIN)
    scale = min(SCALE, MOST_PIXELS / max(1.0, whole.width(), whole.height()))
    image = QImage((whole.size() * scale).toSize(), QImage.Format.Format_RGB32)
    image.fill(theme.color("window"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    painter.translate(-whole.topLeft())
    _paint(painter, picture, whole, scale, theme, t)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


def _paint(
    painter: QPainter, picture: Picture, whole: QRectF, scale: float, theme: Theme, t: Language
) -> None:
    for ground in picture.grounds:
        place = QRectF(whole.left(), ground.top, whole.width(), ground.height)
        painter.fillRect(place, theme.color(ground.color))
        painter.setPen(theme.color(ground.title_color))
        painter.setFont(theme.font(13, 600))
        painter.drawText(QPointF(0, ground.top + 28), ground.title)
    if scale < NAMES_FROM:
        paint_far(painter, theme, picture.far())
        return
    paint_lines(painter, theme, picture.lines(whole))
    paint_dotted(painter, theme, picture.dotted(whole))
    BoxPainter(theme, t).paint(painter, picture.shown(whole), scale)
