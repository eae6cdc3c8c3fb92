"""A photo made fit to keep in a workspace: upright, scaled down, without where it was taken."""

from pathlib import Path

from PySide6.QtGui import QImage

from lean_desktop.ui.picture_file import encoded, read_picture, scaled

LONGEST_SIDE = 1600
"""Pixels; half an A4 sheet at 190 dots an inch."""

LARGEST = 400_000
"""Bytes of the JPEG: a year of before and after of a group is no more than a mail can carry."""

QUALITY = 82
"""Of a hundred, as JPEG counts; below it, text on labels begins to blur."""


def photo_jpeg(path: Path) -> bytes:
    """The photo in a file as a JPEG of at most `LONGEST_SIDE` and `LARGEST`. Raises RuleBroken."""
    return kept(read_picture(path, LONGEST_SIDE))


def kept(image: QImage) -> bytes:
    """The picture as a JPEG of at most `LONGEST_SIDE` and `LARGEST`, on white where it is clear."""
    image = _on_white(scaled(image, LONGEST_SIDE))
    jpeg = encoded(image, "jpeg", QUALITY)
    while len(jpeg) > LARGEST:
        image = scaled(image, max(image.width(), image.height()) * 3 // 4)
        jpeg = encoded(image, "jpeg", QUALITY)
    return jpeg


def _on_white(image: QImage) -> QImage:
    if not image.hasAlphaChannel():
        return image.convertToFormat(QImage.Format.Format_RGB32)
    from PySide6.QtGui import QColor, QPainter

    paper = QImage(image.size(), QImage.Format.Format_RGB32)
    paper.fill(QColor("white"))
    painter = QPainter(paper)
    painter.drawImage(0, 0, image)
    painter.end()
    return paper
