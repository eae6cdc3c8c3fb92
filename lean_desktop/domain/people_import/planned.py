"""What an import would do, row by row: made for looking at before it is done."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from lean_desktop.domain.organisation import Person, Unit
from lean_desktop.domain.people_import.columns import Field
from lean_desktop.i18n import N_, Message

Value = str | float | date | None


class Outcome(StrEnum):
    """What becomes of a row."""

    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


OUTCOME_NAMES = {
    Outcome.CREATED: N_("New"),
    Outcome.UPDATED: N_("Changed"),
    Outcome.UNCHANGED: N_("Unchanged"),
    Outcome.REFUSED: N_("Not imported"),
}


class Change(NamedTuple):
    """One field of one person: what it said (None or empty for nothing) and what it would say."""

    field: Field
    old: Value
    new: Value


class PlannedRow(NamedTuple):
    """One row of the list and what it does.

    `row` is its number in the file. `key` is the person's id, negative for one who is yet to be
    created, None for a refused row. `values` are the columns to be written; a `unit_id` or
    `manager_id` below zero means a unit or a person this very import creates, and `unit` and
    `manager` are their names. `reasons` say why a row is refused, or which of its cells were left
    out.
    """

    row: int
    outcome: Outcome
    name: str
    key: int | None = None
    before: Person | None = None
    values: Mapping[str, Value] = {}
    unit: str = ""
    manager: str = ""
    reasons: tuple[Message, ...] = ()

    @property
    def changes(self) -> list[Change]:
        """Field by field what would be otherwise."""
        return [self._change(column, value) for column, value in self.values.items()]

    def _change(self, column: str, value: Value) -> Change:
        field = Field(column.removesuffix("_id"))
        named: dict[str, str] = {Field.UNIT: self.unit, Field.MANAGER: self.manager}
        old = getattr(self.before, field) if self.before else None
        return Change(field, old, named.get(field, value))


class ImportCounts(NamedTuple):
    """How many rows there are of each kind.

    `remarked` are taken in without some of their cells, `blank` had nothing in them.
    """

    created: int = 0
    updated: int = 0
    unchanged: int = 0
    refused: int = 0
    remarked: int = 0
    blank: int = 0
    new_units: int = 0


class ImportPlan:
    """What an import would do to the people and units it was planned for.

    The unit created first has the key -1 in `PlannedRow.unit_id`, the next one -2; so have people.
    """

    def __init__(
        self,
        rows: Sequence[PlannedRow],
        new_units: Sequence[str],
        blank: int,
        people: Sequence[Person],
        units: Sequence[Unit],
    ) -> None:
        self.rows = rows
        self.new_units = new_units
        self.blank = blank
        self.people = people
        self.units = units

    def of(self, outcome: Outcome) -> Iterator[PlannedRow]:
        """The rows with one outcome, in the order of the file."""
        return (row for row in self.rows if row.outcome is outcome)

    @cached_property
    def counts(self) -> ImportCounts:
        """How many rows there are of each kind."""
        outcomes = Counter(row.outcome for row in self.rows)
        remarked = sum(1 for row in self.rows if row.reasons and row.outcome is not Outcome.REFUSED)
        return ImportCounts(
            outcomes[Outcome.CREATED],
            outcomes[Outcome.UPDATED],
            outcomes[Outcome.UNCHANGED],
            outcomes[Outcome.REFUSED],
            remarked,
            self.blank,
            len(self.new_units),
        )
