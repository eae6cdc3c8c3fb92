"""The competence matrix as a workbook people go on working in: frozen heads, turned names, colours."""

from collections.abc import Sequence
from io import BytesIO
from itertools import groupby
from pathlib import Path
from typing import Any

from lean_desktop.domain.competence.exported import FACTS, MatrixTable
from lean_desktop.exchange.plain_files import WORKBOOK, delimited
from lean_desktop.exchange.whole_file import write_whole

A3 = 8
TITLE, BAND, NAMES, TARGETS, FIRST = range(5)
"""The rows of the sheet, from above."""

FILLS = ("#FFFFFF", "#E3EDF8", "#B9D2EE", "#7FA9D8", "#2B4660")
"""From no level to the highest, lighter to darker, so that they part in grey too; the number stays."""


def write_matrix(path: Path, table: MatrixTable) -> None:
    """Write a workbook where the name ends in .xlsx, else a CSV file. Raises KnownError."""
    if path.suffix.lower() == WORKBOOK:
        write_whole(path, matrix_workbook(table))
    else:
        write_whole(path, delimited(table.lines))


def matrix_workbook(table: MatrixTable) -> bytes:
    """The workbook, with levels as numbers and everything else as text."""
    from xlsxwriter import Workbook

    whole = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(whole, options) as book:
        sheet = book.add_worksheet(table.title.split(" ")[0][:31])
        _Writer(book, sheet, table).write()
    return whole.getvalue()


class _Writer:
    """Writes one sheet."""

    def __init__(self, book: Any, sheet: Any, table: MatrixTable) -> None:
        self._book, self._sheet, self._table = book, sheet, table
        self._last = FIRST + len(table.rows) - 1
        bordered = {"border": 1, "border_color": "#C3CCD4"}
        self._plain = book.add_format({**bordered, "num_format": "@"})
        self._strong = book.add_format({**bordered, "bold": True, "num_format": "@"})
        self._level = book.add_format({**bordered, "align": "center"})
        self._turned = book.add_format(
            {**bordered, "bold": True, "rotation": 90, "align": "center", "valign": "bottom"}
        )
        self._band = book.add_format(
            {**bordered, "bold": True, "align": "center", "bg_color": "#EEF2F5"}
        )

    def write(self) -> None:
        """All of it."""
        self._write_heads()
        self._write_people()
        self._write_legend()
        self._set_up()

    def _write_heads(self) -> None:
        sheet, table = self._sheet, self._table
        title = self._book.add_format({"bold": True, "font_size": 14})
        sheet.write_string(TITLE, 0, table.title, title)
        place = FACTS
        for name, members in groupby(table.categories):
            last = place + len(list(members)) - 1
            if last > place:
                sheet.merge_range(BAND, place, BAND, last, name, self._band)
            else:
                sheet.write_string(BAND, place, name, self._band)
            place = last + 1
        for column, name in enumerate(table.heads):
            look = self._turned if column >= FACTS else self._strong
            sheet.write_string(NAMES, column, name, look)
        for column, text in enumerate(table.targets):
            self._write_cell(TARGETS, column, text, self._strong)

    def _write_people(self) -> None:
        for number, row in enumerate(self._table.rows, start=FIRST):
            for column, text in enumerate(row):
                look = self._level if column >= FACTS else self._plain
                self._write_cell(number, column, text, look)

    def _write_cell(self, row: int, column: int, text: str, look: Any) -> None:
        """A level of digits is a number, so that a spreadsheet counts with it."""
        if column >= FACTS and text.isdecimal():
            self._sheet.write_number(row, column, int(text), self._level)
        else:
            self._sheet.write_string(row, column, text, look)

    def _write_legend(self) -> None:
        for number, line in enumerate(self._table.legend, start=self._last + 2):
            self._sheet.write_string(number, 0, line)

    def _set_up(self) -> None:
        """Colours, what may be typed, what stays in sight, and how it is printed."""
        sheet, table = self._sheet, self._table
        sheet.freeze_panes(FIRST, FACTS)
        sheet.set_row(NAMES, 130)
        sheet.set_column(0, 0, 26)
        sheet.set_column(1, FACTS - 1, 14)
        sheet.set_landscape()
        sheet.set_paper(A3)
        sheet.repeat_rows(BAND, TARGETS)
        sheet.repeat_columns(0, FACTS - 1)
        if not table.choices:
            return
        sheet.set_column(FACTS, FACTS + len(table.choices) - 1, 4.5)
        for column, choices in enumerate(table.choices, start=FACTS):
            self._allow(column, choices)
        self._color(FACTS, FACTS + len(table.choices) - 1)

    def _allow(self, column: int, choices: Sequence[str]) -> None:
        if self._table.rows:
            self._sheet.data_validation(
                *(FIRST, column, self._last, column),
                {"validate": "list", "source": list(choices), "ignore_blank": True},
            )

    def _color(self, first: int, last: int) -> None:
        sheet_blank = {"type": "blanks", "stop_if_true": True, "format": None}
        self._sheet.conditional_format(
            *(FIRST, first, max(FIRST, self._last), last), sheet_blank
        )  # An empty cell would else pass for a nought.
        for level, fill in enumerate(FILLS):
            font = "#FFFFFF" if level == len(FILLS) - 1 else "#17212B"
            look = self._book.add_format({"bg_color": fill, "font_color": font})
            self._sheet.conditional_format(
                *(FIRST, first, max(FIRST, self._last), last),
                {"type": "cell", "criteria": "==", "value": level, "format": look},
            )
