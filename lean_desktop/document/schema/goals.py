"""Vision, values and the tree of goals."""

from sqlalchemy import Column, Integer, Named, Table, TypedColumns

from lean_desktop.document.schema import Day, date, metadata


class VisionColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    text: Named[str]


class CoreValueColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    position: Named[int]
    name: Named[str]
    meaning: Named[str]


class GoalColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    parent_id: Named[int | None]
    position: Named[int]
    name: Named[str]
    measure: Named[str]
    due: Named[date | None] = Column(Day)
    group_id: Named[int | None]


vision = Table("vision", metadata, VisionColumns)
core_value = Table("core_value", metadata, CoreValueColumns)
goal = Table("goal", metadata, GoalColumns)
