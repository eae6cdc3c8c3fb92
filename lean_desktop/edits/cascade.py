"""Changing cascade plans: waves, teams, phases and what they wait for, gates and frozen plans."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Table, delete, func, insert, select, update

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
    team,
    wave,
)
from lean_desktop.domain.cascade.gates import Criterion, Decision
from lean_desktop.domain.cascade.plan import Kind, Tie
from lean_desktop.domain.cascade.schedule import refuse_circle
from lean_desktop.domain.cascade.shifting import Wishes, bar_of
from lean_desktop.domain.cascade.templates import PhaseTemplate
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.meetings import moved
from lean_desktop.edits import rows, versions
from lean_desktop.i18n import M_
from lean_desktop.queries.cascade import plan as plan_of

MOST_WEEKS, MOST_LAG = 520, 3650
_LONGEST = {"text": 500, "link": 2000, "decided_by": 200}


def add_plan(connection: Connection, /, name: str, begins: date, **fields: Any) -> int:
    """A new plan, the last one."""
    values = {**_checked({"name": name, **fields}), "begins": begins}
    return rows.add(connection, cascade_plan, {**values, **_last(connection, cascade_plan)})


def begin_plan(
    connection: Connection,
    /,
    name: str,
    begins: date,
    waves: Sequence[tuple[str, Kind, Sequence[PhaseTemplate]]],
) -> int:
    """A new plan with its first waves; each wave's phases follow those of the wave before."""
    key = add_plan(connection, name, begins)
    last: int | None = None
    for title, kind, templates in waves:
        made = add_phases(connection, add_wave(connection, key, title, kind), templates, begins)
        if last is not None and made:
            wish(connection, {made[0]: None})
            tie_phases(connection, last, made[0])
        last = made[-1] if made else last
    return key


def change_plans(connection: Connection, /, ids: Collection[int], **fields: Any) -> None:
    """Set name, first day, owner, or whether capacity is shown."""
    rows.change(connection, cascade_plan, ids, _checked(fields))


def remove_plans(connection: Connection, /, ids: Collection[int]) -> None:
    """Take plans away with everything in them."""
    rows.remove(connection, cascade_plan, ids)


def add_wave(
    connection: Connection, /, plan_id: int, name: str, kind: Kind = Kind.OTHER, **fields: Any
) -> int:
    """A new wave, the last of its plan."""
    values = {**_checked({"name": name, **fields}), "plan_id": plan_id, "kind": kind}
    return rows.add(connection, wave, {**values, **_last(connection, wave, plan_id=plan_id)})


def change_waves(connection: Connection, /, ids: Collection[int], **fields: Any) -> None:
    """Set name, kind or owner of waves."""
    rows.change(connection, wave, ids, _checked(fields))


def remove_waves(connection: Connection, /, ids: Collection[int]) -> None:
    """Take waves away with their teams and phases."""
    rows.remove(connection, wave, ids)


def move_wave(connection: Connection, /, wave_id: int, position: int) -> None:
    """Put a wave at an index among those of its plan."""
    plan_id = connection.scalar(select(wave.c.plan_id).where(wave.c.id == wave_id))
    own = select(wave.c.id).where(wave.c.plan_id == plan_id)
    order = list(connection.scalars(own.order_by(wave.c.position, wave.c.id)))
    if wave_id not in order:
        raise versions.gone()
    _number(connection, wave, moved(order, wave_id, position))


def add_team(
    connection: Connection,
    /,
    wave_id: int,
    group_id: int,
    templates: Iterable[PhaseTemplate] = (),
    start: date | None = None,
    *,
    parent_id: int | None = None,
    owner_id: int | None = None,
) -> int:
    """A group joins a wave, with a phase of each template after the other from `start` on.

    Raises RuleBroken when it is in the wave already.
    """
    there = select(team.c.id).where(team.c.wave_id == wave_id, team.c.group_id == group_id)
    if connection.scalar(there):
        raise RuleBroken(M_("This group is in the wave already."))
    place = _last(connection, team, wave_id=wave_id)
    key = rows.add(
        connection,
        team,
        {"wave_id": wave_id, "group_id": group_id, "parent_id": parent_id, **place},
    )
    add_phases(connection, wave_id, templates, start, team_id=key, owner_id=owner_id)
    return key


def remove_teams(connection: Connection, /, ids: Collection[int]) -> None:
    """Take teams out of their waves with their phases; the groups stay as they are."""
    rows.remove(connection, team, ids)


def add_phases(
    connection: Connection,
    /,
    wave_id: int,
    templates: Iterable[PhaseTemplate],
    start: date | None = None,
    *,
    team_id: int | None = None,
    owner_id: int | None = None,
) -> list[int]:
    """A phase of each template, each after the one before, with its checklist."""
    made: list[int] = []
    for each in templates:
        key = add_phase(
            connection,
            wave_id,
            each.name,
            each.weeks,
            team_id=team_id,
            open_ended=each.open_ended,
            owner_id=owner_id,
            wished=None if made else start,
        )
        add_items(connection, key, each.items)
        if made:
            tie_phases(connection, made[-1], key)
        made.append(key)
    return made


def add_phase(
    connection: Connection,
    /,
    wave_id: int,
    name: str,
    weeks: int = 4,
    *,
    team_id: int | None = None,
    **fields: Any,
) -> int:
    """A new phase, the last of its wave."""
    values = _checked_phase({"name": name, "weeks": weeks, **fields})
    place = {"wave_id": wave_id, "team_id": team_id, **_last(connection, phase, wave_id=wave_id)}
    return rows.add(connection, phase, {**values, **place})


def change_phases(connection: Connection, /, ids: Collection[int], **fields: Any) -> None:
    """Set name, weeks, open end, last day, owner or note; `wish` says when they begin."""
    rows.change(connection, phase, ids, _checked_phase(fields))


def wish(connection: Connection, /, wishes: Wishes) -> None:
    """Say for which day phases are wished; None is as soon as what they wait for allows."""
    for key, day in wishes.items():
        rows.change(connection, phase, [key], {"wished": day})


def remove_phases(connection: Connection, /, ids: Collection[int]) -> None:
    """Take phases away; a team left without any stays in its wave."""
    rows.remove(connection, phase, ids)


def tie_phases(
    connection: Connection,
    /,
    before_id: int,
    after_id: int,
    tie: Tie = Tie.FINISH_START,
    lag: int = 0,
) -> int:
    """Let one phase wait for another, and `lag` days more, in place of what tied them before.

    Raises RuleBroken when they would wait for each other in a circle.
    """
    if not -MOST_LAG <= lag <= MOST_LAG:
        raise RuleBroken(M_("Write a number of days from −{most} to {most}.", most=MOST_LAG))
    own = dependency.c
    both = (own.before_id == before_id, own.after_id == after_id)
    connection.execute(delete(dependency).where(*both))
    _refuse_circle(connection, before_id, after_id)
    values = {"before_id": before_id, "after_id": after_id, "tie": tie, "lag": lag}
    return rows.add(connection, dependency, values)


def untie(connection: Connection, /, ids: Collection[int]) -> None:
    """Let phases wait for each other no more."""
    rows.remove(connection, dependency, ids)


def add_items(connection: Connection, /, phase_id: int, texts: Iterable[str]) -> list[int]:
    """Lines at the end of a checklist; blank ones are left out."""
    said = [text.strip() for text in texts if text.strip()]
    for text in said:
        rows.not_too_long({"text": text}, _LONGEST)
    return [
        rows.add(
            connection,
            checklist_item,
            {
                "phase_id": phase_id,
                "text": text,
                **_last(connection, checklist_item, phase_id=phase_id),
            },
        )
        for text in said
    ]


def change_items(connection: Connection, /, ids: Collection[int], **fields: Any) -> None:
    """Set text, owner, the day it was done, evidence, link or action of lines."""
    values = rows.trimmed(fields)
    rows.required(values, "text")
    rows.not_too_long(values, _LONGEST)
    rows.change(connection, checklist_item, ids, values)


def remove_items(connection: Connection, /, ids: Collection[int]) -> None:
    """Take lines off their checklists."""
    rows.remove(connection, checklist_item, ids)


def set_gate(
    connection: Connection,
    /,
    phase_id: int,
    name: str,
    day: date | None = None,
    criteria: Sequence[Criterion] = (),
) -> int:
    """The gate after a phase, with what is looked at there; what was decided stays."""
    values = {**_checked({"name": name}), "day": day}
    key = connection.scalar(select(gate.c.id).where(gate.c.phase_id == phase_id))
    if key is None:
        key = rows.add(connection, gate, {"phase_id": phase_id, **values})
    else:
        rows.change(connection, gate, [key], values)
        connection.execute(delete(criterion).where(criterion.c.gate_id == key))
    for place, each in enumerate(criteria):
        rows.add(connection, criterion, _criterion(each, key, place))
    return key


def remove_gates(connection: Connection, /, ids: Collection[int]) -> None:
    """Take gates away with what was decided there."""
    rows.remove(connection, gate, ids)


def decide(
    connection: Connection,
    /,
    gate_id: int,
    decision: Decision,
    *,
    day: date,
    by: str,
    reason: str = "",
) -> None:
    """What the steering group decided, when, who, and why; OPEN takes a decision back.

    Raises RuleBroken when nobody decided.
    """
    if decision is Decision.OPEN:
        values: dict[str, Any] = {"decided": None, "decided_by": "", "reason": ""}
    else:
        values = rows.trimmed({"decided": day, "decided_by": by, "reason": reason})
        if not values["decided_by"]:
            raise RuleBroken(M_("Say who decided."))
    rows.not_too_long(values, _LONGEST)
    rows.change(connection, gate, [gate_id], {"decision": decision, **values})


def add_milestone(
    connection: Connection, /, plan_id: int, name: str, day: date, **fields: Any
) -> int:
    """A new milestone of the plan, or of a wave of it."""
    values = {**_checked({"name": name, **fields}), "plan_id": plan_id, "day": day}
    return rows.add(connection, milestone, values)


def change_milestones(connection: Connection, /, ids: Collection[int], **fields: Any) -> None:
    """Set name, day, wave, or the day it was reached."""
    rows.change(connection, milestone, ids, _checked(fields))


def remove_milestones(connection: Connection, /, ids: Collection[int]) -> None:
    """Take milestones away."""
    rows.remove(connection, milestone, ids)


def freeze(connection: Connection, /, plan_id: int, day: date) -> int:
    """Keep the plan as it is now, to be held against what comes."""
    found = plan_of(connection, plan_id)
    if found is None:
        raise versions.gone()
    key = rows.add(connection, frozen_plan, {"plan_id": plan_id, "day": day})
    kept = [
        {"frozen_id": key, "phase_id": each.id, "name": each.name}
        | {"start": each.start, "finish": each.finish}
        for each in found.phases
    ]
    if kept:
        connection.execute(insert(frozen_phase), kept)
    return key


# Inside


def _refuse_circle(connection: Connection, before_id: int, after_id: int) -> None:
    plan_id = connection.scalar(
        select(wave.c.plan_id)
        .join_from(phase, wave, wave.c.id == phase.c.wave_id)
        .where(phase.c.id == after_id)
    )
    found = plan_of(connection, plan_id or 0)
    if found is None or before_id not in {each.id for each in found.phases}:
        raise versions.gone()
    refuse_circle(map(bar_of, found.phases), found.dependencies, before_id, after_id)


def _criterion(each: Criterion, gate_id: int, place: int) -> dict[str, Any]:
    values = rows.trimmed({"text": each.text})
    rows.not_too_long(values, _LONGEST)
    return {
        **values,
        "gate_id": gate_id,
        "position": place,
        "kind": each.kind,
        "least": each.least,
        "rate": each.rate,
        "skill_id": each.skill_id,
        "met": each.met,
    }


def _checked(fields: Mapping[str, Any]) -> dict[str, Any]:
    values = rows.trimmed(fields)
    rows.required(values, "name")
    rows.not_too_long(values)
    return values


def _checked_phase(fields: Mapping[str, Any]) -> dict[str, Any]:
    values = _checked(fields)
    weeks = values.get("weeks")
    if weeks is not None and not 1 <= weeks <= MOST_WEEKS:
        raise RuleBroken(M_("Write a number of weeks from 1 to {most}.", most=MOST_WEEKS))
    return values


def _last(connection: Connection, table: Table, **within: int) -> dict[str, int]:
    """The place behind all others of the same."""
    highest = select(func.max(table.c.position)).filter_by(**within)
    found = connection.scalar(highest)
    return {"position": 0 if found is None else found + 1}


def _number(connection: Connection, table: Table, order: Sequence[int]) -> None:
    for position, key in enumerate(order):
        same = (table.c.id == key, table.c.position != position)
        connection.execute(update(table).where(*same).values(position=position))
