-- Competence: skills, what is required of whom, assessments, training, courses and ladders.

CREATE TABLE skill_category (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    position INTEGER NOT NULL
) STRICT;

-- `practice_months`: a level not practised for so long fades. An ended skill keeps its history.
CREATE TABLE skill (
    id INTEGER PRIMARY KEY,
    category_id INTEGER NOT NULL REFERENCES skill_category (id) ON DELETE CASCADE,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    about TEXT NOT NULL DEFAULT '' CHECK (length(about) <= 10000),
    scale TEXT NOT NULL DEFAULT 'levels' CHECK (
        scale IN ('levels', 'iluo', 'yes_no', 'certificate')
    ),
    critical INTEGER NOT NULL DEFAULT 0 CHECK (critical IN (0, 1)),
    validity_months INTEGER CHECK (validity_months BETWEEN 1 AND 600),
    practice_months INTEGER CHECK (practice_months BETWEEN 1 AND 600),
    position INTEGER NOT NULL,
    ended TEXT CHECK (ended IS date(ended, '+0 days'))
) STRICT;
CREATE INDEX skill_category_id ON skill (category_id, position);

-- What a level means for this skill, where it says more than the scale does.
CREATE TABLE skill_level (
    id INTEGER PRIMARY KEY,
    skill_id INTEGER NOT NULL REFERENCES skill (id) ON DELETE CASCADE,
    level INTEGER NOT NULL CHECK (level BETWEEN 0 AND 4),
    about TEXT NOT NULL CHECK (length(about) BETWEEN 1 AND 10000),
    UNIQUE (skill_id, level)
) STRICT;

-- Of all who hold such a role, or one role, belong to a group or a unit, or of one person;
-- `at_least`: of so many among them, else of every one.
CREATE TABLE requirement (
    id INTEGER PRIMARY KEY,
    skill_id INTEGER NOT NULL REFERENCES skill (id) ON DELETE CASCADE,
    role_kind TEXT CHECK (length(role_kind) BETWEEN 1 AND 60),
    role_id INTEGER REFERENCES role (id) ON DELETE CASCADE,
    group_id INTEGER REFERENCES "group" (id) ON DELETE CASCADE,
    unit_id INTEGER REFERENCES unit (id) ON DELETE CASCADE,
    person_id INTEGER REFERENCES person (id) ON DELETE CASCADE,
    level INTEGER NOT NULL DEFAULT 3 CHECK (level BETWEEN 1 AND 4),
    at_least INTEGER CHECK (at_least BETWEEN 1 AND 10000),
    CHECK (
        (role_kind IS NOT NULL) + (role_id IS NOT NULL) + (group_id IS NOT NULL)
        + (unit_id IS NOT NULL) + (person_id IS NOT NULL) = 1
    )
) STRICT;
CREATE INDEX requirement_skill ON requirement (skill_id);
CREATE INDEX requirement_role ON requirement (role_id);
CREATE INDEX requirement_group ON requirement (group_id);
CREATE INDEX requirement_unit ON requirement (unit_id);
CREATE INDEX requirement_person ON requirement (person_id);

-- Append-only. Without a level what was there is cleared. `day` in the order of the index finds
-- the latest of each person and skill at any day without sorting.
CREATE TABLE assessment (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    skill_id INTEGER NOT NULL REFERENCES skill (id) ON DELETE CASCADE,
    level INTEGER CHECK (level BETWEEN 0 AND 4),
    day TEXT NOT NULL CHECK (day IS date(day, '+0 days')),
    by_id INTEGER REFERENCES person (id) ON DELETE SET NULL,
    kind TEXT NOT NULL CHECK (kind IN ('self', 'supervisor', 'test')),
    valid_until TEXT CHECK (valid_until IS date(valid_until, '+0 days'))
) STRICT;
CREATE INDEX assessment_cell ON assessment (
    person_id, skill_id, (kind = 'self'), day, level, kind
);
CREATE INDEX assessment_expiring ON assessment (valid_until) WHERE valid_until IS NOT NULL;
CREATE INDEX assessment_skill ON assessment (skill_id);
CREATE INDEX assessment_by ON assessment (by_id);

-- When somebody last used a skill in earnest.
CREATE TABLE practice (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    skill_id INTEGER NOT NULL REFERENCES skill (id) ON DELETE CASCADE,
    day TEXT NOT NULL CHECK (day IS date(day, '+0 days'))
) STRICT;
CREATE INDEX practice_cell ON practice (person_id, skill_id, day);
CREATE INDEX practice_skill ON practice (skill_id);

CREATE TABLE exemption (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    skill_id INTEGER NOT NULL REFERENCES skill (id) ON DELETE CASCADE,
    since TEXT NOT NULL CHECK (since IS date(since, '+0 days')),
    until TEXT CHECK (until IS date(until, '+0 days')),
    CHECK (until IS NULL OR until >= since)
) STRICT;
CREATE INDEX exemption_person ON exemption (person_id, skill_id);
CREATE INDEX exemption_skill ON exemption (skill_id);

CREATE TABLE course (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    about TEXT NOT NULL DEFAULT '' CHECK (length(about) <= 10000),
    hours REAL CHECK (hours > 0 AND hours <= 10000)
) STRICT;

-- What one can after a course.
CREATE TABLE course_skill (
    id INTEGER PRIMARY KEY,
    course_id INTEGER NOT NULL REFERENCES course (id) ON DELETE CASCADE,
    skill_id INTEGER NOT NULL REFERENCES skill (id) ON DELETE CASCADE,
    level INTEGER NOT NULL DEFAULT 2 CHECK (level BETWEEN 1 AND 4),
    UNIQUE (course_id, skill_id)
) STRICT;
CREATE INDEX course_skill_skill ON course_skill (skill_id);

CREATE TABLE course_session (
    id INTEGER PRIMARY KEY,
    course_id INTEGER NOT NULL REFERENCES course (id) ON DELETE CASCADE,
    day TEXT NOT NULL CHECK (day IS date(day, '+0 days')),
    place TEXT NOT NULL DEFAULT '' CHECK (length(place) <= 200),
    trainer_id INTEGER REFERENCES person (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX course_session_course ON course_session (course_id, day);
CREATE INDEX course_session_trainer ON course_session (trainer_id);

-- `attended` is empty until it is said.
CREATE TABLE session_participant (
    id INTEGER PRIMARY KEY,
    session_id INTEGER NOT NULL REFERENCES course_session (id) ON DELETE CASCADE,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    attended INTEGER CHECK (attended IN (0, 1)),
    UNIQUE (session_id, person_id)
) STRICT;
CREATE INDEX session_participant_person ON session_participant (person_id);

CREATE TABLE training_item (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    skill_id INTEGER NOT NULL REFERENCES skill (id) ON DELETE CASCADE,
    level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 4),
    by_when TEXT CHECK (by_when IS date(by_when, '+0 days')),
    trainer_id INTEGER REFERENCES person (id) ON DELETE SET NULL,
    course_id INTEGER REFERENCES course (id) ON DELETE SET NULL,
    way TEXT NOT NULL DEFAULT 'on_job' CHECK (way IN ('course', 'on_job')),
    starts TEXT CHECK (starts IS date(starts, '+0 days')),
    done TEXT CHECK (done IS date(done, '+0 days')),
    assessment_id INTEGER REFERENCES assessment (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX training_item_person ON training_item (person_id, skill_id);
CREATE INDEX training_item_skill ON training_item (skill_id);
CREATE INDEX training_item_trainer ON training_item (trainer_id);
CREATE INDEX training_item_course ON training_item (course_id);
CREATE INDEX training_item_assessment ON training_item (assessment_id);

-- The steps of a certification, for a kind of role or for one role.
CREATE TABLE ladder_step (
    id INTEGER PRIMARY KEY,
    role_kind TEXT CHECK (length(role_kind) BETWEEN 1 AND 60),
    role_id INTEGER REFERENCES role (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    CHECK ((role_kind IS NOT NULL) + (role_id IS NOT NULL) = 1)
) STRICT;
CREATE INDEX ladder_step_role ON ladder_step (role_id);

CREATE TABLE ladder_skill (
    id INTEGER PRIMARY KEY,
    step_id INTEGER NOT NULL REFERENCES ladder_step (id) ON DELETE CASCADE,
    skill_id INTEGER NOT NULL REFERENCES skill (id) ON DELETE CASCADE,
    level INTEGER NOT NULL DEFAULT 3 CHECK (level BETWEEN 1 AND 4),
    UNIQUE (step_id, skill_id)
) STRICT;
CREATE INDEX ladder_skill_skill ON ladder_skill (skill_id);

CREATE TABLE diploma (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    step_id INTEGER NOT NULL REFERENCES ladder_step (id) ON DELETE CASCADE,
    day TEXT NOT NULL CHECK (day IS date(day, '+0 days')),
    UNIQUE (person_id, step_id)
) STRICT;
CREATE INDEX diploma_step ON diploma (step_id);

-- Rows of the matrix that were dragged; the rest follow by name.
CREATE TABLE matrix_order (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL UNIQUE REFERENCES person (id) ON DELETE CASCADE,
    position INTEGER NOT NULL
) STRICT;
