"""The tables of an organisation as they are written: titles, headings and rows of cells."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lean_desktop.domain.organisation import Workspace
from lean_desktop.domain.organisation_tables.cells import Cell, written
from lean_desktop.domain.organisation_tables.columns import (
    KEY,
    TABLES,
    WORKSPACE,
    Column,
    Row,
    Stored,
    Table,
)
from lean_desktop.domain.organisation_tables.names import StoredNames
from lean_desktop.i18n import Language


class WrittenTable(NamedTuple):
    """One table to be written: its title, and its rows, of which the first has the headings."""

    title: str
    rows: Sequence[Sequence[Cell]]


def organisation_tables(about: Workspace, stored: Stored, t: Language) -> list[WrittenTable]:
    """All tables in the language `t`; the last says which workspace they come from."""
    names = StoredNames(stored)
    tables = [
        WrittenTable(
            t(table.title),
            [_headings(table, t), *_rows(table, stored[name], names, t)],
        )
        for name, table in TABLES.items()
    ]
    itself = [t(column.heading) for column in WORKSPACE.columns]
    told = WrittenTable(t(WORKSPACE.title), [itself, [about.uuid, about.name, about.company]])
    return [*tables, told]


def cell_text(row: Row, column: Column, names: StoredNames, t: Language) -> Cell:
    """One cell of a row as it is written."""
    value = row[column.name]
    if column.to and value is not None:
        return names.of(column.to).name(int(str(value)))
    return written(value, column, t)


def _headings(table: Table, t: Language) -> list[Cell]:
    return [*(t(column.heading) for column in table.columns), t(KEY)]


def _rows(
    table: Table, rows: Sequence[Row], names: StoredNames, t: Language
) -> Iterator[list[Cell]]:
    for row in rows:
        cells = [cell_text(row, column, names, t) for column in table.columns]
        yield [*cells, int(str(row["id"]))]
