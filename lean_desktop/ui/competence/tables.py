"""Flat tables with headings, as the lists of the Competence tab are."""

from collections.abc import Sequence

from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem

ROOM = "QTreeView::item { padding: 5px 6px; }"
"""Rows as high as a finger, and texts under their headings."""

FRAME = 8


def table(name: str, heads: Sequence[str]) -> QTreeWidget:
    """An empty table of one chosen row."""
    made = QTreeWidget()
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
