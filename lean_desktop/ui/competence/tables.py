"""Flat tables with headings, as the lists of the Competence tab are."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem

from lean_desktop.ui.qt import override

ROOM = "QTreeView::item { padding: 5px 6px; }"
"""Rows as high as a finger, and texts under their headings."""

FRAME = 8
MARGIN = 24


class Table(QTreeWidget):
    """A table that says in its middle what is to come, while nothing is in it."""

    def __init__(self, nothing: str) -> None:
        super().__init__()
        self._nothing = nothing
        self.setAccessibleDescription(nothing)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._nothing and not self.topLevelItemCount():
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().color(QPalette.ColorRole.Text))
            room = self.viewport().rect().adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(room, flags, self._nothing)
            painter.end()


def table(name: str, heads: Sequence[str], nothing: str = "") -> QTreeWidget:
    """A table of one chosen row, that says `nothing` while it is empty."""
    made = Table(nothing)
    made.setAccessibleName(name)
    made.setRootIsDecorated(False)
    made.setStyleSheet(ROOM)
    made.setHeaderLabels(heads)
    return made


def lines(tree: QTreeWidget) -> list[QTreeWidgetItem]:
    """The rows of a table from the top."""
    found = (tree.topLevelItem(row) for row in range(tree.topLevelItemCount()))
    return [each for each in found if each is not None]


def fit_columns(tree: QTreeWidget) -> None:
    """Every column as wide as what stands in it and a tick's frame; the last has the rest."""
    for column in range(tree.columnCount() - 1):
        tree.resizeColumnToContents(column)
        tree.setColumnWidth(column, tree.columnWidth(column) + FRAME)
