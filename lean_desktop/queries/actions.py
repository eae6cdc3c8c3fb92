"""Actions, what was asked and agreed about them, ideas, and what went one level up."""

from collections.abc import Collection
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, or_, select

from lean_desktop.document.changes import ChangeSet
from lean_desktop.document.schema.actions import action, due_change, escalation, follow_up, idea
from lean_desktop.document.schema.organisation import group, person, unit
from lean_desktop.domain.actions import (
    OVER,
    Action,
    ActionStatus,
    Answer,
    Answered,
    DueChange,
    Escalation,
    FollowUp,
    Source,
)
from lean_desktop.queries.organisation import full_name
from lean_desktop.queries.touched import Places, Touched, touched

Ids = Collection[int] | None

_to = group.alias("receiver")

_slips = (
    select(func.count()).where(due_change.c.action_id == action.c.id).correlate(action)
).scalar_subquery()
_escalated = (
    select(func.count())
    .where(escalation.c.action_id == action.c.id, escalation.c.answered.is_(None))
    .correlate(action)
).scalar_subquery()


def numbered(connection: Connection, number: int) -> int | None:
    """The key of the action with that number, if there is one."""
    return connection.scalar(select(action.c.id).where(action.c.number == number))


def actions(
    connection: Connection,
    ids: Ids = None,
    *,
    group_id: int | None = None,
    meeting_id: int | None = None,
    only_open: bool = False,
    where: ColumnElement[bool] | None = None,
) -> list[Action]:
    """Actions by number: all, those with `ids`, of one group, or noted in one meeting.

    `where` is said of the table `action`.
    """
    statement = (
        select(
            action.c.id,
            action.c.number,
            action.c.title,
            action.c.group_id,
            func.coalesce(group.c.name, ""),
            action.c.owner_id,
            full_name(person),
            action.c.source,
            action.c.meeting_id,
            action.c.agenda_item_id,
            action.c.created,
            action.c.first_due,
            action.c.due,
            action.c.done,
            action.c.status,
            action.c.status_since,
            _slips,
            _escalated,
        )
        .select_from(action)
        .outerjoin(group, group.c.id == action.c.group_id)
        .outerjoin(person, person.c.id == action.c.owner_id)
        .order_by(action.c.number)
    )
    if ids is not None:
        statement = statement.where(action.c.id.in_(ids))
    if group_id is not None:
        statement = statement.where(action.c.group_id == group_id)
    if meeting_id is not None:
        statement = statement.where(action.c.meeting_id == meeting_id)
    if where is not None:
        statement = statement.where(where)
    if only_open:
        statement = statement.where(action.c.status.not_in(OVER))
    return [_action(Action._make(row)) for row in connection.execute(statement)]


def _action(raw: Action) -> Action:
    return raw._replace(
        source=Source(raw.source), status=ActionStatus(raw.status), escalated=bool(raw.escalated)
    )


def actions_touched(connection: Connection, changes: ChangeSet) -> Touched:
    """Which rows of `actions` may have changed."""
    shown: Places = {
        "group": [(action.c.id, action.c.group_id)],
        "person": [(action.c.id, action.c.owner_id)],
        "due_change": [(due_change.c.action_id, due_change.c.id)],
        "escalation": [(escalation.c.action_id, escalation.c.id)],
    }
    return touched(connection, changes, "action", shown)


def to_ask(connection: Connection, group_id: int, meeting_id: int | None = None) -> list[Action]:
    """The actions a group asks about: its open ones, and those this very meeting asked about.

    Due first, the oldest date before others; without a date last.
    """
    asked = select(follow_up.c.action_id).where(follow_up.c.meeting_id == meeting_id)
    keys = set(connection.scalars(asked)) if meeting_id else set()
    found = [
        each
        for each in actions(connection, group_id=group_id)
        if each.meeting_id != meeting_id or meeting_id is None or each.id in keys
        if each.open or each.id in keys
    ]
    return sorted(found, key=lambda each: (each.due or date.max, each.number))


def named_actions(connection: Connection, since: date) -> list[tuple[int, str, str]]:
    """What one may jump to: open actions and those done from `since` on, with their owners."""
    open_, done = action.c.status.not_in(OVER), action.c.done >= since
    statement = (
        select(action.c.id, action.c.number, action.c.title, full_name(person))
        .outerjoin_from(action, person, person.c.id == action.c.owner_id)
        .where(or_(open_, done))
        .order_by(action.c.number)
    )
    return [(key, f"{n} {title}", owner) for key, n, title, owner in connection.execute(statement)]


def asked_on(connection: Connection, day: date) -> set[int]:
    """The actions that were asked about on a day, in a meeting or at the board."""
    asked = select(follow_up.c.action_id).where(follow_up.c.day == day)
    return set(connection.scalars(asked))


def follow_ups(
    connection: Connection, *, meeting_id: int | None = None, action_id: int | None = None
) -> list[FollowUp]:
    """What was asked and answered, in a meeting or about an action, in that order."""
    statement = select(follow_up).order_by(follow_up.c.day, follow_up.c.id)
    if meeting_id is not None:
        statement = statement.where(follow_up.c.meeting_id == meeting_id)
    if action_id is not None:
        statement = statement.where(follow_up.c.action_id == action_id)
    return [_follow_up(**row) for row in connection.execute(statement).mappings()]


def last_asked(connection: Connection, group_id: int | None = None) -> dict[int, FollowUp]:
    """By open action, of one group or of all, how it was asked about last."""
    statement = (
        select(follow_up)
        .join(action, action.c.id == follow_up.c.action_id)
        .where(action.c.status.not_in(OVER))
        .order_by(follow_up.c.day, follow_up.c.id)
    )
    if group_id is not None:
        statement = statement.where(action.c.group_id == group_id)
    found = (_follow_up(**row) for row in connection.execute(statement).mappings())
    return {each.action_id: each for each in found}


def _follow_up(asked: int, answer: str, note: str, **rest: Any) -> FollowUp:
    return FollowUp(**rest, answered=Answered(bool(asked), Answer(answer), None, note))


def ideas_of_meeting(connection: Connection, meeting_id: int) -> list[str]:
    """The ideas noted in a meeting, in that order."""
    wanted = select(idea.c.text).where(idea.c.meeting_id == meeting_id).order_by(idea.c.id)
    return list(connection.scalars(wanted))


def due_changes(
    connection: Connection, *, action_id: int | None = None, meeting_id: int | None = None
) -> list[DueChange]:
    """How dates moved: of one action, or in one meeting."""
    columns = ("id", "action_id", "changed", "old_due", "new_due", "reason")
    statement = select(*(due_change.c[name] for name in columns)).order_by(due_change.c.id)
    if action_id is not None:
        statement = statement.where(due_change.c.action_id == action_id)
    if meeting_id is not None:
        statement = statement.where(due_change.c.meeting_id == meeting_id)
    return [DueChange._make(row) for row in connection.execute(statement)]


def escalations(
    connection: Connection,
    *,
    action_id: int | None = None,
    meeting_id: int | None = None,
    from_group_id: int | None = None,
    to_group_id: int | None = None,
    item_ids: Collection[int] | None = None,
) -> list[Escalation]:
    """What went one level up, in the order it was raised."""
    sender = func.coalesce(group.c.name, unit.c.name, "")
    statement = (
        select(
            escalation.c.id,
            escalation.c.action_id,
            escalation.c.text,
            escalation.c.from_group_id,
            sender,
            escalation.c.to_group_id,
            func.coalesce(_to.c.name, ""),
            escalation.c.meeting_id,
            escalation.c.raised,
            escalation.c.answer,
            escalation.c.answered,
            escalation.c.agenda_item_id,
        )
        .select_from(escalation)
        .outerjoin(group, group.c.id == escalation.c.from_group_id)
        .outerjoin(unit, unit.c.id == escalation.c.from_unit_id)
        .outerjoin(_to, _to.c.id == escalation.c.to_group_id)
        .order_by(escalation.c.id)
    )
    chosen = {
        "action_id": action_id,
        "meeting_id": meeting_id,
        "from_group_id": from_group_id,
        "to_group_id": to_group_id,
    }
    for name, value in chosen.items():
        if value is not None:
            statement = statement.where(escalation.c[name] == value)
    if item_ids is not None:
        statement = statement.where(escalation.c.agenda_item_id.in_(item_ids))
    return [Escalation._make(row) for row in connection.execute(statement)]
