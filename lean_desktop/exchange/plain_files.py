"""The organisation in files: one Excel workbook, or a folder with a CSV file for each table."""

import csv
from collections.abc import Sequence
from io import BytesIO, StringIO
from pathlib import Path

from lean_desktop.domain.errors import KnownError
from lean_desktop.domain.plain_tables import holds_tables, is_table, known_sheet
from lean_desktop.exchange.sheet import MOST_BYTES, refused, too_big
from lean_desktop.exchange.tables import read_table
from lean_desktop.exchange.whole_file import write_whole
from lean_desktop.exchange.workbook import read_sheets
from lean_desktop.i18n import M_

Tables = Sequence[tuple[str, list[list[str]]]]
"""A title each, and its rows of texts, headings first."""

WORKBOOK = ".xlsx"
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "'")
"""What a spreadsheet takes for the beginning of a formula; in CSV an apostrophe keeps it a text."""

_WIDEST = 60


def write_organisation(path: Path, tables: Tables) -> None:
    """Write a workbook where the name ends in .xlsx, else a folder of CSV files.

    Raises KnownError.
    """
    if path.suffix.lower() == WORKBOOK:
        write_whole(path, workbook(tables))
        return
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise refused(
            M_("The folder “{name}” could not be made.", name=path.name),
            M_("Choose another place, and try again."),
        ) from error
    for title, rows in tables:
        write_whole(path / f"{title}.csv", delimited(rows))


def read_organisation(path: Path) -> Tables:
    """What `write_organisation` wrote, or somebody changed in it. Raises KnownError."""
    if path.is_dir():
        found = [
            (file.stem, [list(map(unguarded, row)) for row in read_table(file).rows])
            for file in sorted(path.glob("*.csv"))
        ]
        if found:
            return found
        raise _nothing(path)
    if path.suffix.lower() != WORKBOOK:
        raise _nothing(path)
    return _sheets(path)


def organisation_tables(path: Path) -> Tables:
    """The tables of an organisation; none where the file is a list of people instead.

    One of the CSV files stands for the folder they are in. Raises KnownError for a file that
    cannot be read.
    """
    if path.is_dir():
        return read_organisation(path)
    if path.suffix.lower() != WORKBOOK:
        ours = known_sheet(path.stem) and is_table(path.stem, read_table(path).rows)
        return read_organisation(path.parent) if ours else ()
    found = read_organisation(path)
    return found if holds_tables(found) else ()


def _sheets(path: Path) -> Tables:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise too_big(path.name)
        data = path.read_bytes()
    except OSError as error:
        raise refused(
            M_("“{name}” could not be read.", name=path.name),
            M_("See that the drive is connected and that you may read the file, and try again."),
        ) from error
    return [(each.sheet, each.rows) for each in read_sheets(data, path.name)]


def _nothing(path: Path) -> KnownError:
    return refused(
        M_("“{name}” holds no organisation.", name=path.name),
        M_("Choose a workbook or a folder that Lean Desktop has written."),
    )


def workbook(tables: Sequence[tuple[str, Sequence[Sequence[str]]]]) -> bytes:
    """Tables as the sheets of a workbook, all of it texts, so that nothing turns into a formula."""
    from xlsxwriter import Workbook

    whole = BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with Workbook(whole, options) as book:
        bold, plain = book.add_format({"bold": True}), book.add_format({"num_format": "@"})
        for title, rows in tables:
            sheet = book.add_worksheet(title)
            sheet.freeze_panes(1, 1)
            for number, row in enumerate(rows):
                for place, text in enumerate(row):
                    if text:
                        sheet.write_string(number, place, text, plain if number else bold)
            for place in range(len(rows[0])):
                longest = max(len(row[place].partition("\n")[0]) for row in rows)
                sheet.set_column(place, place, min(_WIDEST, longest + 2))
    return whole.getvalue()


def delimited(rows: Sequence[Sequence[str]]) -> bytes:
    """A table as a CSV file; a text that looks like a formula begins with an apostrophe."""
    text = StringIO()
    csv.writer(text, delimiter=";", lineterminator="\r\n").writerows(
        [_guarded(cell) for cell in row] for row in rows
    )
    return text.getvalue().encode("utf-8-sig")


def _guarded(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def unguarded(cell: str) -> str:
    """What a cell said before `delimited` put an apostrophe before it."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_FORMULA) else cell
