"""Another date of a matrix of 1,000 × 150: from when it is asked for until its cells are painted.

The days are recent ones: the more has been said before a day, the more is read. What the skills are
covered by is counted afterwards, and not in the time.
"""

import os
import tempfile
from datetime import date, timedelta
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, Qt

from lean_desktop.app import application
from lean_desktop.ui.competence.matrix_page import MatrixPage
from lean_desktop.ui.competence.source import MatrixSource
from tests.benchmarks.competence import DAY
from tests.benchmarks.competence_scroll import ROOM, filled
from tests.benchmarks.meeting_year import surroundings
from tests.benchmarks.ratio import Ratio, timed

DAYS, BOUND_MS = 9, 200.0


def run() -> Ratio:
    """The best of a few days."""
    app = application()
    with tempfile.TemporaryDirectory() as folder:
        live = filled(Path(folder) / "plant.leandesk")
        around = surroundings(live, Path(folder))
        source = MatrixSource(live, around.t)
        page = MatrixPage(around, source)
        source.load_once()
        page.resize(*ROOM)
        page.show()
        app.processEvents()
        best = min(_shown(page, DAY - timedelta(days=back)) for back in range(1, DAYS + 1))
        page.close()
        live.close()
    ms = round(best * 1e3, 3)
    name = "another date until it is painted, of 200 ms"
    return Ratio(name, round(ms / BOUND_MS, 3), 1.0, ms, BOUND_MS)


def _shown(page: MatrixPage, day: date) -> float:
    """Seconds until it is painted; then what follows is waited for."""
    taken = timed(partial(_show, page, day))
    waiting = QEventLoop()
    page.source.reading.when_at_rest(waiting.quit)
    if page.source.reading.busy:
        waiting.exec()
    return taken


def _show(page: MatrixPage, day: date) -> None:
    waiting = QEventLoop()
    once = Qt.ConnectionType.SingleShotConnection
    page.source.changed.connect(waiting.quit, once)
    page.source.show_day(day)
    waiting.exec()
    grid = page.grid
    for each in (grid.viewport(), grid.rows.viewport(), grid.columns.viewport()):
        each.repaint()
