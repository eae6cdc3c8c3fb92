"""Carrying out a planned import: many rows to a statement, all of it one step."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from operator import attrgetter, itemgetter
from typing import Any

from sqlalchemy import Connection, Table, bindparam, func, insert, select, update

from lean_desktop.document.schema.organisation import person, unit
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.organisation import Person
from lean_desktop.domain.people_import import ImportCounts, ImportPlan, Outcome, PlannedRow
from lean_desktop.domain.reporting import Running
from lean_desktop.edits.reporting import ended_lines, hand_over
from lean_desktop.i18n import M_

_NOBODY: dict[str, Any] = {
    **dict.fromkeys(("number", "first_name", "last_name", "title", "email", "phone"), ""),
    **dict.fromkeys(("unit_id", "manager_id", "percent", "active_from", "active_to")),
}
_DAYS = ("active_from", "active_to")


def import_people(connection: Connection, /, plan: ImportPlan, day: date) -> ImportCounts:
    """Do what the plan says, and return its counts.

    Who gets another manager answers to them from `day` on, and the line before it is kept; who had
    none is taken to have answered to them before too. Raises RuleBroken when people or units are
    no longer as they were when the plan was made.
    """
    _refuse_outdated(connection, plan)
    # A row may name a manager who comes further down.
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    last = {"unit_id": _last_id(connection, unit), "manager_id": _last_id(connection, person)}
    new_units = enumerate(plan.new_units, start=last["unit_id"] + 1)
    _insert(connection, unit, [{"id": key, "name": name} for key, name in new_units])
    created = [_written(_NOBODY | _stored(row, last)) for row in plan.of(Outcome.CREATED)]
    _insert(connection, person, created)
    changed = [(row.before, _stored(row, last)) for row in plan.of(Outcome.UPDATED)]
    _hand_over(connection, changed, day)
    _update(connection, [values for _, values in changed])
    return plan.counts


def _hand_over(
    connection: Connection, changed: Iterable[tuple[Person | None, dict[str, Any]]], day: date
) -> None:
    """Take the new managers of those who have one out of what is to be written, and write them."""
    running, to = [], {}
    for before, values in changed:
        if before and before.manager_id is not None and "manager_id" in values:
            running.append(Running(before.id, before.manager_id, before.manager_since))
            to[before.id] = values.pop("manager_id")
    if running:
        hand_over(connection, running, to, ended_lines(connection), day)


def _refuse_outdated(connection: Connection, plan: ImportPlan) -> None:
    """The plan says which people it changes and which are new: both hold only for what it saw."""
    for table, seen in ((person, plan.people), (unit, plan.units)):
        there = {tuple(row) for row in connection.execute(select(table))}
        if there != set(map(attrgetter(*table.columns.keys()), seen)):
            raise RuleBroken(
                M_("People or units have changed in the meantime. Look through the list again.")
            )


def _last_id(connection: Connection, table: Table) -> int:
    return connection.scalar(select(func.max(table.c.id))) or 0


def _stored(row: PlannedRow, last: dict[str, int]) -> dict[str, Any]:
    """The row's columns; keys below zero count on from the last one in the file."""
    values: dict[str, Any] = {**row.values, "id": row.key}
    for column, last_key in (*last.items(), ("id", last["manager_id"])):
        key = values.get(column)
        if key is not None and key < 0:
            values[column] = last_key - key
    return values


def _written(values: dict[str, Any]) -> dict[str, Any]:
    """The same columns with days as the file holds them."""
    for column in _DAYS:
        if day := values[column]:
            values[column] = day.isoformat()
    return values


def _insert(connection: Connection, table: Table, new: list[dict[str, Any]]) -> None:
    """Insert rows that all have the same columns.

    They go past SQLAlchemy's handling of each parameter, which takes as long as SQLite itself.
    """
    if new:
        statement = insert(table).compile(connection.engine, column_keys=list(new[0]))
        cells = itemgetter(*statement.positiontup or ())
        connection.exec_driver_sql(str(statement), [cells(row) for row in new])


def _update(connection: Connection, changed: Iterable[dict[str, Any]]) -> None:
    """One statement for each set of columns that change together."""
    alike: dict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
    for values in changed:
        values["key"] = values.pop("id")
        if len(values) > 1:
            alike[tuple(values)].append(values)
    for rows in alike.values():
        connection.execute(update(person).where(person.c.id == bindparam("key")), rows)
