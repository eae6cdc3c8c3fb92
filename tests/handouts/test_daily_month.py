"""A month of daily meetings on paper."""

from datetime import date, datetime
from io import BytesIO
from itertools import pairwise
from typing import Any

from pypdf import PdfReader

from lean_desktop.domain.daily import Area, DailyMonth, Mark
from lean_desktop.handouts.daily_month import daily_month, month_story
from lean_desktop.handouts.page import area, build
from lean_desktop.handouts.sheet import Sheet
from lean_desktop.i18n import language
from tests.handouts.readers import glyphs_of, pages_of, text_of

EN, NB = language("en"), language("nb")
SHEET = Sheet("Verkstedindustri AS", "Forbedringsarbeid", None, datetime(2026, 10, 6, 8, 42))
SAFETY, QUALITY = Area(1, "Sikkerhet"), Area(2, "Kvalitet")
DAYS = (date(2026, 9, 1), date(2026, 9, 2), date(2026, 9, 3))
MARKS = {
    DAYS[0]: {1: Mark(red=False), 2: Mark(red=True, deviation="Slagg i tre støp")},
    DAYS[1]: {1: Mark(red=True), 2: Mark(red=False)},
}


def month(areas: tuple[Area, ...] = (SAFETY, QUALITY), **fields: Any) -> DailyMonth:
    made = DailyMonth("Støperi", date(2026, 9, 1), areas, MARKS, frozenset(DAYS))
    return made._replace(**fields)


def test_it_says_what_was_green_and_what_was_wrong() -> None:
    text = text_of(daily_month([month()], SHEET, EN))
    for told in (
        "Støperi · September 2026",
        "Recorded on 2 of 3 days",
        "Sikkerhet",
        "1 of 2",
        "Tue 1 Sept Kvalitet Slagg i tre støp",
        "Wed 2 Sept Sikkerhet –",
        "not recorded",
    ):
        assert told in text


def test_marks_are_shapes_in_black_and_white() -> None:
    unplanned = month(planned=frozenset())  # So that there are no boxes to mark by hand.
    whole = _drawn(daily_month([unplanned], SHEET, NB))
    none = _drawn(daily_month([unplanned._replace(marks={})], SHEET, NB))
    assert whole.count(" c ") == none.count(" c ") + 2 * 4  # Two rings of four curves.
    assert whole.count(" re f") == none.count(" re f") + 2  # Two squares.
    assert _grey(whole)


def _drawn(pdf: bytes) -> str:
    contents = PdfReader(BytesIO(pdf)).pages[0].get_contents()
    assert contents is not None
    return " ".join(contents.get_data().decode("latin-1").split())


def _grey(drawn: str) -> bool:
    """Whether red, green and blue are alike wherever a colour is set."""
    words = drawn.split()
    colors = [words[at - 3 : at] for at, word in enumerate(words) if word in ("rg", "RG")]
    return bool(colors) and all(len(set(color)) == 1 for color in colors)


def test_a_month_without_red_days_says_so() -> None:
    assert "No area was red." in text_of(daily_month([month(marks={})], SHEET, EN))


def test_the_usual_areas_where_no_others_are_chosen() -> None:
    text = text_of(daily_month([month((), marks={})], SHEET, EN))
    for told in ("Safety", "Quality", "Delivery", "Recorded on 0 of 3 days"):
        assert told in text


def test_many_areas_with_long_names_go_on_on_another_page() -> None:
    areas = tuple(Area(key, f"Område {key} med et langt navn " * 3) for key in range(1, 26))
    pdf = daily_month([month(areas)], SHEET, NB)
    assert pages_of(pdf) > 1
    text = text_of(pdf)
    for key in range(1, 26):
        assert text.count(f"Område {key} med") >= 3
    left, _, wide, _ = area(SHEET._replace(landscape=True))
    assert all(
        left - 1.5 <= each.left and each.right <= left + wide + 1.5 for each in glyphs_of(pdf)
    )


def test_a_page_for_each_unit() -> None:
    pdf = daily_month([month(), month(name="Lager")], SHEET, EN)
    assert ["Lager" in text_of(pdf, page) for page in range(pages_of(pdf))] == [False, True]
    assert "No unit has a daily meeting." in text_of(daily_month([], SHEET, EN))


def test_upright_it_has_room_too() -> None:
    marks = {day: {1: Mark(red=True), 2: Mark(red=False)} for day in month().days}
    pdf = build(month_story(month(marks=marks), SHEET, NB), SHEET, NB, title="x")
    left, _, wide, _ = area(SHEET)
    assert all(
        left - 1.5 <= each.left and each.right <= left + wide + 1.5 for each in glyphs_of(pdf)
    )
    figures = sorted(
        (each for each in glyphs_of(pdf) if each.letter.isdigit() and each.top - each.bottom < 6),
        key=lambda each: (each.page, -round(each.bottom), each.left),
    )
    assert len(figures) >= 9 + 2 * 21
    assert all(
        one.right <= two.left + 0.5
        for one, two in pairwise(figures)
        if round(one.bottom) == round(two.bottom) and one.page == two.page
    )
