"""The bar over the print preview: paper and language, page and zoom, save and print."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from lean_desktop.i18n import Language
from lean_desktop.ui.pdf_view import Fit
from lean_desktop.ui.theme import Theme
from lean_desktop.ui.widgets.buttons import Segments, button

PAPERS = ("A4", "A3")
_LANGUAGES = {"nb": "Norsk", "en": "English"}  # Short, and each in its own tongue.


class PreviewBar(QFrame):
    """Says what is wanted, and shows what is.

    Emits `changed()` when another paper or language is chosen, `page_asked(step)`,
    `zoom_asked(step)`, `fit_asked(Fit)`, `save_asked()` and `print_asked()`.
    """

    changed = Signal()
    page_asked = Signal(int)
    zoom_asked = Signal(int)
    fit_asked = Signal(object)
    save_asked = Signal()
    print_asked = Signal()

    def __init__(self, t: Language, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("toolbar")
        self._t = t
        self._theme = theme
        self.paper = Segments(t("Paper"), [(each, each) for each in PAPERS])
        self.language = Segments(t("Language on paper"), list(_LANGUAGES.items()))
        self.before = self._tool("", t("Page before"), lambda _on: self.page_asked.emit(-1))
        self.page = QLabel()
        self.next = self._tool("", t("Next page"), lambda _on: self.page_asked.emit(1))
        self.out = self._tool("−", t("Farther away"), lambda _on: self.zoom_asked.emit(-1))
        self.zoom = QLabel()
        self.into = self._tool("+", t("Nearer"), lambda _on: self.zoom_asked.emit(1))
        self.fits = {
            Fit.WIDTH: self._fit(t("Width"), t("Fit the width"), Fit.WIDTH),
            Fit.PAGE: self._fit(t("Whole page"), t("Fit the whole page"), Fit.PAGE),
        }
        self.save = button(t("Save as PDF …"), self.save_asked.emit, keys="Ctrl+S")
        self.print = button(t("Print …"), self.print_asked.emit, kind="primary", keys="Ctrl+P")
        self._lay_out()
        self._draw_icons()
        theme.changed.connect(self._draw_icons)
        self.paper.chosen.connect(self.changed)
        self.language.chosen.connect(self.changed)

    def choose(self, paper: str, code: str) -> None:
        """Show these as chosen, without telling anyone."""
        self.paper.choose(paper if paper in PAPERS else PAPERS[0])
        self.language.choose(code)

    def show_page(self, page: int, count: int) -> None:
        """Say which page is looked at, counted from 0, of how many."""
        text = self._t("Page {n} of {count}", n=page + 1, count=count) if count else ""
        self.page.setText(text)
        self.before.setEnabled(page > 0)
        self.next.setEnabled(page + 1 < count)

    def show_zoom(self, zoom: float, fit: Fit) -> None:
        """Say how large the paper is shown, and whether that follows the window."""
        self.zoom.setText(f"{round(zoom * 100)} %")
        for each, tool in self.fits.items():
            tool.setChecked(each == fit)

    def allow_output(self, allowed: bool) -> None:
        """Let what is shown be saved and printed."""
        self.save.setEnabled(allowed)
        self.print.setEnabled(allowed)

    def _tool(self, text: str, name: str, clicked: Callable[[bool], object]) -> QToolButton:
        tool = QToolButton()
        tool.setText(text)
        tool.setToolTip(name)
        tool.setAccessibleName(name)
        tool.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        tool.clicked.connect(clicked)
        return tool

    def _fit(self, text: str, name: str, fit: Fit) -> QToolButton:
        tool = self._tool(text, name, lambda _on: self.fit_asked.emit(fit))
        tool.setCheckable(True)
        return tool

    def _draw_icons(self) -> None:
        self.before.setIcon(self._theme.icon("chevl"))
        self.next.setIcon(self._theme.icon("chevr"))
        self.save.setIcon(self._theme.icon("doc"))
        self.print.setIcon(self._theme.icon("print", "on_accent"))

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(4)
        groups: tuple[tuple[QWidget, ...], ...] = (
            (self.paper, self.language),
            (self.before, self.page, self.next),
            (self.out, self.zoom, self.into, *self.fits.values()),
            (self.save, self.print),
        )
        for number, group in enumerate(groups):
            if number:
                row.addStretch(1)
                row.addSpacing(8)
            for widget in group:
                row.addWidget(widget)
        row.insertSpacing(1, 8)
        row.insertSpacing(row.count() - 1, 4)
