"""The File menu: what can be done with a workspace as a whole."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from lean_desktop.document.document import SUFFIX
from lean_desktop.i18n import Language
from lean_desktop.ui.asking import Asking
from lean_desktop.ui.editor import Command
from lean_desktop.ui.session import Session, with_suffix


class FileCommands(QObject):
    """New, open, copy, move and close. `opened_path(Path)` follows each opening."""

    opened_path = Signal(Path)

    def __init__(
        self, session: Session, asking: Asking, t: Language, sample: Callable[[Path], None]
    ) -> None:
        super().__init__(session)
        self._session = session
        self._asking = asking
        self._t = t
        self._make_sample = sample

    def commands(self) -> Sequence[Command]:
        """The commands of the File menu that need no editor."""
        t, is_open = self._t, self._is_open
        keys = "Ctrl+Shift+N" if is_open() else "New|Ctrl+Shift+N"  # editors make new rows with New
        return (
            Command("new_workspace", t("New workspace …"), self.new, "file", keys),
            Command("open", t("Open …"), self.open, "file", "Open"),
            Command("save_copy", t("Save a copy …"), self.save_copy, "file", "", allowed=is_open),
            Command("move", t("Move …"), self.move, "file", edits=True, allowed=is_open),
            Command("close", t("Close workspace"), self.close, "file", "Close", allowed=is_open),
        )

    def new(self) -> None:
        """Make an empty workspace where the user says."""
        path = self._asking.workspace_to_make(self._t("New workspace"), self._t("Improvement work"))
        if path:
            self.create(path)

    def create(self, path: Path) -> None:
        """Make an empty workspace, named after its file."""
        path = with_suffix(path)
        self._session.create(path, path.name.removesuffix(SUFFIX))
        self.opened_path.emit(path)

    def sample(self) -> None:
        """Make a workspace of the sample company and open it."""
        path = self._asking.workspace_to_make(self._t("Try the sample"), "Verkstedindustri AS")
        if path:
            self.make_sample(with_suffix(path))

    def make_sample(self, path: Path) -> None:
        """Write the sample to `path` and open it."""
        self._make_sample(path)
        self.open_path(path)

    def open(self) -> None:
        """Open a workspace the user points at."""
        path = self._asking.workspace_to_open()
        if path:
            self.open_path(path)

    def open_path(self, path: Path) -> None:
        """Open one workspace in place of the one that is open."""
        self._session.open(path)
        self.opened_path.emit(path)

    def save_copy(self) -> None:
        """Write a verified copy elsewhere, and go on with this one."""
        live = self._session.live
        if live is None:
            return
        name = self._t("{name} copy", name=live.document.path.stem)
        target = self._asking.workspace_to_make(self._t("Save a copy"), name)
        if target:
            from lean_desktop.ui.long_work import run_long

            chosen = with_suffix(target)
            run_long(
                self._t("Saving a copy"),
                lambda progress: live.document.copy_to(chosen, progress),
                live,
                self._t,
            )

    def move(self) -> None:
        """Put the workspace elsewhere and go on there."""
        live = self._session.live
        if live is None:
            return
        target = self._asking.workspace_to_make(self._t("Move"), live.document.path.stem)
        if target:
            self._session.move(target)
            self.opened_path.emit(with_suffix(target))

    def close(self) -> None:
        """Close the workspace and show the welcome page."""
        self._session.close()

    def _is_open(self) -> bool:
        return self._session.live is not None
