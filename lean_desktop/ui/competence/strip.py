"""Sums beside the matrix: how many are qualified under each skill, the gap beside each person."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from lean_desktop.ui.competence.axis import Axis
from lean_desktop.ui.qt import override
from lean_desktop.ui.theme import Theme

DEPTH = {True: 44, False: 52}
"""Pixels across a strip that lies, and one that stands."""


class Sum(NamedTuple):
    """What stands for one line: a sign by its name, a text, and a tint under both."""

    text: str = ""
    sign: str = ""
    sign_color: str = "good_fill"
    tint: str = ""
    tip: str = ""


class Strip(QWidget):
    """Sums along an axis, which scroll with it."""

    def __init__(self, axis: Axis, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._axis, self._theme = axis, theme
        self._tell: Callable[[int], Sum] | None = None
        self._told: dict[int, Sum] = {}
        fixed, grows = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding
        self.setSizePolicy(*((grows, fixed) if axis.lying else (fixed, grows)))

    def show_sums(self, tell: Callable[[int], Sum]) -> None:
        """Show what is told of each line, by its place; asked for when it is seen."""
        self._tell = tell
        self._told.clear()
        self.update()

    def told(self, place: int) -> Sum:
        """What stands for a line."""
        if place not in self._told:
            self._told[place] = self._tell(place) if self._tell else Sum()
        return self._told[place]

    @override
    def sizeHint(self) -> QSize:
        depth = self._theme.scaled(DEPTH[self._axis.lying])
        return QSize(0, depth) if self._axis.lying else QSize(depth, 0)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.color("header"))
        for place in self._axis.seen():
            self._paint(painter, self._room(place), self.told(place))

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            for place in self._axis.seen():
                if self._room(place).contains(event.pos()) and self.told(place).tip:
                    QToolTip.showText(event.globalPos(), self.told(place).tip, self)
                    return True
        return super().event(event)

    def _room(self, place: int) -> QRect:
        at, size = self._axis.sectionViewportPosition(place), self._axis.sectionSize(place)
        if self._axis.lying:
            return QRect(at, 0, size, self.height())
        return QRect(0, at, self.width(), size)

    def _paint(self, painter: QPainter, room: QRect, told: Sum) -> None:
        theme = self._theme
        if told.tint:
            painter.fillRect(room.adjusted(0, 0, -1, -1), theme.color(told.tint))
        painter.setPen(theme.color("line"))
        painter.drawLine(
            room.topRight() if self._axis.lying else room.bottomLeft(), room.bottomRight()
        )
        if told.sign:
            side = theme.scaled(14)
            sign = QRect(room.center().x() - side // 2, room.top() + 5, side, side)
            theme.icon(told.sign, told.sign_color).paint(painter, sign)
            room = room.adjusted(0, side + 4, 0, 0)
        painter.setFont(theme.figures(12, 600))
        painter.setPen(theme.color("text"))
        if self.rect().contains(room):  # Half a figure would pass for another one.
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, told.text)
