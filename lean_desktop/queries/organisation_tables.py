"""The organisation as plain tables, as it goes out to spreadsheets."""

from sqlalchemy import Connection, select

from lean_desktop.document.schema import metadata
from lean_desktop.domain.organisation_tables import SHEETS, Row


def stored(connection: Connection) -> dict[str, dict[int, Row]]:
    """Every row of every table of the organisation, by its key."""
    found: dict[str, dict[int, Row]] = {}
    for sheet in SHEETS:
        table = metadata.tables[sheet.table]
        columns = [table.c[field.name] for field in sheet.fields]
        rows = connection.execute(select(table.c.id, *columns).order_by(table.c.id))
        names = [field.name for field in sheet.fields]
        found[sheet.table] = {key: dict(zip(names, values, strict=True)) for key, *values in rows}
    return found
