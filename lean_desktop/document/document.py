"""The one door. Every change to a workspace goes through `Document.edit`, and only there.

A change commits before it exists: only then does the step stand on the undo stack, and only then
may anyone say “saved”. There is one connection; a lock lets one thread at a time use it.
"""

import os
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Concatenate, Generic, NamedTuple, ParamSpec, TypeVar

from sqlalchemy import Connection

from lean_desktop.document import trouble, trust
from lean_desktop.document.changes import EVERYTHING, ChangeSet
from lean_desktop.document.connection import connect, over
from lean_desktop.document.copying import copy_database
from lean_desktop.document.history import History, Step
from lean_desktop.document.journal import Journal
from lean_desktop.document.lock import FileLock, Held, Holder
from lean_desktop.document.migrations import CURRENT, Version, migrate
from lean_desktop.i18n import Message

SUFFIX = ".leandesk"

P = ParamSpec("P")
T = TypeVar("T")
Clock = Callable[[], datetime]

_live: set[Path] = set()


def live_paths() -> frozenset[Path]:
    """Documents this process has open; nothing else in it may open these files."""
    return frozenset(_live)


class Edited(NamedTuple, Generic[T]):
    """What the edit returned, and what it changed."""

    result: T
    changes: ChangeSet


class Document:
    """An open workspace. Make one with `create` or `open`, and `close` it.

    `read_only` documents belong to somebody else (`holder`), lie where we may not write, or were
    made by a later minor release; reading them never holds them.
    """

    def __init__(self, path: Path, raw: sqlite3.Connection, lock: FileLock | None) -> None:
        self.path = path
        self.holder: Holder | None = None
        self.saved_at: datetime | None = None
        self.clock: Clock = datetime.now
        self._raw = raw
        self._connection = over(raw)
        self._lock_file = lock
        self._turn = threading.RLock()
        self._seen_version = self._data_version()
        writable = lock is not None and self._version() == CURRENT
        self._history = History(Journal(raw)) if writable else None
        _live.add(path)

    # Opening and closing

    @classmethod
    def create(cls, path: Path) -> "Document":
        """A new, empty workspace with its tables. Raises KnownError; never overwrites."""
        path = path.resolve()
        if path.exists():
            raise trouble.exists(path)
        with trouble.explaining(path):
            lock = _locked(path)
            try:
                raw = _new_database(path)
            except BaseException:
                path.unlink(missing_ok=True)
                lock.release()
                raise
            return cls(path, raw, lock)

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        writable: bool = True,
        before_migration: Callable[["Document"], object] | None = None,
    ) -> "Document":
        """An existing workspace, checked before it is trusted. Raises KnownError.

        Where another process holds the file, or it cannot be written, it opens read-only.
        `before_migration` is called when an older file is about to be brought up to date.
        """
        path = path.resolve()
        _refuse_unopenable(path)
        lock, holder = _lock_or_holder(path) if writable else (None, None)
        try:
            with trouble.explaining(path):
                document = cls._opened(path, lock)
        except BaseException:
            if lock:
                lock.release()
            raise
        document.holder = holder
        document.bring_up_to_date(before_migration)
        return document

    @classmethod
    def _opened(cls, path: Path, lock: FileLock | None) -> "Document":
        header = trust.read_header(path)
        if header.cut_off:
            raise trouble.damaged(path, trouble.CUT_OFF)
        writable = lock is not None and header.version <= CURRENT
        raw = connect(path, writable=writable)
        try:
            trust.verify(raw, path, header.version)
        except BaseException:
            raw.close()
            raise
        if lock and not writable:
            lock.release()
            lock = None
        return cls(path, raw, lock)

    def bring_up_to_date(self, before: Callable[["Document"], object] | None = None) -> None:
        """Migrate an older file, `before` having made a backup. Closes it when that fails."""
        found = self._version()
        if found >= CURRENT:
            return
        try:
            self._migrate(found, before)
        except BaseException:
            self.close()
            raise

    def _migrate(self, found: Version, before: Callable[["Document"], object] | None) -> None:
        if self.read_only:
            raise trouble.too_old_to_read(self.path)
        if before:
            before(self)
        with trouble.explaining(self.path):
            _migrate_whole(self._raw, found)
        self._history = History(Journal(self._raw))

    @property
    def read_only(self) -> bool:
        """Whether edits are refused."""
        return self._lock_file is None

    def close(self) -> None:
        """Let go of the file; exactly one file remains. Closing twice does nothing."""
        with self._turn:
            if self.path not in _live:
                return
            self._connection.close()
            self._raw.close()
            _live.discard(self.path)
            if self._lock_file:
                _remove_empty_journal(self.path)
                self._lock_file.release()

    # Reading

    def read(
        self, query: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """The query's answer, from one consistent state of the file; nothing stays open."""
        with self._turn, trouble.explaining(self.path):
            self._raw.execute("BEGIN")
            try:
                return query(self._connection, *args, **kwargs)
            finally:
                self._raw.execute("ROLLBACK")

    def changed_outside(self) -> ChangeSet:
        """What another process committed since last asked; for read-only documents."""
        with self._turn, trouble.explaining(self.path):
            version = self._data_version()
        if version == self._seen_version:
            return ChangeSet({})
        self._seen_version = version
        return ChangeSet(dict.fromkeys(self.table_names(), EVERYTHING))

    def table_names(self) -> list[str]:
        """Every table of the file."""
        with self._turn:
            rows = self._raw.execute("SELECT name FROM main.sqlite_schema WHERE type = 'table'")
            return [name for (name,) in rows.fetchall()]

    # Editing

    def edit(
        self,
        label: Message,
        change: Callable[Concatenate[Connection, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Edited[T]:
        """Make one change as one undo step, committed when this returns.

        `change` gets the connection first and never commits. When it raises, nothing happened.
        """
        return self._edit(None, label, lambda: change(self._connection, *args, **kwargs))

    def edit_merging(
        self, field: str, label: Message, change: Callable[[Connection], T]
    ) -> Edited[T]:
        """Like `edit`, but a run of edits with the same `field` stays one step."""
        return self._edit(field, label, lambda: change(self._connection))

    def aside(
        self, change: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Write what is no edit (drafts of text in hand): committed, but no step."""
        history = self._writable()
        with self._turn, self._transaction():
            after = history.journal.position()
            result = change(self._connection, *args, **kwargs)
            history.journal.forget(after, history.journal.position())
            return result

    def undo(self) -> ChangeSet:
        """Take back the newest step. Returns an empty change when there is none."""
        history = self._writable()
        return self._replay(history, history.done, history.undone)

    def redo(self) -> ChangeSet:
        """Do again what was last taken back. Returns an empty change when there is none."""
        history = self._writable()
        return self._replay(history, history.undone, history.done)

    def end_merging(self) -> None:
        """Let the next edit of the field in hand be a step of its own."""
        if self._history:
            self._history.end_merging()

    @property
    def undo_label(self) -> Message | None:
        """Name of the step undo would take back."""
        return self._history.done[-1].label if self._history and self._history.done else None

    @property
    def redo_label(self) -> Message | None:
        """Name of the step redo would do again."""
        return self._history.undone[-1].label if self._history and self._history.undone else None

    def interrupt(self) -> None:
        """Stop what another thread is doing here; it raises Cancelled and nothing is kept."""
        self._raw.interrupt()

    def copy_to(self, target: Path, progress: Callable[[int, int], object] | None = None) -> None:
        """A verified copy of the file at `target`, which must not exist. Raises KnownError.

        `progress` is told pages done and pages in all, and may raise Cancelled.
        """
        if target.exists():
            raise trouble.exists(target)
        with trouble.explaining(target):
            copy_database(self._raw, target, self._turn, progress)

    def _edit(self, field: str | None, label: Message, change: Callable[[], T]) -> Edited[T]:
        history = self._writable()
        with self._turn:
            with self._transaction():
                after = history.journal.position()
                result = change()
                changes = history.journal.changes(after)
                to = history.journal.position()
            if changes:
                history.add(Step(label, after, to, field))
                self.saved_at = self.clock()
            return Edited(result, changes)

    def _replay(self, history: History, source: list[Step], target: list[Step]) -> ChangeSet:
        with self._turn:
            if not source:
                return ChangeSet({})
            step = source[-1]
            with self._transaction():
                self._raw.execute("PRAGMA defer_foreign_keys = ON")
                after = history.journal.position()
                history.journal.replay(step.after, step.to)
                changes = history.journal.changes(after)
                to = history.journal.position()
            source.pop()
            target.append(Step(step.label, after, to))
            self.saved_at = self.clock()
            return changes

    def _writable(self) -> History:
        if self._history is None:
            raise trouble.read_only(self.path)
        return self._history

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        with trouble.explaining(self.path):
            self._raw.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._raw.execute("COMMIT")
            except BaseException:
                if self._raw.in_transaction:  # A full disk may have rolled back by itself.
                    self._raw.execute("ROLLBACK")
                raise

    def _version(self) -> Version:
        return Version.unpack(self._raw.execute("PRAGMA user_version").fetchone()[0])

    def _data_version(self) -> int:
        version: int = self._raw.execute("PRAGMA data_version").fetchone()[0]
        return version


def _refuse_unopenable(path: Path) -> None:
    if path in _live or any(_same(path, each) for each in _live):
        raise trouble.already_open(path)
    if not path.exists():
        raise trouble.missing(path)
    if not path.is_file():
        raise trouble.not_a_workspace(path)


def _same(path: Path, other: Path) -> bool:
    try:
        return path.samefile(other)
    except OSError:
        return False


def _locked(path: Path) -> FileLock:
    try:
        return FileLock(path, datetime.now())
    except Held as error:
        raise trouble.held(path, error.holder.user, error.holder.machine) from None
    except OSError as error:
        raise trouble.cannot_write_folder(path) from error


def _lock_or_holder(path: Path) -> tuple[FileLock | None, Holder | None]:
    if not os.access(path, os.W_OK):
        return None, None
    try:
        return FileLock(path, datetime.now()), None
    except Held as error:
        return None, error.holder
    except OSError:
        return None, None


def _new_database(path: Path) -> sqlite3.Connection:
    raw = connect(path, writable=True, create=True)
    try:
        raw.execute(f"PRAGMA application_id = {trust.APPLICATION_ID}")
        _migrate_whole(raw, Version(0, 0))
    except BaseException:
        raw.close()
        raise
    return raw


def _migrate_whole(raw: sqlite3.Connection, found: Version) -> None:
    raw.execute("PRAGMA foreign_keys = OFF")
    raw.execute("BEGIN IMMEDIATE")
    try:
        migrate(raw, found)
        raw.execute("COMMIT")
    except BaseException:
        raw.execute("ROLLBACK")
        raise
    finally:
        raw.execute("PRAGMA foreign_keys = ON")


def _remove_empty_journal(path: Path) -> None:
    journal = path.with_name(path.name + "-journal")
    if journal.exists() and journal.stat().st_size == 0:
        journal.unlink()
