"""The running program: one window on one session, and what is made anew when the look changes."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Qt, QTimer, QTranslator
from PySide6.QtWidgets import QApplication, QDialog

from lean_desktop import resources
from lean_desktop.document.changes import ChangeSet
from lean_desktop.domain.errors import Cancelled, KnownError, RuleBroken
from lean_desktop.i18n import Language, calling_actions, language
from lean_desktop.queries.board import own_words
from lean_desktop.settings import Settings
from lean_desktop.ui.asking import Asking
from lean_desktop.ui.editor import Command
from lean_desktop.ui.file_commands import FileCommands
from lean_desktop.ui.live_document import LiveDocument
from lean_desktop.ui.main_window import MainWindow
from lean_desktop.ui.recent import RecentFiles
from lean_desktop.ui.safekeeping import Safekeeping
from lean_desktop.ui.session import Session
from lean_desktop.ui.theme import Theme
from lean_desktop.ui.window_commands import WindowCommands

if TYPE_CHECKING:
    from lean_desktop.ui.welcome import WelcomePage

RECENT = 5
"""Workspaces named in the File menu."""

LISTS = (".csv", ".tsv", ".txt", ".xlsx")
"""Endings of files that hold a list."""

SOON_MS = 100
"""What nobody waits for comes this long after a document is shown."""

Clock = Callable[[], datetime]


class Desktop(QObject):
    """Puts the window together; `make_sample(path, language code)` writes the sample company."""

    def __init__(
        self,
        app: QApplication,
        settings: Settings,
        clock: Clock,
        make_sample: Callable[[Path, str], None],
    ) -> None:
        super().__init__(app)
        self._app = app
        self._settings = settings
        self._clock = clock
        self._make_sample = make_sample
        self._translator: QTranslator | None = None
        self._page: WelcomePage | None = None
        self.recent = RecentFiles(settings)
        self.theme = Theme(app, settings.get("theme", "system"))
        self.session = Session(clock, self)
        self.safekeeping = Safekeeping(self.session, settings, datetime.now)
        self.safekeeping.failed.connect(self._on_backup_failed)
        self.safekeeping.restored.connect(self._on_restored)
        self.t = self._speak()
        self.window = self._build()
        self.theme.changed.connect(self._rebuild)
        self.session.opened.connect(self._on_opened)
        self.session.closing.connect(self._on_closing)
        self.session.closed.connect(self._on_closed)

    # Starting

    def start(self, file: Path | None) -> None:
        """Show the window, and the document when it has been painted."""
        if file is None:
            self.window.show_welcome()
        self.window.show()
        if file:
            QTimer.singleShot(0, self, lambda: self._open_first(file))

    def _open_first(self, file: Path) -> None:
        try:
            self.open_path(file)
        finally:
            if self.session.live is None:
                self.window.show_welcome()

    def open_path(self, path: Path) -> None:
        """Open a workspace, or offer a list for import: of people, or of what the tab shows."""
        suffix = path.suffix.lower()
        editor = self.window.editor if self.session.live else None
        take = getattr(editor, "import_file", None)
        if suffix == ".json":
            self.import_actions(path)
        elif suffix in LISTS and take:
            take(path)
        elif suffix in LISTS:
            self.import_people(path)
        else:
            self.files.open_path(path)

    def import_people(self, path: Path | None = None) -> None:
        """Take people from a list; without an open workspace one is made first."""
        if self.session.live is None:
            self.files.new()
        editor = self.window.show_editor("organisation") if self.session.live else None
        begin = getattr(editor, "import_people", None)
        if begin:
            begin(path)

    def import_actions(self, path: Path) -> None:
        """Take actions from a list or a board; without an open workspace one is made first."""
        if self.session.live is None:
            self.files.new()
        editor = self.window.show_editor("actions") if self.session.live else None
        take = getattr(editor, "import_file", None)
        if take:
            take(path)

    def fail(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None = None,
    ) -> None:
        """Tell the user about an error nobody caught; the program goes on."""
        if isinstance(error, Cancelled):
            return
        if isinstance(error, RuleBroken):
            self._banner("watch", self.t(error.message))
        elif isinstance(error, KnownError):
            self._known(error)
        else:
            self._unexpected(kind, error, trace)

    # The window

    def _build(self) -> MainWindow:
        window = MainWindow(self.t, self.theme, self._settings)
        asking = Asking(self.t, self._settings, window)
        self.files = FileCommands(
            self.session, asking, self.t, lambda path: self._make_sample(path, self.t.code)
        )
        self.files.opened_path.connect(self._on_path)
        self._commands = WindowCommands(
            window, self.t, self.theme, self._settings, self._on_language
        )
        window.closed.connect(self._on_window_closed)
        window.file_dropped.connect(self.open_path)
        window.set_welcome(lambda: self._welcome(window))
        window.set_commands(self._command_groups)
        return window

    def _command_groups(self) -> list[list[Command]]:
        quit_ = Command("quit", self.t("Quit"), self._quit, "file", "Ctrl+Q")
        people = Command("import", self.t("Import people …"), self.import_people, "file")
        return [
            [*self._commands.edit(), *self.files.commands(), people],
            self._recent_commands(),
            [*self.safekeeping.commands(self.t, self.theme, self.window)],
            [*self._commands.paper(), *self._commands.workspace()],
            [*self._commands.general()],
            [quit_],
        ]

    def _recent_commands(self) -> list[Command]:
        """The latest workspaces; one that is gone says so when it is asked for."""
        return [
            Command(
                f"recent_{place}",
                f"{place}  {each.path.stem}",
                partial(self.open_path, each.path),
                "file",
            )
            for place, each in enumerate(self.recent.all()[:RECENT], 1)
        ]

    def _rebuild(self) -> None:
        """The same document in a new window, where the old one stood."""
        old, live = self.window, self.session.live
        if not old.commit_text_in_hand():
            return
        old.save_layout()
        old.closed.disconnect(self._on_window_closed)
        self.files.deleteLater()
        self.window = self._build()
        self._page = None
        if live:
            self.window.show_document(live)
        else:
            self.window.show_welcome()
        self.window.show()
        if old.findChild(QDialog, "settings"):
            self._commands.settings()
        old.close()
        old.deleteLater()

    def _on_language(self) -> None:
        self.t = self._speak(self.session.live)
        self._rebuild()

    def _speak(self, live: LiveDocument | None = None) -> Language:
        """The language that is chosen, in the words of the workspace."""
        t = language(language_code(self._settings.get("language", "system")))
        if live:
            t = calling_actions(t, live.read(own_words).get("action"))
        QLocale.setDefault(
            QLocale(QLocale.Language.NorwegianBokmal)
            if t.code == "nb"
            else QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
        )
        self.safekeeping.t = t
        if self._translator:
            self._app.removeTranslator(self._translator)
        self._translator = QTranslator(self._app)
        if self._translator.load(str(resources.qt_catalogue(t.code))):
            self._app.installTranslator(self._translator)
        return t

    def _welcome(self, window: MainWindow) -> "WelcomePage":
        from lean_desktop.ui.welcome import WelcomePage

        page = WelcomePage(self.t, self.theme, self._settings, self._clock(), window)
        self._page = page
        page.new_asked.connect(lambda: window.run_named("new_workspace"))
        page.open_asked.connect(lambda: window.run_named("open"))
        page.sample_asked.connect(self.files.sample)
        page.import_asked.connect(self.import_people)
        page.recent_asked.connect(self.open_path)
        page.dropped.connect(self.open_path)
        return page

    # What happens

    def _on_opened(self, live: LiveDocument) -> None:
        self.window.clear_messages()
        live.changed.connect(self._on_changed)
        if live.read(own_words):
            self._on_language()
        else:
            self.window.show_document(live)
        if live.read_only:
            self._banner("watch", read_only_sentence(live, self.t))
        QTimer.singleShot(SOON_MS, live, lambda: self._settle(live))

    def _on_closing(self) -> None:
        self.window.forget_document()
        if self._page:
            self._page.refresh(self._clock())

    def _on_changed(self, changes: ChangeSet) -> None:
        if changes.touches(("own_word",)):  # By and by: whoever asked is still being shown.
            QTimer.singleShot(0, self, self._on_language)

    def _on_closed(self) -> None:
        if self.t is not language(self.t.code):
            self._on_language()
        self.window.show_welcome()

    def _on_path(self, path: Path) -> None:
        self.recent.add(path.resolve(), self._clock())

    def _settle(self, live: LiveDocument) -> None:
        """What can wait until the document is shown."""
        from lean_desktop.ui.second_instance import Listener

        self.window.fill_menus()  # It is among the recent ones by now.
        self._warn_of_place(live)
        if not live.read_only:
            listener = Listener(live.document.path, live)
            listener.raise_asked.connect(self._come_forward)

    def _come_forward(self) -> None:
        self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
        self.window.raise_()
        self.window.activateWindow()

    def _on_backup_failed(self, error: KnownError) -> None:
        told = (error.happened, error.safe, error.remedy)
        self._banner("watch", " ".join(self.t(each) for each in told))

    def _on_restored(self, target: Path, replaced: Path | None) -> None:
        self._on_path(target)
        if replaced:
            text = self.t("The backup is open. What it replaced is kept as “{name}”.")
            self._banner("info", text.format(name=replaced.name))

    def _warn_of_place(self, live: LiveDocument) -> None:
        from lean_desktop.document.places import risk

        message = risk(live.document.path)
        if message:
            self._banner("watch", self.t(message))

    def _on_window_closed(self) -> None:
        self.session.close()
        self._app.quit()

    def _quit(self) -> None:
        self.window.close()

    # Errors

    def _banner(self, kind: str, text: str) -> None:
        from lean_desktop.ui.widgets.banner import Banner

        self.window.show_message(Banner(kind, text, self.t, self.theme))

    def _known(self, error: KnownError) -> None:
        from lean_desktop.ui.known_error import KnownErrorDialog

        KnownErrorDialog(self.t, self.theme, error, self.window).open()

    def _unexpected(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        import logging

        from lean_desktop.settings import log_folder
        from lean_desktop.ui.error_report import ErrorReportDialog
        from lean_desktop.ui.stripped_error import report

        logging.getLogger(__name__).error("unexpected", exc_info=(kind, error, trace))
        text = report(kind, error, trace)
        ErrorReportDialog(self.t, self.theme, text, log_folder(), self.window).open()


def read_only_sentence(live: LiveDocument, t: Language) -> str:
    """Why a document can only be read, and who has it."""
    holder = live.document.holder
    if holder is None:
        return t("This file can only be read here. Save a copy to work in it.")
    since = t.time(holder.since) if holder.since else "?"
    return t(
        "{who} has had this file open on {machine} since {time}. You can read it; it follows what"
        " is changed there.",
        who=holder.user,
        machine=holder.machine,
        time=since,
    )


def language_code(choice: str) -> str:
    """`nb` or `en`: the choice, or what the system speaks."""
    if choice in ("nb", "en"):
        return choice
    return "nb" if QLocale.system().name()[:2] in ("nb", "nn", "no") else "en"
