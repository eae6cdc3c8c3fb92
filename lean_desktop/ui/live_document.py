"""The open document as the window sees it: the door, with one signal for whatever came through."""

from collections.abc import Callable
from datetime import date
from typing import Concatenate, ParamSpec, Protocol, TypeVar
from weakref import WeakSet

from PySide6.QtCore import QObject, QTimer, Signal

from lean_desktop.document.changes import ChangeSet
from lean_desktop.document.document import Document
from lean_desktop.domain.errors import KnownError, RuleBroken
from lean_desktop.i18n import M_, Message
from lean_desktop.queries import Connection
from lean_desktop.ui.qt import override

P = ParamSpec("P")
T = TypeVar("T")

LOOK_EVERY_MS = 2000
"""How often a read-only document is asked whether its holder changed it."""


class View(Protocol):
    """What reads the document, and can do the reading of a large change ahead, on any thread."""

    def prepare(self, changes: ChangeSet) -> None:
        """Read what the change touches; it is shown when the change is told."""


class LiveDocument(QObject):
    """One open document and those who watch it.

    Signals: `changed(ChangeSet)` after every edit, undo and redo, and when somebody else changed
    a document we only read; `stepped()` when what undo and redo would do, or the saved time, may
    be otherwise; `large_edit_coming()` before an import; `failed(KnownError)` and then the error itself when saving did not work.
    """

    changed = Signal(object)
    large_edit_coming = Signal()
    stepped = Signal()
    failed = Signal(object)

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self.busy = False
        self._views: WeakSet[View] = WeakSet()
        self._watch: QTimer | None = None
        self._begin_to_watch()

    @property
    def read_only(self) -> bool:
        """Whether edits are refused."""
        return self.document.read_only

    @property
    def today(self) -> date:
        """The day it is, or the day the program was told it is."""
        return self.document.clock().date()

    @property
    def dated(self) -> bool:
        """Whether it is shown as of a day other than the one it is."""
        return False

    def read(
        self, query: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """The query's answer from the document as it is now."""
        return self.document.read(query, *args, **kwargs)

    def edit(
        self,
        label: Message,
        change: Callable[Concatenate[Connection, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        """Make one change as one undo step. Raises RuleBroken and KnownError, nothing done."""
        edited = self._tried(lambda: self.document.edit(label, change, *args, **kwargs))
        self.tell(edited.changes)
        return edited.result

    def aside(
        self, change: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Write what undo never takes back, such as the clock of a meeting; committed at once."""
        return self._tried(lambda: self.document.aside(change, *args, **kwargs))

    def undo(self) -> None:
        """Take back the newest step."""
        self.tell(self._tried(self.document.undo))

    def redo(self) -> None:
        """Do again what was last taken back."""
        self.tell(self._tried(self.document.redo))

    def prepare(self, changes: ChangeSet) -> None:
        """Have every view read what it will show; on the worker that made a large change."""
        for view in list(self._views):
            view.prepare(changes)

    def add_view(self, view: "View") -> None:
        """Let a view prepare itself for large changes, for as long as it lives."""
        self._views.add(view)

    def tell(self, changes: ChangeSet) -> None:
        """Let everyone know; called by whoever made a change on a worker, on the main thread."""
        if changes:
            self.changed.emit(changes)
        self.stepped.emit()

    def close(self) -> None:
        """Stop watching and let go of the file."""
        if self._watch:
            self._watch.stop()
        self.document.close()

    def _begin_to_watch(self) -> None:
        """Somebody else may change a document we only read."""
        if self.document.read_only:
            self._watch = QTimer(self, interval=LOOK_EVERY_MS)
            self._watch.timeout.connect(self._look)
            self._watch.start()

    def _tried(self, work: Callable[[], T]) -> T:
        try:
            return work()
        except KnownError as error:
            self.failed.emit(error)
            raise

    def _look(self) -> None:
        if not self.busy:
            changes = self.document.changed_outside()
            if changes:
                self.tell(changes)


class OnDay(LiveDocument):
    """The open document as it was, or will be, on another day: only to be read."""

    def __init__(self, live: LiveDocument, day: date) -> None:
        super().__init__(live.document, live)
        self._day = day
        live.changed.connect(self.changed)

    @property
    @override
    def read_only(self) -> bool:
        return True

    @property
    @override
    def today(self) -> date:
        return self._day

    @property
    @override
    def dated(self) -> bool:
        return True

    @override
    def edit(
        self,
        label: Message,
        change: Callable[Concatenate[Connection, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        raise RuleBroken(M_("This is another day. Go back to today to change anything."))

    @override
    def _begin_to_watch(self) -> None:
        """The document of today watches for both."""
