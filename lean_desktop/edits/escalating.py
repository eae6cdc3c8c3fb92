"""Taking something one level up, and onto the agenda there, as one gesture."""

from datetime import datetime

from sqlalchemy import Connection

from lean_desktop.edits.actions import escalate, one_level_up
from lean_desktop.edits.carrying import bring_to_next


def escalate_at_once(
    connection: Connection,
    /,
    text: str,
    now: datetime,
    *,
    action_id: int | None = None,
    group_id: int | None = None,
    unit_id: int | None = None,
    meeting_id: int | None = None,
) -> int:
    """Escalate, and put it first on the next agenda one level up, if there is one already."""
    key = escalate(
        connection,
        text,
        day=now.date(),
        action_id=action_id,
        group_id=group_id,
        unit_id=unit_id,
        meeting_id=meeting_id,
    )
    bring_to_next(connection, one_level_up(connection, group_id), now)
    return key
