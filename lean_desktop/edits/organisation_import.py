"""Carrying out a planned import of an organisation, all of it one step."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, func, insert, select

from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.organisation_tables import (
    TABLES,
    OrganisationPlan,
    PlannedRecord,
    Value,
)
from lean_desktop.domain.people_import import ImportCounts, Outcome
from lean_desktop.edits import rows
from lean_desktop.i18n import M_
from lean_desktop.queries.organisation_tables import SCHEMA, stored


def import_organisation(connection: Connection, /, plan: OrganisationPlan) -> ImportCounts:
    """Do what the plan says, and return its counts.

    What the file says holds as it stands there: another manager is put right, with the days the
    file has. Raises RuleBroken when the organisation is no longer as it was when the plan was made.
    """
    if stored(connection) != plan.stored:
        raise RuleBroken(
            M_("The organisation has changed in the meantime. Look through the file again.")
        )
    # Rows may name others that come further down.
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    last = {name: _last_key(connection, name) for name in SCHEMA}
    for name, created in _by_table(plan, Outcome.CREATED).items():
        new = [{**_blank(name), **_kept(row, last), "id": last[name] - row.key} for row in created]
        connection.execute(insert(SCHEMA[name]), new)
    for name, changed in _by_table(plan, Outcome.UPDATED).items():
        for row in changed:
            rows.change(connection, SCHEMA[name], [row.key], _kept(row, last))
    return plan.counts


def _by_table(plan: OrganisationPlan, outcome: Outcome) -> Mapping[str, list[PlannedRecord]]:
    found: dict[str, list[PlannedRecord]] = defaultdict(list)
    for row in plan.of(outcome):
        found[row.table].append(row)
    return found


def _last_key(connection: Connection, table: str) -> int:
    return connection.scalar(select(func.max(SCHEMA[table].c.id))) or 0


def _blank(table: str) -> dict[str, Value]:
    """A row that says nothing."""
    return {column.name: column.blank for column in TABLES[table].columns}


def _kept(row: PlannedRecord, last: Mapping[str, int]) -> dict[str, Any]:
    """What is to be written; keys below zero count on from the last one in the workspace."""
    about = TABLES[row.table]
    return {
        name: _key(value, last.get(about.column(name).to)) for name, value in row.values.items()
    }


def _key(value: Value, last: int | None) -> Value:
    return last - value if last is not None and isinstance(value, int) and value < 0 else value
