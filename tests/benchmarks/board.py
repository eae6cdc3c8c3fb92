"""The board: opened, filtered and dragged on, with 1,000 cards in 10 columns and 10 lanes.

A frame of a drag is compared with a bare list view that draws as many rounded boxes with two
strings each; 10,000 cards, and 51,000 actions that are over, with the 1,000 alone.
"""

import os
import statistics
import tempfile
from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPoint, QRect, QSize, QStringListModel, Qt
from PySide6.QtGui import QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView, QStyledItemDelegate, QStyleOptionViewItem

from lean_desktop.app import application
from lean_desktop.document.document import Document
from lean_desktop.domain.actions import ActionStatus
from lean_desktop.domain.board import BoardColumn, LanesBy
from lean_desktop.edits import board as board_edits
from lean_desktop.edits import workspace
from lean_desktop.edits.filling import fill
from lean_desktop.i18n import M_, language
from lean_desktop.settings import Settings
from lean_desktop.ui.actions.board_view import BoardView
from lean_desktop.ui.actions.editor import ActionsEditor
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.qt import override
from lean_desktop.ui.theme import Theme
from tests.benchmarks.ratio import Ratio, timed

FEW, MANY, OVER = 1_000, 10_000, 51_000
ROOM = QSize(1400, 800)
NOW = datetime(2026, 10, 6, 8)
STATUSES = ("new", "planned", "doing", "blocked", "done")
OPEN_MS, KEY_MS = 300.0, 50.0


def run() -> list[Ratio]:
    """Open, filter and drag, with few and with many."""
    app = application()
    theme = Theme(app)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        lives = {
            "few": _live(folder / "few.leandesk", FEW, 0),
            "many": _live(folder / "many.leandesk", MANY, 0),
            "over": _live(folder / "over.leandesk", FEW, OVER),
        }
        settings = Settings(folder / "settings.json")

        def around(live: LiveDocument) -> Surroundings:
            return Surroundings(live, language("nb"), theme, settings)

        opened = {key: _opening(around(live)) for key, live in lives.items()}
        typed = {key: _typing(around(live)) for key, live in lives.items()}
        dragged = _dragging(around(lives["few"]))
        for live in lives.values():
            live.close()
    return [
        _bounded("board of 1,000 opened, of 300 ms", opened["few"], OPEN_MS),
        _bounded("board of 10,000 opened, of 4 × 300 ms", opened["many"], 4 * OPEN_MS),
        _compared("board beside 51,000 over, opened", opened["over"], opened["few"], 1.2),
        _bounded("key of a filter, 1,000 cards, of 50 ms", typed["few"], KEY_MS),
        _bounded("key of a filter, 10,000 cards, of 4 × 50 ms", typed["many"], 4 * KEY_MS),
        _compared("drag frame of 1,000 cards, 95th percentile", *dragged, 2.0),
    ]


def _opening(around: Surroundings) -> float:
    times = []
    for _ in range(7):
        times.append(timed(lambda: _close(_opened(around))))
    return min(times)


def _opened(around: Surroundings) -> ActionsEditor:
    editor = ActionsEditor(around)
    editor.resize(ROOM)
    editor.return_to({"lanes": LanesBy.OWNER.value, "view": "board"})
    editor.show()
    QApplication.processEvents()
    editor.board.view.viewport().repaint()
    return editor


def _close(editor: ActionsEditor) -> None:
    editor.close()
    editor.deleteLater()


def _typing(around: Surroundings) -> float:
    editor = _opened(around)
    times = []
    for letter in "gjøremål 17":
        times.append(timed(partial(_type, editor, letter)))
    _close(editor)
    return max(times)


def _type(editor: ActionsEditor, letter: str) -> None:
    search = editor.bar.filters.search
    search.setText(search.text() + letter)
    editor.board.view.viewport().repaint()


def _dragging(around: Surroundings) -> tuple[float, float]:
    editor = _opened(around)
    view = editor.board.view
    visible = sum(
        view.visualRect(view.cards.index(row, 0)).intersects(view.viewport().rect())
        for row in range(view.cards.rowCount())
    )
    bare = Bare(visible)
    bare.show()
    QApplication.processEvents()
    start = view.visualRect(view.cards.index(0, 0)).center()
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(view.viewport(), start + QPoint(30, 30))
    ours, floor = [], []
    for frame in range(180):
        where = start + QPoint(30 + frame * 5, 30 + frame * 2)
        ours.append(timed(_frame(view, where)))
        floor.append(timed(bare.viewport().repaint))
    view.drag.stop()
    _close(editor)
    bare.close()
    return _p95(ours), _p95(floor)


def _frame(view: BoardView, where: QPoint) -> Callable[[], None]:
    def paint() -> None:
        view.drag.move(where)
        view.viewport().repaint()

    return paint


class Bare(QListView):
    """As many rounded boxes as are seen of the board, two strings in each."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self.setModel(QStringListModel([f"Kort {n}" for n in range(count)], self))
        self.setItemDelegate(Boxes(self))
        self.setFlow(self.Flow.LeftToRight)
        self.setWrapping(True)
        self.resize(ROOM)


class Boxes(QStyledItemDelegate):
    """Draws a box and two strings."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Any) -> None:
        place: QRect = option.rect
        painter.drawRoundedRect(place.adjusted(4, 4, -4, -4), 6, 6)
        painter.drawText(place.adjusted(12, 12, 0, 0), 0, index.data())
        painter.drawText(place.adjusted(12, 40, 0, 0), 0, "Linh Nguyễn 12. okt.")

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Any) -> QSize:
        return QSize(120, 88)


def _bounded(name: str, seconds: float, bound_ms: float) -> Ratio:
    ms = round(seconds * 1e3, 3)
    return Ratio(name, round(ms / bound_ms, 3), 1.0, ms, bound_ms)


def _compared(name: str, ours: float, floor: float, bound: float) -> Ratio:
    return Ratio(name, round(ours / floor, 3), bound, round(ours * 1e3, 3), round(floor * 1e3, 3))


def _p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]


def _live(path: Path, count: int, over: int) -> LiveDocument:
    document = Document.create(path)
    document.aside(workspace.start, "0" * 36, "Mange", "AS")
    people = [
        {"id": key, "first_name": f"Person {key}", "last_name": "Nordmann"} for key in range(1, 11)
    ]
    actions = [_action(number, over=number >= count) for number in range(count + over)]
    document.clock = lambda: NOW
    columns = [BoardColumn(-n, f"Kolonne {n}", (ActionStatus(STATUSES[n % 5]),)) for n in range(10)]
    document.edit(M_("Columns"), board_edits.set_columns, None, columns)
    document.aside(fill, {"person": people, "action": actions})
    return LiveDocument(document)


def _action(number: int, *, over: bool) -> dict[str, Any]:
    status = "done" if over else STATUSES[number % 5]
    made = date(2020, 1, 1) if over else date(2026, 9, 1)
    done = made + timedelta(days=9) if over else date(2026, 10, 1)
    return {
        "id": number + 1,
        "number": number + 1,
        "title": f"Gjøremål {number}: merke opp soner ved linje {number % 17}",
        "owner_id": number % 10 + 1,
        "created": made,
        "status": status,
        "status_since": made,
        "column_id": None if over else number % 10 + 1,
        "first_due": made + timedelta(days=number % 60),
        "due": made + timedelta(days=number % 60),
        "done": done if status == "done" else None,
    }
