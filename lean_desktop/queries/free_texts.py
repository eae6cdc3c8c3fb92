"""Every free text of a workspace, with where it stands: what may name somebody."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, FromClause, Table, func, literal, null, select

from lean_desktop.document.schema.actions import action, due_change, escalation, follow_up, idea
from lean_desktop.document.schema.board import (
    action_comment,
    action_link,
    action_step,
    action_tag,
    board,
    board_column,
    own_field,
    own_value,
    saved_filter,
)
from lean_desktop.document.schema.cascade import (
    cascade_plan,
    checklist_item,
    criterion,
    frozen_phase,
    frozen_plan,
    gate,
    milestone,
    phase,
    phase_template,
    phase_template_item,
    wave,
)
from lean_desktop.document.schema.competence import (
    course,
    course_session,
    ladder_step,
    skill,
    skill_category,
    skill_level,
)
from lean_desktop.document.schema.daily import daily_area, daily_mark
from lean_desktop.document.schema.goals import core_value, goal, vision
from lean_desktop.document.schema.masterplan import activity, measure, project
from lean_desktop.document.schema.meetings import (
    agenda_item,
    agenda_link,
    backlog_item,
    meeting,
    meeting_guest,
    meeting_template,
    preparation,
    template_item,
)
from lean_desktop.document.schema.minutes import decision, meeting_note, reopening
from lean_desktop.document.schema.organisation import group, unit
from lean_desktop.document.schema.reorganisation import reorganisation
from lean_desktop.document.schema.roles import agreement, mandate, role
from lean_desktop.document.schema.series import closed_period, gone_meeting, meeting_series
from lean_desktop.document.schema.workspace import draft
from lean_desktop.domain.privacy import TEXT_NAMES, Mention


class _Place(NamedTuple):
    """Where the rows of a table come from, and what says of each where it stands."""

    source: FromClause
    of: Any
    day: Any = null()


def _whose(of: Table, group_id: ColumnElement[Any], unit_id: ColumnElement[Any]) -> FromClause:
    """The rows of a table with the group or the unit each belongs to."""
    return of.outerjoin(group, group.c.id == group_id).outerjoin(unit, unit.c.id == unit_id)


_group_or_unit = func.coalesce(group.c.name, unit.c.name, "")
_meeting_name = func.coalesce(func.nullif(meeting.c.title, ""), _group_or_unit)
_meetings = _whose(meeting, meeting.c.group_id, meeting.c.unit_id)

_with_items = _meetings.join(agenda_item, agenda_item.c.meeting_id == meeting.c.id)


def _of_meeting(table: Table) -> _Place:
    source = _meetings.join(table, table.c.meeting_id == meeting.c.id)
    return _Place(source, _meeting_name, meeting.c.planned_start)


def _of_item(table: Table) -> _Place:
    source = _with_items.join(table, table.c.agenda_item_id == agenda_item.c.id)
    return _Place(source, _meeting_name, meeting.c.planned_start)


def _of_action(table: Table, day: ColumnElement[Any]) -> _Place:
    return _Place(table.join(action, action.c.id == table.c.action_id), action.c.title, day)


_role_name = role.c.name + func.coalesce(", " + group.c.name, "")

_PLACES: dict[Table, _Place] = {
    unit: _Place(unit, unit.c.name),
    group: _Place(group, group.c.name),
    meeting: _Place(_meetings, _meeting_name, meeting.c.planned_start),
    meeting_guest: _of_meeting(meeting_guest),
    agenda_item: _Place(_with_items, _meeting_name, meeting.c.planned_start),
    preparation: _of_item(preparation),
    agenda_link: _of_item(agenda_link),
    backlog_item: _Place(
        backlog_item.join(group, group.c.id == backlog_item.c.group_id), group.c.name
    ),
    **{each: _of_meeting(each) for each in (reopening, decision, meeting_note, daily_mark)},
    meeting_series: _Place(
        _whose(meeting_series, meeting_series.c.group_id, meeting_series.c.unit_id),
        func.coalesce(func.nullif(meeting_series.c.title, ""), _group_or_unit),
        meeting_series.c.first_start,
    ),
    gone_meeting: _Place(gone_meeting, gone_meeting.c.name, gone_meeting.c.planned_start),
    closed_period: _Place(closed_period, closed_period.c.name, closed_period.c.first_day),
    idea: _Place(
        idea.outerjoin(group, group.c.id == idea.c.group_id),
        func.coalesce(group.c.name, ""),
        idea.c.noted,
    ),
    action: _Place(
        action.outerjoin(group, group.c.id == action.c.group_id),
        func.coalesce(group.c.name, ""),
        action.c.created,
    ),
    due_change: _of_action(due_change, due_change.c.changed),
    follow_up: _of_action(follow_up, follow_up.c.day),
    escalation: _Place(
        _whose(escalation, escalation.c.from_group_id, escalation.c.from_unit_id),
        _group_or_unit,
        escalation.c.raised,
    ),
    action_tag: _of_action(action_tag, action.c.created),
    action_step: _of_action(action_step, action.c.created),
    action_link: _of_action(action_link, action.c.created),
    action_comment: _of_action(action_comment, action_comment.c.written),
    own_field: _Place(own_field, own_field.c.name),
    own_value: _of_action(own_value, action.c.created),
    board_column: _Place(
        board_column.join(board, board.c.id == board_column.c.board_id).outerjoin(
            group, group.c.id == board.c.group_id
        ),
        func.coalesce(group.c.name, ""),
    ),
    saved_filter: _Place(saved_filter, saved_filter.c.name),
    **{each: _Place(each, each.c.name) for each in (skill_category, skill, course, ladder_step)},
    skill_level: _Place(
        skill_level.join(skill, skill.c.id == skill_level.c.skill_id), skill.c.name
    ),
    course_session: _Place(
        course_session.join(course, course.c.id == course_session.c.course_id),
        course.c.name,
        course_session.c.day,
    ),
    **{each: _Place(each, each.c.name) for each in (cascade_plan, wave, phase, gate, milestone)},
    checklist_item: _Place(
        checklist_item.join(phase, phase.c.id == checklist_item.c.phase_id), phase.c.name
    ),
    criterion: _Place(criterion.join(gate, gate.c.id == criterion.c.gate_id), gate.c.name),
    frozen_phase: _Place(
        frozen_phase.join(frozen_plan, frozen_plan.c.id == frozen_phase.c.frozen_id),
        frozen_phase.c.name,
        frozen_plan.c.day,
    ),
    phase_template: _Place(phase_template, phase_template.c.name),
    phase_template_item: _Place(
        phase_template_item.join(
            phase_template, phase_template.c.id == phase_template_item.c.template_id
        ),
        phase_template.c.name,
    ),
    activity: _Place(activity, activity.c.name, activity.c.start),
    project: _Place(project, project.c.title, project.c.start),
    measure: _Place(measure, measure.c.name),
    daily_area: _Place(daily_area, daily_area.c.name),
    meeting_template: _Place(meeting_template, meeting_template.c.name),
    template_item: _Place(
        meeting_template.join(template_item, template_item.c.template_id == meeting_template.c.id),
        meeting_template.c.name,
    ),
    role: _Place(role.outerjoin(group, group.c.id == role.c.group_id), _role_name),
    mandate: _Place(
        mandate.outerjoin(role, role.c.id == mandate.c.role_id).outerjoin(
            group, group.c.id == func.coalesce(mandate.c.group_id, role.c.group_id)
        ),
        func.coalesce(_role_name, group.c.name, ""),
        mandate.c.valid_from,
    ),
    agreement: _Place(
        agreement.join(group, group.c.id == agreement.c.group_id),
        group.c.name,
        agreement.c.valid_from,
    ),
    vision: _Place(vision, literal("")),
    core_value: _Place(core_value, core_value.c.name),
    goal: _Place(goal, goal.c.name),
    reorganisation: _Place(reorganisation, reorganisation.c.name, reorganisation.c.made),
    draft: _Place(draft, draft.c.field),
}


def free_texts(connection: Connection) -> Iterator[Mention]:
    """Every free text of the workspace that is not empty; whether it names somebody is not said."""
    for table, place in _PLACES.items():
        columns = [column for name, column in TEXT_NAMES if name == table.name]
        texts = select(table.c.id, place.of, place.day, *(table.c[column] for column in columns))
        for key, of, start, *row in connection.execute(texts.select_from(place.source)):
            for column, text in zip(columns, row, strict=True):
                if text:
                    day = start.date() if isinstance(start, datetime) else start
                    yield Mention(table.name, key, column, text, False, of, day)
