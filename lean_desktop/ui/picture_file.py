"""Pictures from files of others: read no larger than needed, and written anew without their past."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter

from lean_desktop.i18n import M_, RuleBroken

_LARGEST_SOURCE = 20_000  # Pixels along a side: beyond this it is a bomb, not a picture.
_FORMATS = (b"png", b"jpeg")


def read_picture(path: Path, longest: int) -> QImage:
    """The picture, upright, with no side of more than so many pixels. Raises RuleBroken."""
    reader = QImageReader(str(path))
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    if bytes(reader.format().data()) not in _FORMATS:
        raise RuleBroken(M_("Choose a picture in PNG or JPEG format."))
    size = reader.size()
    if max(size.width(), size.height()) > _LARGEST_SOURCE:
        raise RuleBroken(M_("The picture is too large. Make it smaller, and choose it again."))
    reader.setScaledSize(_fitting(size, longest))
    image = reader.read()
    if image.isNull():
        raise RuleBroken(M_("The picture cannot be read. It may be damaged."))
    return image


def scaled(image: QImage, longest: int) -> QImage:
    """The picture with no side of more than so many pixels."""
    if max(image.width(), image.height()) <= longest:
        return image
    return image.scaled(
        longest,
        longest,
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )


def encoded(image: QImage, kind: str, quality: int = -1) -> bytes:
    """The picture as a file of that kind. Who drew it, with what, and where, is nobody's business."""
    image = QImage(image)
    for key in image.textKeys():
        image.setText(key, "")
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(kind.encode()))
    writer.setQuality(quality)
    writer.write(image)
    return bytes(data.data())


def _fitting(size: QSize, longest: int) -> QSize:
    if max(size.width(), size.height()) <= longest:
        return size
    fitted = size.scaled(longest, longest, Qt.AspectRatioMode.KeepAspectRatio)
    return fitted.expandedTo(QSize(1, 1))
