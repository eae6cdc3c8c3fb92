"""Small painted signs: avatar, chip, and the shape of a status. For delegates and for labels."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from lean_desktop.domain.organisation import initials
from lean_desktop.ui.theme import Theme

AVATAR = 22
CHIP = 20


def paint_avatar(painter: QPainter, theme: Theme, place: QRectF, name: str) -> None:
    """A circle with the initials of a name."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color("line_strong"), 1))
    painter.setBrush(theme.color("hover"))
    painter.drawEllipse(place.adjusted(0.5, 0.5, -0.5, -0.5))
    painter.setPen(theme.color("text2"))
    painter.setFont(theme.font(10, 600))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, initials(name))
    painter.restore()


def paint_status(painter: QPainter, color: QColor, place: QRectF, shape: str) -> None:
    """A circle for good, a triangle for watch, a square for bad, a dash for not recorded."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    if shape == "circle":
        painter.drawEllipse(place)
    elif shape == "triangle":
        top = QPointF(place.center().x(), place.top())
        painter.drawPolygon(QPolygonF([top, place.bottomRight(), place.bottomLeft()]))
    elif shape == "square":
        painter.drawRect(place)
    else:
        middle = place.center().y()
        painter.drawRect(QRectF(place.left(), middle - 1, place.width(), 2))
    painter.restore()
