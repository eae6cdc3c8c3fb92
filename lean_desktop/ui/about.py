"""What this is, whose work it stands on, and the licences of all that ships with it."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from lean_desktop import __version__
from lean_desktop.i18n import Language
from lean_desktop.resources import licence_files, resource
from lean_desktop.ui.dialog import LIST_SHEET, Dialog, sentence
from lean_desktop.ui.logo_mark import LogoMark
from lean_desktop.ui.theme import Theme


class AboutDialog(Dialog):
    """Name, version, and a licence for each thing in the list."""

    def __init__(self, t: Language, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(t, theme, t("About Lean Desktop"), parent)
        self.parts = QListWidget()
        self.licence = QPlainTextEdit()
        self._files = _licences()
        self._lay_out()
        self.parts.currentRowChanged.connect(self._show)
        self.parts.setCurrentRow(0)
        self.add_close_button()
        self.parts.setFocus()

    def _show(self, row: int) -> None:
        # As their authors wrote them: not all of it is UTF-8.
        text = self._files[row].read_text("utf-8", "replace") if row >= 0 else ""
        self.licence.setPlainText(text)

    def _lay_out(self) -> None:
        self.parts.addItems([file.stem for file in self._files])
        self.parts.setAccessibleName(self.t("What ships with the program"))
        self.parts.setObjectName("panel")
        self.parts.setFixedWidth(190)
        self.parts.setStyleSheet(LIST_SHEET)
        self.parts.setSpacing(2)
        self.licence.setReadOnly(True)
        self.licence.setTabChangesFocus(True)
        self.licence.setAccessibleName(self.t("Licence"))
        licences = QHBoxLayout()
        licences.addWidget(self.parts)
        licences.addWidget(self.licence, 1)
        self.column.addLayout(self._head())
        self.column.addWidget(sentence(self.t("What ships with the program"), "section"))
        self.column.addLayout(licences, 1)
        self.resize(QSize(860, 600))

    def _head(self) -> QHBoxLayout:
        texts = QVBoxLayout()
        texts.setSpacing(4)
        texts.addWidget(sentence(f"Lean Desktop {__version__}", "title"))
        texts.addWidget(
            sentence(
                self.t(
                    "The workbench of the Lean and TPM coordinator. Everything is in one file "
                    "with you, with no network and no login."
                )
            )
        )
        texts.addWidget(sentence(self.t("Free software under the MIT licence."), "small"))
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(LogoMark(self.theme, 48), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)
        return row


def _licences() -> list[Path]:
    """Licence texts of the libraries, and those that lie beside the fonts and icons."""
    beside = [each for kind in ("fonts", "icons") for each in resource(kind).glob("*.txt")]
    return sorted([*licence_files(), *beside], key=lambda file: file.stem.casefold())
