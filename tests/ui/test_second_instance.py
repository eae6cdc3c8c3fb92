"""A second start raises the first window."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from lean_desktop.ui.second_instance import Listener, raise_other, server_name

SECOND_START = (
    "import sys, pathlib; from PySide6.QtCore import QCoreApplication\n"
    "from lean_desktop.ui.second_instance import raise_other\n"
    "app = QCoreApplication([]); sys.exit(not raise_other(pathlib.Path(sys.argv[1])))"
)


@pytest.fixture
def listener(qtbot: QtBot, tmp_path: Path) -> Iterator[Listener]:
    listener = Listener(tmp_path / "a.leandesk")
    yield listener
    listener.close()


def test_a_second_process_raises_the_first(
    qtbot: QtBot, listener: Listener, tmp_path: Path
) -> None:
    with qtbot.waitSignal(listener.raise_asked, timeout=20_000):
        second = subprocess.Popen(
            [sys.executable, "-c", SECOND_START, str(tmp_path / "a.leandesk")]
        )
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=20_000)
    assert second.returncode == 0


def test_nobody_answers_for_another_document(listener: Listener, tmp_path: Path) -> None:
    assert not raise_other(tmp_path / "b.leandesk")


def test_nobody_answers_after_closing(listener: Listener, tmp_path: Path) -> None:
    listener.close()
    assert not raise_other(tmp_path / "a.leandesk")


def test_a_holder_that_hangs_is_not_waited_for_long(listener: Listener, tmp_path: Path) -> None:
    assert not raise_other(tmp_path / "a.leandesk")  # Our own loop does not run meanwhile.


def test_what_a_dead_process_left_is_taken_over(qtbot: QtBot, tmp_path: Path) -> None:
    die = (
        "import os, sys, pathlib; from PySide6.QtCore import QCoreApplication\n"
        "from lean_desktop.ui.second_instance import Listener\n"
        "app = QCoreApplication([]); Listener(pathlib.Path(sys.argv[1])); os._exit(1)"
    )
    subprocess.run([sys.executable, "-c", die, str(tmp_path / "a.leandesk")], check=False)
    listener = Listener(tmp_path / "a.leandesk")
    assert listener.listening
    listener.close()


def test_one_place_for_one_document_however_it_is_reached(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "a.leandesk").touch()
    (tmp_path / "link").symlink_to(tmp_path / "a.leandesk")
    direct = server_name(tmp_path / "a.leandesk")
    assert server_name(tmp_path / "sub" / ".." / "a.leandesk") == direct
    assert server_name(tmp_path / "link") == direct
    assert server_name(tmp_path / "b.leandesk") != direct
