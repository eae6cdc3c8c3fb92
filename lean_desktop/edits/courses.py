"""The catalogue of courses, their sessions, and what those who took part can afterwards."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from lean_desktop.document.schema.competence import (
    assessment,
    course,
    course_session,
    course_skill,
    session_participant,
    training_item,
)
from lean_desktop.domain.competence.levels import Kind
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.edits import rows
from lean_desktop.edits.competence import assess_many
from lean_desktop.i18n import M_
from lean_desktop.queries.competence import levels_known

MOST_HOURS = 10_000


def add_course(connection: Connection, /, name: str, **fields: Any) -> int:
    """A new course in the catalogue."""
    return rows.add(connection, course, _checked({"name": name, **fields}))


def change_courses(connection: Connection, /, ids: Collection[int], **fields: Any) -> None:
    """Set name, text or hours of courses."""
    rows.change(connection, course, ids, _checked(fields))


def remove_courses(connection: Connection, /, ids: Collection[int]) -> None:
    """Take courses away with their sessions; rows of the plan stay, without a course."""
    rows.remove(connection, course, ids)


def set_course_levels(connection: Connection, /, course_id: int, levels: Mapping[int, int]) -> None:
    """By skill, the level one has after the course."""
    connection.execute(delete(course_skill).where(course_skill.c.course_id == course_id))
    made = [
        {"course_id": course_id, "skill_id": key, "level": level} for key, level in levels.items()
    ]
    if made:
        connection.execute(insert(course_skill), made)


def plan_session(connection: Connection, /, course_id: int, day: date, **fields: Any) -> int:
    """A course is held on a day."""
    values = rows.trimmed({"course_id": course_id, "day": day, **fields})
    rows.not_too_long(values)
    return rows.add(connection, course_session, values)


def change_sessions(connection: Connection, /, ids: Collection[int], **fields: Any) -> None:
    """Set day, place or trainer of sessions."""
    values = rows.trimmed(fields)
    rows.not_too_long(values)
    rows.change(connection, course_session, ids, values)


def remove_sessions(connection: Connection, /, ids: Collection[int]) -> None:
    """Call sessions off as if never planned; assessments they led to stay."""
    rows.remove(connection, course_session, ids)


def call(connection: Connection, /, session_id: int, person_ids: Collection[int]) -> None:
    """Call people to a session, besides those who are."""
    own = session_participant.c
    there = set(connection.scalars(select(own.person_id).where(own.session_id == session_id)))
    new = [key for key in dict.fromkeys(person_ids) if key not in there]
    if new:
        made = [{"session_id": session_id, "person_id": key} for key in new]
        connection.execute(insert(session_participant), made)


def uncall(connection: Connection, /, session_id: int, person_ids: Collection[int]) -> None:
    """These people do not take part after all."""
    own = session_participant.c
    there = (own.session_id == session_id, own.person_id.in_(person_ids))
    connection.execute(delete(session_participant).where(*there))


def record_attended(
    connection: Connection,
    /,
    session_id: int,
    person_ids: Collection[int],
    *,
    attended: bool | None,
) -> None:
    """These came, did not come, or it is not said."""
    own = session_participant.c
    there = (own.session_id == session_id, own.person_id.in_(person_ids))
    connection.execute(update(session_participant).where(*there).values(attended=attended))


def finish_session(connection: Connection, /, session_id: int) -> int:
    """Who attended has the levels of the course from its day on; how many levels were given.

    Nobody gets a lower level than they have, and open rows of the plan for this course that are
    reached by it are done.
    """
    held = connection.execute(select(course_session).where(course_session.c.id == session_id)).one()
    came, levels = _came(connection, session_id), _levels(connection, held.course_id)
    known = levels_known(connection, came, day=held.day)
    given: dict[tuple[int, int], int | None] = {
        (who, skill_id): level
        for who in came
        for skill_id, level in levels.items()
        if known.get((who, skill_id), 0) < level
    }
    assess_many(connection, given, day=held.day, by_id=held.trainer_id, kind=Kind.SUPERVISOR)
    _finish_rows(connection, held.course_id, held.day, came, levels)
    return len(given)


def _came(connection: Connection, session_id: int) -> list[int]:
    own = session_participant.c
    there = (own.session_id == session_id, own.attended == 1)
    return list(connection.scalars(select(own.person_id).where(*there)))


def _levels(connection: Connection, course_id: int) -> dict[int, int]:
    own = course_skill.c
    taught = select(own.skill_id, own.level).where(own.course_id == course_id)
    return {row[0]: row[1] for row in connection.execute(taught)}


def _finish_rows(
    connection: Connection,
    course_id: int,
    day: date,
    came: Collection[int],
    levels: Mapping[int, int],
) -> None:
    own = training_item.c
    planned = select(own.id, own.person_id, own.skill_id, own.level).where(
        own.course_id == course_id, own.done.is_(None), own.person_id.in_(came)
    )
    for key, who, skill_id, level in connection.execute(planned).all():
        if level <= levels.get(skill_id, 0):
            made = _latest(connection, who, skill_id)
            rows.change(connection, training_item, [key], {"done": day, "assessment_id": made})


def _latest(connection: Connection, person_id: int, skill_id: int) -> int | None:
    own = assessment.c
    said = select(own.id).where(own.person_id == person_id, own.skill_id == skill_id)
    return connection.scalar(said.order_by(own.day.desc(), own.id.desc()).limit(1))


def _checked(fields: Mapping[str, Any]) -> dict[str, Any]:
    values = rows.trimmed(fields)
    rows.required(values, "name")
    rows.not_too_long(values)
    hours = values.get("hours")
    if hours is not None and not 0 < hours <= MOST_HOURS:
        raise RuleBroken(M_("Write how many hours the course takes, more than none."))
    return values
