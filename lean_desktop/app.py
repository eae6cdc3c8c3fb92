"""The desktop program: made here once out of its parts, and the pictures of itself it can take."""

import gc
import os
import sys
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from lean_desktop.resources import program_icons
from lean_desktop.settings import Settings, log_folder, settings_path
from lean_desktop.ui.desktop import SOON_MS, Clock, Desktop

APP_ID = "org.leandesktop.LeanDesktop"
COLLECT_AFTER = (10_000, 20, 50)
"""Rarer than usual: a full collection with much data open would be felt."""

STANDING_MS = 1000
"""By then the window has been painted."""


def run(file: Path | None = None, clock: Clock = datetime.now) -> int:
    """Show the window, on `file` if there is one, until it is closed; the exit code.

    A second start with a file that is open here raises its window and ends.
    """
    if no_display():
        sys.stderr.write("There is no display to show a window on.\n")
        return 1
    app = application()
    if file and _raised_other(file):
        return 0
    from lean_desktop.ui.logging_setup import set_up

    set_up(log_folder())

    def sample(path: Path, code: str) -> None:
        write_sample(path, clock(), code)

    desktop = Desktop(app, Settings(settings_path()), clock, sample)
    if sys.platform == "darwin":  # Elsewhere a double click starts the program with the file.
        from lean_desktop.ui.file_asked import FileAsked

        FileAsked(app).opened.connect(desktop.open_path)
    sys.excepthook = desktop.fail
    desktop.start(file)
    QTimer.singleShot(SOON_MS, app, lambda: app.setWindowIcon(_program_icon()))
    QTimer.singleShot(STANDING_MS, _collect_garbage)
    return app.exec()


def _collect_garbage() -> None:
    """What start-up made stays for good; from here on the collector has its turns."""
    gc.freeze()
    gc.set_threshold(*COLLECT_AFTER)
    gc.enable()


def pictures(document: Path, folder: Path, code: str, clock: Clock) -> None:
    """Write a PNG of the welcome page, and of each editor on `document`, in light and dark.

    `code` is the language. Needs no display, and leaves the user's settings as they are.
    """
    from tempfile import TemporaryDirectory

    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = application()
    from lean_desktop.ui.pictures import take

    with TemporaryDirectory() as passing:
        settings = Settings(Path(passing) / "settings.json")
        settings.set("language", code)
        desktop = Desktop(app, settings, clock, lambda *_: None)
        take(desktop, document, folder)


def application() -> QApplication:
    """Qt's application, with our name."""
    found = QApplication.instance()
    if isinstance(found, QApplication):
        return found
    app = QApplication(["lean-desktop", "-style", "fusion"])
    app.setApplicationName("lean-desktop")
    app.setApplicationDisplayName("Lean Desktop")
    app.setDesktopFileName(APP_ID)
    return app


def _program_icon() -> QIcon:
    icon = QIcon()
    for picture in program_icons():
        icon.addFile(str(picture))
    return icon


def no_display() -> bool:
    """Whether there is nowhere to show a window."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return False
    return not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def write_sample(path: Path, now: datetime, code: str) -> None:
    """A workspace of the sample company at `path`."""
    from lean_desktop.samples.making import make_sample

    make_sample(path, now, code)


def _raised_other(file: Path) -> bool:
    from lean_desktop.document.lock import lock_path

    if not lock_path(file.resolve()).exists():
        return False
    from lean_desktop.ui.second_instance import raise_other

    return raise_other(file)
