"""Carrying out a planned import of actions: many rows to a statement, all of it one step."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Table, delete, func, insert, select

from lean_desktop.document.schema.actions import action, due_change
from lean_desktop.document.schema.board import (
    action_comment,
    action_helper,
    action_link,
    action_step,
    action_tag,
    own_value,
)
from lean_desktop.domain.actions import ActionStatus
from lean_desktop.domain.actions_import import ActionPlan, Change, NewAction
from lean_desktop.edits import actions as edits
from lean_desktop.edits import cards as card_edits
from lean_desktop.edits import rows
from lean_desktop.edits.workspace import next_numbers

_COLUMNS = ("title", "owner_id", "group_id", "source", "pdca", "pillar")
Keyed = Sequence[tuple[int, NewAction]]


def import_actions(connection: Connection, /, plan: ActionPlan, day: date, reason: str = "") -> int:
    """Write what the plan says; how many actions are new or otherwise.

    New ones get a number each. A date that is otherwise has moved on `day` for that `reason`.
    """
    fields = {
        each.id: card_edits.add_field(connection, each.name, each.kind) for each in plan.fields
    }
    new = plan.new
    first = (connection.scalar(select(func.max(action.c.id))) or 0) + 1
    numbers = next_numbers(connection, "action", len(new))
    keyed = list(enumerate(new, start=first))
    made = [_row(key, n, each) for n, (key, each) in zip(numbers, keyed, strict=True)]
    _insert(connection, action, made)
    for table, hanging in _lists(keyed, fields):
        _insert(connection, table, list(hanging))
    for change in plan.changes:
        _change(connection, change, fields, day, reason)
    return len(new) + len(plan.changes)


def _row(key: int, number: int, new: NewAction) -> dict[str, Any]:
    return {
        "id": key,
        "number": number,
        "title": new.title,
        "group_id": new.group_id,
        "owner_id": new.owner_id,
        "source": new.source,
        "created": new.created,
        "first_due": new.first_due or new.due,
        "due": new.due,
        "done": new.done,
        "status": new.status,
        "status_since": new.done or new.created,
        "pdca": new.pdca,
        "pillar": new.pillar,
        **new.texts._asdict(),
    }


def _lists(
    keyed: Keyed, fields: dict[int, int]
) -> Iterator[tuple[Table, Iterator[dict[str, Any]]]]:
    """What hangs on the new actions, table by table."""
    yield action_tag, ({"action_id": key, "tag": tag} for key, each in keyed for tag in each.tags)
    yield (
        action_helper,
        ({"action_id": key, "person_id": who} for key, each in keyed for who in each.helper_ids),
    )
    yield (
        action_step,
        (
            {"action_id": key, "position": place, **tick._asdict()}
            for key, each in keyed
            for place, tick in enumerate(each.ticks, start=1)
        ),
    )
    yield (
        action_link,
        (
            {"action_id": key, "position": place, **link._asdict()}
            for key, each in keyed
            for place, link in enumerate(each.links)
        ),
    )
    yield action_comment, (row for key, each in keyed for row in _comments(key, each))
    yield due_change, (row for key, each in keyed for row in _moves(key, each))
    yield (
        own_value,
        (
            {"action_id": key, "field_id": fields.get(field, field), "value": text}
            for key, each in keyed
            for field, text in each.values
            if text
        ),
    )


def _comments(key: int, new: NewAction) -> Iterator[dict[str, Any]]:
    told = [(each.day, each.text) for each in new.remarks]
    for day, text in [*told, *([(new.created, new.comment)] if new.comment else [])]:
        yield {"action_id": key, "written": day, "private": False, "text": text}


def _moves(key: int, new: NewAction) -> Iterator[dict[str, Any]]:
    for each in new.moves:
        moved = {"changed": each.day, "old_due": each.old, "new_due": each.new}
        yield {"action_id": key, **moved, "reason": each.reason}


def _change(
    connection: Connection, change: Change, fields: dict[int, int], day: date, reason: str
) -> None:
    """What a list says otherwise of an action that is here."""
    key, told = change.action_id, change.fields
    rows.change(connection, action, [key], {name: told[name] for name in _COLUMNS if name in told})
    if "status" in told or "done" in told:
        _set_state(connection, key, told, day)
    if "due" in told:
        edits.set_due(connection, key, told["due"], day=day, reason=reason)
    if "texts" in told:
        card_edits.change_texts(connection, key, **told["texts"]._asdict())
    if "helper_ids" in told:
        card_edits.set_helpers(connection, key, told["helper_ids"])
    if "tags" in told:
        card_edits.set_tags(connection, key, told["tags"])
    if "links" in told:
        card_edits.set_links(connection, key, told["links"])
    if "ticks" in told:
        _set_steps(connection, key, told["ticks"])
    for field, text in told.get("values", ()):
        card_edits.set_values(connection, [key], fields.get(field, field), text)


def _set_state(connection: Connection, key: int, told: dict[str, Any], day: date) -> None:
    status = told.get("status")
    if status is not None:
        edits.set_status(connection, [key], status, told.get("done") or day)
    elif told.get("done"):
        rows.change(connection, action, [key], {"done": told["done"]})
    if status is ActionStatus.DONE and told.get("done"):
        rows.change(connection, action, [key], {"done": told["done"]})


def _set_steps(connection: Connection, key: int, ticks: Sequence[Any]) -> None:
    connection.execute(delete(action_step).where(action_step.c.action_id == key))
    _insert(
        connection,
        action_step,
        [
            {"action_id": key, "position": place, **tick._asdict()}
            for place, tick in enumerate(ticks, start=1)
        ],
    )


def _insert(connection: Connection, table: Table, new: list[dict[str, Any]]) -> None:
    if new:
        connection.execute(insert(table), new)
