"""A row on its way from a file to the plan."""

from collections.abc import Mapping, Sequence

from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.organisation_tables.cells import read_cell, tidy
from lean_desktop.domain.organisation_tables.columns import Column, Holds, Row, Table, Value
from lean_desktop.domain.organisation_tables.names import called
from lean_desktop.domain.organisation_tables.recognising import KnownTable
from lean_desktop.i18n import M_, Language, Message

_LONGEST_SHOWN = 60


class Record:
    """One row: what its cells say, which stored row it is about, and what has been decided so far.

    `file_key` is its key in the file. `texts` has the cells of the columns that are there, `values`
    what they stand for; links are keys in the workspace, below zero for rows yet to be created. So
    is `key`, which is 0 as long as it is not known. `stored` is None for a new row.
    """

    __slots__ = (
        *("table", "title", "row", "file_key", "texts", "values"),
        *("stored", "key", "reasons", "refused"),
    )

    def __init__(self, known: KnownTable, row: int, cells: Sequence[str]) -> None:
        self.table: Table = known.table
        self.title, self.row = known.read.title, row
        self.file_key = _whole(_cell(cells, known.key))
        self.texts = {name: _cell(cells, place) for name, place in known.places.items()}
        self.values: dict[str, Value] = {}
        self.stored: Row | None = None
        self.key = 0
        self.reasons: tuple[Message, ...] = ()
        self.refused = False

    @property
    def name(self) -> str:
        """What the row is called, or its first texts, for showing."""
        names = called(self.table, self.texts)
        return (names[-1] if names else "") or ", ".join(filter(None, self.texts.values()))[:60]

    def refuse(self, reason: Message) -> None:
        """Keep the row out, and say why."""
        self.reasons, self.refused = (reason,), True

    def refuse_cell(self, column: Column, reason: Message, t: Language) -> None:
        """Keep the row out because of one of its cells."""
        heading = t(column.heading)
        self.refuse(M_("Column “{column}”: {reason}", column=heading, reason=reason))

    def leave_out(self, column: Column, reason: Message, t: Language) -> None:
        """Take the row in without one of its cells, and say why; keep it out if it needs the cell."""
        if column.required:
            self.refuse_cell(column, reason, t)
            return
        text = self.texts.get(column.name, "")
        shown = text if len(text) <= _LONGEST_SHOWN else text[:_LONGEST_SHOWN] + "…"
        self.values.pop(column.name, None)
        heading = t(column.heading)
        message = M_(
            "{column} “{value}” is left out. {reason}", column=heading, value=shown, reason=reason
        )
        self.reasons = (*self.reasons, message)

    def read(self, t: Language) -> None:
        """Fill `values` with what needs no other row."""
        for column in self.table.columns:
            if column.holds is not Holds.LINK and column.name in self.texts:
                try:
                    self.values[column.name] = read_cell(self.texts[column.name], column, t)
                except RuleBroken as error:
                    self.leave_out(column, error.message, t)

    def refuse_incomplete(self, t: Language) -> None:
        """Keep out a row that leaves empty what must be there."""
        for column in self.table.columns:
            if column.required and not self.refused and not self._has(column):
                self.refuse_cell(column, M_("This cannot be empty."), t)

    def _has(self, column: Column) -> bool:
        if column.name in self.texts:
            return self.texts[column.name] != ""
        return self.stored is not None

    @property
    def differs(self) -> bool:
        """Whether it is new, or says something else than what is stored."""
        return self.stored is None or bool(self.changed)

    @property
    def changed(self) -> Mapping[str, Value]:
        """The columns that would be written, with what they would say."""
        stored = self.stored
        return {
            name: value
            for name, value in self.values.items()
            if stored is None or stored[name] != value
        }

    def after(self) -> Mapping[str, Value]:
        """The whole row as it would be."""
        blank = {column.name: column.blank for column in self.table.columns}
        return {**blank, **(self.stored or {}), **self.values}


def _cell(cells: Sequence[str], place: int | None) -> str:
    return "" if place is None or place >= len(cells) else tidy(cells[place])


def _whole(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 19 else None
