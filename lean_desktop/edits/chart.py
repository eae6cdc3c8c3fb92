"""Changing how the chart is laid out; it is part of the document, as the organisation is."""

from sqlalchemy import Connection, delete

from lean_desktop.document.schema.organisation import chart_branch
from lean_desktop.domain.chart import BoxKind
from lean_desktop.edits import rows


def lay_leaves(connection: Connection, /, kind: BoxKind, key: int, leaves: str) -> None:
    """Have what hangs below a box stand in a `column` or a `row`, or as usual for an empty text.

    It holds for everything under the box until another box asks for something else.
    """
    subject = f"{kind.value}_id"
    connection.execute(delete(chart_branch).where(chart_branch.c[subject] == key))
    if leaves:
        rows.add(connection, chart_branch, {subject: key, "leaves": leaves})
