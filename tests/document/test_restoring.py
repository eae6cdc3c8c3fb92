"""A backup in the place of a workspace: whole or not at all, and what was there is kept."""

import os
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from lean_desktop.document.backup import Backup, Backups, Reason
from lean_desktop.document.document import Document
from lean_desktop.domain.errors import Cancelled, KnownError
from lean_desktop.edits import organisation as edits
from lean_desktop.i18n import M_
from tests.document.processes import other
from tests.document.rows import dump
from tests.document.test_backup import spoil

NOW = datetime(2026, 10, 6, 8, 42, 7)


@pytest.fixture
def backups(tmp_path: Path) -> Backups:
    return Backups(tmp_path / "backups", lambda: NOW)


@pytest.fixture
def backup(closed: Path, backups: Backups) -> Backup:
    """Of three people; the file itself has four since."""
    with closing(Document.open(closed)) as document:
        backup = backups.make(document, Reason.ASKED)
        document.edit(M_("Add"), edits.add_person, first_name="Ole")
    return backup


def people(path: Path) -> int:
    with closing(Document.open(path, writable=False)) as document:
        return len(dump(document)["person"])


def beside(path: Path) -> list[Path]:
    return sorted(each for each in path.parent.iterdir() if each.is_file())


def test_it_takes_the_place_and_what_was_there_is_kept(
    closed: Path, backups: Backups, backup: Backup
) -> None:
    kept = backups.restore(backup, closed)
    assert kept is not None
    assert kept.name.startswith(f"{closed.stem} (replaced 2026-10-06 08.42.07")
    assert (people(closed), people(kept)) == (3, 4)
    assert beside(closed) == sorted([closed, kept])
    assert backup.is_sound()


def test_in_an_empty_place(tmp_path: Path, backups: Backups, backup: Backup) -> None:
    target = tmp_path / "elsewhere.leandesk"
    assert backups.restore(backup, target) is None
    assert people(target) == 3


def test_in_the_place_of_what_is_no_workspace_at_all(
    closed: Path, backups: Backups, backup: Backup
) -> None:
    closed.write_bytes(b"not a workspace any more")
    kept = backups.restore(backups.all()[0], closed)
    assert kept is not None
    assert kept.read_bytes() == b"not a workspace any more"
    assert people(closed) == 3


def test_progress_is_told_and_may_stop_it(closed: Path, backups: Backups, backup: Backup) -> None:
    told: list[tuple[int, int]] = []
    backups.restore(backup, closed, lambda done, total: told.append((done, total)))
    assert told[-1] == (backup.size, backup.size)
    before = beside(closed)

    def stop(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        backups.restore(backup, closed, stop)
    assert beside(closed) == before


def test_a_journal_goes_with_the_file_it_belongs_to(
    closed: Path, backups: Backups, backup: Backup
) -> None:
    """Beside the restored file it would be taken for its own, and destroy it."""
    with other(closed) as killed:
        killed.tell("hang Halv")
        killed.kill()
    kept = backups.restore(backup, closed)
    assert kept is not None
    assert people(closed) == 3
    with closing(Document.open(kept)) as replaced:  # It still finds its journal, and uses it.
        assert len(dump(replaced)["person"]) == 4
    assert beside(closed) == sorted([closed, kept])


def test_a_journal_whose_file_is_gone_is_moved_out_of_the_way(
    closed: Path, backups: Backups, backup: Backup
) -> None:
    with other(closed) as killed:
        killed.tell("hang Halv")
        killed.kill()
    closed.unlink()
    assert backups.restore(backup, closed) is None
    assert people(closed) == 3
    with closing(Document.open(closed)) as document:
        assert len(dump(document)["person"]) == 3


def test_a_damaged_backup_is_refused(closed: Path, backups: Backups, backup: Backup) -> None:
    spoil(backup)
    with pytest.raises(KnownError, match="is damaged"):
        backups.restore(backup, closed)
    assert beside(closed) == [closed]
    assert people(closed) == 4


def test_a_backup_that_is_gone_is_refused(closed: Path, backups: Backups, backup: Backup) -> None:
    backup.path.unlink()
    with pytest.raises(KnownError, match="is not there"):
        backups.restore(backup, closed)
    assert beside(closed) == [closed]


def test_not_over_what_is_open_here_or_elsewhere(
    closed: Path, backups: Backups, backup: Backup
) -> None:
    with closing(Document.open(closed)), pytest.raises(KnownError, match="already open"):
        backups.restore(backup, closed)
    with other(closed), pytest.raises(KnownError, match=r"has “.*” open"):
        backups.restore(backup, closed)
    assert people(closed) == 4


def test_not_from_a_backup_that_is_open_here(
    closed: Path, backups: Backups, backup: Backup
) -> None:
    with closing(Document.open(backup.path)), pytest.raises(KnownError, match="already open"):
        backups.restore(backup, closed)


@pytest.mark.parametrize("fails", ["fsync", "replace"])
def test_when_the_disk_says_no_everything_is_as_it_was(
    closed: Path,
    backups: Backups,
    backup: Backup,
    fails: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = closed.read_bytes()
    if fails == "fsync":
        monkeypatch.setattr(os, "fsync", _full)
    else:
        monkeypatch.setattr(Path, "replace", _refusing(Path.replace))
    with pytest.raises(KnownError, match="disk is full"):
        backups.restore(backup, closed)
    monkeypatch.undo()
    assert beside(closed) == [closed]
    assert closed.read_bytes() == before


def test_in_a_folder_that_is_not_there(tmp_path: Path, backups: Backups, backup: Backup) -> None:
    with pytest.raises(KnownError, match="Nothing can be written"):
        backups.restore(backup, tmp_path / "none" / "x.leandesk")


def _full(_handle: int) -> None:
    raise OSError(28, "No space left on device")


def _refusing(replace: Callable[[Path, Path], Path]) -> Callable[[Path, Path], Path]:
    """The last renaming fails, those before it do not."""

    def refuse(path: Path, target: Path) -> Path:
        if path.name.endswith(".part"):
            raise OSError(28, "No space left on device")
        return replace(path, target)

    return refuse
