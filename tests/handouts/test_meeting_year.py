"""The year of meetings on paper: what it says, how it goes on, and that nothing is cut."""

from datetime import date, datetime, timedelta
from io import BytesIO

import pytest
from pypdf import PdfReader

from lean_desktop.domain.clashes import Clash
from lean_desktop.domain.company_calendar import ClosedPeriod, CompanyCalendar
from lean_desktop.domain.meeting_year import MeetingYear, Standing, Whose, YearMeeting, laid_out
from lean_desktop.domain.organisation import GroupKind
from lean_desktop.handouts.meeting_year import meeting_year
from lean_desktop.handouts.page import area
from lean_desktop.handouts.sheet import Sheet
from lean_desktop.i18n import language
from tests.handouts.readers import glyphs_of, outline_of, pages_of, text_of

EN, NB = language("en"), language("nb")
NOW = datetime(2026, 10, 6, 8, 42)
SHEET = Sheet("Verkstedindustri AS", "Forbedringsarbeid", None, NOW)
A3 = SHEET._replace(paper="A3", landscape=True)
LONG = "Gruppe for omstilling, vedlikehold og orden i alle haller " * 2
LEAST = 7.0


def year(groups: int = 3, name: str = "Gruppe", *, clashing: int = 0) -> MeetingYear:
    who = [Whose(key, f"{name} {key}", GroupKind.IMPROVEMENT) for key in range(1, groups + 1)]
    who.append(Whose(-1, "Støperi", None, (1,)))
    summer = ClosedPeriod(1, "Fellesferie", date(2026, 7, 6), date(2026, 7, 26))
    pairs = [Clash(each.id, each.id + 1, (1, 2), "Rom 2") for each in _meetings(clashing)]
    meetings = [*_meetings(groups), *_daily()]
    return laid_out(
        2026, NOW, who, meetings, CompanyCalendar((summer,)), pairs, {1: "Kari Solberg"}
    )


def _meetings(groups: int) -> list[YearMeeting]:
    """Every standing there is, for each group, three of them in one week."""
    found = []
    for whose in range(1, groups + 1):
        for number, standing in enumerate(Standing):
            start = datetime(2026, 9, 7, 8) + timedelta(weeks=max(0, number - 2))
            key = whose * 100 + number
            found.append(YearMeeting(key, whose, start, start + timedelta(hours=1), standing))
    return found


def _daily() -> list[YearMeeting]:
    """Twelve in one week, of which eleven were held."""
    starts = [datetime(2026, 9, 28, 6) + timedelta(hours=12 * number) for number in range(12)]
    return [
        YearMeeting(
            number,
            -1,
            start,
            start + timedelta(minutes=10),
            Standing.HELD if number else Standing.MISSED,
            daily=True,
        )
        for number, start in enumerate(starts)
    ]


def test_it_says_who_meets_and_how_much_was_held() -> None:
    text = text_of(meeting_year(year(), SHEET, EN))
    for told in (
        "Meetings of 2026",
        "Improvement group",
        "Gruppe 1",
        "1 of 6",
        "Daily operational meetings",
        "11 of 12",
        "Held so far: 14 of 30",
        "Not recorded",
        "Closed week",
        "Week 28–30: Fellesferie",
        "Verkstedindustri AS · Meetings of 2026",
    ):
        assert told in text


def test_every_page_is_an_a3_across() -> None:
    for page in PdfReader(BytesIO(meeting_year(year(), SHEET, NB))).pages:
        assert (round(page.mediabox.width), round(page.mediabox.height)) == (1191, 842)


@pytest.mark.parametrize("groups", [35, 140])
def test_the_heads_stand_on_every_page_and_each_group_once(groups: int) -> None:
    pdf = meeting_year(year(groups), SHEET, EN)
    pages = [text_of(pdf, page) for page in range(pages_of(pdf))]
    assert len(pages) >= groups // 40 + 1
    whole = " ".join(pages)
    for key in range(1, groups + 1):
        assert whole.count(f"Gruppe {key} ") + whole.count(f"Gruppe {key}\n") == 1
    for text in pages[: groups // 40 + 1]:
        assert "Improvement group" in text
        assert "Jan" in text
        assert "Cancelled" in text


def test_long_names_are_told_whole_and_stay_inside() -> None:
    pdf = meeting_year(year(30, LONG.strip()), SHEET, NB)
    assert " ".join(LONG.split()) in text_of(pdf)
    left, _, wide, _ = area(A3)
    outside = [
        each for each in glyphs_of(pdf) if each.left < left - 1.5 or each.right > left + wide + 1.5
    ]
    assert not outside


def test_no_letter_is_smaller_than_may_be() -> None:
    sizes: set[float] = set()

    def look(text: str, _cm: object, matrix: list[float], _font: object, size: float) -> None:
        if text.strip():
            sizes.add(round(abs(size * matrix[3]), 2))

    for page in PdfReader(BytesIO(meeting_year(year(clashing=1), SHEET, NB))).pages:
        page.extract_text(visitor_text=look)
    assert min(sizes) >= LEAST


def test_clashes_are_listed_without_names_and_counted_when_many() -> None:
    pdf = meeting_year(year(10, clashing=10), SHEET, EN)
    text = text_of(pdf)
    assert "Rom 2, 2 people in both" in text
    assert "and 20 more" in text
    assert "Kari" not in text
    assert [title for _, title, _ in outline_of(pdf)][-1] == "Clashes"


def test_when_nobody_meets() -> None:
    empty = laid_out(2026, NOW, [], [])
    assert "Nobody meets yet." in text_of(meeting_year(empty, SHEET, EN))
