"""Backups: verified copies of a workspace, each with a note of what it holds.

They lie in a folder of their own for each workspace; `retention` says how long. A copy gets its
name when its note is on the disk, so there is no backup that cannot be verified.
"""

import hashlib
import json
import logging
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime
from enum import StrEnum
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple
from uuid import UUID

from lean_desktop.document.copying import Progress, sync, sync_folder
from lean_desktop.document.document import SUFFIX, Document, live_paths
from lean_desktop.document.restoring import restore
from lean_desktop.document.retention import outlived
from lean_desktop.document.trouble import NotCopied
from lean_desktop.domain.errors import KnownError
from lean_desktop.i18n import M_, N_

STAMP = "%Y-%m-%dT%H-%M-%S-%f"
NOTE = ".json"
UNFINISHED = ".part"
STALE = 24 * 3600
"""Seconds after which an unfinished copy was left by a process that is no more."""

LONGEST_STEM = 40
COUNTED = ("person", "unit", "group", "meeting", "agenda_item")

_log = logging.getLogger(__name__)


class Reason(StrEnum):
    """Why a backup was made."""

    FIRST_CHANGE = "first-change"
    HALF_HOUR = "half-hour"
    MIGRATION = "migration"
    IMPORT = "import"
    CLOSE = "close"
    RESTORE = "restore"
    ASKED = "asked"


REASON_NAMES = {
    Reason.FIRST_CHANGE: N_("At the first change"),
    Reason.HALF_HOUR: N_("While working"),
    Reason.MIGRATION: N_("Before a new release"),
    Reason.IMPORT: N_("Before an import"),
    Reason.CLOSE: N_("When closed"),
    Reason.RESTORE: N_("Before a restore"),
    Reason.ASKED: N_("Asked for"),
}


class Backup(NamedTuple):
    """One copy, and what its note says of it. `counts` maps table names to numbers of rows."""

    path: Path
    made: datetime
    reason: Reason
    source: str
    name: str
    uuid: str
    counts: dict[str, int]
    size: int
    sha256: str

    def is_sound(self) -> bool:
        """Whether the file still has every bit it was made with. One that is open cannot tell."""
        try:
            return self.path not in live_paths() and digest(self.path) == self.sha256
        except OSError:
            return False


class Backups:
    """The backups in one folder, of every workspace that was ever open."""

    def __init__(self, folder: Path, clock: Callable[[], datetime] = datetime.now) -> None:
        self.folder = folder
        self._clock = clock

    def make(self, document: Document, reason: Reason, progress: Progress | None = None) -> Backup:
        """A verified copy of the document as it is now; older ones are thinned out.

        Raises KnownError when it cannot be made, Cancelled when `progress` raises that.
        """
        uuid: str = document.read(_uuid)
        folder = self._folder(uuid)
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            backup = self._made(document, folder, reason, progress)
        except (OSError, NotCopied) as error:
            raise _not_made(self.folder) from error
        self.thin_out(uuid)
        return backup

    def of(self, uuid: str) -> list[Backup]:
        """The backups of one workspace, newest first."""
        return _newest_first(_found(self._folder(uuid)))

    def all(self) -> list[Backup]:
        """Every backup there is, newest first; for a file that says no more whose it is."""
        if not self.folder.is_dir():
            return []
        return _newest_first(each for folder in self.folder.iterdir() for each in _found(folder))

    def thin_out(self, uuid: str) -> None:
        """Delete what has outlived its use. The newest sound one of each file is always kept."""
        there = self.of(uuid)
        for source in {backup.source for backup in there}:
            line = [backup for backup in there if backup.source == source]
            newest_sound = next((backup for backup in line if backup.is_sound()), None)
            for backup in outlived(line, self._clock()):
                if backup != newest_sound:
                    _try_to(delete, backup)
        _sweep(self._folder(uuid))

    def restore(
        self, backup: Backup, target: Path, progress: Progress | None = None
    ) -> Path | None:
        """Put a backup in the place of `target`; where the replaced file is kept, if there was one.

        Raises KnownError when the backup is damaged, the target is open here or elsewhere, or
        cannot be written; Cancelled when `progress` (bytes done, bytes in all) raises that.
        """
        return restore(backup.path, backup.sha256, target, self._clock(), progress)

    def _folder(self, uuid: str) -> Path:
        """A folder of its own, whatever a file may claim to be called."""
        try:
            return self.folder / str(UUID(uuid))
        except ValueError:
            return self.folder / "unnamed"

    def _made(
        self, document: Document, folder: Path, reason: Reason, progress: Progress | None
    ) -> Backup:
        made = self._clock()
        target = _free(folder, f"{document.path.stem[:LONGEST_STEM]} {made:{STAMP}} {reason}")
        unfinished = target.with_name(f"{target.name}{UNFINISHED}")
        try:
            document.copy_to(unfinished, progress)
            backup = _described(unfinished, target, made, reason, document.path)
            _write_note(backup)
            unfinished.replace(target)
            sync_folder(folder)
        finally:
            unfinished.unlink(missing_ok=True)
        return backup


def delete(backup: Backup) -> None:
    """Take a backup and its note away. Raises OSError."""
    backup.path.unlink(missing_ok=True)
    _note_of(backup.path).unlink(missing_ok=True)


def digest(path: Path) -> str:
    """SHA-256 of a file nobody has open."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _uuid(connection: Any) -> str:
    found = connection.exec_driver_sql("SELECT uuid FROM workspace").first()
    return str(found[0]) if found else ""


def _free(folder: Path, name: str) -> Path:
    names = (name if number == 1 else f"{name} {number}" for number in count(1))
    paths = (folder / f"{name}{SUFFIX}" for name in names)
    return next(path for path in paths if not path.exists())


def _described(copy: Path, path: Path, made: datetime, reason: Reason, source: Path) -> Backup:
    with closing(sqlite3.connect(f"{copy.as_uri()}?mode=ro", uri=True)) as raw:
        uuid, name = raw.execute("SELECT uuid, name FROM workspace").fetchone() or ("", "")
        counts = {
            table: raw.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0] for table in COUNTED
        }
    size = copy.stat().st_size
    return Backup(path, made, reason, str(source), name, uuid, counts, size, digest(copy))


def _write_note(backup: Backup) -> None:
    said = {**backup._asdict(), "made": backup.made.isoformat()}
    del said["path"], said["size"]
    note = _note_of(backup.path)
    unfinished = note.with_name(f"{note.name}{UNFINISHED}")
    try:
        unfinished.write_text(json.dumps(said, ensure_ascii=False), "utf-8")
        sync(unfinished)
        unfinished.replace(note)
    finally:
        unfinished.unlink(missing_ok=True)


def _found(folder: Path) -> Iterator[Backup]:
    if folder.is_dir():
        yield from filter(None, map(_read_note, folder.glob(f"*{SUFFIX}")))


def _newest_first(backups: Iterator[Backup]) -> list[Backup]:
    return sorted(backups, key=lambda each: each.made, reverse=True)


def _read_note(path: Path) -> Backup | None:
    try:
        said = json.loads(_note_of(path).read_bytes())
        return Backup(
            path,
            datetime.fromisoformat(said["made"]),
            _reason(said["reason"]),
            str(said["source"]),
            str(said["name"]),
            str(said["uuid"]),
            {str(table): int(rows) for table, rows in said["counts"].items()},
            path.stat().st_size,
            str(said["sha256"]),
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None  # A copy without its note cannot be verified, so it is no backup.


def _reason(said: str) -> Reason:
    try:
        return Reason(said)
    except ValueError:
        return Reason.ASKED  # A later release has more reasons; the copy is as good.


def _note_of(path: Path) -> Path:
    return path.with_name(path.name + NOTE)


def _sweep(folder: Path) -> None:
    """Take away what a killed process left unfinished: copies, and notes without theirs."""
    notes = (note for note in folder.glob(f"*{NOTE}") if not note.with_suffix("").exists())
    for path in (*folder.glob(f"*{UNFINISHED}"), *folder.glob(f".*{UNFINISHED}"), *notes):
        _try_to(_remove_stale, path)


def _remove_stale(path: Path) -> None:
    if time.time() - path.stat().st_mtime > STALE:
        path.unlink()


def _try_to(remove: Callable[[Any], None], what: object) -> None:
    try:
        remove(what)
    except OSError as error:
        _log.info("a backup was not removed: %s", error.strerror)


def _not_made(folder: Path) -> KnownError:
    return KnownError(
        M_("No backup could be made in “{folder}”.", folder=str(folder)),
        M_("Your work itself is saved in its file."),
        M_("Choose another folder for backups in the settings, or free some space."),
    )
