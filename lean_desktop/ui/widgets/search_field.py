"""The line that one looks for something in."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from lean_desktop.i18n import Language
from lean_desktop.ui.qt import override
from lean_desktop.ui.theme import Theme
from lean_desktop.ui.widgets.inputs import Line


class SearchField(Line):
    """Emits `textChanged` as one types; Esc and the cross empty it."""

    def __init__(self, name: str, t: Language, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(name)
        self.setAccessibleName(name)
        self.setToolTip(name)  # A narrow field shows only its beginning.
        self._theme = theme
        self._glass = QAction(self)
        self._cross = QAction(self)
        self._cross.setToolTip(t("Empty the search"))
        self._cross.triggered.connect(self.clear)
        self.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self.addAction(self._cross, QLineEdit.ActionPosition.TrailingPosition)
        self._cross.setVisible(False)
        self.textChanged.connect(lambda text: self._cross.setVisible(bool(text)))
        self._draw()
        theme.changed.connect(self._draw)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def _draw(self) -> None:
        self._glass.setIcon(self._theme.icon("search"))
        self._cross.setIcon(self._theme.icon("x"))
