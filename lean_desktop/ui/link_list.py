"""Links one can open, beside the field they are written in."""

from functools import partial

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from lean_desktop.domain.links import Link
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.widgets.buttons import button


class LinkList(QWidget):
    """Links that can be opened."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._t, self._theme = around.t, around.theme
        self._buttons: list[QPushButton] = []
        self._told = QLabel()
        self._told.setProperty("look", "bad")
        self._told.setWordWrap(True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addWidget(self._told)
        self.show_links([])

    def show_links(self, links: list[Link]) -> None:
        for each in self._buttons:
            each.hide()
            each.deleteLater()
        icon = self._theme.icon("link", "accent_text")
        self._buttons = [
            button(link.shown, partial(self._open, link), kind="link", icon=icon) for link in links
        ]
        for each, link in zip(self._buttons, links, strict=True):
            each.setToolTip(link.target)
            self._column.addWidget(each)
        self._told.hide()
        self.setVisible(bool(links))

    def _open(self, link: Link) -> None:
        """Show it in the program that shows such things; nothing that would run is opened."""
        if link.harmless and QDesktopServices.openUrl(QUrl.fromUserInput(link.target)):
            self._told.hide()
            return
        self._told.setText(
            self._t(
                "“{name}” could not be opened. It leads to {target}.",
                name=link.shown,
                target=link.target,
            )
        )
        self._told.show()
