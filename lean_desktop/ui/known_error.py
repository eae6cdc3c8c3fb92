"""Tells of trouble around the program: what happened, what is safe, and what to do."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lean_desktop.domain.errors import KnownError
from lean_desktop.i18n import Language
from lean_desktop.ui.dialog import SPACE, Dialog, Role, sentence
from lean_desktop.ui.icon_label import IconLabel
from lean_desktop.ui.theme import Theme

_WIDTH, _ICON = 460, 28


class KnownErrorDialog(Dialog):
    """The three sentences of a KnownError; closed by Enter or Esc."""

    def __init__(
        self, t: Language, theme: Theme, error: KnownError, parent: QWidget | None = None
    ) -> None:
        super().__init__(t, theme, "Lean Desktop", parent)
        happened = t(error.happened)
        self.setAccessibleName(happened)
        texts = QVBoxLayout()
        texts.setSpacing(8)
        texts.addWidget(sentence(happened, "heading"))
        texts.addWidget(sentence(t(error.safe)))
        texts.addWidget(sentence(t(error.remedy)))
        texts.addStretch(1)
        self.column.addLayout(beside_icon(theme, "warn", "watch_fill", texts))
        self.add_button(t("OK"), self.accept, Role.AcceptRole, "primary").setFocus()
        self.fix_width(_WIDTH)


def beside_icon(theme: Theme, icon: str, color: str, content: QVBoxLayout) -> QHBoxLayout:
    """The content with a large icon at its left."""
    row = QHBoxLayout()
    row.setSpacing(SPACE)
    row.addWidget(IconLabel(theme, icon, _ICON, color), 0, Qt.AlignmentFlag.AlignTop)
    row.addLayout(content, 1)
    return row
