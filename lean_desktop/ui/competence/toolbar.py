"""The line above the matrix: whose, which skills, in which order, and one more."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from lean_desktop.domain.competence.shown import ROWS_BY_NAMES, RowsBy
from lean_desktop.queries import organisation
from lean_desktop.queries.roles import roles
from lean_desktop.queries.skills import categories
from lean_desktop.ui.competence.source import MatrixSource
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.qt import override
from lean_desktop.ui.widgets.buttons import Segments, button
from lean_desktop.ui.widgets.inputs import Choice
from lean_desktop.ui.widgets.search_field import SearchField

EVERYONE = ""


class CompetenceBar(QWidget):
    """Chooses the people, the skills, their order, and the view."""

    def __init__(
        self,
        around: Surroundings,
        source: MatrixSource,
        views: list[tuple[str, str]],
        fill_more: Callable[[QMenu], object],
        begin: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("toolbar")
        self._around, self._source, self._t = around, source, around.t
        t = self._t
        self.scope = Choice()
        self.scope.setAccessibleName(t("Whose competence"))
        self.search = SearchField(t("Find a person or skill"), t, around.theme)
        self.categories = self._menu(t("Skills"))
        self.order = self._menu(t("Order"))
        self.views = Segments(t("How competence is shown"), views)
        self.more = self._menu("")
        self.more.setIcon(around.theme.icon("more", "text2"))
        self.more.setAccessibleName(t("More about the matrix"))
        self.more.menu().aboutToShow.connect(lambda: self._fill_more(fill_more))
        icon = around.theme.icon("plus", "on_accent")
        self.new = button(t("New skill"), begin, kind="primary", icon=icon, keys="Ctrl+N")
        self.new.setEnabled(not around.live.read_only)
        self._lay_out()
        self._connect()
        self.show_scopes()
        self._tell()

    def show_scopes(self) -> None:
        """Offer everyone, every group, unit and role."""
        live, t = self._around.live, self._t
        chosen = self.scope.currentData()
        self.scope.blockSignals(True)
        self.scope.clear()
        self.scope.addItem(t("Everyone"), EVERYONE)
        for group in live.read(organisation.groups, today=live.today):
            self.scope.addItem(group.name, f"group:{group.id}")
        for unit in live.read(organisation.units):
            self.scope.addItem(t("Unit {name}", name=unit.name), f"unit:{unit.id}")
        for role in sorted(live.read(roles, today=live.today), key=lambda r: t.sort_key(r.name)):
            self.scope.addItem(t("Role {name}", name=role.name), f"role:{role.id}")
        self.scope.setCurrentIndex(max(0, self.scope.findData(chosen)))
        self.scope.blockSignals(False)

    def choose_scope(self, scope: str) -> None:
        """Show those of a scope, named as `group:3` or `unit:2`; "" is everyone."""
        self.scope.setCurrentIndex(max(0, self.scope.findData(scope)))
        self._on_scope()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell()

    def show_filters(self, *, shown: bool) -> None:
        """Offer what chooses people and skills, where that changes what is seen."""
        for each in (self.scope, self.search, self.categories, self.order):
            each.setVisible(shown)

    # Inside

    def _menu(self, name: str) -> QPushButton:
        made = button(name, None, name=name or self._t("More"))
        made.setMenu(QMenu(made))
        return made

    def _connect(self) -> None:
        self.scope.activated.connect(lambda _index: self._on_scope())
        self.search.textChanged.connect(lambda text: self._want(text=text))
        self.categories.menu().aboutToShow.connect(self._fill_categories)
        self.order.menu().aboutToShow.connect(self._fill_order)
        self._source.changed.connect(self._tell)

    def _on_scope(self) -> None:
        kind, _, key = (self.scope.currentData() or "").partition(":")
        self._want(people=self._source.people_of(kind, int(key)) if key else None)

    def _want(self, **fields: Any) -> None:
        self._source.show_only(self._source.shown._replace(**fields))

    def _fill_more(self, fill: Callable[[QMenu], object]) -> None:
        """What there is no room for beside it stands behind it too."""
        menu = self.more.menu()
        fill(menu)
        if self.order.isHidden():
            menu.addSeparator()
            for each, refill in (
                (self.categories, self._fill_categories),
                (self.order, self._fill_order),
            ):
                refill()
                each.menu().setTitle(each.text())
                menu.addMenu(each.menu())

    def _fill_categories(self) -> None:
        menu, t, shown = self.categories.menu(), self._t, self._source.shown
        menu.clear()
        for each in self._around.live.read(categories):
            self._tick(
                menu,
                each.name,
                each.id in shown.categories,
                partial(self._want, categories=shown.categories ^ {each.id}),
            )
        menu.addSeparator()
        self._tick(
            menu,
            t("Critical skills only"),
            shown.only_critical,
            partial(self._want, only_critical=not shown.only_critical),
        )
        self._tick(
            menu,
            t("Only where something is missing"),
            shown.only_gaps,
            partial(self._want, only_gaps=not shown.only_gaps),
        )
        menu.addAction(
            t("All"),
            partial(self._want, categories=frozenset(), only_critical=False, only_gaps=False),
        )

    def _fill_order(self) -> None:
        menu, by = self.order.menu(), self._source.shown.by
        menu.clear()
        for each, name in ROWS_BY_NAMES.items():
            self._tick(menu, self._t(name), by is each, partial(self._want, by=RowsBy(each)))

    def _tick(self, menu: QMenu, text: str, on: bool, do: Callable[[], object]) -> None:
        act = menu.addAction(text.replace("&", "&&"), do)
        act.setCheckable(True)
        act.setChecked(on)

    def _tell(self) -> None:
        t, shown = self._t, self._source.shown
        asked = (
            str(len(shown.categories)) if shown.categories else "",
            t("critical") if shown.only_critical else "",
            t("missing") if shown.only_gaps else "",
        )
        told = ", ".join(filter(None, asked)) or t("All")
        words = {
            self.categories: (t("Skills"), told),
            self.order: (t("Order"), t(ROWS_BY_NAMES[shown.by])),
        }
        for each, (name, chosen) in words.items():
            each.setText(f"{name}: {chosen}")
            each.setAccessibleName(each.text())
            each.setToolTip("")
        for each in words:
            each.show()
        if self._fits():
            return
        for each, (name, _) in words.items():
            each.setToolTip(each.text())
            each.setText(name)
        narrow = not self._fits()
        for each in words:
            each.setVisible(not narrow)

    def _fits(self) -> bool:
        for each in self.findChildren(QPushButton):
            each.ensurePolished()  # Before, it does not know how much room its style takes.
        row = self.layout()
        if row is None:
            return True
        row.invalidate()
        return row.totalMinimumSize().width() <= self.width()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 9, 20, 9)
        row.setSpacing(8)
        self.scope.setMinimumContentsLength(8)
        adjust = self.scope.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.scope.setSizeAdjustPolicy(adjust)
        self.scope.setMaximumWidth(self._around.theme.scaled(260))
        self.search.setMinimumWidth(self._around.theme.scaled(90))
        self.search.setMaximumWidth(self._around.theme.scaled(200))
        row.addWidget(self.scope, 3)
        left: list[QWidget] = [self.search, self.categories, self.order]
        right: list[QWidget] = [self.views, self.more, self.new]
        for widget in left:
            row.addWidget(widget)
        row.addStretch(1)
        for widget in right:
            row.addWidget(widget)
