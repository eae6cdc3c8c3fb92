"""An icon that is only looked at, and takes the colours of the theme as it changes."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QWidget

from lean_desktop.ui.theme import Theme


class IconLabel(QLabel):
    """One of our icons in a colour of the theme, `side` logical pixels wide and high."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        side: int,
        color: str = "text2",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._color = color
        self.setFixedSize(QSize(side, side))
        self._draw()
        theme.changed.connect(self._draw)

    def _draw(self) -> None:
        self.setPixmap(self._theme.icon(self._icon, self._color).pixmap(self.size()))
