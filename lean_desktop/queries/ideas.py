"""Ideas with who had them, and in which group."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import Connection, func, select

from lean_desktop.document.schema.actions import idea
from lean_desktop.document.schema.organisation import group, person
from lean_desktop.domain.ideas import Idea, IdeaState
from lean_desktop.queries.organisation import full_name

Ids = Collection[int] | None


def ideas(connection: Connection, ids: Ids = None, *, person_id: int | None = None) -> list[Idea]:
    """Ideas by number: all, those with `ids`, or those of one person."""
    statement = (
        select(
            idea.c.id,
            idea.c.number,
            idea.c.text,
            idea.c.person_id,
            full_name(person).label("person"),
            idea.c.group_id,
            func.coalesce(group.c.name, "").label("group"),
            idea.c.state,
            idea.c.reason,
            idea.c.noted,
        )
        .select_from(idea)
        .outerjoin(person, person.c.id == idea.c.person_id)
        .outerjoin(group, group.c.id == idea.c.group_id)
        .order_by(idea.c.number)
    )
    if ids is not None:
        statement = statement.where(idea.c.id.in_(ids))
    if person_id is not None:
        statement = statement.where(idea.c.person_id == person_id)
    return [_idea(**row) for row in connection.execute(statement).mappings()]


def _idea(state: str, **rest: Any) -> Idea:
    return Idea(state=IdeaState(state), **rest)
