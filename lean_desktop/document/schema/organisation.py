"""Units, people, groups, memberships, the lines between people and how charts are laid out."""

from sqlalchemy import Column, Integer, Named, Table, TypedColumns

from lean_desktop.document.schema import Day, date, metadata


class UnitColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    name: Named[str]
    parent_id: Named[int | None]
    leader_id: Named[int | None]


class PersonColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    number: Named[str]
    first_name: Named[str]
    last_name: Named[str]
    title: Named[str]
    unit_id: Named[int | None]
    manager_id: Named[int | None]
    email: Named[str]
    phone: Named[str]
    percent: Named[float | None]
    active_from: Named[date | None] = Column(Day)
    active_to: Named[date | None] = Column(Day)
    manager_since: Named[date | None] = Column(Day)
    assistant: Named[bool]


class GroupColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    kind: Named[str]
    name: Named[str]
    purpose: Named[str]
    parent_id: Named[int | None]
    unit_id: Named[int | None]
    active_from: Named[date | None] = Column(Day)
    active_to: Named[date | None] = Column(Day)
    pillar: Named[str]
    shifts: Named[str]


class MembershipColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    group_id: Named[int]
    person_id: Named[int]
    role: Named[str]
    valid_from: Named[date | None] = Column(Day)
    valid_to: Named[date | None] = Column(Day)


class ReportingLineColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    person_id: Named[int]
    manager_id: Named[int]
    dotted: Named[bool]
    valid_from: Named[date | None] = Column(Day)
    valid_to: Named[date | None] = Column(Day)


class ChartBranchColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    unit_id: Named[int | None]
    person_id: Named[int | None]
    group_id: Named[int | None]
    leaves: Named[str]


unit = Table("unit", metadata, UnitColumns)
person = Table("person", metadata, PersonColumns)
group = Table("group", metadata, GroupColumns)
membership = Table("membership", metadata, MembershipColumns)
reporting_line = Table("reporting_line", metadata, ReportingLineColumns)
chart_branch = Table("chart_branch", metadata, ChartBranchColumns)
