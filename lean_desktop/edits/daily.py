"""The daily meeting: marking areas red or green, and choosing what is looked at."""

from collections.abc import Collection, Sequence

from sqlalchemy import Connection, delete, func, select

from lean_desktop.document.schema.daily import daily_area, daily_mark
from lean_desktop.document.schema.meetings import meeting
from lean_desktop.domain.daily import Mark
from lean_desktop.domain.meetings import MeetingState
from lean_desktop.edits import rows


def mark(
    connection: Connection,
    /,
    meeting_id: int,
    area_id: int,
    told: Mark | None,
) -> None:
    """Mark an area of one day; None takes the mark away. The first mark says it was held."""
    of_it = (daily_mark.c.meeting_id == meeting_id, daily_mark.c.area_id == area_id)
    connection.execute(delete(daily_mark).where(*of_it))
    if told:
        values = rows.trimmed({"deviation": told.deviation if told.red else ""})
        rows.not_too_long(values)
        placed = {"meeting_id": meeting_id, "area_id": area_id, "red": told.red}
        rows.add(connection, daily_mark, {**placed, **values})
    _held_or_not(connection, meeting_id)


def mark_usual(
    connection: Connection, /, meeting_id: int, names: Sequence[str], place: int, told: Mark
) -> None:
    """The first mark of a workspace without areas of its own: the usual ones are stored first."""
    keys = [add_area(connection, name) for name in names]
    mark(connection, meeting_id, keys[place], told)


def mark_all_green(connection: Connection, /, meeting_id: int, area_ids: Collection[int]) -> None:
    """Every area that is not marked yet is green."""
    marked = select(daily_mark.c.area_id).where(daily_mark.c.meeting_id == meeting_id)
    for key in set(area_ids) - set(connection.scalars(marked)):
        mark(connection, meeting_id, key, Mark(red=False))


def mark_usual_green(connection: Connection, /, meeting_id: int, names: Sequence[str]) -> None:
    """The same for a workspace without areas of its own."""
    mark_all_green(connection, meeting_id, [add_area(connection, name) for name in names])


def add_area(connection: Connection, /, name: str, unit_id: int | None = None) -> int:
    """One more thing to look at: in one unit's daily meeting, or in all."""
    values = rows.trimmed({"name": name})
    rows.required(values, "name")
    rows.not_too_long(values)
    same = daily_area.c.unit_id == unit_id if unit_id else daily_area.c.unit_id.is_(None)
    position = connection.scalar(select(func.count()).select_from(daily_area).where(same)) or 0
    return rows.add(connection, daily_area, {"unit_id": unit_id, "position": position, **values})


def rename_area(connection: Connection, /, key: int, name: str) -> None:
    """Call an area otherwise; its marks stay."""
    values = rows.trimmed({"name": name})
    rows.required(values, "name")
    rows.not_too_long(values)
    rows.change(connection, daily_area, [key], values)


def remove_areas(connection: Connection, /, ids: Collection[int]) -> None:
    """Look at them no more; their marks go with them."""
    rows.remove(connection, daily_area, ids)


def _held_or_not(connection: Connection, meeting_id: int) -> None:
    marked = connection.scalar(
        select(daily_mark.c.id).where(daily_mark.c.meeting_id == meeting_id).limit(1)
    )
    planned = select(meeting.c.planned_start, meeting.c.planned_end).where(
        meeting.c.id == meeting_id
    )
    start, end = connection.execute(planned).one()
    held = {"state": MeetingState.CLOSED, "actual_start": start, "actual_end": end}
    not_yet = {"state": MeetingState.CALLED, "actual_start": None, "actual_end": None}
    rows.change(connection, meeting, [meeting_id], held if marked else not_yet)
