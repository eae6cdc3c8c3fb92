"""What stands where nothing is yet: one fact, one way on, one alternative."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from lean_desktop.ui.icon_label import IconLabel
from lean_desktop.ui.theme import Theme
from lean_desktop.ui.widgets.buttons import button

_MOST_WIDTH = 420


class EmptyState(QWidget):
    """An icon, a fact, a sentence, and the buttons added with `offer`."""

    def __init__(
        self, icon: str, fact: str, sentence: str, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(fact)
        self._theme = theme
        self.fact = _centred(fact, "heading")
        self.sentence = _centred(sentence, "small")
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self._buttons.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        middle = QWidget()
        middle.setMaximumWidth(_MOST_WIDTH)
        column = QVBoxLayout(middle)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addStretch(1)
        column.addWidget(IconLabel(theme, icon, 32, "text3"), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.fact)
        column.addWidget(self.sentence)
        column.addSpacing(8)
        column.addLayout(self._buttons)
        column.addStretch(2)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(middle)  # the labels need the whole width to break their lines in

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
