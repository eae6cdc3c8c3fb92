"""The organisation as plain tables, as it goes out to spreadsheets."""

from sqlalchemy import Connection, select

from lean_desktop.document.schema.goals import core_value, goal, vision
from lean_desktop.document.schema.organisation import (
    chart_branch,
    group,
    membership,
    person,
    reporting_line,
    unit,
)
from lean_desktop.document.schema.roles import (
    agreement,
    mandate,
    role,
    role_assignment,
    signature,
)
from lean_desktop.domain.plain_tables import SHEETS, Row

_ORGANISATION = (unit, person, reporting_line, group, membership, role, role_assignment, mandate)
TABLES = {
    table.name: table
    for table in (*_ORGANISATION, agreement, signature, chart_branch, vision, core_value, goal)
}
"""The tables the organisation is stored in, by name."""


def stored(connection: Connection) -> dict[str, dict[int, Row]]:
    """Every row of every table of the organisation, by its key."""
    found: dict[str, dict[int, Row]] = {}
    for sheet in SHEETS:
        table = TABLES[sheet.table]
        columns = [table.c[field.name] for field in sheet.fields]
        rows = connection.execute(select(table.c.id, *columns).order_by(table.c.id))
        names = [field.name for field in sheet.fields]
        found[sheet.table] = {key: dict(zip(names, values, strict=True)) for key, *values in rows}
    return found
