"""What happens before a document is open, and after: its lock, its tables, its traces."""

import os
import sqlite3
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from lean_desktop.document import trouble, trust
from lean_desktop.document.connection import connect
from lean_desktop.document.lock import FileLock, Held, Holder
from lean_desktop.document.migrations import Version, migrate


def refuse_existing(path: Path) -> None:
    """Raise KnownError when there is a file already."""
    if path.exists():
        raise trouble.exists(path)


def take_lock(path: Path) -> FileLock:
    """The lock of a document that is about to be made. Raises KnownError."""
    try:
        return FileLock(path, datetime.now())
    except Held as error:
        raise trouble.held(path, error.holder.user, error.holder.machine) from None
    except OSError as error:
        raise trouble.cannot_write_folder(path) from error


def lock_or_holder(path: Path) -> tuple[FileLock | None, Holder | None]:
    """The lock, or who has it; neither where nothing can be written."""
    if not os.access(path, os.W_OK):
        return None, None
    try:
        return FileLock(path, datetime.now()), None
    except Held as error:
        return None, error.holder
    except OSError:
        return None, None


def new_database(path: Path) -> sqlite3.Connection:
    """An empty file with our tables in it; none is left when that fails."""
    try:
        raw = connect(path, writable=True, create=True)
        try:
            migrate_whole(raw, Version(0, 0))
        except BaseException:
            raw.close()
            raise
    except BaseException:
        path.unlink(missing_ok=True)
        remove_empty_journal(path)
        raise
    return raw


def migrate_whole(raw: sqlite3.Connection, found: Version) -> None:
    """Bring the schema up to date, all of it or nothing."""
    raw.execute("PRAGMA foreign_keys = OFF")
    raw.execute("BEGIN IMMEDIATE")
    try:
        raw.execute(f"PRAGMA application_id = {trust.APPLICATION_ID}")
        migrate(raw, found)
        raw.execute("COMMIT")
    except BaseException:
        if raw.in_transaction:
            raw.execute("ROLLBACK")
        raise
    finally:
        raw.execute("PRAGMA foreign_keys = ON")


def remove_empty_journal(path: Path) -> None:
    """Leave the document alone in its folder once it is closed."""
    journal = path.with_name(path.name + "-journal")
    with suppress(OSError):  # The drive may be gone by now; an empty journal does no harm.
        if journal.stat().st_size == 0:
            journal.unlink()
