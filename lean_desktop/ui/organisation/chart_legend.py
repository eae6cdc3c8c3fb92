"""What lines and marks of the chart mean, in its corner."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from lean_desktop.i18n import Language
from lean_desktop.ui.icon_label import IconLabel
from lean_desktop.ui.qt import override
from lean_desktop.ui.theme import Theme

_LENGTH, _HEIGHT, _ICON = 24, 14, 14


class ChartLegend(QFrame):
    """One line of signs and their names."""

    def __init__(self, t: Language, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("corner")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(6)
        line, dash, dots = Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine
        for sign, text in (
            (_Stroke(theme, "control", line), t("line")),
            (_Stroke(theme, "improve_fill", line), t("improvement")),
            (_Stroke(theme, "control", dash), t("also answers to")),
            (_Stroke(theme, "improve", dots), t("same person as chosen")),
            (IconLabel(theme, "doc", _ICON, "good"), t("mandate valid")),
            (IconLabel(theme, "warn", _ICON, "watch"), t("mandate missing")),
        ):
            label = QLabel(text)
            label.setProperty("look", "small")
            row.addWidget(sign)
            row.addWidget(label)
            row.addSpacing(6)


class _Stroke(QWidget):
    """A piece of a line as it is in the chart."""

    def __init__(self, theme: Theme, color: str, style: Qt.PenStyle) -> None:
        super().__init__()
        self._theme, self._color, self._style = theme, color, style
        self.setFixedSize(theme.scaled(_LENGTH), theme.scaled(_HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QPen(self._theme.color(self._color), 1.5, self._style))
        middle = self.height() / 2
        painter.drawLine(QPointF(0, middle), QPointF(self.width(), middle))
