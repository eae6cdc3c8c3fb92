"""What competence holds of one person."""

from datetime import date

from sqlalchemy import Connection, select

from lean_desktop.document.schema.competence import (
    assessment,
    course,
    course_session,
    diploma,
    exemption,
    ladder_step,
    practice,
    session_participant,
    skill,
)
from lean_desktop.document.schema.organisation import person
from lean_desktop.domain.competence.held import Attended, Certified, Held, Said, Spell
from lean_desktop.domain.competence.levels import Kind, Scale
from lean_desktop.queries.organisation import full_name
from lean_desktop.queries.training import training_plan

_EVER = date.min


def competence_held(connection: Connection, person_id: int) -> Held:
    """Everything, the earliest first."""
    return Held(
        tuple(_said(connection, person_id)),
        tuple(_exempt(connection, person_id)),
        tuple(_practised(connection, person_id)),
        tuple(training_plan(connection, person_id=person_id, done_since=_EVER)),
        tuple(_courses(connection, person_id)),
        tuple(_diplomas(connection, person_id)),
    )


def _said(connection: Connection, person_id: int) -> list[Said]:
    own, by = assessment.c, person.alias("by")
    statement = (
        select(
            *(skill.c.name, skill.c.scale, own.level, own.day, own.kind),
            *(full_name(by), own.valid_until),
        )
        .join_from(assessment, skill, skill.c.id == own.skill_id)
        .outerjoin(by, by.c.id == own.by_id)
        .where(own.person_id == person_id)
        .order_by(own.day, own.id)
    )
    return [
        Said(name, Scale(scale), level, day, Kind(kind), told_by, until)
        for name, scale, level, day, kind, told_by, until in connection.execute(statement)
    ]


def _exempt(connection: Connection, person_id: int) -> list[Spell]:
    own = exemption.c
    columns = select(skill.c.name, own.since, own.until)
    joined = columns.join_from(exemption, skill, skill.c.id == own.skill_id)
    found = connection.execute(joined.where(own.person_id == person_id).order_by(own.since, own.id))
    return [Spell(*row) for row in found]


def _practised(connection: Connection, person_id: int) -> list[Spell]:
    own = practice.c
    columns = select(skill.c.name, own.day)
    joined = columns.join_from(practice, skill, skill.c.id == own.skill_id)
    found = connection.execute(joined.where(own.person_id == person_id).order_by(own.day, own.id))
    return [Spell(*row) for row in found]


def _courses(connection: Connection, person_id: int) -> list[Attended]:
    own = session_participant.c
    statement = (
        select(course.c.name, course_session.c.day, own.attended)
        .join_from(session_participant, course_session, course_session.c.id == own.session_id)
        .join(course, course.c.id == course_session.c.course_id)
        .where(own.person_id == person_id)
        .order_by(course_session.c.day, own.id)
    )
    return [
        Attended(name, day, None if came is None else bool(came))
        for name, day, came in connection.execute(statement)
    ]


def _diplomas(connection: Connection, person_id: int) -> list[Certified]:
    own = diploma.c
    columns = select(ladder_step.c.name, own.day)
    joined = columns.join_from(diploma, ladder_step, ladder_step.c.id == own.step_id)
    found = connection.execute(joined.where(own.person_id == person_id).order_by(own.day, own.id))
    return [Certified(*row) for row in found]
