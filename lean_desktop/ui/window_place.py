"""Where the window stood, and where it may stand now: never off the screens there are."""

from PySide6.QtCore import QByteArray, QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

from lean_desktop.settings import Settings

USUAL = (1440, 900)


def place_of(window: QMainWindow, settings: Settings) -> None:
    """Remember where the window stands."""
    geometry = bytes(window.saveGeometry().toBase64().data()).decode()
    settings.set("window", geometry)


def put_in_place(window: QMainWindow, settings: Settings) -> None:
    """Put the window where it was last, if a screen still shows that place."""
    remembered = settings.get("window", "")
    geometry = QByteArray.fromBase64(QByteArray(remembered.encode()))
    if not remembered or not window.restoreGeometry(geometry) or not _visible(window.geometry()):
        window.setGeometry(_fitting())


def _visible(place: QRect) -> bool:
    """Whether enough of it is on some screen to be taken hold of."""
    return any(
        (screen.availableGeometry() & place).width() >= 200
        and (screen.availableGeometry() & place).height() >= 100
        for screen in QGuiApplication.screens()
    )


def _fitting() -> QRect:
    there = QGuiApplication.primaryScreen().availableGeometry()
    width, height = min(USUAL[0], there.width()), min(USUAL[1], there.height())
    place = QRect(0, 0, width, height)
    place.moveCenter(there.center())
    return place
