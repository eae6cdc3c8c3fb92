"""The one small interface between the window and the editors it hosts."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from lean_desktop.i18n import Language
from lean_desktop.settings import Settings
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.theme import Theme


class Command(NamedTuple):
    """Something the user can ask for: in a menu, by its keys, and in the command palette.

    `menu` is one of file, edit, view, insert, tools, help. `allowed` says whether it would do
    anything now. `edits` commands are off in a document that is only read.
    """

    name: str
    text: str
    run: Callable[[], object]
    menu: str
    keys: str = ""
    icon: str = ""
    allowed: Callable[[], bool] | None = None
    edits: bool = False


class Paper(NamedTuple):
    """A handout an editor can print.

    `prepare` is given the paper (A4, A3) and the language and takes the snapshot, on the main
    thread; what it returns makes the PDF and may run on a worker, None when there is nothing to
    print. `title` becomes the name of the file.
    """

    name: str
    text: str
    title: Callable[[], str]
    prepare: Callable[[str, Language], Callable[[], bytes] | None]


class Find(NamedTuple):
    """Something the command palette can jump to: what it is, its key, its name, a hint."""

    kind: str
    key: int
    name: str
    hint: str = ""


class Surroundings(NamedTuple):
    """What an editor is given: the document, the language, the look, and what is remembered."""

    live: LiveDocument
    t: Language
    theme: Theme
    settings: Settings


class Editor(QWidget):
    """One tab of the window. What an editor does not override, it does not have.

    `noted` is emitted when its status text, or what its commands allow, may have changed;
    `elsewhere(key, found)` asks to be taken to what another editor, the one with that key, shows.
    """

    noted = Signal()
    elsewhere = Signal(str, object)

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.around = around
        self.live = around.live
        self.t = around.t

    def commands(self) -> Sequence[Command]:
        """What can be done here; asked once."""
        return ()

    def papers(self) -> Sequence[Paper]:
        """What can be printed; the first is what Ctrl+P prints."""
        return ()

    def status(self) -> str:
        """Counts for the right end of the status bar."""
        return ""

    def finds(self) -> Sequence[Find]:
        """What the palette may find in the data of this editor."""
        return ()

    def show_found(self, found: Find) -> None:
        """Go to one of `finds`."""

    def panes(self) -> Sequence[QWidget]:
        """The widgets F6 goes through, from left to right."""
        return ()

    def toggle_inspector(self) -> None:
        """Show or hide the panel on the right."""

    def commit_text_in_hand(self) -> None:
        """Commit what is being typed, before a command runs. Raises RuleBroken when it cannot."""

    def keep_drafts(self) -> bool:
        """Keep text that cannot be committed, before the editor is left; whether all is kept."""
        return True

    def layout_state(self) -> dict[str, Any]:
        """Column widths, splitter places and the like, as JSON values."""
        return {}

    def restore_layout(self, state: dict[str, Any]) -> None:
        """Take what `layout_state` gave; anything strange in it is passed over."""

    def place(self) -> dict[str, Any]:
        """What is chosen here, as JSON values that mean something in this document only."""
        return {}

    def return_to(self, place: dict[str, Any]) -> None:
        """Choose what `place` gave; what is strange in it, or gone by now, is passed over."""
