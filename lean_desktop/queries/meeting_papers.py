"""Snapshots of meetings for paper: agenda, minutes, preparation, attendance, actions."""

from collections import defaultdict
from datetime import date, datetime, time, timedelta

from sqlalchemy import Connection, select

from lean_desktop.document.schema.actions import idea
from lean_desktop.document.schema.meetings import meeting
from lean_desktop.domain.actions import Action
from lean_desktop.domain.calendar_event import CalendarEvent
from lean_desktop.domain.daily import month_of
from lean_desktop.domain.meeting_papers import (
    Attendants,
    Followed,
    Minutes,
    PersonActions,
    PersonTask,
    PreparationOut,
    Preparing,
    WeekPack,
)
from lean_desktop.domain.meetings import (
    Agenda,
    Meeting,
    MeetingKind,
    MeetingState,
    ScheduledItem,
)
from lean_desktop.domain.minutes import Called
from lean_desktop.domain.roles import lines
from lean_desktop.queries import actions as action_queries
from lean_desktop.queries import minutes as recorded
from lean_desktop.queries.agreements import agreements
from lean_desktop.queries.calendar_events import events_of_person
from lean_desktop.queries.cards import cards
from lean_desktop.queries.daily import daily_month
from lean_desktop.queries.gatherings import after
from lean_desktop.queries.meetings import agenda as plain_agenda
from lean_desktop.queries.meetings import guests, laid_out, meetings

WEEK, FORTNIGHT = timedelta(days=7), timedelta(days=14)

Named = tuple[str, int]
"""A person's name and key, which people are sorted by."""


def agenda(connection: Connection, meeting_id: int) -> Agenda | None:
    """The agenda sheet: items, the actions to ask about, and the group's ground rules."""
    found = plain_agenda(connection, meeting_id)
    if found is None or found.meeting.group_id is None:
        return found
    one = found.meeting
    asked = action_queries.to_ask(connection, found.meeting.group_id, meeting_id)
    rules, version = _rules(connection, found.meeting.group_id, one.planned_start.date())
    return found._replace(asked=tuple(asked), rules=rules, agreement_version=version)


def _rules(connection: Connection, group_id: int, day: date) -> tuple[tuple[str, ...], int]:
    """Ground rules that hold on the day, and the version of the agreement they stand in."""
    for each in agreements(connection, group_id=group_id):
        if each.valid_from <= day and (each.valid_to is None or each.valid_to >= day):
            return tuple(lines(each.ground_rules)), each.version
    return (), 0


def minutes(connection: Connection, meeting_id: int) -> Minutes | None:
    """The minutes of a meeting, or None when there is no such meeting."""
    found = meetings(connection, [meeting_id])
    if not found:
        return None
    laid = laid_out(connection, meeting_id)
    notes = recorded.notes(connection, meeting_id)
    return Minutes(
        found[0],
        laid.items if laid else (),
        tuple(recorded.called(connection, meeting_id)),
        _outsiders(connection, meeting_id),
        tuple(recorded.decisions(connection, meeting_id)),
        tuple(note for note in notes if not note.private),
        tuple(action_queries.actions(connection, meeting_id=meeting_id)),
        tuple(_followed(connection, meeting_id)),
        _ideas(connection, meeting_id),
        recorded.ratings(connection, meeting_id),
        after(connection, meeting_id),
    )


def _outsiders(connection: Connection, meeting_id: int) -> tuple[str, ...]:
    return tuple(each.name for each in guests(connection, meeting_id) if each.person_id is None)


def _followed(connection: Connection, meeting_id: int) -> list[Followed]:
    told = action_queries.follow_ups(connection, meeting_id=meeting_id)
    known = {
        each.id: each
        for each in action_queries.actions(connection, [each.action_id for each in told])
    }
    moves = action_queries.due_changes(connection, meeting_id=meeting_id)
    moved = {each.action_id: each for each in moves}
    return [Followed(known[each.action_id], each, moved.get(each.action_id)) for each in told]


def _ideas(connection: Connection, meeting_id: int) -> tuple[str, ...]:
    wanted = select(idea.c.text).where(idea.c.meeting_id == meeting_id).order_by(idea.c.id)
    return tuple(connection.scalars(wanted))


def attendants(connection: Connection, meeting_id: int) -> Attendants | None:
    """Who is called, for the list they sign; None when there is no such meeting."""
    found = meetings(connection, [meeting_id])
    if not found:
        return None
    called = recorded.called(connection, meeting_id)
    return Attendants(found[0], tuple(called), _outsiders(connection, meeting_id))


def preparing(connection: Connection, meeting_id: int) -> list[Preparing]:
    """A preparation sheet for each who is called and has something to prepare or answer for."""
    found = meetings(connection, [meeting_id])
    laid = laid_out(connection, meeting_id)
    if not found or laid is None:
        return []
    group_id = found[0].group_id
    asked = action_queries.to_ask(connection, group_id, meeting_id) if group_id else []
    sheets = [
        _of_person(found[0], each, laid.items, asked)
        for each in recorded.called(connection, meeting_id)
    ]
    return [each for each in sheets if each.tasks or each.actions]


def preparation_out(connection: Connection, meeting_id: int) -> PreparationOut | None:
    """What is sent out before a meeting, or None when there is no such meeting."""
    found, laid = meetings(connection, [meeting_id]), laid_out(connection, meeting_id)
    if not found or laid is None:
        return None
    number = select(meeting.c.calendar_number).where(meeting.c.id == meeting_id)
    people = preparing(connection, meeting_id)
    known = connection.scalars(number).one()
    return PreparationOut(found[0], known, laid.items, tuple(people))


def _of_person(
    one: Meeting, each: Called, items: tuple[ScheduledItem, ...], asked: list[Action]
) -> Preparing:
    tasks = [
        PersonTask(item, task, task.person_id is None)
        for item in items
        for task in item.item.tasks
        if task.person_id in (each.person_id, None)
    ]
    own = [action for action in asked if action.owner_id == each.person_id and action.open]
    return Preparing(one, each.name, tuple(tasks), tuple(own), each.person_id)


def week_pack(connection: Connection, day: date) -> WeekPack:
    """The week that day is in: agendas and preparation of its meetings, months of daily ones."""
    monday = day - timedelta(days=day.weekday())
    start, end = datetime.combine(monday, time()), datetime.combine(monday, time()) + WEEK
    wanted = (
        meeting.c.planned_start >= start,
        meeting.c.planned_start < end,
        meeting.c.state.in_([MeetingState.DRAFT, MeetingState.CALLED]),
        meeting.c.kind != MeetingKind.DAILY,
    )
    keys = connection.scalars(select(meeting.c.id).where(*wanted).order_by(meeting.c.planned_start))
    held = list(keys)
    agendas = [found for key in held if (found := agenda(connection, key))]
    sheets = [_own_sheets(connection, each.meeting.id) for each in agendas]
    daily = _daily_months(connection, start, end)
    months = [daily_month(connection, unit_id, first) for unit_id, first in daily]
    return WeekPack(monday, tuple(agendas), tuple(sheets), tuple(months))


def _own_sheets(connection: Connection, meeting_id: int) -> tuple[Preparing, ...]:
    """Sheets for those alone who have a task of their own: what all are asked is on the agenda."""
    sheets = preparing(connection, meeting_id)
    return tuple(each for each in sheets if not all(task.everyone for task in each.tasks))


def _daily_months(
    connection: Connection, start: datetime, end: datetime
) -> list[tuple[int | None, date]]:
    """Which units have daily meetings then, and in which month; a week may lie in two."""
    wanted = (
        meeting.c.kind == MeetingKind.DAILY,
        meeting.c.state != MeetingState.CANCELLED,
        meeting.c.planned_start >= start,
        meeting.c.planned_start < end,
    )
    statement = select(meeting.c.unit_id, meeting.c.planned_start).where(*wanted)
    found = connection.execute(statement.order_by(meeting.c.unit_id, meeting.c.planned_start))
    return list(dict.fromkeys((unit_id, month_of(day.date())) for unit_id, day in found))


def person_actions(
    connection: Connection, *, today: date, person_id: int | None = None
) -> list[PersonActions]:
    """The open actions of one person, or of everyone who has some or helps; by name, by date."""
    own: dict[Named, list[Action]] = defaultdict(list)
    helping: dict[Named, list[Action]] = defaultdict(list)
    for card in cards(connection):
        if card.action.owner_id:
            own[card.action.owner, card.action.owner_id].append(card.action)
        for helper in zip(card.helpers, card.helper_ids, strict=True):
            helping[helper].append(card.action)
    return [
        PersonActions(
            name,
            tuple(sorted(own[name, key], key=_due)),
            today,
            tuple(sorted(helping[name, key], key=_due)),
            _soon(connection, key, today),
        )
        for name, key in sorted({**own, **helping})
        if person_id in (None, key)
    ]


def _soon(connection: Connection, person_id: int, today: date) -> tuple[CalendarEvent, ...]:
    """The meetings of the next two weeks that somebody comes to."""
    found = events_of_person(connection, person_id, since=today)
    off = today + FORTNIGHT
    held = (each for each in found if each.state is not MeetingState.CANCELLED)
    return tuple(each for each in held if each.start.date() < off)


def _due(action: Action) -> tuple[date, int]:
    return action.due or date.max, action.number
