"""Makes pictures of the chart: at once where they are small, behind the window where they are not."""

import gc
from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from lean_desktop.ui.background import Background
from lean_desktop.ui.organisation.chart_picture import Picture
from lean_desktop.ui.organisation.chart_source import Charted, Folded

Fold = Callable[[Charted, Folded], Folded]
Then = Callable[[], object]


class Made(NamedTuple):
    """What was read, what is folded in it, and its picture."""

    found: Charted
    folded: Folded
    picture: Picture


class Ask(NamedTuple):
    """What is wanted: to read anew, to fold otherwise, and what is to be done when it is shown."""

    read: bool
    fold: Fold
    then: tuple[Then, ...] = ()

    def after(self, other: "Ask") -> "Ask":
        """This one and, before it, another that has not been begun."""
        first, second = other.fold, self.fold
        return Ask(
            self.read or other.read,
            lambda found, folded: second(found, first(found, folded)),
            (*other.then, *self.then),
        )


class ChartMaker(QObject):
    """`make(Ask)` gives what is wanted. Emits `made(Made, Ask)`, and `busy(bool)`."""

    made = Signal(object, object)
    busy = Signal(bool)

    def __init__(self, make: Callable[[Ask], Made], parent: QObject) -> None:
        super().__init__(parent)
        self._make = make
        self._background = Background(self)
        self._waiting: Ask | None = None

    def ask(self, wanted: Ask, is_large: Callable[[], bool]) -> None:
        """Make it now, or behind the window; what comes while that goes on is made next."""
        if self._background.busy:
            self._waiting = wanted.after(self._waiting) if self._waiting else wanted
        elif is_large():
            self._begin(wanted)
        else:
            self.made.emit(self._make(wanted), wanted)

    def _begin(self, wanted: Ask) -> None:
        self.busy.emit(True)
        self._background.start(
            lambda _progress: self._made_apart(wanted),
            lambda made: self._on_made(made, wanted),
            _raise,
        )

    def _made_apart(self, wanted: Ask) -> Made:
        """Thousands of boxes are kept out of the search for garbage, which would stop the window."""
        gc.freeze()
        try:
            return self._make(wanted)
        finally:
            gc.freeze()

    def _on_made(self, made: Made, wanted: Ask) -> None:
        waiting, self._waiting = self._waiting, None
        self.made.emit(made, wanted)
        if waiting:
            self._begin(waiting)
        else:
            self.busy.emit(False)


def _raise(error: Exception) -> None:
    raise error
