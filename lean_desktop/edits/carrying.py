"""What goes from one meeting to the next: items not finished, those that wait, and escalations."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, insert, select

from lean_desktop.document.schema.actions import escalation
from lean_desktop.document.schema.meetings import agenda_item, backlog_item, meeting, preparation
from lean_desktop.domain.meetings import (
    ItemKind,
    MeetingKind,
    MeetingState,
    MeetingTemplate,
    Outcome,
)
from lean_desktop.edits import rows
from lean_desktop.edits.meetings import add_item, plan_meeting, remove_items

_CARRIED = (
    *("title", "kind", "presenter_id", "minutes", "purpose"),
    *("section", "protected", "standing"),
)
_WAITING = ("title", "kind", "presenter_id", "minutes", "purpose")


def carry(
    connection: Connection,
    /,
    to_meeting_id: int,
    *,
    moved: Collection[int] = (),
    copied: Collection[int] = (),
) -> list[int]:
    """Put items on another meeting's agenda, with what is to be prepared for them.

    A moved one counts as deferred where it stood; a copied one stays as it is there. What was
    carried there before does not come twice.
    """
    rows.change(connection, agenda_item, moved, {"outcome": Outcome.DEFERRED})
    there = select(agenda_item.c.carried_from).where(agenda_item.c.meeting_id == to_meeting_id)
    new = {*moved, *copied} - set(connection.scalars(there))
    chosen = agenda_item.c.id.in_(new)
    order = (agenda_item.c.meeting_id, agenda_item.c.position)
    found = connection.execute(select(agenda_item).where(chosen).order_by(*order)).mappings().all()
    return [_carry_one(connection, to_meeting_id, dict(each)) for each in found]


def _carry_one(connection: Connection, to: int, item: dict[str, Any]) -> int:
    fields = {name: item[name] for name in _CARRIED}
    title = fields.pop("title")
    waits = _waits_for_answer(connection, item["id"])
    place = _behind_escalated(connection, to) if waits else _before_closing(connection, to)
    if fields["protected"]:
        place = None
    key = add_item(connection, to, title, at=place, **fields, carried_from=item["id"])
    rows.change(connection, escalation, waits, {"agenda_item_id": key})
    columns = ("position", "person_id", "task")
    asked = select(*(preparation.c[name] for name in columns))
    told = connection.execute(asked.where(preparation.c.agenda_item_id == item["id"])).mappings()
    if new := [{**each, "agenda_item_id": key} for each in told]:
        connection.execute(insert(preparation), new)
    return key


def _waits_for_answer(connection: Connection, item_id: int) -> Sequence[int]:
    """Keys of what went one level up, stands in this item, and is not answered."""
    of_it = (escalation.c.agenda_item_id == item_id, escalation.c.answered.is_(None))
    return connection.scalars(select(escalation.c.id).where(*of_it)).all()


def _behind_escalated(connection: Connection, meeting_id: int) -> int:
    """How many items of an agenda came from one level below; they stand first."""
    statement = (
        select(func.count())
        .select_from(escalation)
        .join(agenda_item, agenda_item.c.id == escalation.c.agenda_item_id)
        .where(agenda_item.c.meeting_id == meeting_id)
    )
    return connection.scalar(statement) or 0


def carry_on(
    connection: Connection,
    /,
    meeting_id: int,
    *,
    moved: Collection[int] = (),
    copied: Collection[int] = (),
    waiting: Collection[int] = (),
    to_meeting_id: int | None = None,
    start: datetime | None = None,
    template: MeetingTemplate | None = None,
) -> int | None:
    """What a meeting leaves: items to the next one, which is planned for `start` if need be.

    The meeting is over: a copied item stays in the minutes as treated, one that is to wait as
    deferred, and it waits with the group. Returns the key of the next meeting, if there is one.
    """
    following = to_meeting_id
    if following is None and start is not None:
        following = plan_next(connection, meeting_id, start, template)
    if following is not None:
        carry(connection, following, moved=moved, copied=copied)
        rows.change(connection, agenda_item, copied, {"outcome": Outcome.TREATED})
    _copy_to_waiting(connection, waiting)
    rows.change(connection, agenda_item, waiting, {"outcome": Outcome.DEFERRED})
    return following


def plan_next(
    connection: Connection,
    /,
    meeting_id: int,
    start: datetime,
    template: MeetingTemplate | None = None,
) -> int:
    """Another meeting like this one: its standing items, or the template's when it has none.

    What waits for its group's answer stands first.
    """
    one = connection.execute(select(meeting).where(meeting.c.id == meeting_id)).mappings().one()
    standing = _standing(connection, meeting_id)
    length = one["planned_end"] - one["planned_start"]
    key = plan_meeting(
        connection,
        group_id=one["group_id"],
        unit_id=one["unit_id"],
        start=start,
        template=None if standing else template,
        kind=MeetingKind(one["kind"]),
        title=one["title"],
    )
    rows.change(connection, meeting, [key], {"place": one["place"], "planned_end": start + length})
    for item in standing:
        _carry_one(connection, key, item)
    bring_escalated(connection, key)
    return key


def _standing(connection: Connection, meeting_id: int) -> list[dict[str, Any]]:
    wanted = (agenda_item.c.meeting_id == meeting_id, agenda_item.c.standing == 1)
    found = select(agenda_item).where(*wanted).order_by(agenda_item.c.position)
    return [dict(each) for each in connection.execute(found).mappings()]


def _before_closing(connection: Connection, meeting_id: int) -> int | None:
    """Where an item stands that comes in: before the summing-up and the round of new ideas."""
    known = select(agenda_item.c.protected).where(agenda_item.c.meeting_id == meeting_id)
    protected = list(connection.scalars(known.order_by(agenda_item.c.position)))
    return protected.index(True) if True in protected else None


def let_wait(connection: Connection, /, item_ids: Collection[int]) -> list[int]:
    """Take items off the agenda; they wait with the group until a meeting has room for them."""
    keys = _copy_to_waiting(connection, item_ids)
    remove_items(connection, item_ids)
    return keys


def _copy_to_waiting(connection: Connection, item_ids: Collection[int]) -> list[int]:
    statement = (
        select(agenda_item, meeting.c.group_id)
        .join(meeting, meeting.c.id == agenda_item.c.meeting_id)
        .where(agenda_item.c.id.in_(item_ids), meeting.c.group_id.is_not(None))
        .order_by(agenda_item.c.position)
    )
    found = connection.execute(statement).mappings().all()
    return [_wait(connection, each["group_id"], each) for each in found]


def add_waiting(
    connection: Connection,
    /,
    group_id: int,
    title: str,
    *,
    kind: ItemKind = ItemKind.DISCUSSION,
    minutes: int = 5,
    presenter_id: int | None = None,
) -> int:
    """A new item that waits with the group."""
    told = {"title": title, "kind": kind, "minutes": minutes, "presenter_id": presenter_id}
    values = rows.trimmed(told)
    rows.required(values, "title")
    rows.not_too_long(values, {"title": 500})
    return _wait(connection, group_id, {**values, "purpose": ""})


def take_up(connection: Connection, /, meeting_id: int, waiting_ids: Sequence[int]) -> list[int]:
    """Put items that waited on the agenda."""
    wanted = backlog_item.c.id.in_(waiting_ids)
    order = backlog_item.c.position, backlog_item.c.id
    found = connection.execute(select(backlog_item).where(wanted).order_by(*order)).mappings().all()
    keys = []
    for each in found:
        fields = {name: each[name] for name in _WAITING if name != "title"}
        place = _before_closing(connection, meeting_id)
        keys.append(add_item(connection, meeting_id, each["title"], at=place, **fields))
    rows.remove(connection, backlog_item, waiting_ids)
    return keys


def remove_waiting(connection: Connection, /, ids: Collection[int]) -> None:
    """They need no meeting any more."""
    rows.remove(connection, backlog_item, ids)


def _wait(connection: Connection, group_id: int, item: Any) -> int:
    there = select(backlog_item.c.id).where(backlog_item.c.group_id == group_id)
    position = len(connection.scalars(there).all())
    values = {name: item[name] for name in _WAITING}
    placed = {"group_id": group_id, "position": position}
    return rows.add(connection, backlog_item, {**placed, **values})


def bring_escalated(connection: Connection, /, meeting_id: int) -> list[int]:
    """What waits for an answer of this meeting's group stands first on its agenda, each once.

    It waits when it stands on no agenda, or on that of a meeting that is over or called off.
    """
    group_id = connection.scalar(select(meeting.c.group_id).where(meeting.c.id == meeting_id))
    over = meeting.c.state.in_([MeetingState.CLOSED, MeetingState.CANCELLED])
    statement = (
        select(escalation.c.id, escalation.c.text, escalation.c.agenda_item_id)
        .outerjoin(agenda_item, agenda_item.c.id == escalation.c.agenda_item_id)
        .outerjoin(meeting, meeting.c.id == agenda_item.c.meeting_id)
        .where(
            escalation.c.to_group_id == group_id,
            escalation.c.answered.is_(None),
            meeting.c.id.is_(None) | over,
        )
        .order_by(escalation.c.id)
    )
    waiting = connection.execute(statement).all() if group_id else []
    first = _behind_escalated(connection, meeting_id) if waiting else 0
    return [
        _bring_one(connection, meeting_id, place, *each)
        for place, each in enumerate(waiting, first)
    ]


def _bring_one(
    connection: Connection, meeting_id: int, place: int, key: int, text: str, stood: int | None
) -> int:
    fields: dict[str, Any] = {"kind": ItemKind.DECISION, "section": "", "minutes": 5}
    fields |= {"carried_from": stood}
    item = add_item(connection, meeting_id, _first_line(text), at=place, **fields)
    rows.change(connection, escalation, [key], {"agenda_item_id": item})
    return item


def bring_to_next(connection: Connection, /, group_id: int | None, now: datetime) -> list[int]:
    """The same for the next meeting of that group, when it has one that is not closed."""
    statement = (
        select(meeting.c.id)
        .where(
            meeting.c.group_id == group_id,
            meeting.c.planned_end > now,
            meeting.c.state.in_([MeetingState.DRAFT, MeetingState.CALLED]),
        )
        .order_by(meeting.c.planned_start)
        .limit(1)
    )
    found = connection.scalar(statement) if group_id else None
    return bring_escalated(connection, found) if found else []


def _first_line(text: str) -> str:
    return text.strip().splitlines()[0][:500]
