"""A line for quick entry: Enter adds and stays, pasted lines are added together."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from lean_desktop.ui.qt import override
from lean_desktop.ui.widgets.inputs import Line


class QuickLine(Line):
    """A line that takes an item and stays for the next; pasted lines become an item each.

    Emits `entered(lines)`.
    """

    entered = Signal(list)

    def __init__(self) -> None:
        super().__init__()
        self.textEdited.connect(self.take)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.text().strip():
            self.entered.emit([self.text()])
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def take(self, text: str) -> bool:
        """Whether the text, which was pasted or dropped, was taken as several items."""
        lines = [line.strip() for line in text.splitlines() if line.strip()]
        if len(lines) < 2:
            return False
        self.entered.emit(lines)
        return True
