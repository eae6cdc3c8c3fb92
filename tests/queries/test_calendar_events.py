"""Which meetings a calendar program is told of, and that telling it again doubles nothing."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import partial
from typing import Any

import pytest
from icalendar import Calendar

from lean_desktop.document.document import Document
from lean_desktop.domain.calendar_event import AgendaLine, CalendarEvent
from lean_desktop.domain.meetings import MeetingKind, MeetingState
from lean_desktop.edits import meeting_states, meetings, organisation, series
from lean_desktop.exchange.calendar import calendar_text
from lean_desktop.i18n import language
from lean_desktop.queries import calendar_events as queries
from lean_desktop.queries import meetings as meeting_queries
from tests.plants import START, STEP, Plant
from tests.series_plant import DAY, FIRST, LAST, WEEK, join, plan

Planted = tuple[Document, Plant]
Shown = dict[str, tuple[int, datetime, str]]

UUID = "0" * 36


@pytest.fixture
def planned(plant: Planted) -> Planted:
    document, keys = plant
    plan(document, keys)
    document.edit(STEP, meeting_states.call_meetings, [2, 3, 4])
    return plant


def numbers(events: list[Any]) -> list[int]:
    return [each.number for each in events]


def imported(shown: Shown, text: bytes) -> Shown:
    """What a calendar shows after an import: by UID, unless it has a newer revision already."""
    known = dict(shown)
    event: Any
    for event in Calendar.from_ical(text).walk("VEVENT"):
        uid, sequence = str(event["UID"]), int(event["SEQUENCE"])
        if uid not in known or known[uid][0] <= sequence:
            known[uid] = (sequence, event["DTSTART"].dt, str(event["STATUS"]))
    return known


def exported(document: Document) -> bytes:
    events = document.read(queries.events_of_series, 1)
    return calendar_text(events, UUID, language("nb"), datetime(2026, 10, 6, tzinfo=UTC))


def test_a_meeting_with_its_agenda(plant: Planted) -> None:
    document, keys = plant
    document.edit(STEP, meetings.change_meetings, [keys.meeting], place="Tavlerom 2")
    (event,) = document.read(queries.events_of_meeting, keys.meeting)
    assert (event.name, event.place, event.state) == ("Montering", "Tavlerom 2", "draft")
    assert event.agenda == tuple(
        AgendaLine(title, minutes, "Åse Ødegård")
        for title, minutes in (("Velkommen", 5), ("Soner", 30), ("Oppsummering", 15))
    )
    assert document.read(queries.events_of_meeting, 99) == []


def test_private_notes_are_not_told(plant: Planted) -> None:
    document, keys = plant
    document.edit(STEP, meetings.change_meetings, [keys.meeting], private_note="Hemmelig")
    assert "Hemmelig" not in repr(document.read(queries.events_of_meeting, keys.meeting))


def test_a_series_and_a_group_with_what_is_gone(planned: Planted) -> None:
    document, keys = planned
    document.edit(STEP, meetings.remove_meetings, [3])
    document.edit(STEP, meetings.remove_meetings, [5])  # a draft, which nobody knows of
    of_series = document.read(queries.events_of_series, 1)
    assert [(each.start, each.state) for each in of_series] == [
        (FIRST, "called"),
        (FIRST + WEEK, "cancelled"),
        (FIRST + 2 * WEEK, "called"),
        (FIRST + 4 * WEEK, "draft"),
        (FIRST + 5 * WEEK, "draft"),
    ]
    assert of_series[1].name == "Montering"
    of_group = document.read(queries.events_of_group, keys.group)
    assert of_group == [*document.read(queries.events_of_meeting, keys.meeting), *of_series]


def test_the_meetings_somebody_comes_to(planned: Planted) -> None:
    document, keys = planned
    mine = document.read(queries.events_of_person, keys.ola)
    assert [each.start for each in mine] == [  # a member since November
        each.start
        for each in document.read(queries.events_of_group, keys.group)
        if each.start.date() >= date(2026, 11, 1)
    ]
    assert len(document.read(queries.events_of_person, keys.boss)) == 7


def test_a_membership_holds_from_its_first_day_to_its_last(planned: Planted) -> None:
    document, keys = planned
    eva = document.edit(STEP, organisation.add_person, first_name="Eva").result
    join(document, keys.group, eva, FIRST.date() + WEEK, FIRST.date() + 2 * WEEK)
    found = document.read(queries.events_of_person, eva)
    assert [each.start for each in found] == [FIRST + WEEK, FIRST + 2 * WEEK]


def test_guests_chairs_note_takers_and_presenters_come_too(planned: Planted) -> None:
    document, _ = planned
    eva = document.edit(STEP, organisation.add_person, first_name="Eva").result
    assert document.read(queries.events_of_person, eva) == []
    document.edit(STEP, meetings.add_guest, 2, person_id=eva)
    document.edit(STEP, meetings.change_meetings, [3], chair_id=eva)
    document.edit(STEP, meetings.change_meetings, [4], note_taker_id=eva)
    document.edit(STEP, meetings.add_item, 5, "Kart", presenter_id=eva)
    found = document.read(queries.events_of_person, eva)
    assert [each.start for each in found] == [FIRST + n * WEEK for n in range(4)]


def test_those_who_would_have_come_are_told_that_it_is_gone(planned: Planted) -> None:
    document, keys = planned
    document.edit(STEP, meetings.remove_meetings, [2])
    gone = [
        each.start
        for each in document.read(queries.events_of_person, keys.kari)
        if each.state is MeetingState.CANCELLED
    ]
    assert gone == [FIRST]
    ola = document.read(queries.events_of_person, keys.ola)
    assert FIRST not in [each.start for each in ola]


def test_from_a_day_on(planned: Planted) -> None:
    document, keys = planned
    document.edit(STEP, meetings.remove_meetings, [2, 3])
    day = (FIRST + WEEK).date()
    left = [FIRST + n * WEEK for n in range(1, 6)]
    reads: tuple[Callable[..., list[CalendarEvent]], ...] = (
        partial(queries.events_of_group, group_id=keys.group),
        partial(queries.events_of_person, person_id=keys.boss),
        queries.events_of_workspace,
    )
    for read in reads:
        assert [each.start for each in document.read(read, since=day)] == left
        assert len(document.read(read)) == 7


@pytest.fixture
def daily(planned: Planted) -> Planted:
    """A 24h meeting of the foundry on six weekdays, the third called and then taken away."""
    document, keys = planned
    fields: dict[str, Any] = {
        "group_id": None,
        "unit_id": keys.foundry,
        "kind": MeetingKind.DAILY,
        "title": "24t",
    }
    fields |= {"first_start": FIRST.replace(hour=7), "planned_to": FIRST.date() + 7 * DAY}
    plan(document, keys, **fields, rule="FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR")
    third = document.read(queries.events_of_series, 2)[2]
    (gone,) = (
        each.id
        for each in document.read(meeting_queries.meetings)
        if each.unit_id and each.planned_start == third.start
    )
    document.edit(STEP, meeting_states.call_meetings, [gone])
    document.edit(STEP, meetings.remove_meetings, [gone])
    return planned


def test_the_24h_meetings_of_the_unit_are_told_when_asked_for(daily: Planted) -> None:
    document, keys = daily
    of_unit = document.read(queries.events_of_series, 2)
    assert [each.state for each in of_unit] == ["draft", "draft", "cancelled", *["draft"] * 3]
    for person in (keys.ola, keys.kari):  # one works there, the other leads it too
        usual = document.read(queries.events_of_person, person)
        every = document.read(queries.events_of_person, person, daily=True)
        assert not set(usual) & set(of_unit)
        assert set(every) == {*usual, *of_unit}
    boss = document.read(queries.events_of_person, keys.boss, daily=True)
    assert not set(boss) & set(of_unit)  # works in the unit above


def test_who_leads_a_unit_comes_to_its_24h_meetings(daily: Planted) -> None:
    document, keys = daily
    document.edit(STEP, organisation.change_units, [keys.foundry], leader_id=keys.boss)
    boss = document.read(queries.events_of_person, keys.boss, daily=True)
    assert set(document.read(queries.events_of_series, 2)) < set(boss)


def test_who_chairs_a_24h_meeting_is_told_only_when_asked_for(daily: Planted) -> None:
    document, _ = daily
    eva = document.edit(STEP, organisation.add_person, first_name="Eva").result
    document.edit(STEP, meetings.change_meetings, [8], chair_id=eva)
    assert document.read(queries.events_of_person, eva) == []
    (chaired,) = document.read(queries.events_of_person, eva, daily=True)
    assert chaired.name == "24t"


def test_the_whole_workspace(daily: Planted) -> None:
    document, keys = daily
    every = document.read(queries.events_of_workspace, daily=True)
    usual = document.read(queries.events_of_workspace)
    of_unit = document.read(queries.events_of_series, 2)
    assert usual == document.read(queries.events_of_group, keys.group)
    assert set(every) == {*usual, *of_unit}
    assert len(every) == 13


def test_importing_again_updates_and_doubles_nothing(planned: Planted) -> None:
    document, _ = planned
    first = exported(document)
    document.edit(STEP, meetings.change_meetings, [2], planned_start=START)
    document.edit(STEP, meeting_states.cancel_meetings, [3])
    document.edit(STEP, meetings.remove_meetings, [4])
    document.edit(STEP, series.extend_series, 1, LAST + WEEK)
    second = exported(document)
    assert imported(imported({}, first), first) == imported({}, first)
    both = imported(imported({}, first), second)
    assert both == imported({}, second)
    assert imported(both, first) == both  # an old file does no harm
    assert len(both) == 7
    shown = {uid: (start.replace(tzinfo=None), status) for uid, (_, start, status) in both.items()}
    assert list(shown.values())[:1] == [(START, "CONFIRMED")]
    assert sorted(status for _, status in shown.values()) == [
        *("CANCELLED", "CANCELLED", "CONFIRMED"),
        *["TENTATIVE"] * 4,
    ]


def test_undo_gives_no_number_to_another_meeting(planned: Planted) -> None:
    document, _ = planned
    document.edit(STEP, series.extend_series, 1, LAST + WEEK)
    before = numbers(document.read(queries.events_of_series, 1))
    document.undo()
    document.edit(STEP, series.extend_series, 1, LAST + 2 * WEEK)
    after = numbers(document.read(queries.events_of_series, 1))
    assert len(set(after)) == len(after) == 8
    assert before[-1] not in after
