"""Which sheet of a file is which table, and which of its columns says what."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from lean_desktop.domain.organisation_tables.cells import folded, in_any_language
from lean_desktop.domain.organisation_tables.columns import KEY, TABLES, WORKSPACE, Table

_HEADINGS_WITHIN = 10
"""Rows in which the headings are looked for, below what somebody may have written above."""


class ReadTable(NamedTuple):
    """A table as it was read from `file`: its title, and its rows of texts."""

    file: str
    title: str
    rows: Sequence[Sequence[str]]


class KnownTable(NamedTuple):
    """A table that is one of an organisation.

    `places` has where each column stands, by its name, and `key` where the key does. `header` is
    the index of the row with the headings.
    """

    table: Table
    read: ReadTable
    header: int
    places: Mapping[str, int]
    key: int | None

    def records(self) -> Iterator[tuple[int, Sequence[str]]]:
        """The rows below the headings, each with its number in the file, counted from 1."""
        first = self.header + 1
        return enumerate(self.read.rows[first:], start=first + 1)


def known_tables(read: Iterable[ReadTable]) -> list[KnownTable]:
    """Those that are tables of an organisation, each only once, in whatever language."""
    found: dict[str, KnownTable] = {}
    for each in read:
        table = _titled(each.title)
        known = _with_headings(table, each) if table else None
        if known:
            found.setdefault(known.table.name, known)
    return list(found.values())


def is_organisation(known: Sequence[KnownTable]) -> bool:
    """Whether these make an organisation; one sheet without keys may be any list of people."""
    tables = [each for each in known if each.table is not WORKSPACE]
    return len(tables) > 1 or any(each.key is not None for each in tables)


def workspace_of(known: Iterable[KnownTable]) -> str:
    """The identity of the workspace the tables come from, empty where they do not say."""
    for each in known:
        if each.table is WORKSPACE and "uuid" in each.places:
            for _, row in each.records():
                return "".join(row[each.places["uuid"] :][:1]).strip()
    return ""


def _titled(title: str) -> Table | None:
    word = folded(title)
    tables = (*TABLES.values(), WORKSPACE)
    return next((table for table in tables if word in in_any_language(table.title)), None)


def _with_headings(table: Table, read: ReadTable) -> KnownTable | None:
    """The table with its headings found: in the first row that has any."""
    for index, row in enumerate(read.rows[:_HEADINGS_WITHIN]):
        heads = [folded(cell) for cell in row]
        places = {
            column.name: place
            for column in table.columns
            if (place := _place(heads, column.heading)) is not None
        }
        if places:
            return KnownTable(table, read, index, places, _place(heads, KEY))
    return None


def _place(heads: Sequence[str], heading: str) -> int | None:
    names = in_any_language(heading)
    return next((place for place, head in enumerate(heads) if head in names), None)
