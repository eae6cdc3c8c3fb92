"""Run something long from a command: input waits, progress shows, and the user may stop it."""

import gc
from collections.abc import Callable
from typing import Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication, QProgressDialog, QWidget

from lean_desktop.document.document import Edited
from lean_desktop.domain.errors import KnownError
from lean_desktop.i18n import Language, Message
from lean_desktop.queries import Connection
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.work import Progress, Work

T = TypeVar("T")
P = ParamSpec("P")

PATIENCE_MS = 300
"""Work shorter than this shows no dialog."""


def run_long(
    title: str, task: Callable[[Progress], T], live: LiveDocument | None, t: Language
) -> T:
    """The task's result, computed on a thread. Raises what it raises, Cancelled when stopped.

    `live` is the document it works on: nobody asks it anything meanwhile.
    """
    work = Work(task)
    loop = QEventLoop()
    work.finished.connect(loop.quit)
    dialog = _dialog(title, t)
    dialog.canceled.connect(lambda: _stop(work, live))
    dialog.rejected.connect(lambda: _stop(work, live))  # Esc, where another window has the keys.
    work.progressed.connect(lambda done, total: _show(dialog, done, total))
    if live:
        live.busy = True
    gc.disable()  # A full collection stops every thread, for a tenth of a second with much data.
    try:
        work.start()
        _wait(work, loop, dialog)
    finally:
        work.wait()
        gc.enable()
        dialog.close()
        dialog.deleteLater()
        if live:
            live.busy = False
    return work.result()


def edit_long(
    title: str,
    live: LiveDocument,
    t: Language,
    change: Callable[[], Edited[T]],
) -> T:
    """A large change made on a thread, the views' reading with it; told when all is ready.

    Raises what the change raises, Cancelled when it was stopped; then nothing has happened.
    """

    def made(_report: Progress) -> Edited[T]:
        edited = change()
        live.prepare(edited.changes)
        return edited

    try:
        edited = run_long(title, made, live, t)
    except KnownError as error:
        live.failed.emit(error)
        raise
    live.tell(edited.changes)
    return edited.result


def edit_labelled(
    label: Message,
    live: LiveDocument,
    t: Language,
    change: Callable[Concatenate[Connection, P], T],
    *args: P.args,
    **kwargs: P.kwargs,
) -> T:
    """One undo step made on a thread, as `LiveDocument.edit` makes one at once."""
    document = live.document
    return edit_long(t(label), live, t, lambda: document.edit(label, change, *args, **kwargs))


def _wait(work: Work[T], loop: QEventLoop, dialog: QProgressDialog) -> None:
    soon = QTimer(singleShot=True, interval=PATIENCE_MS)
    soon.timeout.connect(loop.quit)
    soon.start()
    if not work.isFinished():
        loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
    soon.stop()
    if not work.isFinished():
        _show_above(QApplication.activeWindow(), dialog)
        loop.exec()


def _show_above(window: QWidget | None, dialog: QProgressDialog) -> None:
    """Lay it over a window that stays; one on its way out would take it along."""
    if isinstance(window, QProgressDialog):
        window = window.parentWidget()
    if window:
        dialog.setParent(window, dialog.windowFlags())
    dialog.show()


def _dialog(title: str, t: Language) -> QProgressDialog:
    dialog = QProgressDialog(title, t("Cancel"), 0, 0)
    dialog.setWindowTitle(title)
    dialog.setWindowModality(Qt.WindowModality.ApplicationModal)
    dialog.setMinimumDuration(1_000_000)  # We show it ourselves, and block input before that.
    dialog.setAutoClose(False)
    dialog.setAutoReset(False)
    dialog.setAccessibleName(title)
    dialog.setMinimumSize(dialog.sizeHint())
    dialog.reset()
    return dialog


def _show(dialog: QProgressDialog, done: int, total: int) -> None:
    dialog.setMaximum(total)
    dialog.setValue(done)


def _stop(work: Work[T], live: LiveDocument | None) -> None:
    work.stop()
    if live:
        live.document.interrupt()
