"""Roles, who holds them, the mandates that are given, and the agreements groups make."""

from sqlalchemy import Column, Integer, Named, Table, TypedColumns

from lean_desktop.document.schema import Day, date, metadata


class RoleColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    name: Named[str]
    kind: Named[str]
    purpose: Named[str]
    domain: Named[str]
    accountabilities: Named[str]
    group_id: Named[int | None]
    unit_id: Named[int | None]


class RoleAssignmentColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    role_id: Named[int]
    person_id: Named[int]
    deputy: Named[bool]
    valid_from: Named[date | None] = Column(Day)
    valid_to: Named[date | None] = Column(Day)


class MandateColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    group_kind: Named[str | None]
    group_id: Named[int | None]
    role_id: Named[int | None]
    is_coordinator: Named[bool]
    version: Named[int]
    giver: Named[str]
    giver_group_id: Named[int | None]
    text: Named[str]
    valid_from: Named[date] = Column(Day)
    valid_to: Named[date | None] = Column(Day)
    review: Named[date | None] = Column(Day)


class AgreementColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    group_id: Named[int]
    version: Named[int]
    shared_values: Named[str]
    ground_rules: Named[str]
    sub_goals: Named[str]
    valid_from: Named[date] = Column(Day)
    valid_to: Named[date | None] = Column(Day)
    review: Named[date | None] = Column(Day)
    standing_items: Named[str]


class SignatureColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    agreement_id: Named[int]
    person_id: Named[int]
    signed: Named[date] = Column(Day)


role = Table("role", metadata, RoleColumns)
role_assignment = Table("role_assignment", metadata, RoleAssignmentColumns)
mandate = Table("mandate", metadata, MandateColumns)
agreement = Table("agreement", metadata, AgreementColumns)
signature = Table("signature", metadata, SignatureColumns)
