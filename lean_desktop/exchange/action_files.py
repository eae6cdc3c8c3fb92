"""Actions in files: read from a list, a workbook or a board of Trello, written as one table."""

from collections.abc import Sequence
from pathlib import Path

from lean_desktop.exchange.plain_files import WORKBOOK, delimited, unguarded, workbook
from lean_desktop.exchange.sheet import Sheet
from lean_desktop.exchange.tables import read_table
from lean_desktop.exchange.trello import SUFFIX, read_trello
from lean_desktop.exchange.whole_file import write_whole


def read_actions(path: Path, sheet: str = "", encoding: str = "", delimiter: str = "") -> Sheet:
    """The table in a file, whatever kind it is. Raises KnownError."""
    if path.suffix.lower() == SUFFIX:
        return read_trello(path)
    found = read_table(path, sheet, encoding, delimiter)
    if path.suffix.lower() == WORKBOOK:
        return found
    return found._replace(rows=[list(map(unguarded, row)) for row in found.rows])


def write_actions(path: Path, title: str, rows: Sequence[Sequence[str]]) -> None:
    """Write a workbook where the name ends in .xlsx, else a CSV file. Raises KnownError."""
    if path.suffix.lower() == WORKBOOK:
        write_whole(path, workbook([(title, rows)]))
    else:
        write_whole(path, delimited(rows))
