"""Keys as they look on a keyboard: painted, and as a small widget."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from lean_desktop.ui.menus import shortcuts
from lean_desktop.ui.qt import override
from lean_desktop.ui.theme import Theme

_PIXELS, _SIDE, _HEIGHT, _GAP = 11, 5, 18, 4


class Keycaps(QWidget):
    """One or more key combinations, each in its own cap; a reader hears them as text."""

    def __init__(self, theme: Theme, texts: list[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._texts = texts
        self.setAccessibleName(", ".join(texts))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    @override
    def sizeHint(self) -> QSize:
        widths = [cap_width(self._theme, text) for text in self._texts]
        total = sum(widths) + _GAP * max(0, len(widths) - 1)
        return QSize(round(total + 0.5), round(cap_height(self._theme) + 0.5))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        left = 0.0
        for text in self._texts:
            left += paint_cap(painter, self._theme, left, self.height() / 2, text) + _GAP


def cap_width(theme: Theme, text: str) -> float:
    """Logical pixels a cap with this text takes."""
    return QFontMetricsF(theme.font(_PIXELS, 500)).horizontalAdvance(text) + 2 * _SIDE


def cap_height(theme: Theme) -> float:
    """Logical pixels a cap is high; it grows with the user's text size."""
    return max(_HEIGHT, QFontMetricsF(theme.font(_PIXELS, 500)).height() + 3)


def paint_cap(painter: QPainter, theme: Theme, left: float, middle: float, text: str) -> float:
    """Paint a cap from `left`, upright around `middle`; returns its width."""
    height = cap_height(theme)
    place = QRectF(left, middle - height / 2, cap_width(theme, text), height)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color("line_strong"), 1))
    painter.setBrush(theme.color("surface"))
    painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.setPen(theme.color("text2"))
    painter.setFont(theme.font(_PIXELS, 500))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()
    return place.width()


def key_names(keys: str) -> list[str]:
    """`Ctrl+Y|Ctrl+Shift+Z` or `Undo`, as the platform writes them; one for each alternative.

    The platform may know several keys for one standard name; its first is the usual one.
    """
    style = QKeySequence.SequenceFormat.NativeText
    alternatives = (shortcuts(each) for each in keys.split("|"))
    return list(dict.fromkeys(found[0].toString(style) for found in alternatives if found))
