"""Backups: verified copies of a workspace, each with a note of what it holds.

They lie in a folder of their own for each workspace. How long they stay follows Anki: all for two
days, then one a day, one a week and one a month.
"""

import hashlib
import json
import os
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any, NamedTuple

from lean_desktop.document import trouble, trust
from lean_desktop.document.copying import Progress, sync, sync_folder
from lean_desktop.document.document import SUFFIX, Document, live_paths
from lean_desktop.document.lock import FileLock, Held
from lean_desktop.domain.errors import KnownError
from lean_desktop.i18n import M_, N_

KEEP_ALL = timedelta(hours=48)
KEEP_MIGRATIONS = timedelta(days=90)
DAYS, WEEKS, MONTHS = 12, 10, 9
STAMP = "%Y-%m-%dT%H-%M-%S-%f"
NOTE = ".json"


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
        """Whether the file still has every bit it was made with."""
        try:
            return _digest(self.path) == self.sha256
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
        about = document.read(_about)
        target = self._target(about["uuid"], document.path, reason)
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            document.copy_to(target, progress)
            backup = _described(target, self._clock(), reason, document.path, about)
            _write_note(backup)
        except OSError as error:
            raise _not_made(self.folder) from error
        self.thin_out(about["uuid"])
        return backup

    def of(self, uuid: str) -> list[Backup]:
        """The backups of one workspace, newest first."""
        return sorted(_found(self.folder / uuid), key=lambda each: each.made, reverse=True)

    def all(self) -> list[Backup]:
        """Every backup there is, newest first; for a file that says no more whose it is."""
        if not self.folder.is_dir():
            return []
        found = [each for folder in self.folder.iterdir() for each in _found(folder)]
        return sorted(found, key=lambda each: each.made, reverse=True)

    def thin_out(self, uuid: str) -> None:
        """Delete what is no longer kept. The newest is always kept."""
        there = self.of(uuid)
        kept = kept_of(there, self._clock())
        for backup in there:
            if backup.path not in kept:
                delete(backup)

    def restore(self, backup: Backup, target: Path) -> Path | None:
        """Put a backup in the place of `target`; where the replaced file is kept, if there was one.

        Raises KnownError when the backup is damaged or somebody has the target open.
        """
        target = target.resolve()
        if not backup.is_sound():
            raise trouble.damaged(backup.path, M_("it is not what it was when it was made"))
        if target in live_paths():
            raise trouble.already_open(target)
        try:
            lock = FileLock(target, self._clock())
        except Held as error:
            raise trouble.held(target, error.holder.user, error.holder.machine) from None
        except OSError as error:
            raise trouble.cannot_write_folder(target) from error
        try:
            return _put_in_place(backup, target, self._clock())
        finally:
            lock.release()

    def _target(self, uuid: str, source: Path, reason: Reason) -> Path:
        stamp = self._clock().strftime(STAMP)
        return self.folder / uuid / f"{source.stem} {stamp} {reason}{SUFFIX}"


def kept_of(backups: list[Backup], now: datetime) -> set[Path]:
    """Paths of those of one workspace that are kept: a pure rule over their times."""
    newest_first = sorted(backups, key=lambda each: each.made, reverse=True)
    kept = newest_first[:1]
    for backup in newest_first:
        age = now - backup.made
        longest = KEEP_MIGRATIONS if backup.reason == Reason.MIGRATION else KEEP_ALL
        if age <= longest:
            kept.append(backup)
    for most, period in ((DAYS, "%Y-%m-%d"), (WEEKS, "%G-%V"), (MONTHS, "%Y-%m")):
        kept += _latest_of_each(newest_first, period, most)
    return {backup.path for backup in kept}


def delete(backup: Backup) -> None:
    """Take a backup and its note away."""
    backup.path.unlink(missing_ok=True)
    _note_of(backup.path).unlink(missing_ok=True)


def _latest_of_each(newest_first: list[Backup], period: str, most: int) -> list[Backup]:
    by_period: dict[str, Backup] = {}
    for backup in newest_first:
        by_period.setdefault(backup.made.strftime(period), backup)
    return list(by_period.values())[:most]


def _about(connection: Any) -> dict[str, Any]:
    row = connection.exec_driver_sql("SELECT uuid, name FROM workspace").first()
    counts = {
        table: connection.exec_driver_sql(f'SELECT count(*) FROM "{table}"').scalar_one()
        for table in ("person", "unit", "group", "meeting", "agenda_item")
    }
    uuid, name = (row[0], row[1]) if row else ("unnamed", "")
    return {"uuid": uuid, "name": name, "counts": counts}


def _described(
    path: Path, made: datetime, reason: Reason, source: Path, about: dict[str, Any]
) -> Backup:
    return Backup(
        path,
        made,
        reason,
        str(source),
        about["name"],
        about["uuid"],
        about["counts"],
        path.stat().st_size,
        _digest(path),
    )


def _write_note(backup: Backup) -> None:
    said = {
        "made": backup.made.isoformat(),
        "reason": backup.reason,
        "source": backup.source,
        "name": backup.name,
        "uuid": backup.uuid,
        "counts": backup.counts,
        "sha256": backup.sha256,
    }
    note = _note_of(backup.path)
    unfinished = note.with_name(f"{note.name}.part")
    unfinished.write_text(json.dumps(said, ensure_ascii=False), "utf-8")
    sync(unfinished)
    unfinished.replace(note)
    sync_folder(note.parent)


def _found(folder: Path) -> Iterator[Backup]:
    if not folder.is_dir():
        return
    for path in folder.glob(f"*{SUFFIX}"):
        backup = _read_note(path)
        if backup:
            yield backup


def _read_note(path: Path) -> Backup | None:
    try:
        said = json.loads(_note_of(path).read_bytes())
        return Backup(
            path,
            datetime.fromisoformat(said["made"]),
            Reason(said["reason"]),
            str(said["source"]),
            str(said["name"]),
            str(said["uuid"]),
            {str(table): int(rows) for table, rows in said["counts"].items()},
            path.stat().st_size,
            str(said["sha256"]),
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None  # A copy without its note cannot be verified, so it is no backup.


def _note_of(path: Path) -> Path:
    return path.with_name(path.name + NOTE)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _put_in_place(backup: Backup, target: Path, now: datetime) -> Path | None:
    unfinished = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        unfinished.write_bytes(backup.path.read_bytes())
        sync(unfinished)
        trust.read_header(unfinished)
        kept = _set_aside(target, now)
        unfinished.replace(target)
        sync_folder(target.parent)
    finally:
        unfinished.unlink(missing_ok=True)
    return kept


def _set_aside(target: Path, now: datetime) -> Path | None:
    """Keep what is about to be replaced, with its journal, under a name that says when."""
    if not target.exists():
        return None
    aside = target.with_name(f"{target.stem} (replaced {now:%Y-%m-%d %H.%M.%S}){target.suffix}")
    journal = target.with_name(target.name + "-journal")
    if journal.exists():
        journal.replace(aside.with_name(aside.name + "-journal"))
    target.replace(aside)
    return aside


def _not_made(folder: Path) -> KnownError:
    return KnownError(
        M_("No backup could be made in “{folder}”.", folder=str(folder)),
        M_("Your work itself is saved in its file."),
        M_("Choose another folder for backups in the settings, or free some space."),
    )
