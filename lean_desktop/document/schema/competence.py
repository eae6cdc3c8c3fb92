"""Skills, what is required, assessments, training, courses, ladders and the order of rows."""

from sqlalchemy import Column, Integer, Named, Table, TypedColumns

from lean_desktop.document.schema import Day, date, metadata


class SkillCategoryColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    name: Named[str]
    position: Named[int]


class SkillColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    category_id: Named[int]
    name: Named[str]
    about: Named[str]
    scale: Named[str]
    critical: Named[bool]
    validity_months: Named[int | None]
    practice_months: Named[int | None]
    position: Named[int]
    ended: Named[date | None] = Column(Day)


class SkillLevelColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    skill_id: Named[int]
    level: Named[int]
    about: Named[str]


class RequirementColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    skill_id: Named[int]
    role_kind: Named[str | None]
    role_id: Named[int | None]
    group_id: Named[int | None]
    unit_id: Named[int | None]
    person_id: Named[int | None]
    level: Named[int]
    at_least: Named[int | None]


class AssessmentColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    person_id: Named[int]
    skill_id: Named[int]
    level: Named[int | None]
    day: Named[date] = Column(Day)
    by_id: Named[int | None]
    kind: Named[str]
    valid_until: Named[date | None] = Column(Day)


class PracticeColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    person_id: Named[int]
    skill_id: Named[int]
    day: Named[date] = Column(Day)


class ExemptionColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    person_id: Named[int]
    skill_id: Named[int]
    since: Named[date] = Column(Day)
    until: Named[date | None] = Column(Day)


class CourseColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    name: Named[str]
    about: Named[str]
    hours: Named[float | None]


class CourseSkillColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    course_id: Named[int]
    skill_id: Named[int]
    level: Named[int]


class CourseSessionColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    course_id: Named[int]
    day: Named[date] = Column(Day)
    place: Named[str]
    trainer_id: Named[int | None]


class SessionParticipantColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    session_id: Named[int]
    person_id: Named[int]
    attended: Named[bool | None]


class TrainingItemColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    person_id: Named[int]
    skill_id: Named[int]
    level: Named[int]
    by_when: Named[date | None] = Column(Day)
    trainer_id: Named[int | None]
    course_id: Named[int | None]
    way: Named[str]
    starts: Named[date | None] = Column(Day)
    done: Named[date | None] = Column(Day)
    assessment_id: Named[int | None]


class LadderStepColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    role_kind: Named[str | None]
    role_id: Named[int | None]
    position: Named[int]
    name: Named[str]


class LadderSkillColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    step_id: Named[int]
    skill_id: Named[int]
    level: Named[int]


class DiplomaColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    person_id: Named[int]
    step_id: Named[int]
    day: Named[date] = Column(Day)


class MatrixOrderColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    person_id: Named[int]
    position: Named[int]


skill_category = Table("skill_category", metadata, SkillCategoryColumns)
skill = Table("skill", metadata, SkillColumns)
skill_level = Table("skill_level", metadata, SkillLevelColumns)
requirement = Table("requirement", metadata, RequirementColumns)
assessment = Table("assessment", metadata, AssessmentColumns)
practice = Table("practice", metadata, PracticeColumns)
exemption = Table("exemption", metadata, ExemptionColumns)
course = Table("course", metadata, CourseColumns)
course_skill = Table("course_skill", metadata, CourseSkillColumns)
course_session = Table("course_session", metadata, CourseSessionColumns)
session_participant = Table("session_participant", metadata, SessionParticipantColumns)
training_item = Table("training_item", metadata, TrainingItemColumns)
ladder_step = Table("ladder_step", metadata, LadderStepColumns)
ladder_skill = Table("ladder_skill", metadata, LadderSkillColumns)
diploma = Table("diploma", metadata, DiplomaColumns)
matrix_order = Table("matrix_order", metadata, MatrixOrderColumns)
