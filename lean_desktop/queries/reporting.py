"""The lines between people that are dotted or have ended, and people with their manager of a day."""

from collections.abc import Collection
from datetime import date

from sqlalchemy import Connection, or_, select

from lean_desktop.document.changes import ChangeSet
from lean_desktop.document.schema.organisation import person, reporting_line
from lean_desktop.domain.organisation import Person, ReportingLine
from lean_desktop.domain.reporting import people_on
from lean_desktop.queries.organisation import full_name, people
from lean_desktop.queries.touched import Places, Touched, touched

_manager = person.alias("line_manager")


def lines(
    connection: Connection, ids: Collection[int] | None = None, *, person_id: int | None = None
) -> list[ReportingLine]:
    """Lines of all times, the latest first; with `person_id` those from or to that person."""
    own = reporting_line.c
    statement = (
        select(
            own.id,
            own.person_id,
            full_name(person),
            own.manager_id,
            full_name(_manager),
            own.dotted,
            own.valid_from,
            own.valid_to,
        )
        .select_from(reporting_line)
        .join(person, person.c.id == own.person_id)
        .join(_manager, _manager.c.id == own.manager_id)
        .order_by(own.valid_to.is_not(None), own.valid_to.desc(), own.valid_from.desc(), own.id)
    )
    if ids is not None:
        statement = statement.where(own.id.in_(ids))
    if person_id is not None:
        statement = statement.where(or_(own.person_id == person_id, own.manager_id == person_id))
    return [ReportingLine(*row) for row in connection.execute(statement)]


def lines_touched(connection: Connection, changes: ChangeSet) -> Touched:
    """Which rows of `lines` may have changed."""
    own = reporting_line.c
    shown: Places = {"person": [(own.id, own.person_id), (own.id, own.manager_id)]}
    return touched(connection, changes, "reporting_line", shown)


def managed_people(connection: Connection, *, day: date) -> list[Person]:
    """Everybody, with the manager they answer to on `day`."""
    return people_on(people(connection, today=day), lines(connection), day)
