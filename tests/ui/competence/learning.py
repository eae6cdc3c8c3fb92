"""What the pages of courses, ladders and training are tried on, besides what the window has."""

from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection

from lean_desktop.domain.competence.requirements import Of
from lean_desktop.domain.roles import RoleKind
from lean_desktop.edits import courses, ladders, organisation, roles, skills, training
from lean_desktop.i18n import M_
from lean_desktop.ui.competence.editor import CompetenceEditor


class Learning(NamedTuple):
    """Keys of what was made."""

    berit: int
    arne: int
    first: int
    second: int
    course: int
    session: int


def learn(editor: CompetenceEditor) -> Learning:
    """Two coordinators, two skills, a course held yesterday, a ladder and a row of the plan."""
    return editor.live.edit(M_("Learn"), _fill)


def _fill(connection: Connection) -> Learning:
    berit = organisation.add_person(connection, first_name="Berit", last_name="Dahl")
    arne = organisation.add_person(connection, first_name="Arne", last_name="Vik")
    category = skills.add_category(connection, "Courses")
    first = skills.add_skill(connection, category, "Leading meetings")
    second = skills.add_skill(connection, category, "Taking minutes")
    course = courses.add_course(connection, "Meetings in a day", hours=7.5)
    courses.set_course_levels(connection, course, {first: 3, second: 2})
    session = courses.plan_session(connection, course, date(2026, 10, 5), place="Room 1")
    courses.call(connection, session, [berit, arne])
    role = roles.add_role(connection, "Coordinator", kind=RoleKind.COORDINATOR)
    roles.assign(connection, role, [berit, arne], valid_from=date(2026, 1, 1))
    scope = (Of.ROLE_KIND, RoleKind.COORDINATOR.value)
    ladders.add_step(connection, scope, "Beginner", {first: 2})
    ladders.add_step(connection, scope, "Master", {first: 3, second: 3})
    training.plan_training(connection, arne, second, 3, by_when=date(2026, 10, 1))
    return Learning(berit, arne, first, second, course, session)
