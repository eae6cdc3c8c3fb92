"""A chip: a word or two on a tint, with an icon before it. Painted, and as a label."""

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from lean_desktop.ui.qt import override
from lean_desktop.ui.theme import Theme

_COLORS = {
    "good": ("good_tint", "good"),
    "watch": ("watch_tint", "watch"),
    "bad": ("bad_tint", "bad"),
    "improve": ("improve_tint", "improve"),
    "info": ("selected", "accent_text"),
    "quiet": ("sunken", "text2"),
    "outline": ("surface", "text2"),
}
_PIXELS, _WEIGHT = 11, 500
_HEIGHT, _SIDE, _ICON, _GAP, _RADIUS = 20, 6, 12, 4, 4


def chip_size(theme: Theme, text: str, icon: str = "") -> QSizeF:
    """Logical pixels that a chip takes."""
    metrics = QFontMetricsF(theme.font(_PIXELS, _WEIGHT))
    before = _ICON + _GAP if icon else 0
    return QSizeF(metrics.horizontalAdvance(text) + before + 2 * _SIDE, theme.scaled(_HEIGHT))


def paint_chip(
    painter: QPainter, theme: Theme, place: QRectF, kind: str, text: str, icon: str = ""
) -> None:
    """Paint a chip into its place; `kind` is a key of the table of colours above."""
    tint, ink = _COLORS[kind]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color("line_strong" if kind == "outline" else tint), 1))
    painter.setBrush(theme.color(tint))
    painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
    inside = place.adjusted(_SIDE, 0, -_SIDE, 0)
    if icon:
        middle = inside.center().y() - _ICON / 2
        corner = QRectF(inside.left(), middle, _ICON, _ICON).toAlignedRect()
        theme.icon(icon, ink).paint(painter, corner)
        inside.setLeft(inside.left() + _ICON + _GAP)
    painter.setPen(theme.color(ink))
    painter.setFont(theme.font(_PIXELS, _WEIGHT))
    painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
    painter.restore()


class Chip(QWidget):
    """A chip among widgets; a reader hears its text."""

    def __init__(
        self, theme: Theme, kind: str, text: str, icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._kind = kind
        self._text = text
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)
        theme.changed.connect(self.update)

    def show_text(self, kind: str, text: str, icon: str = "") -> None:
        """Show something else from now on."""
        self._kind, self._text, self._icon = kind, text, icon
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return chip_size(self._theme, self._text, self._icon).toSize() + QSize(1, 0)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        whole = QRectF(self.rect())
        paint_chip(QPainter(self), self._theme, whole, self._kind, self._text, self._icon)
