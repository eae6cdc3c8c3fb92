"""Who and what is taken by meetings in a window of time, to be looked through for clashes."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from sqlalchemy import Connection, and_, func, or_, select, union

from lean_desktop.document.schema import Day
from lean_desktop.document.schema.meetings import agenda_item, meeting, meeting_guest
from lean_desktop.document.schema.organisation import membership, person
from lean_desktop.domain.clashes import BusyTime, Clash, OtherMeeting, clashes
from lean_desktop.domain.meetings import LONGEST_ITEM, Meeting, MeetingState
from lean_desktop.queries.meetings import meetings
from lean_desktop.queries.organisation import full_name

READ = ("meeting", "membership", "meeting_guest", "agenda_item")
"""The tables it reads: after a change in any of them, ask again."""


def busy_times(connection: Connection, first: date, last: date) -> list[BusyTime]:
    """The meetings of the days, those called off apart, in order of their starts.

    Whoever is a member on the day, a guest, or chairs, takes notes or presents, is taken by it.
    """
    begin = datetime.combine(first, time.min)
    start = meeting.c.planned_start
    taking_place = and_(
        start > begin - timedelta(minutes=LONGEST_ITEM),
        meeting.c.planned_end > begin,
        start <= datetime.combine(last, time.max),
        meeting.c.state != MeetingState.CANCELLED,
    )
    day = func.date(start, type_=Day)
    valid_from, valid_to = membership.c.valid_from, membership.c.valid_to
    of_group = and_(
        membership.c.group_id == meeting.c.group_id,
        or_(valid_from.is_(None), valid_from <= day),
        or_(valid_to.is_(None), valid_to >= day),
    )
    members = select(meeting.c.id, membership.c.person_id).join_from(meeting, membership, of_group)
    guests = select(meeting.c.id, meeting_guest.c.person_id).join_from(
        meeting, meeting_guest, meeting_guest.c.meeting_id == meeting.c.id
    )
    presenters = select(meeting.c.id, agenda_item.c.presenter_id).join_from(
        meeting, agenda_item, agenda_item.c.meeting_id == meeting.c.id
    )
    leading = [select(meeting.c.id, who) for who in (meeting.c.chair_id, meeting.c.note_taker_id)]
    each = (who.where(taking_place) for who in (members, guests, presenters, *leading))
    people: dict[int, set[int]] = defaultdict(set)
    for key, person_id in connection.execute(union(*each)):
        if person_id is not None:
            people[key].add(person_id)
    columns = meeting.c.id, start, meeting.c.planned_end, meeting.c.place
    found = connection.execute(select(*columns).where(taking_place).order_by(start, meeting.c.id))
    return [BusyTime(*row, frozenset(people[row[0]])) for row in found]


def clashing_with(connection: Connection, one: Meeting) -> list[OtherMeeting]:
    """The meetings that want the same people or the same place as this one, by their starts."""
    busy = busy_times(connection, one.planned_start.date(), one.planned_end.date())
    found = {
        each.second_id if each.first_id == one.id else each.first_id: each
        for each in clashes(busy)
        if one.id in (each.first_id, each.second_id)
    }
    if not found:
        return []
    names = named(connection, found.values())
    return [
        OtherMeeting(
            *(other.id, other.name, other.planned_start, found[other.id].place),
            tuple(names[key] for key in found[other.id].person_ids),
        )
        for other in meetings(connection, list(found))
    ]


def named(connection: Connection, found: Iterable[Clash]) -> dict[int, str]:
    """By key, the names of those who clash."""
    wanted = {key for each in found for key in each.person_ids}
    columns = select(person.c.id, full_name(person)).where(person.c.id.in_(wanted))
    return {row[0]: row[1] for row in connection.execute(columns)}
