"""The attendance list: who is called, room to sign, and nothing of how anybody came."""

from itertools import pairwise

import pytest

from lean_desktop.domain.meeting_papers import Attendants
from lean_desktop.domain.minutes import Called
from lean_desktop.handouts.attendance import MORE_LINES, attendance
from lean_desktop.handouts.page import area
from lean_desktop.i18n import Language
from tests.handouts.agendas import EN, MEETING, NB, SHEET
from tests.handouts.margins import astray
from tests.handouts.papers import HELD, HOSTILE, PEOPLE
from tests.handouts.readers import glyphs_of, pages_of, text_of


def test_it_names_those_called_in_order_with_their_guests() -> None:
    text = text_of(attendance(Attendants(MEETING, PEOPLE, ("Gjest Fra Leverandør",)), SHEET, NB))
    for each in (
        "Oppmøteliste, møte 14 Forbedringsgruppe Montering",
        "Tirsdag 6. oktober 2026 13.00–13.45",
        "1 Øystein Ødegård 2 Łukasz Kowalczyk 3 Linh Nguyễn 4 Marija Đukić 5 Hanne Årnes",
        "6 Gjest Fra Leverandør",
        "Side 1 av 1",
    ):
        assert each in text


def test_in_english() -> None:
    text = text_of(attendance(Attendants(MEETING, PEOPLE), SHEET, EN))
    assert "Attendance, meeting 14" in text
    assert "No. Name Came Signature" in text
    assert "Tuesday 6 October 2026 13:00–13:45" in text


def test_how_anybody_came_does_not_stand_on_it() -> None:
    held = text_of(attendance(Attendants(HELD, PEOPLE), SHEET, EN))
    bare = tuple(Called(each.person_id, each.name) for each in PEOPLE)
    assert held == text_of(attendance(Attendants(HELD, bare), SHEET, EN))


def test_an_empty_list_has_lines_for_whoever_comes() -> None:
    loose = MEETING._replace(group="", group_id=None)
    pdf = attendance(Attendants(loose, ()), SHEET, EN)
    text = text_of(pdf)
    assert pages_of(pdf) == 1
    assert "Attendance, meeting 14 Meeting" in text
    assert f"Signature {' '.join(str(n) for n in range(1, MORE_LINES + 1))}" in text


def test_forty_go_on_on_another_page_with_its_heads() -> None:
    people = tuple(Called(key, f"Person {key} Å") for key in range(1, 41))
    pdf = attendance(Attendants(MEETING, people), SHEET, EN)
    texts = [text_of(pdf, page) for page in range(pages_of(pdf))]
    assert len(texts) > 1
    assert all("No. Name Came Signature" in text for text in texts)
    for key in range(1, 41):
        assert sum(f"{key} Person {key} Å" in text for text in texts) == 1
    assert not astray(pdf, SHEET)


def test_lines_are_high_enough_to_write_on() -> None:
    pdf = attendance(Attendants(MEETING, PEOPLE), SHEET, EN)
    left = area(SHEET).left
    tops = sorted(
        {
            round(each.bottom)
            for each in glyphs_of(pdf)
            if each.letter in "12345" and each.left < left + 34
        }
    )
    rows = [above - below for below, above in pairwise(tops)]
    assert min(rows) >= 22  # Eight millimetres.


@pytest.mark.parametrize("t", [NB, EN])
def test_what_looks_like_markup_stands_as_it_was_written(t: Language) -> None:
    meeting = MEETING._replace(title=HOSTILE)
    pdf = attendance(Attendants(meeting, (Called(1, HOSTILE),), (HOSTILE * 4,)), SHEET, t)
    assert text_of(pdf).replace(" ", "").count(HOSTILE.replace(" ", "")) >= 6
    assert not astray(pdf, SHEET)
