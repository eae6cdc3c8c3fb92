"""Putting a verified copy in the place of a document; what was there is kept beside it."""

import hashlib
import os
from datetime import datetime
from pathlib import Path

from lean_desktop.document import trouble, trust
from lean_desktop.document.copying import Progress, sync_folder
from lean_desktop.document.document import live_paths
from lean_desktop.document.opening import take_lock
from lean_desktop.i18n import M_

CHUNK = 1 << 20
BELONGINGS = ("-journal", "-wal", "-shm")
"""What SQLite keeps beside a file. Beside another file it would destroy that one."""


def restore(
    copy: Path, sha256: str, target: Path, now: datetime, progress: Progress | None = None
) -> Path | None:
    """Copy `copy` to `target` if it has that checksum; where the replaced file is kept, if any.

    Raises KnownError when the copy is damaged, the target is open here or elsewhere, or cannot be
    written; Cancelled when `progress` (bytes done, bytes in all) raises that.
    """
    target = target.resolve()
    for path in (target, copy):
        if path in live_paths():
            raise trouble.already_open(path)
    if not copy.is_file():
        raise trouble.missing(copy)
    lock = take_lock(target)
    try:
        return _put_in_place(copy, sha256, target, now, progress)
    except OSError as error:
        raise trouble.not_copied(target, error) from error
    finally:
        lock.release()


def _put_in_place(
    copy: Path, sha256: str, target: Path, now: datetime, progress: Progress | None
) -> Path | None:
    unfinished = target.with_name(f".{target.name[:100]}.{os.getpid()}.part")
    try:
        if _copied(copy, unfinished, progress) != sha256:
            raise trouble.damaged(copy, M_("it is not what it was when it was made"))
        trust.read_header(unfinished)
        kept = _replace(target, unfinished, now)
        sync_folder(target.parent)
    finally:
        unfinished.unlink(missing_ok=True)
    return kept


def _replace(target: Path, unfinished: Path, now: datetime) -> Path | None:
    """Keep what is replaced, with its journal, under a name that says when."""
    aside = target.with_name(f"{target.stem} (replaced {now:%Y-%m-%d %H.%M.%S.%f}){target.suffix}")
    try:
        _rename(target, aside)
        unfinished.replace(target)
    except OSError:
        if not target.exists():
            _rename(aside, target)
        raise
    return aside if aside.exists() else None


def _copied(source: Path, target: Path, progress: Progress | None) -> str:
    """Copy the bytes, to the disk itself; their SHA-256."""
    done, size, found = 0, source.stat().st_size, hashlib.sha256()
    target.unlink(missing_ok=True)
    with source.open("rb") as old, target.open("xb") as new:
        while chunk := old.read(CHUNK):
            found.update(chunk)
            done += new.write(chunk)
            if progress:
                progress(done, size)
        new.flush()
        os.fsync(new.fileno())
    return found.hexdigest()


def _rename(path: Path, to: Path) -> None:
    """A file and what belongs to it; the file first, so that it is never without its journal."""
    for ending in ("", *BELONGINGS):
        belonging = path.with_name(path.name + ending)
        if belonging.exists():
            belonging.replace(to.with_name(to.name + ending))
