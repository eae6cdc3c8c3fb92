"""A company's logo, made safe to keep: read, scaled down and written anew as PNG."""

from pathlib import Path

from lean_desktop.ui.picture_file import encoded, read_picture, scaled

LONGEST_SIDE = 600
"""Pixels; at the size of a letterhead more than any printer can show."""

LARGEST = 200_000
"""Bytes of the PNG."""


def logo_png(path: Path) -> bytes:
    """The picture as a PNG of at most `LONGEST_SIDE` and `LARGEST`. Raises RuleBroken."""
    image = read_picture(path, LONGEST_SIDE)
    png = encoded(image, "png")
    while len(png) > LARGEST:
        image = scaled(image, max(image.width(), image.height()) * 3 // 4)
        png = encoded(image, "png")
    return png
