"""The quarters of the matrix, drawn once for each look and then only copied.

A ball says the level, a ribbon that a certificate is held, an arc outside it what is missing to the target, a dot that nothing is asked.
An hourglass says that a certificate runs out, a dashed pale ball that it has, a bar that somebody is
exempt, a fading ball that it has not been practised for long.
"""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPixmap

from lean_desktop.ui.theme import Theme

FULL = 4
"""The highest level: a whole ball."""

TOP, QUARTER = 90 * 16, 90 * 16
"""Where a ball begins to fill, and a quarter of it, in the sixteenths of a degree Qt counts in."""


class Look(NamedTuple):
    """How one cell looks. `level` is None where nothing was ever assessed.

    `target` is 0 where nothing is required. `mark` is what stands in place of a ball, for those
    who prefer the number and for the scales that have letters. A `certificate` has a ribbon instead.
    """

    level: int | None = None
    target: int = 0
    expiring: bool = False
    expired: bool = False
    stale: bool = False
    exempt: bool = False
    mark: str = ""
    certificate: bool = False

    @property
    def missing(self) -> int:
        """How many levels are missing to the target; an expired one counts as none."""
        if self.exempt:
            return 0
        return max(0, self.target - (0 if self.expired else self.level or 0))


class Balls:
    """Pixmaps of looks for one theme, size of type and density of pixels."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._made: dict[tuple[Look, int, float], QPixmap] = {}
        theme.changed.connect(self._made.clear)

    def pixmap(self, look: Look, side: int, ratio: float) -> QPixmap:
        """The look in a square of `side` logical pixels."""
        key = (look, side, ratio)
        if key not in self._made:
            self._made[key] = self._draw(look, side, ratio)
        return self._made[key]

    # Inside

    def _draw(self, look: Look, side: int, ratio: float) -> QPixmap:
        pixmap = QPixmap(QSize(side, side) * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_look(painter, look, QRectF(0, 0, side, side), self._theme)
        painter.end()
        return pixmap


def draw_look(painter: QPainter, look: Look, room: QRectF, theme: Theme) -> None:
    """Paint a look into a square."""
    ball = QRectF(0, 0, room.width() * 0.5, room.width() * 0.5)
    ball.moveCenter(room.center())
    if look.exempt:
        _bar(painter, ball, theme.color("text3"))
    elif look.level is None and not look.target:
        _dot(painter, ball, theme.color("control"))
    else:
        painter.setOpacity(0.45 if look.stale else 1.0)
        if look.certificate and look.level:
            _ribbon(painter, look, room, theme)
        elif look.mark:
            _mark(painter, look, room, theme)
        else:
            _ball(painter, look, ball, theme)
        painter.setOpacity(1.0)
        _arc(painter, look, ball, theme.color("bad_fill"))
    if look.expiring:
        side = room.width() * 0.4
        corner = QRectF(room.right() - side, room.top(), side, side)
        theme.icon("hourglass", "watch").paint(painter, corner.toRect())


def _ball(painter: QPainter, look: Look, ball: QRectF, theme: Theme) -> None:
    dark, ring = theme.color("ball"), theme.color("ball_ring")
    pen = QPen(ring, max(1.0, ball.width() / 14))
    if look.expired:
        pen.setStyle(Qt.PenStyle.DotLine)
        dark = QColor(theme.color("line_strong"))
    elif look.level:
        pen.setColor(dark)
    if look.stale:
        pen.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.setBrush(theme.color("surface"))
    painter.drawEllipse(ball)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(dark)
    if look.expired or look.level == FULL:
        painter.drawEllipse(ball.adjusted(0.5, 0.5, -0.5, -0.5))
    elif look.level:
        painter.drawPie(ball, TOP, -QUARTER * look.level)


def _arc(painter: QPainter, look: Look, ball: QRectF, color: QColor) -> None:
    """From the level to the target, clockwise, a little outside of the ball."""
    if not look.missing:
        return
    gap = ball.width() * 0.2
    outside = ball.adjusted(-gap, -gap, gap, gap)
    flat = Qt.PenCapStyle.FlatCap
    painter.setPen(QPen(color, max(1.5, ball.width() / 8), Qt.PenStyle.SolidLine, flat))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    begun = look.target - look.missing
    painter.drawArc(outside, TOP - QUARTER * begun, -QUARTER * look.missing)


def _ribbon(painter: QPainter, look: Look, room: QRectF, theme: Theme) -> None:
    """The ribbon of a certificate, pale and struck through where it has run out."""
    side = room.width() * 0.6
    place = QRectF(0, 0, side, side)
    place.moveCenter(room.center())
    color = "text3" if look.expired else "ball"
    theme.icon("award", color).paint(painter, place.toRect())
    if look.expired:
        painter.setPen(QPen(theme.color("text3"), 1.5))
        painter.drawLine(place.bottomLeft(), place.topRight())


def _mark(painter: QPainter, look: Look, room: QRectF, theme: Theme) -> None:
    """The number or letter, struck through where it no longer counts."""
    font = QFont(theme.figures(13, 600))
    font.setStrikeOut(look.expired)
    painter.setFont(font)
    painter.setPen(theme.color("text3" if look.expired else "text"))
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, look.mark)


def _dot(painter: QPainter, ball: QRectF, color: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawEllipse(ball.center(), 1.2, 1.2)


def _bar(painter: QPainter, ball: QRectF, color: QColor) -> None:
    painter.setPen(QPen(color, max(1.5, ball.width() / 8)))
    middle, half = ball.center(), ball.width() / 3
    painter.drawLine(middle - QPointF(half, 0), middle + QPointF(half, 0))
