"""A table of texts as it stands in a file, the limits every reader keeps, and the refusals."""

import re
from typing import NamedTuple

from lean_desktop.domain.errors import KnownError
from lean_desktop.domain.spreadsheet import column_letters
from lean_desktop.i18n import M_, Message

MOST_BYTES = 20_000_000
MOST_ROWS = 100_000
MOST_COLUMNS = 500
MOST_CELLS = 3_000_000
LONGEST_CELL = 32_767
"""What a cell holds in Excel; more than that is an accident or an attack."""

CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
"""Characters that are no text: controls, and halves of surrogate pairs."""

UNCHANGED = M_("Nothing has been changed.")


class Sheet(NamedTuple):
    """A table as it was read. Row 1 of the file is `rows[0]`; blank rows are kept.

    Rows may differ in length. `encoding` and `delimiter` say how a text file was understood,
    `sheet` and `sheets` which part of a workbook this is and which there are; `remarks` what was
    left out in reading.
    """

    name: str
    rows: list[list[str]]
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    remarks: tuple[Message, ...] = ()


def refused(happened: Message, remedy: Message) -> KnownError:
    """The error for a table that cannot be read; reading changes nothing."""
    return KnownError(happened, UNCHANGED, remedy)


def too_big(name: str) -> KnownError:
    """The file, or what it unpacks to, is more than a list of people can be."""
    return refused(
        M_("“{name}” is too large for a list of people.", name=name),
        M_("Keep only the rows and columns of the list, and save it under another name."),
    )


def reaches_too_far(name: str, rows: int, columns: int) -> KnownError:
    """More rows, columns or cells than we read."""
    return refused(
        M_(
            "“{name}” reaches to row {row}, column {column}. That is too far for a list of people.",
            name=name,
            row=rows,
            column=column_letters(max(columns, 1) - 1),
        ),
        M_("Delete what lies below and beside the list, and save it under another name."),
    )


def column_number(letters: bytes) -> int:
    """The number of a column, counted from 1, by the name a spreadsheet gives it; 0 for none."""
    if len(letters) > 3:
        return MOST_COLUMNS + 1
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - ord("A") + 1
    return number


def refuse_far(name: str, rows: int, columns: int) -> None:
    """Raise KnownError when a table of that size is more than we read."""
    if rows > MOST_ROWS or columns > MOST_COLUMNS or rows * columns > MOST_CELLS:
        raise reaches_too_far(name, rows, columns)
