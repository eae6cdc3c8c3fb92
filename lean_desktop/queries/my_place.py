"""Where a person or a group finds itself in the whole, read for one day."""

from datetime import date

from sqlalchemy import Connection, func, select

from lean_desktop.document.schema.goals import core_value, goal, vision
from lean_desktop.document.schema.organisation import group
from lean_desktop.domain.goals import CoreValue, Direction, Goal
from lean_desktop.domain.my_place import GroupPlace, PersonPlace
from lean_desktop.domain.my_place import group_place as group_placed
from lean_desktop.domain.my_place import person_place as person_placed
from lean_desktop.queries.organisation import units
from lean_desktop.queries.roles import organised


def person_place(connection: Connection, person_id: int, *, today: date) -> PersonPlace | None:
    """A person's place today; None when there is no such person."""
    found = organised(connection, today=today)
    return person_placed(person_id, found, units(connection), _direction(connection), today)


def group_place(connection: Connection, group_id: int, *, today: date) -> GroupPlace | None:
    """A group's place today; None when there is no such group at work."""
    return group_placed(group_id, organised(connection, today=today), _direction(connection), today)


def _direction(connection: Connection) -> Direction:
    values = select(core_value).order_by(core_value.c.position, core_value.c.id)
    goals = select(
        goal.c.id,
        goal.c.position,
        goal.c.name,
        goal.c.parent_id,
        goal.c.measure,
        goal.c.due,
        goal.c.group_id,
        func.coalesce(group.c.name, ""),
    ).outerjoin_from(goal, group, group.c.id == goal.c.group_id)
    return Direction(
        connection.execute(select(vision.c.text)).scalar() or "",
        tuple(CoreValue(*row) for row in connection.execute(values)),
        tuple(Goal(*row) for row in connection.execute(goals)),
    )
