"""What the year of meetings says in words."""

from datetime import date, datetime, timedelta

import pytest

from lean_desktop.domain.clashes import Clash
from lean_desktop.domain.company_calendar import ClosedPeriod, CompanyCalendar
from lean_desktop.domain.meeting_year import (
    MeetingYear,
    Standing,
    Tally,
    Whose,
    YearMeeting,
    laid_out,
)
from lean_desktop.domain.meeting_year_words import (
    month_name,
    name_of,
    sections,
    told_cell,
    told_closings,
    told_pair,
    told_tally,
    told_week,
)
from lean_desktop.domain.organisation import GroupKind
from lean_desktop.i18n import language

EN, NB = language("en"), language("nb")
NOW = datetime(2026, 10, 6, 9)
WHO = [
    Whose(0, ""),
    Whose(-5, "Støperi", None, (5,)),
    Whose(2, "Improvement group Assembly", GroupKind.IMPROVEMENT, (5,)),
    Whose(1, "Åsane", GroupKind.IMPROVEMENT),
    Whose(3, "Leaders", GroupKind.STEERING),
]


def year(*meetings: YearMeeting, clashes: tuple[Clash, ...] = ()) -> MeetingYear:
    summer = ClosedPeriod(1, "Summer", date(2026, 7, 6), date(2026, 7, 26))
    furnace = ClosedPeriod(2, "New furnace", date(2026, 10, 6), date(2026, 10, 6), unit_id=5)
    calendar = CompanyCalendar((summer, furnace), {5: None})
    people = {1: "Kari", 2: "Ola", 3: "Åse", 4: "Per"}
    return laid_out(2026, NOW, WHO, meetings, calendar, clashes, people)


def meeting(key: int, whose: int, *, daily: bool = False) -> YearMeeting:
    start = datetime(2026, 10, 6, 13)
    end = start + timedelta(minutes=45)
    return YearMeeting(key, whose, start, end, Standing.CALLED, daily, "Zones", "Room 2")


def test_lines_stand_by_kind_and_name() -> None:
    told = [
        (each.heading, [name_of(line.whose, EN) for line in each.lines])
        for each in sections(year().lines, EN)
    ]
    assert told == [
        ("Steering group", ["Leaders"]),
        ("Improvement group", ["Åsane", "Assembly"]),
        ("Daily operational meetings", ["Støperi"]),
        ("Others", ["Meetings of no group"]),
    ]


@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        ("støp", ["Støperi"]),
        ("improvement åsa", ["Åsane"]),
        ("steering", ["Leaders"]),
        ("nobody", []),
    ],
)
def test_words_leave_out_other_lines(wanted: str, names: list[str]) -> None:
    found = sections(year().lines, EN, wanted)
    assert [name_of(line.whose, EN) for each in found for line in each.lines] == names


def test_a_cell_in_words() -> None:
    pair = Clash(1, 2, (1, 2, 3, 4), "Room 2")
    shown = year(meeting(1, 2), meeting(2, 3), meeting(3, 2, daily=True), clashes=(pair,))
    line = next(each for each in shown.lines if each.key == 2)
    assert told_cell(shown, line, shown.weeks[40], EN) == [
        "Tue 6 Oct 13:00–13:45 · Called · Zones · Room 2",
        "0 of 1 daily meetings held",
        "New furnace",
        "Clashes with Leaders Tue 6 Oct 13:00: Room 2, Kari, Ola, Åse, + 1",
    ]
    assert told_cell(shown, line, shown.weeks[39], EN) == []


def test_on_paper_nobody_is_named() -> None:
    pair = Clash(1, 2, (1, 2))
    shown = year(meeting(1, 2), clashes=(pair,))
    told = told_pair(shown, pair, EN)
    assert told == "Assembly Tue 6 Oct 13:00 – a meeting of another year: 2 people in both"


def test_closings() -> None:
    told = told_closings(year(), EN)
    assert "Week 28–30: Summer" in told
    assert "Week 15: Easter Monday" in told
    assert told[-2:] == ["Støperi, Week 41: New furnace", "Assembly, Week 41: New furnace"]


def test_a_week_in_words() -> None:
    weeks = year().weeks
    assert told_week(weeks[40], EN) == "Week 41 · 5 Oct – 11 Oct"
    assert told_week(weeks[27], EN).splitlines()[1:] == ["Summer"]


def test_tallies_and_months() -> None:
    assert told_tally(Tally(8, 9), NB) == "8 av 9"
    assert told_tally(Tally(), NB) == "–"
    assert [month_name(5, NB), month_name(10, NB), month_name(10, EN)] == ["Mai", "Okt.", "Oct"]
