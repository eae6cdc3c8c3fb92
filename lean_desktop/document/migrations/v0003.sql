-- Meetings that come back, are run and recorded; their actions, decisions and ideas; daily meetings.

-- Days on which the company, or one unit with those below it, stands still.
CREATE TABLE closed_period (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    first_day TEXT NOT NULL CHECK (first_day IS date(first_day, '+0 days')),
    last_day TEXT NOT NULL CHECK (last_day IS date(last_day, '+0 days')),
    unit_id INTEGER REFERENCES unit (id) ON DELETE CASCADE,
    CHECK (last_day >= first_day)
) STRICT;
CREATE INDEX closed_period_days ON closed_period (first_day, last_day);
CREATE INDEX closed_period_unit ON closed_period (unit_id);

-- The rota of a group that works shifts: a cycle of days, each a letter of a shift or - for a day off.
CREATE TABLE shift_rota (
    id INTEGER PRIMARY KEY,
    group_id INTEGER NOT NULL UNIQUE REFERENCES "group" (id) ON DELETE CASCADE,
    first_day TEXT NOT NULL CHECK (first_day IS date(first_day, '+0 days')),
    cycle TEXT NOT NULL CHECK (length(cycle) BETWEEN 1 AND 366)
) STRICT;

CREATE TABLE meeting_series (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (
        kind IN ('improvement', 'steering', 'pilot_start', 'daily', 'board', 'a3_review', 'other')
    ),
    title TEXT NOT NULL DEFAULT '' CHECK (length(title) <= 200),
    group_id INTEGER REFERENCES "group" (id) ON DELETE CASCADE,
    unit_id INTEGER REFERENCES unit (id) ON DELETE CASCADE,
    place TEXT NOT NULL DEFAULT '' CHECK (length(place) <= 200),
    first_start TEXT NOT NULL CHECK (first_start IS strftime('%Y-%m-%d %H:%M', first_start, '+0 days')),
    minutes INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 1440),
    rule TEXT NOT NULL CHECK (length(rule) BETWEEN 1 AND 500),
    planned_to TEXT NOT NULL CHECK (planned_to IS date(planned_to, '+0 days')),
    when_closed TEXT NOT NULL DEFAULT 'after' CHECK (when_closed IN ('skip', 'before', 'after')),
    template_key TEXT NOT NULL DEFAULT '' CHECK (length(template_key) <= 100)
) STRICT;
CREATE INDEX meeting_series_group ON meeting_series (group_id);
CREATE INDEX meeting_series_unit ON meeting_series (unit_id);

-- A slot of a series that is to stay empty, since its meeting was deleted.
CREATE TABLE series_gap (
    id INTEGER PRIMARY KEY,
    series_id INTEGER NOT NULL REFERENCES meeting_series (id) ON DELETE CASCADE,
    slot TEXT NOT NULL CHECK (slot IS strftime('%Y-%m-%d %H:%M', slot, '+0 days')),
    UNIQUE (series_id, slot)
) STRICT;

-- `slot` is the time the series gave, `calendar_number` makes the UID, `sequence` its revision.
ALTER TABLE meeting ADD COLUMN unit_id INTEGER REFERENCES unit (id) ON DELETE CASCADE;
ALTER TABLE meeting ADD COLUMN series_id INTEGER REFERENCES meeting_series (id) ON DELETE SET NULL;
ALTER TABLE meeting ADD COLUMN
    slot TEXT CHECK (slot IS strftime('%Y-%m-%d %H:%M', slot, '+0 days'));
ALTER TABLE meeting ADD COLUMN
    state TEXT NOT NULL DEFAULT 'draft' CHECK (
        state IN ('draft', 'called', 'in_progress', 'closed', 'cancelled')
    );
ALTER TABLE meeting ADD COLUMN
    actual_start TEXT CHECK (actual_start IS strftime('%Y-%m-%d %H:%M', actual_start, '+0 days'));
ALTER TABLE meeting ADD COLUMN
    actual_end TEXT CHECK (actual_end IS strftime('%Y-%m-%d %H:%M', actual_end, '+0 days'));
ALTER TABLE meeting ADD COLUMN
    reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 500);
ALTER TABLE meeting ADD COLUMN
    private_note TEXT NOT NULL DEFAULT '' CHECK (length(private_note) <= 10000);
ALTER TABLE meeting ADD COLUMN calendar_number INTEGER NOT NULL DEFAULT 0;
ALTER TABLE meeting ADD COLUMN sequence INTEGER NOT NULL DEFAULT 0;
CREATE INDEX meeting_unit ON meeting (unit_id, planned_start);
CREATE INDEX meeting_series_slot ON meeting (series_id, slot);
UPDATE meeting SET calendar_number = id;
INSERT INTO counter (name, value) SELECT 'calendar', max(id) FROM meeting HAVING max(id) IS NOT NULL;

-- What a calendar must be told of a meeting that is gone: CANCELLED, under the UID it knew.
CREATE TABLE gone_meeting (
    id INTEGER PRIMARY KEY,
    calendar_number INTEGER NOT NULL UNIQUE,
    sequence INTEGER NOT NULL,
    name TEXT NOT NULL DEFAULT '' CHECK (length(name) <= 500),
    planned_start TEXT NOT NULL CHECK (planned_start IS strftime('%Y-%m-%d %H:%M', planned_start, '+0 days')),
    planned_end TEXT NOT NULL CHECK (planned_end IS strftime('%Y-%m-%d %H:%M', planned_end, '+0 days')),
    group_id INTEGER REFERENCES "group" (id) ON DELETE CASCADE,
    unit_id INTEGER REFERENCES unit (id) ON DELETE CASCADE,
    series_id INTEGER REFERENCES meeting_series (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX gone_meeting_group ON gone_meeting (group_id);
CREATE INDEX gone_meeting_unit ON gone_meeting (unit_id);
CREATE INDEX gone_meeting_series ON gone_meeting (series_id);

-- Why a closed meeting was opened again.
CREATE TABLE reopening (
    id INTEGER PRIMARY KEY,
    meeting_id INTEGER NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
    reopened TEXT NOT NULL CHECK (reopened IS strftime('%Y-%m-%d %H:%M', reopened, '+0 days')),
    reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 500)
) STRICT;
CREATE INDEX reopening_meeting ON reopening (meeting_id);

-- Items that follow each other with the same section stand under one heading.
ALTER TABLE agenda_item ADD COLUMN
    section TEXT NOT NULL DEFAULT '' CHECK (length(section) <= 200);
ALTER TABLE agenda_item ADD COLUMN
    outcome TEXT NOT NULL DEFAULT '' CHECK (outcome IN ('', 'treated', 'deferred', 'dropped'));
ALTER TABLE agenda_item ADD COLUMN
    actual_minutes INTEGER CHECK (actual_minutes BETWEEN 0 AND 1440);
ALTER TABLE agenda_item ADD COLUMN standing INTEGER NOT NULL DEFAULT 0 CHECK (standing IN (0, 1));
ALTER TABLE agenda_item ADD COLUMN
    protected INTEGER NOT NULL DEFAULT 0 CHECK (protected IN (0, 1));
ALTER TABLE agenda_item ADD COLUMN
    carried_from INTEGER REFERENCES agenda_item (id) ON DELETE SET NULL;
CREATE INDEX agenda_item_carried ON agenda_item (carried_from);
ALTER TABLE template_item ADD COLUMN
    section TEXT NOT NULL DEFAULT '' CHECK (length(section) <= 200);
ALTER TABLE template_item ADD COLUMN
    protected INTEGER NOT NULL DEFAULT 0 CHECK (protected IN (0, 1));

CREATE TABLE agenda_link (
    id INTEGER PRIMARY KEY,
    agenda_item_id INTEGER NOT NULL REFERENCES agenda_item (id) ON DELETE CASCADE,
    name TEXT NOT NULL DEFAULT '' CHECK (length(name) <= 200),
    target TEXT NOT NULL CHECK (length(target) BETWEEN 1 AND 2000)
) STRICT;
CREATE INDEX agenda_link_item ON agenda_link (agenda_item_id);

-- Items of a group that wait for a meeting.
CREATE TABLE backlog_item (
    id INTEGER PRIMARY KEY,
    group_id INTEGER NOT NULL REFERENCES "group" (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 500),
    kind TEXT NOT NULL DEFAULT 'discussion' CHECK (
        kind IN ('information', 'discussion', 'decision', 'follow_up', 'round')
    ),
    presenter_id INTEGER REFERENCES person (id) ON DELETE SET NULL,
    minutes INTEGER NOT NULL DEFAULT 5 CHECK (minutes BETWEEN 0 AND 1440),
    purpose TEXT NOT NULL DEFAULT '' CHECK (length(purpose) <= 10000)
) STRICT;
CREATE INDEX backlog_item_group ON backlog_item (group_id, position);
CREATE INDEX backlog_item_presenter ON backlog_item (presenter_id);

-- What somebody is asked to do before an item is taken; everyone who is called when nobody is named.
CREATE TABLE preparation (
    id INTEGER PRIMARY KEY,
    agenda_item_id INTEGER NOT NULL REFERENCES agenda_item (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    person_id INTEGER REFERENCES person (id) ON DELETE CASCADE,
    task TEXT NOT NULL CHECK (length(task) BETWEEN 1 AND 10000),
    due TEXT CHECK (due IS date(due, '+0 days'))
) STRICT;
CREATE INDEX preparation_item ON preparation (agenda_item_id, position);
CREATE INDEX preparation_person ON preparation (person_id);
INSERT INTO preparation (agenda_item_id, position, person_id, task)
    SELECT id, 0, presenter_id, preparation FROM agenda_item WHERE preparation <> '';
ALTER TABLE agenda_item DROP COLUMN preparation;

-- What was seen at the start: prepared for a task, or for the meeting when no task was given.
CREATE TABLE prepared (
    id INTEGER PRIMARY KEY,
    meeting_id INTEGER NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    preparation_id INTEGER REFERENCES preparation (id) ON DELETE CASCADE,
    how TEXT NOT NULL CHECK (how IN ('yes', 'partly', 'no'))
) STRICT;
CREATE UNIQUE INDEX prepared_once
    ON prepared (meeting_id, person_id, coalesce(preparation_id, 0));
CREATE INDEX prepared_person ON prepared (person_id);
CREATE INDEX prepared_preparation ON prepared (preparation_id);

-- No row: not recorded.
CREATE TABLE attendance (
    id INTEGER PRIMARY KEY,
    meeting_id INTEGER NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    arrival TEXT NOT NULL CHECK (arrival IN ('on_time', 'late', 'absent', 'excused', 'off_shift')),
    late_minutes INTEGER CHECK (late_minutes BETWEEN 1 AND 1440),
    represented_by_id INTEGER REFERENCES person (id) ON DELETE SET NULL,
    UNIQUE (meeting_id, person_id),
    CHECK (late_minutes IS NULL OR arrival = 'late')
) STRICT;
CREATE INDEX attendance_person ON attendance (person_id);
CREATE INDEX attendance_represented ON attendance (represented_by_id);

-- Whether somebody had a say in the meeting, besides what is seen from items, actions and ideas.
CREATE TABLE contribution (
    id INTEGER PRIMARY KEY,
    meeting_id INTEGER NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    had_a_say INTEGER NOT NULL CHECK (had_a_say IN (0, 1)),
    UNIQUE (meeting_id, person_id)
) STRICT;
CREATE INDEX contribution_person ON contribution (person_id);

CREATE TABLE decision (
    id INTEGER PRIMARY KEY,
    meeting_id INTEGER NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
    agenda_item_id INTEGER REFERENCES agenda_item (id) ON DELETE SET NULL,
    year INTEGER NOT NULL,
    number INTEGER NOT NULL,
    text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 10000)
) STRICT;
CREATE INDEX decision_meeting ON decision (meeting_id);
CREATE INDEX decision_item ON decision (agenda_item_id);

-- A private note is for the one who leads the meeting and stands on no handout.
CREATE TABLE meeting_note (
    id INTEGER PRIMARY KEY,
    meeting_id INTEGER NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
    agenda_item_id INTEGER REFERENCES agenda_item (id) ON DELETE SET NULL,
    private INTEGER NOT NULL DEFAULT 0 CHECK (private IN (0, 1)),
    text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 10000)
) STRICT;
CREATE INDEX meeting_note_meeting ON meeting_note (meeting_id);
CREATE INDEX meeting_note_item ON meeting_note (agenda_item_id);

-- One anonymous answer each, 1 to 6.
CREATE TABLE rating (
    id INTEGER PRIMARY KEY,
    meeting_id INTEGER NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
    preparation INTEGER NOT NULL CHECK (preparation BETWEEN 1 AND 6),
    running INTEGER NOT NULL CHECK (running BETWEEN 1 AND 6),
    benefit INTEGER NOT NULL CHECK (benefit BETWEEN 1 AND 6)
) STRICT;
CREATE INDEX rating_meeting ON rating (meeting_id);

CREATE TABLE idea (
    id INTEGER PRIMARY KEY,
    number INTEGER NOT NULL UNIQUE,
    text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 10000),
    person_id INTEGER REFERENCES person (id) ON DELETE SET NULL,
    group_id INTEGER REFERENCES "group" (id) ON DELETE SET NULL,
    meeting_id INTEGER REFERENCES meeting (id) ON DELETE SET NULL,
    agenda_item_id INTEGER REFERENCES agenda_item (id) ON DELETE SET NULL,
    state TEXT NOT NULL DEFAULT 'new' CHECK (
        state IN ('new', 'accepted', 'testing', 'implemented', 'standardised', 'declined')
    ),
    reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 500),
    noted TEXT NOT NULL CHECK (noted IS date(noted, '+0 days'))
) STRICT;
CREATE INDEX idea_person ON idea (person_id);
CREATE INDEX idea_group ON idea (group_id, state);
CREATE INDEX idea_meeting ON idea (meeting_id);
CREATE INDEX idea_item ON idea (agenda_item_id);

-- `first_due` is the date agreed first and never changes; whether one is overdue is worked out.
CREATE TABLE action (
    id INTEGER PRIMARY KEY,
    number INTEGER NOT NULL UNIQUE,
    title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 500),
    group_id INTEGER REFERENCES "group" (id) ON DELETE SET NULL,
    owner_id INTEGER REFERENCES person (id) ON DELETE SET NULL,
    source TEXT NOT NULL DEFAULT 'own' CHECK (source IN ('meeting', 'idea', 'audit', 'own')),
    meeting_id INTEGER REFERENCES meeting (id) ON DELETE SET NULL,
    agenda_item_id INTEGER REFERENCES agenda_item (id) ON DELETE SET NULL,
    idea_id INTEGER REFERENCES idea (id) ON DELETE SET NULL,
    created TEXT NOT NULL CHECK (created IS date(created, '+0 days')),
    first_due TEXT CHECK (first_due IS date(first_due, '+0 days')),
    due TEXT CHECK (due IS date(due, '+0 days')),
    done TEXT CHECK (done IS date(done, '+0 days')),
    status TEXT NOT NULL DEFAULT 'new' CHECK (
        status IN ('new', 'planned', 'doing', 'blocked', 'done', 'cancelled')
    ),
    status_since TEXT NOT NULL CHECK (status_since IS date(status_since, '+0 days')),
    CHECK ((status = 'done') = (done IS NOT NULL)),
    CHECK ((first_due IS NULL) = (due IS NULL))
) STRICT;
CREATE INDEX action_group ON action (group_id, status);
CREATE INDEX action_owner ON action (owner_id, status);
CREATE INDEX action_meeting ON action (meeting_id);
CREATE INDEX action_item ON action (agenda_item_id);
CREATE INDEX action_idea ON action (idea_id);
CREATE INDEX action_first_due ON action (first_due);

CREATE TABLE due_change (
    id INTEGER PRIMARY KEY,
    action_id INTEGER NOT NULL REFERENCES action (id) ON DELETE CASCADE,
    meeting_id INTEGER REFERENCES meeting (id) ON DELETE SET NULL,
    changed TEXT NOT NULL CHECK (changed IS date(changed, '+0 days')),
    old_due TEXT NOT NULL CHECK (old_due IS date(old_due, '+0 days')),
    new_due TEXT NOT NULL CHECK (new_due IS date(new_due, '+0 days')),
    reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 500)
) STRICT;
CREATE INDEX due_change_action ON due_change (action_id);
CREATE INDEX due_change_meeting ON due_change (meeting_id);

-- `due` is the date that held when it was, or was not, asked about. No meeting: asked at the board.
CREATE TABLE follow_up (
    id INTEGER PRIMARY KEY,
    action_id INTEGER NOT NULL REFERENCES action (id) ON DELETE CASCADE,
    meeting_id INTEGER REFERENCES meeting (id) ON DELETE CASCADE,
    day TEXT NOT NULL CHECK (day IS date(day, '+0 days')),
    due TEXT CHECK (due IS date(due, '+0 days')),
    asked INTEGER NOT NULL CHECK (asked IN (0, 1)),
    answer TEXT NOT NULL DEFAULT '' CHECK (answer IN ('', 'done', 'on_track', 'new_date', 'blocked')),
    note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 500)
) STRICT;
CREATE UNIQUE INDEX follow_up_once ON follow_up (meeting_id, action_id);
CREATE INDEX follow_up_action ON follow_up (action_id, day);

-- One level up: an action that is stuck, or a request for support when no action is named.
CREATE TABLE escalation (
    id INTEGER PRIMARY KEY,
    action_id INTEGER REFERENCES action (id) ON DELETE CASCADE,
    text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 10000),
    from_group_id INTEGER REFERENCES "group" (id) ON DELETE CASCADE,
    from_unit_id INTEGER REFERENCES unit (id) ON DELETE CASCADE,
    to_group_id INTEGER REFERENCES "group" (id) ON DELETE SET NULL,
    meeting_id INTEGER REFERENCES meeting (id) ON DELETE SET NULL,
    raised TEXT NOT NULL CHECK (raised IS date(raised, '+0 days')),
    answer TEXT NOT NULL DEFAULT '' CHECK (length(answer) <= 10000),
    answered TEXT CHECK (answered IS date(answered, '+0 days')),
    agenda_item_id INTEGER REFERENCES agenda_item (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX escalation_action ON escalation (action_id);
CREATE INDEX escalation_from_group ON escalation (from_group_id);
CREATE INDEX escalation_from_unit ON escalation (from_unit_id);
CREATE INDEX escalation_to ON escalation (to_group_id, answered);
CREATE INDEX escalation_meeting ON escalation (meeting_id);
CREATE INDEX escalation_item ON escalation (agenda_item_id);

-- What a daily meeting looks at; for all units, or for one and those below it.
CREATE TABLE daily_area (
    id INTEGER PRIMARY KEY,
    unit_id INTEGER REFERENCES unit (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200)
) STRICT;
CREATE INDEX daily_area_unit ON daily_area (unit_id, position);

CREATE TABLE daily_mark (
    id INTEGER PRIMARY KEY,
    meeting_id INTEGER NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
    area_id INTEGER NOT NULL REFERENCES daily_area (id) ON DELETE CASCADE,
    red INTEGER NOT NULL CHECK (red IN (0, 1)),
    deviation TEXT NOT NULL DEFAULT '' CHECK (length(deviation) <= 10000),
    UNIQUE (meeting_id, area_id)
) STRICT;
CREATE INDEX daily_mark_area ON daily_mark (area_id);

-- The clock of a meeting that goes on. It runs forward only: undo never touches it.
CREATE TABLE meeting_clock (
    id INTEGER PRIMARY KEY,
    meeting_id INTEGER NOT NULL UNIQUE REFERENCES meeting (id) ON DELETE CASCADE,
    agenda_item_id INTEGER REFERENCES agenda_item (id) ON DELETE SET NULL,
    item_since TEXT NOT NULL CHECK (item_since IS strftime('%Y-%m-%d %H:%M:%S', item_since, '+0 days')),
    paused_since TEXT CHECK (paused_since IS strftime('%Y-%m-%d %H:%M:%S', paused_since, '+0 days'))
) STRICT;
CREATE INDEX meeting_clock_item ON meeting_clock (agenda_item_id);

CREATE TABLE item_clock (
    id INTEGER PRIMARY KEY,
    agenda_item_id INTEGER NOT NULL UNIQUE REFERENCES agenda_item (id) ON DELETE CASCADE,
    seconds INTEGER NOT NULL DEFAULT 0 CHECK (seconds >= 0)
) STRICT;
