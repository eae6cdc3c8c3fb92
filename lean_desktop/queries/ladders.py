"""Certification ladders and the diplomas handed out."""

from collections import defaultdict

from sqlalchemy import Connection, func, select

from lean_desktop.document.schema.competence import diploma, ladder_skill, ladder_step
from lean_desktop.document.schema.roles import role
from lean_desktop.domain.competence.ladder import Diploma, LadderStep
from lean_desktop.domain.competence.requirements import Of, Scope
from lean_desktop.domain.competence.skills import SkillLevel
from lean_desktop.domain.roles import ROLE_KIND_NAMES, RoleKind


def ladders(connection: Connection) -> dict[Scope, list[LadderStep]]:
    """By role or kind of role its steps, the lowest first."""
    asked = _asked(connection)
    own = ladder_step.c
    statement = (
        select(
            *(own.id, own.role_kind, own.role_id, func.coalesce(role.c.name, "")),
            *(own.position, own.name),
        )
        .outerjoin_from(ladder_step, role, role.c.id == own.role_id)
        .order_by(own.role_kind, own.role_id, own.position, own.id)
    )
    found: defaultdict[Scope, list[LadderStep]] = defaultdict(list)
    for key, kind, role_id, role_name, position, name in connection.execute(statement):
        scope: Scope = (Of.ROLE_KIND, kind) if kind is not None else (Of.ROLE, role_id or 0)
        of = ROLE_KIND_NAMES[RoleKind(kind)] if kind is not None else role_name
        found[scope].append(LadderStep(key, scope, of, position, name, tuple(asked.get(key, ()))))
    return dict(found)


def diplomas(connection: Connection, *, person_id: int | None = None) -> list[Diploma]:
    """Diplomas of one person or of all, the latest first."""
    own = diploma.c
    columns = select(own.id, own.person_id, own.step_id, own.day)
    if person_id is not None:
        columns = columns.where(own.person_id == person_id)
    ordered = columns.order_by(own.day.desc(), own.id.desc())
    return [Diploma(*row) for row in connection.execute(ordered)]


def _asked(connection: Connection) -> dict[int, list[SkillLevel]]:
    own = ladder_skill.c
    found: defaultdict[int, list[SkillLevel]] = defaultdict(list)
    for key, skill_id, level in connection.execute(
        select(own.step_id, own.skill_id, own.level).order_by(own.id)
    ):
        found[key].append(SkillLevel(skill_id, level))
    return found
