"""Taking the organisation in from spreadsheets, as one step."""

from collections.abc import Mapping

from sqlalchemy import Connection, insert
from sqlalchemy.exc import IntegrityError

from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.plain_tables import SHEETS, Field, Kind, Row, TablesPlan
from lean_desktop.edits import rows
from lean_desktop.i18n import M_
from lean_desktop.queries.plain_tables import TABLES

Keys = dict[str, dict[int, int]]
"""Table → key in the file → key here."""


def take_in(connection: Connection, /, plan: TablesPlan) -> None:
    """Make the new rows and change the changed ones; nothing is removed.

    Raises RuleBroken when the plan has faults, or when the file would break a rule of the tables.
    """
    if plan.faults:
        raise RuleBroken(plan.faults[0].sentence)
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
            whole = begun if sheet.table != "mandate" else values
            made = connection.execute(insert(table).values({**whole, **only})).inserted_primary_key
            keys[sheet.table][key] = int(made[0]) if made else 0
    for sheet in SHEETS:
        table, taken = TABLES[sheet.table], plan.tables[sheet.table]
        for key, row in {**taken.new, **taken.changed}.items():
            values = _pointing(row, sheet.fields, keys)
            rows.change(connection, table, [keys[sheet.table].get(key, key)], values)


def _pointing(row: Row, fields: tuple[Field, ...], keys: Mapping[str, Mapping[int, int]]) -> Row:
    """The row with keys of the file turned into keys here."""
    tables = {field.name: field.of for field in fields if field.kind is Kind.ROW}
    return {
        name: keys[tables[name]].get(value, value) if name in tables and value else value
        for name, value in row.items()
    }
