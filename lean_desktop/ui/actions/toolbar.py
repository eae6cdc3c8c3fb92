"""The line above the board: whose, which of them, how they are shown, and one more."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from lean_desktop.domain.board import LANES_BY_NAMES, LanesBy
from lean_desktop.queries import organisation
from lean_desktop.ui.actions.card_source import CardSource
from lean_desktop.ui.actions.filter_bar import FilterBar
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.qt import override
from lean_desktop.ui.widgets.buttons import Segments, button
from lean_desktop.ui.widgets.inputs import Choice

EVERYWHERE = 0

LETTERS, FEW_LETTERS = 12, 5
"""For how many letters a list asks room, and where the window is as narrow as it may be."""


class ActionsBar(QWidget):
    """Chooses the group, the filter, the lanes and the view."""

    def __init__(
        self,
        around: Surroundings,
        source: CardSource,
        views: list[tuple[str, str]],
        begin: Callable[[], object],
        walk: Callable[[], object],
        fill_more: Callable[[QMenu], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("toolbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._around, self._source, self._t = around, source, around.t
        t = self._t
        self.scope = Choice()
        self.scope.setAccessibleName(t("Whose board"))
        self.filters = FilterBar(around, source)
        self.lanes = Choice()
        self.lanes.setAccessibleName(t("Lanes"))
        for by, name in LANES_BY_NAMES.items():
            self.lanes.addItem(t("Lanes: {what}", what=t(name)), by.value)
        self.views = Segments(t("How actions are shown"), views)
        self.more = self._more(fill_more)
        self.walk = button(t("Walk the board"), walk, icon=around.theme.icon("walk"))
        self.new = button(
            t("New one"),
            begin,
            kind="primary",
            icon=around.theme.icon("plus", "on_accent"),
            keys="Ctrl+N",
        )
        self.new.setEnabled(not around.live.read_only)
        self._lay_out()
        self.show_groups()
        self.filters.counted.connect(self._fit)
        self.scope.activated.connect(lambda _index: self._choose_scope())
        self.lanes.activated.connect(lambda _index: self._choose_lanes())

    def show_groups(self) -> None:
        """Offer every group there is, and the board across them."""
        live = self._around.live
        self.scope.blockSignals(True)
        self.scope.clear()
        self.scope.addItem(self._t("All groups"), EVERYWHERE)
        for group in live.read(organisation.groups, today=live.today):
            self.scope.addItem(group.name, group.id)
        self.scope.setCurrentIndex(max(0, self.scope.findData(self._source.group_id or EVERYWHERE)))
        self.scope.blockSignals(False)

    def show_choice(self) -> None:
        """Say what the source shows."""
        self.scope.setCurrentIndex(max(0, self.scope.findData(self._source.group_id or EVERYWHERE)))
        self.lanes.setCurrentIndex(max(0, self.lanes.findData(self._source.lanes_by.value)))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # Inside

    def _fit(self) -> None:
        """Where it is narrow, conditions go behind "Filter" one by one, then words go."""
        words = self.walk.accessibleName()
        self.walk.setText(words)
        self._squeeze(LETTERS)
        for count in range(self.filters.most, -1, -1):
            self.filters.show_first(count)
            if self._fits():
                return
        self.walk.setText("")
        self.walk.setToolTip(words)
        if not self._fits():
            self._squeeze(FEW_LETTERS)

    def _squeeze(self, letters: int) -> None:
        """Have the lists and the search ask for room for so many letters; they take more if there is."""
        for each in (self.scope, self.lanes):
            each.setMinimumContentsLength(letters)
        self.filters.search.setMinimumWidth(self._around.theme.scaled(10 * letters))

    def _fits(self) -> bool:
        row = self.layout()
        if row is None:
            return True
        for each in self.findChildren(QPushButton):
            each.ensurePolished()  # Before, it does not know how much room its style takes.
        self.filters.updateGeometry()  # What it asks for is remembered until somebody says so.
        row.invalidate()
        return row.totalMinimumSize().width() <= self.width()

    def _choose_scope(self) -> None:
        self._source.show_group(self.scope.currentData() or None)

    def _choose_lanes(self) -> None:
        self._source.show_lanes(LanesBy(self.lanes.currentData()))

    def _more(self, fill: Callable[[QMenu], object]) -> QPushButton:
        icon = self._around.theme.icon("more", "text2")
        made = button("", None, icon=icon, name=self._t("More about the board"))
        menu = QMenu(made)
        menu.aboutToShow.connect(lambda: fill(menu))
        made.setMenu(menu)
        return made

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 9, 20, 9)
        row.setSpacing(8)
        for each in (self.scope, self.lanes):
            each.setSizeAdjustPolicy(each.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._squeeze(LETTERS)
        self.scope.setMaximumWidth(self._around.theme.scaled(280))
        row.addWidget(self.scope, 4)
        row.addWidget(self.filters)
        row.addStretch(1)
        for widget in (self.lanes, self.views, self.walk, self.more, self.new):
            row.addWidget(widget)
