"""What stands above the chart: which layers, how many levels of them, live or a draft."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from lean_desktop.domain.reorganisation import Reorganisation
from lean_desktop.i18n import Language
from lean_desktop.ui.widgets.buttons import Segments
from lean_desktop.ui.widgets.inputs import Choice

BOTH, LINE, IMPROVEMENT = "both", "line", "improvement"
ALL_LEVELS, MOST_LEVELS = 0, 6
LIVE, _ASK = 0, -1


class ChartBar(QWidget):
    """Emits `layers_chosen()`, and `levels_chosen(n)` with 0 for all levels.

    For drafts it emits `draft_chosen(key)`, LIVE for none of them, and `draft_asked()` for a new one.
    """

    layers_chosen = Signal()
    levels_chosen = Signal(int)
    draft_chosen = Signal(int)
    draft_asked = Signal()

    def __init__(self, t: Language) -> None:
        super().__init__()
        self._t = t
        self._draft = LIVE
        self.layers = Segments(
            t("Layers"),
            [(BOTH, t("Both layers")), (LINE, t("Line")), (IMPROVEMENT, t("Improvement"))],
        )
        self.layers.chosen.connect(lambda _which: self.layers_chosen.emit())
        self.levels = Choice()
        self.levels.setAccessibleName(t("Levels"))
        self.levels.addItem(t("All levels"), ALL_LEVELS)
        for n in range(1, MOST_LEVELS + 1):
            self.levels.addItem(t.plural("{n} level", "{n} levels", n), n)
        self.levels.activated.connect(
            lambda _at: self.levels_chosen.emit(self.levels.currentData())
        )
        self.drafts = Choice()
        self.drafts.setAccessibleName(t("Live organisation or draft"))
        self.drafts.activated.connect(self._on_draft)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 8, 20, 0)
        row.setSpacing(8)
        row.addWidget(self.layers)
        row.addWidget(self.levels)
        self._busy = QLabel(t("Drawing the chart …"))
        self._busy.setProperty("look", "small")
        self._busy.hide()
        row.addWidget(self._busy)
        row.addStretch(1)
        row.addWidget(self.drafts)

    def show_busy(self, busy: bool) -> None:
        """Say that the picture is being made, or that it is there."""
        self._busy.setVisible(busy)

    def show_drafts(self, drafts: Sequence[Reorganisation], draft: int, *, read_only: bool) -> None:
        """Offer these drafts, with `draft` or LIVE as the one that is shown."""
        self._draft = draft
        self.drafts.clear()
        self.drafts.addItem(self._t("Live organisation"), LIVE)
        for each in drafts:
            self.drafts.addItem(self._t("Draft: {name}", name=each.name), each.id)
        if not read_only:
            self.drafts.addItem(self._t("New draft …"), _ASK)
        self.drafts.setCurrentIndex(max(0, self.drafts.findData(draft)))

    def _on_draft(self, _at: int) -> None:
        chosen = self.drafts.currentData()
        if chosen == _ASK:
            self.drafts.setCurrentIndex(max(0, self.drafts.findData(self._draft)))
            self.draft_asked.emit()
        else:
            self.draft_chosen.emit(chosen)

    def show_levels(self, levels: int) -> None:
        """Say how many levels are shown, without asking for it."""
        self.levels.setCurrentIndex(max(0, self.levels.findData(levels)))
