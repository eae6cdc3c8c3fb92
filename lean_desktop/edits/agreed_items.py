"""What a group has agreed to take up in every meeting, put on the agendas it gets."""

from datetime import date

from sqlalchemy import Connection, select, update

from lean_desktop.document.schema.meetings import agenda_item
from lean_desktop.document.schema.roles import agreement
from lean_desktop.domain.meetings import ItemKind, parse_item_line
from lean_desktop.domain.roles import lines
from lean_desktop.edits import rows

USUAL_MINUTES = 5


def add_agreed_items(
    connection: Connection, /, meeting_id: int, group_id: int | None, day: date
) -> None:
    """Put the standing items of the agreement that holds on `day` before what closes the agenda.

    An item that is there already, whatever its case, is not added again.
    """
    agreed = lines(_agreed(connection, group_id, day))
    if not agreed:
        return
    there = connection.execute(
        select(agenda_item.c.title, agenda_item.c.protected)
        .where(agenda_item.c.meeting_id == meeting_id)
        .order_by(agenda_item.c.position)
    ).all()
    known = {title.casefold() for title, _ in there}
    asked = {each.title.casefold(): each for each in map(parse_item_line, agreed) if each.title}
    new = [each for word, each in asked.items() if word not in known]
    place = next((n for n, (_, kept) in enumerate(there) if kept), len(there))
    _make_room(connection, meeting_id, place, len(new))
    for number, each in enumerate(new):
        values = {"title": each.title, "kind": ItemKind.ROUND, "standing": True}
        minutes = USUAL_MINUTES if each.minutes is None else each.minutes
        placed = {"meeting_id": meeting_id, "position": place + number, "minutes": minutes}
        rows.add(connection, agenda_item, {**values, **placed})


def _agreed(connection: Connection, group_id: int | None, day: date) -> str:
    """What the version says that had begun by then."""
    begun = (agreement.c.group_id == group_id, agreement.c.valid_from <= day)
    latest = select(agreement.c.standing_items, agreement.c.valid_to).where(*begun)
    found = connection.execute(latest.order_by(agreement.c.valid_from.desc()).limit(1)).first()
    if found is None or (found[1] is not None and found[1] < day):
        return ""
    return found[0]


def _make_room(connection: Connection, meeting_id: int, place: int, count: int) -> None:
    behind = (agenda_item.c.meeting_id == meeting_id, agenda_item.c.position >= place)
    moved = agenda_item.c.position + count
    if count:
        connection.execute(update(agenda_item).where(*behind).values(position=moved))
