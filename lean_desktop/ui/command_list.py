"""The list of the command palette: headings, and rows with icon, name, hint and keys."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from lean_desktop.i18n import Language
from lean_desktop.ui.command_search import Entry
from lean_desktop.ui.editor import Command
from lean_desktop.ui.keycaps import cap_width, key_names, paint_cap
from lean_desktop.ui.qt import override
from lean_desktop.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
ENTRY_ROLE = Qt.ItemDataRole.UserRole
"""The entry of a row; None for a heading."""

ON_ROLE = Qt.ItemDataRole.UserRole + 1
"""Whether choosing the row would do anything now."""

_ICONS = {"person": "user", "group": "users", "unit": "org", "meeting": "meeting"}
_ROW, _HEADING, _SIDE, _ICON = 36, 28, 12, 18


class CommandRows(QAbstractListModel):
    """Entries under the headings of their sections; `is_on` tells which would do anything."""

    def __init__(self, t: Language, is_on: Callable[[Any], bool]) -> None:
        super().__init__()
        self._t = t
        self._is_on = is_on
        self._rows: list[Entry[Any] | str] = []

    def show_entries(self, entries: Sequence[Entry[Any]]) -> None:
        """Show these, with a heading wherever a section begins."""
        self.beginResetModel()
        self._rows = []
        section = ""
        for each in entries:
            if each.section != section:
                section = each.section
                self._rows.append(section)
            self._rows.append(each)
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if isinstance(self._rows[index.row()], str):
            return Qt.ItemFlag.NoItemFlags
        # What is not possible now can be walked to all the same, and says so.
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        if isinstance(row, str):
            return row if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._told(row)
        if role == ON_ROLE:
            return self._is_on(row.thing)
        return row if role == ENTRY_ROLE else None

    def _told(self, row: Entry[Any]) -> str:
        parts = [row.name, row.hint or row.section, keys_of(row)]
        if not self._is_on(row.thing):
            parts.append(self._t("not possible now"))
        return ", ".join(filter(None, parts))


class CommandList(QListView):
    """The rows, walked by the keys that the field passes on."""

    def __init__(self, theme: Theme, rows: CommandRows, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(rows)
        self.setItemDelegate(_RowPainter(theme, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def wanted_height(self) -> int:
        """Logical pixels that all rows together take."""
        return sum(self.sizeHintForRow(row) for row in range(self.model().rowCount()))

    def go_to_first(self) -> None:
        """Take the first row that is no heading."""
        self._go(0, 1)
        self.scrollToTop()

    def step(self, rows: int) -> None:
        """Go down so many rows, up when negative, over headings.

        A single step past one end comes round to the other; a leap stops at the end.
        """
        wanted = self.currentIndex().row() + rows
        if abs(rows) > 1:
            wanted = min(max(wanted, 1), self.model().rowCount() - 1)  # Row 0 is a heading.
        self._go(wanted, 1 if rows > 0 else -1)

    def current_entry(self) -> Entry[Any] | None:
        """The entry that Enter would choose."""
        found: Entry[Any] | None = self.currentIndex().data(ENTRY_ROLE)
        return found

    def current_text(self) -> str:
        """What is read aloud of the current row."""
        return self.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole) or ""

    def _go(self, row: int, direction: int) -> None:
        count = self.model().rowCount()
        for away in range(count):
            index = self.model().index((row + away * direction) % count, 0)
            if index.data(ENTRY_ROLE) is not None:
                self.setCurrentIndex(index)
                return


class _RowPainter(QStyledItemDelegate):
    """Paints a heading, or icon, name and hint on the left and keys on the right."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        height = _HEADING if index.data(ENTRY_ROLE) is None else _ROW
        return QSize(200, max(height, option.fontMetrics.height() + 8))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        row: Entry[Any] | None = index.data(ENTRY_ROLE)
        place = option.rect.adjusted(_SIDE, 0, -_SIDE, 0)
        if row is None:
            self._write(painter, place, index.data(), "text3", strong=True)
        else:
            self._paint_entry(painter, option, place, row, on=index.data(ON_ROLE))
        painter.restore()

    def _paint_entry(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        place: QRect,
        row: Entry[Any],
        *,
        on: bool,
    ) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("selected"))
            painter.drawRoundedRect(option.rect.adjusted(0, 1, 0, -1), 6, 6)
        color = "text" if on else "disabled"
        icon = self._theme.icon(icon_of(row), color)
        icon.paint(painter, QRect(place.left(), place.top(), _ICON, place.height()))
        place.setLeft(place.left() + _ICON + _SIDE)
        place.setRight(self._paint_keys(painter, place, keys_of(row)))
        used = self._write(painter, place, row.name, color)
        place.setLeft(place.left() + used + _SIDE)
        self._write(painter, place, row.hint, "text3")

    def _paint_keys(self, painter: QPainter, place: QRect, keys: str) -> int:
        """The keys at the right end; returns where the room for the rest ends."""
        if not keys:
            return place.right()
        left = place.right() - cap_width(self._theme, keys)
        paint_cap(painter, self._theme, left, place.center().y() + 1, keys)
        return round(left) - _SIDE

    def _write(
        self, painter: QPainter, place: QRect, text: str, color: str, *, strong: bool = False
    ) -> int:
        """Write a line in a place, cut off with an ellipsis; returns its width."""
        font = painter.font()
        font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(self._theme.color(color))
        fits = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, fits)
        return painter.fontMetrics().horizontalAdvance(fits)


def keys_of(row: Entry[Any]) -> str:
    """The first keys of a command, written as the platform does."""
    names = key_names(row.thing.keys) if isinstance(row.thing, Command) else []
    return names[0] if names else ""


def icon_of(row: Entry[Any]) -> str:
    """The icon of a command, or of the kind of thing that was found."""
    if isinstance(row.thing, Command):
        return row.thing.icon or "chevr"
    return _ICONS.get(row.thing.kind, "search")
