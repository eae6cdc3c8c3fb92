"""The matrix on paper: nobody and nothing left out, heads on every sheet, nothing outside."""

from datetime import date

import pytest

from lean_desktop.domain.competence.papers import MatrixPaper, PaperCell
from lean_desktop.handouts.matrix import matrix_pdf
from lean_desktop.handouts.page import room
from lean_desktop.i18n import Language
from tests.handouts.agendas import EN, NB, SHEET
from tests.handouts.competence import DAY, ITEM, column, large, row
from tests.handouts.papers import HOSTILE
from tests.handouts.readers import glyphs_of, pages_of, text_of

SMALL = MatrixPaper(
    "Støperi",
    DAY,
    (
        row("Łukasz Kowalczyk", PaperCell(2, 3), PaperCell(None), gaps=1),
        row("Oddvar Dahl", PaperCell(4, 3), PaperCell(3, 3, mark="Ja"), notes={1: "30. nov."}),
    ),
    (column(qualified=1), column("Truck", "Sertifikat", 2)),
    (ITEM,),
)


def test_it_says_what_the_screen_says() -> None:
    text = text_of(matrix_pdf(SMALL, SHEET, NB))
    for each in (
        "Kompetansematrise Støperi",
        "6. oktober 2026 · 2 personer · 2 ferdigheter",
        "1 ferdighet bare én kan",
        "Maskin",
        "Sertifikat",
        "Łukasz Kowalczyk",
        "Oddvar Dahl",
        "30. nov.",
        "Kvalifiserte / trengs",
        "1/3",
        "2/3",
        "Opplæringsplan",
        "→ 3",
        "mangler til mål",
    ):
        assert each in text


@pytest.mark.parametrize("paper", ["A4", "A3"])
def test_all_people_and_skills_stand_on_sheets_that_have_their_heads(paper: str) -> None:
    told = large(70, 50)
    pdf = matrix_pdf(told, SHEET._replace(paper=paper), NB)
    pages = [text_of(pdf, number) for number in range(pages_of(pdf))]
    assert len(pages) > 4
    for page in pages:
        assert "Målnivå" in page
        assert "Person " in page
        assert "Ferdighet " in page
        assert "Kan ikke ennå" in page
    whole = " ".join(pages)
    assert all(f"Person {n} " in whole for n in range(70))
    assert all(f"Ferdighet {n}" in whole for n in range(50))
    sheet = SHEET._replace(paper=paper, landscape=True)
    left, bottom, wide, high = room(sheet, "Kompetansematrise, Støperi", NB)
    inside = [each for each in glyphs_of(pdf) if each.bottom >= bottom - 1]
    assert all(left - 2 <= each.left and each.right <= left + wide + 2 for each in inside)
    assert all(each.top <= bottom + high + 2 for each in inside)


def test_an_empty_matrix_is_said() -> None:
    pdf = matrix_pdf(MatrixPaper("", date(2026, 1, 1), (), ()), SHEET, EN)
    assert pages_of(pdf) == 1
    assert "There is nobody and nothing on this matrix yet." in text_of(pdf)


@pytest.mark.parametrize("t", [NB, EN])
def test_what_looks_like_markup_stands_as_it_was_written(t: Language) -> None:
    short = "<b>&amp;"
    told = MatrixPaper(HOSTILE, DAY, (row(short, PaperCell(1)),), (column(short, short),), ())
    text = text_of(matrix_pdf(told, SHEET, t))
    assert text.count(short) >= 2


def test_the_same_matrix_is_the_same_file() -> None:
    assert matrix_pdf(SMALL, SHEET, NB) == matrix_pdf(SMALL, SHEET, NB)
