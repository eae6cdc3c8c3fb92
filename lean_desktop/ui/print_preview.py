"""Ctrl+P: the very PDF that will be printed or saved, looked at first."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QLabel, QStackedWidget, QVBoxLayout, QWidget

from lean_desktop.domain.errors import Cancelled, KnownError
from lean_desktop.exchange.whole_file import write_whole
from lean_desktop.i18n import Language
from lean_desktop.settings import Settings
from lean_desktop.ui.background import Background
from lean_desktop.ui.editor import Paper
from lean_desktop.ui.pdf_asking import ask_for_printer, save_dialog
from lean_desktop.ui.pdf_output import file_name, print_pages
from lean_desktop.ui.pdf_pages import PdfPages
from lean_desktop.ui.pdf_view import Fit, PdfView
from lean_desktop.ui.preview_bar import PreviewBar
from lean_desktop.ui.qt import override
from lean_desktop.ui.theme import Theme
from lean_desktop.ui.widgets.banner import Banner
from lean_desktop.ui.widgets.empty_state import EmptyState
from lean_desktop.ui.work import Progress

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_PATIENCE_MS = 200  # A page made sooner than this appears without a word about its making.


class PrintPreview(QDialog):
    """Shows one paper; asks for it anew when its size or language is changed.

    `pages` is what is shown, None before the first PDF and when there is nothing to print.
    """

    def __init__(
        self,
        t: Language,
        theme: Theme,
        settings: Settings,
        paper: Paper,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.t = t
        self.pages: PdfPages | None = None
        self._theme = theme
        self._settings = settings
        self._paper = paper
        self._background = Background(self)
        self._asked = 0  # Counts what was asked for, so that an older answer is passed over.
        self.bar = PreviewBar(t, theme)
        self.view = PdfView(t, theme)
        self.making = _calm(t("Making the page …"))
        self.nothing = EmptyState("print", t("Nothing to print"), t("There is no page yet."), theme)
        self._stack = QStackedWidget()
        self._messages = QVBoxLayout()
        self._lay_out()
        self._connect()
        if app := QCoreApplication.instance():
            app.aboutToQuit.connect(self.close)
        self.rebuild()

    # Making

    def rebuild(self) -> None:
        """Take a snapshot now, and show its PDF when it is made."""
        self._clear_messages()
        size, code = self.bar.paper.choice, self.bar.language.choice
        self._asked += 1
        asked = self._asked
        try:
            make = self._paper.prepare(size, self.t.speaking(code))
        except KnownError as error:
            self._on_failed(asked, error)
            return
        if make is None:
            self._show(None)
            return
        QTimer.singleShot(_PATIENCE_MS, self, self._say_making)
        self.bar.allow_output(False)
        self._background.start(
            lambda _progress: PdfPages(make()),
            lambda pages: self._on_made(asked, pages),
            lambda error: self._on_failed(asked, error),
        )

    def _on_made(self, asked: int, pages: PdfPages) -> None:
        if asked == self._asked:
            self._show(pages)
        else:
            pages.close()

    def _on_failed(self, asked: int, error: Exception) -> None:
        if asked == self._asked:
            self._show(None)
            self._tell_trouble(error, self.t("The page could not be made."))

    def _say_making(self) -> None:
        if self._background.busy and self.pages is None:
            self._stack.setCurrentWidget(self.making)

    def _show(self, pages: PdfPages | None) -> None:
        before, self.pages = self.pages, pages
        self.view.show_pages(pages)
        if before:
            before.close()
        self._stack.setCurrentWidget(self.view if pages else self.nothing)
        if not pages:
            self.bar.paper.setFocus()
        self.bar.allow_output(pages is not None)
        self._tell_page()

    # Saving

    def ask_where_to_save(self) -> None:
        """Ask for a file, suggesting the title, in the folder of the last one."""
        folder = Path(self._settings.get("pdf_folder", ""))
        dialog = save_dialog(self, self.t, folder, file_name(self._paper.title()))
        dialog.fileSelected.connect(lambda chosen: self.save_to(Path(chosen)))
        dialog.open()

    def save_to(self, path: Path) -> None:
        """Write the PDF that is shown, and then offer to open it."""
        if self.pages is None:
            return
        data = self.pages.data
        self._clear_messages()
        self._settings.set("pdf_folder", str(path.parent))
        self._background.start(
            lambda _progress: write_whole(path, data),
            lambda _none: self._offer(path),
            lambda error: self._tell_trouble(error, self.t("The PDF was not saved.")),
        )

    def _offer(self, path: Path) -> None:
        text = self.t("Saved “{name}” in {folder}.", name=path.name, folder=str(path.parent))
        banner = self._tell("info", text)
        banner.offer(self.t("Show in folder"), lambda: _open(path.parent))
        banner.offer(self.t("Open"), lambda: _open(path))

    # Printing

    def ask_how_to_print(self) -> None:
        """Ask for the printer, the pages and the paper with the platform's dialog."""
        if self.pages is None:
            return
        printer = ask_for_printer(self, self.pages, self._paper.title())
        if printer:
            self.print_on(printer)

    def print_on(self, printer: "QPrinter") -> None:
        """Print what is shown, saying page by page how far it has come."""
        if self.pages is None:
            return
        data = self.pages.data
        self._clear_messages()
        banner = self._tell("info", self.t("Printing …"))
        work = self._background.start(
            lambda progress: _print(data, printer, progress),
            lambda _none: self._tell_printed(banner),
            lambda error: self._tell_not_printed(banner, error),
        )
        banner.offer(self.t("Stop"), work.stop)

    def _tell_printed(self, banner: Banner) -> None:
        banner.deleteLater()
        self._tell("info", self.t("Sent to the printer."))

    def _tell_not_printed(self, banner: Banner, error: Exception) -> None:
        banner.deleteLater()
        if not isinstance(error, Cancelled):
            self._tell_trouble(error, self.t("The page was not printed."))

    # Telling

    def _tell(self, kind: str, text: str) -> Banner:
        banner = Banner(kind, text, self.t, self._theme)
        self._messages.addWidget(banner)
        return banner

    def _tell_trouble(self, error: Exception, otherwise: str) -> None:
        """What the surroundings did; what is our own mistake is also raised, to be reported."""
        if isinstance(error, KnownError):
            self._tell("bad", f"{self.t(error.happened)} {self.t(error.remedy)}")
            return
        self._tell("bad", otherwise)
        raise error

    def _clear_messages(self) -> None:
        while (item := self._messages.takeAt(0)) is not None:
            if widget := item.widget():
                widget.deleteLater()

    def _tell_page(self) -> None:
        self.bar.show_page(self.view.page, self.view.count)

    def _tell_zoom(self) -> None:
        self.bar.show_zoom(self.view.zoom, self.view.fit)

    # Closing

    @override
    def done(self, result: int) -> None:
        """Close at once; what is still being saved or printed ends by itself."""
        self._asked += 1
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)  # Not before work is done.
        super().done(result)
        self._background.when_at_rest(self._let_go)

    def _let_go(self) -> None:
        self.view.show_pages(None)
        if self.pages:
            self.pages.close()
        self.deleteLater()

    # How it looks

    def _connect(self) -> None:
        bar, view = self.bar, self.view
        bar.changed.connect(self._on_choice)
        bar.page_asked.connect(lambda step: view.go_to(view.page + step))
        bar.zoom_asked.connect(lambda step: view.zoom_in() if step > 0 else view.zoom_out())
        bar.fit_asked.connect(self._fit)
        bar.save_asked.connect(self.ask_where_to_save)
        bar.print_asked.connect(self.ask_how_to_print)
        view.page_changed.connect(self._tell_page)
        view.zoomed.connect(self._tell_zoom)
        for keys, run in self._keys().items():
            for sequence in QKeySequence.keyBindings(keys):
                QShortcut(sequence, self, run)
        QShortcut(QKeySequence("Ctrl+0"), self, lambda: self._fit(Fit.WIDTH))
        QShortcut(QKeySequence("Ctrl+9"), self, lambda: self._fit(Fit.PAGE))

    def _keys(self) -> dict[QKeySequence.StandardKey, Callable[[], None]]:
        keys = QKeySequence.StandardKey
        return {
            keys.ZoomIn: self.view.zoom_in,
            keys.ZoomOut: self.view.zoom_out,
            keys.Print: self.bar.print.click,
            keys.Save: self.bar.save.click,
        }

    def _fit(self, fit: Fit) -> None:
        self._settings.set("preview_fit", fit.value)
        self.view.set_fit(fit)

    def _on_choice(self) -> None:
        self._settings.set(f"paper.{self._paper.name}", self.bar.paper.choice)
        self.rebuild()

    def _lay_out(self) -> None:
        title = self.t("Print preview: {title}", title=self._paper.title())
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.bar.choose(self._settings.get(f"paper.{self._paper.name}", "A4"), self.t.code)
        for page in (self.view, self.making, self.nothing):
            self._stack.addWidget(page)
        kept = self._settings.get("preview_fit", "")
        self.view.set_fit(Fit.WIDTH if kept == Fit.WIDTH.value else Fit.PAGE)
        self._messages.setContentsMargins(12, 0, 12, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addLayout(self._messages)
        column.addWidget(self._stack, 1)
        self.view.setFocus()
        self.resize(1000, 860)


def _calm(text: str) -> QLabel:
    label = QLabel(text)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setProperty("look", "small")
    return label


def _print(data: bytes, printer: "QPrinter", progress: Progress) -> None:
    """Print pages of its own, since the window may let go of those it shows."""
    pages = PdfPages(data)
    try:
        print_pages(pages, printer, progress)
    finally:
        pages.close()


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
