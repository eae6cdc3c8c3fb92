"""Backups: verified, noted, thinned out, and restored whole."""

import hashlib
import json
import os
import threading
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from lean_desktop.document import backup as module
from lean_desktop.document import copying
from lean_desktop.document.backup import REASON_NAMES, Backup, Backups, Reason, delete
from lean_desktop.document.document import Document
from lean_desktop.domain.errors import Cancelled, KnownError
from lean_desktop.edits import organisation as edits
from lean_desktop.i18n import M_
from lean_desktop.queries import workspace as queries
from tests.document.conftest import made
from tests.document.rows import fill_a_little, run, whole_dump

ADD = M_("Add")
NOW = datetime(2026, 10, 6, 8, 42, 7, 500)


class Clock:
    """A clock that tells what it is told."""

    now = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def backups(tmp_path: Path, clock: Clock) -> Backups:
    return Backups(tmp_path / "Sikkerhetskopier", clock)


@pytest.fixture
def document(path: Path) -> Iterator[Document]:
    document = made(path)
    document.edit(ADD, fill_a_little)
    yield document
    document.close()


def uuid_of(document: Document) -> str:
    return document.read(queries.workspace).uuid


def files(backups: Backups) -> list[Path]:
    return sorted(each for each in backups.folder.rglob("*") if each.is_file())


def spoil(backup: Backup) -> None:
    """One bit turned: SQLite itself would not notice."""
    found = bytearray(backup.path.read_bytes())
    found[-1] ^= 1
    backup.path.write_bytes(found)


def test_a_backup_says_what_it_holds(document: Document, backups: Backups) -> None:
    backup = backups.make(document, Reason.ASKED)
    assert (backup.made, backup.reason, backup.name) == (NOW, Reason.ASKED, "Forbedring")
    assert backup.source == str(document.path)
    assert backup.uuid == uuid_of(document)
    assert backup.counts == {"person": 3, "unit": 2, "group": 2, "meeting": 1, "agenda_item": 3}
    assert backup.sha256 == hashlib.sha256(backup.path.read_bytes()).hexdigest()
    assert backup.size == backup.path.stat().st_size
    assert backup.is_sound()
    assert backups.of(backup.uuid) == backups.all() == [backup]
    assert len(files(backups)) == 2


def test_a_backup_is_a_workspace(document: Document, backups: Backups) -> None:
    backup = backups.make(document, Reason.CLOSE)
    with closing(Document.open(backup.path)) as copy:
        assert whole_dump(copy) == whole_dump(document)
        assert not backup.is_sound()  # Nobody may look into a file that is open here.


def test_only_the_owner_may_look_into_the_folder(document: Document, backups: Backups) -> None:
    backup = backups.make(document, Reason.CLOSE)
    if os.name == "posix":
        assert backup.path.parent.stat().st_mode & 0o777 == 0o700


def test_several_at_the_same_moment_are_all_kept(document: Document, backups: Backups) -> None:
    for _ in range(3):
        backups.make(document, Reason.CLOSE)
    assert len({backup.path for backup in backups.of(uuid_of(document))}) == 3


def test_the_newest_comes_first(document: Document, backups: Backups, clock: Clock) -> None:
    for hour in (3, 1, 2):
        clock.now = NOW + timedelta(hours=hour)
        backups.make(document, Reason.HALF_HOUR)
    assert [backup.made.hour for backup in backups.all()] == [11, 10, 9]


def test_every_reason_has_a_name() -> None:
    assert REASON_NAMES.keys() == set(Reason)


def test_a_cancelled_backup_leaves_nothing(document: Document, backups: Backups) -> None:
    def stop(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        backups.make(document, Reason.ASKED, stop)
    assert files(backups) == []


@pytest.mark.parametrize("step", ["sync", "sync_folder"])
def test_on_a_full_disk_it_says_so_and_leaves_nothing(
    document: Document, backups: Backups, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def full(_path: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(copying, step, full)
    monkeypatch.setattr(module, step, full)
    with pytest.raises(KnownError, match="No backup could be made") as error:
        backups.make(document, Reason.ASKED)
    assert error.value.safe.text == "Your work itself is saved in its file."
    assert files(backups) == []


def test_where_no_folder_can_be_made(document: Document, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(KnownError, match="No backup could be made"):
        Backups(tmp_path / "file" / "backups").make(document, Reason.ASKED)


def test_what_is_damaged_is_not_backed_up_as_if_it_were_well(
    document: Document, backups: Backups, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copying, "complaints", lambda _raw: ["row 7 is missing"])
    with pytest.raises(KnownError, match="is damaged: row 7 is missing"):
        backups.make(document, Reason.ASKED)
    assert files(backups) == []


def test_a_file_cannot_choose_where_its_backups_go(document: Document, backups: Backups) -> None:
    document.edit(ADD, run, f"UPDATE workspace SET uuid = '{'../' * 9 + 'kari/.ssh'}'")
    backup = backups.make(document, Reason.ASKED)
    assert backup.path.parent == backups.folder / "unnamed"
    assert backups.of(backup.uuid) == [backup]


def test_a_note_of_a_later_release_is_read_and_a_spoilt_one_passed_over(
    document: Document, backups: Backups
) -> None:
    newer, spoilt, gone = (backups.make(document, Reason.ASKED) for _ in range(3))
    note = newer.path.with_name(newer.path.name + ".json")
    note.write_text(json.dumps({**json.loads(note.read_text()), "reason": "later", "x": 1}))
    for text in ("", "[]", "{", '{"made": 1}'):
        spoilt.path.with_name(spoilt.path.name + ".json").write_text(text)
        assert {backup.path for backup in backups.all()} == {newer.path, gone.path}
    gone.path.unlink()
    assert [backup.path for backup in backups.all()] == [newer.path]


def test_old_ones_are_thinned_out(document: Document, backups: Backups, clock: Clock) -> None:
    for hours in range(0, 24 * 20, 6):
        clock.now = NOW + timedelta(hours=hours)
        backups.make(document, Reason.HALF_HOUR)
    there = backups.all()
    assert len(there) == 8 + 1 + 12 + 1
    assert len(files(backups)) == 2 * len(there)
    assert there[0].made == clock.now


def test_the_newest_sound_one_stays_however_old(
    document: Document, backups: Backups, clock: Clock
) -> None:
    older, newer = (_made_after(backups, document, clock, hours) for hours in (0, 1))
    spoil(newer)
    clock.now = NOW + timedelta(days=4000)
    backups.thin_out(older.uuid)
    assert backups.all() == [newer, older]


def test_each_file_keeps_its_own(
    document: Document, backups: Backups, clock: Clock, tmp_path: Path
) -> None:
    """A copy of a workspace has the same identity, and other work in it."""
    copy = tmp_path / "kopi.leandesk"
    document.copy_to(copy)
    with closing(Document.open(copy)) as other:
        first = _made_after(backups, document, clock, 0)
        second = _made_after(backups, other, clock, 1)
        clock.now = NOW + timedelta(days=4000)
        backups.make(other, Reason.CLOSE)
        assert [each for each in backups.all() if each in (first, second)] == [second, first]


def test_a_backup_that_cannot_be_deleted_does_no_harm(
    document: Document, backups: Backups, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    for hours in (0, 1):
        _made_after(backups, document, clock, hours)
    clock.now = NOW + timedelta(days=10)

    def refuse(_self: Path, missing_ok: bool = False) -> None:
        raise PermissionError(13, "in use")

    backup = backups.make(document, Reason.CLOSE)
    monkeypatch.setattr(Path, "unlink", refuse)
    backups.thin_out(backup.uuid)


def test_what_a_killed_process_left_is_swept_away_in_time(
    document: Document, backups: Backups
) -> None:
    backup = backups.make(document, Reason.ASKED)
    left = [
        backup.path.with_name(name)
        for name in ("x.leandesk.part", ".x.leandesk.part.7.part", "y.leandesk.json")
    ]
    for path in left:
        path.write_text("")
    backups.thin_out(backup.uuid)
    assert all(path.exists() for path in left)
    for path in left:
        os.utime(path, (0, 0))
    backups.thin_out(backup.uuid)
    assert files(backups) == sorted(
        [backup.path, backup.path.with_name(backup.path.name + ".json")]
    )


def test_deleting(document: Document, backups: Backups) -> None:
    backup = backups.make(document, Reason.ASKED)
    delete(backup)
    delete(backup)
    assert files(backups) == []


def test_a_backup_made_while_edits_go_on_counts_what_it_holds(
    document: Document, backups: Backups
) -> None:
    stop = threading.Event()

    def edit() -> None:
        while not stop.is_set():
            document.edit(ADD, edits.add_person, first_name="X")

    editing = threading.Thread(target=edit)
    editing.start()
    made = [backups.make(document, Reason.HALF_HOUR) for _ in range(5)]
    stop.set()
    editing.join()
    for backup in made:
        assert backup.is_sound()
        with closing(Document.open(backup.path, writable=False)) as copy:
            assert len(whole_dump(copy)["person"]) == backup.counts["person"]


def _made_after(backups: Backups, document: Document, clock: Clock, hours: int) -> Backup:
    clock.now = NOW + timedelta(hours=hours)
    return backups.make(document, Reason.HALF_HOUR)
