"""An organisation as tables: written for other programs, and taken back in.

Every table and every column is described once, in `columns`; writing, reading, comparing and
telling what is wrong all follow from that.
"""

from lean_desktop.domain.organisation_tables.columns import TABLES, Row, Stored, Value
from lean_desktop.domain.organisation_tables.plan import (
    CellChange,
    OrganisationPlan,
    PlannedRecord,
    plan_organisation,
)
from lean_desktop.domain.organisation_tables.recognising import (
    KnownTable,
    ReadTable,
    is_organisation,
    known_tables,
)
from lean_desktop.domain.organisation_tables.writing import WrittenTable, organisation_tables

__all__ = [
    "TABLES",
    "CellChange",
    "KnownTable",
    "OrganisationPlan",
    "PlannedRecord",
    "ReadTable",
    "Row",
    "Stored",
    "Value",
    "WrittenTable",
    "is_organisation",
    "known_tables",
    "organisation_tables",
    "plan_organisation",
]
