"""Makes backups of the open document as it is worked on, without anybody having to think of it."""

from PySide6.QtCore import QObject, QTimer, Signal

from lean_desktop.document.backup import Backup, Backups, Reason
from lean_desktop.domain.errors import Cancelled, KnownError
from lean_desktop.i18n import Language
from lean_desktop.ui.background import Background
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.long_work import run_long
from lean_desktop.ui.work import Progress

EVERY_MS = 30 * 60 * 1000
"""How long changes go on before they are backed up again."""


class BackupKeeper(QObject):
    """Backups at the first change, every half hour while changing, before large steps, at close.

    Emits `made(Backup)`, and `failed(KnownError)` when one could not be made; editing goes on
    either way. A document that is only read is left alone.
    """

    made = Signal(object)
    failed = Signal(object)

    def __init__(
        self, live: LiveDocument, backups: Backups, t: Language, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._live = live
        self._backups = backups
        self._t = t
        self._background = Background(self)
        self._due = False
        self._begun = False
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self._on_time)
        if not live.read_only:
            live.changed.connect(self._on_changed)

    def begin(self) -> None:
        """Make the first one now: the change that called for it has been made already."""
        self._on_changed()

    def before(self, reason: Reason) -> bool:
        """Make one now, with progress, before something large; whether it was made."""
        return not self._live.read_only and self._make_and_wait(reason)

    def final(self) -> bool:
        """Make the last one, with progress, if anything changed; whether all is backed up.

        Called before the document is closed; nothing is made after.
        """
        self._timer.stop()
        if self._due or self._background.busy:
            return self._make_and_wait(Reason.CLOSE)
        return True

    # Inside

    def _on_changed(self) -> None:
        self._due = True
        if not self._begun:
            self._begun = True
            self._timer.start()
            self._make_behind(Reason.FIRST_CHANGE)

    def _on_time(self) -> None:
        if self._due and not self._background.busy:
            self._make_behind(Reason.HALF_HOUR)

    def _make_behind(self, reason: Reason) -> None:
        self._due = False
        document = self._live.document
        self._background.start(
            lambda _progress: self._backups.make(document, reason), self.made.emit, self._on_failed
        )

    def _make_and_wait(self, reason: Reason) -> bool:
        def make(progress: Progress) -> Backup:
            self._background.wait()
            return self._backups.make(self._live.document, reason, progress)

        try:
            backup = run_long(self._t("Making a backup"), make, self._live, self._t)
        except KnownError as error:
            self._on_failed(error)
            return False
        except Cancelled:
            return False
        self._due = False
        self.made.emit(backup)
        return True

    def _on_failed(self, error: Exception) -> None:
        self._due = True
        if not isinstance(error, KnownError):
            raise error
        self.failed.emit(error)
