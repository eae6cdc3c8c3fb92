"""How a line of the timeline is drawn: its bar, what it was frozen at, its gates, and a word."""

from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QLinearGradient, QPainter, QPen, QPixmap, QPolygonF

from lean_desktop.domain.cascade.gates import Decision, Gate
from lean_desktop.domain.cascade.outline import Level, Line
from lean_desktop.domain.cascade.plan import WEEK, Kind
from lean_desktop.i18n import Language
from lean_desktop.layout.timescale import Scale
from lean_desktop.ui.theme import Theme

COLORS = {
    Kind.START_UP: "phase1",
    Kind.PILOT: "phase2",
    Kind.NEW_PILOTS: "phase3",
    Kind.EXPANSION: "phase4",
    Kind.OTHER: "phase1",
}
EDGE = 6
"""Pixels at the end of a bar where it is stretched instead of moved."""

FADE, ARROW, GATE, SQUARE = 60, 7, 9, 8
LATE = 1


class BarPlace(NamedTuple):
    """Where the bar of a line lies, in the viewport."""

    rect: QRect

    def is_end(self, x: int) -> bool:
        """Whether a place is at the end that can be stretched."""
        return self.rect.right() - EDGE <= x <= self.rect.right() + EDGE


class Bars:
    """Draws lines; knows where their bars are."""

    def __init__(self, t: Language, theme: Theme) -> None:
        self._t, self._theme = t, theme

    def place(self, line: Line, room: QRect, scale: Scale, today: date) -> BarPlace | None:
        """Where its bar lies within the room of the row; None without one."""
        start, finish = line.start, line.reaches(today)
        if start is None or finish is None:
            return None
        high = self._theme.scaled(12 if line.level is Level.WAVE else 8)
        top = room.top() + self._theme.scaled(6)
        left = room.left() + round(scale.x(start))
        right = room.left() + round(scale.end(finish))
        return BarPlace(QRect(left, top, max(3, right - left), high))

    def paint(self, painter: QPainter, line: Line, room: QRect, scale: Scale, today: date) -> None:
        """Draw what stands in the row."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = self.place(line, room, scale, today)
        if line.frozen:
            self._frozen(painter, line.frozen, room, scale)
        if place is None:
            return
        self._bar(painter, line, place.rect)
        for gate, day in line.gates:
            self.gate(painter, gate, QPointF(room.left() + scale.end(day), place.rect.center().y()))
        self._word(painter, line, place.rect, room, today)

    def square(self, kind: Kind) -> QIcon:
        """The color of a kind, as it stands before the name of a wave."""
        side = self._theme.scaled(SQUARE)
        picture = QPixmap(2 * side, 2 * side)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color(COLORS[kind]))
        painter.drawRoundedRect(side // 2, side // 2, side, side, 2, 2)
        painter.end()
        return QIcon(picture)

    def gate(self, painter: QPainter, gate: Gate, middle: QPointF) -> None:
        """A diamond: filled and ticked when it is passed, outlined while it is to come."""
        theme, side = self._theme, self._theme.scaled(GATE)
        color = {
            Decision.PASSED: "good_fill",
            Decision.OPEN: "watch_fill",
            Decision.LATER: "watch_fill",
            Decision.STOPPED: "bad_fill",
        }[gate.decision]
        passed = gate.decision is Decision.PASSED
        shape = QPolygonF(
            [
                middle + QPointF(0, -side),
                middle + QPointF(side, 0),
                middle + QPointF(0, side),
                middle + QPointF(-side, 0),
            ]
        )
        painter.setPen(QPen(theme.color(color), 2))
        painter.setBrush(theme.color(color if passed else "surface"))
        painter.drawPolygon(shape)
        if passed or gate.decision is Decision.STOPPED:
            half = side * 0.6
            icon = QRectF(middle.x() - half, middle.y() - half, 2 * half, 2 * half).toRect()
            theme.icon("check" if passed else "x", "on_accent" if passed else "bad").paint(
                painter, icon
            )

    # Inside

    def _bar(self, painter: QPainter, line: Line, rect: QRect) -> None:
        color = QColor(self._theme.color(COLORS[line.kind]))
        if line.level is not Level.WAVE:
            color = _paler(color, self._theme.color("surface"))
        painter.setPen(Qt.PenStyle.NoPen)
        if line.is_open:
            self._open_bar(painter, rect, color)
        else:
            painter.setBrush(color)
            painter.drawRoundedRect(rect, 2, 2)
        done, items = line.progress
        if items and done:
            track = QRectF(rect.left(), rect.bottom() - 1, rect.width() * done / items, 2)
            painter.setBrush(self._theme.color("surface"))
            painter.drawRect(track)

    def _open_bar(self, painter: QPainter, rect: QRect, color: QColor) -> None:
        """It fades out, and an arrow says that it goes on."""
        fade = min(self._theme.scaled(FADE), rect.width())
        clear = QColor(color)
        clear.setAlpha(40)
        gradient = QLinearGradient(rect.right() - fade, 0, rect.right(), 0)
        gradient.setColorAt(0, color)
        gradient.setColorAt(1, clear)
        painter.setBrush(gradient)
        painter.drawRoundedRect(rect, 2, 2)
        painter.setPen(QPen(color, 1.6))
        tip, size = QPointF(rect.right() + ARROW, rect.center().y()), ARROW * 0.75
        painter.drawPolyline([tip + QPointF(-size, -size), tip, tip + QPointF(-size, size)])

    def _frozen(
        self, painter: QPainter, frozen: tuple[date, date], room: QRect, scale: Scale
    ) -> None:
        left = room.left() + scale.x(frozen[0])
        wide = scale.end(frozen[1]) - scale.x(frozen[0])
        high = self._theme.scaled(4)
        painter.setPen(QPen(self._theme.color("control"), 1))
        painter.setBrush(self._theme.color("surface"))
        painter.drawRect(QRectF(left, room.bottom() - high - self._theme.scaled(5), wide, high))

    def _word(self, painter: QPainter, line: Line, rect: QRect, room: QRect, today: date) -> None:
        """How long it lasts, or how far behind the frozen plan it is, beside the bar."""
        late = line.slip is not None and line.slip >= LATE and line.level is not Level.WAVE
        text = slip_told(line.slip or 0, self._t) if late else self._lasts(line, today)
        if not text:
            return
        painter.setFont(self._theme.font(12, 600 if late else 400))
        painter.setPen(self._theme.color("bad" if late else "text2"))
        after = rect.right() + ARROW + (2 * GATE if line.gates else 6)
        wide = painter.fontMetrics().horizontalAdvance(text)
        place = QRect(after, room.top(), wide + 2, room.height() - 4)
        if (
            place.right() + 2 * GATE > room.right()
        ):  # Before the bar, where there is no room behind it.
            place.moveRight(rect.left() - 6)
        if place.left() < room.left() or place.right() > room.right():
            return
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)

    def _lasts(self, line: Line, today: date) -> str:
        """The weeks of a wave at the least; of one that goes on, also in which week it is."""
        if line.level is not Level.WAVE or line.start is None or line.finish is None:
            return ""
        weeks = -(-((line.finish - line.start).days + 1) // WEEK)
        if line.is_open and line.start <= today:
            at = (today - line.start).days // WEEK + 1
            return self._t("{n}– weeks · week {at}", n=weeks, at=at)
        if line.is_open:
            return self._t("{n}– weeks", n=weeks)
        return self._t.plural("{n} week", "{n} weeks", weeks)


def slip_told(days: int, t: Language) -> str:
    """How far from the frozen plan, in weeks where they are whole."""
    if days % WEEK == 0:
        weeks = abs(days) // WEEK
        if days > 0:
            return t.plural("{n} week behind plan", "{n} weeks behind plan", weeks)
        return t.plural("{n} week ahead of plan", "{n} weeks ahead of plan", weeks)
    if days > 0:
        return t.plural("{n} day behind plan", "{n} days behind plan", days)
    return t.plural("{n} day ahead of plan", "{n} days ahead of plan", -days)


def _paler(color: QColor, ground: QColor) -> QColor:
    """Four fifths of a color over the ground."""
    share = 0.8
    mixed = [
        round(one * share + other * (1 - share))
        for one, other in (
            (color.red(), ground.red()),
            (color.green(), ground.green()),
            (color.blue(), ground.blue()),
        )
    ]
    return QColor(*mixed)
