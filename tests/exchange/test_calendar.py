"""Calendar files, read back by the library and compared with days worked out by hand."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from lean_desktop.domain.calendar_event import AgendaLine, CalendarEvent
from lean_desktop.domain.company_calendar import CompanyCalendar
from lean_desktop.domain.errors import Cancelled
from lean_desktop.domain.holidays import holiday_name
from lean_desktop.domain.meetings import MeetingKind, MeetingState
from lean_desktop.domain.recurrence import Recurrence, occurrences, read_rule
from lean_desktop.exchange.calendar import calendar_text
from lean_desktop.i18n import language
from tests.recurrences import DAY, recurrences, slots_by_days, starts_by_days

UUID = "0f8c1c9e-93a4-4b1e-9d2b-5a2f7c1d3e4f"
STAMP = datetime(2026, 10, 6, 14, 30, tzinfo=ZoneInfo("Europe/Oslo"))
OSLO = ZoneInfo("Europe/Oslo")
CALLED = MeetingState.CALLED


def written(events: Sequence[CalendarEvent], code: str = "nb") -> bytes:
    return calendar_text(events, UUID, language(code), STAMP)


def read(text: bytes) -> list[Any]:
    calendar = Calendar.from_ical(text)
    return list(calendar.walk("VEVENT"))


def event(number: int, start: datetime, minutes: int = 45, **fields: Any) -> CalendarEvent:
    end = start + timedelta(minutes=minutes)
    return CalendarEvent(number, 0, CALLED, start, end, **fields)


def instants(text: bytes) -> list[tuple[str, datetime, datetime]]:
    """UID, start and end in universal time."""
    return [
        (str(each["UID"]), each["DTSTART"].dt.astimezone(UTC), each["DTEND"].dt.astimezone(UTC))
        for each in read(text)
    ]


def as_instants(recurrence: Recurrence, starts: Sequence[datetime]) -> list[Any]:
    length = timedelta(minutes=recurrence.minutes)
    return [
        (
            f"meeting-{number}@{UUID}",
            start.replace(tzinfo=OSLO).astimezone(UTC),
            (start + length).replace(tzinfo=OSLO).astimezone(UTC),
        )
        for number, start in enumerate(starts)
    ]


@given(recurrences, st.integers(0, 240))
def test_a_calendar_reads_the_very_meetings_of_a_series(recurrence: Recurrence, days: int) -> None:
    first, to = recurrence.first_start, recurrence.first_start.date() + days * DAY
    found = occurrences(recurrence, to, CompanyCalendar().closed())
    starts = [each.start for each in found if each.start is not None]
    text = written([event(n, start, recurrence.minutes) for n, start in enumerate(starts)])
    slots = slots_by_days(read_rule(recurrence.rule), first, to + 31 * DAY)
    by_hand = starts_by_days(slots, to, recurrence.when_closed, lambda day: bool(holiday_name(day)))
    assert instants(text) == as_instants(recurrence, [start for start in by_hand if start])


@pytest.mark.parametrize(
    ("day", "hour"),
    [
        (date(2026, 3, 28), 8),
        (date(2026, 3, 29), 7),  # at two o'clock that night it becomes three
        (date(2026, 10, 24), 7),
        (date(2026, 10, 25), 8),
        (date(2050, 7, 1), 7),
    ],
)
def test_nine_is_nine_in_summer_and_winter(day: date, hour: int) -> None:
    nine = datetime(day.year, day.month, day.day, 9)
    text = written([event(1, nine)])
    assert b"DTSTART;TZID=Europe/Oslo:" + f"{nine:%Y%m%dT%H%M%S}".encode() in text
    (_, start, end) = instants(text)[0]
    assert start == datetime(day.year, day.month, day.day, hour, tzinfo=UTC)
    assert end - start == timedelta(minutes=45)


def test_the_time_zone_in_the_file_says_the_same_as_the_world_knows() -> None:
    """Under a name nobody knows, so that whoever reads it has to go by the file."""
    days = (
        datetime(2026, 3, 28),
        datetime(2026, 10, 24),
        datetime(2041, 3, 30),
        datetime(2026, 7, 1),
    )
    hours = [day + n * timedelta(hours=1) for day in days for n in range(72)]
    there = [each for each in hours if each.hour != 2]  # which is lacking, or there twice
    text = written([event(n, start) for n, start in enumerate(there)])
    renamed = text.replace(b"Europe/Oslo", b"Verkstedet/Tavla")
    assert len(instants(renamed)) == len(there)
    assert instants(renamed) == instants(text)


def test_what_is_told_of_a_meeting() -> None:
    start = datetime(2026, 10, 6, 13)
    agenda = (AgendaLine("Siden sist", 5, "Åse Ødegård"), AgendaLine("Soner; kart, skilt", 40))
    told = event(
        *(7, start),
        name="Montering, linje 2; øst",
        place="Tavlerom 2\\nord",
        purpose="Færre stopp\nBedre flyt",
        agenda=agenda,
    )
    text = written([told._replace(sequence=3)])
    assert b"DTSTAMP:20261006T123000Z" in text
    (found,) = read(text)
    assert str(found["UID"]) == f"meeting-7@{UUID}"
    assert found["SEQUENCE"] == 3
    assert str(found["STATUS"]) == "CONFIRMED"
    assert str(found["SUMMARY"]) == "Montering, linje 2; øst"
    assert str(found["LOCATION"]) == "Tavlerom 2\\nord"
    assert str(found["DESCRIPTION"]) == (
        "Færre stopp\nBedre flyt\n\n"
        "13.00  Siden sist · 5 min · Åse Ødegård\n"
        "13.05  Soner; kart, skilt · 40 min"
    )


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"])))
def test_any_name_comes_back_as_it_was(name: str) -> None:
    text = written([event(1, datetime(2026, 10, 6, 13), name=f"x{name}x", place=f"x{name}x")])
    (found,) = read(text)
    assert (str(found["SUMMARY"]), str(found["LOCATION"])) == (f"x{name}x", f"x{name}x")
    assert all(len(line) <= 75 for line in text.split(b"\r\n"))


def test_a_meeting_without_a_name_is_called_after_its_kind() -> None:
    nameless = event(1, datetime(2026, 10, 6, 13), kind=MeetingKind.A3_REVIEW)
    (found,) = read(written([nameless], "en"))
    assert str(found["SUMMARY"]) == "A3 review"
    assert "LOCATION" not in found
    assert "DESCRIPTION" not in found


@pytest.mark.parametrize(
    ("state", "status"),
    [
        (MeetingState.DRAFT, "TENTATIVE"),
        (MeetingState.CALLED, "CONFIRMED"),
        (MeetingState.IN_PROGRESS, "CONFIRMED"),
        (MeetingState.CLOSED, "CONFIRMED"),
        (MeetingState.CANCELLED, "CANCELLED"),
    ],
)
def test_how_certain_a_meeting_is(state: MeetingState, status: str) -> None:
    told = event(1, datetime(2026, 10, 6, 13))._replace(state=state)
    assert [str(each["STATUS"]) for each in read(written([told]))] == [status]


def test_writing_tells_how_far_it_is_and_can_be_stopped() -> None:
    events = [event(n, datetime(2026, 10, 6, 13)) for n in range(3)]
    told: list[tuple[int, int]] = []

    def report(done: int, total: int) -> None:
        told.append((done, total))
        if done == 1:
            raise Cancelled

    with pytest.raises(Cancelled):
        calendar_text(events, UUID, language("nb"), STAMP, report)
    assert told == [(0, 3), (1, 3)]


def test_a_file_without_meetings_is_a_calendar_all_the_same() -> None:
    calendar = Calendar.from_ical(written([]))
    assert (str(calendar["METHOD"]), str(calendar["VERSION"])) == ("PUBLISH", "2.0")
    assert len(calendar.walk("VTIMEZONE")) == 1
    assert calendar.walk("VEVENT") == []
