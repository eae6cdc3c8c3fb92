"""A rearranged organisation beside the live one."""

from sqlalchemy import Column, Integer, Named, Table, TypedColumns

from lean_desktop.document.schema import Day, date, metadata


class ReorganisationColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    name: Named[str]
    made: Named[date] = Column(Day)


class ProposalColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    reorganisation_id: Named[int]
    what: Named[str]
    person_id: Named[int | None]
    unit_id: Named[int | None]
    group_id: Named[int | None]
    role_id: Named[int | None]
    to_person_id: Named[int | None]
    to_unit_id: Named[int | None]
    to_group_id: Named[int | None]


reorganisation = Table("reorganisation", metadata, ReorganisationColumns)
proposal = Table("proposal", metadata, ProposalColumns)
