"""Changing the vision, the values and the tree of goals."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, or_, select, update

from lean_desktop.document.schema.goals import core_value, goal, vision
from lean_desktop.domain.goals import order_without
from lean_desktop.domain.meetings import moved
from lean_desktop.domain.organisation import refuse_cycle
from lean_desktop.edits import rows, versions
from lean_desktop.queries.goals import goals, values

_LONGEST = {"name": 500, "measure": 500}


def set_vision(connection: Connection, /, text: str) -> None:
    """Write where it all is to lead; an empty text takes the vision away."""
    checked = rows.trimmed({"text": text})
    rows.not_too_long(checked)
    key = connection.scalar(select(vision.c.id))
    if key is None:
        rows.add(connection, vision, {"id": 1, **checked})
    else:
        rows.change(connection, vision, [key], checked)


def add_value(
    connection: Connection, /, name: str, meaning: str = "", position: int | None = None
) -> int:
    """A new value, last or at an index among them."""
    checked = _checked({"name": name, "meaning": meaning})
    order = [each.id for each in values(connection)]
    key = rows.add(connection, core_value, {**checked, "position": len(order)})
    if position is not None:
        move_value(connection, key, position)
    return key


def change_values(connection: Connection, /, ids: Collection[int], **fields: Any) -> None:
    """Set name or meaning of one or more values."""
    rows.change(connection, core_value, ids, _checked(fields))


def remove_values(connection: Connection, /, ids: Collection[int]) -> None:
    """Take values away; the others close up."""
    rows.remove(connection, core_value, ids)
    _number(connection, core_value, [each.id for each in values(connection)])


def move_value(connection: Connection, /, value_id: int, position: int) -> None:
    """Put a value at an index among the values; the others close up."""
    order = [each.id for each in values(connection)]
    if value_id not in order:
        raise versions.gone()
    _number(connection, core_value, moved(order, value_id, position))


def add_goal(
    connection: Connection,
    /,
    name: str,
    parent_id: int | None = None,
    position: int | None = None,
    **fields: Any,
) -> int:
    """A new goal, or part of the goal `parent_id`; last, or at an index among its parts."""
    checked = _checked({"name": name, **fields}, _LONGEST)
    order = _parts(connection, parent_id)
    place = {"parent_id": parent_id, "position": len(order)}
    key = rows.add(connection, goal, {**checked, **place})
    if position is not None:
        _number(connection, goal, moved([*order, key], key, position))
    return key


def change_goals(connection: Connection, /, ids: Collection[int], **fields: Any) -> None:
    """Set name, measure, due day or group of one or more goals; `move_goal` moves them."""
    rows.change(connection, goal, ids, _checked(fields, _LONGEST))


def remove_goals(connection: Connection, /, ids: Collection[int], *, whole: bool = False) -> None:
    """Take goals away. Their parts move up into their place; with `whole` they go too."""
    gone = rows.below(rows.parents(connection, goal), ids) if whole else set(ids)
    for above, order in order_without(gone, goals(connection)).items():
        _number(connection, goal, order, parent_id=above)
    rows.remove(connection, goal, gone)


def move_goal(
    connection: Connection,
    /,
    goal_id: int,
    parent_id: int | None,
    position: int | None = None,
) -> None:
    """Put a goal with all its parts below another or at the top; last, or at an index there.

    Raises RuleBroken when that would put it below itself.
    """
    above = rows.parents(connection, goal)
    if goal_id not in above:
        raise versions.gone()
    refuse_cycle(goal_id, parent_id, above)
    order = [key for key in _parts(connection, parent_id) if key != goal_id]
    left = [key for key in _parts(connection, above[goal_id]) if key != goal_id]
    to = len(order) if position is None else position
    _number(connection, goal, left)
    _number(connection, goal, moved(order, goal_id, to), parent_id=parent_id)


def _checked(fields: Mapping[str, Any], longest: Mapping[str, int] | None = None) -> dict[str, Any]:
    checked = rows.trimmed(fields)
    rows.required(checked, "name")
    rows.not_too_long(checked, longest)
    return checked


def _parts(connection: Connection, parent_id: int | None) -> list[int]:
    """Keys of the goals below another or at the top, in order. Raises RuleBroken if it is gone."""
    found = goals(connection)
    if parent_id is not None and parent_id not in {each.id for each in found}:
        raise versions.gone()
    return [each.id for each in found if each.parent_id == parent_id]


def _number(connection: Connection, table: Table, order: Sequence[int], **place: Any) -> None:
    """Let the rows stand in this order, and in that place; what stands so already is untouched."""
    for position, key in enumerate(order):
        wanted = {"position": position, **place}
        otherwise = or_(*(table.c[name].is_distinct_from(value) for name, value in wanted.items()))
        connection.execute(update(table).where(table.c.id == key, otherwise).values(wanted))
