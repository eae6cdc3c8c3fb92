"""What one backup holds, told beside the list of them."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from lean_desktop.document.backup import REASON_NAMES, Backup
from lean_desktop.i18n import Language
from lean_desktop.ui.dialog import sentence


class BackupPreview(QFrame):
    """A panel with the numbers of a backup, and what restoring it would do."""

    def __init__(self, t: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self.setObjectName("panel")
        self.title = sentence("", "heading")
        self.made = sentence("", "small")
        self.numbers = {table: QLabel() for table in _tables(t)}
        self.size_of_file = QLabel()
        self.effect = sentence("")
        self.kept = sentence(t("The file that is there now is kept beside it."), "small")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self.made)
        column.addSpacing(4)
        column.addLayout(self._grid())
        column.addStretch(1)
        column.addWidget(self.effect)
        column.addWidget(self.kept)

    def show_backup(self, backup: Backup, target: Path) -> None:
        """Tell of one backup, and of the place it would be put in."""
        t = self._t
        self.title.setText(backup.name)
        day = t.long_day(backup.made.date())
        made = t("{day} at {time}", day=day[0].upper() + day[1:], time=t.time(backup.made))
        self.made.setText(f"{made} · {t(REASON_NAMES[backup.reason])}")
        for table, number in self.numbers.items():
            number.setText(t.number(backup.counts.get(table, 0)))
        self.size_of_file.setText(size_text(backup.size, t))
        effect = t("Replaces “{name}” in {folder}.", name=target.name, folder=str(target.parent))
        self.effect.setText(effect)

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        names = [*_tables(self._t).values(), self._t("Size")]
        values = [*self.numbers.values(), self.size_of_file]
        for row, (name, value) in enumerate(zip(names, values, strict=True)):
            grid.addWidget(QLabel(name), row, 0)
            grid.addWidget(value, row, 1, Qt.AlignmentFlag.AlignRight)
        return grid


def _tables(t: Language) -> dict[str, str]:
    """What is counted, by the table a backup's note names."""
    return {
        "person": t("People"),
        "unit": t("Units"),
        "group": t("Groups"),
        "meeting": t("Meetings"),
        "agenda_item": t("Agenda items"),
    }


def size_text(size: int, t: Language) -> str:
    """Bytes as people say them: `240 kB`, `1.3 MB`."""
    if size < 1_000_000:
        return t("{n} kB", n=t.number(max(1, size / 1000)))
    return t("{n} MB", n=t.number(size / 1_000_000, 1))
