"""The two commands of README: what they start, and with which exit code they end."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

import checks
import dev
import environment
import system_libraries


class Started:
    """What was started instead of the real thing; the codes it ends with, 0 when they run out."""

    def __init__(self) -> None:
        self.commands: list[list[str]] = []
        self.codes: list[int] = []

    def __call__(self, command: list[str], **_: object) -> int:
        self.commands.append(command)
        return self.codes.pop(0) if self.codes else 0


@pytest.fixture
def started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Started:
    started = Started()
    monkeypatch.setattr(subprocess, "call", started)
    monkeypatch.setattr(environment, "ready", lambda: Path("python"))
    monkeypatch.setattr(system_libraries, "require", lambda *, windowed: None)
    monkeypatch.setattr(system_libraries, "has_display", lambda: True)
    monkeypatch.setattr(dev, "SAMPLE", tmp_path / "build" / "sample.leandesk")
    monkeypatch.setattr(dev, "SHOWCASE", tmp_path / "build" / "showcase")
    return started


PROGRAM = ["python", "-P", "-m", "lean_desktop"]


def test_run_hands_its_arguments_and_exit_code_on(started: Started) -> None:
    started.codes = [2]
    assert dev.main(["run", "show", "people", "a b.leandesk", "--json"]) == 2
    assert started.commands == [[*PROGRAM, "show", "people", "a b.leandesk", "--json"]]


def test_run_makes_the_sample_and_opens_it(started: Started) -> None:
    assert dev.main(["run"]) == 0
    made, opened = started.commands
    assert made == [*PROGRAM, "new", str(dev.SAMPLE), "--sample"]
    assert opened == [*PROGRAM, str(dev.SAMPLE)]


def test_run_keeps_the_sample_it_has(started: Started) -> None:
    dev.SAMPLE.parent.mkdir()
    dev.SAMPLE.touch()
    dev.main(["run"])
    assert started.commands == [[*PROGRAM, str(dev.SAMPLE)]]


def test_run_stops_when_the_sample_cannot_be_made(started: Started) -> None:
    started.codes = [1]
    assert dev.main(["run"]) == 1
    assert len(started.commands) == 1


def test_run_without_a_display_shows_paper(
    started: Started, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(system_libraries, "has_display", lambda: False)
    assert dev.main(["run"]) == 0
    assert started.commands == [[*PROGRAM, "showcase", str(dev.SHOWCASE)]]
    assert "no display" in capsys.readouterr().out


def test_test_hands_its_arguments_to_pytest(started: Started) -> None:
    started.codes = [5]
    assert dev.main(["test", "--full", "tests/domain", "-k", "agenda"]) == 5
    assert started.commands == [
        ["python", "-m", "pytest", "--full", "tests/domain", "-k", "agenda"]
    ]


def test_test_does_every_step_and_names_the_failed(
    started: Started, capsys: pytest.CaptureFixture[str]
) -> None:
    started.codes = [0, 1, 0, 1]
    assert dev.main(["test"]) == 1
    assert len(started.commands) == len(checks.STEPS) + 1
    assert started.commands[-1] == ["python", "-m", "pytest", "-q", *checks.ALL_CORES]
    assert "Failed: style, architecture (" in capsys.readouterr().out


def test_full_reaches_the_tests(started: Started) -> None:
    assert dev.main(["test", "--full"]) == 0
    assert started.commands[-1][-1] == "--full"
    assert len(started.commands) == len(checks.STEPS) + 1


@pytest.mark.parametrize("args", [[], ["walk"]], ids=["nothing", "unknown"])
def test_wrong_use(args: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(args) == 2
    assert "dev.py run" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="has no signals")
def test_a_signal_becomes_an_exit_code() -> None:
    code = f"import os; os.kill(os.getpid(), {int(signal.SIGTERM)})"
    assert dev.call([sys.executable, "-c", code]) == 128 + signal.SIGTERM


def test_variables_reach_the_program() -> None:
    code = "import os, sys; sys.exit(os.environ['QT_QPA_PLATFORM'] != 'minimal')"
    assert dev.call([sys.executable, "-c", code], QT_QPA_PLATFORM="minimal") == 0
