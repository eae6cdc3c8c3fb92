"""Missing system libraries are installed where that is allowed, else the line to type is shown."""

import os
import shutil
import subprocess
import sys

import pytest

import system_libraries

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux lacks any")


class Machine:
    """A machine without libEGL and libxcb-cursor, until apt-get has run."""

    def __init__(self) -> None:
        self.lacks = {"libEGL.so.1", "libxcb-cursor.so.0"}
        self.called: list[list[str]] = []
        self.allows_sudo = False
        self.apt_works = True

    def loads(self, library: str) -> bool:
        return library not in self.lacks

    def call(self, command: list[str], **_: object) -> int:
        self.called.append(command)
        if command == ["sudo", "-n", "true"]:
            return 0 if self.allows_sudo else 1
        if "install" in command and self.apt_works:
            self.lacks.clear()
        return 0


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> Machine:
    machine = Machine()
    monkeypatch.setattr(system_libraries, "_loads", machine.loads)
    monkeypatch.setattr(subprocess, "call", machine.call)
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    return machine


def test_nothing_is_done_where_nothing_lacks(machine: Machine) -> None:
    machine.lacks.clear()
    system_libraries.require(windowed=True)
    assert machine.called == []


def test_root_installs(machine: Machine, capsys: pytest.CaptureFixture[str]) -> None:
    system_libraries.require(windowed=True)
    assert machine.called[-1][:2] == ["apt-get", "install"]
    assert machine.called[-1][-1] == "libegl1"
    assert "libegl1" in capsys.readouterr().out


def test_windows_on_x11_need_more(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    system_libraries.require(windowed=True)
    assert machine.called[-1][-2:] == ["libegl1", "libxcb-cursor0"]


def test_sudo_installs_when_it_asks_nothing(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    machine.allows_sudo = True
    system_libraries.require(windowed=False)
    assert machine.called[-1][:4] == ["sudo", "-n", "apt-get", "install"]


def test_others_are_told_what_to_type(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(SystemExit, match=r"sudo apt-get install .*libegl1"):
        system_libraries.require(windowed=False)


def test_other_distributions_get_the_names(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(SystemExit, match="libegl1"):
        system_libraries.require(windowed=False)
    assert machine.called == []


def test_an_installation_without_effect_is_noticed(machine: Machine) -> None:
    machine.apt_works = False
    with pytest.raises(SystemExit, match="Still missing"):
        system_libraries.require(windowed=False)


@pytest.mark.parametrize(
    ("variables", "seen"),
    [({}, False), ({"DISPLAY": ":0"}, True), ({"WAYLAND_DISPLAY": "wayland-0"}, True)],
    ids=["none", "x11", "wayland"],
)
def test_display(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], seen: bool
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert system_libraries.has_display() is seen
