"""Reading a table from a file, whatever it is written in."""

from pathlib import Path

from lean_desktop.domain.errors import KnownError
from lean_desktop.exchange.delimited import read_delimited
from lean_desktop.exchange.sheet import MOST_BYTES, Sheet, refused, too_big
from lean_desktop.exchange.workbook import read_workbook
from lean_desktop.i18n import M_

TEXT_SUFFIXES = (".csv", ".tsv", ".txt")
WORKBOOK_SUFFIXES = (".xlsx", ".xlsm")

_ZIP = b"PK\x03\x04"
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"


def read_table(path: Path, sheet: str = "", encoding: str = "", delimiter: str = "") -> Sheet:
    """The table in a CSV file or in one sheet of an Excel workbook. Raises KnownError.

    How a text file is to be understood may be said, and is found otherwise.

    What a file is, its first bytes say: systems export workbooks named `.csv`, and the reverse.
    But only names of tables are opened at all, so a workspace is never touched.
    """
    if path.suffix.lower() not in TEXT_SUFFIXES + WORKBOOK_SUFFIXES:
        raise _no_table(path)
    try:
        return _read(path, sheet, encoding, delimiter)
    except OSError as error:
        raise _unreadable(path, error) from error


def _read(path: Path, sheet: str, encoding: str, delimiter: str) -> Sheet:
    if path.stat().st_size > MOST_BYTES:
        raise too_big(path.name)
    data = path.read_bytes()
    if data.startswith(_ZIP):
        return read_workbook(data, path.name, sheet)
    if data.startswith(_OLD_EXCEL):
        from lean_desktop.exchange.workbook_gate import protected

        raise protected(path.name)
    return read_delimited(data, path.name, encoding, delimiter)


def _no_table(path: Path) -> KnownError:
    return refused(
        M_("“{name}” is no table that can be read.", name=path.name),
        M_("Save the list as CSV or Excel, with a name that ends in .csv or .xlsx."),
    )


def _unreadable(path: Path, error: OSError) -> KnownError:
    if isinstance(error, FileNotFoundError):
        happened = M_("“{name}” is not there.", name=str(path))
        remedy = M_("It may have been moved, or lie on a drive that is not connected.")
        return refused(happened, remedy)
    return refused(
        M_("“{name}” could not be read.", name=path.name),
        M_("See that the drive is connected and that you may read the file, and try again."),
    )
