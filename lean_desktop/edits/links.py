"""Links of agenda items."""

from collections.abc import Sequence

from sqlalchemy import Connection, delete, insert

from lean_desktop.document.schema.meetings import agenda_link
from lean_desktop.domain.links import LONGEST_TARGET, Link
from lean_desktop.edits import rows
from lean_desktop.edits.meetings import refuse_locked_items


def set_links(connection: Connection, /, item_id: int, links: Sequence[Link]) -> None:
    """The links an item has from now on."""
    refuse_locked_items(connection, [item_id])
    connection.execute(delete(agenda_link).where(agenda_link.c.agenda_item_id == item_id))
    for each in links:
        rows.not_too_long(each._asdict(), {"target": LONGEST_TARGET})
    new = [{"agenda_item_id": item_id, **each._asdict()} for each in links]
    if new:
        connection.execute(insert(agenda_link), new)
