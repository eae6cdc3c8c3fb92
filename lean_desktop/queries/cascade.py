"""Cascade plans as one reads them, in a handful of statements whatever their size."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Connection, func, select

from lean_desktop.document.schema.cascade import (
    cascade_plan,
    checklist_item,
    criterion,
    dependency,
    frozen_phase,
    frozen_plan,
    gate,
    milestone,
    phase,
    phase_template,
    phase_template_item,
    team,
    wave,
)
from lean_desktop.document.schema.competence import skill
from lean_desktop.document.schema.organisation import group, person
from lean_desktop.domain.cascade.checklist import ChecklistItem
from lean_desktop.domain.cascade.gates import Criterion, CriterionKind, Decision, Gate
from lean_desktop.domain.cascade.plan import (
    Dependency,
    Frozen,
    Kind,
    Milestone,
    Phase,
    Plan,
    Team,
    Tie,
    Wave,
)
from lean_desktop.domain.cascade.shifting import scheduled
from lean_desktop.domain.cascade.templates import PhaseTemplate
from lean_desktop.queries.organisation import full_name
from lean_desktop.resources import ready_phases_file

READ = (
    *("cascade_plan", "wave", "team", "phase", "dependency", "checklist_item", "gate", "criterion"),
    *("milestone", "frozen_plan", "frozen_phase", "person", "group", "skill"),
)
"""The tables a plan shows something of: after a change in any of them, ask again."""


class PlanName(NamedTuple):
    """A plan to choose from."""

    id: int
    name: str


def plan_names(connection: Connection) -> list[PlanName]:
    """The plans in their order."""
    own = cascade_plan.c
    columns = select(own.id, own.name).order_by(own.position, own.id)
    return [PlanName(*row) for row in connection.execute(columns)]


def plan(connection: Connection, plan_id: int) -> Plan | None:
    """A whole plan with the days its ties make, or None when it is not there.

    Raises RuleBroken when phases wait for each other in a circle, which only other hands can make.
    """
    own = cascade_plan.c
    columns = select(
        *(own.id, own.name, own.begins, own.owner_id, func.coalesce(full_name(person), "")),
        own.with_capacity,
    ).outerjoin_from(cascade_plan, person, person.c.id == own.owner_id)
    row = connection.execute(columns.where(own.id == plan_id)).one_or_none()
    if row is None:
        return None
    ties = _dependencies(connection, plan_id)
    frozen_on, frozen = _frozen(connection, plan_id)
    return Plan(
        *row,
        tuple(_waves(connection, plan_id)),
        tuple(_teams(connection, plan_id)),
        tuple(_phases(connection, plan_id, ties, row[2])),
        tuple(ties),
        tuple(_milestones(connection, plan_id)),
        tuple(_gates(connection, plan_id)),
        frozen_on,
        frozen,
    )


def checklist(connection: Connection, phase_id: int) -> list[ChecklistItem]:
    """The lines of a phase in their order."""
    own = checklist_item.c
    columns = (
        select(
            *(own.id, own.phase_id, own.position, own.text, own.owner_id),
            *(func.coalesce(full_name(person), ""), own.done, own.evidence, own.link),
            own.action_id,
        )
        .outerjoin_from(checklist_item, person, person.c.id == own.owner_id)
        .where(own.phase_id == phase_id)
        .order_by(own.position, own.id)
    )
    found: Any = connection.execute(columns)
    return [ChecklistItem(*row) for row in found]


def templates(connection: Connection) -> list[PhaseTemplate]:
    """The workspace's own templates in their order; none while those that ship are used."""
    items: defaultdict[int, list[str]] = defaultdict(list)
    line = phase_template_item.c
    texts = select(line.template_id, line.text).order_by(line.position, line.id)
    for template_id, text in connection.execute(texts):
        items[template_id].append(text)
    own = phase_template.c
    columns = select(own.id, own.name, own.kind, own.weeks, own.open_ended)
    return [
        PhaseTemplate(key, name, Kind(kind), weeks, open_ended, tuple(items[key]))
        for key, name, kind, weeks, open_ended in connection.execute(
            columns.order_by(own.position, own.id)
        )
    ]


def ready_phases(code: str) -> list[PhaseTemplate]:
    """The phases that ship, in the language `code`; a template, not a truth (mission §1, K)."""
    import json

    found = json.loads(ready_phases_file(code).read_text("utf-8"))
    return [
        PhaseTemplate(
            0,
            each["name"],
            Kind(each["kind"]),
            each["weeks"],
            each["open_ended"],
            tuple(each["items"]),
        )
        for each in found
    ]


def _waves(connection: Connection, plan_id: int) -> list[Wave]:
    own = wave.c
    columns = (
        select(
            *(own.id, own.plan_id, own.position, own.name, own.kind, own.owner_id),
            func.coalesce(full_name(person), ""),
        )
        .outerjoin_from(wave, person, person.c.id == own.owner_id)
        .where(own.plan_id == plan_id)
        .order_by(own.position, own.id)
    )
    return [Wave(*row[:4], Kind(row[4]), *row[5:]) for row in connection.execute(columns)]


def _teams(connection: Connection, plan_id: int) -> list[Team]:
    own = team.c
    columns = (
        select(own.id, own.wave_id, own.position, own.group_id, group.c.name, own.parent_id)
        .join_from(team, wave, wave.c.id == own.wave_id)
        .join(group, group.c.id == own.group_id)
        .where(wave.c.plan_id == plan_id)
        .order_by(wave.c.position, wave.c.id, own.position, own.id)
    )
    return [Team(*row) for row in connection.execute(columns)]


def _dependencies(connection: Connection, plan_id: int) -> list[Dependency]:
    own = dependency.c
    columns = (
        select(own.id, own.before_id, own.after_id, own.tie, own.lag)
        .join_from(dependency, phase, phase.c.id == own.after_id)
        .join(wave, wave.c.id == phase.c.wave_id)
        .where(wave.c.plan_id == plan_id)
        .order_by(own.id)
    )
    return [
        Dependency(key, before, after, Tie(tie), lag)
        for key, before, after, tie, lag in connection.execute(columns)
    ]


def _phases(
    connection: Connection, plan_id: int, ties: Iterable[Dependency], begins: date
) -> list[Phase]:
    own, line = phase.c, checklist_item.c
    counted = (
        select(line.phase_id, func.count().label("of"), func.count(line.done).label("done"))
        .group_by(line.phase_id)
        .subquery()
    )
    columns = (
        select(
            *(own.id, own.wave_id, own.team_id, own.position, own.name, wave.c.kind, own.weeks),
            *(own.wished, own.open_ended, own.ended, own.owner_id),
            *(func.coalesce(full_name(person), ""), own.note),
            *(func.coalesce(counted.c.of, 0), func.coalesce(counted.c.done, 0)),
        )
        .join_from(phase, wave, wave.c.id == own.wave_id)
        .outerjoin(person, person.c.id == own.owner_id)
        .outerjoin(counted, counted.c.phase_id == own.id)
        .where(wave.c.plan_id == plan_id)
        .order_by(wave.c.position, wave.c.id, own.position, own.id)
    )
    found = [
        Phase(*row[:5], Kind(row[5]), row[6], begins, *row[7:])
        for row in connection.execute(columns)
    ]
    return scheduled(found, ties, begins)


def _milestones(connection: Connection, plan_id: int) -> list[Milestone]:
    own = milestone.c
    columns = select(own.id, own.plan_id, own.name, own.day, own.wave_id, own.reached)
    found = columns.where(own.plan_id == plan_id).order_by(own.day, own.id)
    return [Milestone(*row) for row in connection.execute(found)]


def _gates(connection: Connection, plan_id: int) -> list[Gate]:
    criteria: defaultdict[int, list[Criterion]] = defaultdict(list)
    for each in _criteria(connection, plan_id):
        criteria[each.gate_id].append(each)
    own = gate.c
    columns = (
        select(
            *(own.id, own.phase_id, own.name, own.day, own.decision, own.decided),
            *(own.decided_by, own.reason),
        )
        .join_from(gate, phase, phase.c.id == own.phase_id)
        .join(wave, wave.c.id == phase.c.wave_id)
        .where(wave.c.plan_id == plan_id)
        .order_by(own.id)
    )
    return [
        Gate(*row[:4], Decision(row[4]), *row[5:], tuple(criteria[row[0]]))
        for row in connection.execute(columns)
    ]


def _criteria(connection: Connection, plan_id: int) -> list[Criterion]:
    own = criterion.c
    columns = (
        select(
            *(own.id, own.gate_id, own.position, own.kind, own.text, own.least, own.rate),
            *(own.skill_id, func.coalesce(skill.c.name, ""), own.met),
        )
        .join_from(criterion, gate, gate.c.id == own.gate_id)
        .join(phase, phase.c.id == gate.c.phase_id)
        .join(wave, wave.c.id == phase.c.wave_id)
        .outerjoin(skill, skill.c.id == own.skill_id)
        .where(wave.c.plan_id == plan_id)
        .order_by(own.position, own.id)
    )
    return [
        Criterion(key, gate_id, place, CriterionKind(kind), *rest)
        for key, gate_id, place, kind, *rest in map(tuple, connection.execute(columns))
    ]


def _frozen(connection: Connection, plan_id: int) -> tuple[date | None, tuple[Frozen, ...]]:
    """The last frozen plan: its day and its phases."""
    own = frozen_plan.c
    latest = select(own.id, own.day).where(own.plan_id == plan_id).order_by(own.day.desc())
    found = connection.execute(latest.order_by(own.id.desc()).limit(1)).one_or_none()
    if found is None:
        return None, ()
    bar = frozen_phase.c
    columns = select(bar.phase_id, bar.name, bar.start, bar.finish).where(bar.frozen_id == found[0])
    return found[1], tuple(Frozen(*row) for row in connection.execute(columns.order_by(bar.id)))
