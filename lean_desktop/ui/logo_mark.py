"""The mark of the program: a ring with three quarters of a disc, the one motif of the design."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from lean_desktop.ui.qt import override
from lean_desktop.ui.theme import Theme


class LogoMark(QWidget):
    """The mark at a size in logical pixels; only to be looked at."""

    def __init__(self, theme: Theme, side: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedSize(QSize(side, side))
        theme.changed.connect(self.update)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self.width() / 44, self.height() / 44)
        color = self._theme.color("accent_text")
        painter.setPen(QPen(color, 3))
        painter.drawEllipse(QPointF(22, 22), 19.5, 19.5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        quarter = 90 * 16
        painter.drawPie(QRectF(7, 7, 30, 30), 0, -3 * quarter)
