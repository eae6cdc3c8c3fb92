"""The training plan, the catalogue of courses and their sessions."""

from collections import defaultdict
from datetime import date
from typing import Any

from sqlalchemy import Connection, func, select

from lean_desktop.document.schema.competence import (
    course,
    course_session,
    course_skill,
    session_participant,
    skill,
    training_item,
)
from lean_desktop.document.schema.organisation import person
from lean_desktop.domain.competence.skills import SkillLevel
from lean_desktop.domain.competence.training import (
    Course,
    CourseSession,
    Participant,
    TrainingItem,
    Way,
)
from lean_desktop.queries.organisation import full_name

READ = (
    *("training_item", "course", "course_skill", "course_session", "session_participant"),
    *("skill", "person"),
)
"""The tables a plan shows something of: after a change in any of them, ask again."""

_trainer = person.alias("trainer")


def training_plan(
    connection: Connection, *, person_id: int | None = None, done_since: date | None = None
) -> list[TrainingItem]:
    """The rows that are not done, by date, those without one last; of one person or of all.

    With `done_since` those done on that day or later too.
    """
    own = training_item.c
    statement = (
        select(
            *(own.id, own.person_id, full_name(person), own.skill_id, skill.c.name, own.level),
            *(own.by_when, own.trainer_id, full_name(_trainer), own.course_id),
            *(func.coalesce(course.c.name, ""), own.way, own.starts, own.done),
            own.assessment_id,
        )
        .join_from(training_item, person, person.c.id == own.person_id)
        .join(skill, skill.c.id == own.skill_id)
        .outerjoin(_trainer, _trainer.c.id == own.trainer_id)
        .outerjoin(course, course.c.id == own.course_id)
        .order_by(own.by_when.is_(None), own.by_when, own.id)
    )
    shown = (
        own.done.is_(None)
        if done_since is None
        else (own.done.is_(None)) | (own.done >= done_since)
    )
    statement = statement.where(shown)
    if person_id is not None:
        statement = statement.where(own.person_id == person_id)
    return [_item(row) for row in connection.execute(statement)]


def _item(row: Any) -> TrainingItem:
    told = dict(zip(TrainingItem._fields, row, strict=True))
    return TrainingItem(**{**told, "way": Way(row.way)})


def courses(connection: Connection) -> list[Course]:
    """The catalogue by name."""
    levels = defaultdict(list)
    taught = select(course_skill.c.course_id, course_skill.c.skill_id, course_skill.c.level)
    for key, skill_id, level in connection.execute(taught.order_by(course_skill.c.id)):
        levels[key].append(SkillLevel(skill_id, level))
    own = course.c
    columns = select(own.id, own.name, own.about, own.hours).order_by(own.name, own.id)
    return [Course(*row, tuple(levels[row[0]])) for row in connection.execute(columns)]


def sessions(connection: Connection, *, course_id: int | None = None) -> list[CourseSession]:
    """Courses on days, the earliest first, with who was called."""
    called = _called(connection)
    own = course_session.c
    statement = (
        select(
            *(own.id, own.course_id, course.c.name, own.day, own.place, own.trainer_id),
            full_name(_trainer),
        )
        .join_from(course_session, course, course.c.id == own.course_id)
        .outerjoin(_trainer, _trainer.c.id == own.trainer_id)
        .order_by(own.day, own.id)
    )
    if course_id is not None:
        statement = statement.where(own.course_id == course_id)
    return [
        CourseSession(*row, tuple(called.get(row[0], ()))) for row in connection.execute(statement)
    ]


def _called(connection: Connection) -> dict[int, list[Participant]]:
    own = session_participant.c
    columns = select(own.session_id, own.person_id, full_name(person), own.attended)
    joined = columns.join_from(session_participant, person, person.c.id == own.person_id)
    found = defaultdict(list)
    for key, who, name, attended in connection.execute(joined.order_by(person.c.last_name, own.id)):
        there = None if attended is None else bool(attended)
        found[key].append(Participant(who, name, there))
    return found
