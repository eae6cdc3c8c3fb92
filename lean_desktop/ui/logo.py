"""A company's logo, made safe to keep: read, scaled down and written anew as PNG."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter

from lean_desktop.i18n import M_, RuleBroken

LONGEST_SIDE = 600
"""Pixels; at the size of a letterhead more than any printer can show."""

LARGEST = 200_000
"""Bytes of the PNG."""

_LARGEST_SOURCE = 20_000  # Pixels along a side: beyond this it is a bomb, not a logo.
_FORMATS = (b"png", b"jpeg")


def logo_png(path: Path) -> bytes:
    """The picture as a PNG of at most `LONGEST_SIDE` and `LARGEST`. Raises RuleBroken."""
    image = _scaled(_read(path), LONGEST_SIDE)
    png = _png(image)
    while len(png) > LARGEST:
        image = _scaled(image, max(image.width(), image.height()) * 3 // 4)
        png = _png(image)
    return png


def _read(path: Path) -> QImage:
    reader = QImageReader(str(path))
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    if bytes(reader.format().data()) not in _FORMATS:
        raise RuleBroken(M_("Choose a picture in PNG or JPEG format."))
    size = reader.size()
    if max(size.width(), size.height()) > _LARGEST_SOURCE:
        raise RuleBroken(M_("The picture is too large. Make it smaller, and choose it again."))
    reader.setScaledSize(_fitting(size, LONGEST_SIDE))
    image = reader.read()
    if image.isNull():
        raise RuleBroken(M_("The picture cannot be read. It may be damaged."))
    return image


def _scaled(image: QImage, longest: int) -> QImage:
    if max(image.width(), image.height()) <= longest:
        return image
    return image.scaled(
        longest,
        longest,
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )


def _fitting(size: QSize, longest: int) -> QSize:
    if max(size.width(), size.height()) <= longest:
        return size
    scaled = size.scaled(longest, longest, Qt.AspectRatioMode.KeepAspectRatio)
    return scaled.expandedTo(QSize(1, 1))


def _png(image: QImage) -> bytes:
    image = QImage(image)
    for key in image.textKeys():
        image.setText(key, "")  # Who drew it, with what, and where, is nobody's business.
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(data.data())
