"""The dialogs that ask for a file. Tests put an object of the same shape in their place."""

from pathlib import Path
from typing import TYPE_CHECKING

from lean_desktop.document.document import SUFFIX
from lean_desktop.i18n import Language
from lean_desktop.settings import Settings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class Asking:
    """Asks for files with the platform's dialogs, starting where the last one was."""

    def __init__(self, t: Language, settings: Settings, parent: "QWidget") -> None:
        self._t = t
        self._settings = settings
        self._parent = parent

    def workspace_to_open(self) -> Path | None:
        """A workspace that is there, or None when the user thought better of it."""
        from PySide6.QtWidgets import QFileDialog

        found, _ = QFileDialog.getOpenFileName(
            self._parent, self._t("Open workspace"), self._folder(), self._workspaces()
        )
        return self._remembered(found)

    def workspace_to_make(self, title: str, suggestion: str) -> Path | None:
        """A name for a workspace that is not there yet; one that is there is refused later."""
        from PySide6.QtWidgets import QFileDialog

        found, _ = QFileDialog.getSaveFileName(
            self._parent,
            title,
            str(Path(self._folder()) / f"{suggestion}{SUFFIX}"),
            self._workspaces(),
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        return self._remembered(found)

    def organisation_to_write(self, suggestion: str) -> Path | None:
        """A workbook; a name with another ending is that of a folder for CSV files."""
        title = self._t("Export the organisation")
        kinds = self._t("Excel") + " (*.xlsx);;" + self._t("Folder of CSV files") + " (*)"
        return self._to_write(title, f"{suggestion}.xlsx", kinds)

    def actions_to_write(self, suggestion: str) -> Path | None:
        """A workbook or a CSV file."""
        kinds = self._t("Excel") + " (*.xlsx);;CSV (*.csv)"
        return self._to_write(self._t("Export actions"), f"{suggestion}.xlsx", kinds)

    def matrix_to_write(self, suggestion: str) -> Path | None:
        """A workbook or a CSV file."""
        kinds = self._t("Excel") + " (*.xlsx);;CSV (*.csv)"
        return self._to_write(self._t("Export the matrix"), f"{suggestion}.xlsx", kinds)

    def matrix_to_read(self) -> Path | None:
        """A workbook or a CSV file."""
        from PySide6.QtWidgets import QFileDialog

        kinds = self._t("Tables") + " (*.xlsx *.csv *.txt *.tsv)"
        found, _ = QFileDialog.getOpenFileName(
            self._parent, self._t("Import a matrix"), self._folder(), kinds
        )
        return self._remembered(found)

    def actions_to_read(self) -> Path | None:
        """A list, a workbook, or a board of Trello."""
        from PySide6.QtWidgets import QFileDialog

        kinds = self._t("Tables and Trello boards") + " (*.xlsx *.csv *.txt *.tsv *.json)"
        found, _ = QFileDialog.getOpenFileName(
            self._parent, self._t("Import actions"), self._folder(), kinds
        )
        return self._remembered(found)

    def calendar_to_write(self, suggestion: str) -> Path | None:
        """A calendar file."""
        kinds = self._t("Calendar") + " (*.ics)"
        return self._to_write(self._t("Export to a calendar"), f"{suggestion}.ics", kinds)

    def folder_for_calendars(self) -> Path | None:
        """A folder that is there, for a calendar file for each of several people."""
        from PySide6.QtWidgets import QFileDialog

        title = self._t("A folder for the calendar files")
        found = QFileDialog.getExistingDirectory(self._parent, title, self._folder())
        if found:
            self._settings.set("folder", found)
        return Path(found) if found else None

    def picture_to_write(self, suggestion: str) -> Path | None:
        """A drawing (SVG) or a picture (PNG)."""
        kinds = self._t("Drawing") + " (*.svg);;" + self._t("Picture") + " (*.png)"
        return self._to_write(self._t("Save the chart"), f"{suggestion}.svg", kinds)

    def organisation_to_read(self) -> Path | None:
        """A workbook that was exported, one of the CSV files, or a list of people."""
        from PySide6.QtWidgets import QFileDialog

        kinds = self._t("Tables") + " (*.xlsx *.csv)"
        found, _ = QFileDialog.getOpenFileName(
            self._parent, self._t("Import an organisation"), self._folder(), kinds
        )
        return self._remembered(found)

    def _to_write(self, title: str, name: str, kinds: str) -> Path | None:
        from PySide6.QtWidgets import QFileDialog

        found, _ = QFileDialog.getSaveFileName(
            self._parent, title, str(Path(self._folder()) / name), kinds
        )
        return self._remembered(found)

    def table_to_import(self) -> Path | None:
        """A CSV file or a spreadsheet."""
        from PySide6.QtWidgets import QFileDialog

        tables = self._t("Tables") + " (*.csv *.txt *.tsv *.xlsx)"
        everything = self._t("All files") + " (*)"
        found, _ = QFileDialog.getOpenFileName(
            self._parent, self._t("Import people"), self._folder(), f"{tables};;{everything}"
        )
        return self._remembered(found)

    def _workspaces(self) -> str:
        return self._t("Lean Desktop workspace") + f" (*{SUFFIX})"

    def _folder(self) -> str:
        usual = Path.home() / "Documents"
        remembered = self._settings.get("folder", "")
        return remembered or str(usual if usual.is_dir() else Path.home())

    def _remembered(self, found: str) -> Path | None:
        if not found:
            return None
        self._settings.set("folder", str(Path(found).parent))
        return Path(found)
