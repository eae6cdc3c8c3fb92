"""Work that goes on behind the window: nobody waits for it, and its answer comes when it comes."""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple, TypeVar

from PySide6.QtCore import QCoreApplication, QObject

from lean_desktop.ui.work import Progress, Work

T = TypeVar("T")


class _Answer(NamedTuple):
    done: Callable[[Any], object]
    failed: Callable[[Exception], object]


class Background(QObject):
    """Starts tasks on threads of their own. Answers are given on the main thread.

    A program that quits waits for what is still running.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._running: dict[Work[Any], _Answer] = {}
        self._at_rest: list[Callable[[], object]] = []
        running = self._running  # Threads must have ended before their objects are gone.
        self.destroyed.connect(lambda: _wait(running))
        if app := QCoreApplication.instance():
            app.aboutToQuit.connect(self.wait)

    @property
    def busy(self) -> bool:
        """Whether anything is still to be answered."""
        return bool(self._running)

    def start(
        self,
        task: Callable[[Progress], T],
        done: Callable[[T], object],
        failed: Callable[[Exception], object],
    ) -> Work[T]:
        """Run `task`; then `done` gets its result, or `failed` what it raised."""
        work = Work(task, self)
        self._running[work] = _Answer(done, failed)
        work.finished.connect(self._on_finished)
        work.start()
        return work

    def wait(self) -> None:
        """Wait until the threads have ended; their answers come with the next events."""
        _wait(self._running)

    def when_at_rest(self, run: Callable[[], object]) -> None:
        """Do something when nothing is running any more; at once when nothing is."""
        if self.busy:
            self._at_rest.append(run)
        else:
            run()

    def _on_finished(self) -> None:
        for work in [each for each in self._running if each.isFinished()]:
            self._answer(work, self._running.pop(work))
        while self._at_rest and not self.busy:
            self._at_rest.pop()()

    def _answer(self, work: Work[Any], answer: _Answer) -> None:
        work.wait()  # It said it had finished; now its thread is gone too.
        work.deleteLater()
        try:
            result = work.result()
        except Exception as error:
            answer.failed(error)
        else:
            answer.done(result)


def _wait(running: Iterable[Work[Any]]) -> None:
    for work in list(running):
        work.wait()
