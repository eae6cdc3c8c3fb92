"""Shows the pages of a PDF under each other, crisp at any zoom and on any screen."""

from enum import Enum

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from lean_desktop.i18n import Language
from lean_desktop.ui.pdf_pages import PdfPages
from lean_desktop.ui.pdf_tiles import PdfTiles
from lean_desktop.ui.qt import override
from lean_desktop.ui.theme import Theme

GAP = 16
"""Logical pixels around each page."""

STEPS = (0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 2.0, 3.0, 4.0, 6.0)
"""Zooms that Ctrl+plus and Ctrl+minus go through; 1 is the size on paper at 96 dots an inch."""

_POINT = 96 / 72  # Logical pixels of a point at zoom 1.


class Fit(Enum):
    """What the zoom follows when the window changes its size."""

    WIDTH = "width"
    PAGE = "page"
    NOTHING = "nothing"


class PdfView(QAbstractScrollArea):
    """A quiet desk with the pages on it. PgUp and PgDn turn pages, Ctrl and the wheel zoom.

    `page_changed(index)` follows the page that is looked at, `zoomed()` any change of zoom.
    """

    page_changed = Signal(int)
    zoomed = Signal()

    def __init__(self, t: Language, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self._theme = theme
        self._pages: PdfPages | None = None
        self._tiles: PdfTiles | None = None
        self._tops: list[int] = []
        self._told = -1
        self.fit = Fit.WIDTH
        self.zoom = 1.0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        # Always there: with a width that fits, a bar that comes and goes would never settle.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().valueChanged.connect(self._tell)

    # What it shows

    def show_pages(self, pages: PdfPages | None) -> None:
        """Show these pages, at the place that was looked at before; None clears the desk."""
        before = self.page
        self._pages = pages
        self._tiles = PdfTiles(pages) if pages else None
        self._arrange(before, 0.0)
        self._told = -1
        self._tell()

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._pages) if self._pages else 0

    @property
    def page(self) -> int:
        """The page that is looked at, counted from 0: the one in the middle of the view."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        return max(0, sum(top <= middle for top in self._tops) - 1)

    def go_to(self, page: int) -> None:
        """Bring a page into view from its top."""
        if self.count:
            page = min(max(page, 0), self.count - 1)
            self.verticalScrollBar().setValue(self._tops[page] - GAP)

    def set_fit(self, fit: Fit) -> None:
        """Zoom so that the width, or the whole page, fits, and keep it so."""
        self.fit = fit
        self._rearrange()

    def set_zoom(self, zoom: float) -> None:
        """Show the paper so many times its size at 96 dots an inch."""
        self.fit = Fit.NOTHING
        self.zoom = min(max(zoom, STEPS[0]), STEPS[-1])
        self._rearrange()

    def zoom_in(self) -> None:
        """One step nearer."""
        self.set_zoom(next((step for step in STEPS if step > self.zoom * 1.01), STEPS[-1]))

    def zoom_out(self) -> None:
        """One step away."""
        self.set_zoom(next((step for step in STEPS[::-1] if step < self.zoom * 0.99), STEPS[0]))

    # What Qt asks

    @override
    def sizeHint(self) -> QSize:
        return QSize(820, 760)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._rearrange()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        pages = {
            Qt.Key.Key_PageDown: self.page + 1,
            Qt.Key.Key_PageUp: self.page - 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: self.count - 1,
        }
        if (page := pages.get(Qt.Key(event.key()))) is not None:
            self.go_to(page)
        else:
            super().keyPressEvent(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            (self.zoom_in if event.angleDelta().y() > 0 else self.zoom_out)()
            event.accept()
        else:
            super().wheelEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._theme.color("sunken"))
        for page in range(self.count):
            place = self._place(page)
            if place.intersects(event.rect()):
                painter.fillRect(place.adjusted(-1, -1, 1, 1), self._theme.color("line_strong"))
                self._paint(painter, page, place, event.rect() & place)

    # Inside

    def _paint(self, painter: QPainter, page: int, place: QRect, seen: QRect) -> None:
        """Draw in device pixels, so that none is smeared over two on a screen at 150 %."""
        if self._tiles is None:
            return
        ratio = self.devicePixelRatioF()
        corner = place.topLeft() * ratio
        painter.save()
        painter.setClipRect(place)
        painter.scale(1 / ratio, 1 / ratio)
        wanted = QRect(seen.topLeft() * ratio - corner, seen.size() * ratio)
        wanted.adjust(-2, -2, 2, 2)
        for at, tile in self._tiles.within(page, self._scale(ratio), wanted):
            painter.drawPixmap(corner + at, tile)
        painter.restore()

    def _scale(self, ratio: float) -> float:
        """Device pixels of a point."""
        return self.zoom * _POINT * ratio

    def _size(self, page: int) -> QSize:
        return self._pages.pixels(page, self._scale(1.0)) if self._pages else QSize(0, 0)

    def _place(self, page: int) -> QRect:
        """Where a page lies in the viewport now."""
        size = self._size(page)
        left = max(GAP, (self.viewport().width() - size.width()) // 2)
        left -= self.horizontalScrollBar().value()
        return QRect(QPoint(left, self._tops[page] - self.verticalScrollBar().value()), size)

    def _rearrange(self) -> None:
        """Arrange anew, what is looked at staying where it is."""
        page = self.page
        height = self._size(page).height() if self._tops else 0
        above = self.verticalScrollBar().value() - self._tops[page] + GAP if self._tops else 0
        self._arrange(page, above / height if height else 0.0)

    def _arrange(self, page: int, part: float) -> None:
        """Lay the pages out and go to `page`, `part` of its height scrolled away."""
        self._follow_window(page)
        top, self._tops = GAP, []
        for each in range(self.count):
            self._tops.append(top)
            top += self._size(each).height() + GAP
        self._set_range(top)
        if page < self.count:
            value = self._tops[page] - GAP + part * self._size(page).height()
            self.verticalScrollBar().setValue(round(value))
        self.viewport().update()
        self.zoomed.emit()

    def _follow_window(self, page: int) -> None:
        if self._pages is None or self.fit == Fit.NOTHING or page >= self.count:
            return
        points = self._pages.points(page) * _POINT
        room = self.viewport().size() - QSize(2 * GAP + 1, 2 * GAP + 1)  # Sizes are rounded up.
        zoom = room.width() / points.width()
        if self.fit == Fit.PAGE:
            zoom = min(zoom, room.height() / points.height())
        self.zoom = min(max(zoom, STEPS[0]), STEPS[-1])

    def _set_range(self, height: int) -> None:
        widest = max((self._size(page).width() for page in range(self.count)), default=0)
        shown = self.viewport().size()
        for bar, needed, there in (
            (self.verticalScrollBar(), height, shown.height()),
            (self.horizontalScrollBar(), widest + 2 * GAP, shown.width()),
        ):
            bar.setRange(0, max(0, needed - there))
            bar.setPageStep(there)
            bar.setSingleStep(40)

    def _tell(self) -> None:
        """Say, also to those who cannot see it, which page is looked at and what it says."""
        if self.page == self._told:
            return
        self._told = self.page
        name = self._t("Page {n} of {count}", n=self.page + 1, count=self.count)
        self.setAccessibleName(name if self.count else self._t("Print preview"))
        self.setAccessibleDescription(self._pages.text(self.page) if self._pages else "")
        self.page_changed.emit(self.page)
