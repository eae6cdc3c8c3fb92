"""Preparation as days in a calendar, read back by the library."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from icalendar import Calendar

from lean_desktop.domain.meeting_papers import PreparationOut, Preparing
from lean_desktop.domain.meetings import MeetingState
from lean_desktop.domain.preparation_mail import told_to_one
from lean_desktop.exchange.preparation_calendar import preparation_calendar
from lean_desktop.i18n import language
from tests.domain.test_preparation_mail import LINH, MEETING, OUT, PAL

NB = language("nb")
UUID = "0f8c1c9e-93a4-4b1e-9d2b-5a2f7c1d3e4f"
STAMP = datetime(2026, 10, 1, 9, 30, tzinfo=UTC)


def days(out: PreparationOut, people: list[Preparing], stamp: datetime = STAMP) -> list[Any]:
    text = preparation_calendar(out, people, UUID, NB, stamp)
    calendar = Calendar.from_ical(text)
    assert (str(calendar["METHOD"]), str(calendar["VERSION"])) == ("PUBLISH", "2.0")
    assert all(len(line) <= 75 for line in text.split(b"\r\n"))
    return list(calendar.walk("VEVENT"))


def test_a_whole_day_that_blocks_nothing() -> None:
    linh, pal = days(OUT, [LINH, PAL])
    assert (linh["DTSTART"].dt, linh["DTEND"].dt) == (date(2026, 10, 2), date(2026, 10, 3))
    assert linh["DTSTART"].params["VALUE"] == "DATE"
    assert (str(linh["TRANSP"]), str(linh["STATUS"])) == ("TRANSPARENT", "CONFIRMED")
    assert str(linh["UID"]) == f"preparation-14-7@{UUID}"
    assert str(pal["UID"]) == f"preparation-14-8@{UUID}"
    assert pal["DTSTART"].dt == date(2026, 10, 6)
    assert str(linh["SUMMARY"]).endswith(": Montering")


def test_the_tasks_come_back_as_they_were() -> None:
    odd = MEETING._replace(title="Linje 2; øst, «nord»\\n", place="a,b;c\\")
    out = OUT._replace(meeting=odd)
    (day,) = days(out, [LINH])
    assert str(day["DESCRIPTION"]) == told_to_one(out, LINH, NB)
    assert "Linje 2; øst, «nord»\\n" in str(day["SUMMARY"])


def test_a_later_file_is_a_newer_revision() -> None:
    (first,) = days(OUT, [LINH])
    (later,) = days(OUT, [LINH], STAMP + timedelta(minutes=1))
    assert 0 < int(first["SEQUENCE"]) < int(later["SEQUENCE"]) < 2**31
    assert first["UID"] == later["UID"]


def test_preparing_for_a_meeting_called_off_is_called_off() -> None:
    off = OUT._replace(meeting=MEETING._replace(state=MeetingState.CANCELLED))
    assert [str(each["STATUS"]) for each in days(off, [LINH])] == ["CANCELLED"]
