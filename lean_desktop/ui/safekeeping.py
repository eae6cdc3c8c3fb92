"""Backups of whatever is open, and the way back to one of them."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from lean_desktop.document.document import Document
from lean_desktop.i18n import Language
from lean_desktop.settings import Settings, backup_folder
from lean_desktop.ui.editor import Command
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.session import Session
from lean_desktop.ui.theme import Theme

if TYPE_CHECKING:
    from lean_desktop.document.backup import Backup, Backups
    from lean_desktop.ui.backup_keeper import BackupKeeper


class Safekeeping(QObject):
    """Keeps one keeper for each open document. Its code is loaded with the first change.

    Emits `failed(KnownError)` when a backup could not be made, `restored(Path, Path or None)`
    with what is open again and where the replaced file was kept.
    """

    failed = Signal(object)
    restored = Signal(object, object)

    def __init__(self, session: Session, settings: Settings, clock: Callable[[], datetime]) -> None:
        super().__init__(session)
        self._session = session
        self._settings = settings
        self._clock = clock
        self._keeper: BackupKeeper | None = None
        self.t: Language | None = None
        session.opened.connect(self._on_opened)
        session.closing.connect(self._on_closing)
        session.before_migration = self._before_migration

    def backups(self) -> "Backups":
        """The backups in the folder the settings name."""
        from lean_desktop.document.backup import Backups

        return Backups(backup_folder(self._settings), self._clock)

    def commands(self, t: Language, theme: Theme, window: QWidget) -> Sequence[Command]:
        """Back up now, and restore; for the File menu."""
        return (
            Command(
                "back_up",
                t("Back up now"),
                self.back_up,
                "file",
                allowed=lambda: self._session.live is not None,
                edits=True,
            ),
            Command(
                "restore", t("Restore backup …"), lambda: self.restore(t, theme, window), "file"
            ),
        )

    def back_up(self) -> None:
        """Make a backup now, with progress."""
        from lean_desktop.document.backup import Reason

        if keeper := self._kept():
            keeper.before(Reason.ASKED)

    def restore(self, t: Language, theme: Theme, window: QWidget) -> None:
        """Let the user look at the backups and choose one."""
        from lean_desktop.queries.workspace import workspace
        from lean_desktop.ui.restore_dialog import Current, RestoreDialog

        live = self._session.live
        current = Current(live.read(workspace).uuid, live.document.path) if live else None
        dialog = RestoreDialog(t, theme, self.backups(), self._clock(), current, window)
        dialog.restore_asked.connect(self._on_restore, Qt.ConnectionType.QueuedConnection)
        dialog.open()

    def _on_restore(self, backup: "Backup", target: Path) -> None:
        live = self._session.live
        if live and live.document.path == target.resolve():
            self._session.close()
        replaced = self.backups().restore(backup, target)
        self._session.open(target)
        self.restored.emit(target, replaced)

    def _on_opened(self, live: LiveDocument) -> None:
        self._keeper = None
        if not live.read_only:
            live.changed.connect(self._on_first_change, Qt.ConnectionType.SingleShotConnection)
            live.large_edit_coming.connect(self._before_import)

    def _on_first_change(self, changes: object) -> None:
        if self._keeper is None and (keeper := self._kept()):
            keeper.begin()

    def _before_import(self) -> None:
        from lean_desktop.document.backup import Reason

        if keeper := self._kept():
            keeper.before(Reason.IMPORT)

    def _before_migration(self, document: Document) -> None:
        from lean_desktop.document.backup import Reason

        self.backups().make(document, Reason.MIGRATION)

    def _on_closing(self) -> None:
        keeper, self._keeper = self._keeper, None
        if keeper:
            keeper.final()
            keeper.deleteLater()

    def _kept(self) -> "BackupKeeper | None":
        from lean_desktop.ui.backup_keeper import BackupKeeper

        live = self._session.live
        if live is None or live.read_only or self.t is None:
            return None
        if self._keeper is None:
            self._keeper = BackupKeeper(live, self.backups(), self.t, self)
            self._keeper.failed.connect(self.failed)
        return self._keeper
