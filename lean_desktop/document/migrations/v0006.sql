-- The cascade: plans, waves, teams, phases with checklists and gates, and what they were frozen at;
-- the master plan, improvement projects, and what is measured.

-- `begins`: the day of a phase that has no day of its own and waits for nothing.
CREATE TABLE cascade_plan (
    id INTEGER PRIMARY KEY,
    position INTEGER NOT NULL,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    begins TEXT NOT NULL CHECK (begins IS date(begins, '+0 days')),
    owner_id INTEGER REFERENCES person (id) ON DELETE SET NULL,
    with_capacity INTEGER NOT NULL DEFAULT 0 CHECK (with_capacity IN (0, 1))
) STRICT;
CREATE INDEX cascade_plan_owner ON cascade_plan (owner_id);

CREATE TABLE wave (
    id INTEGER PRIMARY KEY,
    plan_id INTEGER NOT NULL REFERENCES cascade_plan (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    kind TEXT NOT NULL DEFAULT 'other' CHECK (
        kind IN ('startup', 'pilot', 'new_pilots', 'expansion', 'other')
    ),
    owner_id INTEGER REFERENCES person (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX wave_plan ON wave (plan_id);
CREATE INDEX wave_owner ON wave (owner_id);

-- `parent_id`: the team from which it learned.
CREATE TABLE team (
    id INTEGER PRIMARY KEY,
    wave_id INTEGER NOT NULL REFERENCES wave (id) ON DELETE CASCADE,
    group_id INTEGER NOT NULL REFERENCES "group" (id) ON DELETE CASCADE,
    parent_id INTEGER REFERENCES team (id) ON DELETE SET NULL,
    position INTEGER NOT NULL,
    UNIQUE (wave_id, group_id)
) STRICT;
CREATE INDEX team_group ON team (group_id);
CREATE INDEX team_parent ON team (parent_id);

-- `wished`: the first day it is planned for, else as soon as what it waits for allows. It lasts
-- `weeks` at the least; open-ended it goes on until `ended`, its last day, is known.
CREATE TABLE phase (
    id INTEGER PRIMARY KEY,
    wave_id INTEGER NOT NULL REFERENCES wave (id) ON DELETE CASCADE,
    team_id INTEGER REFERENCES team (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    weeks INTEGER NOT NULL CHECK (weeks BETWEEN 1 AND 520),
    wished TEXT CHECK (wished IS date(wished, '+0 days')),
    open_ended INTEGER NOT NULL DEFAULT 0 CHECK (open_ended IN (0, 1)),
    ended TEXT CHECK (ended IS date(ended, '+0 days')),
    owner_id INTEGER REFERENCES person (id) ON DELETE SET NULL,
    note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 10000)
) STRICT;
CREATE INDEX phase_wave ON phase (wave_id);
CREATE INDEX phase_team ON phase (team_id);
CREATE INDEX phase_owner ON phase (owner_id);

CREATE TABLE dependency (
    id INTEGER PRIMARY KEY,
    before_id INTEGER NOT NULL REFERENCES phase (id) ON DELETE CASCADE,
    after_id INTEGER NOT NULL REFERENCES phase (id) ON DELETE CASCADE,
    tie TEXT NOT NULL DEFAULT 'fs' CHECK (tie IN ('fs', 'ss')),
    lag INTEGER NOT NULL DEFAULT 0 CHECK (lag BETWEEN -3650 AND 3650),
    UNIQUE (before_id, after_id),
    CHECK (before_id <> after_id)
) STRICT;
CREATE INDEX dependency_after ON dependency (after_id);

CREATE TABLE checklist_item (
    id INTEGER PRIMARY KEY,
    phase_id INTEGER NOT NULL REFERENCES phase (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 500),
    owner_id INTEGER REFERENCES person (id) ON DELETE SET NULL,
    done TEXT CHECK (done IS date(done, '+0 days')),
    evidence TEXT NOT NULL DEFAULT '' CHECK (length(evidence) <= 10000),
    link TEXT NOT NULL DEFAULT '' CHECK (length(link) <= 2000),
    action_id INTEGER REFERENCES action (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX checklist_item_phase ON checklist_item (phase_id);
CREATE INDEX checklist_item_owner ON checklist_item (owner_id);
CREATE INDEX checklist_item_action ON checklist_item (action_id);

-- A gate after a phase. Without a day it is when the phase ends. The steering group decides.
CREATE TABLE gate (
    id INTEGER PRIMARY KEY,
    phase_id INTEGER NOT NULL UNIQUE REFERENCES phase (id) ON DELETE CASCADE,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    day TEXT CHECK (day IS date(day, '+0 days')),
    decision TEXT NOT NULL DEFAULT 'open' CHECK (
        decision IN ('open', 'passed', 'later', 'stopped')
    ),
    decided TEXT CHECK (decided IS date(decided, '+0 days')),
    decided_by TEXT NOT NULL DEFAULT '' CHECK (length(decided_by) <= 200),
    reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 10000)
) STRICT;

-- What is looked at when a gate is decided: figures from the workspace, or a sentence ticked by hand.
CREATE TABLE criterion (
    id INTEGER PRIMARY KEY,
    gate_id INTEGER NOT NULL REFERENCES gate (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('checklist', 'pulse', 'roles', 'qualified', 'own')),
    text TEXT NOT NULL DEFAULT '' CHECK (length(text) <= 500),
    least INTEGER CHECK (least BETWEEN 0 AND 10000),
    rate TEXT CHECK (length(rate) BETWEEN 1 AND 60),
    skill_id INTEGER REFERENCES skill (id) ON DELETE CASCADE,
    met TEXT CHECK (met IS date(met, '+0 days'))
) STRICT;
CREATE INDEX criterion_gate ON criterion (gate_id);
CREATE INDEX criterion_skill ON criterion (skill_id);

CREATE TABLE milestone (
    id INTEGER PRIMARY KEY,
    plan_id INTEGER NOT NULL REFERENCES cascade_plan (id) ON DELETE CASCADE,
    wave_id INTEGER REFERENCES wave (id) ON DELETE CASCADE,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    day TEXT NOT NULL CHECK (day IS date(day, '+0 days')),
    reached TEXT CHECK (reached IS date(reached, '+0 days'))
) STRICT;
CREATE INDEX milestone_plan ON milestone (plan_id);
CREATE INDEX milestone_wave ON milestone (wave_id);

CREATE TABLE frozen_plan (
    id INTEGER PRIMARY KEY,
    plan_id INTEGER NOT NULL REFERENCES cascade_plan (id) ON DELETE CASCADE,
    day TEXT NOT NULL CHECK (day IS date(day, '+0 days'))
) STRICT;
CREATE INDEX frozen_plan_plan ON frozen_plan (plan_id);

-- A phase that is gone since keeps its name.
CREATE TABLE frozen_phase (
    id INTEGER PRIMARY KEY,
    frozen_id INTEGER NOT NULL REFERENCES frozen_plan (id) ON DELETE CASCADE,
    phase_id INTEGER REFERENCES phase (id) ON DELETE SET NULL,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    start TEXT NOT NULL CHECK (start IS date(start, '+0 days')),
    finish TEXT NOT NULL CHECK (finish IS date(finish, '+0 days'))
) STRICT;
CREATE INDEX frozen_phase_frozen ON frozen_phase (frozen_id);
CREATE INDEX frozen_phase_phase ON frozen_phase (phase_id);

-- Hours a week there are of a part, and hours a week a phase of a kind asks for.
CREATE TABLE hours_there (
    id INTEGER PRIMARY KEY,
    plan_id INTEGER NOT NULL REFERENCES cascade_plan (id) ON DELETE CASCADE,
    part TEXT NOT NULL CHECK (part IN ('coordinator', 'facilitator', 'instructor')),
    hours REAL NOT NULL CHECK (hours BETWEEN 0 AND 10000),
    UNIQUE (plan_id, part)
) STRICT;

CREATE TABLE hours_needed (
    id INTEGER PRIMARY KEY,
    plan_id INTEGER NOT NULL REFERENCES cascade_plan (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('startup', 'pilot', 'new_pilots', 'expansion', 'other')),
    part TEXT NOT NULL CHECK (part IN ('coordinator', 'facilitator', 'instructor')),
    hours REAL NOT NULL CHECK (hours BETWEEN 0 AND 1000),
    UNIQUE (plan_id, kind, part)
) STRICT;

-- Phases to begin with, as this workspace has made them its own.
CREATE TABLE phase_template (
    id INTEGER PRIMARY KEY,
    position INTEGER NOT NULL,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    kind TEXT NOT NULL CHECK (kind IN ('startup', 'pilot', 'new_pilots', 'expansion', 'other')),
    weeks INTEGER NOT NULL CHECK (weeks BETWEEN 1 AND 520),
    open_ended INTEGER NOT NULL DEFAULT 0 CHECK (open_ended IN (0, 1))
) STRICT;

CREATE TABLE phase_template_item (
    id INTEGER PRIMARY KEY,
    template_id INTEGER NOT NULL REFERENCES phase_template (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 500)
) STRICT;
CREATE INDEX phase_template_item_template ON phase_template_item (template_id);

CREATE TABLE activity (
    id INTEGER PRIMARY KEY,
    position INTEGER NOT NULL,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    goal_id INTEGER REFERENCES goal (id) ON DELETE SET NULL,
    pillar TEXT NOT NULL DEFAULT '' CHECK (length(pillar) <= 200),
    owner_id INTEGER REFERENCES person (id) ON DELETE SET NULL,
    start TEXT NOT NULL CHECK (start IS date(start, '+0 days')),
    finish TEXT NOT NULL CHECK (finish IS date(finish, '+0 days')),
    status TEXT NOT NULL DEFAULT 'planned' CHECK (
        status IN ('planned', 'doing', 'done', 'stopped')
    ),
    is_milestone INTEGER NOT NULL DEFAULT 0 CHECK (is_milestone IN (0, 1)),
    CHECK (start <= finish)
) STRICT;
CREATE INDEX activity_goal ON activity (goal_id);
CREATE INDEX activity_owner ON activity (owner_id);

-- An improvement project on one A3.
CREATE TABLE project (
    id INTEGER PRIMARY KEY,
    number INTEGER NOT NULL,
    title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
    group_id INTEGER REFERENCES "group" (id) ON DELETE SET NULL,
    owner_id INTEGER REFERENCES person (id) ON DELETE SET NULL,
    goal_id INTEGER REFERENCES goal (id) ON DELETE SET NULL,
    pdca TEXT NOT NULL DEFAULT 'plan' CHECK (pdca IN ('plan', 'do', 'check', 'act')),
    start TEXT CHECK (start IS date(start, '+0 days')),
    due TEXT CHECK (due IS date(due, '+0 days')),
    closed TEXT CHECK (closed IS date(closed, '+0 days')),
    background TEXT NOT NULL DEFAULT '' CHECK (length(background) <= 10000),
    current_state TEXT NOT NULL DEFAULT '' CHECK (length(current_state) <= 10000),
    target TEXT NOT NULL DEFAULT '' CHECK (length(target) <= 10000),
    cause TEXT NOT NULL DEFAULT '' CHECK (length(cause) <= 10000),
    countermeasures TEXT NOT NULL DEFAULT '' CHECK (length(countermeasures) <= 10000),
    plan TEXT NOT NULL DEFAULT '' CHECK (length(plan) <= 10000),
    follow_up TEXT NOT NULL DEFAULT '' CHECK (length(follow_up) <= 10000)
) STRICT;
CREATE INDEX project_group ON project (group_id);
CREATE INDEX project_owner ON project (owner_id);
CREATE INDEX project_goal ON project (goal_id);

CREATE TABLE measure (
    id INTEGER PRIMARY KEY,
    position INTEGER NOT NULL,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    place TEXT NOT NULL DEFAULT '' CHECK (length(place) <= 200),
    how_often TEXT NOT NULL DEFAULT '' CHECK (length(how_often) <= 200),
    group_id INTEGER REFERENCES "group" (id) ON DELETE SET NULL,
    goal_id INTEGER REFERENCES goal (id) ON DELETE SET NULL,
    project_id INTEGER REFERENCES project (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX measure_group ON measure (group_id);
CREATE INDEX measure_goal ON measure (goal_id);
CREATE INDEX measure_project ON measure (project_id);
