"""What is wrong inside a workspace, looked at more closely than on every opening."""

from sqlalchemy import Connection

MOST_COMPLAINTS = 100


def complaints(connection: Connection, /) -> list[str]:
    """What the database finds wrong, in its own words: pages, indexes, rules, references."""
    checked = connection.exec_driver_sql(f"PRAGMA integrity_check({MOST_COMPLAINTS})").scalars()
    found = [str(complaint) for complaint in checked if complaint != "ok"]
    for table, row, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        found.append(f"{table} {row}: no such {parent}")
    return found
