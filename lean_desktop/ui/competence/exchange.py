"""The matrix out to a file."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from lean_desktop.i18n import Language
from lean_desktop.ui.asking import Asking
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.long_work import run_long


def export_matrix(around: Surroundings, parent: QWidget, path: Path | None = None) -> None:
    """Write the matrix of today to a workbook or a CSV file."""
    t, live = around.t, around.live
    title = t("Competence matrix")
    target = path or Asking(t, around.settings, parent).matrix_to_write(title)
    if target is not None:
        chosen = target
        run_long(t("Writing the matrix"), lambda _report: _write(live, t, chosen), live, t)


def _write(live: LiveDocument, t: Language, path: Path) -> None:
    from lean_desktop.exchange.matrix_workbook import write_matrix
    from lean_desktop.queries.competence_papers import exported_matrix

    write_matrix(path, live.read(exported_matrix, t, today=live.today))
