"""Vision, values and the tree of goals, with the groups that work for them."""

from collections.abc import Collection

from sqlalchemy import Connection, func, select

from lean_desktop.document.changes import ChangeSet
from lean_desktop.document.schema.goals import core_value, goal, vision
from lean_desktop.document.schema.organisation import group
from lean_desktop.domain.goals import CoreValue, Direction, Goal, tree
from lean_desktop.queries.touched import Places, Touched, touched

Ids = Collection[int] | None

DIRECTED = ("vision", "core_value", "goal", "group")
"""The tables `direction` reads: after a change in any of them, ask again."""

_parent = goal.alias("parent_goal")


def direction(connection: Connection) -> Direction:
    """The whole picture. Without a vision, values or goals as yet, these are empty."""
    text = connection.scalar(select(vision.c.text)) or ""
    return Direction(text, tuple(values(connection)), tuple(goals(connection)))


def values(connection: Connection, ids: Ids = None) -> list[CoreValue]:
    """The values in their order."""
    statement = select(
        core_value.c.id, core_value.c.position, core_value.c.name, core_value.c.meaning
    ).order_by(core_value.c.position, core_value.c.id)
    if ids is not None:
        statement = statement.where(core_value.c.id.in_(ids))
    return [CoreValue(*row) for row in connection.execute(statement)]


def values_touched(connection: Connection, changes: ChangeSet) -> Touched:
    """Which rows of `values` may have changed."""
    return touched(connection, changes, "core_value", {})


def goals(connection: Connection, ids: Ids = None) -> list[Goal]:
    """The goals as one reads their tree, each followed by its parts."""
    statement = (
        select(
            goal.c.id,
            goal.c.position,
            goal.c.name,
            goal.c.parent_id,
            goal.c.measure,
            goal.c.due,
            goal.c.group_id,
            func.coalesce(group.c.name, ""),
            func.coalesce(_parent.c.name, ""),
        )
        .select_from(goal)
        .outerjoin(group, group.c.id == goal.c.group_id)
        .outerjoin(_parent, _parent.c.id == goal.c.parent_id)
    )
    if ids is not None:
        statement = statement.where(goal.c.id.in_(ids))
    found = [Goal(*row) for row in connection.execute(statement)]
    return [placed.goal for placed in tree(found)]


def goals_touched(connection: Connection, changes: ChangeSet) -> Touched:
    """Which rows of `goals` may have changed."""
    shown: Places = {
        "group": [(goal.c.id, goal.c.group_id)],
        "goal": [(goal.c.id, goal.c.parent_id)],
    }
    return touched(connection, changes, "goal", shown)
