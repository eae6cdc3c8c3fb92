"""The pages of the tab, each made when it is first shown, with what is remembered of each."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QStackedWidget

from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.organisation.lists import Listing
from lean_desktop.ui.organisation.model import groups_model, people_model, units_model
from lean_desktop.ui.organisation.page import Page
from lean_desktop.ui.organisation.toolbar import CHART, GOALS, GROUPS, NEEDS, PEOPLE, ROLES, UNITS
from lean_desktop.ui.row_model import RowModel

if TYPE_CHECKING:
    from lean_desktop.ui.organisation.chart_page import ChartPage
    from lean_desktop.ui.widgets.empty_state import EmptyState


_MODELS: dict[str, Callable[..., RowModel[Any]]] = {
    PEOPLE: people_model,
    UNITS: units_model,
    GROUPS: groups_model,
}


class Offers(NamedTuple):
    """What an empty list offers, and which people are shown."""

    import_people: Callable[[], object]
    new: Callable[[str], object]
    show_all: Callable[[], object]
    condition: Callable[[], Callable[[Any], bool] | None]


class Pages(QStackedWidget):
    """Emits `made(Page)`, `chosen()`, `counted()`, and what keys and mouse ask for on a page.

    That is `asked(name)` for add, remove, remove_whole; `paste_asked(text)`, `menu_asked(QPoint)`
    and `go_to(kind, key)`.
    """

    made = Signal(object)
    chosen = Signal()
    counted = Signal()
    asked = Signal(str)
    paste_asked = Signal(str)
    menu_asked = Signal(QPoint)
    go_to = Signal(str, int)

    def __init__(self, around: Surroundings, offers: Offers) -> None:
        super().__init__()
        self._around, self._offers = around, offers
        self._made: dict[str, Page] = {}
        self._remembered: dict[str, Any] = {}
        self._place: dict[str, Any] = {}

    def page(self, which: str) -> Page:
        """The page of that name."""
        if which not in self._made:
            page = self._made[which] = self._make(which)
            page.restore(self._remembered.get(which))
            page.return_to(self._place.get(which))
            self.addWidget(page)
            self.made.emit(page)
        return self._made[which]

    def listing(self, which: str) -> Listing:
        """The list of people, units, groups or roles."""
        return cast("Listing", self.page(which))

    def show_page(self, which: str) -> Page:
        """Put a page in front."""
        page = self.page(which)
        self.setCurrentWidget(page)
        return page

    def commit(self) -> None:
        """Commit the text in hand. Raises RuleBroken when it will not do."""
        for page in self._made.values():
            page.commit()

    def in_hand(self) -> bool:
        """Whether there is text on any page that is not committed."""
        return any(page.in_hand() for page in self._made.values())

    def state(self) -> dict[str, Any]:
        """Widths, zoom and the like of every page, to be remembered."""
        return {**self._remembered, **{which: page.state() for which, page in self._made.items()}}

    def restore(self, state: Any) -> None:
        """Take what `state` gave; anything else is passed over."""
        self._remembered = dict(state) if isinstance(state, dict) else {}
        for which, page in self._made.items():
            page.restore(self._remembered.get(which))

    def place(self) -> dict[str, Any]:
        """What is chosen on every page."""
        current = {which: page.current_key() for which, page in self._made.items()}
        return {**self._place, **{which: key for which, key in current.items() if key}}

    def return_to(self, place: dict[str, Any]) -> None:
        """Choose what `place` gave."""
        self._place = place
        for which, page in self._made.items():
            page.return_to(place.get(which))

    # Inside

    def _make(self, which: str) -> Page:
        if which == CHART:
            return self._chart()
        if which == NEEDS:
            return self._needs()
        if which == GOALS:
            return self._goals()
        return self._list(which)

    def _chart(self) -> Page:
        from lean_desktop.ui.organisation.chart_page import ChartPage

        chart = ChartPage(self._around)
        chart.chosen.connect(self.chosen)
        chart.asked.connect(self._on_asked)
        return chart

    def _needs(self) -> Page:
        from lean_desktop.ui.organisation.needs_page import NeedsPage

        needs = NeedsPage(self._around)
        needs.chosen.connect(self.chosen)
        needs.go_to.connect(self.go_to)
        needs.counted_anew.connect(self.counted)
        return needs

    def _goals(self) -> Page:
        from lean_desktop.ui.organisation.goals_page import GoalsPage

        goals = GoalsPage(self._around)
        goals.chosen.connect(self.chosen)
        goals.asked.connect(self.asked)
        return goals

    def _list(self, which: str) -> Listing:
        model = self._model(which)
        instead = partial(self._empty_page, which), self._page_of_nothing
        listing = Listing(which, _name(which, self._around), model, self._around, instead)
        if which == PEOPLE:
            listing.filter(self._offers.condition())
        table = listing.table
        table.chosen.connect(self.chosen)
        table.remove_asked.connect(
            lambda whole: self.asked.emit("remove_whole" if whole else "remove")
        )
        table.paste_asked.connect(self.paste_asked)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self.menu_asked)
        model.counted.connect(self.counted)
        return listing

    def _model(self, which: str) -> RowModel[Any]:
        live, t = self._around.live, self._around.t
        if which == ROLES:
            from lean_desktop.ui.organisation.roles_model import roles_model

            return roles_model(live, t, self)
        return _MODELS[which](live, t, self)

    def _empty_page(self, which: str) -> "EmptyState":
        from lean_desktop.ui.organisation.empty_lists import empty_list

        offers = self._offers
        return empty_list(which, self._around, offers.import_people, partial(offers.new, which))

    def _page_of_nothing(self) -> "EmptyState":
        from lean_desktop.ui.organisation.empty_lists import nothing_found

        return nothing_found(self._around, self._offers.show_all)

    def _on_asked(self, name: str) -> None:
        if name == "menu":
            self.menu_asked.emit(cast("ChartPage", self.page(CHART)).menu_place())
        else:
            self.asked.emit(name)


def _name(which: str, around: Surroundings) -> str:
    t = around.t
    names = {PEOPLE: t("People"), UNITS: t("Units"), GROUPS: t("Groups"), ROLES: t("Roles")}
    return names[which]
