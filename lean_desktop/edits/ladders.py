"""Certification ladders and diplomas."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from lean_desktop.document.schema.competence import diploma, ladder_skill, ladder_step
from lean_desktop.domain.competence.ladder import Standing
from lean_desktop.domain.competence.requirements import Of, Scope
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.edits import rows
from lean_desktop.edits.skills import SCOPE_COLUMNS
from lean_desktop.i18n import M_


def add_step(connection: Connection, /, scope: Scope, name: str, levels: Mapping[int, int]) -> int:
    """A new step at the top of the ladder of a role or a kind of role; levels by skill."""
    of, key = scope
    if of not in (Of.ROLE, Of.ROLE_KIND):
        raise RuleBroken(M_("A ladder belongs to a role."))
    values = rows.trimmed({"name": name})
    rows.required(values, "name")
    rows.not_too_long(values)
    column = SCOPE_COLUMNS[of]
    last = select(func.max(ladder_step.c.position)).where(ladder_step.c[column] == key)
    position = (connection.scalar(last) or 0) + 1
    made = rows.add(connection, ladder_step, {**values, column: key, "position": position})
    set_step_levels(connection, made, levels)
    return made


def rename_step(connection: Connection, /, step_id: int, name: str) -> None:
    """Another name for a step."""
    values = rows.trimmed({"name": name})
    rows.required(values, "name")
    rows.not_too_long(values)
    rows.change(connection, ladder_step, [step_id], values)


def set_step_levels(connection: Connection, /, step_id: int, levels: Mapping[int, int]) -> None:
    """By skill, the level a step asks for."""
    connection.execute(delete(ladder_skill).where(ladder_skill.c.step_id == step_id))
    made = [{"step_id": step_id, "skill_id": key, "level": level} for key, level in levels.items()]
    if made:
        connection.execute(insert(ladder_skill), made)


def order_steps(connection: Connection, /, step_ids: Sequence[int]) -> None:
    """The steps of one ladder from the lowest."""
    numbered = update(ladder_step).where(ladder_step.c.id == bindparam("row_id"))
    placed = [{"row_id": key, "position": place} for place, key in enumerate(step_ids, start=1)]
    if placed:
        connection.execute(numbered, placed)


def remove_steps(connection: Connection, /, ids: Collection[int]) -> None:
    """Take steps away with the diplomas handed out for them."""
    rows.remove(connection, ladder_step, ids)


def hand_out(connection: Connection, /, person_id: int, standing: Standing, day: date) -> int:
    """A diploma for a step the person has reached; another day when there is one.

    Raises RuleBroken when something is missing still.
    """
    if not standing.reached:
        raise RuleBroken(
            M_("Something is missing to “{step}”, or to a step below.", step=standing.step.name)
        )
    own, step_id = diploma.c, standing.step.id
    connection.execute(delete(diploma).where(own.person_id == person_id, own.step_id == step_id))
    return rows.add(connection, diploma, {"person_id": person_id, "step_id": step_id, "day": day})
