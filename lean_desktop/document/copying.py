"""Copies of a live document, made by SQLite itself while edits go on."""

import os
import sqlite3
import threading
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from lean_desktop.document.trust import complaints

PAGES = 256
"""Pages copied before others get their turn: about one megabyte."""

Progress = Callable[[int, int], object]


class Unsound(Exception):
    """The copy does not hold together, so neither does what was copied."""


def copy_database(
    raw: sqlite3.Connection, target: Path, turn: threading.RLock, progress: Progress | None
) -> None:
    """Copy, verify, and only then give the copy its name.

    `turn` is the document's lock; it is let go between steps so that edits need not wait.
    Raises Unsound, sqlite3.Error, OSError, and what `progress` raises.
    """
    unfinished = target.with_name(f".{target.name[:100]}.{os.getpid()}.part")
    try:
        _copy(raw, unfinished, turn, progress)
        sync(unfinished)
        unfinished.replace(target)
        sync_folder(target.parent)
    finally:
        unfinished.unlink(missing_ok=True)


def _copy(
    raw: sqlite3.Connection, target: Path, turn: threading.RLock, progress: Progress | None
) -> None:
    def step(_status: int, remaining: int, total: int) -> None:
        turn.release()
        try:
            time.sleep(0)  # Let a waiting edit have its turn.
            if progress:
                progress(total - remaining, total)
        finally:
            turn.acquire()

    with closing(sqlite3.connect(target, isolation_level=None)) as copy:
        with turn:
            raw.backup(copy, pages=PAGES, progress=step, sleep=0)
        found = complaints(copy)
    if found:
        raise Unsound(found[0])


def sync(path: Path) -> None:
    """Have the file's content on the disk before going on."""
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_folder(folder: Path) -> None:
    """Have the names in a folder on the disk before going on."""
    if os.name == "posix":  # Windows has no handle to a folder.
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
