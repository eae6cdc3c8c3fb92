"""The one sentence that says why a text will not do, with its icon."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from lean_desktop.ui import icons
from lean_desktop.ui.qt import override

_ICON = 14


class Refusal(QLabel):
    """Shown under a field, or `floating` over a table; hidden while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None, *, floating: bool = False) -> None:
        super().__init__(parent)
        self.setProperty("look", "refusal")
        self.setProperty("floating", floating)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(not floating)
        self.hide()

    def say(self, sentence: str) -> None:
        """Show the sentence, or hide when it is empty."""
        self.setText(sentence)
        self.setVisible(bool(sentence))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        color = self.palette().windowText().color().name()
        left = 8 if self.property("floating") else 0
        top = (self.fontMetrics().lineSpacing() - _ICON) // 2 + self.contentsRect().top()
        place = QRect(left, max(0, top), _ICON, _ICON)
        pixmap = icons.icon("alert", color, color).pixmap(
            QSize(_ICON, _ICON), self.devicePixelRatioF()
        )
        QPainter(self).drawPixmap(place, pixmap)
