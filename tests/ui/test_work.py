"""Work on a thread: its result, its error, its progress, and its end."""

import pytest
from pytestqt.qtbot import QtBot

from lean_desktop.domain.errors import Cancelled
from lean_desktop.ui.work import Progress, Work

MANY = 100_000


def finished(qtbot: QtBot, work: Work[int]) -> Work[int]:
    with qtbot.waitSignal(work.finished):
        work.start()
    return work


def test_the_result_and_the_first_and_last_progress_arrive(qtbot: QtBot) -> None:
    def task(progress: Progress) -> int:
        for done in range(1, MANY + 1):
            progress(done, MANY)
        return 42

    work = Work(task)
    told: list[tuple[int, int]] = []
    work.progressed.connect(lambda done, total: told.append((done, total)))
    assert finished(qtbot, work).result() == 42
    qtbot.waitUntil(lambda: told[-1:] == [(MANY, MANY)])
    assert told[0] == (1, MANY)
    assert len(told) < MANY / 100  # Else the window had nothing to do but to listen.


def test_an_error_is_raised_where_the_result_is_asked_for(qtbot: QtBot) -> None:
    def task(_progress: Progress) -> int:
        raise ValueError("no")

    work = finished(qtbot, Work(task))
    with pytest.raises(ValueError, match="no"):
        work.result()


def test_work_that_is_stopped_ends_at_its_next_report(qtbot: QtBot) -> None:
    reached: list[int] = []

    def task(progress: Progress) -> int:
        for done in range(3):
            progress(done, 3)
            reached.append(done)
        return 42

    work = Work(task)
    work.stop()
    with pytest.raises(Cancelled):
        finished(qtbot, work).result()
    assert reached == []
