"""What the sheets of a meeting show: finished snapshots for paper."""

from datetime import date
from typing import NamedTuple

from lean_desktop.domain.actions import Action, DueChange, FollowUp
from lean_desktop.domain.calendar_event import CalendarEvent
from lean_desktop.domain.daily import DailyMonth
from lean_desktop.domain.meetings import Agenda, Meeting, ScheduledItem
from lean_desktop.domain.minutes import Called, Decision, Note, Rating
from lean_desktop.domain.preparation import Task


class Followed(NamedTuple):
    """One action in the round of asking: what was answered, and how its date moved here."""

    action: Action
    follow_up: FollowUp
    moved: DueChange | None = None


class Minutes(NamedTuple):
    """The minutes of one meeting. Private notes are not among the notes."""

    meeting: Meeting
    items: tuple[ScheduledItem, ...]
    called: tuple[Called, ...]
    guests: tuple[str, ...] = ()
    decisions: tuple[Decision, ...] = ()
    notes: tuple[Note, ...] = ()
    new_actions: tuple[Action, ...] = ()
    followed: tuple[Followed, ...] = ()
    ideas: tuple[str, ...] = ()
    rating: Rating = Rating(0)
    next: Meeting | None = None


class PersonTask(NamedTuple):
    """A task of one person, and the item it is for; `everyone` when all are asked."""

    item: ScheduledItem
    task: Task
    everyone: bool = False


class Preparing(NamedTuple):
    """What one person is to prepare for one meeting."""

    meeting: Meeting
    person: str
    tasks: tuple[PersonTask, ...]
    actions: tuple[Action, ...] = ()
    person_id: int = 0


class PreparationOut(NamedTuple):
    """What is sent out before one meeting: its agenda, and what each is to prepare for it.

    `number` makes the meeting known again in calendars.
    """

    meeting: Meeting
    number: int
    items: tuple[ScheduledItem, ...]
    people: tuple[Preparing, ...] = ()


class Attendants(NamedTuple):
    """Who is to sign that they came."""

    meeting: Meeting
    called: tuple[Called, ...]
    guests: tuple[str, ...] = ()


class WeekPack(NamedTuple):
    """The sheets of one week's meetings, in the order they are held."""

    monday: date
    agendas: tuple[Agenda, ...]
    preparing: tuple[tuple[Preparing, ...], ...]
    daily: tuple[DailyMonth, ...] = ()


class PersonActions(NamedTuple):
    """The open actions of one person, for that person; those they help with, and what is soon."""

    person: str
    actions: tuple[Action, ...]
    today: date
    helping: tuple[Action, ...] = ()
    meetings: tuple[CalendarEvent, ...] = ()
