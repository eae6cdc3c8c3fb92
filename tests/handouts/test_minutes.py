"""The minutes on paper: what was recorded, nobody late by name, and nothing outside the margins."""

from datetime import timedelta

import pytest

from lean_desktop.domain.meeting_papers import Minutes
from lean_desktop.domain.meetings import Meeting
from lean_desktop.domain.minutes import Arrival, Arrived, Called, Decision, How, Note, Rating
from lean_desktop.handouts.minutes import minutes
from lean_desktop.handouts.sheet import Sheet
from lean_desktop.i18n import Language
from tests.handouts.agendas import EN, MEETING, NB, SHEET, item
from tests.handouts.margins import astray
from tests.handouts.papers import HELD, HOSTILE, ITEMS, action, minutes_of
from tests.handouts.readers import outline_of, pages_of, text_of


def told(snapshot: Minutes, t: Language = NB) -> str:
    return text_of(minutes(snapshot, SHEET, t))


def test_it_says_who_came_and_what_came_of_it() -> None:
    text = told(minutes_of())
    for each in (
        "Referat, møte 14 Forbedringsgruppe Montering",
        "Tirsdag 6. oktober 2026 13.02–13.51 · Tavlerom 2",
        "Til stede Øystein Ødegård (møteleder), Łukasz Kowalczyk, Hanne Årnes (referent)",
        "Gjester Gjest Fra Leverandør",
        "Stedfortredere Kari Solberg → Linh Nguyễn Forfall Linh Nguyễn",
        "1 Velkommen 3 4",
        "2 Nye soner Beslutning 7/2026: Gule soner ved linje 1",
        "Notat: Prøves i uke 42",
        "Gjøremål 31: Bestille gulvtape (Linh Nguyễn, 13. okt.) 20 27",
        "3 Skiftbytte Utsatt 10 –",
        "Kaffe på tavlerommet",
        "31 Bestille gulvtape Linh Nguyễn 13. okt. 13. okt. Ny",
        "12 Merke soner Linh Nguyễn 13. okt. 20. okt. Utsatt 2: venter på tape",
        "Skyggetavle til håndverktøy",
        "Vurdering 1–6: Forberedelse 4,2 · Gjennomføring 5,0 · Utbytte 4,6 (5 svar)",
        "Neste møte: tirsdag 20. oktober 2026 kl. 13.00, Tavlerom 2",
        "Verkstedindustri AS · Forbedringsgruppe Montering",
        "Side 1 av 1",
    ):
        assert each in text


def test_in_english() -> None:
    text = told(minutes_of(), EN)
    for each in (
        "Minutes, meeting 14",
        "Tuesday 6 October 2026 13:02–13:51 · Tavlerom 2",
        "Present Øystein Ødegård (chair), Łukasz Kowalczyk, Hanne Årnes (note-taker)",
        "Excused Linh Nguyễn",
        "Decision 7/2026: Gule soner ved linje 1",
        "Moved 2: venter på tape",
        "Blocked: mangler truck",
        "14 Male Linh Nguyễn 13 Oct 13 Oct Not asked",
        "15 Skilt Linh Nguyễn 13 Oct 13 Oct Doing",
        "Rating 1–6: Preparation 4.2 · Running 5.0 · Benefit 4.6 (5 answers)",
        "Next meeting: Tuesday 20 October 2026 13:00, Tavlerom 2",
    ):
        assert each in text


def test_late_absent_and_unprepared_stand_as_numbers_alone() -> None:
    text = told(minutes_of(), EN)
    assert "Marija" not in text  # Who did not come is not named on a sheet for the wall.
    for each in ("On time 2 of 4", "Prepared 1 of 3", "Agenda 6 min over plan"):
        assert each in text
    assert "12 min" not in text  # How late one person was.
    assert "late" not in text.lower()


def test_not_recorded_is_a_dash_and_never_good() -> None:
    people = tuple(Called(key, name) for key, name in enumerate(("Kari", "Ola"), 1))
    meeting = MEETING._replace(actual_start=None, actual_end=None)
    text = told(minutes_of(meeting=meeting, called=people, rating=Rating(0)), EN)
    for each in ("Present –", "On time –", "Prepared –", "Agenda –", "13:00–13:45"):
        assert each in text
    assert "Rating" not in text


def test_a_kept_agenda_says_so_and_items_not_taken_are_counted() -> None:
    on_time = HELD._replace(actual_end=HELD.planned_end)
    assert "Agenda kept" in told(minutes_of(meeting=on_time), EN)
    open_items = (*ITEMS, item(4, "Glemt"))
    assert "Agenda 1 item not taken" in told(minutes_of(open_items, meeting=on_time), EN)
    two = (*open_items, item(5, "Også glemt"))
    assert "Agenda 2 items not taken, 6 min over plan" in told(minutes_of(two), EN)


def test_an_empty_meeting_has_one_page_to_sign() -> None:
    bare = Minutes(MEETING._replace(group="", place="", chair="", note_taker=""), (), ())
    pdf = minutes(bare, SHEET, EN)
    text = text_of(pdf)
    assert pages_of(pdf) == 1
    assert "Minutes, meeting 14 Meeting" in text
    for each in ("None", "Actions", "Items, decisions", "New ideas", "Next meeting"):
        assert each not in text
    assert outline_of(pdf) == [(0, "Meeting", 0)]


def test_what_was_decided_without_an_agenda_is_told() -> None:
    one = Decision(1, 1, None, 2026, 1, "Flytte tavla")
    text = told(Minutes(HELD, (), (), decisions=(one,)), EN)
    assert "Items, decisions and notes" in text
    assert "Decision 1/2026: Flytte tavla" in text


def hostile() -> Minutes:
    """The same text wherever a user may write one."""
    meeting: Meeting = HELD._replace(title=HOSTILE, place=HOSTILE)
    person = Called(1, HOSTILE, arrived=Arrived(Arrival.ON_TIME), represented_by=HOSTILE)
    return minutes_of(
        (item(0, HOSTILE),),
        meeting=meeting,
        called=(person,),
        guests=(HOSTILE,),
        decisions=(Decision(1, 1, 1, 2026, 1, HOSTILE),),
        notes=(Note(1, 1, None, HOSTILE),),
        new_actions=(action(1, HOSTILE, owner=HOSTILE, item_id=1),),
        followed=(),
        ideas=(HOSTILE,),
        next=meeting,
    )


@pytest.mark.parametrize("t", [NB, EN])
def test_what_looks_like_markup_stands_as_it_was_written(t: Language) -> None:
    pdf = minutes(hostile(), SHEET, t)
    assert text_of(pdf).replace(" ", "").count(HOSTILE.replace(" ", "")) >= 10
    assert not astray(pdf, SHEET)


def forty() -> Minutes:
    people = tuple(
        Called(
            key,
            f"Maximiliane-Charlotte von Hohenzollern nr. {key}",
            arrived=Arrived(Arrival.ON_TIME),
            prepared=How.YES,
        )
        for key in range(1, 41)
    )
    long = tuple(item(n, f"Sak {n} {'W' * 120}", minutes=1440) for n in range(40))
    actions = tuple(action(n, f"Gjøremål nummer {n}", item_id=n) for n in range(1, 41))
    decisions = tuple(Decision(n, 1, n, 2026, n, "x" * 900) for n in range(1, 41))
    return minutes_of(long, called=people, new_actions=actions, decisions=decisions)


@pytest.mark.parametrize("paper", ["A4", "A3"])
def test_forty_people_and_items_stay_inside_the_margins_and_none_is_lost(paper: str) -> None:
    sheet: Sheet = SHEET._replace(paper=paper)
    pdf = minutes(forty(), sheet, NB)
    text = text_of(pdf)
    assert pages_of(pdf) > 1
    assert not astray(pdf, sheet)
    for key in range(1, 41):
        assert f"Hohenzollern nr. {key}" in text
        assert f"Beslutning {key}/2026:" in text
        assert text.count(f"Gjøremål nummer {key} ") == 2  # At its item, and in the table.


def test_a_note_longer_than_a_page_goes_on_on_the_next() -> None:
    words = " ".join(f"ord{n}" for n in range(1600))
    text = told(minutes_of(notes=(Note(1, 1, 2, words),)))
    assert all(f"ord{n} " in text for n in (0, 800, 1598))


def test_midnight_is_passed() -> None:
    late = HELD._replace(
        actual_start=HELD.planned_start,
        actual_end=HELD.planned_start.replace(hour=23) + timedelta(hours=2),
    )
    assert "13:00–" in told(minutes_of(meeting=late), EN)


def test_the_same_snapshot_is_the_same_file() -> None:
    assert minutes(minutes_of(), SHEET, NB) == minutes(minutes_of(), SHEET, NB)
