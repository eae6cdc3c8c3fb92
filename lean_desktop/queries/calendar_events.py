"""Meetings for a calendar program: one, those of a series or a group, or those of a person."""

from datetime import datetime

from sqlalchemy import ColumnElement, Connection, and_, false, func, or_, select

from lean_desktop.document.schema import Day
from lean_desktop.document.schema.meetings import agenda_item, meeting, meeting_guest
from lean_desktop.document.schema.organisation import group, membership, person, unit
from lean_desktop.document.schema.series import gone_meeting
from lean_desktop.domain.calendar_event import AgendaLine, CalendarEvent
from lean_desktop.domain.meetings import MeetingKind, MeetingState
from lean_desktop.queries.organisation import full_name

Condition = ColumnElement[bool]


def events_of_meeting(connection: Connection, meeting_id: int) -> list[CalendarEvent]:
    """The meeting, or nothing when there is no such meeting."""
    return _events(connection, meeting.c.id == meeting_id, false())


def events_of_series(connection: Connection, series_id: int) -> list[CalendarEvent]:
    """The meetings of a series, those called and gone again among them."""
    return _events(
        connection, meeting.c.series_id == series_id, gone_meeting.c.series_id == series_id
    )


def events_of_group(connection: Connection, group_id: int) -> list[CalendarEvent]:
    """Every meeting of a group, those called and gone again among them."""
    return _events(connection, meeting.c.group_id == group_id, gone_meeting.c.group_id == group_id)


def events_of_person(connection: Connection, person_id: int) -> list[CalendarEvent]:
    """The meetings somebody comes to: as member on that day, guest, chair, note-taker, presenter.

    Those gone again are told to whoever was a member of the group on their day.
    """
    guest = select(meeting_guest.c.meeting_id).where(meeting_guest.c.person_id == person_id)
    presents = select(agenda_item.c.meeting_id).where(agenda_item.c.presenter_id == person_id)
    comes = or_(
        meeting.c.chair_id == person_id,
        meeting.c.note_taker_id == person_id,
        meeting.c.id.in_(guest),
        meeting.c.id.in_(presents),
        _belonged(person_id, meeting.c.group_id, meeting.c.planned_start),
    )
    came = _belonged(person_id, gone_meeting.c.group_id, gone_meeting.c.planned_start)
    return _events(connection, comes, came)


def _belonged(
    person_id: int, group_id: ColumnElement[int | None], start: ColumnElement[datetime]
) -> Condition:
    """Whether the person was a member of that group on the day of the meeting."""
    day = func.date(start, type_=Day)
    first, last = membership.c.valid_from, membership.c.valid_to
    holds = and_(or_(first.is_(None), first <= day), or_(last.is_(None), last >= day))
    own = membership.c.person_id == person_id
    return select(membership.c.id).where(own, membership.c.group_id == group_id, holds).exists()


def _events(connection: Connection, wanted: Condition, gone: Condition) -> list[CalendarEvent]:
    """Both kinds, in order of their starts."""
    found = [*_meetings(connection, wanted), *_gone(connection, gone)]
    return sorted(found, key=lambda event: (event.start, event.number))


def _meetings(connection: Connection, wanted: Condition) -> list[CalendarEvent]:
    agendas = _agendas(connection, wanted)
    statement = (
        select(
            meeting.c.id,
            meeting.c.calendar_number,
            meeting.c.sequence,
            meeting.c.state,
            meeting.c.planned_start,
            meeting.c.planned_end,
            func.coalesce(func.nullif(meeting.c.title, ""), group.c.name, unit.c.name, ""),
            meeting.c.kind,
            meeting.c.place,
            meeting.c.purpose,
        )
        .select_from(meeting)
        .outerjoin(group, group.c.id == meeting.c.group_id)
        .outerjoin(unit, unit.c.id == meeting.c.unit_id)
        .where(wanted)
    )
    return [
        CalendarEvent(
            *(number, sequence, MeetingState(state), start, end, name),
            *(MeetingKind(kind), place, purpose, tuple(agendas.get(key, ()))),
        )
        for key, number, sequence, state, start, end, name, kind, place, purpose in (
            connection.execute(statement)
        )
    ]


def _agendas(connection: Connection, wanted: Condition) -> dict[int, list[AgendaLine]]:
    columns = agenda_item.c.title, agenda_item.c.minutes, full_name(person)
    statement = (
        select(agenda_item.c.meeting_id, *columns)
        .select_from(agenda_item)
        .outerjoin(person, person.c.id == agenda_item.c.presenter_id)
        .where(agenda_item.c.meeting_id.in_(select(meeting.c.id).where(wanted)))
        .order_by(agenda_item.c.meeting_id, agenda_item.c.position, agenda_item.c.id)
    )
    found: dict[int, list[AgendaLine]] = {}
    for meeting_id, *line in connection.execute(statement):
        found.setdefault(meeting_id, []).append(AgendaLine._make(line))
    return found


def _gone(connection: Connection, wanted: Condition) -> list[CalendarEvent]:
    columns = gone_meeting.c
    statement = select(
        columns.calendar_number,
        columns.sequence,
        columns.planned_start,
        columns.planned_end,
        columns.name,
    ).where(wanted)
    return [
        CalendarEvent(number, sequence, MeetingState.CANCELLED, start, end, name)
        for number, sequence, start, end, name in connection.execute(statement)
    ]
