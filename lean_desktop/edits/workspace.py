"""The document's own row, its counters, and the text in hand that is not committed yet."""

from typing import Any

from sqlalchemy import Connection, delete, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from lean_desktop.document.schema.workspace import counter, draft, workspace
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.edits import rows
from lean_desktop.i18n import M_

LARGEST_LOGO = 1_000_000
LONGEST_DRAFT = 100_000


def start(connection: Connection, /, uuid: str, name: str, company: str) -> None:
    """Write the one row of a new workspace."""
    values = _checked({"name": name, "company": company})
    connection.execute(insert(workspace).values(id=1, uuid=uuid, **values))


def describe(connection: Connection, /, name: str, company: str) -> None:
    """Set the workspace's name and the company's, which stand on every handout."""
    values = _checked({"name": name, "company": company})
    connection.execute(update(workspace).values(values))


def set_logo(connection: Connection, /, logo: bytes | None) -> None:
    """Put a picture (PNG) on every handout, or none. Raises RuleBroken for a large one."""
    if logo and len(logo) > LARGEST_LOGO:
        raise RuleBroken(M_("The picture is too large. Choose one of less than 1 MB."))
    connection.execute(update(workspace).values(logo=logo))


def next_number(connection: Connection, /, name: str) -> int:
    """One more than the last number given under `name`. Undo never gives it back."""
    return next_numbers(connection, name, 1)[0]


def next_numbers(connection: Connection, /, name: str, count: int) -> range:
    """As many numbers as asked for, in one go; see `next_number`."""
    given = connection.scalar(select(counter.c.value).where(counter.c.name == name)) or 0
    statement = upsert(counter).values(name=name, value=given + count)
    connection.execute(
        statement.on_conflict_do_update(
            index_elements=[counter.c.name], set_={"value": statement.excluded.value}
        )
    )
    return range(given + 1, given + count + 1)


def keep_draft(connection: Connection, /, field: str, text: str) -> None:
    """Keep what is typed in a field but not committed; through `Document.aside`."""
    statement = upsert(draft).values(field=field, text=text[:LONGEST_DRAFT])
    connection.execute(
        statement.on_conflict_do_update(
            index_elements=[draft.c.field], set_={"text": statement.excluded.text}
        )
    )


def drop_draft(connection: Connection, /, field: str) -> None:
    """Forget the draft of a field: it was committed, or given up."""
    connection.execute(delete(draft).where(draft.c.field == field))


def _checked(fields: dict[str, Any]) -> dict[str, Any]:
    values = rows.trimmed(fields)
    rows.required(values, "name")
    rows.not_too_long(values)
    return values
