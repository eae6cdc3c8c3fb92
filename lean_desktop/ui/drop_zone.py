"""A place that says a file can be dropped, and what was dropped."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from lean_desktop.i18n import Language
from lean_desktop.ui.icon_label import IconLabel
from lean_desktop.ui.qt import override
from lean_desktop.ui.theme import Theme


class DropZone(QWidget):
    """Says that a file can be dropped here; the whole page takes it."""

    def __init__(self, t: Language, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._marked = False
        self.text = QLabel(t("Drop a workspace or a list of people here"))
        row = QHBoxLayout(self)
        row.setSpacing(12)
        row.addStretch(1)
        row.addWidget(IconLabel(theme, "folder", 20))
        row.addWidget(self.text)
        row.addStretch(1)
        self.setMinimumHeight(64)
        theme.changed.connect(self.update)

    def mark(self, marked: bool) -> None:
        """Show whether a file is held over the page."""
        self._marked = marked
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = "accent_text" if self._marked else "control"
        painter.setPen(QPen(self._theme.color(color), 1, Qt.PenStyle.DashLine))
        if self._marked:
            painter.setBrush(self._theme.color("selected"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)


def dropped_file(data: QMimeData) -> Path | None:
    """The first file of what is dragged, if there is any."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return paths[0] if paths else None
