"""How a list was read, and reading it another way where that was not how it is meant."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from lean_desktop.domain.errors import Cancelled, KnownError
from lean_desktop.exchange.delimited import DELIMITERS, read_pasted
from lean_desktop.exchange.encodings import ENCODINGS
from lean_desktop.exchange.sheet import Sheet
from lean_desktop.exchange.tables import read_table
from lean_desktop.i18n import Language
from lean_desktop.ui.long_work import run_long

Reading = Callable[[str, str, str], Sheet]
"""(sheet, encoding, delimiter) → the table; an empty text leaves it to what fits."""


def reading_file(path: Path) -> Reading:
    """Reads a file, as often as it is asked to. Raises KnownError."""
    return lambda sheet, encoding, delimiter: read_table(path, sheet, encoding, delimiter)


def reading_text(text: str, name: str) -> Reading:
    """Reads what was copied in a spreadsheet. Raises KnownError."""
    return lambda _sheet, _encoding, delimiter: read_pasted(text, name, delimiter)


class ImportSource(QWidget):
    """The name and size of the list, and how it was understood. Emits `reread` with the table."""

    reread = Signal(object)

    def __init__(self, read: Reading, t: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.t = t
        self._read = read
        self.found = QLabel()
        self.found.setTextFormat(Qt.TextFormat.PlainText)
        self.found.setWordWrap(True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(16)
        self._row.addWidget(self.found, 1)
        self.sheets = self._choice(t("Sheet"))
        self.encodings = self._choice(t("Encoding"))
        self.delimiters = self._choice(t("Columns set off by"))
        self._choices = self.sheets, self.encodings, self.delimiters
        for name in ENCODINGS:
            self.encodings.addItem(name, name)
        for sign, name in zip(DELIMITERS, self._delimiter_names(), strict=True):
            self.delimiters.addItem(name, sign)

    def show_sheet(self, sheet: Sheet) -> None:
        """Say what was found; offer what such a table can be read as."""
        self._sheet = sheet
        rows = self.t.plural("{n} row", "{n} rows", len(sheet.rows))
        told = (sheet.name, rows, *map(self.t, sheet.remarks))
        self.found.setText(" · ".join(part for part in told if part))
        self.sheets.clear()
        for name in sheet.sheets:
            self.sheets.addItem(name, name)
        self._offer(self.sheets, sheet.sheet, len(sheet.sheets) > 1)
        self._offer(self.encodings, sheet.encoding, bool(sheet.encoding))
        self._offer(self.delimiters, sheet.delimiter, bool(sheet.delimiter))

    @property
    def name(self) -> str:
        """What the list is called."""
        return self._sheet.name

    # Inside

    def _delimiter_names(self) -> tuple[str, ...]:
        return self.t("semicolons"), self.t("tabs"), self.t("bars"), self.t("commas")

    def _choice(self, name: str) -> QComboBox:
        combo = QComboBox()
        combo.setAccessibleName(name)
        combo.activated.connect(self._read_again)
        label = QLabel(name)
        label.setProperty("look", "small")
        label.setBuddy(combo)
        pair = QHBoxLayout()
        pair.setSpacing(8)
        pair.addWidget(label)
        pair.addWidget(combo)
        self._row.addLayout(pair)
        return combo

    def _offer(self, combo: QComboBox, now: str, wanted: bool) -> None:
        combo.setCurrentIndex(combo.findData(now))
        combo.setVisible(wanted)
        for label in self.findChildren(QLabel):
            if label.buddy() is combo:
                label.setVisible(wanted)

    def _read_again(self) -> None:
        chosen = [combo.currentData() or "" for combo in self._choices]
        try:
            sheet = run_long(
                self.t("Reading the list"), lambda _report: self._read(*chosen), None, self.t
            )
        except (KnownError, Cancelled):
            self.show_sheet(self._sheet)
            raise
        self.reread.emit(sheet)
