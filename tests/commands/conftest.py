"""Workspaces for the commands, and a way to run them."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import pytest

from lean_desktop.__main__ import main
from lean_desktop.samples.making import make_sample

NOW = datetime(2026, 10, 6, 8, 0)


class Said(NamedTuple):
    """How a command ended, and what it wrote."""

    code: int
    out: str
    err: str


Run = Callable[..., Said]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the program in this process; paths may be given as they are."""

    def run_here(*arguments: object) -> Said:
        code = main([str(each) for each in arguments])
        return Said(code, *capsys.readouterr())

    return run_here


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """The sample company on the day of the screens."""
    path = tmp_path / "sample.leandesk"
    make_sample(path, NOW, "nb")
    return path
