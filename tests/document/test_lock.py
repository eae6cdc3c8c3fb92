"""The lock: held by the system for one process, telling the next one who has it."""

import errno
import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from lean_desktop.document.lock import FileLock, Held, Holder, holder, lock_path, this_process

NOW = datetime(2026, 10, 6, 8, 42)


@pytest.fixture
def document(tmp_path: Path) -> Path:
    return tmp_path / "Mål.leandesk"


def test_it_names_who_has_it(document: Path) -> None:
    lock = FileLock(document, NOW)
    assert holder(document) == this_process(NOW)
    with pytest.raises(Held) as held:
        FileLock(document, NOW)
    assert held.value.holder == this_process(NOW)
    lock.release()
    FileLock(document, NOW).release()
    assert list(document.parent.iterdir()) == []


def test_a_file_left_by_a_killed_process_locks_nothing(document: Path) -> None:
    lock_path(document).write_text('{"user": "kari", "machine": "pc", "pid": 1, "since": "x"}')
    FileLock(document, NOW).release()


@pytest.mark.parametrize("said", ["", "{", "[]", "{}", '{"user": 1}', "\x00\xff"])
def test_what_cannot_be_read_names_nobody(document: Path, said: str) -> None:
    lock_path(document).write_text(said, "latin-1")
    assert holder(document) == Holder("", "", None)


def test_ours_is_the_same_user_on_the_same_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    here = this_process(NOW)
    assert here.is_ours()
    assert not here._replace(machine="elsewhere").is_ours()
    monkeypatch.setenv("USER", "somebody else")
    assert not here.is_ours()


def test_on_a_full_disk_it_holds_all_the_same(
    document: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "write", _failing(errno.ENOSPC))
    lock = FileLock(document, NOW)
    monkeypatch.undo()
    with pytest.raises(Held) as held:
        FileLock(document, NOW)
    assert held.value.holder == Holder("", "", None)
    lock.release()


def test_a_system_without_locks_leaves_no_open_file(
    document: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fcntl = pytest.importorskip("fcntl")
    before = _open_files()
    monkeypatch.setattr(fcntl, "flock", _failing(errno.ENOLCK))
    with pytest.raises(OSError, match="no"):
        FileLock(document, NOW)
    assert _open_files() == before


def test_letting_go_on_a_drive_that_is_gone_raises_nothing(
    document: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = FileLock(document, NOW)
    monkeypatch.setattr(Path, "unlink", _failing(errno.EIO))
    lock.release()
    monkeypatch.undo()
    FileLock(document, NOW).release()


def _open_files() -> int:
    files = Path("/proc/self/fd")
    return len(list(files.iterdir())) if files.exists() else 0


def _failing(code: int) -> Callable[..., None]:
    def fail(*_args: object, **_named: object) -> None:
        raise OSError(code, "no")

    return fail
