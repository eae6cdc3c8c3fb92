"""Saying how well people can what; the history is only ever added to.

Whatever the number of cells, a change is the same few statements.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from lean_desktop.document.schema.competence import (
    assessment,
    exemption,
    matrix_order,
    practice,
    skill,
)
from lean_desktop.domain.competence.levels import HIGHEST, LOWEST, Kind, Scale, highest
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.organisation import ordered_period
from lean_desktop.edits import rows
from lean_desktop.i18n import M_

Place = tuple[int, int]
"""A person and a skill."""


def assess_many(
    connection: Connection,
    /,
    levels: Mapping[Place, int | None],
    *,
    day: date,
    kind: Kind = Kind.SUPERVISOR,
    by_id: int | None = None,
    valid_until: date | None = None,
) -> None:
    """Assess people on a day, all in one: a level for each person and skill; None clears.

    A level that is said again counts from its new day. A self-assessment is by the person, whoever
    keys it in. Raises RuleBroken for a level the scale of a skill does not know, and for one that
    would have expired before it was given.
    """
    if valid_until is not None and valid_until < day:
        raise RuleBroken(M_("That expires before the day of the assessment."))
    _refuse_foreign(connection, levels)
    told = {"day": day, "kind": kind, "valid_until": valid_until}
    made = [
        {"person_id": person_id, "skill_id": skill_id, "level": level, **told}
        | {"by_id": person_id if kind is Kind.SELF else by_id}
        for (person_id, skill_id), level in levels.items()
    ]
    if made:
        connection.execute(insert(assessment), made)


def assess(
    connection: Connection, /, person_id: int, skill_id: int, level: int | None, **told: Any
) -> None:
    """Assess one person in one skill; as `assess_many`."""
    assess_many(connection, {(person_id, skill_id): level}, **told)


def clear(
    connection: Connection,
    /,
    cells: Collection[Place],
    *,
    day: date,
    kind: Kind = Kind.SUPERVISOR,
    by_id: int | None = None,
) -> None:
    """From that day on nothing is known; cells nothing was ever said of stay as they are."""
    said = select(assessment.c.person_id, assessment.c.skill_id).where(
        assessment.c.person_id.in_({person_id for person_id, _ in cells}), assessment.c.day <= day
    )
    there = {(row[0], row[1]) for row in connection.execute(said.distinct())}
    emptied = dict.fromkeys((cell for cell in cells if cell in there), None)
    assess_many(connection, emptied, day=day, kind=kind, by_id=by_id)


def practised(connection: Connection, /, cells: Collection[Place], day: date) -> None:
    """They used these skills in earnest that day."""
    made = [{"person_id": who, "skill_id": what, "day": day} for who, what in cells]
    if made:
        connection.execute(insert(practice), made)


def exempt(
    connection: Connection,
    /,
    cells: Collection[Place],
    since: date,
    until: date | None = None,
) -> None:
    """Nothing is required here from a day on, until another one, both included.

    It takes the place of an exemption that holds on the first day. Raises RuleBroken when the last
    day is before the first.
    """
    ordered_period(since, until)
    rows.remove(connection, exemption, _holding(connection, cells, since))
    made = [
        {"person_id": who, "skill_id": what, "since": since, "until": until} for who, what in cells
    ]
    if made:
        connection.execute(insert(exemption), made)


def end_exemption(connection: Connection, /, cells: Collection[Place], day: date) -> None:
    """What is exempt on that day is so no more from then on; what began on it never was."""
    holding = _holding(connection, cells, day)
    begun = select(exemption.c.id).where(exemption.c.id.in_(holding), exemption.c.since < day)
    ending = set(connection.scalars(begun))
    rows.change(connection, exemption, ending, {"until": day - timedelta(days=1)})
    rows.remove(connection, exemption, set(holding) - ending)


def order_rows(connection: Connection, /, person_ids: Sequence[int]) -> None:
    """The rows of the matrix in this order, others after them by name; none is all by name."""
    connection.execute(delete(matrix_order))
    placed = [{"person_id": key, "position": place} for place, key in enumerate(person_ids)]
    if placed:
        connection.execute(insert(matrix_order), placed)


def _refuse_foreign(connection: Connection, levels: Mapping[Place, int | None]) -> None:
    """Raise RuleBroken for a level that is none of the skill's scale."""
    asked = {skill_id for _, skill_id in levels}
    named = select(skill.c.id, skill.c.name, skill.c.scale).where(skill.c.id.in_(asked))
    known = {row[0]: (row[1], Scale(row[2])) for row in connection.execute(named)}
    for (_, skill_id), level in levels.items():
        if skill_id not in known:
            raise RuleBroken(M_("This skill is no longer in the workspace."))
        name, scale = known[skill_id]
        if level is not None and not _knows(scale, level):
            raise RuleBroken(
                M_("{skill}: {level} is no level there.", skill=name, level=level),
            )


def _knows(scale: Scale, level: int) -> bool:
    if highest(scale) < HIGHEST:
        return level in (LOWEST, highest(scale))
    return LOWEST <= level <= HIGHEST


def _holding(connection: Connection, cells: Collection[Place], day: date) -> list[int]:
    """Keys of the exemptions of these cells that hold on a day."""
    own = exemption.c
    people = own.person_id.in_({who for who, _ in cells})
    holding = (own.since <= day, own.until.is_(None) | (own.until >= day))
    found = connection.execute(select(own.id, own.person_id, own.skill_id).where(people, *holding))
    wanted = set(cells)
    return [key for key, who, what in found if (who, what) in wanted]
