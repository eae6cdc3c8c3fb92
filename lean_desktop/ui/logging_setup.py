"""The log: a small rotating file that holds no text and no name out of any document.

Nothing is written, and no file is made, until something happens that is worth a line; only the
place where the interpreter tells of its own death must be open from the start.
"""

import faulthandler
import logging
from io import TextIOWrapper
from pathlib import Path
from types import TracebackType
from typing import TypeAlias

from lean_desktop.ui.qt import override

LARGEST = 500_000
"""Bytes of one log file; with two older ones kept beside it."""

_OURS = "lean_desktop"
_SysExcInfo: TypeAlias = (
    tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
)


class Log:
    """What `set_up` put in place; `close` takes it down again."""

    def __init__(self, folder: Path) -> None:
        self._handler = LateFile(folder / "lean-desktop.log")
        self._deaths = _opened(folder / "crash.log")
        logging.getLogger().addHandler(self._handler)
        logging.getLogger(_OURS).setLevel(logging.INFO)
        if self._deaths:
            faulthandler.enable(self._deaths)

    def close(self) -> None:
        """Let go of the files."""
        logging.getLogger().removeHandler(self._handler)
        self._handler.close()
        if self._deaths:
            faulthandler.disable()
            self._deaths.close()


def set_up(folder: Path) -> Log:
    """Log into `folder` from now on. A folder that cannot be written costs the log, no more."""
    return Log(folder)


class LateFile(logging.Handler):
    """A rotating file that is opened, and its module imported, by the first record."""

    def __init__(self, path: Path) -> None:
        super().__init__(logging.INFO)
        self.setFormatter(NoDocumentText("%(asctime)s %(levelname)s %(name)s: %(message)s"))
        self._path = path
        self._file: logging.Handler | None = None

    @override
    def emit(self, record: logging.LogRecord) -> None:
        if self._file is None:
            self._file = self._opened()
        self._file.handle(record)

    @override
    def close(self) -> None:
        if self._file:
            self._file.close()
        super().close()

    def _opened(self) -> logging.Handler:
        from logging.handlers import RotatingFileHandler

        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            file: logging.Handler = RotatingFileHandler(
                self._path, maxBytes=LARGEST, backupCount=2, encoding="utf-8"
            )
        except OSError:
            file = logging.NullHandler()
        file.setFormatter(self.formatter)
        return file


class NoDocumentText(logging.Formatter):
    """Our own messages as they are, since we write them; of anybody else's only the place.

    An exception gives its types and places: its message may quote what somebody typed.
    """

    @override
    def formatMessage(self, record: logging.LogRecord) -> str:
        if record.name.partition(".")[0] != _OURS:
            record.message = f"{record.filename}:{record.lineno}"
        return super().formatMessage(record)

    @override
    def formatException(self, ei: _SysExcInfo) -> str:
        from lean_desktop.ui.stripped_error import stripped_traceback

        return "\n".join(stripped_traceback(*ei)) if ei[0] else ""

    @override
    def format(self, record: logging.LogRecord) -> str:
        record.exc_text = None  # Another handler may have left the whole of it here.
        return super().format(record)


def _opened(path: Path) -> TextIOWrapper | None:
    """The file emptied when it has grown large; None where it cannot be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        grown = path.exists() and path.stat().st_size > LARGEST
        return path.open("w" if grown else "a", encoding="utf-8")
    except OSError:
        return None
