"""Tables in Excel workbooks (.xlsx), read by calamine behind our own gate."""

from datetime import date, datetime, time
from typing import TYPE_CHECKING

from lean_desktop.domain.errors import KnownError
from lean_desktop.exchange.sheet import CONTROLS, LONGEST_CELL, Sheet, refuse_far, refused
from lean_desktop.i18n import M_

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

_LARGEST_WHOLE = 1e15
"""Beyond this a floating-point number no longer holds every whole number."""


def read_workbook(data: bytes, name: str, sheet: str = "") -> Sheet:
    """The table in one sheet of a workbook, the first visible one with cells unless named.

    `data` is what stands in the file called `name`. Whole numbers lose their decimals, days are
    written as in 2026-10-06. Raises KnownError.
    """
    from python_calamine import CalamineError, CalamineWorkbook

    from lean_desktop.exchange import workbook_gate

    copy = workbook_gate.checked_copy(data, name)
    try:
        with CalamineWorkbook.from_filelike(copy) as workbook:
            return _read(workbook, name, sheet)
    except (CalamineError, ValueError, OverflowError) as error:
        raise workbook_gate.damaged(name) from error


def read_sheets(data: bytes, name: str) -> list[Sheet]:
    """The tables in all visible sheets of a workbook. Raises KnownError."""
    from python_calamine import CalamineError, CalamineWorkbook

    from lean_desktop.exchange import workbook_gate

    copy = workbook_gate.checked_copy(data, name)
    try:
        with CalamineWorkbook.from_filelike(copy) as workbook:
            names = _names(workbook)
            return [
                Sheet(name, _rows(workbook, each, name), sheet=each, sheets=names) for each in names
            ]
    except (CalamineError, ValueError, OverflowError) as error:
        raise workbook_gate.damaged(name) from error


def _names(workbook: "CalamineWorkbook") -> tuple[str, ...]:
    """The sheets one sees; all of them where one sees none."""
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    known = [each for each in workbook.sheets_metadata if each.typ == SheetTypeEnum.WorkSheet]
    visible = [each.name for each in known if each.visible == SheetVisibleEnum.Visible]
    return tuple(visible or [each.name for each in known])


def _read(workbook: "CalamineWorkbook", name: str, wanted: str) -> Sheet:
    names = _names(workbook)
    if wanted and wanted not in names:
        raise _no_such_sheet(name, wanted, names)
    for sheet in [wanted] if wanted else names:
        rows = _rows(workbook, sheet, name)
        if rows:
            return Sheet(name, rows, sheet=sheet, sheets=names)
    return Sheet(name, [], sheet=wanted, sheets=names)


def _rows(workbook: "CalamineWorkbook", sheet: str, name: str) -> list[list[str]]:
    found = workbook.get_sheet_by_name(sheet)
    refuse_far(name, found.total_height + 1, found.total_width + 1)
    cells = found.to_python(skip_empty_area=False)
    return [[_text(value) for value in row] for row in cells]


def _text(value: object) -> str:
    if isinstance(value, str):
        return CONTROLS.sub("", value[:LONGEST_CELL])
    if isinstance(value, float):
        return str(int(value)) if _is_whole(value) else repr(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, date):
        return value.isoformat()
    return str(value)


def _is_whole(value: float) -> bool:
    return value.is_integer() and abs(value) < _LARGEST_WHOLE


def _no_such_sheet(name: str, wanted: str, names: tuple[str, ...]) -> KnownError:
    return refused(
        M_("“{name}” has no sheet called “{sheet}”.", name=name, sheet=wanted),
        M_("Choose one of these: {sheets}", sheets=", ".join(names)),
    )
