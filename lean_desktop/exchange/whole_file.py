"""Writing a file that is there whole or not at all."""

import os
from pathlib import Path

from lean_desktop.domain.errors import KnownError
from lean_desktop.i18n import M_


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
        M_("“{name}” could not be written: {why}.", name=path.name, why=error.strerror or ""),
        M_("The workspace is untouched, and no half-written file was left."),
        M_("Choose another folder, or free some space, and try again."),
    )
