"""The gate before the workbook library, which trusts what a file says of its own size.

Calamine reserves memory for the rectangle between the outermost cells, and for as many texts as a
file claims to hold; a file of three kilobytes can thus end the whole process. So it is only given
a copy in memory: parts of bounded size, unpacked by us, whose outermost cell we have looked for.
"""

import io
import re
import zipfile
import zlib

from lean_desktop.domain.errors import KnownError
from lean_desktop.exchange.sheet import column_number, refuse_far, refused, too_big
from lean_desktop.i18n import M_

MOST_UNPACKED = 200_000_000
MOST_RATIO = 100
MOST_PARTS = 5_000
SMALL = 1_000_000
"""Bytes unpacked below which no ratio matters: a small table of equal cells packs very well."""

_CONTENT = "[Content_Types].xml"

# The patterns find too much rather than too little: a comment or a text that looks like a cell
# counts as one, so nothing can hide a cell from them. Repetitions have an end, so no text is slow.
_ATTRIBUTES = rb"""(?:[^<>"']|"[^"<>]{0,200}"|'[^'<>]{0,200}'){0,300}"""
_TAG = rb"""<(?:[^<>\s/:"'=]{1,50}:)?"""
_PLACE = re.compile(rb"""\br\s*=\s*["']([A-Za-z]*)(\d+)["']""")
_CLOSES_ITSELF = re.compile(_ATTRIBUTES + rb"/>")
_UNPLACED = re.compile(_TAG + rb"(?:c|row)(?=[\s/>])(?!" + _ATTRIBUTES + rb"""(?<=[\s"'])r\s*=)""")
_ROW = re.compile(_TAG + rb"row(?=[\s/>])")
_CELL = re.compile(_TAG + rb"c(?=[\s/>])")
_CLAIMED_TEXTS = re.compile(rb"""uniqueCount\s*=\s*["'](\d+)""")


def checked_copy(data: bytes, name: str) -> io.BytesIO:
    """The workbook in the bytes of the file `name` as one that is safe to read. Raises KnownError."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_directory(archive, name)
            return _copied(archive, name)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError) as error:
        raise damaged(name) from error
    except RuntimeError as error:  # What zipfile says of an encrypted part.
        raise protected(name) from error


def damaged(name: str) -> KnownError:
    """The file does not hold together."""
    return refused(
        M_("“{name}” is no Excel workbook, or it is damaged.", name=name),
        M_("Open it in Excel or LibreOffice, and save it as .xlsx under another name."),
    )


def protected(name: str) -> KnownError:
    """The file cannot be read without a password, or is of the kind before .xlsx."""
    return refused(
        M_("“{name}” has a password, or is an Excel file of the old kind.", name=name),
        M_("Open it in Excel or LibreOffice, and save it as .xlsx without a password."),
    )


def _check_directory(archive: zipfile.ZipFile, name: str) -> None:
    parts = archive.infolist()
    unpacked = sum(part.file_size for part in parts)
    packed = sum(part.compress_size for part in parts)
    if len(parts) > MOST_PARTS or unpacked > MOST_UNPACKED:
        raise too_big(name)
    if unpacked > SMALL and unpacked > MOST_RATIO * packed:
        raise too_big(name)
    if _CONTENT not in archive.namelist():
        raise damaged(name)


def _copied(archive: zipfile.ZipFile, name: str) -> io.BytesIO:
    """The parts that say something about cells, unpacked; pictures and the like stay behind."""
    copy = io.BytesIO()
    with zipfile.ZipFile(copy, "w") as target:
        for part in {each.filename: each for each in archive.infolist()}.values():
            if part.filename.lower().endswith((".xml", ".rels")):
                content = archive.read(part)
                _check_part(content, name)
                target.writestr(part.filename, content)
    copy.seek(0)
    return copy


def _check_part(content: bytes, name: str) -> None:
    claimed = max((int(count[1]) for count in _CLAIMED_TEXTS.finditer(content)), default=0)
    if claimed > len(content):
        raise damaged(name)
    unplaced = _UNPLACED.search(content) is not None
    rows, columns = _outermost(content, blanks_too=unplaced)
    if unplaced:
        rows, columns = rows + len(_ROW.findall(content)), columns + _most_cells_in_a_row(content)
    refuse_far(name, rows, columns)


def _outermost(content: bytes, *, blanks_too: bool) -> tuple[int, int]:
    """The last row and column any cell names as its place; 0 when none does.

    The library passes over cells without content, so they matter only where the place of another
    follows from theirs. Spreadsheets leave such cells where a whole column has a colour.
    """
    last_row = last_column = 0
    for place in _PLACE.finditer(content):
        letters, row = place[1], int(place[2])
        column = column_number(letters)
        further = row > last_row or column > last_column
        if further and (blanks_too or _holds_something(letters, content, place.end())):
            last_row, last_column = max(last_row, row), max(last_column, column)
    return last_row, last_column


def _holds_something(letters: bytes, content: bytes, end: int) -> bool:
    """Whether a place is that of a cell whose tag does not close itself; rows have no letters."""
    return bool(letters) and not _CLOSES_ITSELF.match(content, end)


def _most_cells_in_a_row(content: bytes) -> int:
    return max(len(_CELL.findall(row)) for row in _ROW.split(content))
