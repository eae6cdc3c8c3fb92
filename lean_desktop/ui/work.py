"""Long work: on a thread of its own, behind a progress dialog that can stop it.

The caller waits, the window does not freeze: input is held back while the event loop runs on.
"""

from collections.abc import Callable
from time import monotonic
from typing import Generic, TypeVar, cast

from PySide6.QtCore import QObject, QThread, Signal

from lean_desktop.domain.errors import Cancelled
from lean_desktop.ui.qt import override

T = TypeVar("T")

BETWEEN = 0.03
"""Seconds from one report of progress to the next: many at once would leave no room for Esc."""

Progress = Callable[[int, int], None]
"""Told how much is done, of how much; raises Cancelled when the user has had enough."""


class Work(QThread, Generic[T]):
    """One piece of work. `progressed(done, all)` is emitted from its thread as it goes."""

    progressed = Signal(int, int)

    def __init__(self, task: Callable[[Progress], T], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._task = task
        self._stopped = False
        self._result: T | None = None
        self._error: BaseException | None = None
        self._told = 0.0

    def stop(self) -> None:
        """Ask the work to end; it raises Cancelled at its next report of progress."""
        self._stopped = True

    @property
    def stopped(self) -> bool:
        """Whether it was asked to end."""
        return self._stopped

    @override
    def run(self) -> None:
        try:
            self._result = self._task(self._report)
        except BaseException as error:  # Raised again where the result is asked for.
            self._error = error

    def result(self) -> T:
        """What the work returned, once it has finished; raises what it raised."""
        if self._error:
            raise self._error
        return cast(T, self._result)

    def _report(self, done: int, total: int) -> None:
        if self._stopped:
            raise Cancelled
        now = monotonic()
        if done >= total or now - self._told >= BETWEEN:
            self._told = now
            self.progressed.emit(done, total)
