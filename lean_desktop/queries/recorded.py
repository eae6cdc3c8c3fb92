"""What meetings and their actions hold of one person."""

from sqlalchemy import Connection, or_, select

from lean_desktop.document.schema.actions import action
from lean_desktop.document.schema.board import action_helper
from lean_desktop.document.schema.meetings import agenda_item, backlog_item, preparation
from lean_desktop.document.schema.minutes import attendance, contribution, prepared
from lean_desktop.document.schema.organisation import group, person
from lean_desktop.domain.minutes import Arrival, Arrived, How
from lean_desktop.domain.recorded import AskedOf, OwnAction, Ready, Recorded, Waiting
from lean_desktop.queries.actions import actions, due_changes, follow_ups
from lean_desktop.queries.meetings import items, meetings
from lean_desktop.queries.minutes import waiting
from lean_desktop.queries.organisation import full_name


def recorded(connection: Connection, person_id: int) -> list[Recorded]:
    """What was recorded of the person, meeting by meeting, the earliest first."""
    came = _came(connection, person_id)
    came_for = _came_for(connection, person_id)
    ready = _ready(connection, person_id)
    said = _had_a_say(connection, person_id)
    return [
        Recorded(
            one,
            *came.get(one.id, (None, "")),
            came_for.get(one.id, ()),
            ready.get(one.id, ()),
            said.get(one.id),
        )
        for one in meetings(connection, {*came, *came_for, *ready, *said})
    ]


def asked_of(connection: Connection, person_id: int) -> list[AskedOf]:
    """What the person alone was asked to prepare, the earliest meeting first.

    What everyone who is called was asked is nothing about the person; whether they did it is, and
    is in `recorded`.
    """
    keys = select(preparation.c.agenda_item_id).where(preparation.c.person_id == person_id)
    found = items(connection, connection.scalars(keys.distinct()).all())
    at = {one.id: one for one in meetings(connection, {item.meeting_id for item in found})}
    asked = [
        AskedOf(at[item.meeting_id], item.title, task)
        for item in found
        for task in item.tasks
        if task.person_id == person_id
    ]
    return sorted(asked, key=lambda each: each.meeting.planned_start)


def own_actions(connection: Connection, person_id: int) -> list[OwnAction]:
    """The actions the person has or helps with by number, whatever became of them."""
    helped = select(action_helper.c.action_id).where(action_helper.c.person_id == person_id)
    own = select(action.c.id).where(or_(action.c.owner_id == person_id, action.c.id.in_(helped)))
    keys = connection.scalars(own).all()
    return [
        OwnAction(
            one,
            tuple(due_changes(connection, action_id=one.id)),
            tuple(follow_ups(connection, action_id=one.id)),
        )
        for one in actions(connection, keys)
    ]


def waiting_for(connection: Connection, person_id: int) -> list[Waiting]:
    """What the person is to present once a group takes it up, by group."""
    groups = (
        select(group.c.id, group.c.name)
        .join_from(backlog_item, group, group.c.id == backlog_item.c.group_id)
        .where(backlog_item.c.presenter_id == person_id)
        .distinct()
        .order_by(group.c.name, group.c.id)
    )
    return [
        Waiting(name, item)
        for key, name in connection.execute(groups).all()
        for item in waiting(connection, key)
        if item.presenter_id == person_id
    ]


def _came(connection: Connection, person_id: int) -> dict[int, tuple[Arrived | None, str]]:
    statement = (
        select(
            attendance.c.meeting_id,
            attendance.c.arrival,
            attendance.c.late_minutes,
            attendance.c.represented_by_id,
            full_name(person),
        )
        .outerjoin_from(attendance, person, person.c.id == attendance.c.represented_by_id)
        .where(attendance.c.person_id == person_id)
    )
    return {
        key: (Arrived(Arrival(arrival), late, instead_id), instead)
        for key, arrival, late, instead_id, instead in connection.execute(statement)
    }


def _came_for(connection: Connection, person_id: int) -> dict[int, tuple[str, ...]]:
    statement = (
        select(attendance.c.meeting_id, full_name(person))
        .join_from(attendance, person, person.c.id == attendance.c.person_id)
        .where(attendance.c.represented_by_id == person_id)
        .order_by(person.c.last_name, person.c.first_name, person.c.id)
    )
    found: dict[int, tuple[str, ...]] = {}
    for key, name in connection.execute(statement):
        found[key] = (*found.get(key, ()), name)
    return found


def _ready(connection: Connection, person_id: int) -> dict[int, tuple[Ready, ...]]:
    statement = (
        select(prepared.c.meeting_id, prepared.c.how, preparation.c.task)
        .outerjoin_from(prepared, preparation, preparation.c.id == prepared.c.preparation_id)
        .outerjoin(agenda_item, agenda_item.c.id == preparation.c.agenda_item_id)
        .where(prepared.c.person_id == person_id)
        .order_by(agenda_item.c.position, preparation.c.position, prepared.c.id)
    )
    found: dict[int, tuple[Ready, ...]] = {}
    for key, how, task in connection.execute(statement):
        found[key] = (*found.get(key, ()), Ready(How(how), task or ""))
    return found


def _had_a_say(connection: Connection, person_id: int) -> dict[int, bool]:
    statement = select(contribution.c.meeting_id, contribution.c.had_a_say)
    of_person = statement.where(contribution.c.person_id == person_id)
    return {key: bool(said) for key, said in connection.execute(of_person)}
