"""Photos are read, scaled, and written anew without what a camera adds."""

import random
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from lean_desktop.i18n import RuleBroken
from lean_desktop.ui.photo import LARGEST, LONGEST_SIDE, kept, photo_jpeg

EXIF = bytes.fromhex("ffe1003645786966000049492a0008000000") + (
    b"\x01\x00\x12\x01\x03\x00\x01\x00\x00\x00\x06\x00\x00\x00" + b"\0" * 4 + b"GPS 59.9 10.7\0\0\0"
)
"""Turned by a quarter, as a phone held upright writes it; and where it was."""


def camera(path: Path, width: int, height: int) -> Path:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#1F5A9E"))
    assert image.save(str(path))
    plain = path.read_bytes()
    size = len(EXIF) - 2
    path.write_bytes(plain[:2] + EXIF[:2] + size.to_bytes(2, "big") + EXIF[4:] + plain[2:])
    return path


def test_it_stands_upright_fits_and_says_not_where(qtbot: QtBot, tmp_path: Path) -> None:
    jpeg = photo_jpeg(camera(tmp_path / "a.jpg", 4000, 3000))
    read = QImage.fromData(jpeg)
    assert (read.width(), read.height()) == (LONGEST_SIDE * 3 // 4, LONGEST_SIDE)
    assert jpeg[:3] == b"\xff\xd8\xff"
    assert b"GPS" not in jpeg
    assert b"Exif" not in jpeg


def test_one_that_compresses_badly_is_made_smaller(qtbot: QtBot) -> None:
    noise = random.Random(1).randbytes(1600 * 1600 * 4)
    jpeg = kept(QImage(noise, 1600, 1600, QImage.Format.Format_RGB32))
    assert len(jpeg) <= LARGEST
    assert QImage.fromData(jpeg).width() > 300


def test_what_is_clear_is_white(qtbot: QtBot) -> None:
    clear = QImage(20, 20, QImage.Format.Format_ARGB32)
    clear.fill(QColor(0, 0, 0, 0))
    assert QImage.fromData(kept(clear)).pixelColor(5, 5).lightness() > 250


@pytest.mark.parametrize("content", [b"", b"GIF89a", b"\0\0\0\x18ftypheic"])
def test_other_files_are_refused(qtbot: QtBot, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.jpg").write_bytes(content)
    with pytest.raises(RuleBroken, match="PNG or JPEG"):
        photo_jpeg(tmp_path / "a.jpg")
