-- Roles, mandates, agreements, goals, lines with days, and drafts of another organisation.
ALTER TABLE person ADD COLUMN
    manager_since TEXT CHECK (manager_since IS date(manager_since, '+0 days'));
ALTER TABLE person ADD COLUMN
    assistant INTEGER NOT NULL DEFAULT 0 CHECK (assistant IN (0, 1));
ALTER TABLE "group" ADD COLUMN
    pillar TEXT NOT NULL DEFAULT '' CHECK (length(pillar) <= 200);
ALTER TABLE "group" ADD COLUMN
    shifts TEXT NOT NULL DEFAULT '' CHECK (length(shifts) <= 200);

-- Lines beside person.manager_id, which is the one that runs: dotted ones, and solid ones that ended.
CREATE TABLE reporting_line (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    manager_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE CHECK (manager_id <> person_id),
    dotted INTEGER NOT NULL DEFAULT 0 CHECK (dotted IN (0, 1)),
    valid_from TEXT CHECK (valid_from IS date(valid_from, '+0 days')),
    valid_to TEXT CHECK (valid_to IS date(valid_to, '+0 days')),
    CHECK (dotted = 1 OR valid_to IS NOT NULL)
) STRICT;
CREATE INDEX reporting_line_person ON reporting_line (person_id);
CREATE INDEX reporting_line_manager ON reporting_line (manager_id);

-- How what hangs below one box of the chart is to be laid out, where it is not as everywhere else.
CREATE TABLE chart_branch (
    id INTEGER PRIMARY KEY,
    unit_id INTEGER UNIQUE REFERENCES unit (id) ON DELETE CASCADE,
    person_id INTEGER UNIQUE REFERENCES person (id) ON DELETE CASCADE,
    group_id INTEGER UNIQUE REFERENCES "group" (id) ON DELETE CASCADE,
    leaves TEXT NOT NULL CHECK (leaves IN ('column', 'row')),
    CHECK ((unit_id IS NOT NULL) + (person_id IS NOT NULL) + (group_id IS NOT NULL) = 1)
) STRICT;

-- What is to be done, apart from who does it: held by nobody, one or several, over time.
CREATE TABLE role (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    kind TEXT NOT NULL DEFAULT '' CHECK (
        kind IN (
            'coordinator', 'steering_group', 'management_group', 'group_leader',
            'facilitator', 'note_taker', 'pillar_owner', 'instructor', ''
        )
    ),
    purpose TEXT NOT NULL DEFAULT '' CHECK (length(purpose) <= 10000),
    domain TEXT NOT NULL DEFAULT '' CHECK (length(domain) <= 10000),
    accountabilities TEXT NOT NULL DEFAULT '' CHECK (length(accountabilities) <= 10000),
    group_id INTEGER REFERENCES "group" (id) ON DELETE CASCADE,
    unit_id INTEGER REFERENCES unit (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX role_group ON role (group_id);
CREATE INDEX role_unit ON role (unit_id);

CREATE TABLE role_assignment (
    id INTEGER PRIMARY KEY,
    role_id INTEGER NOT NULL REFERENCES role (id) ON DELETE CASCADE,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    deputy INTEGER NOT NULL DEFAULT 0 CHECK (deputy IN (0, 1)),
    valid_from TEXT CHECK (valid_from IS date(valid_from, '+0 days')),
    valid_to TEXT CHECK (valid_to IS date(valid_to, '+0 days'))
) STRICT;
CREATE INDEX role_assignment_role ON role_assignment (role_id);
CREATE INDEX role_assignment_person ON role_assignment (person_id);

-- One row for each version of a mandate, given to exactly one: a kind of group, a group, a role
-- or the coordinator. Earlier versions stay with their text and their days.
CREATE TABLE mandate (
    id INTEGER PRIMARY KEY,
    group_kind TEXT CHECK (
        group_kind IN ('management', 'steering', 'improvement', 'pilot', 'pillar', 'project')
    ),
    group_id INTEGER REFERENCES "group" (id) ON DELETE CASCADE,
    role_id INTEGER REFERENCES role (id) ON DELETE CASCADE,
    is_coordinator INTEGER NOT NULL DEFAULT 0 CHECK (is_coordinator IN (0, 1)),
    version INTEGER NOT NULL CHECK (version >= 1),
    giver TEXT NOT NULL DEFAULT '' CHECK (length(giver) <= 200),
    giver_group_id INTEGER REFERENCES "group" (id) ON DELETE SET NULL,
    text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 10000),
    valid_from TEXT NOT NULL CHECK (valid_from IS date(valid_from, '+0 days')),
    valid_to TEXT CHECK (valid_to IS date(valid_to, '+0 days')),
    review TEXT CHECK (review IS date(review, '+0 days')),
    CHECK (
        (group_kind IS NOT NULL) + (group_id IS NOT NULL) + (role_id IS NOT NULL) + is_coordinator
        = 1
    )
) STRICT;
CREATE INDEX mandate_group ON mandate (group_id);
CREATE INDEX mandate_role ON mandate (role_id);
CREATE INDEX mandate_giver_group ON mandate (giver_group_id);

-- One row for each version of what the members of a group have agreed among themselves.
CREATE TABLE agreement (
    id INTEGER PRIMARY KEY,
    group_id INTEGER NOT NULL REFERENCES "group" (id) ON DELETE CASCADE,
    version INTEGER NOT NULL CHECK (version >= 1),
    shared_values TEXT NOT NULL DEFAULT '' CHECK (length(shared_values) <= 10000),
    ground_rules TEXT NOT NULL DEFAULT '' CHECK (length(ground_rules) <= 10000),
    sub_goals TEXT NOT NULL DEFAULT '' CHECK (length(sub_goals) <= 10000),
    valid_from TEXT NOT NULL CHECK (valid_from IS date(valid_from, '+0 days')),
    valid_to TEXT CHECK (valid_to IS date(valid_to, '+0 days')),
    review TEXT CHECK (review IS date(review, '+0 days'))
) STRICT;
CREATE INDEX agreement_group ON agreement (group_id);

CREATE TABLE signature (
    id INTEGER PRIMARY KEY,
    agreement_id INTEGER NOT NULL REFERENCES agreement (id) ON DELETE CASCADE,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    signed TEXT NOT NULL CHECK (signed IS date(signed, '+0 days')),
    UNIQUE (agreement_id, person_id)
) STRICT;
CREATE INDEX signature_person ON signature (person_id);

-- Where it all is to lead: one vision, values in order, and goals that divide into goals.
CREATE TABLE vision (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    text TEXT NOT NULL DEFAULT '' CHECK (length(text) <= 10000)
) STRICT;

CREATE TABLE core_value (
    id INTEGER PRIMARY KEY,
    position INTEGER NOT NULL,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    meaning TEXT NOT NULL DEFAULT '' CHECK (length(meaning) <= 10000)
) STRICT;

CREATE TABLE goal (
    id INTEGER PRIMARY KEY,
    parent_id INTEGER REFERENCES goal (id) ON DELETE CASCADE CHECK (parent_id <> id),
    position INTEGER NOT NULL,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 500),
    measure TEXT NOT NULL DEFAULT '' CHECK (length(measure) <= 500),
    due TEXT CHECK (due IS date(due, '+0 days')),
    group_id INTEGER REFERENCES "group" (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX goal_parent ON goal (parent_id, position);
CREATE INDEX goal_group ON goal (group_id);

-- A rearranged organisation beside the live one: what would be moved, each a row of its own.
CREATE TABLE reorganisation (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    made TEXT NOT NULL CHECK (made IS date(made, '+0 days'))
) STRICT;

CREATE TABLE proposal (
    id INTEGER PRIMARY KEY,
    reorganisation_id INTEGER NOT NULL REFERENCES reorganisation (id) ON DELETE CASCADE,
    what TEXT NOT NULL CHECK (
        what IN (
            'manager', 'unit', 'unit_parent', 'unit_leader', 'group_parent', 'group_leader',
            'role_holder'
        )
    ),
    person_id INTEGER REFERENCES person (id) ON DELETE CASCADE,
    unit_id INTEGER REFERENCES unit (id) ON DELETE CASCADE,
    group_id INTEGER REFERENCES "group" (id) ON DELETE CASCADE,
    role_id INTEGER REFERENCES role (id) ON DELETE CASCADE,
    to_person_id INTEGER REFERENCES person (id) ON DELETE CASCADE,
    to_unit_id INTEGER REFERENCES unit (id) ON DELETE CASCADE,
    to_group_id INTEGER REFERENCES "group" (id) ON DELETE CASCADE,
    CHECK (
        (person_id IS NOT NULL) + (unit_id IS NOT NULL) + (group_id IS NOT NULL)
        + (role_id IS NOT NULL) = 1
    ),
    CHECK ((to_person_id IS NOT NULL) + (to_unit_id IS NOT NULL) + (to_group_id IS NOT NULL) <= 1)
) STRICT;
CREATE INDEX proposal_reorganisation ON proposal (reorganisation_id);
CREATE INDEX proposal_person ON proposal (person_id);
CREATE INDEX proposal_unit ON proposal (unit_id);
CREATE INDEX proposal_group ON proposal (group_id);
CREATE INDEX proposal_role ON proposal (role_id);
CREATE INDEX proposal_to_person ON proposal (to_person_id);
CREATE INDEX proposal_to_unit ON proposal (to_unit_id);
CREATE INDEX proposal_to_group ON proposal (to_group_id);
