"""The one door. Every change to a workspace goes through `Document.edit`, and only there.

A change commits before it exists: only then does the step stand on the undo stack, and only then
may anyone say “saved”. There is one connection; a lock lets one thread at a time use it.
"""

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager, nullcontext, suppress
from datetime import datetime
from pathlib import Path
from typing import Concatenate, Generic, NamedTuple, ParamSpec, TypeVar

from sqlalchemy import Connection

from lean_desktop.document import trouble, trust
from lean_desktop.document.changes import EVERYTHING, ChangeSet
from lean_desktop.document.connection import connect, in_memory, over
from lean_desktop.document.copying import Unsound, copy_database
from lean_desktop.document.history import History, Stack, Step
from lean_desktop.document.journal import Journal
from lean_desktop.document.lock import FileLock, Holder
from lean_desktop.document.migrations import CURRENT, Version
from lean_desktop.document.opening import (
    lock_or_holder,
    migrate_whole,
    new_database,
    refuse_existing,
    remove_empty_journal,
    take_lock,
)
from lean_desktop.domain.errors import Cancelled
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
        self._stopping = False
        self._closed = False
        self._seen_version = self._data_version()
        writable = lock is not None and self._version() == CURRENT
        self._history = History(Journal(raw)) if writable else None
        _live.add(path)

    # Opening and closing

    @classmethod
    def create(cls, path: Path) -> "Document":
        """A new, empty workspace with its tables. Raises KnownError; never overwrites."""
        path = path.resolve()
        refuse_existing(path)
        lock = take_lock(path)
        try:
            refuse_existing(path)  # Somebody may have made it while we took the lock.
            with trouble.explaining(path):
                return cls(path, new_database(path), lock)
        except BaseException:
            lock.release()
            raise

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
        lock, holder = lock_or_holder(path) if writable else (None, None)
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
        version = trust.read_header(path)
        writable = lock is not None and version <= CURRENT
        raw = connect(path, writable=writable)
        try:
            with nullcontext(raw) if writable else closing(in_memory(raw)) as checked:
                trust.verify(checked, path)
            document = cls(path, raw, lock if writable else None)
        except BaseException:
            raw.close()
            raise
        if lock and not writable:
            lock.release()
        return document

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
            migrate_whole(self._raw, found)
        self._history = History(Journal(self._raw))

    @property
    def read_only(self) -> bool:
        """Whether edits are refused."""
        return self._lock_file is None

    def close(self) -> None:
        """Let go of the file; exactly one file remains. Closing twice does nothing."""
        with self._turn, ExitStack() as last_first:
            if self._closed:
                return
            self._closed = True
            if self._lock_file:
                last_first.callback(self._lock_file.release)
                last_first.callback(remove_empty_journal, self.path)
            last_first.callback(_live.discard, self.path)
            last_first.callback(self._raw.close)
            self._connection.close()

    # Reading

    def read(
        self, query: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """The query's answer, from one consistent state of the file; nothing stays open."""
        with self._turn, trouble.explaining(self.path):
            if self._raw.in_transaction:  # Asked for within an edit or another read.
                return query(self._connection, *args, **kwargs)
            self._raw.execute("BEGIN")
            try:
                return query(self._connection, *args, **kwargs)
            finally:
                self._roll_back()

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
    def undo_rows(self) -> int:
        """How many rows the step touched that undo would take back."""
        return self._history.done[-1].rows if self._history and self._history.done else 0

    @property
    def redo_rows(self) -> int:
        """How many rows the step touched that redo would do again."""
        return self._history.undone[-1].rows if self._history and self._history.undone else 0

    @property
    def redo_label(self) -> Message | None:
        """Name of the step redo would do again."""
        return self._history.undone[-1].label if self._history and self._history.undone else None

    def interrupt(self) -> None:
        """Stop what another thread is doing here; it raises Cancelled and nothing is kept."""
        self._stopping = True  # SQLite forgets an interrupt that comes between two statements.
        with suppress(sqlite3.ProgrammingError):  # Closed in the meantime.
            self._raw.interrupt()

    def copy_to(self, target: Path, progress: Callable[[int, int], object] | None = None) -> None:
        """A verified copy of the file at `target`, which must not exist. Raises KnownError.

        `progress` is told pages done and pages in all, and may raise Cancelled.
        """
        refuse_existing(target)
        try:
            copy_database(self._raw, target, self._turn, progress)
        except Unsound as error:
            raise trouble.damaged(self.path, str(error)) from error
        except (OSError, sqlite3.Error) as error:
            raise trouble.not_copied(target, error) from error

    def _edit(self, field: str | None, label: Message, change: Callable[[], T]) -> Edited[T]:
        history = self._writable()
        with self._turn:
            with self._transaction():
                after = history.journal.position()
                result = change()
                changes = history.journal.changes(after)
                step = Step(label, after, history.journal.position(), field)
                gone = history.make_room(step) if changes else 0
                if not changes:
                    history.journal.forget(step.after, step.to)
            if changes:
                history.add(step, gone)
                self.saved_at = self.clock()
            return Edited(result, changes)

    def _replay(self, history: History, source: Stack, target: Stack) -> ChangeSet:
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
            history.move(source, target, Step(step.label, after, to))
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
            self._stopping = False
            try:
                yield
                self._stop_if_asked()
                self._raw.execute("COMMIT")
            except BaseException:
                self._roll_back()
                raise

    def _stop_if_asked(self) -> None:
        if self._stopping:
            raise Cancelled

    def _roll_back(self) -> None:
        while self._raw.in_transaction:  # A full disk may have rolled back by itself.
            try:
                self._raw.execute("ROLLBACK")
            except sqlite3.OperationalError as error:
                if error.sqlite_errorname != "SQLITE_INTERRUPT":
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
