"""Carrying out a planned import of a competence matrix: all of it one step."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from sqlalchemy import Connection, func, select

from lean_desktop.document.schema.competence import skill_category
from lean_desktop.document.schema.organisation import person
from lean_desktop.domain.competence.requirements import Of, Scope
from lean_desktop.domain.matrix_import import EACH, MatrixPlan
from lean_desktop.domain.people_import import Outcome
from lean_desktop.edits import competence, skills
from lean_desktop.edits.people_import import import_people


def import_matrix(
    connection: Connection,
    /,
    plan: MatrixPlan,
    *,
    day: date,
    other: str,
    scope: Scope | None = None,
) -> int:
    """Write what the plan says; how many levels were assessed on `day`.

    New skills without a category come into the one called `other`. Targets are required of `scope`,
    of each one in the list with EACH, and left out without one. Raises RuleBroken when people have changed since the plan was made.
    """
    added = _add_people(connection, plan, day)
    keys = _add_skills(connection, plan, other)
    for whom in _bound(plan, added, scope):
        _require(connection, plan, keys, whom)
    levels: dict[date | None, dict[competence.Place, int | None]] = defaultdict(dict)
    for row in plan.rows:
        who = added.get(row.key or 0, row.key) or 0
        for key, (level, until) in row.levels.items():
            levels[until][who, keys.get(key, key)] = level
    for until, said in levels.items():
        since = day if until is None else min(day, until)  # It held on its last day, at the least.
        competence.assess_many(connection, said, day=since, valid_until=until)
    return plan.assessed


def _bound(plan: MatrixPlan, added: Mapping[int, int], scope: Scope | None) -> list[Scope]:
    if scope != EACH:
        return [scope] if scope else []
    keys = [row.key for row in plan.rows if row.key]
    return [(Of.PERSON, added.get(key, key)) for key in keys]


def _add_people(connection: Connection, plan: MatrixPlan, day: date) -> Mapping[int, int]:
    """The keys of those who are new, by the key they have in the plan."""
    if plan.people is None:
        return {}
    last = connection.scalar(select(func.max(person.c.id))) or 0
    import_people(connection, plan.people, day)
    created = [row.key for row in plan.rows if row.outcome is Outcome.CREATED]
    return {key: last - key for key in created if key is not None}


def _add_skills(connection: Connection, plan: MatrixPlan, other: str) -> Mapping[int, int]:
    """The keys of new skills, by the key they have in the plan; categories are made as needed."""
    own = skill_category.c
    named = connection.execute(select(own.name, own.id))
    known = {row[0].casefold(): row[1] for row in named}
    keys = {}
    for new in plan.skills:
        category = new.category or other
        place = known.get(category.casefold()) or skills.add_category(connection, category)
        known[category.casefold()] = place
        keys[new.key] = skills.add_skill(connection, place, new.name, scale=new.scale)
    return keys


def _require(
    connection: Connection, plan: MatrixPlan, keys: Mapping[int, int], scope: Scope
) -> None:
    by_level: dict[int, list[int]] = defaultdict(list)
    for key, level in plan.targets.items():
        by_level[level].append(keys.get(key, key))
    for level, skill_ids in by_level.items():
        skills.require(connection, skill_ids, scope, level)
