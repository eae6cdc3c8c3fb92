"""The line above the timeline: which plan, how near, and what one may add."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from lean_desktop.layout.timescale import Zoom
from lean_desktop.ui.cascade.source import CascadeSource
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.qt import override
from lean_desktop.ui.widgets.buttons import Segments, button
from lean_desktop.ui.widgets.inputs import Choice


class CascadeBar(QWidget):
    """Chooses the plan and the zoom."""

    def __init__(
        self,
        around: Surroundings,
        source: CascadeSource,
        verbs: Mapping[str, Callable[[], object]],
        fill_more: Callable[[QMenu], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("toolbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._source, t, theme = source, around.t, around.theme
        self.plans = Choice()
        self.plans.setAccessibleName(t("Plan"))
        zooms = [
            (Zoom.WEEK.value, t("Week")),
            (Zoom.MONTH.value, t("Month")),
            (Zoom.QUARTER.value, t("Quarter")),
        ]
        self.zoom = Segments(t("How near"), zooms)
        self.zoom.choose(Zoom.MONTH.value)
        self.today = button(t("Today"), verbs["today"], icon=theme.icon("target", "text2"))
        self.freeze = button(
            t("Freeze the plan"), verbs["freeze"], icon=theme.icon("baseline", "text2")
        )
        self.team = button(t("A team joins …"), verbs["team"])
        self.more = button(
            "", None, icon=theme.icon("more", "text2"), name=t("More about the plan")
        )
        menu = QMenu(self.more)
        menu.aboutToShow.connect(lambda: fill_more(menu))
        self.more.setMenu(menu)
        icon = theme.icon("plus", "on_accent")
        self.new = button(t("New wave"), verbs["wave"], kind="primary", icon=icon, keys="Ctrl+N")
        for each in (self.freeze, self.team, self.new):
            each.setEnabled(not around.live.read_only)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 9, 20, 9)
        row.setSpacing(8)
        self.plans.setMinimumContentsLength(16)
        for widget in (self.plans, self.zoom, self.today):
            row.addWidget(widget)
        row.addStretch(1)
        for widget in (self.freeze, self.team, self.more, self.new):
            row.addWidget(widget)
        self.plans.activated.connect(lambda _: source.show_plan(self.plans.currentData()))
        source.changed.connect(self.show_plans)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """What there is no room for stands behind the dots."""
        for shown in (True, False):
            for each in (self.freeze, self.team):
                each.setVisible(shown)
            for each in self.findChildren(QPushButton):
                each.ensurePolished()
            row = self.layout()
            if row is None:
                return
            row.invalidate()
            if row.totalMinimumSize().width() <= self.width():
                return

    def show_plans(self) -> None:
        """Offer the plans there are."""
        names = [(each.id, each.name) for each in self._source.names]
        if names != [
            (self.plans.itemData(at), self.plans.itemText(at)) for at in range(self.plans.count())
        ]:
            self.plans.clear()
            for key, name in names:
                self.plans.addItem(name, key)
        self.plans.setCurrentIndex(self.plans.findData(self._source.plan_id))
