"""The platform's dialogs for saving a PDF and for printing it."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from lean_desktop.i18n import Language
from lean_desktop.ui.pdf_output import paper_size
from lean_desktop.ui.pdf_pages import PdfPages

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


def save_dialog(parent: QWidget, t: Language, folder: Path, name: str) -> QFileDialog:
    """A dialog for the name of a PDF: in `folder`, or among the documents when it is gone."""
    usual = QStandardPaths.StandardLocation.DocumentsLocation
    there = folder if folder.name and folder.is_dir() else QStandardPaths.writableLocation(usual)
    dialog = QFileDialog(parent, t("Save as PDF"), str(there))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter("PDF (*.pdf)")
    dialog.setDefaultSuffix("pdf")
    dialog.selectFile(name)
    return dialog


def ask_for_printer(parent: QWidget, pages: PdfPages, title: str) -> "QPrinter | None":
    """A printer set up for the pages as the user wants them; None when it was called off."""
    from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setCreator("Lean Desktop")
    printer.setPageSize(paper_size(pages.points(0)))
    printer.setFullPage(True)
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
    dialog.setMinMax(1, len(pages))
    dialog.setFromTo(1, len(pages))
    # On Windows the system's dialog comes with exec() only.
    accepted = dialog.exec() == QPrintDialog.DialogCode.Accepted
    dialog.deleteLater()
    return printer if accepted else None
