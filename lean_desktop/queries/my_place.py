"""Where a person or a group finds itself in the whole, read for one day."""

from datetime import date

from sqlalchemy import Connection

from lean_desktop.domain.my_place import GroupPlace, PersonPlace
from lean_desktop.domain.my_place import group_place as group_placed
from lean_desktop.domain.my_place import person_place as person_placed
from lean_desktop.domain.reporting import dotted_on, people_on
from lean_desktop.queries.goals import direction
from lean_desktop.queries.organisation import units
from lean_desktop.queries.reporting import lines
from lean_desktop.queries.roles import organised


def person_place(connection: Connection, person_id: int, *, today: date) -> PersonPlace | None:
    """A person's place today; None when there is no such person."""
    found = organised(connection, today=today)
    dotted = dotted_on(lines(connection, person_id=person_id), today)
    return person_placed(
        person_id,
        found._replace(people=people_on(found.people, lines(connection), today)),
        units(connection),
        direction(connection),
        today,
        beside=[line.manager for line in dotted if line.person_id == person_id],
    )


def group_place(connection: Connection, group_id: int, *, today: date) -> GroupPlace | None:
    """A group's place today; None when there is no such group at work."""
    return group_placed(group_id, organised(connection, today=today), direction(connection), today)
