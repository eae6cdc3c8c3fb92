"""Carrying out a planned import of actions: many rows to a statement, all of it one step."""

from typing import Any

from sqlalchemy import Connection, Table, func, insert, select

from lean_desktop.document.schema.actions import action
from lean_desktop.document.schema.board import action_comment, action_tag
from lean_desktop.domain.actions import Source
from lean_desktop.domain.actions_import import ActionPlan, NewAction
from lean_desktop.edits.workspace import next_numbers


def import_actions(connection: Connection, /, plan: ActionPlan) -> int:
    """Write the new actions of the plan, each with a number of its own; how many they are."""
    new = plan.new
    first = (connection.scalar(select(func.max(action.c.id))) or 0) + 1
    numbers = next_numbers(connection, "action", len(new))
    keyed = list(enumerate(new, start=first))
    _insert(
        connection,
        action,
        [_row(key, number, each) for number, (key, each) in zip(numbers, keyed, strict=True)],
    )
    _insert(
        connection,
        action_tag,
        [{"action_id": key, "tag": tag} for key, each in keyed for tag in each.tags],
    )
    _insert(
        connection,
        action_comment,
        [
            {"action_id": key, "written": each.created, "private": False, "text": each.comment}
            for key, each in keyed
            if each.comment
        ],
    )
    return len(new)


def _row(key: int, number: int, new: NewAction) -> dict[str, Any]:
    return {
        "id": key,
        "number": number,
        "title": new.title,
        "group_id": new.group_id,
        "owner_id": new.owner_id,
        "source": Source.OWN,
        "created": new.created,
        "first_due": new.due,
        "due": new.due,
        "done": new.done,
        "status": new.status,
        "status_since": new.done or new.created,
        "pdca": new.pdca,
        "pillar": new.pillar,
    }


def _insert(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(insert(table), rows)
