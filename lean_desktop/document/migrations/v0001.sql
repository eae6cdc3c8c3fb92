-- The first schema. Every table has an integer key named id, so the journal can name any row.
CREATE TABLE workspace (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    uuid TEXT NOT NULL CHECK (length(uuid) = 36),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    company TEXT NOT NULL DEFAULT '' CHECK (length(company) <= 200),
    logo BLOB CHECK (length(logo) <= 1000000)
) STRICT;

-- Numbers that have stood on paper are never given again, so undo leaves this table alone.
CREATE TABLE counter (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE CHECK (length(name) <= 100),
    value INTEGER NOT NULL
) STRICT;

-- Text in hand that was not yet committed, or was refused. No part of undo.
CREATE TABLE draft (
    id INTEGER PRIMARY KEY,
    field TEXT NOT NULL UNIQUE CHECK (length(field) <= 200),
    text TEXT NOT NULL CHECK (length(text) <= 100000)
) STRICT;

CREATE TABLE unit (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    parent_id INTEGER REFERENCES unit (id) ON DELETE SET NULL CHECK (parent_id <> id),
    leader_id INTEGER REFERENCES person (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX unit_parent ON unit (parent_id);
CREATE INDEX unit_leader ON unit (leader_id);

CREATE TABLE person (
    id INTEGER PRIMARY KEY,
    number TEXT NOT NULL DEFAULT '' CHECK (length(number) <= 50),
    first_name TEXT NOT NULL DEFAULT '' CHECK (length(first_name) <= 200),
    last_name TEXT NOT NULL DEFAULT '' CHECK (length(last_name) <= 200),
    title TEXT NOT NULL DEFAULT '' CHECK (length(title) <= 200),
    unit_id INTEGER REFERENCES unit (id) ON DELETE SET NULL,
    manager_id INTEGER REFERENCES person (id) ON DELETE SET NULL CHECK (manager_id <> id),
    email TEXT NOT NULL DEFAULT '' CHECK (length(email) <= 200),
    phone TEXT NOT NULL DEFAULT '' CHECK (length(phone) <= 50),
    percent REAL CHECK (percent BETWEEN 0 AND 1000),
    active_from TEXT CHECK (active_from IS date(active_from, '+0 days')),
    active_to TEXT CHECK (active_to IS date(active_to, '+0 days')),
    CHECK (first_name <> '' OR last_name <> '')
) STRICT;
CREATE INDEX person_number ON person (number);
CREATE INDEX person_unit ON person (unit_id);
CREATE INDEX person_manager ON person (manager_id);

CREATE TABLE "group" (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (
        kind IN ('management', 'steering', 'improvement', 'pilot', 'pillar', 'project')
    ),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    purpose TEXT NOT NULL DEFAULT '' CHECK (length(purpose) <= 10000),
    parent_id INTEGER REFERENCES "group" (id) ON DELETE SET NULL CHECK (parent_id <> id),
    unit_id INTEGER REFERENCES unit (id) ON DELETE SET NULL,
    active_from TEXT CHECK (active_from IS date(active_from, '+0 days')),
    active_to TEXT CHECK (active_to IS date(active_to, '+0 days'))
) STRICT;
CREATE INDEX group_parent ON "group" (parent_id);
CREATE INDEX group_unit ON "group" (unit_id);

CREATE TABLE membership (
    id INTEGER PRIMARY KEY,
    group_id INTEGER NOT NULL REFERENCES "group" (id) ON DELETE CASCADE,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    role TEXT NOT NULL DEFAULT 'member' CHECK (
        role IN ('leader', 'deputy', 'coordinator', 'facilitator', 'note_taker', 'member')
    ),
    valid_from TEXT CHECK (valid_from IS date(valid_from, '+0 days')),
    valid_to TEXT CHECK (valid_to IS date(valid_to, '+0 days'))
) STRICT;
CREATE INDEX membership_group ON membership (group_id);
CREATE INDEX membership_person ON membership (person_id);

CREATE TABLE meeting (
    id INTEGER PRIMARY KEY,
    number INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (
        kind IN ('improvement', 'steering', 'pilot_start', 'daily', 'board', 'a3_review', 'other')
    ),
    title TEXT NOT NULL DEFAULT '' CHECK (length(title) <= 200),
    group_id INTEGER REFERENCES "group" (id) ON DELETE CASCADE,
    place TEXT NOT NULL DEFAULT '' CHECK (length(place) <= 200),
    planned_start TEXT NOT NULL CHECK (planned_start IS strftime('%Y-%m-%d %H:%M', planned_start, '+0 days')),
    planned_end TEXT NOT NULL CHECK (planned_end IS strftime('%Y-%m-%d %H:%M', planned_end, '+0 days')),
    purpose TEXT NOT NULL DEFAULT '' CHECK (length(purpose) <= 10000),
    chair_id INTEGER REFERENCES person (id) ON DELETE SET NULL,
    note_taker_id INTEGER REFERENCES person (id) ON DELETE SET NULL,
    CHECK (planned_end > planned_start)
) STRICT;
CREATE INDEX meeting_group ON meeting (group_id, planned_start);
CREATE INDEX meeting_start ON meeting (planned_start);
CREATE INDEX meeting_chair ON meeting (chair_id);
CREATE INDEX meeting_note_taker ON meeting (note_taker_id);

CREATE TABLE meeting_guest (
    id INTEGER PRIMARY KEY,
    meeting_id INTEGER NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
    person_id INTEGER REFERENCES person (id) ON DELETE CASCADE,
    name TEXT NOT NULL DEFAULT '' CHECK (length(name) <= 200),
    CHECK (person_id IS NOT NULL OR name <> '')
) STRICT;
CREATE INDEX meeting_guest_meeting ON meeting_guest (meeting_id);
CREATE INDEX meeting_guest_person ON meeting_guest (person_id);

CREATE TABLE agenda_item (
    id INTEGER PRIMARY KEY,
    meeting_id INTEGER NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 500),
    kind TEXT NOT NULL DEFAULT 'information' CHECK (
        kind IN ('information', 'discussion', 'decision', 'follow_up', 'round')
    ),
    presenter_id INTEGER REFERENCES person (id) ON DELETE SET NULL,
    minutes INTEGER NOT NULL DEFAULT 5 CHECK (minutes BETWEEN 0 AND 1440),
    purpose TEXT NOT NULL DEFAULT '' CHECK (length(purpose) <= 10000),
    preparation TEXT NOT NULL DEFAULT '' CHECK (length(preparation) <= 10000)
) STRICT;
CREATE INDEX agenda_item_meeting ON agenda_item (meeting_id, position);
CREATE INDEX agenda_item_presenter ON agenda_item (presenter_id);

-- Meeting templates the user has changed or made; one with a key of ours takes its place.
CREATE TABLE meeting_template (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE CHECK (length(key) BETWEEN 1 AND 100),
    kind TEXT NOT NULL CHECK (
        kind IN ('improvement', 'steering', 'pilot_start', 'daily', 'board', 'a3_review', 'other')
    ),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    purpose TEXT NOT NULL DEFAULT '' CHECK (length(purpose) <= 10000),
    minutes INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 1440)
) STRICT;

CREATE TABLE template_item (
    id INTEGER PRIMARY KEY,
    template_id INTEGER NOT NULL REFERENCES meeting_template (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 500),
    kind TEXT NOT NULL CHECK (
        kind IN ('information', 'discussion', 'decision', 'follow_up', 'round')
    ),
    minutes INTEGER NOT NULL CHECK (minutes BETWEEN 0 AND 1440),
    presenter TEXT NOT NULL DEFAULT '' CHECK (presenter IN ('chair', 'note_taker', '')),
    purpose TEXT NOT NULL DEFAULT '' CHECK (length(purpose) <= 10000),
    preparation TEXT NOT NULL DEFAULT '' CHECK (length(preparation) <= 10000)
) STRICT;
CREATE INDEX template_item_template ON template_item (template_id, position);
