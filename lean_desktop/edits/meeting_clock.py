"""The clock of a meeting that goes on; through `Document.aside`, for undo never turns it back."""

from datetime import datetime

from sqlalchemy import Connection, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from lean_desktop.document.schema.minutes import item_clock, meeting_clock


def go_to(connection: Connection, /, meeting_id: int, item_id: int | None, now: datetime) -> None:
    """Leave the item that is on, keeping its time, and begin another; a pause ends."""
    _keep_time(connection, meeting_id, now)
    values = {"agenda_item_id": item_id, "item_since": _second(now), "paused_since": None}
    statement = upsert(meeting_clock).values(meeting_id=meeting_id, **values)
    connection.execute(
        statement.on_conflict_do_update(
            index_elements=[meeting_clock.c.meeting_id], set_=dict(values)
        )
    )


def pause(connection: Connection, /, meeting_id: int, now: datetime) -> None:
    """Stop the clock; nothing happens when it stands already."""
    runs = (meeting_clock.c.meeting_id == meeting_id, meeting_clock.c.paused_since.is_(None))
    connection.execute(update(meeting_clock).where(*runs).values(paused_since=_second(now)))


def go_on(connection: Connection, /, meeting_id: int, now: datetime) -> None:
    """Let the clock run on after a pause; what was paused does not count."""
    item = connection.scalar(
        select(meeting_clock.c.agenda_item_id).where(meeting_clock.c.meeting_id == meeting_id)
    )
    go_to(connection, meeting_id, item, now)


def _keep_time(connection: Connection, meeting_id: int, now: datetime) -> None:
    at = connection.execute(
        select(
            meeting_clock.c.agenda_item_id, meeting_clock.c.item_since, meeting_clock.c.paused_since
        ).where(meeting_clock.c.meeting_id == meeting_id)
    ).first()
    if at is None or at[0] is None:
        return
    spent = max(0, int(((at[2] or _second(now)) - at[1]).total_seconds()))
    statement = upsert(item_clock).values(agenda_item_id=at[0], seconds=spent)
    more = {"seconds": item_clock.c.seconds + statement.excluded.seconds}
    connection.execute(
        statement.on_conflict_do_update(index_elements=[item_clock.c.agenda_item_id], set_=more)
    )


def _second(now: datetime) -> datetime:
    return now.replace(microsecond=0)
