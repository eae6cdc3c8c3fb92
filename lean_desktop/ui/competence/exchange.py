"""The matrix out to a file, and in from one."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from lean_desktop.domain.errors import Cancelled
from lean_desktop.i18n import Language
from lean_desktop.ui.asking import Asking
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.long_work import run_long

if TYPE_CHECKING:
    from lean_desktop.ui.competence.import_dialog import MatrixImport


def export_matrix(around: Surroundings, parent: QWidget, path: Path | None = None) -> None:
    """Write the matrix of today to a workbook or a CSV file."""
    t, live = around.t, around.live
    title = t("Competence matrix")
    target = path or Asking(t, around.settings, parent).matrix_to_write(title)
    if target is not None:
        chosen = target
        run_long(t("Writing the matrix"), lambda _report: _write(live, t, chosen), live, t)


def import_matrix(
    around: Surroundings, parent: QWidget, path: Path | None = None
) -> "MatrixImport | None":
    """Read a table and show what taking it in would do."""
    from lean_desktop.ui.competence.import_dialog import MatrixImport
    from lean_desktop.ui.import_source import reading_file

    t = around.t
    source = path or Asking(t, around.settings, parent).matrix_to_read()
    if source is None:
        return None
    read = reading_file(source)
    try:
        sheet = run_long(t("Reading the list"), lambda _report: read("", "", ""), None, t)
    except Cancelled:
        return None
    dialog = MatrixImport(around, read, sheet, parent)
    dialog.open()
    dialog.table.setFocus()
    return dialog


def _write(live: LiveDocument, t: Language, path: Path) -> None:
    from lean_desktop.exchange.matrix_workbook import write_matrix
    from lean_desktop.queries.competence_papers import exported_matrix

    write_matrix(path, live.read(exported_matrix, t, today=live.today))
