"""Who has the document: a file beside it that the operating system holds for one process.

The lock dies with its process, so nothing has to be cleaned up after a crash. What the file says
(user, machine, time) is only for the sentence shown to the next one who opens the document.
"""

import json
import os
import sys
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import NamedTuple


class Holder(NamedTuple):
    """Who holds a document, as told by its lock file; empty texts when it cannot be told."""

    user: str
    machine: str
    since: datetime | None
    pid: int = 0

    def is_ours(self) -> bool:
        """Whether it is the same user on the same machine."""
        here = this_process(datetime.now())
        return (self.user, self.machine) == (here.user, here.machine)


class Held(Exception):
    """Another process has the document."""

    def __init__(self, holder: Holder) -> None:
        super().__init__(holder.user)
        self.holder = holder


class FileLock:
    """The lock of one document. Raises Held, or OSError where no file can be written."""

    def __init__(self, document: Path, now: datetime) -> None:
        self.path = lock_path(document)
        self._handle = _take(self.path)
        with suppress(OSError):  # On a full disk the lock holds all the same.
            os.ftruncate(self._handle, 0)
            os.write(self._handle, _written(this_process(now)))

    def release(self) -> None:
        """Take the file away and let go; another may have the document at once.

        On a drive that is gone the file stays, and locks nothing.
        """
        _remove_then_close(self.path, self._handle)


def lock_path(document: Path) -> Path:
    """Where the lock of `document` lies."""
    return document.with_name(f".{document.name}.lock")


def holder(document: Path) -> Holder:
    """What the lock file says; empty when there is none or it cannot be read."""
    try:
        said = json.loads(lock_path(document).read_bytes())
        return Holder(
            str(said["user"]),
            str(said["machine"]),
            datetime.fromisoformat(said["since"]),
            int(said["pid"]),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return Holder("", "", None)


def this_process(now: datetime) -> Holder:
    """Ourselves, as others will read it."""
    user = os.environ.get("USER") or os.environ.get("USERNAME") or os.environ.get("LOGNAME") or "?"
    return Holder(user, _machine(), now, os.getpid())


def _machine() -> str:
    return os.uname().nodename if hasattr(os, "uname") else os.environ.get("COMPUTERNAME", "?")


def _written(who: Holder) -> bytes:
    since = who.since.isoformat(timespec="seconds") if who.since else ""
    said = {"user": who.user, "machine": who.machine, "since": since, "pid": who.pid}
    return json.dumps(said).encode()


if sys.platform == "win32":
    import msvcrt

    FAR = 1 << 30  # Windows locks bytes against reading, so lock one nobody reads.

    def _take(path: Path) -> int:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_BINARY)
        try:
            os.lseek(handle, FAR, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            os.close(handle)
            raise Held(_holder_of_lock(path)) from None
        os.lseek(handle, 0, os.SEEK_SET)
        return handle

    def _remove_then_close(path: Path, handle: int) -> None:
        os.close(handle)
        with suppress(OSError):
            path.unlink()
else:
    import fcntl

    def _take(path: Path) -> int:
        while True:
            handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                os.close(handle)
                raise Held(_holder_of_lock(path)) from None
            except OSError:
                os.close(handle)
                raise
            if _still_there(path, handle):
                return handle
            os.close(handle)  # Its last holder took the file away between our two calls.

    def _still_there(path: Path, handle: int) -> bool:
        try:
            return os.path.samestat(os.fstat(handle), path.stat())
        except FileNotFoundError:
            return False

    def _remove_then_close(path: Path, handle: int) -> None:
        with suppress(OSError):
            path.unlink()
        os.close(handle)


def _holder_of_lock(path: Path) -> Holder:
    return holder(path.with_name(path.name.removeprefix(".").removesuffix(".lock")))
