"""The guards of every test bite."""

import contextlib
import logging
import os
import socket
from pathlib import Path

import platformdirs
import pytest

from lean_desktop.document import document
from tests import guards


@pytest.fixture
def live_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "a.leandesk"
    path.write_bytes(b"")
    monkeypatch.setattr(document, "live_paths", lambda: frozenset({path}))
    return path


def test_no_second_handle_on_a_live_workspace(live_file: Path, guard_live_files: list[str]) -> None:
    with pytest.raises(guards.Forbidden):
        live_file.read_bytes()
    with pytest.raises(guards.Forbidden):
        os.open(os.path.relpath(live_file), os.O_RDONLY)
    assert len(guard_live_files) == 2
    guard_live_files.clear()


def test_a_caught_violation_is_remembered(live_file: Path, guard_live_files: list[str]) -> None:
    with contextlib.suppress(AssertionError):
        live_file.read_bytes()
    assert guard_live_files == [f"opened a live workspace: {live_file}"]
    guard_live_files.clear()


def test_files_beside_a_live_workspace_are_free(live_file: Path) -> None:
    live_file.with_suffix(".lock").write_text("held")


def test_the_network_is_closed(guard_live_files: list[str]) -> None:
    with socket.socket() as plug, pytest.raises(guards.Forbidden):
        plug.connect(("127.0.0.1", 9))
    with pytest.raises(guards.Forbidden):
        socket.getaddrinfo("localhost", 80)
    guard_live_files.clear()


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="has no local sockets")
def test_local_sockets_are_open(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as plug, pytest.raises(FileNotFoundError):
        plug.connect(str(tmp_path / "nobody"))


@pytest.mark.expects_log
def test_a_warning_is_unexpected(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    logging.getLogger("lean_desktop").info("routine")
    logging.getLogger("lean_desktop").warning("out of %s", "the blue")
    assert guards.unexpected(caplog.records) == ["out of the blue"]


def test_the_user_keeps_her_folders(own_folders: Path) -> None:
    assert platformdirs.user_config_path("lean-desktop").is_relative_to(own_folders)
    assert platformdirs.user_data_path("lean-desktop").is_relative_to(own_folders)
