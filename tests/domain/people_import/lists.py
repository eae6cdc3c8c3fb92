"""Lists as short texts, and what an import of them would do."""

from collections.abc import Sequence
from typing import Any

from lean_desktop.domain.organisation import Person, Unit
from lean_desktop.domain.people_import import (
    Columns,
    ImportPlan,
    PeopleList,
    PlannedRow,
    guess_columns,
    people_list,
    plan_import,
)
from lean_desktop.i18n import language

EN = language("en")


def listed(text: str) -> PeopleList:
    """Rows in lines, cells between semicolons."""
    return people_list([line.split(";") for line in text.split("\n")])


def planned(
    text: str,
    people: Sequence[Person] = (),
    units: Sequence[Unit] = (),
    columns: Columns | None = None,
) -> ImportPlan:
    """The plan for a list, its columns guessed unless given."""
    source = listed(text)
    return plan_import(source, columns or guess_columns(source), people, units, EN)


def row(text: str, people: Sequence[Person] = (), units: Sequence[Unit] = ()) -> PlannedRow:
    """What becomes of the only row of a list."""
    (only,) = planned(text, people, units).rows
    return only


def somebody(key: int, name: str, **fields: Any) -> Person:
    """A person of the workspace."""
    first, _, last = name.rpartition(" ")
    return Person(key, fields.pop("number", ""), first, last, **fields)


def told(row: PlannedRow) -> str:
    """The reasons of a row as they are read."""
    return " ".join(map(EN, row.reasons))


def outcomes(plan: ImportPlan) -> str:
    """The first letters of the rows' outcomes, in order: c, u for updated, = and r for refused."""
    letters = {"created": "c", "updated": "u", "unchanged": "=", "refused": "r"}
    return "".join(letters[row.outcome] for row in plan.rows)
