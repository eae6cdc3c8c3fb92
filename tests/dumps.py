"""Everything undo answers for, as text: two equal dumps are two equal documents."""

from sqlalchemy import Connection

from lean_desktop.document.document import Document
from lean_desktop.document.journal import UNTRACKED


def dump(document: Document) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table, but for counters and drafts."""

    def read(connection: Connection) -> dict[str, list[tuple[object, ...]]]:
        return {
            table: [
                tuple(row)
                for row in connection.exec_driver_sql(f'SELECT * FROM "{table}" ORDER BY id')
            ]
            for table in document.table_names()
            if table not in UNTRACKED and not table.startswith("sqlite_")
        }

    return document.read(read)
