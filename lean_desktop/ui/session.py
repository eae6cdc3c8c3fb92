"""The document a window has open: opening, making, copying, moving and closing it."""

import uuid
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from lean_desktop.document import trouble
from lean_desktop.document.document import SUFFIX, Clock, Document
from lean_desktop.edits import workspace as edits
from lean_desktop.ui.live_document import LiveDocument


class Session(QObject):
    """At most one open document. `opened(LiveDocument)` and `closing()` frame its time.

    `closed()` follows when no other takes its place.
    """

    opened = Signal(object)
    closing = Signal()
    closed = Signal()

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self.live: LiveDocument | None = None
        self.before_migration: Callable[[Document], object] | None = None

    def open(self, path: Path, *, writable: bool = True) -> LiveDocument:
        """Open a workspace in place of the one that is open. Raises KnownError.

        When it cannot be opened, the one that was open stays.
        """
        document = Document.open(path, writable=writable, before_migration=self.before_migration)
        return self._take(document)

    def create(self, path: Path, name: str) -> LiveDocument:
        """Make a new workspace and open it. Raises KnownError; never overwrites."""
        document = Document.create(with_suffix(path))
        document.aside(edits.start, str(uuid.uuid4()), name, "")
        return self._take(document)

    def move(self, target: Path) -> LiveDocument:
        """Put the open workspace elsewhere, by way of a verified copy; undo ends here."""
        live = self._open_one()
        source, target = live.document.path, with_suffix(target)
        live.document.copy_to(target)
        self._let_go()
        source.unlink()
        return self.open(target)

    def close(self) -> None:
        """Close what is open; nothing needs saving."""
        if self.live:
            self._let_go()
            self.closed.emit()

    def _let_go(self) -> None:
        if self.live:
            self.closing.emit()
            self.live.close()
            self.live.deleteLater()
            self.live = None

    def _take(self, document: Document) -> LiveDocument:
        document.clock = self._clock
        self._let_go()
        self.live = LiveDocument(document, self)
        self.opened.emit(self.live)
        return self.live

    def _open_one(self) -> LiveDocument:
        if self.live is None:
            raise trouble.missing(Path())
        return self.live


def with_suffix(path: Path) -> Path:
    """The path with our ending, added where another or none stands."""
    return path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)
