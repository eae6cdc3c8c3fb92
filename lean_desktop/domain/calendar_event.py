"""Meetings as a calendar program is told of them."""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

from lean_desktop.domain.meetings import MEETING_KIND_NAMES, MeetingKind, MeetingState
from lean_desktop.i18n import Language


class EventStatus(StrEnum):
    """What RFC 5545 calls the STATUS of an event."""

    TENTATIVE = "TENTATIVE"
    CONFIRMED = "CONFIRMED"
    CANCELLED = "CANCELLED"


class AgendaLine(NamedTuple):
    """An item as the description tells it."""

    title: str
    minutes: int
    presenter: str = ""


class CalendarEvent(NamedTuple):
    """One meeting, or one that is gone and has to be cancelled.

    `number` makes it known again, and `sequence` says which of two revisions is the newer.
    """

    number: int
    sequence: int
    state: MeetingState
    start: datetime
    end: datetime
    name: str = ""
    kind: MeetingKind = MeetingKind.OTHER
    place: str = ""
    purpose: str = ""
    agenda: tuple[AgendaLine, ...] = ()

    @property
    def status(self) -> EventStatus:
        """A draft is tentative; what was called stands."""
        match self.state:
            case MeetingState.DRAFT:
                return EventStatus.TENTATIVE
            case MeetingState.CANCELLED:
                return EventStatus.CANCELLED
        return EventStatus.CONFIRMED

    def uid(self, workspace_uuid: str) -> str:
        """What every export of this meeting bears, from whichever copy of the workspace."""
        return f"meeting-{self.number}@{workspace_uuid}"


def summary(event: CalendarEvent, t: Language) -> str:
    """The meeting's name, else what kind of meeting it is."""
    return event.name or t(MEETING_KIND_NAMES[event.kind])


def description(event: CalendarEvent, t: Language) -> str:
    """The purpose, and the agenda with the time each item begins."""
    lines = []
    start = event.start
    for item in event.agenda:
        presenter = f" · {item.presenter}" if item.presenter else ""
        length = t("{n} min", n=item.minutes)
        lines.append(f"{t.time(start)}  {item.title} · {length}{presenter}")
        start += timedelta(minutes=item.minutes)
    return "\n\n".join(part for part in (event.purpose, "\n".join(lines)) if part)
