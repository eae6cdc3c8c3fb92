"""The timeline with its bar for scrolling days, and what its signs mean."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollBar, QVBoxLayout, QWidget

from lean_desktop.domain.cascade.outline import Level, Line
from lean_desktop.i18n import Language
from lean_desktop.layout.timescale import Zoom
from lean_desktop.ui.cascade.bars import slip_told
from lean_desktop.ui.cascade.model import OutlineModel
from lean_desktop.ui.cascade.source import CascadeSource
from lean_desktop.ui.cascade.timeline_head import TimelineHead
from lean_desktop.ui.cascade.timeline_view import TimelineView
from lean_desktop.ui.editor import Surroundings


class TimelinePage(QWidget):
    """Shows a `CascadeSource`."""

    picked = Signal()

    def __init__(
        self, around: Surroundings, source: CascadeSource, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._t, self._live, self.source = around.t, around.live, source
        t = self._t
        heads = t("Phase and group"), t("Owner"), t("Timeline")
        self.model = OutlineModel(heads, lambda line: line_told(line, t), self)
        self.view = TimelineView(self.model, t, around.theme)
        self.view.read_only = around.live.read_only
        self.view.today = lambda: self._live.today
        self.view.is_closed = lambda day: bool(source.closed.closed_why(day))
        head = self.view.header()
        if isinstance(head, TimelineHead):
            head.today = lambda: self._live.today
        self.days = QScrollBar(Qt.Orientation.Horizontal)
        self.days.setAccessibleName(t("Days in sight"))
        self.days.valueChanged.connect(self._on_scrolled)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.view, 1)
        whole.addWidget(self.days)
        self.view.picked.connect(self.picked)
        source.changed.connect(self.show_lines)

    def show_lines(self) -> None:
        """Show the outline as it is now; the line one stands at stays."""
        before, plan = self.view.line(), self.source.plan
        self.view.ties = plan.dependencies if plan else ()
        others = self.model.show_lines(self.source.lines)
        if others:
            self.view.expandAll()
            if before is None or not self.view.go_to(before.level, before.key):
                self.view.setCurrentIndex(self.model.index(0, 0))
        self._fit_days()
        self.view.repaint_days()

    def show_zoom(self, zoom: Zoom) -> None:
        """See weeks, months or quarters apart."""
        self.view.show_zoom(zoom)
        self._fit_days()

    def go_to_today(self) -> None:
        """Have today in the middle."""
        self._centre(self._live.today)

    def go_to(self, level: Level, key: int) -> bool:
        """Stand at a line, and have its first day in sight; whether it is here."""
        found = self.view.go_to(level, key)
        line = self.view.line()
        if found and line and line.start:
            self._centre(line.start)
        return found

    # Inside

    def _centre(self, day: date) -> None:
        self.view.centre(day)
        self._fit_days()

    def _fit_days(self) -> None:
        first, last = self.source.span()
        view = self.view
        shown = view.scale()
        if view.first != first:
            moved = (view.first - first).days
            view.first, view.left = first, max(0, view.left + round(moved * shown.day))
        whole = round(((last - first).days + 1) * shown.day)
        self.days.blockSignals(True)
        self.days.setRange(0, max(0, whole - view.room()))
        self.days.setPageStep(view.room())
        self.days.setSingleStep(round(7 * shown.day))
        self.days.setValue(view.left)
        view.left = self.days.value()
        self.days.blockSignals(False)

    def _on_scrolled(self, left: int) -> None:
        self.view.left = left
        self.view.repaint_days()


def line_told(line: Line, t: Language) -> str:
    """A line in words: what, from when to when, by whom, how far, and how late."""
    if line.start is None or line.finish is None:
        return t("{name}: no phase yet", name=line.name)
    last = t.day(line.finish)
    end = t("open end, at least to {day}", day=last) if line.is_open else t("to {day}", day=last)
    done, items = line.progress
    told = (
        line.name,
        t("from {day}", day=t.day(line.start)),
        end,
        line.owner,
        t("{done} of {n} done", done=done, n=items) if items else "",
        slip_told(line.slip, t) if line.slip else "",
    )
    return ", ".join(filter(None, told))
