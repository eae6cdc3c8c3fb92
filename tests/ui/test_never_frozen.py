"""The window goes on living while long work is done: no gap of its event loop over 100 ms.

A gap is measured with a timer of 5 ms. What counts is our own holding up of the loop, so the best
of a few tries is taken: a machine that is busy with other things makes gaps of its own.
"""

import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from lean_desktop.document.backup import Backups, Reason
from lean_desktop.document.document import Edited
from lean_desktop.domain.people_import import guess_columns, people_list, plan_import
from lean_desktop.edits.organisation import add_person
from lean_desktop.edits.people_import import import_people
from lean_desktop.handouts.meetings import agenda
from lean_desktop.handouts.sheet import Sheet
from lean_desktop.i18n import M_, language
from lean_desktop.queries import meetings as meeting_queries
from lean_desktop.queries import organisation as queries
from lean_desktop.settings import Settings
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.long_work import edit_long, run_long
from lean_desktop.ui.organisation.chart_bar import ALL_LEVELS
from lean_desktop.ui.organisation.chart_page import ChartPage
from lean_desktop.ui.organisation.model import people_model
from lean_desktop.ui.theme import Theme
from lean_desktop.ui.widgets.table import Table
from tests.plants import START, TODAY, new_plant

ROWS = 10_000
LONGEST = 0.1
TRIES = 4
EN = language("en")


@pytest.fixture
def live(tmp_path: Path, qapp: Any, qtbot: Any) -> Iterator[LiveDocument]:
    document, _ = new_plant(tmp_path)
    document.clock = lambda: START
    live = LiveDocument(document)
    table = Table("People", EN, Theme(qapp, "light"))
    qtbot.addWidget(table)
    table.follow(people_model(live, EN, table))
    with qtbot.waitExposed(table):
        table.show()
    yield live
    table.close()
    live.close()


def longest_gap(work: Callable[[], object]) -> float:
    """The longest time, in seconds, in which the event loop did not get round."""
    gaps: list[float] = []
    last = time.perf_counter()

    def tick() -> None:
        nonlocal last
        now = time.perf_counter()
        gaps.append(now - last)
        last = now

    timer = QTimer(interval=5)
    timer.timeout.connect(tick)
    timer.start()
    work()
    tick()
    timer.stop()
    return max(gaps)


def plan(live: LiveDocument) -> Any:
    rows = [["Number", "First name", "Last name", "Unit"]]
    rows += [[str(n), f"Name {n}", f"Aas {n % 977}", f"Unit {n % 40}"] for n in range(ROWS)]
    source = people_list(rows)
    people = live.read(queries.people, today=TODAY)
    return plan_import(source, guess_columns(source), people, live.read(queries.units), EN)


def take_in(live: LiveDocument) -> Callable[[], Edited[Any]]:
    planned, document = plan(live), live.document
    return lambda: document.edit(M_("Import"), import_people, planned, TODAY)


def test_an_import_of_ten_thousand_and_its_undo(live: LiveDocument) -> None:
    gaps = []
    for _ in range(TRIES):
        change = take_in(live)
        there = longest_gap(partial(edit_long, "Import", live, EN, change))
        assert live.read(queries.counts)[0] == ROWS + 3
        back = longest_gap(
            lambda: edit_long("Undo", live, EN, lambda: Edited(None, live.document.undo()))
        )
        assert live.read(queries.counts)[0] == 3
        gaps.append(max(there, back))
        if gaps[-1] < LONGEST:
            break
    assert min(gaps) < LONGEST, gaps


def test_a_backup_of_ten_thousand(live: LiveDocument, tmp_path: Path) -> None:
    live.document.edit(M_("Import"), import_people, plan(live), TODAY)
    backups = Backups(tmp_path / "backups")

    def back_up() -> None:
        run_long(
            "Backup",
            lambda report: backups.make(live.document, Reason.ASKED, report),
            live,
            EN,
        )

    assert min(longest_gap(back_up) for _ in range(TRIES)) < LONGEST


def test_a_handout(live: LiveDocument) -> None:
    snapshot = live.read(meeting_queries.agenda, 1)
    assert snapshot
    sheet = Sheet("Verkstedindustri AS", "Verkstedet", None, START)

    def make() -> None:
        run_long("Agenda", lambda _report: agenda(snapshot, sheet, EN), None, EN)

    assert min(longest_gap(make) for _ in range(TRIES)) < LONGEST


@pytest.fixture
def chart(tmp_path: Path, settings: Settings, qapp: Any, qtbot: Any) -> Iterator[ChartPage]:
    """The chart of ten thousand, and nothing else that follows the file."""
    document, _ = new_plant(tmp_path)
    document.clock = lambda: START
    live = LiveDocument(document)
    document.edit(M_("Import"), import_people, plan(live), TODAY)
    page = ChartPage(Surroundings(live, EN, Theme(qapp, "light"), settings))
    page.resize(1200, 800)
    qtbot.addWidget(page)
    yield page
    page.close()
    live.close()


def test_the_chart_of_ten_thousand(chart: ChartPage) -> None:
    def at_rest() -> None:
        while chart._maker._background.busy or not chart.view.picture.boxes:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)

    def first_look() -> None:
        chart.show()
        at_rest()

    def unfold_and_add() -> None:
        chart._show_levels(ALL_LEVELS)
        at_rest()
        chart.live.edit(M_("Add"), add_person, first_name="Nils", unit_id=1)
        at_rest()

    gaps = [longest_gap(first_look)]
    gaps += [longest_gap(unfold_and_add) for _ in range(TRIES)]
    assert len(chart.view.picture.boxes) > ROWS
    assert min(gaps[1:]) < LONGEST, gaps


def test_a_gap_is_seen(qapp: Any) -> None:
    assert longest_gap(lambda: time.sleep(0.12)) > LONGEST
