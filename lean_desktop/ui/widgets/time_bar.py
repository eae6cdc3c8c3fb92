"""The minutes of an agenda against the time there is: one segment an item, a tick at the end."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from lean_desktop.ui.qt import override
from lean_desktop.ui.theme import Theme

BAR, TICK, GAP = 8, 14, 2


class TimeBar(QWidget):
    """Minutes side by side; what lies beyond the planned minutes is red, the chosen one blue."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._minutes: Sequence[int] = ()
        self._planned = 0
        self._chosen = -1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_minutes(self, minutes: Sequence[int], planned: int, told: str) -> None:
        """Draw these items against the planned minutes; `told` says the same in words."""
        self._minutes, self._planned = minutes, planned
        self.setAccessibleName(told)
        self.setToolTip(told)
        self.update()

    def choose(self, place: int) -> None:
        """Mark the item at that place; -1 marks none."""
        self._chosen = place
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, TICK + 2)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        whole = max(sum(self._minutes), self._planned)
        if whole == 0:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = self.width() / whole
        self._paint_room(painter, scale)
        begun = 0
        for place, minutes in enumerate(self._minutes):
            self._paint_item(painter, begun, minutes, scale, chosen=place == self._chosen)
            begun += minutes
        tick = min(self._planned * scale, self.width() - 2)
        painter.fillRect(QRectF(tick, 0, 2, TICK), self._theme.color("text"))

    def _paint_room(self, painter: QPainter, scale: float) -> None:
        painter.fillRect(
            QRectF(0, (TICK - 2) / 2, self._planned * scale, 2), self._theme.color("line_strong")
        )

    def _paint_item(
        self, painter: QPainter, begun: int, minutes: int, scale: float, *, chosen: bool
    ) -> None:
        top = (TICK - BAR) / 2
        fits = max(0, min(minutes, self._planned - begun))
        usual = self._theme.color("accent" if chosen else "control")
        for start, length, color in (
            (begun, fits, usual),
            (begun + fits, minutes - fits, self._theme.color("bad_fill")),
        ):
            if length > 0:
                place = QRectF(start * scale, top, max(1.0, length * scale - GAP), BAR)
                painter.setPen(color)
                painter.setBrush(color)
                painter.drawRoundedRect(place, 2, 2)
