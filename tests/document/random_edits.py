"""Edits at random on every table: those the program makes, and SQL it would never write."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from random import Random

from sqlalchemy import Connection

from lean_desktop.domain.meetings import ItemKind, MeetingKind, MeetingTemplate, TemplateItem
from lean_desktop.domain.organisation import GroupKind, GroupRole
from lean_desktop.domain.roles import MandateFor
from lean_desktop.edits import (
    agreements,
    goals,
    meetings,
    organisation,
    reporting,
    roles,
    workspace,
)
from tests.document.rows import Dump, run

Change = Callable[[Connection], object]

NAMED = {"membership": "role", "person": "title", "meeting": "title"}
NAMED |= {"agenda_item": "title", "template_item": "title"}
NAMED |= {"role_assignment": "deputy", "mandate": "text", "agreement": "sub_goals"}
NAMED |= {"signature": "signed", "reporting_line": "dotted", "chart_branch": "leaves"}
NAMED |= {"vision": "text", "proposal": "what"}
NAMED |= {"shift_rota": "cycle", "meeting_series": "title", "series_gap": "slot"}
NAMED |= {"reopening": "reason", "agenda_link": "name", "backlog_item": "title"}
NAMED |= {"preparation": "task", "prepared": "how", "attendance": "arrival"}
NAMED |= {"contribution": "had_a_say", "decision": "text", "meeting_note": "text"}
NAMED |= {"rating": "running", "idea": "text", "action": "title", "due_change": "reason"}
NAMED |= {"follow_up": "note", "escalation": "text", "daily_mark": "deviation"}
NAMED |= {"meeting_clock": "item_since", "item_clock": "seconds"}
NAMED |= {"own_word": "one", "board": "stall_weeks", "action_helper": "person_id"}
NAMED |= {"action_tag": "tag", "action_step": "text", "action_comment": "text"}
NAMED |= {"action_photo": "moment", "own_value": "value", "saved_filter": "filter"}
NAMED |= {"skill_level": "about", "requirement": "level", "assessment": "level"}
NAMED |= {"practice": "day", "exemption": "since", "course_skill": "level"}
NAMED |= {"course_session": "place", "session_participant": "attended"}
NAMED |= {"training_item": "level", "ladder_skill": "level", "diploma": "day"}
NAMED |= {"matrix_order": "position", "team": "position", "dependency": "lag"}
NAMED |= {"checklist_item": "text", "criterion": "text", "frozen_plan": "day"}
NAMED |= {"hours_there": "hours", "hours_needed": "hours", "phase_template_item": "text"}
NAMED |= {"project": "title"}
"""A column of each table that is set to something else, where it is not `name`."""

VALUES = {"membership": "'deputy'", "role_assignment": "1", "reporting_line": "1"}
VALUES |= {"prepared": "'no'", "attendance": "'excused'", "contribution": "1", "rating": "3"}
VALUES |= {"series_gap": "'2026-11-03 13:00'", "item_clock": "90"}
VALUES |= {"meeting_clock": "'2026-10-06 13:05:00'"}
VALUES |= {"signature": "'2026-05-05'", "chart_branch": "'column'", "proposal": "'unit'"}
VALUES |= dict.fromkeys(("board", "requirement", "course_skill", "ladder_skill"), "2")
VALUES |= dict.fromkeys(("training_item", "assessment", "matrix_order"), "3")
VALUES |= dict.fromkeys(("practice", "exemption", "diploma"), "'2026-05-05'")
VALUES |= {"team": "3", "dependency": "5", "frozen_plan": "'2026-05-05'"}
VALUES |= {"hours_there": "8.0", "hours_needed": "2.5"}
VALUES |= {"action_helper": "1", "action_photo": "'after'", "session_participant": "1"}
"""What may stand in that column, where not every text may."""


def real_edit(state: Dump, random: Random) -> Change:
    """An edit of the program, on rows that are there (or on number 1)."""
    feature = random.choice(
        [_people, _lines, _units_and_groups, _members, _meetings, _agenda, _roles, _goals, _others]
    )
    return random.choice(feature(_Keys(state, random), random))


def plain_edit(state: Dump, random: Random) -> Change:
    """One to four statements in plain SQL."""
    keys = _Keys(state, random)
    tables = [table for table in state if table != "workspace"]
    statements = [
        random.choice(_statements(keys, random.choice(tables), random))
        for _ in range(random.randint(1, 4))
    ]
    return lambda connection: run(connection, *statements)


class _Keys:
    """Keys of rows that are there."""

    def __init__(self, state: Dump, random: Random) -> None:
        self._state = state
        self._random = random

    def one(self, table: str) -> int:
        return self._random.choice(list(self._state[table]) or [1])

    def some(self, table: str) -> list[int]:
        there = list(self._state[table])
        return self._random.sample(there, min(len(there), self._random.randint(1, 3)))


def _people(keys: _Keys, random: Random) -> list[Change]:
    some, unit, manager = keys.some("person"), keys.one("unit"), keys.one("person")
    day = date(2026, 1, 1) + timedelta(days=random.randrange(300))
    return [
        lambda c: organisation.add_person(c, first_name=_name(random), unit_id=unit),
        lambda c: organisation.change_people(c, some, title=_name(random), active_to=day),
        lambda c: organisation.change_people(c, some, manager_id=manager),
        lambda c: organisation.remove_people(c, some),
    ]


def _lines(keys: _Keys, random: Random) -> list[Change]:
    some, manager, lines = keys.some("person"), keys.one("person"), keys.some("reporting_line")
    day, unit = date(2026, 1, 1) + timedelta(days=random.randrange(300)), keys.one("unit")
    return [
        lambda c: reporting.report_to(c, some, random.choice([manager, None]), day),
        lambda c: reporting.place(c, some, unit, manager, day),
        lambda c: reporting.add_dotted(c, some[0] if some else 1, manager, day),
        lambda c: reporting.change_lines(c, lines, valid_to=day),
        lambda c: reporting.remove_lines(c, lines),
    ]


def _units_and_groups(keys: _Keys, random: Random) -> list[Change]:
    unit, units, group, groups = (
        *(keys.one("unit"), keys.some("unit")),
        *(keys.one("group"), keys.some("group")),
    )
    whole, kind = random.random() < 0.3, random.choice(list(GroupKind))
    return [
        lambda c: organisation.add_unit(c, _name(random), unit),
        lambda c: organisation.change_units(c, units, parent_id=unit),
        lambda c: organisation.remove_units(c, units, whole=whole),
        lambda c: organisation.add_group(c, kind, _name(random), parent_id=group),
        lambda c: organisation.change_groups(c, groups, parent_id=group),
        lambda c: organisation.remove_groups(c, groups, whole=whole),
    ]


def _members(keys: _Keys, random: Random) -> list[Change]:
    group, people, some = keys.one("group"), keys.some("person"), keys.some("membership")
    role = random.choice(list(GroupRole))
    return [
        lambda c: organisation.add_members(c, group, people, role=role),
        lambda c: organisation.change_memberships(c, some, role=role, valid_to=date(2026, 3, 1)),
        lambda c: organisation.remove_memberships(c, some),
    ]


def _meetings(keys: _Keys, random: Random) -> list[Change]:
    group, some, template = keys.one("group"), keys.some("meeting"), _template(random)
    start = datetime(2026, 10, 6, 13, 0) + timedelta(days=random.randrange(60))
    return [
        lambda c: meetings.plan_meeting(c, group_id=group, start=start, template=template),
        lambda c: meetings.change_meetings(c, some, place=_name(random)),
        lambda c: meetings.change_meetings(c, some, planned_start=start),
        lambda c: meetings.remove_meetings(c, some),
    ]


def _agenda(keys: _Keys, random: Random) -> list[Change]:
    meeting, some, one = keys.one("meeting"), keys.some("agenda_item"), keys.one("agenda_item")
    to, kind = random.randrange(5), random.choice(list(ItemKind))
    return [
        lambda c: meetings.add_item(c, meeting, _name(random), at=to, minutes=to),
        lambda c: meetings.change_items(c, some, kind=kind, minutes=to),
        lambda c: meetings.move_item(c, one, to),
        lambda c: meetings.remove_items(c, some),
    ]


def _roles(keys: _Keys, random: Random) -> list[Change]:
    role, some, people = keys.one("role"), keys.some("role"), keys.some("person")
    held, mandate, group = keys.some("role_assignment"), keys.one("mandate"), keys.one("group")
    day, deputy = date(2026, 1, 1) + timedelta(days=random.randrange(300)), random.random() < 0.3
    to = random.choice([MandateFor(role_id=role), MandateFor(group_id=group)])
    return [
        lambda c: roles.add_role(c, _name(random), group_id=group),
        lambda c: roles.change_roles(c, some, purpose=_name(random)),
        lambda c: roles.remove_roles(c, some),
        lambda c: roles.assign(c, role, people, deputy=deputy, valid_from=day),
        lambda c: roles.end_assignments(c, held, day),
        lambda c: roles.give_mandate(c, to, _name(random), valid_from=day, giver_group_id=group),
        lambda c: roles.correct_mandate(c, mandate, text=_name(random)),
        lambda c: agreements.make_agreement(c, group, ground_rules=_name(random), valid_from=day),
    ]


def _goals(keys: _Keys, random: Random) -> list[Change]:
    goal, other, some, to = (
        *(keys.one("goal"), keys.one("goal"), keys.some("goal")),
        random.randrange(4),
    )
    value, signers, agreement = keys.one("core_value"), keys.some("person"), keys.one("agreement")
    group, whole = keys.one("group"), random.random() < 0.3
    return [
        lambda c: goals.set_vision(c, _name(random)),
        lambda c: goals.add_value(c, _name(random), position=to),
        lambda c: goals.move_value(c, value, to),
        lambda c: goals.add_goal(c, _name(random), goal, to, group_id=group),
        lambda c: goals.move_goal(c, other, goal, to),
        lambda c: goals.remove_goals(c, some, whole=whole),
        lambda c: agreements.sign(c, agreement, signers, date(2026, 5, 5)),
        lambda c: agreements.unsign(c, agreement, signers),
    ]


def _others(keys: _Keys, random: Random) -> list[Change]:
    meeting, guests, template = keys.one("meeting"), keys.some("meeting_guest"), _template(random)
    return [
        lambda c: meetings.add_guest(c, meeting, name=_name(random)),
        lambda c: meetings.remove_guests(c, guests),
        lambda c: meetings.save_template(c, template),
        lambda c: meetings.remove_template(c, template.key),
        lambda c: workspace.describe(c, _name(random), _name(random)),
        lambda c: workspace.set_logo(c, random.randbytes(20)),
    ]


def _template(random: Random) -> MeetingTemplate:
    items = tuple(
        TemplateItem(_name(random), ItemKind.ROUND, minutes)
        for minutes in range(random.randrange(4))
    )
    key = f"template-{random.randrange(3)}"
    return MeetingTemplate(key, MeetingKind.DAILY, _name(random), "", random.randint(5, 90), items)


def _name(random: Random) -> str:
    return f"Å-{random.randrange(10**6)}"


def _statements(keys: _Keys, table: str, random: Random) -> list[str]:
    key, text, column = keys.one(table), f"'{_name(random)}'", NAMED.get(table, "name")
    value = VALUES.get(table, text)
    return [
        f'DELETE FROM "{table}" WHERE id = {key}',
        f'DELETE FROM "{table}" WHERE id % 3 = {key % 3}',
        f'UPDATE "{table}" SET "{column}" = {value} WHERE id >= {key}',
        f"UPDATE person SET unit_id = {keys.one('unit')}, percent = id / 3.0",
        f"INSERT OR REPLACE INTO person (id, first_name) VALUES ({keys.one('person')}, {text})",
        f"INSERT OR REPLACE INTO unit (id, name) VALUES ({keys.one('unit')}, {text})",
        f"INSERT INTO unit (name, parent_id, leader_id) SELECT {text}, id, leader_id FROM unit LIMIT 9",
        f"INSERT OR REPLACE INTO \"group\" (id, kind, name) VALUES ({keys.one('group')}, 'pilot', {text})",
    ]
