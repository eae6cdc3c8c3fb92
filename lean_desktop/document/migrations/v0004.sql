-- The board of actions: its columns, what a card holds besides, own fields, filters and own words.

-- What a group takes up in every meeting, one item a line, as its members have agreed.
ALTER TABLE agreement ADD COLUMN
    standing_items TEXT NOT NULL DEFAULT '' CHECK (length(standing_items) <= 10000);

-- A word of ours that this workspace calls otherwise, in the forms its language has.
CREATE TABLE own_word (
    id INTEGER PRIMARY KEY,
    word TEXT NOT NULL UNIQUE CHECK (word IN ('action')),
    one TEXT NOT NULL CHECK (length(one) BETWEEN 1 AND 60),
    the_one TEXT NOT NULL CHECK (length(the_one) BETWEEN 1 AND 60),
    several TEXT NOT NULL CHECK (length(several) BETWEEN 1 AND 60),
    the_several TEXT NOT NULL CHECK (length(the_several) BETWEEN 1 AND 60)
) STRICT;

-- The board of one group, or the one across groups. Without a row it is as the program draws it.
CREATE TABLE board (
    id INTEGER PRIMARY KEY,
    group_id INTEGER UNIQUE REFERENCES "group" (id) ON DELETE CASCADE,
    stall_weeks INTEGER NOT NULL DEFAULT 4 CHECK (stall_weeks BETWEEN 1 AND 52),
    done_days INTEGER NOT NULL DEFAULT 14 CHECK (done_days BETWEEN 1 AND 366)
) STRICT;
CREATE UNIQUE INDEX board_across ON board ((group_id IS NULL)) WHERE group_id IS NULL;

-- `statuses` names one or more states with commas between; a card dropped here gets the first.
CREATE TABLE board_column (
    id INTEGER PRIMARY KEY,
    board_id INTEGER NOT NULL REFERENCES board (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
    statuses TEXT NOT NULL CHECK (length(statuses) BETWEEN 3 AND 60),
    most INTEGER CHECK (most BETWEEN 1 AND 999)
) STRICT;
CREATE INDEX board_column_board ON board_column (board_id, position);

ALTER TABLE action ADD COLUMN
    column_id INTEGER REFERENCES board_column (id) ON DELETE SET NULL;
ALTER TABLE action ADD COLUMN pillar TEXT NOT NULL DEFAULT '' CHECK (length(pillar) <= 200);
ALTER TABLE action ADD COLUMN
    pdca TEXT NOT NULL DEFAULT '' CHECK (pdca IN ('', 'plan', 'do', 'check', 'act'));
ALTER TABLE action ADD COLUMN problem TEXT NOT NULL DEFAULT '' CHECK (length(problem) <= 10000);
ALTER TABLE action ADD COLUMN cause TEXT NOT NULL DEFAULT '' CHECK (length(cause) <= 10000);
ALTER TABLE action ADD COLUMN
    countermeasure TEXT NOT NULL DEFAULT '' CHECK (length(countermeasure) <= 10000);
ALTER TABLE action ADD COLUMN effect TEXT NOT NULL DEFAULT '' CHECK (length(effect) <= 10000);
ALTER TABLE action ADD COLUMN
    figure_before TEXT NOT NULL DEFAULT '' CHECK (length(figure_before) <= 100);
ALTER TABLE action ADD COLUMN
    figure_after TEXT NOT NULL DEFAULT '' CHECK (length(figure_after) <= 100);
CREATE INDEX action_column ON action (column_id);
CREATE INDEX action_status ON action (status, done);

CREATE TABLE action_helper (
    id INTEGER PRIMARY KEY,
    action_id INTEGER NOT NULL REFERENCES action (id) ON DELETE CASCADE,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    UNIQUE (action_id, person_id)
) STRICT;
CREATE INDEX action_helper_person ON action_helper (person_id);

CREATE TABLE action_tag (
    id INTEGER PRIMARY KEY,
    action_id INTEGER NOT NULL REFERENCES action (id) ON DELETE CASCADE,
    tag TEXT NOT NULL CHECK (length(tag) BETWEEN 1 AND 60),
    UNIQUE (action_id, tag)
) STRICT;

-- The checklist of a card.
CREATE TABLE action_step (
    id INTEGER PRIMARY KEY,
    action_id INTEGER NOT NULL REFERENCES action (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 500),
    done TEXT CHECK (done IS date(done, '+0 days'))
) STRICT;
CREATE INDEX action_step_action ON action_step (action_id, position);

CREATE TABLE action_link (
    id INTEGER PRIMARY KEY,
    action_id INTEGER NOT NULL REFERENCES action (id) ON DELETE CASCADE,
    position INTEGER NOT NULL DEFAULT 0,
    name TEXT NOT NULL DEFAULT '' CHECK (length(name) <= 200),
    target TEXT NOT NULL CHECK (length(target) BETWEEN 1 AND 2000)
) STRICT;
CREATE INDEX action_link_action ON action_link (action_id, position);

-- A private comment is shown on no projector and no handout.
CREATE TABLE action_comment (
    id INTEGER PRIMARY KEY,
    action_id INTEGER NOT NULL REFERENCES action (id) ON DELETE CASCADE,
    written TEXT NOT NULL CHECK (written IS date(written, '+0 days')),
    private INTEGER NOT NULL DEFAULT 0 CHECK (private IN (0, 1)),
    text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 10000)
) STRICT;
CREATE INDEX action_comment_action ON action_comment (action_id, written);

CREATE TABLE action_photo (
    id INTEGER PRIMARY KEY,
    action_id INTEGER NOT NULL REFERENCES action (id) ON DELETE CASCADE,
    moment TEXT NOT NULL CHECK (moment IN ('before', 'after')),
    picture BLOB NOT NULL CHECK (length(picture) <= 1000000),
    UNIQUE (action_id, moment)
) STRICT;

-- Fields the workspace adds to its actions; a choice has its choices, one a line.
CREATE TABLE own_field (
    id INTEGER PRIMARY KEY,
    position INTEGER NOT NULL,
    name TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 60),
    kind TEXT NOT NULL CHECK (kind IN ('text', 'number', 'date', 'choice')),
    choices TEXT NOT NULL DEFAULT '' CHECK (length(choices) <= 10000),
    private INTEGER NOT NULL DEFAULT 0 CHECK (private IN (0, 1))
) STRICT;

-- A number with a point, a day as YYYY-MM-DD.
CREATE TABLE own_value (
    id INTEGER PRIMARY KEY,
    action_id INTEGER NOT NULL REFERENCES action (id) ON DELETE CASCADE,
    field_id INTEGER NOT NULL REFERENCES own_field (id) ON DELETE CASCADE,
    value TEXT NOT NULL CHECK (length(value) BETWEEN 1 AND 2000),
    UNIQUE (action_id, field_id)
) STRICT;
CREATE INDEX own_value_field ON own_value (field_id);

-- What is to be seen of the actions, by name.
CREATE TABLE saved_filter (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 100),
    filter TEXT NOT NULL CHECK (length(filter) <= 10000)
) STRICT;
