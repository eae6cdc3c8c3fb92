"""What somebody is to prepare, for calendar programs: a day with the tasks in its description.

An event and no to-do (VTODO): the calendars of Google and the newer Outlook pass to-dos over.
"""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from lean_desktop.domain.calendar_event import EventStatus
from lean_desktop.domain.meeting_papers import PreparationOut, Preparing
from lean_desktop.domain.meetings import MeetingState
from lean_desktop.domain.preparation_mail import called, deadline, told_to_one
from lean_desktop.exchange.calendar import PRODUCT
from lean_desktop.i18n import Language

if TYPE_CHECKING:
    from icalendar import Event

_EPOCH = datetime(2020, 1, 1, tzinfo=UTC)


def preparation_calendar(
    out: PreparationOut,
    people: Sequence[Preparing],
    workspace_uuid: str,
    language: Language,
    stamp: datetime,
) -> bytes:
    """A calendar file with a whole day for each of `people`, on which their tasks are to be ready.

    It marks nobody as busy. A file made later, after `stamp`, takes the place of an earlier one.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for each in people:
        calendar.add_component(_day(out, each, workspace_uuid, language, stamp))
    return bytes(calendar.to_ical())


def _day(
    out: PreparationOut, person: Preparing, workspace_uuid: str, t: Language, stamp: datetime
) -> "Event":
    from icalendar import Event

    day, gone = deadline(person), out.meeting.state is MeetingState.CANCELLED
    made = Event()
    made.add("uid", f"preparation-{out.number}-{person.person_id}@{workspace_uuid}")
    made.add("sequence", _revision(stamp))
    made.add("dtstamp", stamp)
    made.add("status", (EventStatus.CANCELLED if gone else EventStatus.CONFIRMED).value)
    made.add("transp", "TRANSPARENT")
    made.add("dtstart", day)
    made.add("dtend", day + timedelta(days=1))
    made.add("summary", t("Prepare: {name}", name=called(out.meeting, t)))
    made.add("description", told_to_one(out, person, t))
    return made


def _revision(stamp: datetime) -> int:
    """Nobody counts how often tasks change, so minutes do: a later file is a newer revision."""
    return (stamp - _EPOCH) // timedelta(minutes=1)
