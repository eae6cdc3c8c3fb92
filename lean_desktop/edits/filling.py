"""Putting many rows into a new workspace at once: samples, and workspaces made for measuring."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, insert

from lean_desktop.document.schema.actions import action, due_change, escalation, follow_up, idea
from lean_desktop.document.schema.board import board, board_column
from lean_desktop.document.schema.cascade import (
    cascade_plan,
    checklist_item,
    dependency,
    frozen_phase,
    frozen_plan,
    gate,
    phase,
    team,
    wave,
)
from lean_desktop.document.schema.competence import (
    assessment,
    course,
    course_session,
    course_skill,
    diploma,
    exemption,
    ladder_skill,
    ladder_step,
    practice,
    requirement,
    session_participant,
    skill,
    skill_category,
    skill_level,
    training_item,
)
from lean_desktop.document.schema.daily import daily_area, daily_mark
from lean_desktop.document.schema.goals import core_value, goal, vision
from lean_desktop.document.schema.meetings import (
    agenda_item,
    meeting,
    meeting_guest,
    preparation,
)
from lean_desktop.document.schema.minutes import (
    attendance,
    contribution,
    decision,
    meeting_note,
    prepared,
    rating,
)
from lean_desktop.document.schema.organisation import (
    group,
    membership,
    person,
    reporting_line,
    unit,
)
from lean_desktop.document.schema.roles import agreement, mandate, role, role_assignment, signature
from lean_desktop.document.schema.series import closed_period, meeting_series
from lean_desktop.document.schema.workspace import counter

Rows = Mapping[str, Sequence[Mapping[str, Any]]]
"""Rows by table name. All rows of one table have the same columns."""

_TABLES = {
    table.name: table
    for table in (
        *(unit, person, reporting_line, group, membership, counter),
        *(meeting, meeting_guest, agenda_item, preparation),
        *(closed_period, meeting_series),
        *(attendance, prepared, contribution, decision, meeting_note, rating),
        *(board, board_column),
        *(idea, action, due_change, follow_up, escalation),
        *(daily_area, daily_mark),
        *(role, role_assignment, mandate, agreement, signature),
        *(vision, core_value, goal),
        *(skill_category, skill, skill_level, requirement),
        *(assessment, practice, exemption),
        *(course, course_skill, course_session, session_participant, training_item),
        *(ladder_step, ladder_skill, diploma),
        *(cascade_plan, wave, team, phase, dependency, checklist_item, gate),
        *(frozen_plan, frozen_phase),
    )
}


def fill(connection: Connection, /, rows: Rows) -> None:
    """Insert the rows with the keys they have; they may refer to each other in any order.

    Raises sqlalchemy.exc.IntegrityError when a row breaks the schema.
    """
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    for name, new in rows.items():
        if new:
            connection.execute(insert(_TABLES[name]), list(new))
