"""Writing a file that is there whole or not at all."""

import errno
import os
from pathlib import Path

from lean_desktop.domain.errors import KnownError
from lean_desktop.i18n import M_, Message

_REASONS = {
    errno.ENOSPC: M_("the disk is full"),
    errno.EDQUOT: M_("your share of the disk is full"),
    errno.EACCES: M_("you may not write there"),
    errno.EPERM: M_("you may not write there"),
    errno.EROFS: M_("you may not write there"),
    errno.ENOENT: M_("the folder is not there"),
}


def write_whole(path: Path, data: bytes) -> None:
    """Put the bytes in the file; until they are all on the disk it is as it was.

    Raises KnownError.
    """
    unfinished = path.with_name(f".{path.name[:100]}.{os.getpid()}.part")
    try:
        with unfinished.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    except OSError as error:
        unfinished.unlink(missing_ok=True)
        raise _not_written(path, error) from error


def _not_written(path: Path, error: OSError) -> KnownError:
    return KnownError(
        M_("“{name}” could not be written: {why}.", name=path.name, why=_why(error)),
        M_("The workspace is untouched, and no half-written file was left."),
        M_("Choose another folder, or free some space, and try again."),
    )


def _why(error: OSError) -> Message | str:
    return _REASONS.get(error.errno or 0, error.strerror or type(error).__name__)
