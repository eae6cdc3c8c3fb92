"""The frame: menus, tabs, the editor that is shown, and the status bar. It knows no editor."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from lean_desktop.domain.errors import RuleBroken
from lean_desktop.i18n import Language
from lean_desktop.settings import Settings
from lean_desktop.ui.editor import Command, Editor, Find, Surroundings
from lean_desktop.ui.editors import EDITORS
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.menus import Menus
from lean_desktop.ui.qt import override
from lean_desktop.ui.status_bar import StatusBar
from lean_desktop.ui.tab_strip import TabStrip
from lean_desktop.ui.theme import Theme
from lean_desktop.ui.widgets.tab_chain import tab_through
from lean_desktop.ui.window_place import place_of, put_in_place


class MainWindow(QMainWindow):
    """One window on one document, or on none: then the welcome page is shown.

    Emits `file_dropped(Path)`, and `closed()` when it has been closed. `about_to_run` is called
    before any command, with its name, once the text in hand is committed.
    """

    file_dropped = Signal(Path)
    closed = Signal()

    def __init__(self, t: Language, theme: Theme, settings: Settings) -> None:
        super().__init__()
        self.t = t
        self.theme = theme
        self.settings = settings
        self.live: LiveDocument | None = None
        self._own_commands: Callable[[], Sequence[Sequence[Command]]] = tuple
        self._editors: dict[str, Editor] = {}
        self._stack = QStackedWidget()
        self._welcome: QWidget | None = None
        self._make_welcome: Callable[[], QWidget] = QWidget
        self._messages = QVBoxLayout()
        self.strip = TabStrip(EDITORS, t, theme)
        self.status = StatusBar(t, theme)
        self.menus = Menus(self.menuBar(), t, self.run)
        self._lay_out()
        put_in_place(self, settings)

    # What it shows

    def set_commands(self, groups: Callable[[], Sequence[Sequence[Command]]]) -> None:
        """Where the commands come from that are there whatever is shown."""
        self._own_commands = groups

    def set_welcome(self, make: Callable[[], QWidget]) -> None:
        """What makes the page that is shown while no document is open."""
        self._make_welcome = make

    def show_welcome(self) -> None:
        """Show the welcome page; it is made when it is first shown."""
        if self._welcome is None:
            self._welcome = self._make_welcome()
            self._stack.addWidget(self._welcome)
        self._stack.setCurrentWidget(self._welcome)
        self.strip.hide()
        self.status.follow(None)
        self.setWindowTitle("Lean Desktop")
        self.fill_menus()

    def show_document(self, live: LiveDocument) -> None:
        """Show a document in the editor that was shown last."""
        self.forget_document()
        self.live = live
        self.menus.read_only = live.read_only
        self.status.follow(live)
        live.stepped.connect(self._on_stepped)
        self.strip.show()
        self.setWindowTitle(f"{live.document.path.stem} – Lean Desktop")
        self.setWindowFilePath(str(live.document.path))
        self._choose(self._remembered_tab())
        self._on_stepped()

    def forget_document(self) -> None:
        """Let go of the document's editors."""
        self.save_layout()
        self.live = None
        for editor in self._editors.values():
            self._stack.removeWidget(editor)
            editor.setParent(None)  # On its way out it takes no focus, and asks for nothing.
            editor.deleteLater()
        self._editors = {}

    def show_message(self, banner: QWidget) -> None:
        """Put a banner above the editor; it goes when it is closed."""
        self._messages.addWidget(banner)
        tab_through(self.strip.print, banner.findChildren(QPushButton))

    def clear_messages(self) -> None:
        """Take all banners away."""
        while (item := self._messages.takeAt(0)) is not None:
            if widget := item.widget():
                widget.deleteLater()

    def fill_menus(self) -> None:
        """Put the commands of the program and of the editor into the menus."""
        groups = list(self._own_commands())
        if self.editor and self.live:
            groups.insert(1, self.editor.commands())
        self.menus.fill(groups)

    @property
    def editor(self) -> Editor | None:
        """The editor that is shown."""
        current = self._stack.currentWidget()
        return current if isinstance(current, Editor) else None

    def shown_key(self) -> str:
        """The key of the editor that is shown, or of none."""
        return next((key for key, each in self._editors.items() if each is self.editor), "")

    def panes(self) -> list[QWidget]:
        """What F6 goes through: the tabs, and the panes of the editor."""
        return [self.strip.tabs, *(self.editor.panes() if self.editor else ())]

    def show_editor(self, key: str) -> Editor | None:
        """Show the editor with that key and return it."""
        for index, entry in enumerate(EDITORS):
            if entry.key == key:
                self.strip.tabs.setCurrentIndex(index)
        return self.editor

    def editors(self) -> list[Editor]:
        """Every editor, loaded if it was not before; for what looks through all of them."""
        return [self._editor(index) for index in range(len(EDITORS))] if self.live else []

    def go_to(self, found: Find) -> None:
        """Show what the palette found, in the editor that can."""
        for index, editor in enumerate(self.editors()):
            if any((each.kind, each.key) == (found.kind, found.key) for each in editor.finds()):
                self.strip.tabs.setCurrentIndex(index)
                editor.show_found(found)
                return

    def go_elsewhere(self, key: str, found: Find) -> None:
        """Show something in the editor with that key; what is typed here is committed first."""
        editor = self.show_editor(key) if self.commit_text_in_hand() else None
        if editor:
            editor.show_found(found)

    # Commands

    def run(self, command: Command) -> None:
        """Commit the text in hand, then do what was asked for."""
        if self.commit_text_in_hand() and self.menus.allowed(command):
            command.run()

    def run_named(self, name: str) -> None:
        """Run the command with that name, if it is there."""
        for command in self.menus.commands():
            if command.name == name:
                self.run(command)
                return

    def commit_text_in_hand(self) -> bool:
        """Commit what is being typed. False when it will not do; its field says why."""
        if self.editor is None:
            return True
        try:
            self.editor.commit_text_in_hand()
        except RuleBroken:
            return False
        return True

    def _may_leave(self) -> bool:
        """Whether nothing that is typed would be lost: it is committed, or kept as a draft."""
        return self.commit_text_in_hand() or self.editor is None or self.editor.keep_drafts()

    # Remembering

    def save_layout(self) -> None:
        """Remember where the window stands, how its editors are laid out, and what is chosen."""
        place_of(self, self.settings)
        for key, editor in self._editors.items():
            self.settings.set(f"layout.{key}", editor.layout_state())
            self.settings.set(f"place.{key}", {str(editor.live.document.path): editor.place()})

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._may_leave():
            event.ignore()
            return
        self.save_layout()
        super().closeEvent(event)
        self.closed.emit()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        for url in event.mimeData().urls():
            if url.isLocalFile():
                event.acceptProposedAction()
                path = Path(url.toLocalFile())
                QTimer.singleShot(0, self, lambda path=path: self.file_dropped.emit(path))
                return

    # Inside

    def _lay_out(self) -> None:
        self.setObjectName("main_window")
        self.setMinimumSize(1024, 640)
        self.setAcceptDrops(True)
        central = QWidget()
        column = QVBoxLayout(central)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.strip)
        column.addLayout(self._messages)
        column.addWidget(self._stack, 1)
        self.setCentralWidget(central)
        self.setStatusBar(self.status)
        self.strip.hide()
        self.strip.chosen.connect(self._on_tab)
        self.strip.asked.connect(self.run_named)
        self.status.undo_asked.connect(lambda: self.run_named("undo"))

    def _remembered_tab(self) -> int:
        remembered = self.settings.get("tab", "")
        keys = [entry.key for entry in EDITORS]
        return keys.index(remembered) if remembered in keys else 0

    def _on_tab(self, index: int) -> None:
        if self.live and self._may_leave():
            self._choose(index)
            self.settings.set("tab", EDITORS[index].key)
        elif self.live:
            self._mark_tab(self._stack.currentIndex())

    def _choose(self, index: int) -> None:
        editor = self._editor(index)
        self._stack.setCurrentWidget(editor)
        self._mark_tab(index)
        self.fill_menus()
        self._on_noted()
        (*editor.panes(), editor)[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _mark_tab(self, index: int) -> None:
        blocked = self.strip.tabs.blockSignals(True)
        self.strip.tabs.setCurrentIndex(index)
        self.strip.tabs.blockSignals(blocked)

    def _editor(self, index: int) -> Editor:
        entry = EDITORS[index]
        if entry.key not in self._editors:
            editor = entry.load()(self._around())
            state: dict[str, Any] = self.settings.get(f"layout.{entry.key}", {})
            editor.restore_layout(state)
            places: dict[str, Any] = self.settings.get(f"place.{entry.key}", {})
            place = places.get(str(editor.live.document.path))
            editor.return_to(place if isinstance(place, dict) else {})
            editor.noted.connect(self._on_noted)
            editor.elsewhere.connect(self.go_elsewhere)
            self._editors[entry.key] = editor
            self._stack.addWidget(editor)
        return self._editors[entry.key]

    def _around(self) -> Surroundings:
        if self.live is None:
            raise LookupError("editors are shown with a document only")
        return Surroundings(self.live, self.t, self.theme, self.settings)

    def _on_stepped(self) -> None:
        if self.live is None:
            return
        undo, redo = self.live.document.undo_label, self.live.document.redo_label
        self.strip.show_steps(self.t(undo) if undo else "", self.t(redo) if redo else "")
        for name, text, label in (
            ("undo", self.t("Undo"), undo),
            ("redo", self.t("Redo"), redo),
        ):
            self.menus.action(name).setText(f"{text}: {self.t(label)}" if label else text)
        self.menus.refresh()

    def _on_noted(self) -> None:
        if self.editor:
            self.status.set_counts(self.editor.status())
        self.menus.refresh()
