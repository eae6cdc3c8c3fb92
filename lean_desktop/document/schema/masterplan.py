"""The master plan, improvement projects on one A3, and what is measured."""

from sqlalchemy import Column, Integer, Named, Table, TypedColumns

from lean_desktop.document.schema import Day, date, metadata


class ActivityColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    position: Named[int]
    name: Named[str]
    goal_id: Named[int | None]
    pillar: Named[str]
    owner_id: Named[int | None]
    start: Named[date] = Column(Day)
    finish: Named[date] = Column(Day)
    status: Named[str]
    is_milestone: Named[bool]


class ProjectColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    number: Named[int]
    title: Named[str]
    group_id: Named[int | None]
    owner_id: Named[int | None]
    goal_id: Named[int | None]
    pdca: Named[str]
    start: Named[date | None] = Column(Day)
    due: Named[date | None] = Column(Day)
    closed: Named[date | None] = Column(Day)
    background: Named[str]
    current_state: Named[str]
    target: Named[str]
    cause: Named[str]
    countermeasures: Named[str]
    plan: Named[str]
    follow_up: Named[str]


class MeasureColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    position: Named[int]
    name: Named[str]
    place: Named[str]
    how_often: Named[str]
    group_id: Named[int | None]
    goal_id: Named[int | None]
    project_id: Named[int | None]


activity = Table("activity", metadata, ActivityColumns)
project = Table("project", metadata, ProjectColumns)
measure = Table("measure", metadata, MeasureColumns)
