"""The environment is made once, and made again whenever it cannot be trusted."""

import importlib.util
import os
import subprocess
from pathlib import Path

import pytest

import environment
import system_libraries


class Making:
    """Stands for venv and pip: notes each time an environment is made, or fails half-way."""

    def __init__(self) -> None:
        self.times = 0
        self.fails = False

    def __call__(self, python: Path) -> None:
        self.times += 1
        python.parent.mkdir(parents=True, exist_ok=True)
        python.touch()
        if self.fails:
            raise SystemExit("no network")


@pytest.fixture
def making(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Making:
    made = Making()
    monkeypatch.setattr(environment, "_make", made)
    monkeypatch.setattr(environment, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(environment, "STAMP", tmp_path / ".venv" / "made-for")
    monkeypatch.setattr(environment, "LOCK", tmp_path / "requirements.lock")
    environment.LOCK.write_text("six==1.17.0\n")
    return made


def test_made_once(making: Making) -> None:
    assert environment.ready() == environment.ready()
    assert making.times == 1


def test_made_again_for_another_lock(making: Making) -> None:
    environment.ready()
    environment.LOCK.write_text("six==1.16.0\n")
    environment.ready()
    assert making.times == 2


def test_made_again_when_half_made(making: Making) -> None:
    making.fails = True
    with pytest.raises(SystemExit):
        environment.ready()
    making.fails = False
    environment.ready()
    environment.ready()
    assert making.times == 2


def test_made_again_when_its_python_is_gone(making: Making) -> None:
    environment.ready().unlink()
    environment.ready()
    assert making.times == 2


@pytest.mark.skipif(os.name == "nt", reason="has no dangling links to a Python that moved")
def test_made_again_when_its_python_leads_nowhere(making: Making, tmp_path: Path) -> None:
    python = environment.ready()
    python.unlink()
    python.symlink_to(tmp_path / "removed")
    environment.ready()
    assert making.times == 2


def test_a_missing_venv_module_is_installed_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[list[str]] = []
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    monkeypatch.setattr(system_libraries, "install", asked.append)
    monkeypatch.setattr(subprocess, "call", lambda _: 1)
    with pytest.raises(SystemExit, match="Could not set up"):
        environment._make(tmp_path / "python")
    assert len(asked) == 1
    assert asked[0][0].endswith("-venv")
