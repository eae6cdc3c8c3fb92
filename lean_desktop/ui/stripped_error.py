"""What an unexpected error says of itself: versions and places in the code, nothing else.

An exception's message may quote a name or a text out of the document, so no message is ever
taken along: only the type of each error, and the files, lines and functions it went through.
"""

import errno
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QSysInfo, qVersion

from lean_desktop import __version__

_ROOT = Path(__file__).resolve().parents[2]
_LIBRARIES = ("site-packages", "dist-packages")


def report(
    exc_type: type[BaseException], exc: BaseException | None, tb: TracebackType | None
) -> str:
    """The text for a bug report: versions, then the traceback with no messages in it."""
    return "\n".join([*versions(), "", *stripped_traceback(exc_type, exc, tb)])


def versions() -> list[str]:
    """One line for the program, and one for each thing it stands on."""
    import sqlite3

    return [
        f"Lean Desktop {__version__}",
        f"{QSysInfo.prettyProductName()} ({QSysInfo.currentCpuArchitecture()})",
        f"Python {'.'.join(map(str, sys.version_info[:3]))}",
        f"Qt {qVersion()}",
        f"SQLite {sqlite3.sqlite_version}",
    ]


def stripped_traceback(
    exc_type: type[BaseException], exc: BaseException | None, tb: TracebackType | None
) -> list[str]:
    """The error and those behind it, the first cause first, each with the places it passed."""
    lines = [*_places(tb), _kind(exc_type, exc)]
    for behind in _chain(exc):
        lines = [*_places(behind.__traceback__), _kind(type(behind), behind), "led to", *lines]
    return lines


def short_name(file: str) -> str:
    """A file name that tells nothing of whose machine it is on."""
    path = Path(file)
    if path.is_relative_to(_ROOT):
        return path.relative_to(_ROOT).as_posix()
    for library in _LIBRARIES:
        if library in path.parts:
            return "/".join(path.parts[path.parts.index(library) + 1 :])
    return path.name


def _chain(exc: BaseException | None) -> Iterator[BaseException]:
    """The errors behind this one, from near to far; a chain may come back to itself."""
    seen = {exc}
    behind = _behind(exc)
    while behind and behind not in seen:
        yield behind
        seen.add(behind)
        behind = _behind(behind)


def _behind(exc: BaseException | None) -> BaseException | None:
    if exc is None:
        return None
    return exc.__cause__ or (None if exc.__suppress_context__ else exc.__context__)


def _places(tb: TracebackType | None) -> Iterator[str]:
    for frame, line in traceback.walk_tb(tb):
        code = frame.f_code
        yield f"  {short_name(code.co_filename)}:{line} in {code.co_qualname}"


def _kind(exc_type: type[BaseException], exc: BaseException | None) -> str:
    """The type, with the name of the code an operating system or SQLite gave it."""
    name = exc_type.__qualname__
    if exc_type.__module__ != "builtins":
        name = f"{exc_type.__module__}.{name}"
    code = getattr(exc, "sqlite_errorname", None)
    if isinstance(exc, OSError) and exc.errno:
        code = errno.errorcode.get(exc.errno)
    return f"{name} ({code})" if isinstance(code, str) else name
