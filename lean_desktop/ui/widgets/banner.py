"""A message above the work: what it is about, and what can be done."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from lean_desktop.i18n import Language
from lean_desktop.ui.icon_label import IconLabel
from lean_desktop.ui.theme import Theme
from lean_desktop.ui.widgets.buttons import button

_ICONS = {"info": ("note", "text2"), "watch": ("warn", "watch"), "bad": ("alert", "bad")}


class Banner(QFrame):
    """`kind` is info, watch or bad; each tells itself by its icon too. A `closable` one can be put away."""

    def __init__(
        self,
        kind: str,
        text: str,
        t: Language,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        closable: bool = True,
    ) -> None:
        super().__init__(parent)
        self.setProperty("banner", kind)
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        icon, color = _ICONS[kind]
        self.text = QLabel(text)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setWordWrap(True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 6, 6, 6)
        self._row.setSpacing(8)
        self._row.addWidget(IconLabel(theme, icon, 18, color))
        self._row.addWidget(self.text, 1)
        self._offers = self._row.count()
        if closable:
            close, name = theme.icon("x"), t("Close the message")
            self._row.addWidget(button("", self.deleteLater, kind="tool", icon=close, name=name))

    def offer(self, text: str, do: Callable[[], object]) -> None:
        """Put a button at the right, after those that are there."""
        self._row.insertWidget(self._offers, button(text, do))
        self._offers += 1
