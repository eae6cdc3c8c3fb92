"""The parts sheets are put together from."""

import struct
import zlib
from io import BytesIO

import pytest
from pypdf import PdfReader
from reportlab.platypus import Spacer

from lean_desktop.handouts.form import LINE, Box, Lines, Rule
from lean_desktop.handouts.page import Bookmark, area, build
from lean_desktop.handouts.style import TALL, Beside, bar, cells, facts, head, heading, rows
from lean_desktop.handouts.type import paragraph
from tests.handouts.agendas import NB, SHEET, logo
from tests.handouts.readers import glyphs_of, outline_of, pages_of, text_of

ROOM = area(SHEET)
TOP = Bookmark("Tittel", level=0)


def headed(png: bytes | None) -> bytes:
    sheet = SHEET._replace(logo=png)
    story = head(sheet, "Over", "Tittel", [paragraph("til høyre", "body_right")])
    return build(story, sheet, NB, title="x")


def pictures_in(pdf: bytes) -> int:
    return len(PdfReader(BytesIO(pdf)).pages[0].images)


def enormous() -> bytes:
    """A few bytes that claim to be a picture of 900 million pixels."""
    size = struct.pack(">IIBBBBB", 30_000, 30_000, 8, 2, 0, 0, 0)
    parts = [(b"IHDR", size), (b"IDAT", zlib.compress(b"")), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in parts
    )


def test_the_head_ends_at_the_right_margin() -> None:
    right = max(each.right for each in glyphs_of(headed(None)) if each.bottom > 700)
    assert right == pytest.approx(ROOM.left + ROOM.width, abs=1.5)


def test_the_logo_stands_on_the_sheet_as_large_as_it_fits() -> None:
    assert pictures_in(headed(None)) == 0
    for size in ((300, 90), (40, 600), (900, 10)):
        assert pictures_in(headed(logo(size))) == 1


@pytest.mark.parametrize(
    "broken",
    [b"", b"no picture", logo()[:-40], logo((3000, 2000)), enormous(), b"GIF89a" + b"\0" * 99],
)
def test_a_logo_that_cannot_be_read_is_left_out(broken: bytes) -> None:
    pdf = headed(broken)
    assert pictures_in(pdf) == 0
    assert "Tittel" in text_of(pdf)


def test_a_heading_never_stands_alone_at_the_end_of_a_page() -> None:
    story = [TOP, Spacer(1, ROOM.height - 60), *heading("Overskrift"), paragraph("tekst\n" * 8)]
    pdf = build(story, SHEET, NB, title="x")
    assert "Overskrift" not in text_of(pdf, 0)
    assert outline_of(pdf)[1:] == [(1, "Overskrift", 1)]


def test_a_row_moves_whole_to_the_next_page() -> None:
    body = [cells([f"rad {number}", "linje\n" * 20]) for number in range(6)]
    story = [Spacer(1, 200), rows(["A", "B"], body, [100, 200])]
    pdf = build(story, SHEET, NB, title="x")
    for page in range(pages_of(pdf)):
        text = text_of(pdf, page)
        assert text.count("rad") * 20 == text.count("linje")


def test_a_row_no_page_can_hold_is_continued() -> None:
    body = [cells(["rad", "linje\n" * 120]), cells(["neste", "x"])]
    pdf = build([Spacer(1, 300), rows(["A", "B"], body, [100, 200])], SHEET, NB, title="x")
    assert text_of(pdf).count("linje") == 120
    assert "neste" in text_of(pdf, pages_of(pdf) - 1)
    assert ROOM.height > TALL


@pytest.mark.parametrize("count", [1, 2])
def test_also_the_last_rows_are_continued_where_no_page_can_hold_them(count: int) -> None:
    body = [cells(["rad", "linje\n" * 120])] * count
    pdf = build([Spacer(1, 300), rows(["A", "B"], body, [100, 200])], SHEET, NB, title="x")
    assert text_of(pdf).count("linje") == 120 * count


def test_facts_keep_to_their_columns() -> None:
    pairs = [("Navn", "en lang tekst " * 10), ("Leder", "kort"), ("Sted", "her")]
    pdf = build([facts(pairs, SHEET, columns=2)], SHEET, NB, title="x")
    middle = ROOM.left + ROOM.width / 2
    letters = [each for each in glyphs_of(pdf) if each.bottom > 700]
    crossing = [each for each in letters if each.left < middle - 6 < each.right]
    assert crossing == []
    assert "Leder kort" in text_of(pdf)


def test_what_has_a_mark_beside_it_can_be_split() -> None:
    told = Beside(paragraph("linje\n" * 100), 10, bar, around=3)
    pdf = build([told], SHEET, NB, title="x")
    assert pages_of(pdf) == 2
    assert text_of(pdf).count("linje") == 100


def test_lines_fill_the_page_and_never_run_over() -> None:
    for used in range(0, int(ROOM.height), 37):
        lines = Lines("Notater", least=2)
        _, high = lines.wrap(ROOM.width, ROOM.height - used)
        assert high <= ROOM.height - used
        assert high == 0 or ROOM.height - used - high < LINE


def test_lines_come_on_the_next_page_when_they_are_needed_and_do_not_fit() -> None:
    lines = Lines("Gjøremål", [("Hva", 0.6), ("Hvem", 0.4)], most=4, least=3)
    story = [TOP, Spacer(1, ROOM.height - 60), lines.needed(), lines]
    pdf = build(story, SHEET, NB, title="x")
    assert "Hva Hvem" in text_of(pdf, 1)
    assert outline_of(pdf)[1:] == [(1, "Gjøremål", 1)]


def test_lines_without_room_leave_nothing_behind() -> None:
    pdf = build([Spacer(1, ROOM.height - 60), Lines("Notater", least=2)], SHEET, NB, title="x")
    assert pages_of(pdf) == 1
    assert "Notater" not in text_of(pdf)
    assert outline_of(pdf) == []


def test_boxes_and_rules_are_as_high_as_the_line_they_stand_on() -> None:
    text = paragraph("x").wrap(100, 100)[1]
    assert Box().wrap(100, 100)[1] == text
    assert Rule().wrap(400, 100) == (150, text)
