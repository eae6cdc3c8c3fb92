"""Changing skills, their categories and order, and what is required of whom."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, and_, bindparam, delete, func, insert, select, update

from lean_desktop.document.schema.competence import (
    assessment,
    requirement,
    skill,
    skill_category,
    skill_level,
)
from lean_desktop.domain.competence.levels import HIGHEST, Scale
from lean_desktop.domain.competence.requirements import Of, Scope, usual_level
from lean_desktop.domain.competence.skills import ReadyCategory
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.edits import rows
from lean_desktop.i18n import M_

MOST_MONTHS = 600
MOST_PEOPLE = 10_000

SCOPE_COLUMNS = {
    Of.PERSON: "person_id",
    Of.ROLE: "role_id",
    Of.ROLE_KIND: "role_kind",
    Of.GROUP: "group_id",
    Of.UNIT: "unit_id",
}
"""The column of a requirement, or of a step of a ladder, that says of whom it is."""


def add_category(connection: Connection, /, name: str) -> int:
    """A new category, the last one. Raises RuleBroken when the name is empty or taken."""
    values = _named(connection, skill_category, name)
    return rows.add(connection, skill_category, {**values, "position": _next(connection)})


def rename_category(connection: Connection, /, category_id: int, name: str) -> None:
    """Another name for a category."""
    values = _named(connection, skill_category, name, category_id)
    rows.change(connection, skill_category, [category_id], values)


def remove_category(
    connection: Connection, /, category_id: int, *, with_history: bool = False
) -> None:
    """Take a category away with its skills; refused like removing these, see `remove_skills`."""
    inside = connection.scalars(select(skill.c.id).where(skill.c.category_id == category_id)).all()
    remove_skills(connection, inside, with_history=with_history)
    rows.remove(connection, skill_category, [category_id])


def order_categories(connection: Connection, /, category_ids: Sequence[int]) -> None:
    """The categories in this order; those not named keep theirs behind."""
    _place(connection, skill_category, category_ids, ())


def add_skill(connection: Connection, /, category_id: int, name: str, **fields: Any) -> int:
    """A new skill, the last of its category. Raises RuleBroken when the category has one of it."""
    values = _checked(connection, {"name": name, **fields}, category_id)
    last = select(func.max(skill.c.position)).where(skill.c.category_id == category_id)
    position = (connection.scalar(last) or 0) + 1
    found = {"scale": Scale.LEVELS, "category_id": category_id, "position": position}
    return rows.add(connection, skill, {**found, **values})


def add_ready_skills(connection: Connection, /, ready: Iterable[ReadyCategory]) -> list[int]:
    """Add the skills that ship, each to its category; what is there by its name is left as it is."""
    named = connection.execute(select(skill_category.c.name, skill_category.c.id))
    known = {row[0].casefold(): row[1] for row in named}
    made = []
    for category in ready:
        key = known.get(category.name.casefold()) or add_category(connection, category.name)
        inside = select(skill.c.name).where(skill.c.category_id == key)
        there = set(map(str.casefold, connection.scalars(inside)))
        for each in category.skills:
            if each.name.casefold() not in there:
                fields = {"critical": each.critical, "validity_months": each.validity_months}
                made.append(add_skill(connection, key, each.name, **fields))
    return made


def change_skills(connection: Connection, /, ids: Collection[int], **fields: Any) -> None:
    """Set the same fields of one or more skills: name, text, scale, critical, months, end.

    A skill that ends is gone from the matrix of that day and later; its history stays.
    """
    if "name" in fields and len(ids) > 1:
        raise RuleBroken(M_("Two skills cannot have the same name. Rename one at a time."))
    for key in ids:
        where = connection.scalar(select(skill.c.category_id).where(skill.c.id == key))
        fields = _checked(connection, fields, where or 0, key)
    rows.change(connection, skill, ids, fields)


def move_skills(
    connection: Connection, /, ids: Sequence[int], category_id: int, before: int | None = None
) -> None:
    """Put skills into a category in this order, in front of another skill or at the end."""
    there = select(skill.c.id).where(skill.c.category_id == category_id, skill.c.id.not_in(ids))
    rest = list(connection.scalars(there.order_by(skill.c.position, skill.c.id)))
    place = rest.index(before) if before in rest else len(rest)
    rows.change(connection, skill, ids, {"category_id": category_id})
    _place(connection, skill, [*rest[:place], *ids], rest[place:])


def remove_skills(
    connection: Connection, /, ids: Collection[int], *, with_history: bool = False
) -> None:
    """Take skills away with all that was ever said of them.

    Raises RuleBroken when somebody was assessed, unless `with_history` says that this is meant.
    """
    assessed = select(func.count()).where(assessment.c.skill_id.in_(ids))
    said = connection.scalar(assessed) or 0
    if said and not with_history:
        raise RuleBroken(
            M_(
                "This was assessed before ({n}). End the skill instead, and its history is kept.",
                n=said,
            )
        )
    rows.remove(connection, skill, ids)


def set_meaning(connection: Connection, /, skill_id: int, level: int, about: str) -> None:
    """What a level means for a skill; "" is what it means for any."""
    values = rows.trimmed({"about": about})
    rows.not_too_long(values)
    own = skill_level.c
    connection.execute(delete(skill_level).where(own.skill_id == skill_id, own.level == level))
    if values["about"]:
        rows.add(connection, skill_level, {"skill_id": skill_id, "level": level, **values})


def require(
    connection: Connection,
    /,
    skill_ids: Collection[int],
    scope: Scope,
    level: int | None = None,
    *,
    at_least: int | None = None,
) -> None:
    """Require a level of everyone in a scope, or of `at_least` so many, in place of the same before.

    Without a level it is the usual one. Both kinds may stand beside each other.
    """
    level = usual_level(*scope) if level is None else level
    if not 1 <= level <= HIGHEST:
        raise RuleBroken(M_("A level from 1 to 4 can be required."))
    if at_least is not None and not 1 <= at_least <= MOST_PEOPLE:
        raise RuleBroken(M_("Require it of at least one person."))
    drop_requirements(connection, skill_ids, scope, everyone=at_least is None)
    whom = {SCOPE_COLUMNS[scope[0]]: scope[1], "level": level, "at_least": at_least}
    if skill_ids:
        connection.execute(insert(requirement), [{"skill_id": key, **whom} for key in skill_ids])


def drop_requirements(
    connection: Connection, /, skill_ids: Collection[int], scope: Scope, *, everyone: bool = True
) -> None:
    """Require nothing of this scope any more: of everyone in it, or else of a number."""
    of, key = scope
    own = requirement.c
    same = and_(own[SCOPE_COLUMNS[of]] == key, own.at_least.is_(None) == everyone)
    connection.execute(delete(requirement).where(own.skill_id.in_(skill_ids), same))


def remove_requirements(connection: Connection, /, ids: Collection[int]) -> None:
    """Take requirements away."""
    rows.remove(connection, requirement, ids)


def _next(connection: Connection) -> int:
    return (connection.scalar(select(func.max(skill_category.c.position))) or 0) + 1


def _named(connection: Connection, table: Table, name: str, own: int = 0) -> dict[str, Any]:
    values = rows.trimmed({"name": name})
    rows.required(values, "name")
    rows.not_too_long(values)
    others = connection.scalars(select(table.c.name).where(table.c.id != own))
    _refuse_taken(values["name"], others)
    return values


def _checked(
    connection: Connection, fields: Mapping[str, Any], category_id: int, own: int = 0
) -> dict[str, Any]:
    values = rows.trimmed(fields)
    rows.required(values, "name")
    rows.not_too_long(values)
    for name in ("validity_months", "practice_months"):
        months = values.get(name)
        if months is not None and not 1 <= months <= MOST_MONTHS:
            raise RuleBroken(M_("Write a number of months from 1 to {most}.", most=MOST_MONTHS))
    if "name" in values:
        inside = (skill.c.category_id == category_id, skill.c.id != own)
        _refuse_taken(values["name"], connection.scalars(select(skill.c.name).where(*inside)))
    return values


def _refuse_taken(name: str, others: Iterable[str]) -> None:
    if name.casefold() in map(str.casefold, others):
        raise RuleBroken(M_("“{name}” is there already. Choose another name.", name=name))


def _place(connection: Connection, table: Table, first: Sequence[int], then: Sequence[int]) -> None:
    """Number rows anew in this order."""
    ordered = [*first, *then]
    if ordered:
        numbered = update(table).where(table.c.id == bindparam("row_id"))
        placed = [{"row_id": key, "position": place} for place, key in enumerate(ordered)]
        connection.execute(numbered, placed)
