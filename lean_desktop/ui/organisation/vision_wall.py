"""Vision, values and goals on the projector: as large as the screen allows, and nothing else."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from lean_desktop.document.changes import ChangeSet
from lean_desktop.domain.goals import Direction, tree
from lean_desktop.queries import goals as queries
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.qt import override

LARGEST, LEAST = 64, 14
VALUES, GOALS = 0.6, 0.5
"""How large values and goals are beside the vision."""

SMALLEST = 800, 600
MARGIN = 0.06
"""Of the width of the screen, around everything."""


class VisionWall(QWidget):
    """Fills the screen until Esc or F5. Follows the document while it is shown."""

    def __init__(self, around: Surroundings, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._around = around
        self.setObjectName("paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(around.t("Vision and goals"))
        self.setAccessibleName(around.t("Vision and goals"))
        self.setMinimumSize(*SMALLEST)
        self._column = QVBoxLayout(self)
        self._column.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self.labels: list[tuple[QLabel, float]] = []
        self._show()
        around.live.changed.connect(self._on_changed)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_F5):
            self.close()
        else:
            super().keyPressEvent(event)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        if parent := self.parentWidget():
            parent.window().activateWindow()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # Inside

    def _on_changed(self, changes: ChangeSet) -> None:
        if changes.touches(queries.DIRECTED):
            self._show()
            self._fit()

    def _show(self) -> None:
        while self.labels:
            label, _ = self.labels.pop()
            self._column.removeWidget(label)
            label.deleteLater()
        direction = self._around.live.read(queries.direction)
        self._add(direction.vision or self._around.t("No vision is written yet."), 1.0, 600)
        if values := " · ".join(value.name for value in direction.values):
            self._add(values, VALUES, 600, "improve")
        for text in _outline(direction):
            self._add(text, GOALS, 400)

    def _add(self, text: str, size: float, weight: int, color: str = "text") -> None:
        theme = self._around.theme
        label = QLabel(text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        palette = label.palette()
        palette.setColor(label.foregroundRole(), theme.color(color))
        label.setPalette(palette)
        label.setFont(theme.font(LARGEST * size, weight))
        self._column.addWidget(label)
        self.labels.append((label, size))

    def _fit(self) -> None:
        """The largest type at which all of it is on the screen."""
        margin = round(self.width() * MARGIN)
        self._column.setContentsMargins(margin, margin // 2, margin, margin // 2)
        room = self.height() - margin
        for pixels in range(LARGEST, LEAST - 1, -2):
            self._column.setSpacing(pixels // 3)
            self._set_size(pixels)
            if self._height(self.width() - 2 * margin) <= room:
                return

    def _set_size(self, pixels: int) -> None:
        for label, size in self.labels:
            font = label.font()
            font.setPixelSize(max(LEAST, round(pixels * size)))
            label.setFont(font)

    def _height(self, width: int) -> int:
        between = self._column.spacing() * (len(self.labels) - 1)
        return between + sum(label.heightForWidth(width) for label, _ in self.labels)


def _outline(direction: Direction) -> list[str]:
    """The goals, indented below each other, each with the group that works for it."""
    return [
        "\u2003" * placed.depth
        + ("• " if placed.depth else "")
        + placed.goal.name
        + (f" – {placed.goal.group}" if placed.goal.group else "")
        for placed in tree(direction.goals)
    ]
