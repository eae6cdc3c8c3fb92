"""Meetings for calendar programs, as RFC 5545 writes them, over the library icalendar."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from lean_desktop.domain.calendar_event import CalendarEvent, description, summary
from lean_desktop.domain.preparation_mail import PreparationDay
from lean_desktop.i18n import Language

if TYPE_CHECKING:
    from icalendar import Component, Event, Timezone

ZONE = "Europe/Oslo"
PRODUCT = "-//Lean Desktop//Lean Desktop//NB"

_WINTER, _SUMMER = timedelta(hours=1), timedelta(hours=2)


Report = Callable[[int, int], None]
"""Told how many events are written, of how many; what it raises ends the writing."""


def calendar_text(
    events: Sequence[CalendarEvent],
    workspace_uuid: str,
    language: Language,
    stamp: datetime,
    report: Report = lambda _done, _all: None,
) -> bytes:
    """A calendar file with one event for each meeting, in Norwegian time.

    Importing it again updates what is there: a meeting bears the same UID in every export, and a
    higher SEQUENCE when it has changed. `stamp` is when the file is made, with its time zone.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(_norwegian_time())
    for done, event in enumerate(events):
        report(done, len(events))
        calendar.add_component(_event(event, workspace_uuid, language, stamp))
    return bytes(calendar.to_ical())


def preparation_text(
    days: Sequence[PreparationDay], workspace_uuid: str, language: Language, stamp: datetime
) -> bytes:
    """A calendar file with a whole day for each who is to prepare something.

    Events, not tasks (VTODO): the calendars people have at work take in no others.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for day in days:
        calendar.add_component(_preparation(day, workspace_uuid, language, stamp))
    return bytes(calendar.to_ical())


def _preparation(day: PreparationDay, workspace_uuid: str, t: Language, stamp: datetime) -> "Event":
    from icalendar import Event

    made = Event()
    made.add("uid", day.uid(workspace_uuid))
    made.add("sequence", 0)
    made.add("dtstamp", stamp)
    made.add("dtstart", day.day)
    made.add("dtend", day.day + timedelta(days=1))
    made.add("transp", "TRANSPARENT")
    name, meeting = day.person.partition(" ")[0], day.meeting.name
    made.add("summary", t("{name}: prepare {meeting}", name=name, meeting=meeting))
    when = f"{t.long_day(day.meeting.planned_start.date())} {t.time(day.meeting.planned_start)}"
    made.add("description", "\n".join([when, *(f"- {task}" for task in day.tasks)]))
    return made


def _event(event: CalendarEvent, workspace_uuid: str, t: Language, stamp: datetime) -> "Event":
    from icalendar import Event

    made = Event()
    made.add("uid", event.uid(workspace_uuid))
    made.add("sequence", event.sequence)
    made.add("dtstamp", stamp)
    made.add("status", event.status.value)
    made.add("dtstart", event.start, {"TZID": ZONE})
    made.add("dtend", event.end, {"TZID": ZONE})
    made.add("summary", summary(event, t))
    if event.place:
        made.add("location", event.place)
    if text := description(event, t):
        made.add("description", text)
    return made


def _norwegian_time() -> "Timezone":
    """The rule that has held since 1996: it needs no table, and ends in no year."""
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

    zone = Timezone()
    zone.add("tzid", ZONE)
    zone.add_component(
        _half(TimezoneDaylight(), "CEST", datetime(1996, 3, 31, 2), _WINTER, _SUMMER)
    )
    zone.add_component(
        _half(TimezoneStandard(), "CET", datetime(1996, 10, 27, 3), _SUMMER, _WINTER)
    )
    return zone


def _half(
    half: "Component", name: str, since: datetime, before: timedelta, after: timedelta
) -> "Component":
    half.add("tzname", name)
    half.add("dtstart", since)
    half.add("rrule", {"freq": "yearly", "bymonth": since.month, "byday": "-1SU"})
    half.add("tzoffsetfrom", before)
    half.add("tzoffsetto", after)
    return half
