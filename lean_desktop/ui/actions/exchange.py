"""Actions out to a file, and in from one."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from lean_desktop.domain.errors import Cancelled
from lean_desktop.i18n import Language, language
from lean_desktop.ui.asking import Asking
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.long_work import run_long

if TYPE_CHECKING:
    from lean_desktop.exchange.sheet import Sheet
    from lean_desktop.ui.actions.import_dialog import ActionsImport


def export_actions(around: Surroundings, parent: QWidget, path: Path | None = None) -> None:
    """Write every action to a workbook or a CSV file."""
    t, live = around.t, around.live
    target = path or Asking(t, around.settings, parent).actions_to_write(t("Actions"))
    if target is not None:
        chosen = target
        run_long(t("Writing the actions"), lambda _report: _write(live, t, chosen), live, t)


def _write(live: LiveDocument, t: Language, path: Path) -> None:
    from lean_desktop.exchange.action_files import write_actions
    from lean_desktop.queries.exported_actions import exported

    plain = language(t.code)  # Headings in our own words are known again when it comes back.
    write_actions(path, t("Actions"), live.read(exported, plain, today=live.today))


def import_actions(
    around: Surroundings, parent: QWidget, path: Path | None = None
) -> "ActionsImport | None":
    """Read a list and show what it would do."""
    from lean_desktop.exchange.action_files import read_actions
    from lean_desktop.ui.actions.import_dialog import ActionsImport

    t = around.t
    source = path or Asking(t, around.settings, parent).actions_to_read()
    if source is None:
        return None
    chosen = source

    def read(sheet: str, encoding: str, delimiter: str) -> "Sheet":
        return read_actions(chosen, sheet, encoding, delimiter)

    try:
        sheet = run_long(t("Reading the list"), lambda _report: read("", "", ""), None, t)
    except Cancelled:
        return None
    dialog = ActionsImport(around, read, sheet, parent)
    dialog.open()
    dialog.table.setFocus()
    return dialog
