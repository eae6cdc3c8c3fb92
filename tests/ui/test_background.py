"""Work behind the window."""

import threading

import pytest
from pytestqt.qtbot import QtBot

from lean_desktop.ui.background import Background


def no_error(error: Exception) -> None:
    raise error


@pytest.fixture
def background(qtbot: QtBot) -> Background:
    return Background()


def test_the_answer_comes_on_the_main_thread(qtbot: QtBot, background: Background) -> None:
    answers: list[tuple[int, threading.Thread]] = []
    worked: list[threading.Thread] = []

    def task(progress: object) -> int:
        worked.append(threading.current_thread())
        return 7

    background.start(
        task, lambda result: answers.append((result, threading.current_thread())), no_error
    )
    assert background.busy
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == [(7, threading.main_thread())]
    assert worked[0] is not threading.main_thread()
    assert not background.busy


def test_what_a_task_raises_is_an_answer_too(qtbot: QtBot, background: Background) -> None:
    failed: list[Exception] = []
    background.start(lambda progress: int("x"), lambda _: None, failed.append)
    qtbot.waitUntil(lambda: bool(failed))
    assert isinstance(failed[0], ValueError)


def test_at_rest_comes_after_the_last_answer(qtbot: QtBot, background: Background) -> None:
    order: list[str] = []
    gate = threading.Event()
    background.start(lambda progress: gate.wait(10), lambda _: order.append("slow"), no_error)
    background.start(lambda progress: None, lambda _: order.append("quick"), no_error)
    background.when_at_rest(lambda: order.append("rest"))
    qtbot.waitUntil(lambda: order == ["quick"])
    gate.set()
    qtbot.waitUntil(lambda: len(order) == 3)
    assert order == ["quick", "slow", "rest"]


def test_at_rest_already(background: Background) -> None:
    rested: list[bool] = []
    background.when_at_rest(lambda: rested.append(True))
    assert rested


def test_a_parent_that_goes_waits_for_the_thread(qtbot: QtBot) -> None:
    ended: list[bool] = []
    gate = threading.Event()
    background = Background()
    background.start(lambda progress: ended.append(gate.wait(10)), lambda _: None, lambda _: None)
    threading.Timer(0.05, gate.set).start()
    background.deleteLater()
    qtbot.waitUntil(lambda: bool(ended))
