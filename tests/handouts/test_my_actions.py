"""The list of one person's open actions, for that person."""

from datetime import date, datetime

import pytest

from lean_desktop.domain.actions import ActionStatus
from lean_desktop.domain.calendar_event import CalendarEvent
from lean_desktop.domain.meeting_papers import PersonActions
from lean_desktop.domain.meetings import MeetingState
from lean_desktop.handouts.my_actions import my_actions
from lean_desktop.i18n import Language
from tests.handouts.agendas import EN, NB, SHEET
from tests.handouts.margins import astray
from tests.handouts.papers import HOSTILE, action
from tests.handouts.readers import outline_of, pages_of, text_of

TODAY = date(2026, 10, 15)
LATE = action(12, "Merke soner", slips=2, status=ActionStatus.DOING)
OPEN = action(31, due=None, group="")
LINH = PersonActions("Linh Nguyễn", (LATE, OPEN), TODAY)


def test_it_says_what_is_open_and_how_long_it_is_over() -> None:
    pdf = my_actions([LINH], SHEET, NB)
    text = text_of(pdf)
    for each in (
        "Mine gjøremål Linh Nguyễn",
        "2 åpne gjøremål",
        "■ Over frist",
        "12 Merke soner Forbedringsgruppe Montering",
        "13. okt. 2 d over, utsatt 2",
        "● Senere",
        "31 Bestille gulvtape",
        "uten frist",
        "Personlig liste, gis bare til Linh Nguyễn",
        "Side 1 av 1",
    ):
        assert each in text


def test_in_english() -> None:
    text = text_of(my_actions([LINH._replace(actions=(LATE,))], SHEET, EN))
    for each in ("My actions Linh Nguyễn", "1 open action", "2 d over, moved 2"):
        assert each in text


def test_everyone_has_a_page_with_nothing_of_the_others() -> None:
    kari = PersonActions("Kari Solberg", (action(40, "Rydde lager"),), TODAY)
    pdf = my_actions([LINH, kari], SHEET, EN)
    assert pages_of(pdf) == 2
    first, second = (text_of(pdf, page) for page in (0, 1))
    assert "Kari" not in first
    assert "Rydde lager" not in first
    assert "Linh" not in second
    assert [page for level, _, page in outline_of(pdf) if level == 0] == [0, 1]


def test_what_one_helps_with_and_the_meetings_to_come_stand_below() -> None:
    start = datetime(2026, 10, 20, 13)
    met = CalendarEvent(
        1, 1, MeetingState.CALLED, start, start.replace(hour=14), "Montering, møte 15", place="A1"
    )
    helped = action(40, "Rydde lager", owner="Kari Solberg")
    text = text_of(my_actions([LINH._replace(helping=(helped,), meetings=(met,))], SHEET, NB))
    assert text.index("Jeg hjelper til med") < text.index("40 Rydde lager Kari Solberg")
    assert "tir. 20. okt. 13.00–14.00 Montering, møte 15 A1" in text


def test_no_open_action_is_said() -> None:
    pdf = my_actions([], SHEET, EN)
    assert pages_of(pdf) == 1
    assert "No actions are open." in text_of(pdf)


def test_a_hundred_actions_keep_their_order_over_the_pages() -> None:
    actions = tuple(action(n, f"Gjøremål nummer {n}") for n in range(1, 101))
    pdf = my_actions([PersonActions("Linh Nguyễn", actions, TODAY)], SHEET, NB)
    text = text_of(pdf)
    places = [text.index(f"Gjøremål nummer {n} ") for n in range(1, 101)]
    assert places == sorted(places)
    assert not astray(pdf, SHEET)


@pytest.mark.parametrize("t", [NB, EN])
def test_what_looks_like_markup_stands_as_it_was_written(t: Language) -> None:
    own = action(1, f"{HOSTILE} {'W' * 300}", group=HOSTILE)
    pdf = my_actions([PersonActions(HOSTILE, (own,), TODAY)], SHEET, t)
    assert text_of(pdf).replace(" ", "").count(HOSTILE.replace(" ", "")) >= 3
    assert not astray(pdf, SHEET)
