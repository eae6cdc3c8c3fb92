"""File ▸ Restore backup: which backups there are, what each holds, and putting one back."""

from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from lean_desktop.document.backup import REASON_NAMES, Backup, Backups
from lean_desktop.document.document import SUFFIX
from lean_desktop.domain.errors import Cancelled
from lean_desktop.i18n import Language
from lean_desktop.ui.background import Background
from lean_desktop.ui.backup_preview import BackupPreview, size_text
from lean_desktop.ui.dialog import LIST_SHEET, Dialog, Role
from lean_desktop.ui.qt import override
from lean_desktop.ui.theme import Theme
from lean_desktop.ui.widgets.buttons import Segments
from lean_desktop.ui.widgets.empty_state import EmptyState
from lean_desktop.ui.work import Progress, Work

_BACKUP_ROLE = Qt.ItemDataRole.UserRole
_WHEN, _WHY, _NAME, _SIZE, _STATE = range(5)


class Current(NamedTuple):
    """The workspace that is open: which it is, and where it lies."""

    uuid: str
    path: Path


class RestoreDialog(Dialog):
    """Backups, newest first, at the left; at the right what the chosen one holds.

    Every file is checked behind the scenes while the list is looked at. Emits
    `restore_asked(Backup, Path)` with the place it shall be put in, after closing.
    """

    restore_asked = Signal(object, Path)

    def __init__(
        self,
        t: Language,
        theme: Theme,
        backups: Backups,
        now: datetime,
        current: Current | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(t, theme, t("Restore backup"), parent)
        self._backups = backups
        self._now = now
        self._current = current
        self._all: list[Backup] = []
        self._sound: dict[Path, bool] = {}
        self._background = Background(self)
        self._checking: Work[None] | None = None
        which = [("this", t("This workspace")), ("all", t("All workspaces"))]
        self.which = Segments(t("Backups of"), which if current else which[1:])
        self.list = QTreeWidget()
        self.preview = BackupPreview(t)
        self.told = EmptyState("layers", t("Looking for backups …"), "", theme)
        self.elsewhere_button = self.add_button(t("Restore elsewhere …"), self._ask_where)
        self.restore_button = self.add_button(
            t("Restore"), self._restore, Role.AcceptRole, "primary"
        )
        self.add_button(t("Cancel"), self.reject, Role.RejectRole)
        self._lay_out()
        self._fill()
        self._background.start(lambda _progress: backups.all(), self._on_found, _raise)

    # What it shows

    def _on_found(self, found: list[Backup]) -> None:
        self._all = found
        folder = str(self._backups.folder)
        self.told.fact.setText(self.t("No backups yet"))
        self.told.sentence.setText(self.t("They are kept in {folder}.", folder=folder))
        self._fill()
        self.list.setFocus()
        self._checking = self._background.start(
            self._check, lambda _none: self._show_states(), _raise
        )  # Its first progress may come before anybody listens.
        self._checking.progressed.connect(self._show_states)

    def _check(self, progress: Progress) -> None:
        """Read each file and compare it with its note; on a thread of its own."""
        for done, backup in enumerate(self._all, start=1):
            self._sound[backup.path] = backup.is_sound()
            progress(done, len(self._all))

    def _fill(self) -> None:
        self.list.clear()
        self.list.addTopLevelItems([self._item(each) for each in self._all if self._wanted(each)])
        there = self.list.topLevelItemCount() > 0
        for widget in (self.list, self.preview):
            widget.setVisible(there)
        self.told.setVisible(not there)
        self.list.setColumnHidden(_NAME, self.which.choice == "this")
        self.list.setCurrentIndex(self.list.model().index(0, 0))
        self._show_states()
        self._allow()

    def _items(self) -> list[QTreeWidgetItem]:
        return self.list.findItems("", Qt.MatchFlag.MatchContains, _WHEN)

    def _wanted(self, backup: Backup) -> bool:
        if self.which.choice == "all" or self._current is None:
            return True
        return backup.uuid == self._current.uuid

    def _item(self, backup: Backup) -> QTreeWidgetItem:
        when, why = self._when(backup.made), self.t(REASON_NAMES[backup.reason])
        item = QTreeWidgetItem([when, why, backup.name, size_text(backup.size, self.t), ""])
        item.setData(_WHEN, _BACKUP_ROLE, backup)
        item.setToolTip(_WHEN, str(backup.path))
        item.setSizeHint(_STATE, QSize(0, max(32, self.fontMetrics().height() + 12)))
        item.setTextAlignment(_SIZE, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return item

    def _when(self, made: datetime) -> str:
        time = self.t.time(made)
        if made.date() == self._now.date():
            return self.t("today {time}", time=time)
        same_year = made.year == self._now.year
        day = self.t.short_day(made.date()) if same_year else self.t.date(made.date())
        return f"{day} {time}"

    def _show_states(self) -> None:
        states = {None: self.t("checking …"), True: self.t("sound"), False: self.t("damaged")}
        for item in self._items():
            sound = self._sound.get(item.data(_WHEN, _BACKUP_ROLE).path)
            if item.text(_STATE) != states[sound]:
                item.setText(_STATE, states[sound])
                icon = {None: "clock", True: "check", False: "alert"}[sound]
                color = {None: "text3", True: "good", False: "bad"}[sound]
                item.setIcon(_STATE, self.theme.icon(icon, color))
        self._allow()

    def _on_current(self) -> None:
        if backup := self._chosen():
            self.preview.show_backup(backup, self._place(backup))
        self._allow()

    def _allow(self) -> None:
        backup = self._chosen()
        possible = backup is not None and self._sound.get(backup.path) is not False
        self.restore_button.setEnabled(possible)
        self.elsewhere_button.setEnabled(possible)

    # What it asks

    def _chosen(self) -> Backup | None:
        items = self.list.selectedItems()
        found: Backup | None = items[0].data(_WHEN, _BACKUP_ROLE) if items else None
        return found

    def _place(self, backup: Backup) -> Path:
        """Where the workspace lies now if it is open, else where it lay then."""
        if self._current and backup.uuid == self._current.uuid:
            return self._current.path
        return Path(backup.source)

    def _restore(self) -> None:
        if backup := self._chosen():
            self._ask(backup, self._place(backup))

    def _ask_where(self) -> None:
        backup = self._chosen()
        if backup is None:
            return
        dialog = QFileDialog(self, self.t("Restore elsewhere"), str(Path.home()))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.t("Lean Desktop workspace") + f" (*{SUFFIX})")
        dialog.setDefaultSuffix(SUFFIX.removeprefix("."))
        dialog.selectFile(Path(backup.source).name)
        dialog.fileSelected.connect(lambda chosen: self._ask(backup, Path(chosen)))
        dialog.open()

    def _ask(self, backup: Backup, place: Path) -> None:
        self.accept()
        self.restore_asked.emit(backup, place)

    @override
    def done(self, result: int) -> None:
        if self._checking:
            self._checking.stop()
        super().done(result)

    # How it looks

    def _lay_out(self) -> None:
        t = self.t
        self.list.setObjectName("panel")
        self.list.setAccessibleName(t("Backups"))
        self.list.setHeaderLabels([t("When"), t("Why"), t("Workspace"), t("Size"), t("State")])
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.list.header().setStretchLastSection(True)
        self.list.currentItemChanged.connect(self._on_current)
        self.list.setStyleSheet(LIST_SHEET)
        self.which.chosen.connect(self._fill)
        self.which.setVisible(self._current is not None)
        self.preview.setFixedWidth(280)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.list, 1)
        row.addWidget(self.preview)
        self.column.addWidget(self.which, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.told, 1)
        self.column.addLayout(row, 1)
        self.resize(900, 520)


def _raise(error: Exception) -> None:
    if not isinstance(error, Cancelled):
        raise error
