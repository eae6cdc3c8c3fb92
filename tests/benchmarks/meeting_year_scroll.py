"""Frames of the year of 140 groups while it is scrolled, against a bare table of as many rows.

Compared is the frame that 95 of 100 are quicker than; the names and what was held are in ours.
"""

import os
import statistics
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QTableView, QWidget

from lean_desktop.app import application
from lean_desktop.ui.meetings.year_page import YearPage
from tests.benchmarks.meeting_year import ROOM, bare_view, filled, surroundings
from tests.benchmarks.ratio import Ratio, timed

FRAMES, ROUNDS = 60, 3


def run() -> Ratio:
    """From the top to the bottom, a few times."""
    app = application()
    with tempfile.TemporaryDirectory() as folder:
        live = filled(Path(folder) / "year.leandesk")
        page, bare = YearPage(surroundings(live, Path(folder))), bare_view()
        for view in (page, bare):
            view.resize(*ROOM)
            view.show()
        app.processEvents()
        grid = page.grid
        seen = (grid.viewport(), grid.names.viewport(), page.held)
        ours = _frames(grid, seen)
        floor = _frames(bare, (bare.viewport(), bare.verticalHeader().viewport()))
        times: tuple[list[float], list[float]] = ([], [])
        for mine, theirs in zip(ours, floor, strict=True):
            times[0].append(timed(mine))
            times[1].append(timed(theirs))
        page.close()
        bare.close()
        live.close()
    mine_p95, bare_p95 = (statistics.quantiles(each, n=20)[-1] for each in times)
    ratio, both = mine_p95 / bare_p95, (mine_p95, bare_p95)
    return Ratio("year scrolled, 95th percentile", round(ratio, 3), 2.0, *map(_ms, both))


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


def _ms(seconds: float) -> float:
    return round(seconds * 1e3, 3)
