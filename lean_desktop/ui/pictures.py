"""Pictures of the program, taken of its own window: the welcome page and each editor."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from lean_desktop.ui.desktop import Desktop
from lean_desktop.ui.editors import EDITORS

SIZE = QSize(1440, 900)
LOOKS = ("light", "dark")
ROUNDS = 3
"""Some panels fill themselves after their first paint, and are laid out after that."""


def take(desktop: Desktop, document: Path, folder: Path) -> None:
    """Write one PNG of each in light and dark, named like `meetings-dark.png`."""
    for look in LOOKS:
        desktop.theme.choose(look)
        desktop.start(None)
        _write(desktop, folder / f"welcome-{look}.png")
    desktop.open_path(document)
    for look in LOOKS:
        desktop.theme.choose(look)
        for key in _shown_in_turn(desktop):
            _write(desktop, folder / f"{key}-{look}.png")
    desktop.window.close()


def _shown_in_turn(desktop: Desktop) -> Iterator[str]:
    for entry in EDITORS:
        desktop.window.show_editor(entry.key)
        yield entry.key


def _write(desktop: Desktop, path: Path) -> None:
    desktop.window.resize(SIZE)
    for _ in range(ROUNDS):
        desktop.window.grab()
        QApplication.processEvents()
    desktop.window.grab().save(str(path))
