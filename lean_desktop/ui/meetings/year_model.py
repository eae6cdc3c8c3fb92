"""The rows and cells of the year: a heading for each kind, a line for each that meets."""

from collections.abc import Iterable
from html import escape
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from lean_desktop.domain.meeting_year import Cell, Line, MeetingYear, Tally, Week
from lean_desktop.domain.meeting_year_words import (
    name_of,
    sections,
    told_cell,
    told_tally,
    told_week,
)
from lean_desktop.i18n import Language
from lean_desktop.ui.qt import override

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
Row = Line | str
"""A line, or the heading above those of one kind."""

NONE = QModelIndex()


class YearModel(QAbstractTableModel):
    """A column for each week. What is painted is asked as `rows` and `year`, not cell by cell."""

    def __init__(self, t: Language, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self.year: MeetingYear | None = None
        self.rows: list[Row] = []
        self._wanted = ""

    @property
    def weeks(self) -> tuple[Week, ...]:
        """The columns."""
        return self.year.weeks if self.year else ()

    @property
    def lines(self) -> list[Line]:
        """The rows without the headings."""
        return [each for each in self.rows if isinstance(each, Line)]

    @property
    def so_far(self) -> Tally:
        """Held of planned over all lines."""
        return sum((line.so_far for line in self.lines), Tally())

    def show_year(self, year: MeetingYear) -> None:
        """Show this year."""
        self.beginResetModel()
        self.year = year
        self._fill()
        self.endResetModel()

    def keep(self, wanted: str) -> None:
        """Show the lines whose name has these words."""
        self.beginResetModel()
        self._wanted = wanted
        self._fill()
        self.endResetModel()

    def cell(self, index: Index) -> Cell:
        """What stands there; an empty cell where nothing does."""
        row = self.rows[index.row()]
        if isinstance(row, str):
            return Cell()
        return row.cells.get(self.weeks[index.column()].number, Cell())

    def row_of(self, key: int) -> int:
        """The row of a line by its key, -1 when it is not shown."""
        keys = [each.key if isinstance(each, Line) else None for each in self.rows]
        return keys.index(key) if key in keys else -1

    @override
    def rowCount(self, parent: Index = NONE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    @override
    def columnCount(self, parent: Index = NONE) -> int:
        return 0 if parent.isValid() else len(self.weeks)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        heading = not index.isValid() or isinstance(self.rows[index.row()], str)
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags if heading else usual

    @override
    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if role == Role.ToolTipRole:
            told = self._told(index)
            return _as_it_is([self._where(index), *told]) if told else None
        if role == Role.AccessibleTextRole:
            return self.spoken(index)
        return None

    def spoken(self, index: Index) -> str:
        """The cell in one line: whose, which week, what."""
        if not index.isValid() or isinstance(self.rows[index.row()], str):
            return ""
        return f"{self._where(index)}: {'; '.join(self._told(index)) or self._t('no meeting')}"

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal:
            return self._of_week(self.weeks[section], role)
        return self._of_row(self.rows[section], role)

    # Inside

    def _fill(self) -> None:
        found = sections(self.year.lines, self._t, self._wanted) if self.year else []
        self.rows = []
        for each in found:
            self.rows += [each.heading, *each.lines]

    def _where(self, index: Index) -> str:
        row = self.rows[index.row()]
        name = name_of(row.whose, self._t) if isinstance(row, Line) else row
        return f"{name} · {self._t.week(self.weeks[index.column()].monday)}"

    def _told(self, index: Index) -> list[str]:
        row = self.rows[index.row()]
        if self.year is None or isinstance(row, str):
            return []
        return told_cell(self.year, row, self.weeks[index.column()], self._t)

    def _of_week(self, week: Week, role: int) -> Any:
        if role == Role.ToolTipRole:
            return _as_it_is(told_week(week, self._t).splitlines())
        if role == Role.AccessibleTextRole:
            return told_week(week, self._t).replace("\n", ": ")
        return str(week.number) if role == Role.DisplayRole else None

    def _of_row(self, row: Row, role: int) -> Any:
        if role not in (Role.DisplayRole, Role.AccessibleTextRole, Role.ToolTipRole):
            return None
        if isinstance(row, str):
            return row if role == Role.DisplayRole else None
        name = name_of(row.whose, self._t)
        if role == Role.DisplayRole:
            return name
        told = self._t("{name}: {n} held so far", name=name, n=told_tally(row.so_far, self._t))
        return _as_it_is([told]) if role == Role.ToolTipRole else told


def _as_it_is(lines: Iterable[str]) -> str:
    """A tip in which nothing a user wrote is taken for markup."""
    return "<p style='white-space: pre'>" + "<br>".join(map(escape, lines)) + "</p>"
