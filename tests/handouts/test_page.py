"""The page: its size, its foot with page x of y, and what the file says of itself."""

from io import BytesIO
from itertools import pairwise
from typing import Any

import pytest
from pypdf import PdfReader
from reportlab.platypus import PageBreak, Spacer

from lean_desktop.handouts.page import MARGINS, Bookmark, area, build, room, size, width
from lean_desktop.handouts.sheet import Sheet
from lean_desktop.handouts.type import paragraph
from tests.handouts.agendas import EN, NB, SHEET
from tests.handouts.readers import POINTS_PER_MM, glyphs_of, outline_of, text_of

SIZES_MM = {"A4": (210, 297), "A3": (297, 420)}


def built(sheet: Sheet = SHEET, pages: int = 1, scope: str = "Montering") -> bytes:
    story = []
    for number in range(pages):
        story += [*([PageBreak()] if number else []), paragraph(f"nummer {number + 1}")]
    return build(story, sheet, NB, title="Tittel <æ> & co", scope=scope)


@pytest.mark.parametrize("paper", SIZES_MM)
def test_the_sheet_has_the_size_of_its_paper(paper: str) -> None:
    box = PdfReader(BytesIO(built(SHEET._replace(paper=paper)))).pages[0].mediabox
    sides = [round(float(side) / POINTS_PER_MM) for side in (box.width, box.height)]
    assert tuple(sides) == SIZES_MM[paper]


@pytest.mark.parametrize("paper", SIZES_MM)
def test_the_room_is_what_the_margins_leave(paper: str) -> None:
    top, right, bottom, left = MARGINS[paper]
    wide, high = SIZES_MM[paper]
    inner = area(SHEET._replace(paper=paper))
    assert inner.left / POINTS_PER_MM == pytest.approx(left, abs=0.01)
    assert inner.bottom / POINTS_PER_MM == pytest.approx(bottom, abs=0.01)
    assert inner.width / POINTS_PER_MM == pytest.approx(wide - left - right, abs=0.1)
    assert inner.height / POINTS_PER_MM == pytest.approx(high - top - bottom, abs=0.1)
    assert width(SHEET._replace(paper=paper)) == inner.width


@pytest.mark.parametrize("paper", SIZES_MM)
def test_paper_across_is_as_wide_as_it_is_high_upright(paper: str) -> None:
    across = SHEET._replace(paper=paper, landscape=True)
    assert size(across) == size(SHEET._replace(paper=paper))[::-1]
    box = PdfReader(BytesIO(built(across))).pages[0].mediabox
    assert box.width > box.height


def test_a_long_foot_takes_from_the_room_above_it() -> None:
    usual, long = (room(SHEET, scope, NB) for scope in ("Montering", "Montering og mer " * 20))
    assert usual == area(SHEET)
    assert long.bottom > usual.bottom
    assert long.bottom + long.height == pytest.approx(usual.bottom + usual.height)


def test_every_page_has_its_number_of_all() -> None:
    pdf = built(pages=12)
    for number in (1, 7, 12):
        assert f"Side {number} av 12" in text_of(pdf, number - 1)


def test_the_foot_says_whose_it_is_and_when_it_was_printed() -> None:
    pdf = built(pages=2)
    for page in (0, 1):
        text = text_of(pdf, page)
        assert "Verkstedindustri AS · Montering" in text
        assert "Skrevet ut 6. oktober 2026 kl. 08.42" in text


def test_without_a_company_the_workspace_is_named() -> None:
    assert "Forbedringsarbeid · Montering" in text_of(built(SHEET._replace(company="")))


@pytest.mark.parametrize("scope", ["", "M", "Montering og maskinering ved linje 1", "Ø" * 200])
def test_the_three_parts_of_a_foot_never_touch(scope: str) -> None:
    foot = [each for each in glyphs_of(built(scope=scope)) if each.bottom < 200]
    top = max(each.top for each in foot)
    first = sorted((each for each in foot if top - 9 < each.top <= top), key=lambda one: one.left)
    gaps = [after.left - before.right for before, after in pairwise(first)]
    assert len([gap for gap in gaps if gap > 12]) == 2


def test_a_long_foot_lifts_the_page_and_nothing_is_cut() -> None:
    name = " ".join(f"ord{number}" for number in range(40))
    pdf = built(SHEET._replace(company=name), pages=1)
    assert name in text_of(pdf)
    glyphs = list(glyphs_of(pdf))
    assert min(each.bottom for each in glyphs) > 15
    foot_top = min(each.bottom for each in glyphs if each.letter == "n" and each.top > 400)
    assert foot_top > 100


def about(pdf: bytes) -> Any:
    return PdfReader(BytesIO(pdf)).metadata


def root(pdf: bytes) -> Any:
    return PdfReader(BytesIO(pdf)).trailer["/Root"]


def test_what_the_file_says_of_itself() -> None:
    pdf = built()
    assert about(pdf).title == "Tittel <æ> & co"
    assert about(pdf).author == "Verkstedindustri AS"
    assert about(pdf).subject == "Montering"
    assert about(pdf).creator == "Lean Desktop"
    assert about(pdf)["/CreationDate"] == "D:20261006084200"
    assert root(pdf)["/ViewerPreferences"]["/DisplayDocTitle"].value is True


def test_the_language_of_the_sheet_is_told() -> None:
    assert root(built())["/Lang"] == "nb-NO"
    assert root(build([Spacer(1, 1)], SHEET, EN, title="Title"))["/Lang"] == "en-GB"


def test_signs_that_cannot_be_seen_do_not_reach_the_metadata() -> None:
    strange = SHEET._replace(company="A\x00\ud800B")
    told = about(build([Spacer(1, 1)], strange, NB, title="x\x00y"))
    assert (told.title, told.author) == ("xy", "AB")


def test_bookmarks_lead_to_their_own_page() -> None:
    story = [
        Bookmark("Først", level=0),
        paragraph("a"),
        PageBreak(),
        Bookmark("Så <b>"),
        paragraph("b"),
        PageBreak(),
        Bookmark("Sist"),
        paragraph("c"),
    ]
    pdf = build(story, SHEET, NB, title="x")
    assert outline_of(pdf) == [(0, "Først", 0), (1, "Så <b>", 1), (1, "Sist", 2)]


def test_the_same_again_is_the_same_file_another_moment_is_not() -> None:
    later = SHEET._replace(printed=SHEET.printed.replace(minute=43))
    assert built() == built()
    assert built() != built(later)
