"""Whether windows that were closed are gone."""

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from tests.ui.walk.names import told


class LeftBehind:
    """Remembers which windows there are; `faults` names those that have come to stay since."""

    def __init__(self) -> None:
        self._before = set(_windows())

    def faults(self) -> list[str]:
        """What is there that was not there before, once everything closed has been let go."""
        came = [each for each in _windows() if each not in self._before]
        return [f"{told(each)} is left behind" for each in came if not _belongs(each)]


def _belongs(window: QWidget) -> bool:
    """Menus and drop-downs of a window that is still shown are windows too."""
    above = window.parentWidget()
    return above is not None and above.window().isVisible() and not isinstance(window, QDialog)


def _windows() -> list[QWidget]:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
    tops = QApplication.topLevelWidgets()
    return [each for each in tops if each.metaObject().className() != "QTipLabel"]


def clear_away() -> None:
    """Let go of every window that other tests have left."""
    for window in _windows():
        window.hide()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
