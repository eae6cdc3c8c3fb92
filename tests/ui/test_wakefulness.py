"""The machine is kept awake, in each platform's way, and without any where there is none."""

import ctypes
import shutil
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QProcess

from lean_desktop.ui.wakefulness import Awake, Caffeinate, Inhibit, Windows, way_of

IN_A_SESSION = """
from PySide6.QtCore import QCoreApplication
from lean_desktop.ui.wakefulness import Awake, Inhibit
app = QCoreApplication([])
with Awake(Inhibit()):
    print("awake", flush=True)
"""


class Told:
    """Remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def ask(self) -> None:
        self.asked.append("ask")

    def let_go(self) -> None:
        self.asked.append("let go")


def test_awake_as_long_as_the_context() -> None:
    way = Told()
    with Awake(way) as awake:
        assert awake.held
        awake.hold()
        assert way.asked == ["ask"]
    awake.let_go()
    assert way.asked == ["ask", "let go"]


def test_an_error_lets_it_sleep_again() -> None:
    way = Told()
    with pytest.raises(ZeroDivisionError), Awake(way):
        _ = 1 // 0
    assert way.asked == ["ask", "let go"]


@pytest.mark.parametrize(
    ("platform", "kind"),
    [("win32", Windows), ("darwin", Caffeinate), ("linux", Inhibit), ("freebsd14", Inhibit)],
)
def test_each_platform_has_its_way(platform: str, kind: type) -> None:
    assert isinstance(way_of(platform), kind)


def test_windows_is_told_and_told_back(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[int] = []
    library = SimpleNamespace(kernel32=SimpleNamespace(SetThreadExecutionState=told.append))
    monkeypatch.setattr(ctypes, "windll", library, raising=False)
    with Awake(Windows()):
        assert told == [0x80000003]
    assert told == [0x80000003, 0x80000000]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has it")
def test_no_windows_no_harm() -> None:
    with Awake(Windows()):
        assert not hasattr(ctypes, "windll")


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script stands for the program")
def test_the_small_program_runs_with_ours_and_ends(tmp_path: Path) -> None:
    program = tmp_path / "caffeinate"
    program.write_text("#!/bin/sh\nexec sleep 60\n", "utf-8")
    program.chmod(0o755)
    way = Caffeinate(str(program))
    with Awake(way):
        child = way.child
        assert child is not None
        assert child.waitForStarted()
        assert child.arguments()[:2] == ["-d", "-i"]
    assert child.state() is QProcess.ProcessState.NotRunning
    assert way.child is None


def test_without_the_small_program_nothing_happens() -> None:
    with Awake(Caffeinate("no-such-program")) as awake:
        assert awake.held


def test_without_a_bus_nothing_happens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    with Awake(Inhibit()) as awake:
        assert awake.held


@pytest.mark.skipif(shutil.which("dbus-run-session") is None, reason="there is no bus here")
def test_the_desktop_is_asked_over_the_bus(tmp_path: Path) -> None:
    """A monitor on a bus of its own writes down what was asked, and that we hung up."""
    script = (
        'dbus-monitor --profile > "$1" 2>/dev/null & watcher=$!; '
        'until [ -s "$1" ]; do sleep 0.02; done; '
        '"$2" -c "$3"; until grep -q "mc.*Inhibit" "$1"; do sleep 0.02; done; kill $watcher'
    )
    written = f"{tmp_path}/monitor"
    command = ["dbus-run-session", "--", "sh", "-c", script, "sh", written]
    ran = subprocess.run(
        [*command, sys.executable, IN_A_SESSION],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert "awake" in ran.stdout
