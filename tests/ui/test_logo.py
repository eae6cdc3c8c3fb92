"""Logos are read, scaled and written anew."""

import random
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from lean_desktop.i18n import RuleBroken
from lean_desktop.ui.logo import LARGEST, LONGEST_SIDE, logo_png


def picture(path: Path, width: int, height: int, *, noisy: bool = False) -> Path:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#1F5A9E"))
    if noisy:
        noise = random.Random(1).randbytes(width * height * 4)
        image = QImage(noise, width, height, QImage.Format.Format_RGB32).copy()
    image.setText("Author", "Kari")
    assert image.save(str(path))
    return path


@pytest.mark.parametrize("name", ["logo.png", "logo.jpg"])
def test_a_picture_becomes_a_png_that_fits(qtbot: QtBot, tmp_path: Path, name: str) -> None:
    png = logo_png(picture(tmp_path / name, 1500, 500))
    read = QImage.fromData(png)
    assert (read.width(), read.height()) == (LONGEST_SIDE, 200)
    assert b"Kari" not in png


def test_a_small_one_keeps_its_size(qtbot: QtBot, tmp_path: Path) -> None:
    read = QImage.fromData(logo_png(picture(tmp_path / "a.png", 40, 30)))
    assert (read.width(), read.height()) == (40, 30)


def test_one_that_compresses_badly_is_made_smaller(qtbot: QtBot, tmp_path: Path) -> None:
    png = logo_png(picture(tmp_path / "a.png", 600, 600, noisy=True))
    assert len(png) <= LARGEST
    assert QImage.fromData(png).width() > 150


def test_a_very_long_one_keeps_a_pixel_of_height(qtbot: QtBot, tmp_path: Path) -> None:
    assert not QImage.fromData(logo_png(picture(tmp_path / "a.png", 3000, 1))).isNull()


@pytest.mark.parametrize("content", [b"", b"GIF89a", b"<svg xmlns='http://www.w3.org/2000/svg'/>"])
def test_other_files_are_refused(qtbot: QtBot, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "logo.png").write_bytes(content)
    with pytest.raises(RuleBroken, match="PNG or JPEG"):
        logo_png(tmp_path / "logo.png")


def test_a_damaged_one_is_refused(qtbot: QtBot, tmp_path: Path) -> None:
    path = picture(tmp_path / "a.png", 200, 200, noisy=True)
    path.write_bytes(path.read_bytes()[:60])
    with pytest.raises(RuleBroken):
        logo_png(path)


def test_a_bomb_is_refused(qtbot: QtBot, tmp_path: Path) -> None:
    path = picture(tmp_path / "a.png", 10, 10)
    data = bytearray(path.read_bytes())
    data[16:24] = (60_000).to_bytes(4, "big") * 2
    import zlib

    data[29:33] = zlib.crc32(data[12:29]).to_bytes(4, "big")
    path.write_bytes(data)
    with pytest.raises(RuleBroken, match="too large"):
        logo_png(path)
