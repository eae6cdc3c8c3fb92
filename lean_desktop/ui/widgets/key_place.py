"""A place made of several things that takes keys of its own."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGroupBox, QWidget


class KeyPlace(QGroupBox):
    """Can have the focus as a whole, and shows so by a ring; a reader is told its name."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("key_place")
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
