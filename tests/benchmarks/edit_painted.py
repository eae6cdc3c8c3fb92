"""One edit from the door until the table has been painted again.

The floor is half as much again as plain sqlite3 takes for the statement and its commit, plus twice
what a bare view takes to repaint the same row.
"""

import os
import tempfile
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QTableView

from lean_desktop.app import application
from lean_desktop.edits import organisation as edits
from lean_desktop.i18n import language
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.organisation.model import people_model
from lean_desktop.ui.theme import Theme
from lean_desktop.ui.widgets.table import Table
from tests.benchmarks.edit_commit import LABEL, PEOPLE, filled, plain_edit
from tests.benchmarks.ratio import RUNS, Ratio, of_times, timed

EDITS = 50
COLUMNS = 12


class Bare(QAbstractTableModel):
    """As many cells of text as ours, and nothing behind them."""

    def rowCount(self, _parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return PEOPLE

    def columnCount(self, _parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return COLUMNS

    def data(
        self, _index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        return "Avdelingsleder" if role == Qt.ItemDataRole.DisplayRole else None


def run() -> Ratio:
    """Edit to painted, against one and a half commits and two bare repaints."""
    app = application()
    with tempfile.TemporaryDirectory() as folder:
        document, bare = filled(Path(folder))
        document.clock = lambda: datetime(2026, 10, 6)
        live = LiveDocument(document)
        table, view = _ours(live), _bare_view()
        number = count()

        def ours() -> None:
            for _ in range(EDITS):
                live.edit(LABEL, edits.change_people, [7], title=f"Title {next(number)}")
                app.processEvents()

        def commits() -> None:
            for _ in range(EDITS):
                plain_edit(bare, f"Title {next(number)}")

        def repaints() -> None:
            for _ in range(EDITS):
                view.model().dataChanged.emit(view.model().index(6, 0), view.model().index(6, 11))
                app.processEvents()

        for warm in (ours, commits, repaints):
            warm()
        rounds = [(timed(ours), timed(commits), timed(repaints)) for _ in range(RUNS)]
        floor = [1.5 * commit + 2 * repaint for _, commit, repaint in rounds]
        table.close()
        live.close()
        bare.close()
        return of_times("edit to painted", 1.0, [each[0] for each in rounds], floor)


def _ours(live: LiveDocument) -> Table:
    t = language("en")
    theme = Theme(application(), "light")
    table = Table("People", t, theme)
    table.follow(people_model(live, t, table))
    _show(table)
    return table


def _bare_view() -> QTableView:
    view = QTableView()
    view.setModel(Bare(view))
    _show(view)
    return view


def _show(view: QTableView) -> None:
    view.resize(1000, 700)
    view.show()
    application().processEvents()
