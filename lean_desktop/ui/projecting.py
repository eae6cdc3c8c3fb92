"""A picture for others on a screen of its own: which screen, awake, and what if it is unplugged."""

from typing import cast

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from lean_desktop.i18n import Language
from lean_desktop.settings import Settings
from lean_desktop.ui.qt import override
from lean_desktop.ui.wakefulness import Awake
from lean_desktop.ui.widgets.inputs import Choice

CHOSEN = "projector"
"""The setting that holds the name of the screen that was chosen last."""


class Projecting(QObject):
    """Shows a window full screen, and keeps the machine awake until it is closed.

    When its screen is unplugged it closes, for on the screen that is left it would hide the window
    of the one who leads; that window comes to the front, and `unplugged()` is emitted.
    """

    unplugged = Signal()

    def __init__(self, wall: QWidget, owner: QWidget, awake: Awake | None = None) -> None:
        super().__init__(wall)
        self._wall, self._owner = wall, owner
        self.awake = awake or Awake()
        self.screen: QScreen | None = None
        wall.installEventFilter(self)
        wall.destroyed.connect(self.awake.let_go)  # It may go with its owner, without being closed.
        _app().screenRemoved.connect(self._on_removed)

    def show_on(self, screen: QScreen) -> None:
        """Fill that screen."""
        self.screen = screen
        self._wall.setScreen(screen)
        self._wall.setGeometry(screen.geometry())
        self.awake.hold()
        self._wall.showFullScreen()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Close:
            self.awake.let_go()
        return False

    def _on_removed(self, screen: QScreen) -> None:
        if screen is self.screen:
            self._wall.close()
            _bring_back(self._owner.window())
            self.unplugged.emit()


def project(wall: QWidget, owner: QWidget, settings: Settings) -> Projecting:
    """Show a window to others, on the screen that was chosen last or is not the owner's."""
    shown = Projecting(wall, owner)
    shown.show_on(screen_for(owner, settings))
    return shown


class ScreenChoice(Choice):
    """Which screen others look at. Hidden as long as there is only one."""

    def __init__(self, t: Language, settings: Settings, owner: QWidget) -> None:
        super().__init__()
        self._t, self._settings, self._owner = t, settings, owner
        self.setAccessibleName(t("Screen for the others"))
        self.setToolTip(self.accessibleName())
        self.activated.connect(self._keep)
        _app().screenAdded.connect(self._fill)
        _app().screenRemoved.connect(self._fill)
        self._fill()

    @property
    def chosen(self) -> QScreen:
        """The screen to show on."""
        return screen_for(self._owner, self._settings)

    def _fill(self) -> None:
        screens = QGuiApplication.screens()
        self.clear()
        for number, screen in enumerate(screens, 1):
            size = screen.size() * screen.devicePixelRatio()
            told = f"{number}: {screen.name()} · {size.width()} × {size.height()}"
            self.addItem(told, screen.name())
        self.setCurrentIndex(screens.index(self.chosen))
        self.setVisible(len(screens) > 1)

    def _keep(self) -> None:
        self._settings.set(CHOSEN, self.currentData())


def screen_for(owner: QWidget, settings: Settings) -> QScreen:
    """The screen that was chosen last if it is there, else one the owner is not on, else its own."""
    screens, own = QGuiApplication.screens(), owner.screen()
    wanted = settings.get(CHOSEN, "")
    chosen = [each for each in screens if each.name() == wanted]
    others = [each for each in screens if each is not own]
    return next(iter([*chosen, *others]), own)


def _bring_back(window: QWidget) -> None:
    if window.isMinimized():
        window.showNormal()
    window.raise_()
    window.activateWindow()


def _app() -> QGuiApplication:
    return cast("QGuiApplication", QGuiApplication.instance())
