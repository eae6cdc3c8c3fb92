"""The training plan: who learns what to which level by when, from whom and how (TWI timetable)."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from lean_desktop.domain.competence.coverage import Coverage
from lean_desktop.domain.competence.matrix import Gap, Matrix
from lean_desktop.domain.competence.skills import SkillLevel
from lean_desktop.domain.competence.teaching import teachers_for
from lean_desktop.i18n import N_

USUAL_DAYS = 90
"""How long a new row of the plan has, when nothing else is said."""


class Way(StrEnum):
    """How somebody learns."""

    COURSE = "course"
    ON_JOB = "on_job"


WAY_NAMES = {Way.COURSE: N_("Course"), Way.ON_JOB: N_("On the job")}


class TrainingState(StrEnum):
    """How far a row of the plan has come; worked out, never stored."""

    PLANNED = "planned"
    UNDER_WAY = "under_way"
    LATE = "late"
    DONE = "done"


TRAINING_STATE_NAMES = {
    TrainingState.PLANNED: N_("Planned"),
    TrainingState.UNDER_WAY: N_("Under way"),
    TrainingState.LATE: N_("Behind"),
    TrainingState.DONE: N_("Done"),
}


class TrainingItem(NamedTuple):
    """One row of the plan; names are for showing. `assessment_id` is what its end led to."""

    id: int
    person_id: int
    person: str
    skill_id: int
    skill: str
    level: int
    by_when: date | None = None
    trainer_id: int | None = None
    trainer: str = ""
    course_id: int | None = None
    course: str = ""
    way: Way = Way.ON_JOB
    starts: date | None = None
    done: date | None = None
    assessment_id: int | None = None

    def state(self, today: date) -> TrainingState:
        """How far it has come on a day."""
        if self.done is not None:
            return TrainingState.DONE
        if self.by_when is not None and self.by_when < today:
            return TrainingState.LATE
        begun = self.starts is not None and self.starts <= today
        return TrainingState.UNDER_WAY if begun else TrainingState.PLANNED


class Course(NamedTuple):
    """A course of the catalogue, and the levels one has after it."""

    id: int
    name: str
    about: str = ""
    hours: float | None = None
    skills: tuple[SkillLevel, ...] = ()

    def leads_to(self, skill_id: int) -> int:
        """The level of a skill after the course; 0 when it is about something else."""
        return next((each.level for each in self.skills if each.skill_id == skill_id), 0)


class Participant(NamedTuple):
    """Somebody called to a session; `attended` is None until it is said."""

    person_id: int
    person: str
    attended: bool | None = None


class CourseSession(NamedTuple):
    """A course on a day."""

    id: int
    course_id: int
    course: str
    day: date
    place: str = ""
    trainer_id: int | None = None
    trainer: str = ""
    participants: tuple[Participant, ...] = ()


class Suggestion(NamedTuple):
    """What a row of the plan may say of a gap."""

    person_id: int
    skill_id: int
    level: int
    by_when: date
    trainer_id: int | None
    course_id: int | None
    way: Way


def suggested(
    gap: Gap, matrix: Matrix, covered: Mapping[int, Coverage], courses: Iterable[Course] = ()
) -> Suggestion:
    """A row of the plan for a gap, to the level required.

    A course that leads there is taken; else the nearest who can teach it trains on the job.
    """
    level = gap.requirement.level
    course = next((each for each in courses if each.leads_to(gap.skill_id) >= level), None)
    nearest = teachers_for(matrix, covered, gap.person_id, gap.skill_id)
    return Suggestion(
        gap.person_id,
        gap.skill_id,
        level,
        matrix.day + timedelta(days=USUAL_DAYS),
        nearest[0] if nearest and course is None else None,
        course.id if course else None,
        Way.COURSE if course else Way.ON_JOB,
    )
