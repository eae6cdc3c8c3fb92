"""Actions and ideas: noted, asked about, moved, done, and taken one level up."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from sqlalchemy import Connection, delete, select

from lean_desktop.document.schema.actions import action, due_change, escalation, follow_up, idea
from lean_desktop.document.schema.meetings import meeting
from lean_desktop.document.schema.organisation import group
from lean_desktop.domain.actions import ActionStatus, Answer, Answered, Source
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.meetings import MeetingKind
from lean_desktop.domain.organisation import GroupKind
from lean_desktop.edits import rows
from lean_desktop.edits.meetings import refuse_locked
from lean_desktop.edits.workspace import next_number
from lean_desktop.i18n import M_

LONGEST = {"title": 500, "reason": 500, "note": 500}


def add_action(
    connection: Connection,
    /,
    title: str,
    *,
    created: date,
    group_id: int | None = None,
    owner_id: int | None = None,
    due: date | None = None,
    source: Source = Source.OWN,
    meeting_id: int | None = None,
    item_id: int | None = None,
    idea_id: int | None = None,
) -> int:
    """A new action. The date it gets here is the one it is measured against.

    Raises RuleBroken when it is noted in a meeting whose minutes are closed.
    """
    _refuse_in_closed_minutes(connection, meeting_id)
    values = rows.trimmed({"title": title})
    rows.required(values, "title")
    rows.not_too_long(values, LONGEST)
    return rows.add(
        connection,
        action,
        {
            **values,
            "number": next_number(connection, "action"),
            "group_id": group_id,
            "owner_id": owner_id,
            "source": source,
            "meeting_id": meeting_id,
            "agenda_item_id": item_id,
            "idea_id": idea_id,
            "created": created,
            "first_due": due,
            "due": due,
            "status": ActionStatus.NEW,
            "status_since": created,
        },
    )


def change_actions(connection: Connection, /, ids: Collection[int], **fields: Any) -> None:
    """Set title, owner, group or source of one or more actions."""
    values = rows.trimmed(fields)
    rows.required(values, "title")
    rows.not_too_long(values, LONGEST)
    rows.change(connection, action, ids, values)


def remove_actions(connection: Connection, /, ids: Collection[int]) -> None:
    """Take actions away with all that was asked about them; their numbers are not given again."""
    rows.remove(connection, action, ids)


def set_status(
    connection: Connection, /, ids: Collection[int], status: ActionStatus, day: date
) -> None:
    """How far they have come, from that day on; done ones keep the day they were done."""
    done = day if status is ActionStatus.DONE else None
    changing = select(action.c.id).where(action.c.id.in_(ids), action.c.status != status)
    values = {"status": status, "status_since": day, "done": done}
    rows.change(connection, action, connection.scalars(changing).all(), values)


def set_due(
    connection: Connection,
    /,
    action_id: int,
    due: date,
    *,
    day: date,
    reason: str = "",
    meeting_id: int | None = None,
) -> None:
    """Agree on a date. The first one needs no reason; every later one does, and is kept with it."""
    now = connection.scalar(select(action.c.due).where(action.c.id == action_id))
    if now is None:
        rows.change(connection, action, [action_id], {"first_due": due, "due": due})
    elif now != due:
        values = rows.trimmed({"reason": reason})
        if not values["reason"]:
            raise RuleBroken(M_("Write why the date is moved."))
        rows.not_too_long(values, LONGEST)
        moved = {"action_id": action_id, "meeting_id": meeting_id, "changed": day}
        rows.add(connection, due_change, {**moved, "old_due": now, "new_due": due, **values})
        rows.change(connection, action, [action_id], {"due": due})


def answer(
    connection: Connection,
    /,
    meeting_id: int | None,
    answers: Mapping[int, Answered],
    *,
    day: date,
) -> None:
    """What was asked and answered about actions, and what follows from it.

    Answering again in the same meeting takes back what the first answer led to. At the board, the
    last answer of a day is the one that counts.
    """
    refuse_locked(connection, [] if meeting_id is None else [meeting_id])
    for key, answered in answers.items():
        if meeting_id is not None:
            _take_back(connection, key, meeting_id)
        else:
            earlier = follow_up.c.action_id == key, follow_up.c.day == day
            connection.execute(delete(follow_up).where(*earlier, follow_up.c.meeting_id.is_(None)))
        _answer_one(connection, meeting_id, key, answered, day)


def take_back_answers(connection: Connection, /, meeting_id: int, ids: Collection[int]) -> None:
    """It is not recorded whether these were asked about; what was answered has no effect."""
    refuse_locked(connection, [meeting_id])
    for key in ids:
        _take_back(connection, key, meeting_id)


def _answer_one(
    connection: Connection, meeting_id: int | None, key: int, answered: Answered, day: date
) -> None:
    values = rows.trimmed({"note": answered.note})
    rows.not_too_long(values, LONGEST)
    due = connection.scalar(select(action.c.due).where(action.c.id == key))
    asked = {"asked": answered.asked, "answer": answered.answer, **values}
    told = {"action_id": key, "meeting_id": meeting_id, "day": day, "due": due}
    rows.add(connection, follow_up, {**told, **asked})
    match answered.answer:
        case Answer.DONE:
            set_status(connection, [key], ActionStatus.DONE, day)
        case Answer.BLOCKED:
            set_status(connection, [key], ActionStatus.BLOCKED, day)
        case Answer.ON_TRACK:
            set_status(connection, [key], ActionStatus.DOING, day)
        case Answer.NEW_DATE if answered.due:
            note = answered.note
            set_due(connection, key, answered.due, day=day, reason=note, meeting_id=meeting_id)


def _take_back(connection: Connection, key: int, meeting_id: int) -> None:
    """Undo what an earlier answer of this meeting did to the action."""
    of_it = (follow_up.c.action_id == key, follow_up.c.meeting_id == meeting_id)
    told = select(follow_up.c.answer, follow_up.c.due).where(*of_it)
    before = connection.execute(told).first()
    if before is None:
        return
    connection.execute(delete(follow_up).where(*of_it))
    if before[0] in (Answer.DONE, Answer.BLOCKED):
        opened = {"status": ActionStatus.DOING, "done": None}
        rows.change(connection, action, [key], opened)
    if before[0] == Answer.NEW_DATE:
        _take_back_date(connection, key, meeting_id, before[1])


def _take_back_date(connection: Connection, key: int, meeting_id: int, held: date | None) -> None:
    """The date that `held` when the meeting asked holds again; None: it had none until then.

    A date that was moved once more since, elsewhere, stays.
    """
    of_it = due_change.c.action_id == key
    connection.execute(delete(due_change).where(of_it, due_change.c.meeting_id == meeting_id))
    latest = select(due_change.c.new_due).where(of_it).order_by(due_change.c.id.desc()).limit(1)
    if connection.scalar(latest) in (None, held):
        first = {} if held else {"first_due": None}
        rows.change(connection, action, [key], {**first, "due": held})


def escalate(
    connection: Connection,
    /,
    text: str,
    *,
    day: date,
    action_id: int | None = None,
    group_id: int | None = None,
    unit_id: int | None = None,
    meeting_id: int | None = None,
) -> int:
    """Take something one level up: to the group above, or to the steering group.

    With an action it is that which is stuck; without, it is a request for support.
    """
    values = rows.trimmed({"text": text})
    if not values["text"]:
        raise RuleBroken(M_("Write what the group needs from the level above."))
    rows.not_too_long(values)
    return rows.add(
        connection,
        escalation,
        {
            **values,
            "action_id": action_id,
            "from_group_id": group_id,
            "from_unit_id": unit_id,
            "to_group_id": one_level_up(connection, group_id),
            "meeting_id": meeting_id,
            "raised": day,
        },
    )


def answer_escalation(connection: Connection, /, key: int, text: str, day: date) -> None:
    """What the level above said; it stands on the card from now on. An empty text opens it again."""
    values = rows.trimmed({"answer": text})
    rows.not_too_long(values)
    answered = day if values["answer"] else None
    rows.change(connection, escalation, [key], {**values, "answered": answered})


def remove_escalations(connection: Connection, /, ids: Collection[int]) -> None:
    """They were solved below after all."""
    rows.remove(connection, escalation, ids)


def one_level_up(connection: Connection, group_id: int | None) -> int | None:
    """The group above, else the steering group, else the management group; None at the top."""
    above = connection.scalar(select(group.c.parent_id).where(group.c.id == group_id))
    if above is not None:
        return int(above)
    for kind in (GroupKind.STEERING, GroupKind.MANAGEMENT):
        found = connection.scalar(select(group.c.id).where(group.c.kind == kind).limit(1))
        if found is not None and found != group_id:
            return int(found)
    return None


def add_idea(
    connection: Connection,
    /,
    text: str,
    *,
    day: date,
    person_id: int | None = None,
    group_id: int | None = None,
    meeting_id: int | None = None,
    item_id: int | None = None,
) -> int:
    """A new idea, whoever had it. Raises RuleBroken as `add_action` does."""
    _refuse_in_closed_minutes(connection, meeting_id)
    values = rows.trimmed({"text": text})
    if not values["text"]:
        raise RuleBroken(M_("This cannot be empty. Write something, or press Esc."))
    rows.not_too_long(values)
    return rows.add(
        connection,
        idea,
        {
            **values,
            "number": next_number(connection, "idea"),
            "person_id": person_id,
            "group_id": group_id,
            "meeting_id": meeting_id,
            "agenda_item_id": item_id,
            "noted": day,
        },
    )


def _refuse_in_closed_minutes(connection: Connection, meeting_id: int | None) -> None:
    """A daily meeting has no minutes: it counts as closed from its first mark on."""
    kind = connection.scalar(select(meeting.c.kind).where(meeting.c.id == meeting_id))
    if meeting_id is not None and kind != MeetingKind.DAILY:
        refuse_locked(connection, [meeting_id])
