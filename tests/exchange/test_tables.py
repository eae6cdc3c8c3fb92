import os
from pathlib import Path

import pytest

from lean_desktop.domain.errors import KnownError
from lean_desktop.exchange.sheet import MOST_BYTES
from lean_desktop.exchange.tables import read_table
from tests.exchange.workbooks import cell, workbook


def refusal(path: Path) -> str:
    with pytest.raises(KnownError) as caught:
        read_table(path)
    return str(caught.value)


def written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def test_a_csv_file(tmp_path: Path) -> None:
    sheet = read_table(written(tmp_path / "ansatte.csv", "Nr;Navn\n1;Pål\n".encode("cp1252")))
    assert sheet.rows == [["Nr", "Navn"], ["1", "Pål"]]
    assert (sheet.name, sheet.encoding, sheet.delimiter) == ("ansatte.csv", "Windows-1252", ";")


@pytest.mark.parametrize("name", ["ansatte.xlsx", "Ansatte.XLSX", "ansatte.csv"])
def test_a_workbook_whatever_it_is_called(tmp_path: Path, name: str) -> None:
    data = workbook(f'<row r="1">{cell("A1", 7)}</row>')
    assert read_table(written(tmp_path / name, data)).rows == [["7"]]


def test_a_text_called_workbook(tmp_path: Path) -> None:
    assert read_table(written(tmp_path / "a.xlsx", b"Nr;Navn\n1;Per\n")).delimiter == ";"


def test_old_and_locked_workbooks_are_told_apart_from_damaged_ones(tmp_path: Path) -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)
    assert "password" in refusal(written(tmp_path / "a.xlsx", data))


def test_a_workspace_is_not_even_opened(tmp_path: Path) -> None:
    assert "no table" in refusal(tmp_path / "there is none.leandesk")


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert "is not there" in refusal(tmp_path / "a.csv")


def test_a_folder(tmp_path: Path) -> None:
    (tmp_path / "a.csv").mkdir()
    assert "could not be read" in refusal(tmp_path / "a.csv")


def test_a_file_too_large_is_refused_unread(tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", b"Nr;Navn\n")
    os.truncate(path, MOST_BYTES + 1)
    assert "too large" in refusal(path)
