"""Tables written as text: CSV in the many forms that systems export, and cells that are pasted."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import Literal

from lean_desktop.domain.errors import KnownError
from lean_desktop.domain.spreadsheet import column_letters
from lean_desktop.exchange.encodings import decoded
from lean_desktop.exchange.sheet import (
    CONTROLS,
    LONGEST_CELL,
    MOST_CELLS,
    MOST_ROWS,
    Sheet,
    refuse_far,
    refused,
    too_big,
)
from lean_desktop.i18n import M_, Message

DELIMITERS = (";", "\t", "|", ",")
"""In the order they win when they fit equally well; commas stand in names and decimals too."""

_SAMPLE_CHARACTERS = 100_000
_SAMPLE_ROWS = 200
_SEPARATOR_LINE = re.compile(r"sep=([^\w\s\"]|\t)\r?\n", re.IGNORECASE)


def read_delimited(data: bytes, name: str, encoding: str = "", delimiter: str = "") -> Sheet:
    """The table in the bytes of a CSV file called `name`. Raises KnownError.

    Encoding and delimiter are found, unless they are given.
    """
    text, encoding = decoded(data, name, encoding)
    delimiter = delimiter or _delimiter(text)
    rows = _rows(text, delimiter, name)
    return Sheet(name, rows, encoding, delimiter)


def read_pasted(text: str, name: str = "", delimiter: str = "") -> Sheet:
    """The table in a text from the clipboard, as spreadsheets put it there. Raises KnownError.

    Quotation marks that are not in pairs are part of the text.
    """
    clean = CONTROLS.sub("", text)
    delimiter = delimiter or ("\t" if "\t" in clean else _delimiter(clean))
    try:
        rows = _rows(clean, delimiter, name)
    except KnownError:
        rows = _rows(clean, delimiter, name, quoted=False)
    return Sheet(name, rows, "", delimiter)


def _delimiter(text: str) -> str:
    """The delimiter that gives most rows the same number of cells, and then the most cells."""
    if told := _SEPARATOR_LINE.match(text):
        return told[1]
    sample = text[:_SAMPLE_CHARACTERS]
    return max(DELIMITERS, key=lambda each: _fit(sample, each))


def _fit(sample: str, delimiter: str) -> tuple[float, int]:
    """How well a delimiter fits: the share of rows of the commonest width above one, the width."""
    rows = [row for row in islice(_readable(sample, delimiter), _SAMPLE_ROWS) if any(row)]
    if len(sample) == _SAMPLE_CHARACTERS and len(rows) > 1:
        del rows[-1]  # It may be cut off.
    widths = Counter(len(row) for row in rows if len(row) > 1)
    if not widths or _is_prose(rows):
        return 0, 0
    width, times = max(widths.items(), key=lambda each: (each[1], each[0]))
    return times / len(rows), width


def _is_prose(rows: list[list[str]]) -> bool:
    """Whether the delimiter only ever stands before a blank, and not in the first row: Hagen, Pål."""
    return len(rows[0]) == 1 and all(cell.startswith(" ") for row in rows for cell in row[1:])


def _readable(text: str, delimiter: str) -> Iterator[list[str]]:
    """The rows up to the first that cannot be read with this delimiter."""
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    except csv.Error:
        return


def _rows(text: str, delimiter: str, name: str, *, quoted: bool = True) -> list[list[str]]:
    # Counted before parsing: a row of ten million blank cells is built before anyone sees it.
    if text.count(delimiter) > MOST_CELLS:
        raise too_big(name)
    lines = io.StringIO(text, newline="")
    quoting: Literal[0, 3] = csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE
    reader = csv.reader(lines, delimiter=delimiter, quoting=quoting, strict=True)
    rows: list[list[str]] = []
    try:
        rows.extend(islice(reader, MOST_ROWS + 1))
    except csv.Error as error:
        raise _unreadable(name, len(rows) + 1, error) from error
    refuse_far(name, len(rows), max(map(len, rows), default=0))
    _refuse_long_cells(name, rows)
    if _SEPARATOR_LINE.match(text):
        rows[0] = []
    return rows


def _refuse_long_cells(name: str, rows: list[list[str]]) -> None:
    for number, row in enumerate(rows, start=1):
        if row and len(max(row, key=len)) > LONGEST_CELL:
            column = next(index for index, cell in enumerate(row) if len(cell) > LONGEST_CELL)
            raise refused(
                M_(
                    "Row {row}, column {column} of “{name}” holds more text than a cell can.",
                    row=number,
                    column=column_letters(column),
                    name=name,
                ),
                M_("Look for a quotation mark that is never closed, there or in a row above."),
            )


_UNREADABLE = {
    "field larger": M_("In row {row} of “{name}” a cell holds more text than a cell can."),
    "expected after": M_("In row {row} of “{name}” text follows after a closing quotation mark."),
}
_NEVER_CLOSED = M_("In row {row} of “{name}” a quotation mark is never closed.")


def _unreadable(name: str, row: int, error: csv.Error) -> KnownError:
    told = (text for said, text in _UNREADABLE.items() if said in str(error))
    happened = next(told, _NEVER_CLOSED)
    return refused(
        Message(happened.text, {"row": row, "name": name}),
        M_("Write quotation marks inside a cell twice, or take them out, and try again."),
    )
