"""How rows name each other: by number or name, and by key where neither tells them apart."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from lean_desktop.domain.errors import RuleBroken
from lean_desktop.domain.organisation_tables.cells import folded, tidy
from lean_desktop.domain.organisation_tables.columns import TABLES, Stored, Table, Value
from lean_desktop.i18n import M_, Message

_KEYED = re.compile(r"\(#(\d{1,18})\)$")

Names = Mapping[int, Sequence[str]]
"""By key, what a row may be called, the surest first. Rows without a key are below zero."""


class Named:
    """Rows of one table and what they are called; no two are called the same."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._keys: dict[str, list[int]] = defaultdict(list)
        for key, many in names.items():
            for name in {folded(each) for each in many if each}:
                self._keys[name].append(key)

    def name(self, key: int) -> str:
        """What to write for a row: what nothing else is called, else its name with its key."""
        many = self._names[key]
        for name in many:
            if name and not _KEYED.search(name) and len(self._keys[folded(name)]) == 1:
                return name
        return f"{many[-1]} (#{key})".lstrip()

    def find(self, text: str) -> int | None:
        """The key of the row that is meant, None for none. Raises RuleBroken where several may be."""
        keyed = _KEYED.search(text)
        if keyed and int(keyed[1]) in self._names:
            return int(keyed[1])
        keys = self._keys.get(folded(text), [])
        if len(keys) > 1:
            raise RuleBroken(_several(text, max(keys)))
        return keys[0] if keys else None


def is_keyed(text: str) -> bool:
    """Whether a text names a row by its key, which says something in one workspace only."""
    return _KEYED.search(text) is not None


def _several(text: str, key: int) -> Message:
    if key < 0:
        return M_("Several rows are called that. Give each one a name of its own.")
    return M_(
        "Several rows are called that. Write {example}, with the key of the one meant.",
        example=f"{text} (#{key})",
    )


class StoredNames:
    """What rows of a workspace are called."""

    def __init__(self, stored: Stored) -> None:
        self._stored = stored
        self.of = cache(self._of)

    def _of(self, table: str) -> Named:
        """The rows of a table by what they are called."""
        about = TABLES[table]
        return Named(
            {
                int(str(row["id"])): called(
                    about, {name: self._text(about, name, row[name]) for name in naming(about)}
                )
                for row in self._stored.get(table, ())
            }
        )

    def _text(self, table: Table, column: str, value: Value) -> str:
        to = table.column(column).to
        if to and value is not None:
            return self.of(to).name(int(str(value)))
        return tidy("" if value is None else str(value))


def called(table: Table, texts: Mapping[str, str]) -> list[str]:
    """What a row may be called, by the texts of its cells."""
    return [" ".join(filter(None, (texts.get(each, "") for each in many))) for many in table.called]


def naming(table: Table) -> list[str]:
    """The columns that name a row."""
    return [name for many in table.called for name in many]
