"""All rows of a workspace, to compare one state with another; and a few to begin with."""

from sqlalchemy import Connection

from lean_desktop.document.changes import ChangeSet, TableChange
from lean_desktop.document.document import Document
from lean_desktop.document.journal import UNTRACKED

Row = dict[str, object]
Dump = dict[str, dict[int, Row]]
"""Table → key → the whole row."""


def dump(document: Document) -> Dump:
    """Everything undo speaks of; counters and drafts are no part of it."""
    return document.read(_dump, [each for each in document.table_names() if each not in UNTRACKED])


def whole_dump(document: Document) -> Dump:
    """Every row of every table."""
    return document.read(_dump, document.table_names())


def _dump(connection: Connection, tables: list[str]) -> Dump:
    return {
        table: {
            row["id"]: dict(row)
            for row in connection.exec_driver_sql(f'SELECT * FROM "{table}"').mappings()
        }
        for table in tables
    }


def explains(changes: ChangeSet, before: Dump, after: Dump) -> None:
    """Assert that the change set names every difference, and no key that is not one."""
    for table in before:
        _explains(changes.of(table), before[table], after[table])
        if before[table] == after[table]:
            assert not changes.of(table).inserted | changes.of(table).deleted


def _explains(change: TableChange, before: dict[int, Row], after: dict[int, Row]) -> None:
    if change.all:
        return
    assert change.inserted == after.keys() - before.keys()
    assert change.deleted == before.keys() - after.keys()
    assert change.updated <= before.keys() & after.keys()
    for key in before.keys() & after.keys():
        if before[key] != after[key]:
            assert key in change.updated
            assert dict(before[key].items() ^ after[key].items()).keys() <= change.columns


def run(connection: Connection, /, *statements: str) -> None:
    """An edit of plain SQL statements."""
    for statement in statements:
        connection.exec_driver_sql(statement)


def fill_a_little(connection: Connection, /) -> None:
    """Three people, two units, two groups with members, a meeting with an agenda, a template, a role."""
    run(
        connection,
        "INSERT INTO unit (id, name) VALUES (1, 'Produksjon')",
        "INSERT INTO unit (id, name, parent_id) VALUES (2, 'Støperi', 1)",
        "INSERT INTO person (id, first_name, last_name, unit_id) VALUES"
        " (1, 'Kari', 'Åsen', 1), (2, 'Bjørn', 'Øye', 2), (3, 'Åse', 'Ærlig', 2)",
        "UPDATE person SET manager_id = 1, percent = 37.5, active_from = '2020-02-29' WHERE id > 1",
        "UPDATE unit SET leader_id = 1",
        "INSERT INTO \"group\" (id, kind, name, unit_id) VALUES (1, 'steering', 'Styring', 1)",
        "INSERT INTO \"group\" (id, kind, name, parent_id) VALUES (2, 'improvement', 'Støv', 1)",
        "INSERT INTO membership (group_id, person_id, role) VALUES"
        " (1, 1, 'leader'), (2, 2, 'leader'), (2, 3, 'member'), (2, 1, 'note_taker')",
        "INSERT INTO meeting (id, number, kind, group_id, planned_start, planned_end, chair_id)"
        " VALUES (1, 1, 'improvement', 2, '2026-10-06 13:00', '2026-10-06 14:00', 2)",
        "INSERT INTO meeting_guest (meeting_id, person_id, name) VALUES (1, 1, ''), (1, NULL, 'X')",
        "INSERT INTO agenda_item (meeting_id, position, title, presenter_id) VALUES"
        " (1, 0, 'Siden sist', 2), (1, 1, 'Tiltak', 3), (1, 2, 'Eventuelt', NULL)",
        "INSERT INTO meeting_template (id, key, kind, name, minutes) VALUES (1, 'k', 'daily', 'D', 9)",
        "INSERT INTO template_item (template_id, position, title, kind, minutes) VALUES"
        " (1, 0, 'Runde', 'round', 5)",
        "INSERT INTO role (id, name, kind, group_id) VALUES (1, 'Leder', 'group_leader', 2)",
        "INSERT INTO role_assignment (role_id, person_id, deputy) VALUES (1, 2, 0), (1, 3, 1)",
        "INSERT INTO mandate (id, group_kind, version, text, valid_from, valid_to) VALUES"
        " (1, 'improvement', 1, 'Prøv', '2026-01-01', '2026-05-31')",
        "INSERT INTO mandate (group_kind, version, text, giver_group_id, valid_from, review) VALUES"
        " ('improvement', 2, 'Prøv mer', 1, '2026-06-01', '2027-06-01')",
        "INSERT INTO agreement (id, group_id, version, ground_rules, valid_from) VALUES"
        " (1, 2, 1, 'Møter presis', '2026-02-01')",
        "INSERT INTO signature (agreement_id, person_id, signed) VALUES (1, 2, '2026-02-02')",
        "INSERT INTO reporting_line (person_id, manager_id, dotted) VALUES (3, 2, 1)",
        "INSERT INTO chart_branch (unit_id, leaves) VALUES (1, 'row')",
        "INSERT INTO vision (id, text) VALUES (1, 'Alle er med')",
        "INSERT INTO core_value (position, name) VALUES (0, 'Delaktighet')",
        "INSERT INTO goal (id, parent_id, position, name, group_id) VALUES"
        " (1, NULL, 0, 'Færre stopp', NULL), (2, 1, 0, 'Halve omstillingen', 2)",
        "INSERT INTO reorganisation (id, name, made) VALUES (1, 'Neste år', '2026-03-01')",
        "INSERT INTO proposal (reorganisation_id, what, person_id, to_person_id) VALUES"
        " (1, 'manager', 3, 2)",
    )
    run(connection, *_OF_MEETINGS)


_OF_MEETINGS = (
    (
        "INSERT INTO closed_period (name, first_day, last_day) VALUES"
        " ('Ferie', '2026-07-06', '2026-07-26')"
    ),
    "INSERT INTO shift_rota (group_id, first_day, cycle) VALUES (2, '2026-01-05', 'DDDDD--')",
    (
        "INSERT INTO meeting_series (id, kind, group_id, first_start, minutes, rule, planned_to) VALUES"
        " (1, 'improvement', 2, '2026-10-06 13:00', 60, 'FREQ=WEEKLY', '2026-12-31')"
    ),
    "INSERT INTO series_gap (series_id, slot) VALUES (1, '2026-10-13 13:00')",
    (
        "INSERT INTO gone_meeting (calendar_number, sequence, planned_start, planned_end) VALUES"
        " (9, 1, '2026-10-13 13:00', '2026-10-13 14:00')"
    ),
    "INSERT INTO reopening (meeting_id, reopened, reason) VALUES (1, '2026-10-07 08:00', 'Feil')",
    "INSERT INTO agenda_link (agenda_item_id, target) VALUES (1, 'https://verk.example')",
    "INSERT INTO backlog_item (group_id, position, title) VALUES (2, 0, 'Ny ovn')",
    "INSERT INTO preparation (agenda_item_id, position, person_id, task) VALUES (1, 0, 2, 'Les')",
    "INSERT INTO prepared (meeting_id, person_id, preparation_id, how) VALUES (1, 2, 1, 'yes')",
    "INSERT INTO attendance (meeting_id, person_id, arrival) VALUES (1, 2, 'on_time')",
    "INSERT INTO contribution (meeting_id, person_id, had_a_say) VALUES (1, 2, 1)",
    "INSERT INTO decision (meeting_id, year, number, text) VALUES (1, 2026, 1, 'Kjøpe')",
    "INSERT INTO meeting_note (meeting_id, text) VALUES (1, 'Husk')",
    "INSERT INTO rating (meeting_id, preparation, running, benefit) VALUES (1, 4, 5, 6)",
    "INSERT INTO idea (id, number, text, noted) VALUES (1, 1, 'Tavle', '2026-10-06')",
    (
        "INSERT INTO action (id, number, title, owner_id, created, first_due, due, status_since) VALUES"
        " (1, 1, 'Bestille', 2, '2026-09-01', '2026-10-01', '2026-10-20', '2026-09-01')"
    ),
    (
        "INSERT INTO due_change (action_id, changed, old_due, new_due, reason) VALUES"
        " (1, '2026-09-30', '2026-10-01', '2026-10-20', 'Syk')"
    ),
    "INSERT INTO follow_up (action_id, meeting_id, day, asked) VALUES (1, 1, '2026-10-06', 1)",
    "INSERT INTO escalation (action_id, text, raised) VALUES (1, 'Hjelp', '2026-10-06')",
    (
        "INSERT INTO own_word (word, one, the_one, several, the_several) VALUES"
        " ('action', 'tiltak', 'tiltaket', 'tiltak', 'tiltakene')"
    ),
    "INSERT INTO board (id, group_id) VALUES (1, 2)",
    "INSERT INTO board_column (id, board_id, position, name, statuses) VALUES (1, 1, 0, 'Nye', 'new')",
    "UPDATE action SET column_id = 1 WHERE id = 1",
    "INSERT INTO action_helper (action_id, person_id) VALUES (1, 3)",
    "INSERT INTO action_tag (action_id, tag) VALUES (1, '5S')",
    "INSERT INTO action_step (action_id, position, text) VALUES (1, 0, 'Ring')",
    "INSERT INTO action_link (action_id, target) VALUES (1, 'https://verk.example')",
    "INSERT INTO action_comment (action_id, written, text) VALUES (1, '2026-10-06', 'Bestilt')",
    "INSERT INTO action_photo (action_id, moment, picture) VALUES (1, 'before', x'ff00')",
    "INSERT INTO own_field (id, position, name, kind) VALUES (1, 0, 'Kostnad', 'number')",
    "INSERT INTO own_value (action_id, field_id, value) VALUES (1, 1, '100')",
    "INSERT INTO saved_filter (name, filter) VALUES ('Mine', '{}')",
    "INSERT INTO skill_category (id, name, position) VALUES (1, 'Lean', 0)",
    "INSERT INTO skill (id, category_id, name, position) VALUES (1, 1, '5S', 0)",
    "INSERT INTO skill_level (skill_id, level, about) VALUES (1, 3, 'Leder en runde')",
    "INSERT INTO requirement (skill_id, group_id, at_least) VALUES (1, 2, 2)",
    (
        "INSERT INTO assessment (id, person_id, skill_id, level, day, by_id, kind) VALUES"
        " (1, 3, 1, 2, '2026-10-06', 2, 'supervisor')"
    ),
    "INSERT INTO practice (person_id, skill_id, day) VALUES (3, 1, '2026-10-06')",
    "INSERT INTO exemption (person_id, skill_id, since) VALUES (2, 1, '2026-10-06')",
    "INSERT INTO course (id, name, hours) VALUES (1, 'Lean på en dag', 7.5)",
    "INSERT INTO course_skill (course_id, skill_id) VALUES (1, 1)",
    "INSERT INTO course_session (id, course_id, day, trainer_id) VALUES (1, 1, '2026-11-02', 2)",
    "INSERT INTO session_participant (session_id, person_id) VALUES (1, 3)",
    "INSERT INTO training_item (person_id, skill_id, level, course_id) VALUES (3, 1, 3, 1)",
    "INSERT INTO ladder_step (id, role_id, position, name) VALUES (1, 1, 0, 'Trinn 1')",
    "INSERT INTO ladder_skill (step_id, skill_id) VALUES (1, 1)",
    "INSERT INTO diploma (person_id, step_id, day) VALUES (3, 1, '2026-10-06')",
    "INSERT INTO matrix_order (person_id, position) VALUES (3, 0)",
    (
        "INSERT INTO cascade_plan (id, position, name, begins, owner_id)"
        " VALUES (1, 0, 'Kaskade', '2026-10-06', 2)"
    ),
    "INSERT INTO wave (id, plan_id, position, name, kind) VALUES (1, 1, 0, 'Bølge 1', 'pilot')",
    "INSERT INTO team (id, wave_id, group_id, position) VALUES (1, 1, 2, 0)",
    (
        "INSERT INTO phase (id, wave_id, team_id, position, name, weeks, wished) VALUES"
        " (1, 1, 1, 0, 'Planlegging', 4, '2026-10-06'), (2, 1, 1, 1, 'Drift', 12, NULL)"
    ),
    "INSERT INTO dependency (before_id, after_id) VALUES (1, 2)",
    "INSERT INTO checklist_item (phase_id, position, text, owner_id) VALUES (1, 0, 'Tavle', 3)",
    "INSERT INTO gate (id, phase_id, name) VALUES (1, 1, 'Tavla er i bruk')",
    "INSERT INTO criterion (gate_id, position, kind) VALUES (1, 0, 'checklist')",
    "INSERT INTO milestone (plan_id, name, day) VALUES (1, 'Halvveis', '2027-01-11')",
    "INSERT INTO frozen_plan (id, plan_id, day) VALUES (1, 1, '2026-10-06')",
    (
        "INSERT INTO frozen_phase (frozen_id, phase_id, name, start, finish)"
        " VALUES (1, 1, 'Planlegging', '2026-10-06', '2026-11-02')"
    ),
    "INSERT INTO hours_there (plan_id, part, hours) VALUES (1, 'facilitator', 24)",
    "INSERT INTO hours_needed (plan_id, kind, part, hours) VALUES (1, 'pilot', 'facilitator', 4)",
    (
        "INSERT INTO phase_template (id, position, name, kind, weeks)"
        " VALUES (1, 0, 'Oppstart', 'startup', 4)"
    ),
    "INSERT INTO phase_template_item (template_id, position, text) VALUES (1, 0, 'Tavle')",
    (
        "INSERT INTO activity (position, name, owner_id, start, finish)"
        " VALUES (0, 'Opplæring', 2, '2026-10-06', '2026-12-18')"
    ),
    "INSERT INTO project (id, number, title, owner_id) VALUES (1, 1, 'Omstilling', 3)",
    "INSERT INTO measure (position, name, project_id) VALUES (0, 'Minutter', 1)",
    "INSERT INTO daily_area (id, position, name) VALUES (1, 0, 'Sikkerhet')",
    "INSERT INTO daily_mark (meeting_id, area_id, red) VALUES (1, 1, 1)",
    "INSERT INTO meeting_clock (meeting_id, item_since) VALUES (1, '2026-10-06 13:00:00')",
    "INSERT INTO item_clock (agenda_item_id, seconds) VALUES (1, 60)",
)
