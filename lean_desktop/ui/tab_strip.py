"""The row under the menus: a tab per editor, and at its right search, undo, redo and print."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QTabBar, QToolButton, QWidget

from lean_desktop.i18n import Language
from lean_desktop.ui.editors import EditorEntry
from lean_desktop.ui.qt import override
from lean_desktop.ui.theme import Theme

GAP, MARGINS = 8, 36


class TabStrip(QWidget):
    """Emits `chosen(index)` for a tab and `asked(name)` for the command behind a button."""

    chosen = Signal(int)
    asked = Signal(str)

    def __init__(
        self,
        editors: Sequence[EditorEntry],
        t: Language,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("tab_strip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._t = t
        self._theme = theme
        self.tabs = self._tabs(editors)
        self.search = self._button("palette", "search", t("Search or command  (Ctrl K)"), "Ctrl+K")
        self.undo = self._button("undo", "undo", "", "Ctrl+Z")
        self.redo = self._button("redo", "redo", "", "Ctrl+Y")
        self.print = self._button("print", "print", t("Print"), "Ctrl+P")
        self._lay_out()

    def show_steps(self, undo: str, redo: str) -> None:
        """Name what undo and redo would do; empty texts grey them."""
        for button, name, label in (
            (self.undo, self._t("Undo"), undo),
            (self.redo, self._t("Redo"), redo),
        ):
            button.setEnabled(bool(label))
            told = f"{name}: {label}" if label else name
            button.setToolTip(told)
            button.setAccessibleName(told)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where there is no room for the words of the buttons, their icons and tips stay."""
        style = Qt.ToolButtonStyle
        for worded in ((), (self.search,), (self.search, self.print)):
            for button in (self.search, self.print):
                only = button in worded
                button.setToolButtonStyle(
                    style.ToolButtonIconOnly if only else style.ToolButtonTextBesideIcon
                )
                if button.property("narrow") is not only:
                    button.setProperty("narrow", only)
                    button.style().unpolish(button)
                    button.style().polish(button)
            buttons = (self.search, self.undo, self.redo, self.print)
            wide = sum(each.sizeHint().width() + GAP for each in buttons)
            if self.tabs.sizeHint().width() + wide + MARGINS <= self.width():
                return

    def _tabs(self, editors: Sequence[EditorEntry]) -> QTabBar:
        tabs = QTabBar(self)
        tabs.setObjectName("editors")
        tabs.setAccessibleName(self._t("Editors"))
        tabs.setDrawBase(False)
        tabs.setExpanding(False)
        tabs.setIconSize(QSize(18, 18))
        for entry in editors:
            tabs.addTab(self._theme.icon(entry.icon, "text2"), self._t(entry.title))
        tabs.currentChanged.connect(self.chosen)
        return tabs

    def _button(self, name: str, icon: str, text: str, keys: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"{name}_button")
        button.setIcon(self._theme.icon(icon, "text2"))
        button.setIconSize(QSize(18, 18))
        button.setText(text)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setAutoRaise(True)
        button.setAccessibleName(text)
        button.setToolTip(f"{text} ({keys})" if text else "")
        button.clicked.connect(lambda: self.asked.emit(name))
        return button

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 12, 0)
        row.setSpacing(8)
        row.addWidget(self.tabs)
        row.addStretch(1)
        for button in (self.search, self.undo, self.redo, self.print):
            row.addWidget(button)
