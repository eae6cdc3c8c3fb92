"""Cascade plans: waves, teams, phases, checklists, gates, milestones, frozen plans, capacity."""

from sqlalchemy import Column, Integer, Named, Table, TypedColumns

from lean_desktop.document.schema import Day, date, metadata


class CascadePlanColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    position: Named[int]
    name: Named[str]
    begins: Named[date] = Column(Day)
    owner_id: Named[int | None]
    with_capacity: Named[bool]


class WaveColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    plan_id: Named[int]
    position: Named[int]
    name: Named[str]
    kind: Named[str]
    owner_id: Named[int | None]


class TeamColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    wave_id: Named[int]
    group_id: Named[int]
    parent_id: Named[int | None]
    position: Named[int]


class PhaseColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    wave_id: Named[int]
    team_id: Named[int | None]
    position: Named[int]
    name: Named[str]
    weeks: Named[int]
    wished: Named[date | None] = Column(Day)
    open_ended: Named[bool]
    ended: Named[date | None] = Column(Day)
    owner_id: Named[int | None]
    note: Named[str]


class DependencyColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    before_id: Named[int]
    after_id: Named[int]
    tie: Named[str]
    lag: Named[int]


class ChecklistItemColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    phase_id: Named[int]
    position: Named[int]
    text: Named[str]
    owner_id: Named[int | None]
    done: Named[date | None] = Column(Day)
    evidence: Named[str]
    link: Named[str]
    action_id: Named[int | None]


class GateColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    phase_id: Named[int]
    name: Named[str]
    day: Named[date | None] = Column(Day)
    decision: Named[str]
    decided: Named[date | None] = Column(Day)
    decided_by: Named[str]
    reason: Named[str]


class CriterionColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    gate_id: Named[int]
    position: Named[int]
    kind: Named[str]
    text: Named[str]
    least: Named[int | None]
    rate: Named[str | None]
    skill_id: Named[int | None]
    met: Named[date | None] = Column(Day)


class MilestoneColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    plan_id: Named[int]
    wave_id: Named[int | None]
    name: Named[str]
    day: Named[date] = Column(Day)
    reached: Named[date | None] = Column(Day)


class FrozenPlanColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    plan_id: Named[int]
    day: Named[date] = Column(Day)


class FrozenPhaseColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    frozen_id: Named[int]
    phase_id: Named[int | None]
    name: Named[str]
    start: Named[date] = Column(Day)
    finish: Named[date] = Column(Day)


class HoursThereColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    plan_id: Named[int]
    part: Named[str]
    hours: Named[float]


class HoursNeededColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    plan_id: Named[int]
    kind: Named[str]
    part: Named[str]
    hours: Named[float]


class PhaseTemplateColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    position: Named[int]
    name: Named[str]
    kind: Named[str]
    weeks: Named[int]
    open_ended: Named[bool]


class PhaseTemplateItemColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    template_id: Named[int]
    position: Named[int]
    text: Named[str]


cascade_plan = Table("cascade_plan", metadata, CascadePlanColumns)
wave = Table("wave", metadata, WaveColumns)
team = Table("team", metadata, TeamColumns)
phase = Table("phase", metadata, PhaseColumns)
dependency = Table("dependency", metadata, DependencyColumns)
checklist_item = Table("checklist_item", metadata, ChecklistItemColumns)
gate = Table("gate", metadata, GateColumns)
criterion = Table("criterion", metadata, CriterionColumns)
milestone = Table("milestone", metadata, MilestoneColumns)
frozen_plan = Table("frozen_plan", metadata, FrozenPlanColumns)
frozen_phase = Table("frozen_phase", metadata, FrozenPhaseColumns)
hours_there = Table("hours_there", metadata, HoursThereColumns)
hours_needed = Table("hours_needed", metadata, HoursNeededColumns)
phase_template = Table("phase_template", metadata, PhaseTemplateColumns)
phase_template_item = Table("phase_template_item", metadata, PhaseTemplateItemColumns)
