"""Frames of a matrix of 1,000 × 150 while it is scrolled, against a table drawing one picture a cell.

Compared is the frame that 95 of 100 are quicker than; heads and sums are in ours.
"""

import os
import random
import statistics
import tempfile
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, time
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from lean_desktop.app import application
from lean_desktop.document.document import Document
from lean_desktop.edits import workspace
from lean_desktop.edits.filling import fill
from lean_desktop.ui.competence.matrix_page import MatrixPage
from lean_desktop.ui.competence.source import MatrixSource
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.qt import override
from tests.benchmarks.competence import DAY, PEOPLE, SKILLS, filled_rows
from tests.benchmarks.meeting_year import surroundings
from tests.benchmarks.ratio import Ratio, timed

ROOM = 1440, 900
FRAMES, ROUNDS = 60, 3
SIDE = 18
Index = QModelIndex | QPersistentModelIndex


class Bare(QAbstractTableModel):
    """As many rows and columns, with nothing in them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else PEOPLE

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else SKILLS

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return None


class OnePicture(QStyledItemDelegate):
    """Draws the same picture in the middle of each cell."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._picture = QPixmap(SIDE, SIDE)
        self._picture.fill(Qt.GlobalColor.darkBlue)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        middle = option.rect.center()
        painter.drawPixmap(middle.x() - SIDE // 2, middle.y() - SIDE // 2, self._picture)


def run() -> Ratio:
    """From the top to the bottom, a few times."""
    app = application()
    with tempfile.TemporaryDirectory() as folder:
        live = filled(Path(folder) / "plant.leandesk")
        source = MatrixSource(live, surroundings(live, Path(folder)).t)
        page = MatrixPage(surroundings(live, Path(folder)), source)
        source.load_once()
        bare = _bare(page.grid)
        for view in (page, bare):
            view.resize(*ROOM)
            view.show()
        app.processEvents()
        grid = page.grid
        seen = (grid.viewport(), grid.rows.viewport(), grid.columns.viewport())
        ours = _frames(grid, (*seen, page.below, page.beside))
        floor = _frames(bare, (bare.viewport(), bare.verticalHeader().viewport()))
        times: tuple[list[float], list[float]] = ([], [])
        for mine, theirs in zip(ours, floor, strict=True):
            times[0].append(timed(mine))
            times[1].append(timed(theirs))
        page.close()
        bare.close()
        live.close()
    mine_p95, bare_p95 = (statistics.quantiles(each, n=20)[-1] for each in times)
    both = round(mine_p95 * 1e3, 3), round(bare_p95 * 1e3, 3)
    return Ratio("matrix scrolled, 95th percentile", round(mine_p95 / bare_p95, 3), 2.0, *both)


def filled(path: Path) -> LiveDocument:
    """The document of a thousand people, open, on the day of the benchmarks."""
    document = Document.create(path)
    document.aside(workspace.start, "0" * 36, "Verk", "Verk AS")
    document.aside(fill, filled_rows(random.Random(6)))
    document.clock = lambda: datetime.combine(DAY, time(9))
    return LiveDocument(document)


def _bare(like: QTableView) -> QTableView:
    view = QTableView()
    view.setModel(Bare(view))
    view.setItemDelegate(OnePicture(view))
    view.horizontalHeader().setDefaultSectionSize(like.columnWidth(0))
    view.verticalHeader().setDefaultSectionSize(like.rowHeight(0))
    return view


def _frames(view: QTableView, seen: Sequence[QWidget]) -> Iterator[Callable[[], None]]:
    for number in range(FRAMES * ROUNDS):
        yield _frame(view, seen, number % FRAMES / FRAMES)


def _frame(view: QTableView, seen: Sequence[QWidget], at: float) -> Callable[[], None]:
    """Scroll so far, and paint all that is seen at once."""

    def paint() -> None:
        bar = view.verticalScrollBar()
        bar.setValue(round(at * bar.maximum()))
        for each in seen:
            each.repaint()

    return paint
