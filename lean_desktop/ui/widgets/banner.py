"""A message above the work: what it is about, and what can be done."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from lean_desktop.i18n import Language
from lean_desktop.ui.theme import Theme
from lean_desktop.ui.widgets.buttons import button

_ICONS = {"info": ("note", "text2"), "watch": ("warn", "watch"), "bad": ("alert", "bad")}


class Banner(QFrame):
    """`kind` is info, watch or bad; each tells itself by its icon too. It can be put away."""

    def __init__(
        self, kind: str, text: str, t: Language, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("banner", kind)
        self.setAccessibleName(text)
        icon, color = _ICONS[kind]
        mark = QLabel()
        mark.setPixmap(theme.icon(icon, color).pixmap(QSize(18, 18)))
        self.text = QLabel(text)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setWordWrap(True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 6, 8, 6)
        self._row.setSpacing(10)
        self._row.addWidget(mark)
        self._row.addWidget(self.text, 1)
        self._close = button(
            "", self.deleteLater, kind="ghost", icon=theme.icon("x"), keys=t("Close the message")
        )
        self._close.setAccessibleName(t("Close the message"))
        self._row.addWidget(self._close)

    def offer(self, text: str, do: Callable[[], object]) -> None:
        """Put a button at the right."""
        self._row.insertWidget(self._row.count() - 1, button(text, do))
