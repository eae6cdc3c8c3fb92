"""Meetings for a calendar program: one, those of a series, a group or a person, or all."""

from datetime import date, datetime, time

from sqlalchemy import ColumnElement, Connection, Select, and_, false, func, or_, select, true

from lean_desktop.document.schema import Day
from lean_desktop.document.schema.meetings import agenda_item, meeting, meeting_guest
from lean_desktop.document.schema.organisation import group, membership, person, unit
from lean_desktop.document.schema.series import gone_meeting, meeting_series
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


def events_of_group(
    connection: Connection, group_id: int, *, since: date | None = None
) -> list[CalendarEvent]:
    """Every meeting of a group, those called and gone again among them, from a day on."""
    own, gone = meeting.c.group_id == group_id, gone_meeting.c.group_id == group_id
    return _events(connection, own, gone, since)


def events_of_workspace(
    connection: Connection, *, since: date | None = None, daily: bool = False
) -> list[CalendarEvent]:
    """Every meeting there is, from a day on; the daily ones only with `daily`."""
    if daily:
        return _events(connection, true(), true(), since)
    return _events(connection, _NOT_DAILY, _was_not_daily(), since)


def events_of_person(
    connection: Connection, person_id: int, *, since: date | None = None, daily: bool = False
) -> list[CalendarEvent]:
    """The meetings somebody comes to: as member on that day, guest, chair, note-taker, presenter.

    Those gone again are told to whoever was a member of the group on their day. With `daily` the
    daily meetings too, and those of the unit the person works in or leads.
    """
    comes, came = _comes(person_id), _came(person_id)
    if daily:
        comes = or_(comes, _daily_of_unit(person_id))
        came = or_(came, gone_meeting.c.unit_id.in_(_units_of(person_id)))
    else:
        comes, came = and_(comes, _NOT_DAILY), and_(came, _was_not_daily())
    return _events(connection, comes, came, since)


def _comes(person_id: int) -> Condition:
    guest = select(meeting_guest.c.meeting_id).where(meeting_guest.c.person_id == person_id)
    presents = select(agenda_item.c.meeting_id).where(agenda_item.c.presenter_id == person_id)
    return or_(
        meeting.c.chair_id == person_id,
        meeting.c.note_taker_id == person_id,
        meeting.c.id.in_(guest),
        meeting.c.id.in_(presents),
        _belonged(person_id, meeting.c.group_id, meeting.c.planned_start),
    )


def _came(person_id: int) -> Condition:
    return _belonged(person_id, gone_meeting.c.group_id, gone_meeting.c.planned_start)


def _belonged(
    person_id: int, group_id: ColumnElement[int | None], start: ColumnElement[datetime]
) -> Condition:
    """Whether the person was a member of that group on the day of the meeting."""
    day = func.date(start, type_=Day)
    first, last = membership.c.valid_from, membership.c.valid_to
    holds = and_(or_(first.is_(None), first <= day), or_(last.is_(None), last >= day))
    own = membership.c.person_id == person_id
    return select(membership.c.id).where(own, membership.c.group_id == group_id, holds).exists()


_NOT_DAILY = meeting.c.kind != MeetingKind.DAILY


def _was_not_daily() -> Condition:
    """As far as can be told: of a meeting that is gone only its series says what kind it was."""
    daily = select(meeting_series.c.id).where(meeting_series.c.kind == MeetingKind.DAILY)
    return or_(gone_meeting.c.series_id.is_(None), gone_meeting.c.series_id.not_in(daily))


def _daily_of_unit(person_id: int) -> Condition:
    return and_(meeting.c.kind == MeetingKind.DAILY, meeting.c.unit_id.in_(_units_of(person_id)))


def _units_of(person_id: int) -> Select[int]:
    """The unit somebody works in, and those they lead."""
    own = select(person.c.unit_id).where(person.c.id == person_id, person.c.unit_id.is_not(None))
    return select(unit.c.id).where(or_(unit.c.id.in_(own), unit.c.leader_id == person_id))


def _events(
    connection: Connection, wanted: Condition, gone: Condition, since: date | None = None
) -> list[CalendarEvent]:
    """Both kinds, in order of their starts."""
    if since is not None:
        first = datetime.combine(since, time())
        wanted = and_(wanted, meeting.c.planned_start >= first)
        gone = and_(gone, gone_meeting.c.planned_start >= first)
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
