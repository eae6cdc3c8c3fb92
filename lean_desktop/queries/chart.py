"""How the chart is laid out where that is asked for."""

from sqlalchemy import Connection, select

from lean_desktop.document.schema.organisation import chart_branch
from lean_desktop.domain.chart import BoxKind, box_key


def leaves(connection: Connection) -> dict[int, str]:
    """By key of a box, `column` or `row` for what hangs below it."""
    own = chart_branch.c
    columns = {
        BoxKind.UNIT: own.unit_id,
        BoxKind.PERSON: own.person_id,
        BoxKind.GROUP: own.group_id,
    }
    return {
        box_key(kind, key): asked
        for kind, column in columns.items()
        for key, asked in connection.execute(select(column, own.leaves).where(column.is_not(None)))
        if key is not None
    }
