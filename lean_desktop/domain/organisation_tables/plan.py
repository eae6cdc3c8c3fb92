"""The plan of taking in an organisation: every row looked at in the light of all the others."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import NamedTuple

from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.organisation_tables.cells import Cell, tidy
from lean_desktop.domain.organisation_tables.columns import TABLES, Column, Row, Stored, Value
from lean_desktop.domain.organisation_tables.matching import match, refuse_repeated_keys
from lean_desktop.domain.organisation_tables.names import Named, StoredNames, called, is_keyed
from lean_desktop.domain.organisation_tables.recognising import KnownTable, workspace_of
from lean_desktop.domain.organisation_tables.record import Record
from lean_desktop.domain.organisation_tables.rules import (
    cut_circles,
    refuse_impossible,
    refuse_signed,
    refuse_twins,
)
from lean_desktop.domain.organisation_tables.writing import cell_text
from lean_desktop.domain.people_import import ImportCounts, Outcome
from lean_desktop.i18n import M_, Language, Message

_ORDER = (
    *("person", "unit", "group", "role", "vision", "core_value", "goal", "membership"),
    *("reporting_line", "role_assignment", "mandate", "agreement", "signature", "chart_branch"),
)
"""Tables after those that their rows cannot do without."""


class CellChange(NamedTuple):
    """One cell of a row: what it said and what it would say, as both are written."""

    heading: str
    old: str
    new: str


class PlannedRecord(NamedTuple):
    """One row of the file and what it does.

    `title` is that of its table, `row` its number in it. `key` is that of the row in the workspace,
    below zero for one yet to be created, 0 for a refused one; `values` are the columns to be
    written, where links below zero lead to rows this very import creates. `reasons` say why a row
    is refused, or which of its cells were left out.
    """

    table: str
    title: str
    row: int
    outcome: Outcome
    name: str
    key: int
    values: Mapping[str, Value]
    changes: Sequence[CellChange] = ()
    reasons: tuple[Message, ...] = ()

    @property
    def told(self) -> list[Message]:
        """The reasons, each with its place in the file."""
        return [
            M_("“{sheet}”, row {row}: {reason}", sheet=self.title, row=self.row, reason=reason)
            for reason in self.reasons
        ]


class OrganisationPlan:
    """What taking in an organisation would do to the workspace it was planned for.

    Nothing is ever removed. The row created first in a table has the key -1, the next one -2.
    """

    def __init__(self, rows: Sequence[PlannedRecord], blank: int, stored: Stored) -> None:
        self.rows, self.blank, self.stored = rows, blank, stored

    def of(self, outcome: Outcome) -> Iterator[PlannedRecord]:
        """The rows with one outcome, table by table."""
        return (row for row in self.rows if row.outcome is outcome)

    @cached_property
    def counts(self) -> ImportCounts:
        """How many rows there are of each kind."""
        outcomes = Counter(row.outcome for row in self.rows)
        remarked = sum(1 for row in self.rows if row.reasons and row.outcome is not Outcome.REFUSED)
        kinds = (Outcome.CREATED, Outcome.UPDATED, Outcome.UNCHANGED, Outcome.REFUSED)
        return ImportCounts(*(outcomes[kind] for kind in kinds), remarked, self.blank)


def plan_organisation(
    known: Sequence[KnownTable], stored: Stored, workspace: str, t: Language
) -> OrganisationPlan:
    """What taking in these tables would do to a workspace that holds `stored`.

    `workspace` is its identity: rows of a file that comes from it are known by their keys. A blank
    cell empties what it stands for; a column that is not there leaves all as it is. `t` is the
    language in which days may be written.
    """
    clean = {name: [_clean(row) for row in rows] for name, rows in stored.items()}
    planning = _Planning(known, clean, same=workspace_of(known) == workspace, t=t)
    planning.decide()
    return OrganisationPlan(list(planning.planned()), planning.blank, stored)


class _Planning:
    def __init__(
        self, known: Sequence[KnownTable], stored: Stored, *, same: bool, t: Language
    ) -> None:
        self._stored, self._same, self._t = stored, same, t
        self._names = StoredNames(stored)
        self.blank = 0
        self._records = {
            each.table.name: self._read(each) for each in known if each.table.name in TABLES
        }
        self._named = {name: _Rows(records) for name, records in self._records.items()}
        self._known: set[str] = set()

    def _read(self, known: KnownTable) -> list[Record]:
        records = []
        for number, cells in known.records():
            record = Record(known, number, cells)
            if any(record.texts.values()) or record.file_key is not None:
                record.read(self._t)
                records.append(record)
            else:
                self.blank += 1
        refuse_repeated_keys(records)
        return records

    def decide(self) -> None:
        """Find out what every row does."""
        for name in _ORDER:
            records = self._records.get(name, [])
            if records:
                self._decide(name, records)
            self._known.add(name)
        for records in self._records.values():
            for record in records:
                self._link(
                    record, [each for each in _links(record) if not self._early(each, record)]
                )
        cut_circles(self._records, self._stored, self._t)

    def _decide(self, name: str, records: Sequence[Record]) -> None:
        """Which rows there are, which are new, and which cannot be."""
        stored = self._stored[name]
        for record in records:
            self._link(record, [each for each in _links(record) if self._early(each, record)])
        match(records, stored, same_workspace=self._same)
        for record in records:
            record.key = int(str(record.stored["id"])) if record.stored else 0
            self._check(record)
        if name == "agreement":
            refuse_signed(records, self._stored)
        refuse_twins(records, stored)
        new = [record for record in records if not record.key and not record.refused]
        for number, record in enumerate(new, start=1):
            record.key = -number

    def _early(self, column: Column, record: Record) -> bool:
        """Whether a link leads to rows that have been decided on before those of its own table."""
        return _ORDER.index(column.to) < _ORDER.index(record.table.name)

    def _check(self, record: Record) -> None:
        record.refuse_incomplete(self._t)
        if not record.refused:
            try:
                refuse_impossible(record.after(), record.table.name)
            except RuleBroken as error:
                record.refuse(error.message)

    def _link(self, record: Record, columns: Iterable[Column]) -> None:
        for column in columns:
            if record.refused:
                return
            try:
                record.values[column.name] = self._meant(record.texts[column.name], column.to)
            except RuleBroken as error:
                record.leave_out(column, error.message, self._t)

    def _meant(self, text: str, table: str) -> int | None:
        """The key of the row a cell names. Raises RuleBroken."""
        if not text:
            return None
        rows = self._named.get(table)
        record = rows.find(text) if rows else None
        if record and record.refused:
            raise RuleBroken(M_("The row it names is not imported."))
        if record:
            return record.key
        found = None
        if self._same or not is_keyed(text):
            found = self._names.of(table).find(text)
        if found is None:
            raise RuleBroken(
                M_("There is nothing of that name in “{table}”.", table=self._title(table))
            )
        return found

    def _title(self, table: str) -> str:
        return self._t(TABLES[table].title)

    def planned(self) -> Iterator[PlannedRecord]:
        """Every row as the plan shows it."""
        for record in (each for records in self._records.values() for each in records):
            values = {} if record.refused else record.changed
            yield PlannedRecord(
                record.table.name,
                record.title,
                record.row,
                _outcome(record),
                record.name,
                0 if record.refused else record.key,
                values,
                self._changes(record, values),
                record.reasons,
            )

    def _changes(self, record: Record, values: Mapping[str, Value]) -> list[CellChange]:
        if record.stored is None:
            return []
        return [
            CellChange(
                self._t(column.heading),
                _shown(cell_text(record.stored, column, self._names, self._t), self._t),
                record.texts[column.name],
            )
            for column in record.table.columns
            if column.name in values
        ]


class _Rows:
    """The rows of a table in the file, by what they are called."""

    def __init__(self, records: Sequence[Record]) -> None:
        self._records = {
            -number if record.file_key is None else record.file_key: record
            for number, record in enumerate(records, start=1)
        }
        self._named = Named(
            {key: called(record.table, record.texts) for key, record in self._records.items()}
        )

    def find(self, text: str) -> Record | None:
        key = self._named.find(text)
        return None if key is None else self._records[key]


def _links(record: Record) -> list[Column]:
    """The columns of a record that lead to other rows."""
    return [each for each in record.table.columns if each.to and each.name in record.texts]


def _outcome(record: Record) -> Outcome:
    if record.refused:
        return Outcome.REFUSED
    if record.stored is None:
        return Outcome.CREATED
    return Outcome.UPDATED if record.changed else Outcome.UNCHANGED


def _clean(row: Row) -> Row:
    """A row as it comes back from a file."""
    return {name: tidy(value) if isinstance(value, str) else value for name, value in row.items()}


def _shown(cell: Cell, t: Language) -> str:
    return t.date(cell) if isinstance(cell, date) else str(cell)
