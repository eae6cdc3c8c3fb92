"""What the document says of itself."""

from sqlalchemy import Connection, select

from lean_desktop.document.schema import workspace as schema
from lean_desktop.domain.organisation import Workspace


def workspace(connection: Connection) -> Workspace:
    """The workspace's name, its company and logo. Raises NoResultFound in a file without."""
    row = schema.workspace.c
    found = connection.execute(select(row.uuid, row.name, row.company, row.logo)).one()
    return Workspace(*found)


def drafts(connection: Connection) -> dict[str, str]:
    """What was typed in fields and not committed, by field."""
    row = schema.draft.c
    found = connection.execute(select(row.field, row.text))
    return {each.field: each.text for each in found}
