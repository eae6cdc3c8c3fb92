"""What stands where nothing is yet: one fact, one way on, one alternative."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from lean_desktop.ui.theme import Theme
from lean_desktop.ui.widgets.buttons import button


class EmptyState(QWidget):
    """An icon, a fact, a sentence, and the buttons added with `offer`."""

    def __init__(
        self, icon: str, fact: str, sentence: str, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(fact)
        self._theme = theme
        mark = QLabel()
        mark.setPixmap(theme.icon(icon, "text3").pixmap(QSize(32, 32)))
        self.fact = _centred(fact, "heading")
        self.sentence = _centred(sentence, "small")
        self.sentence.setMaximumWidth(420)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addStretch(1)
        for widget in (mark, self.fact, self.sentence):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(8)
        column.addLayout(self._buttons)
        column.addStretch(2)
        self._buttons.setAlignment(Qt.AlignmentFlag.AlignHCenter)

    def offer(self, text: str, do: Callable[[], object], *, icon: str = "", keys: str = "") -> None:
        """Add a way on; the first one is the primary."""
        first = self._buttons.count() == 0
        color = "on_accent" if first else "text2"
        self._buttons.addWidget(
            button(
                text,
                do,
                kind="primary" if first else "outlined",
                icon=self._theme.icon(icon, color) if icon else None,
                keys=keys,
            )
        )


def _centred(text: str, look: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("look", look)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    return label
