"""Taking the organisation in from spreadsheets, as one step."""

from collections.abc import Mapping

from sqlalchemy import Connection, insert
from sqlalchemy.exc import IntegrityError

from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.plain_tables import SHEETS, Field, Kind, Row, TablesPlan
from lean_desktop.edits import rows
from lean_desktop.i18n import M_
from lean_desktop.queries.plain_tables import TABLES, stored

_AT_ONCE = ("mandate", "chart_branch")
"""Rows that must say from the first whom they are for."""

_LONGEST = {"goal": {"name": 500, "measure": 500}}

Keys = dict[str, dict[int, int]]
"""Table → key in the file → key here."""


def take_in(connection: Connection, /, plan: TablesPlan) -> None:
    """Make the new rows and change the changed ones; nothing is removed.

    Raises RuleBroken when the plan has faults, or when the file would break a rule of the tables.
    """
    if plan.faults:
        raise RuleBroken(plan.faults[0].sentence)
    now = stored(connection)
    if any(
        now[table].get(key) != row for table, rows in plan.seen.items() for key, row in rows.items()
    ):
        raise RuleBroken(
            M_("The organisation has changed in the meantime. Look through the file again.")
        )
    try:
        _take_in(connection, plan)
    except IntegrityError as error:
        raise RuleBroken(
            M_("The file does not hold together: {why}.", why=str(error.orig))
        ) from error


def _take_in(connection: Connection, plan: TablesPlan) -> None:
    """What may point at what comes later is pointed when all are there."""
    keys: Keys = {sheet.table: {} for sheet in SHEETS}
    for sheet in SHEETS:
        table = TABLES[sheet.table]
        later = [field for field in sheet.fields if field.kind is Kind.ROW and not field.needed]
        for key, row in plan.tables[sheet.table].new.items():
            values = _pointing(row, sheet.fields, keys)
            begun = {**values, **{field.name: None for field in later if field.name in values}}
            only = {"id": 1} if sheet.table == "vision" else {}
            whole = values if sheet.table in _AT_ONCE else begun
            rows.not_too_long(whole, _LONGEST.get(sheet.table))
            made = connection.execute(insert(table).values({**whole, **only})).inserted_primary_key
            keys[sheet.table][key] = int(made[0]) if made else 0
    for sheet in SHEETS:
        table, taken = TABLES[sheet.table], plan.tables[sheet.table]
        pointers = {field.name for field in sheet.fields if field.kind is Kind.ROW}
        for key, row in taken.new.items():
            values = {name: value for name, value in row.items() if name in pointers and value}
            pointing = _pointing(values, sheet.fields, keys)
            rows.change(connection, table, [keys[sheet.table][key]], pointing)
        for key, row in taken.changed.items():
            values = _pointing(row, sheet.fields, keys)
            rows.not_too_long(values, _LONGEST.get(sheet.table))
            rows.change(connection, table, [key], values)


def _pointing(row: Row, fields: tuple[Field, ...], keys: Mapping[str, Mapping[int, int]]) -> Row:
    """The row with keys of the file turned into keys here."""
    tables = {field.name: field.of for field in fields if field.kind is Kind.ROW}
    return {
        name: keys[tables[name]].get(value, value) if name in tables and value else value
        for name, value in row.items()
    }
