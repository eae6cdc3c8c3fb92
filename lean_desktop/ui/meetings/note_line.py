"""The line things are noted on while a meeting goes on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from lean_desktop.ui.qt import override
from lean_desktop.ui.widgets.inputs import Line


class NoteLine(Line):
    """Enter notes what is written. Emits `entered(text)`; Esc gives the keys back."""

    entered = Signal(str)
    left = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.text().strip():
            self.entered.emit(self.text())
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
        else:
            super().keyPressEvent(event)
