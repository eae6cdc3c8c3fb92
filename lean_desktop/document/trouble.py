"""What can go wrong around a file, as sentences: what happened, what is safe, what to do."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lean_desktop.domain.errors import Cancelled, KnownError
from lean_desktop.i18n import M_, Message

UNCHANGED = M_("The file is untouched.")
EARLIER_SAFE = M_("Everything saved before this is safe in the file.")


def not_a_workspace(path: Path) -> KnownError:
    """The file is of another kind."""
    return KnownError(
        M_("“{name}” is not a Lean Desktop workspace.", name=path.name),
        UNCHANGED,
        M_("Choose a file ending in .leandesk."),
    )


def missing(path: Path) -> KnownError:
    """There is no such file."""
    return KnownError(
        M_("“{name}” is not there.", name=str(path)),
        M_("Nothing has been changed."),
        M_("It may have been moved, or lie on a drive that is not connected."),
    )


def exists(path: Path) -> KnownError:
    """A file would have been overwritten."""
    return KnownError(
        M_("There is already a file named “{name}”.", name=path.name),
        UNCHANGED,
        M_("Choose another name, or another folder."),
    )


def already_open(path: Path) -> KnownError:
    """This very process has the file."""
    return KnownError(
        M_("“{name}” is already open.", name=path.name),
        UNCHANGED,
        M_("Go to the window that shows it."),
    )


CUT_OFF = M_("its end is missing")


def damaged(path: Path, found: str | Message) -> KnownError:
    """The file is cut off, changed by other hands, or does not hold together."""
    return KnownError(
        M_("“{name}” is damaged: {found}.", name=path.name, found=found),
        UNCHANGED,
        M_("Restore a backup with File ▸ Restore backup, and keep this file for help."),
    )


def foreign_schema(path: Path) -> KnownError:
    """The file holds tables, triggers or views that we did not make."""
    return KnownError(
        M_("“{name}” holds things Lean Desktop did not put there.", name=path.name),
        UNCHANGED,
        M_("Do not trust this file. Ask whoever sent it, or restore a backup."),
    )


def too_new(path: Path, file_version: object, ours: object) -> KnownError:
    """The file was written by a later release."""
    return KnownError(
        M_(
            "“{name}” has format {theirs}, and this program reads up to {ours}.",
            name=path.name,
            theirs=str(file_version),
            ours=str(ours),
        ),
        UNCHANGED,
        M_("Install the newest Lean Desktop, and open the file with that."),
    )


def held(path: Path, user: str, machine: str) -> KnownError:
    """Somebody else is writing in the file."""
    return KnownError(
        M_("{who} has “{name}” open.", name=path.name, who=f"{user} ({machine})"),
        UNCHANGED,
        M_("Wait until it is closed there, or open it to read only."),
    )


def too_old_to_read(path: Path) -> KnownError:
    """An older file must be brought up to date, and may not be written here."""
    return KnownError(
        M_("“{name}” is from an earlier release and must be brought up to date.", name=path.name),
        UNCHANGED,
        M_("Copy it to a folder where you may write, and open the copy."),
    )


def cannot_write_folder(path: Path) -> KnownError:
    """No file can be made beside the document."""
    return KnownError(
        M_("Nothing can be written in “{folder}”.", folder=str(path.parent)),
        M_("Nothing has been changed."),
        M_("Choose another folder, or ask for the right to write there."),
    )


def read_only(path: Path) -> KnownError:
    """An edit was asked of a document opened to read."""
    return KnownError(
        M_("“{name}” is open to read only, so the change was not made.", name=path.name),
        EARLIER_SAFE,
        M_("Save a copy with File ▸ Save a copy, and work in that."),
    )


def unreadable(path: Path) -> KnownError:
    """The system does not let us read the file."""
    return KnownError(
        M_("“{name}” could not be read.", name=path.name),
        UNCHANGED,
        M_("See that the drive is connected, and that you may read the file."),
    )


class NotCopied(KnownError):
    """A copy could not be written; what was to be copied is well."""


def not_copied(target: Path, error: OSError | sqlite3.Error) -> NotCopied:
    """No copy could be made at `target`."""
    return NotCopied(
        M_("“{name}” could not be written: {why}.", name=target.name, why=_why(error)),
        M_("The workspace is untouched, and no half-written file was left."),
        M_("Choose another folder, or free some space, and try again."),
    )


def _why(error: OSError | sqlite3.Error) -> Message | str:
    code = errno.errorcode.get(getattr(error, "errno", None) or 0, "")
    code = code or getattr(error, "sqlite_errorname", "")
    if code.endswith(("ENOSPC", "EDQUOT", "SQLITE_FULL")):
        return M_("the disk is full")
    if code.startswith(("EACCES", "EPERM", "EROFS", "SQLITE_READONLY", "SQLITE_CANTOPEN")):
        return M_("you may not write there")
    return getattr(error, "strerror", None) or str(error)


_REASONS: dict[str, tuple[Message, Message, Message]] = {
    "SQLITE_FULL": (
        M_("The disk is full, so the last change was not saved."),
        EARLIER_SAFE,
        M_("Free some space, and try again."),
    ),
    "SQLITE_READONLY_ROLLBACK": (
        M_("The last change of this file was never finished, and reading alone cannot tidy it up."),
        UNCHANGED,
        M_("Open it where it may be written. The file beside it ending in -journal belongs to it."),
    ),
    "SQLITE_READONLY": (
        M_("The file can no longer be written, so the last change was not saved."),
        EARLIER_SAFE,
        M_("See that the drive and the file may be written, or save a copy elsewhere."),
    ),
    "SQLITE_BUSY": (
        M_("Another program is using the file, so the last change was not saved."),
        EARLIER_SAFE,
        M_("Close the other program, or wait a moment, and try again."),
    ),
    "SQLITE_IOERR": (
        M_("The disk did not answer as it should, so the last change was not saved."),
        EARLIER_SAFE,
        M_("See that the drive is connected, or save a copy elsewhere."),
    ),
    "SQLITE_CANTOPEN": (
        M_("The file, or a note beside it, could not be opened."),
        UNCHANGED,
        M_("See that you may read and write in the folder."),
    ),
    "SQLITE_TOOBIG": (
        M_("A text or a picture is too large, so the last change was not saved."),
        EARLIER_SAFE,
        M_("Make it smaller, and try again."),
    ),
}
_DAMAGE = ("SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_FORMAT")
_FORMAT = "unsupported file format"  # With no code of its own.


def explained(error: BaseException, path: Path) -> Exception | None:
    """The KnownError behind a database error, or None when it is our own mistake."""
    cause = getattr(error, "orig", None) or error
    if isinstance(cause, UnicodeDecodeError) or "decode to UTF-8" in str(cause):
        return damaged(path, M_("it holds text that is no text"))
    code = getattr(cause, "sqlite_errorname", "") or ""
    if code.startswith("SQLITE_INTERRUPT"):
        return Cancelled()
    if code.startswith(_DAMAGE) or str(cause) == _FORMAT:
        return damaged(path, str(cause))
    for prefix, sentences in _REASONS.items():
        if code.startswith(prefix):
            return KnownError(*sentences)
    return None


@contextmanager
def explaining(path: Path) -> Iterator[None]:
    """Turn database errors of the block into KnownError or Cancelled where we know them."""
    try:
        yield
    except (sqlite3.Error, UnicodeDecodeError) as error:
        raise explained(error, path) or error from error
    except Exception as error:
        if isinstance(getattr(error, "orig", None), sqlite3.Error | UnicodeDecodeError):
            raise explained(error, path) or error from error
        raise
