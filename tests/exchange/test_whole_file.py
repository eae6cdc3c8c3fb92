"""Files that are there whole or not at all."""

import os
from pathlib import Path

import pytest

from lean_desktop.domain.errors import KnownError
from lean_desktop.exchange.whole_file import write_whole
from lean_desktop.i18n import language


def test_a_file_is_made_and_replaced(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    for data in (b"old", b"new"):
        write_whole(path, data)
        assert path.read_bytes() == data
    assert list(tmp_path.iterdir()) == [path]


def test_when_the_disk_is_full_the_old_one_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(KnownError) as caught:
        write_whole(path, b"new")
    assert language("en")(caught.value.happened).endswith("the disk is full.")
    assert {each.name: each.read_bytes() for each in tmp_path.iterdir()} == {"a.pdf": b"old"}


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(KnownError):
        write_whole(tmp_path / "gone" / "a.pdf", b"new")
