"""Planning meetings, writing their agendas, and keeping templates."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from lean_desktop.document.schema.meetings import (
    agenda_item,
    meeting,
    meeting_guest,
    meeting_template,
    preparation,
    template_item,
)
from lean_desktop.document.schema.organisation import group, membership, unit
from lean_desktop.document.schema.series import gone_meeting, series_gap
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.meetings import (
    LONGEST_ITEM,
    MeetingKind,
    MeetingState,
    MeetingTemplate,
    PresenterRole,
    TemplateItem,
    moved,
)
from lean_desktop.domain.organisation import GroupRole
from lean_desktop.domain.preparation import Asked, written_tasks
from lean_desktop.edits import rows
from lean_desktop.edits.agreed_items import add_agreed_items
from lean_desktop.edits.workspace import next_number
from lean_desktop.i18n import M_
from lean_desktop.queries.organisation import current

ITEM_LIMITS = {"title": 500, "section": 200}
SHOWN_IN_CALENDARS = {"planned_start", "planned_end", "title", "place", "state"}


def plan_meeting(
    connection: Connection,
    /,
    *,
    group_id: int | None,
    unit_id: int | None = None,
    start: datetime,
    template: MeetingTemplate | None = None,
    kind: MeetingKind = MeetingKind.OTHER,
    minutes: int = 45,
    title: str = "",
) -> int:
    """Plan a meeting, from a template or empty.

    The group's leader chairs, its note-taker writes, and it meets where it met last.
    """
    length = template.minutes if template else minutes
    chair, note_taker = led_by(connection, group_id, start)
    key = rows.add(
        connection,
        meeting,
        {
            **numbered(connection, group_id),
            "kind": template.kind if template else kind,
            "title": title.strip(),
            "group_id": group_id,
            "unit_id": unit_id,
            "place": last_place(connection, group_id),
            "planned_start": start,
            "planned_end": start + timedelta(minutes=max(1, length)),
            "purpose": template.purpose if template else "",
            "chair_id": chair,
            "note_taker_id": note_taker,
        },
    )
    if template:
        add_from_template(connection, key, template.items, chair, note_taker)
        add_agreed_items(connection, key, group_id, start.date())
    return key


def numbered(connection: Connection, group_id: int | None) -> dict[str, int]:
    """The number a new meeting of the group gets, and the one its calendar entry is known by."""
    return {
        "number": next_number(connection, f"meeting:{group_id or 0}"),
        "calendar_number": next_number(connection, "calendar"),
    }


def change_meetings(connection: Connection, /, ids: Collection[int], **fields: Any) -> None:
    """Set fields of one or more meetings. Moving the start alone keeps the length."""
    values = rows.trimmed(fields)
    rows.not_too_long(values)
    refuse_locked(connection, ids)
    if values.keys() & SHOWN_IN_CALENDARS:
        revise(connection, ids)
    if "planned_start" in values and "planned_end" not in values:
        _move(connection, ids, values.pop("planned_start"))
    if "planned_end" in values:
        _refuse_end_before_start(connection, ids, values)
    if values:
        rows.change(connection, meeting, ids, values)


def remove_meetings(connection: Connection, /, ids: Collection[int]) -> None:
    """Take meetings away with their agendas; their numbers are not given again.

    Those of a series leave its slots empty for good: planning it anew never brings them back.
    """
    refuse_locked(connection, ids)
    _leave_gaps(connection, ids)
    take_away(connection, ids)


def take_away(connection: Connection, /, ids: Collection[int]) -> None:
    """Remove meetings of a series whose slots are free for others again."""
    refuse_locked(connection, ids)
    _leave_for_calendars(connection, ids)
    rows.remove(connection, meeting, ids)


def refuse_locked(connection: Connection, ids: Collection[int]) -> None:
    """Raise RuleBroken when one of the meetings is closed."""
    closed = meeting.c.state == MeetingState.CLOSED
    if connection.scalar(select(meeting.c.id).where(meeting.c.id.in_(ids), closed).limit(1)):
        raise RuleBroken(M_("The meeting is closed. Open it again to change something in it."))


def refuse_locked_items(connection: Connection, item_ids: Collection[int]) -> None:
    """Raise RuleBroken when one of the agenda items is of a closed meeting."""
    refuse_locked(connection, _meetings_of(connection, item_ids))


def revise(connection: Connection, ids: Collection[int]) -> None:
    """Calendars that know the meeting must take the new revision for the old one."""
    known = meeting.c.state != MeetingState.DRAFT
    statement = update(meeting).where(meeting.c.id.in_(ids), known)
    connection.execute(statement.values(sequence=meeting.c.sequence + 1))


def _leave_gaps(connection: Connection, ids: Collection[int]) -> None:
    in_series = meeting.c.series_id.is_not(None), meeting.c.slot.is_not(None)
    slots = select(meeting.c.series_id, meeting.c.slot).where(meeting.c.id.in_(ids), *in_series)
    gap = upsert(series_gap).from_select(["series_id", "slot"], slots)
    connection.execute(gap.on_conflict_do_nothing())


def _leave_for_calendars(connection: Connection, ids: Collection[int]) -> None:
    """What was called stands in calendars, and has to be cancelled there."""
    called = (
        select(
            meeting.c.calendar_number,
            meeting.c.sequence + 1,
            func.coalesce(func.nullif(meeting.c.title, ""), group.c.name, unit.c.name, ""),
            meeting.c.planned_start,
            meeting.c.planned_end,
            meeting.c.group_id,
            meeting.c.unit_id,
            meeting.c.series_id,
        )
        .select_from(meeting)
        .outerjoin(group, group.c.id == meeting.c.group_id)
        .outerjoin(unit, unit.c.id == meeting.c.unit_id)
        .where(meeting.c.id.in_(ids), meeting.c.state != MeetingState.DRAFT)
    )
    columns = [column.key for column in gone_meeting.c if column.key != "id"]
    connection.execute(insert(gone_meeting).from_select(columns, called))


def add_item(
    connection: Connection,
    /,
    meeting_id: int,
    title: str,
    *,
    at: int | None = None,
    tasks: Sequence[Asked] = (),
    **fields: Any,
) -> int:
    """A new agenda item, last or at index `at`; it joins the section it comes to stand in."""
    refuse_locked(connection, [meeting_id])
    values = _checked_item({"title": title, **fields})
    order = _order(connection, meeting_id)
    if "section" not in values and order:
        values["section"] = _section_at(connection, order[: at or None][-1])
    key = rows.add(
        connection, agenda_item, {"meeting_id": meeting_id, "position": len(order), **values}
    )
    if at is not None and at < len(order):
        _renumber(connection, moved([*order, key], key, at))
    if tasks:
        _write_tasks(connection, key, tasks)
    return key


def add_items(
    connection: Connection, /, meeting_id: int, new: Sequence[dict[str, Any]]
) -> list[int]:
    """Several agenda items at the end, as one gesture."""
    return [add_item(connection, meeting_id, **fields) for fields in new]


def change_items(connection: Connection, /, ids: Collection[int], **fields: Any) -> None:
    """Set fields of one or more agenda items."""
    refuse_locked_items(connection, ids)
    rows.change(connection, agenda_item, ids, _checked_item(fields))


def set_tasks(connection: Connection, /, item_id: int, asked: Sequence[Asked]) -> None:
    """What is to be prepared for an item. A task that stays keeps what was seen of it."""
    refuse_locked_items(connection, [item_id])
    there = connection.execute(
        select(preparation.c.id, preparation.c.task, preparation.c.person_id)
        .where(preparation.c.agenda_item_id == item_id)
        .order_by(preparation.c.position)
    )
    old = {Asked(task, person_id): key for key, task, person_id in there}
    stays = set(asked) & old.keys()
    rows.remove(connection, preparation, [old[each] for each in old.keys() - stays])
    _write_tasks(connection, item_id, [each for each in asked if each not in stays])
    for position, each in enumerate(asked):
        if each in stays:
            rows.change(connection, preparation, [old[each]], {"position": position})


def move_item(
    connection: Connection, /, item_id: int, to: int, *, section: str | None = None
) -> None:
    """Put an item at index `to` of its agenda, in that section; the others close up."""
    found = _meetings_of(connection, [item_id])
    refuse_locked(connection, found)
    for meeting_id in found:
        _renumber(connection, moved(_order(connection, meeting_id), item_id, to))
    if section is not None:
        rows.change(connection, agenda_item, [item_id], _checked_item({"section": section}))


def remove_items(connection: Connection, /, ids: Collection[int]) -> None:
    """Take items off the agenda."""
    touched = _meetings_of(connection, ids)
    refuse_locked(connection, touched)
    rows.remove(connection, agenda_item, ids)
    for meeting_id in touched:
        _renumber(connection, _order(connection, meeting_id))


def add_guest(
    connection: Connection, /, meeting_id: int, *, person_id: int | None = None, name: str = ""
) -> int:
    """Call somebody who is no member: a person of ours, or a name from outside."""
    refuse_locked(connection, [meeting_id])
    values = rows.trimmed({"name": name})
    if person_id is None:
        rows.required(values, "name")
    rows.not_too_long(values)
    return rows.add(
        connection,
        meeting_guest,
        {"meeting_id": meeting_id, "person_id": person_id, **values},
    )


def remove_guests(connection: Connection, /, ids: Collection[int]) -> None:
    """Call them no more."""
    of = select(meeting_guest.c.meeting_id).where(meeting_guest.c.id.in_(ids)).distinct()
    refuse_locked(connection, connection.scalars(of).all())
    rows.remove(connection, meeting_guest, ids)


def save_template(connection: Connection, /, template: MeetingTemplate) -> int:
    """Keep a template in the document; one with the same key is replaced."""
    values = _checked_template(template)
    known = connection.scalar(
        select(meeting_template.c.id).where(meeting_template.c.key == template.key)
    )
    if known is None:
        known = rows.add(connection, meeting_template, values)
    else:
        rows.change(connection, meeting_template, [known], values)
    _replace_template_items(connection, known, template.items)
    return known


def remove_template(connection: Connection, /, key: str) -> None:
    """Drop the document's own version; a template that ships with the program is as new again."""
    connection.execute(meeting_template.delete().where(meeting_template.c.key == key))


def _checked_item(fields: dict[str, Any]) -> dict[str, Any]:
    values = rows.trimmed(fields)
    rows.required(values, "title")
    rows.not_too_long(values, ITEM_LIMITS)
    if not 0 <= values.get("minutes", 0) <= LONGEST_ITEM:
        raise RuleBroken(M_("That is longer than a day. Write the duration in minutes."))
    return values


def _meetings_of(connection: Connection, item_ids: Collection[int]) -> Sequence[int]:
    wanted = agenda_item.c.id.in_(item_ids)
    return connection.scalars(select(agenda_item.c.meeting_id).where(wanted).distinct()).all()


def _section_at(connection: Connection, item_id: int) -> str:
    return connection.scalar(select(agenda_item.c.section).where(agenda_item.c.id == item_id)) or ""


def _write_tasks(connection: Connection, item_id: int, asked: Sequence[Asked]) -> None:
    new = [
        {"agenda_item_id": item_id, "position": position, **each._asdict()}
        for position, each in enumerate(asked)
    ]
    for values in new:
        rows.not_too_long(values)
    if new:
        connection.execute(insert(preparation), new)


def _checked_template(template: MeetingTemplate) -> dict[str, Any]:
    values = rows.trimmed(
        {
            "key": template.key,
            "kind": template.kind,
            "name": template.name,
            "purpose": template.purpose,
            "minutes": template.minutes,
        }
    )
    rows.required(values, "name", "key")
    rows.not_too_long(values)
    if not 1 <= template.minutes <= LONGEST_ITEM:
        raise RuleBroken(M_("A meeting lasts between one minute and a day."))
    return values


def _replace_template_items(
    connection: Connection, template_id: int, items: Sequence[TemplateItem]
) -> None:
    connection.execute(template_item.delete().where(template_item.c.template_id == template_id))
    new = [
        {"template_id": template_id, "position": position, **_template_item(item)}
        for position, item in enumerate(items)
    ]
    if new:
        connection.execute(insert(template_item), new)


def _template_item(item: TemplateItem) -> dict[str, Any]:
    return _checked_item(
        {
            "title": item.title,
            "kind": item.kind,
            "minutes": item.minutes,
            "presenter": item.presenter,
            "purpose": item.purpose,
            "preparation": item.preparation,
            "section": item.section,
            "protected": item.protected,
        }
    )


def add_from_template(
    connection: Connection,
    meeting_id: int,
    items: Sequence[TemplateItem],
    chair: int | None,
    note_taker: int | None,
) -> None:
    """The template's items, presented by chair and note-taker where it says so."""
    people = {PresenterRole.CHAIR: chair, PresenterRole.NOTE_TAKER: note_taker}
    for position, item in enumerate(items):
        values = _template_item(item)
        presenter = people.get(values.pop("presenter"))
        text = values.pop("preparation")
        placed = {"meeting_id": meeting_id, "position": position, "presenter_id": presenter}
        key = rows.add(connection, agenda_item, {**values, **placed})
        asked = written_tasks(text, (), presenter_id=presenter, chair_id=chair)
        _write_tasks(connection, key, asked)


def led_by(
    connection: Connection, group_id: int | None, start: datetime
) -> tuple[int | None, int | None]:
    """Who chairs and who takes notes in the group's meetings on that day."""
    if group_id is None:
        return None, None
    found = connection.execute(
        select(membership.c.role, membership.c.person_id)
        .where(membership.c.group_id == group_id, current(start.date()))
        .order_by(membership.c.id.desc())
    )
    by_role = {row.role: row.person_id for row in found}
    chair = by_role.get(GroupRole.LEADER, by_role.get(GroupRole.DEPUTY))
    return chair, by_role.get(GroupRole.NOTE_TAKER)


def last_place(connection: Connection, group_id: int | None) -> str:
    """Where the group met last; empty when it never did."""
    latest = (
        select(meeting.c.place)
        .where(meeting.c.group_id == group_id)
        .order_by(meeting.c.planned_start.desc())
        .limit(1)
    )
    return connection.scalar(latest) or ""


def _move(connection: Connection, ids: Collection[int], start: datetime) -> None:
    found = connection.execute(
        select(meeting.c.id, meeting.c.planned_start, meeting.c.planned_end).where(
            meeting.c.id.in_(ids)
        )
    ).all()
    for key, old_start, old_end in found:
        times = {"planned_start": start, "planned_end": start + (old_end - old_start)}
        rows.change(connection, meeting, [key], times)


def _refuse_end_before_start(
    connection: Connection, ids: Collection[int], values: dict[str, Any]
) -> None:
    starts = connection.scalars(select(meeting.c.planned_start).where(meeting.c.id.in_(ids)))
    latest = values.get("planned_start") or max(starts, default=None)
    if latest is not None and values["planned_end"] <= latest:
        raise RuleBroken(M_("The meeting would end before it begins. Choose a later end."))


def _order(connection: Connection, meeting_id: int) -> list[int]:
    return list(
        connection.scalars(
            select(agenda_item.c.id)
            .where(agenda_item.c.meeting_id == meeting_id)
            .order_by(agenda_item.c.position, agenda_item.c.id)
        )
    )


def _renumber(connection: Connection, order: Sequence[int]) -> None:
    for position, key in enumerate(order):
        connection.execute(
            update(agenda_item)
            .where(agenda_item.c.id == key, agenda_item.c.position != position)
            .values(position=position)
        )
