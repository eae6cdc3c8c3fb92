"""All rows of an organisation as they are stored, for taking them out and in."""

from sqlalchemy import Connection, Table, select

from lean_desktop.document.schema.goals import core_value, goal, vision
from lean_desktop.document.schema.organisation import (
    chart_branch,
    group,
    membership,
    person,
    reporting_line,
    unit,
)
from lean_desktop.document.schema.roles import agreement, mandate, role, role_assignment, signature
from lean_desktop.domain.organisation_tables import Stored

SCHEMA: dict[str, Table] = {
    table.name: table
    for table in (
        *(person, unit, group, membership, reporting_line, chart_branch),
        *(role, role_assignment, mandate, agreement, signature),
        *(vision, core_value, goal),
    )
}


def stored(connection: Connection) -> Stored:
    """Every row of these tables, the oldest first."""
    return {
        name: [
            dict(row) for row in connection.execute(select(table).order_by(table.c.id)).mappings()
        ]
        for name, table in SCHEMA.items()
    }
