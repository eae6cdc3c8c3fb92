"""The kinds of column that lists of people, units and groups are made of."""

from collections.abc import Callable
from datetime import date
from functools import partial
from operator import attrgetter
from typing import Any

from lean_desktop.i18n import M_, Language, Message
from lean_desktop.ui.organisation.writing import Named, Write, Writing, shown_day
from lean_desktop.ui.row_model import Column

Get = Callable[[Any], Any]


class Columns:
    """Makes the columns of one table, which are all written by the same kind of edit."""

    def __init__(self, writing: Writing, write: Write) -> None:
        self.writing = writing
        self.write = write

    @property
    def t(self) -> Language:
        """The language of titles and cells."""
        return self.writing.t

    def text(self, name: str, title: str, what: Message) -> Column:
        """A text that is typed freely, sorted as the language sorts."""
        get: Get = attrgetter(name)
        return Column(name, title, get, self._by(get), self._writer(what, name))

    def pick(
        self,
        name: str,
        title: str,
        what: Message,
        choices: Callable[[], Named],
        key: Callable[[str], int | None],
    ) -> Column:
        """The name of somebody or something else, chosen from what there is."""
        get: Get = attrgetter(name)
        return Column(
            name,
            title,
            get,
            self._by(get),
            self._writer(what, f"{name}_id", key),
            lambda: [each for _, each in choices()],
        )

    def said(self, name: str, title: str) -> Column:
        """A text that follows from something else and is not typed here."""
        get: Get = attrgetter(name)
        return Column(name, title, get, self._by(get))

    def count(self, name: str, title: str) -> Column:
        """A number that is counted."""
        get: Get = attrgetter(name)
        return Column(name, title, lambda row: str(get(row)), get, right=True)

    def period(self, first: str, last: str) -> tuple[Column, Column]:
        """A first and a last day."""
        return (
            self.day(first, self.t("From"), M_("first day")),
            self.day(last, self.t("To"), M_("last day")),
        )

    def read(self, column: Column, what: Message, read: Callable[[str], object]) -> Column:
        """The column, written by what `read` makes of the typed text."""
        return column._replace(write=self._writer(what, column.name, read))

    def day(self, name: str, title: str, what: Message) -> Column:
        """A day, typed as people write days."""
        get: Callable[[Any], date | None] = attrgetter(name)
        return Column(
            name,
            title,
            lambda row: shown_day(self.t, get(row)),
            lambda row: get(row) or date.min,
            self._writer(what, name, self.writing.day),
        )

    def _by(self, get: Get) -> Get:
        return lambda row: self.t.sort_key(get(row))

    def _writer(
        self, what: Message, field: str, read: Callable[[str], object] = str
    ) -> Callable[[Any, str], None]:
        return partial(_written, self.write, what, field, read)


def _written(
    write: Write,
    what: Message,
    field: str,
    read: Callable[[str], object],
    row: Any,
    typed: str,
) -> None:
    write(row, what, field, read(typed))
