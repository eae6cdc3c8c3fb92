import io
import struct
import time
import zipfile

import pytest

from lean_desktop.domain.errors import KnownError
from lean_desktop.exchange.workbook import read_workbook
from lean_desktop.exchange.workbook_gate import checked_copy
from tests.exchange.workbooks import MAIN, cell, packed, workbook

ONE_ROW = f'<row r="1">{cell("A1")}</row>'


def refusal(data: bytes) -> str:
    start = time.perf_counter()
    with pytest.raises(KnownError) as caught:
        checked_copy(data, "a.xlsx")
    assert time.perf_counter() - start < 1
    return str(caught.value)


@pytest.mark.parametrize(
    "sheet",
    [
        f'{ONE_ROW}<row r="1048576">{cell("XFD1048576")}</row>',
        f'{ONE_ROW}<row r="9">{cell("ZZZZZZZ9")}</row>',
        f"{ONE_ROW}<row r='2'><c s='1' r = 'XFD000900000'><v>1</v></c></row>",
        f'{ONE_ROW}<row r="4294967295"><c><v>1</v></c></row>',
        f'{ONE_ROW}<row r="900000"/><row><c><v>1</v></c></row>',
        f'{ONE_ROW}<row r="2"><c r="XFD2"/><c><v>1</v></c></row>',
        f'{ONE_ROW}<row r="900000"><c x:r="A1"><v>1</v></c></row>',
        f'{ONE_ROW}<row r="900000"><c s="r=5"><v>1</v></c></row>',
        f'{ONE_ROW}<!-- <c " --><row r="2"><c r="A900000"><v>1</v></c></row><!-- " -->',
        f'{ONE_ROW}<row r="2"><c t=">" r="A900000"><v>1</v></c></row>',
        "".join(f"<row><c><v>{n * n}</v></c></row>" for n in range(100_001)),
        "<row>" + "<c><v>1</v></c>" * 501 + "</row>",
        f'<row r="1">{cell("A1")}</row><row r="99999">{cell("SF99999")}</row>',
    ],
    ids=range(13),
)
def test_a_cell_far_away_is_refused_wherever_it_hides(sheet: str) -> None:
    assert "reaches to row" in refusal(workbook(sheet))


def test_blank_cells_far_away_are_nothing() -> None:
    coloured = '<row r="1048576" s="3"><c r="XFD1048576" s="3"/></row>'
    assert read_workbook(workbook(ONE_ROW + coloured), "a.xlsx").rows == [["1"]]


def test_rows_and_cells_may_be_unnumbered() -> None:
    sheet = "<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>"
    assert read_workbook(workbook(sheet), "a.xlsx").rows == [["1", "2"], ["3", ""]]


@pytest.mark.parametrize("count", ["4294967295", "0000000000000000000004294967295", "9" * 5000])
def test_a_false_count_of_texts_is_refused(count: str) -> None:
    texts = f'<sst xmlns="{MAIN}" uniqueCount="{count}"><si><t>a</t></si></sst>'
    assert "damaged" in refusal(workbook(ONE_ROW, {"xl/sharedStrings.xml": texts}))


def test_a_bomb_is_refused_by_its_ratio() -> None:
    assert "too large" in refusal(workbook(ONE_ROW, {"xl/media/a.png": bytes(20_000_000)}))


def test_more_than_the_limit_is_refused_whatever_the_ratio() -> None:
    data = workbook(ONE_ROW, {"xl/media/a.png": b"x"})
    assert "too large" in refusal(with_size(data, "xl/media/a.png", 200_000_001))


def test_too_many_parts_are_refused() -> None:
    assert "too large" in refusal(workbook(ONE_ROW, {f"xl/{n}.xml": "" for n in range(5_000)}))


def test_a_directory_that_lies_about_a_size_is_refused() -> None:
    data = workbook(ONE_ROW, {"xl/sharedStrings.xml": "<sst>" + " " * 50_000 + "</sst>"})
    assert "damaged" in refusal(with_size(data, "xl/sharedStrings.xml", 100))


@pytest.mark.parametrize(
    "data",
    [b"PK\x03\x04", b"", workbook(ONE_ROW)[:300], packed({"mimetype": "text/plain"})],
    ids=["start", "nothing", "cut off", "another kind"],
)
def test_what_is_no_workbook_is_refused(data: bytes) -> None:
    assert "a.xlsx" in refusal(data)


def test_only_parts_about_cells_reach_the_library() -> None:
    copy = checked_copy(workbook(ONE_ROW, {"xl/media/a.png": b"x", "xl/vba.bin": b"y"}), "a.xlsx")
    names = zipfile.ZipFile(copy).namelist()
    assert "xl/worksheets/sheet1.xml" in names
    assert not [name for name in names if name.endswith((".png", ".bin"))]


def with_size(data: bytes, part: str, size: int) -> bytes:
    """The same ZIP file, claiming another unpacked size for one part."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        true = archive.getinfo(part).file_size
        header = archive.getinfo(part).header_offset
    directory = data.rindex(b"PK\x01\x02", 0, data.rindex(part.encode()))
    claimed = bytearray(data)
    for place in (header + 22, directory + 24):
        assert struct.unpack_from("<I", claimed, place)[0] == true
        struct.pack_into("<I", claimed, place, size)
    return bytes(claimed)
