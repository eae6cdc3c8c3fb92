"""The training plan: planning, changing, and finishing with a new assessment in one step."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import Connection, select

from lean_desktop.document.schema.competence import assessment, skill, training_item
from lean_desktop.domain.competence.levels import HIGHEST, Kind, Scale, fitted
from lean_desktop.domain.competence.training import Suggestion, Way
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.edits import rows
from lean_desktop.i18n import M_


def plan_training(
    connection: Connection, /, person_id: int, skill_id: int, level: int, **fields: Any
) -> int:
    """A new row of the plan; `fields` are those of `change_training`."""
    values = {"person_id": person_id, "skill_id": skill_id, "level": level, **fields}
    _check(values)
    return rows.add(connection, training_item, {"way": Way.ON_JOB, **values})


def plan_suggested(connection: Connection, /, suggestions: Iterable[Suggestion]) -> list[int]:
    """Rows of the plan as they were suggested; who has an open row for the skill gets no other."""
    own = training_item.c
    columns = select(own.person_id, own.skill_id).where(own.done.is_(None))
    planned = {(row[0], row[1]) for row in connection.execute(columns)}
    return [
        plan_training(connection, **each._asdict())
        for each in suggestions
        if (each.person_id, each.skill_id) not in planned
    ]


def change_training(connection: Connection, /, ids: Collection[int], **fields: Any) -> None:
    """Set level, days, trainer, course or way of rows of the plan.

    Raises RuleBroken when one would be its own trainer or begin after it is to be finished.
    """
    for key in ids:
        _check({**_row(connection, key), **fields})
    rows.change(connection, training_item, ids, fields)


def remove_training(connection: Connection, /, ids: Collection[int]) -> None:
    """Take rows out of the plan; what they led to stays."""
    rows.remove(connection, training_item, ids)


def finish_training(
    connection: Connection,
    /,
    ids: Collection[int],
    day: date,
    *,
    by_id: int | None = None,
    kind: Kind = Kind.SUPERVISOR,
) -> None:
    """Rows are done, and each person is assessed at the level of the row, in the same step.

    Without `by_id` the trainer has assessed. What was done before stays as it was.
    """
    for key in ids:
        found = _row(connection, key)
        if found["done"] is None:
            by = by_id or found["trainer_id"]
            made = _assessed(connection, found, {"day": day, "by_id": by, "kind": kind})
            rows.change(connection, training_item, [key], {"done": day, "assessment_id": made})


def _assessed(connection: Connection, row: Mapping[str, Any], told: Mapping[str, Any]) -> int:
    scale = connection.scalars(select(skill.c.scale).where(skill.c.id == row["skill_id"])).one()
    whom = {"person_id": row["person_id"], "skill_id": row["skill_id"]}
    level = fitted(row["level"], Scale(scale))
    return rows.add(connection, assessment, {**whom, "level": level, **told})


def _row(connection: Connection, key: int) -> dict[str, Any]:
    asked = select(training_item).where(training_item.c.id == key)
    found = connection.execute(asked).mappings().first()
    if found is None:
        raise RuleBroken(M_("This row of the training plan is no longer there."))
    return dict(found)


def _check(values: Mapping[str, Any]) -> None:
    if not 1 <= values["level"] <= HIGHEST:
        raise RuleBroken(M_("One can be trained to a level from 1 to 4."))
    if values.get("trainer_id") == values["person_id"]:
        raise RuleBroken(M_("Nobody is their own trainer. Choose another person."))
    starts, by_when = values.get("starts"), values.get("by_when")
    if starts is not None and by_when is not None and by_when < starts:
        raise RuleBroken(M_("The training is to be finished before it begins. Change one day."))
