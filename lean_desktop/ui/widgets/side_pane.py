"""Work in the middle and a panel at its right, which lies over the work where it is narrow."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from lean_desktop.ui.qt import override
from lean_desktop.ui.theme import Theme
from lean_desktop.ui.widgets.inspector import LEAST, MOST, WIDTH

NARROW = 1200


class SidePane(QWidget):
    """Beside the work the panel is there until it is put away; over it, only when asked for."""

    def __init__(self, work: QWidget, side: QWidget, theme: Theme, *, shown: bool = True) -> None:
        super().__init__()
        self._side = side
        self._least, self._most = theme.scaled(LEAST), theme.scaled(MOST)
        self._usual, self._narrow = theme.scaled(WIDTH), theme.scaled(NARROW)
        self._wanted = shown
        self._over = False
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(work)
        self._splitter.addWidget(side)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setSizes([self._narrow, self._usual])
        self._edge = QWidget(self)
        self._edge.setObjectName("edge")
        self._edge.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        side.setMinimumWidth(self._least)
        side.setMaximumWidth(self._most)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._splitter)
        side.setVisible(shown)

    def toggle(self) -> None:
        """Show or hide the panel."""
        shown = self._side.isHidden()
        if not self._over:
            self._wanted = shown
        self._side.setVisible(shown)
        self._place()

    def show_side(self) -> None:
        """Show the panel, unless it is there."""
        if self._side.isHidden():
            self.toggle()

    def state(self) -> dict[str, Any]:
        """How wide the panel is and whether it is there, to be remembered."""
        return {"width": self._side.width(), "shown": self._wanted}

    def restore(self, state: Any) -> None:
        """Take what `state` gave; anything else is passed over."""
        if not isinstance(state, dict):
            return
        width = state.get("width")
        if isinstance(width, int) and self._least <= width <= self._most:
            self._usual = width
            self._splitter.setSizes([max(1, self.width() - width), width])
        self._wanted = state.get("shown", self._wanted) is not False
        self._side.setVisible(self._wanted and not self._over)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        over = self.width() < self._narrow
        if over != self._over:
            self._over = over
            self._move()
        self._place()

    def _move(self) -> None:
        """Take the panel out of the row, or put it back."""
        if self._over:
            self._usual = self._side.width() if self._side.isVisible() else self._usual
            self._side.setParent(self)
            self._side.hide()
        else:
            self._splitter.addWidget(self._side)
            self._splitter.setSizes([self.width() - self._usual, self._usual])
            self._side.setVisible(self._wanted)

    def _place(self) -> None:
        """Over the work, with a line where it begins."""
        self._edge.setVisible(self._over and not self._side.isHidden())
        if self._over:
            left = self.width() - self._usual
            self._side.setGeometry(left, 0, self._usual, self.height())
            self._edge.setGeometry(left, 0, 1, self.height())
            self._side.raise_()
            self._edge.raise_()
