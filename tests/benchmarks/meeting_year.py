"""The year of 140 groups with 30 meetings each and eight daily lines, from nothing to painted.

The floor fetches the same meetings with plain sqlite3 and paints a bare table of as many cells.
"""

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QTableView, QWidget

from lean_desktop.app import application
from lean_desktop.document.document import Document
from lean_desktop.edits import workspace
from lean_desktop.edits.filling import fill
from lean_desktop.i18n import language
from lean_desktop.settings import Settings
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.meetings.year_page import YearPage
from lean_desktop.ui.theme import Theme
from tests.benchmarks.ratio import Ratio, compare

GROUPS, EACH, LINES, DAYS, MEMBERS = 140, 30, 8, 230, 7
WEEKS = 53
NOW = datetime(2026, 10, 6, 8)
ROOM = (1400, 800)
Row = dict[str, Any]


class Bare(QAbstractTableModel):
    """As many cells as the year has, each a letter, and nothing behind them."""

    def rowCount(self, _parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return GROUPS + LINES

    def columnCount(self, _parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return WEEKS

    def data(
        self, _index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        return "●" if role == Qt.ItemDataRole.DisplayRole else None


def run() -> Ratio:
    """Read, laid out, and painted for the first time; the clashes of what is ahead looked for."""
    app = application()
    with tempfile.TemporaryDirectory() as folder:
        live = filled(Path(folder) / "year.leandesk")
        around = surroundings(live, Path(folder))
        plain = sqlite3.connect(Path(folder) / "plain.sqlite")
        plain.executescript("\n".join(_dump(live)))

        def ours() -> None:
            _painted(YearPage(around))

        def floor() -> None:
            plain.execute("SELECT * FROM meeting ORDER BY planned_start").fetchall()
            _painted(bare_view())

        def _painted(widget: QWidget) -> None:
            widget.resize(*ROOM)
            widget.show()
            app.processEvents()
            widget.close()
            widget.deleteLater()
            app.processEvents()

        found = compare(f"year of {GROUPS} groups", 4.0, ours, floor)
        plain.close()
        live.close()
        return found


def surroundings(live: LiveDocument, folder: Path) -> Surroundings:
    """What the page is given."""
    theme = Theme(application(), "light")
    return Surroundings(live, language("nb"), theme, Settings(folder / "settings.json"))


def bare_view() -> QTableView:
    """A table with the cells of `Bare`, as narrow as the year's."""
    view = QTableView()
    view.setModel(Bare(view))
    view.horizontalHeader().setDefaultSectionSize(21)
    view.verticalHeader().setDefaultSectionSize(30)
    return view


def filled(path: Path) -> LiveDocument:
    """A workspace with the groups, their members, and a year of meetings."""
    document = Document.create(path)
    document.aside(workspace.start, "0" * 36, "Mange", "AS")
    people = GROUPS * MEMBERS
    rows: dict[str, list[Row]] = {
        "unit": [{"id": key, "name": f"Linje {key}"} for key in range(1, LINES + 1)],
        "person": [
            {"id": key, "first_name": "Kari", "last_name": f"Nr. {key}"}
            for key in range(1, people + 1)
        ],
        "group": [
            {"id": key, "kind": "improvement", "name": f"Gruppe {key}"}
            for key in range(1, GROUPS + 1)
        ],
        "membership": [
            {"id": key, "group_id": (key - 1) // MEMBERS + 1, "person_id": key}
            for key in range(1, people + 1)
        ],
        "meeting": list(_meetings()),
    }
    document.aside(fill, rows)
    document.clock = lambda: NOW
    return LiveDocument(document)


def _meetings() -> Iterator[Row]:
    """Each group every eleventh working day or so; the lines on every working day."""
    key = 0
    for group in range(1, GROUPS + 1):
        for number in range(1, EACH + 1):
            key += 1
            day = datetime(2026, 1, 5) + timedelta(days=group % 5, weeks=number * 51 // EACH)
            start = datetime.combine(day, time(8 + group % 7))
            yield _meeting(key, number, start, 45, group_id=group, place=f"Rom {group % 10}")
    for unit in range(1, LINES + 1):
        for number in range(1, DAYS + 1):
            key += 1
            day = datetime(2026, 1, 5) + timedelta(weeks=(number - 1) // 5, days=(number - 1) % 5)
            start = datetime.combine(day, time(14, 30))
            yield _meeting(key, number, start, 10, unit_id=unit, kind="daily")


def _meeting(key: int, number: int, start: datetime, minutes: int, **other: Any) -> Row:
    usual = {
        "id": key,
        "number": number,
        "group_id": None,
        "unit_id": None,
        "place": "",
        "kind": "improvement",
        "planned_start": start,
        "planned_end": start + timedelta(minutes=minutes),
        "state": "closed" if start < NOW else "called",
        "calendar_number": key,
    }
    return {**usual, **other}


def _dump(live: LiveDocument) -> Iterator[str]:
    """The meetings as plain statements."""
    from sqlalchemy import text

    columns = "id, number, kind, title, group_id, unit_id, planned_start, planned_end, state, place"
    yield f"CREATE TABLE meeting ({columns});"
    for row in live.read(lambda read: read.execute(text(f"SELECT {columns} FROM meeting")).all()):
        values = ", ".join("NULL" if each is None else f"'{each}'" for each in row)
        yield f"INSERT INTO meeting VALUES ({values});"
