"""Tells that something unexpected went wrong, with a report to copy that holds nobody's texts."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from lean_desktop.i18n import Language
from lean_desktop.ui.dialog import Dialog, sentence
from lean_desktop.ui.known_error import beside_icon
from lean_desktop.ui.stripped_error import report
from lean_desktop.ui.theme import Theme

__all__ = ["ErrorReportDialog", "report"]


class ErrorReportDialog(Dialog):
    """One sentence, and the report made by `report` for whoever may help."""

    def __init__(
        self, t: Language, theme: Theme, text: str, log_folder: Path, parent: QWidget | None = None
    ) -> None:
        super().__init__(t, theme, t("Unexpected error"), parent)
        self._log_folder = log_folder
        self.report = QPlainTextEdit(text)
        self._lay_out()
        self.copy_button = self.add_button(t("Copy report"), self._copy)
        self.folder_button = self.add_button(t("Open log folder"), self._open_folder)
        self.add_close_button().setFocus()

    def _lay_out(self) -> None:
        happened = self.t(
            "Something went wrong that should not. What was saved is safe, and you can go on."
        )
        self.setAccessibleName(happened)
        self.report.setReadOnly(True)
        self.report.setTabChangesFocus(True)
        self.report.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.report.setAccessibleName(self.t("Report"))
        texts = QVBoxLayout()
        texts.setSpacing(8)
        texts.addWidget(sentence(happened, "heading"))
        texts.addWidget(
            sentence(
                self.t(
                    "The report says where in the program it happened. It holds no text and no "
                    "name out of your file."
                )
            )
        )
        self.column.addLayout(beside_icon(self.theme, "alert", "bad_fill", texts))
        self.column.addWidget(self.report, 1)
        self.resize(620, 440)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report.toPlainText())
        self.copy_button.setText(self.t("Copied"))

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._log_folder)))
