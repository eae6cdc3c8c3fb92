"""Coverage, training plan, baseline and diploma."""

import pytest

from lean_desktop.domain.competence.papers import (
    BaselineLine,
    BaselinePaper,
    CoverageLine,
    CoveragePaper,
    DiplomaPaper,
    GapLine,
    GapsPaper,
    TrainingPaper,
)
from lean_desktop.handouts.baseline import baseline_pdf
from lean_desktop.handouts.coverage import coverage_pdf
from lean_desktop.handouts.diploma import diploma_pdf
from lean_desktop.handouts.gaps import gaps_pdf
from lean_desktop.handouts.training_plan import training_plan_pdf
from tests.handouts.agendas import EN, NB, SHEET
from tests.handouts.competence import DAY, ITEM
from tests.handouts.margins import astray
from tests.handouts.papers import HOSTILE
from tests.handouts.readers import pages_of, text_of

ALONE = CoverageLine("Sveis TIG", "Maskin", True, 1, 3, 1, "Oddvar Dahl", 1, 4)
FINE = CoverageLine("5S", "Verktøy", False, 4, 2, 4, "", 2, 0)


def test_coverage_names_who_is_alone_and_counts_gaps() -> None:
    text = text_of(coverage_pdf(CoveragePaper(DAY, (ALONE, FINE)), SHEET, NB))
    assert "Sveis TIG kritisk Oddvar Dahl 3 1" in text
    assert "Sveis TIG kritisk ■ 1/3 1 1 4" in text
    assert "5S ● 4/2 4 2 0" in text


def test_a_hundred_skills_flow_over_pages() -> None:
    lines = tuple(FINE._replace(skill=f"Ferdighet {n}") for n in range(100))
    pdf = coverage_pdf(CoveragePaper(DAY, lines), SHEET, NB)
    assert pages_of(pdf) > 2
    text = text_of(pdf)
    assert all(f"Ferdighet {n} " in text for n in range(100))
    assert not astray(pdf, SHEET)


def test_gaps_by_person_have_a_page_each_for_that_person_alone() -> None:
    line = GapLine("Sveis TIG", True, "1 – Kjenner til det", "3 – Gjør det alene", "Maskinering")
    one = GapsPaper("Linh Nguyễn", "Montering", DAY, (line,))
    pdf = gaps_pdf([one], SHEET, NB)
    assert pages_of(pdf) == 1
    text = text_of(pdf)
    assert "Sveis TIG kritisk 1 – Kjenner til det 3 – Gjør det alene Maskinering" in text
    assert "Personlig liste, gis bare til Linh Nguyễn" in text
    long = one._replace(person=HOSTILE, lines=(line._replace(skill=HOSTILE),) * 60)
    pdf = gaps_pdf([one, long], SHEET, NB)
    assert pages_of(pdf) > 2
    assert not astray(pdf, SHEET)
    assert "Ingen er under målnivå." in text_of(gaps_pdf([], SHEET, NB))


def test_the_plan_has_a_page_for_each_and_says_what_is_late() -> None:
    late = ITEM._replace(by_when=DAY.replace(day=1))
    other = ITEM._replace(id=2, person_id=2, person="Kari Solberg", course="Kurs 9606")
    pdf = training_plan_pdf(TrainingPaper("", DAY, (late, other)), SHEET, NB)
    assert pages_of(pdf) == 2
    first, second = text_of(pdf, 0), text_of(pdf, 1)
    assert "Kari Solberg" in first
    assert "Kurs 9606" in first
    assert "Sveis TIG → 3 ■ 01.10.2026 På jobben Åse" in second
    assert "Kari" not in second


def test_a_baseline_has_boxes_for_both_and_what_is_required() -> None:
    lines = (BaselineLine("Sveis TIG", "Maskin", 3), BaselineLine("5S", "Verktøy", None))
    pdf = baseline_pdf([BaselinePaper("Linh", "Montering", DAY, lines)], SHEET, NB)
    text = text_of(pdf)
    assert "Sveis TIG 3 0 1 2 3 4 0 1 2 3 4" in text
    assert "5S – 0 1 2 3 4 0 1 2 3 4" in text
    assert "Jeg selv, dato og sign." in text
    assert not astray(pdf, SHEET)


def test_a_diploma_says_who_and_for_what() -> None:
    paper = DiplomaPaper("Linh Nguyễn", "Trinn 2", "Gruppeleder", DAY, ("5S", "A3"))
    pdf = diploma_pdf([paper], SHEET, NB)
    assert pages_of(pdf) == 1
    text = text_of(pdf)
    for each in ("Diplom Trinn 2", "tildeles Linh Nguyễn", "5S, A3", "6. oktober 2026"):
        assert each in text


@pytest.mark.parametrize(
    "pdf",
    [
        coverage_pdf(CoveragePaper(DAY, ()), SHEET, EN),
        training_plan_pdf(TrainingPaper("", DAY, ()), SHEET, EN),
        baseline_pdf([], SHEET, EN),
        diploma_pdf([], SHEET, EN),
    ],
)
def test_nothing_is_said(pdf: bytes) -> None:
    assert pages_of(pdf) == 1
    assert len(text_of(pdf)) > 40


def test_what_looks_like_markup_stands_as_it_was_written() -> None:
    plain = HOSTILE.replace(" ", "")
    made = [
        coverage_pdf(CoveragePaper(DAY, (ALONE._replace(skill=HOSTILE),)), SHEET, EN),
        training_plan_pdf(TrainingPaper("", DAY, (ITEM._replace(skill=HOSTILE),)), SHEET, EN),
        baseline_pdf(
            [BaselinePaper(HOSTILE, "", DAY, (BaselineLine(HOSTILE, HOSTILE, None),))], SHEET, EN
        ),
        diploma_pdf([DiplomaPaper(HOSTILE, HOSTILE, "", DAY, (HOSTILE,))], SHEET, EN),
    ]
    for pdf in made:
        assert plain in text_of(pdf).replace(" ", "")
