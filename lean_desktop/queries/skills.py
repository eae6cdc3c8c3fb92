"""Categories, skills and what is required of whom."""

from collections import defaultdict
from datetime import date
from typing import Any

from sqlalchemy import Connection, func, or_, select

from lean_desktop.document.schema.competence import (
    requirement,
    skill,
    skill_category,
    skill_level,
)
from lean_desktop.document.schema.organisation import group, person, unit
from lean_desktop.document.schema.roles import role
from lean_desktop.domain.competence.levels import Scale
from lean_desktop.domain.competence.requirements import Of, Requirement
from lean_desktop.domain.competence.skills import Category, ReadyCategory, ReadySkill, Skill
from lean_desktop.domain.roles import ROLE_KIND_NAMES, RoleKind
from lean_desktop.queries.organisation import full_name
from lean_desktop.resources import ready_skills_file


def ready_skills(code: str) -> list[ReadyCategory]:
    """The skills of an improvement organisation that ship, in the language `code`."""
    import json

    found = json.loads(ready_skills_file(code).read_text("utf-8"))
    return [
        ReadyCategory(each["name"], tuple(ReadySkill(**skill) for skill in each["skills"]))
        for each in found
    ]


def categories(connection: Connection) -> list[Category]:
    """Categories in their order."""
    own = skill_category.c
    columns = select(own.id, own.name, own.position).order_by(own.position, own.id)
    return [Category(*row) for row in connection.execute(columns)]


def skills(connection: Connection, *, day: date | None = None) -> list[Skill]:
    """Skills in their order, by category; with a `day` only those that have not ended by then."""
    own = skill.c
    statement = (
        select(
            *(own.id, own.category_id, skill_category.c.name, own.name, own.about, own.scale),
            *(own.critical, own.validity_months, own.practice_months, own.position, own.ended),
        )
        .join_from(skill, skill_category, skill_category.c.id == own.category_id)
        .order_by(skill_category.c.position, skill_category.c.id, own.position, own.id)
    )
    if day is not None:
        statement = statement.where(or_(own.ended.is_(None), own.ended > day))
    meanings = _meanings(connection)
    return [
        Skill(*row[:5], Scale(row[5]), bool(row[6]), *row[7:], meanings.get(row[0], {}))
        for row in connection.execute(statement)
    ]


def _meanings(connection: Connection) -> dict[int, dict[int, str]]:
    found: defaultdict[int, dict[int, str]] = defaultdict(dict)
    columns = select(skill_level.c.skill_id, skill_level.c.level, skill_level.c.about)
    for skill_id, level, about in connection.execute(columns):
        found[skill_id][level] = about
    return found


def requirements(connection: Connection, *, skill_id: int | None = None) -> list[Requirement]:
    """What is required, of one skill or of all, with the name of whom it is required of."""
    own = requirement.c
    named = func.coalesce(
        role.c.name, group.c.name, unit.c.name, func.nullif(full_name(person), "")
    )
    statement = (
        select(
            *(own.id, own.skill_id, own.role_kind, own.role_id, own.group_id, own.unit_id),
            *(own.person_id, own.level, own.at_least, named),
        )
        .select_from(requirement)
        .outerjoin(role, role.c.id == own.role_id)
        .outerjoin(group, group.c.id == own.group_id)
        .outerjoin(unit, unit.c.id == own.unit_id)
        .outerjoin(person, person.c.id == own.person_id)
        .order_by(own.id)
    )
    if skill_id is not None:
        statement = statement.where(own.skill_id == skill_id)
    return [_requirement(row) for row in connection.execute(statement)]


def _requirement(row: Any) -> Requirement:
    key, skill_id, role_kind, role_id, group_id, unit_id, person_id, level, at_least, name = row
    if role_kind is not None:
        said = ROLE_KIND_NAMES[RoleKind(role_kind)]
        return Requirement(key, skill_id, Of.ROLE_KIND, role_kind, level, at_least, said)
    held = {Of.ROLE: role_id, Of.GROUP: group_id, Of.UNIT: unit_id, Of.PERSON: person_id}
    of, whom = next((of, whom) for of, whom in held.items() if whom is not None)
    return Requirement(key, skill_id, of, whom, level, at_least, name or "")
