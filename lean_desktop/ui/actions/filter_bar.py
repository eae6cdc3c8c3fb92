"""What is to be seen of the actions: conditions behind buttons that say what is chosen, by name."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QInputDialog, QMenu, QPushButton, QWidget

from lean_desktop.domain import action_filter
from lean_desktop.domain.action_filter import NOBODY, WHEN_NAMES, ActionFilter, When
from lean_desktop.edits import board as edits
from lean_desktop.i18n import M_
from lean_desktop.queries import board as queries
from lean_desktop.ui.actions.card_source import CardSource
from lean_desktop.ui.actions.own_filter import OwnFilter, without_gone
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.widgets.buttons import button
from lean_desktop.ui.widgets.search_field import SearchField


class Several(NamedTuple):
    """A condition of which several may be chosen: its field, its name, and what there is."""

    field: str
    name: str
    choices: Callable[[], Sequence[tuple[int | str, str]]]


class FilterBar(QWidget):
    """Sets what a `CardSource` lets be seen. Emits `counted()` when buttons say something else."""

    counted = Signal()

    def __init__(
        self, around: Surroundings, source: CardSource, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._around, self._source, self._t = around, source, around.t
        t = self._t
        self.search = SearchField(t("Find an action"), t, around.theme)
        self._several = (
            Several("owners", t("Owner"), self._owners),
            Several("tags", t("Tag"), self._tags),
            Several("pillars", t("Pillar"), self._pillars),
        )
        self.buttons = {each.field: self._button(each.name) for each in self._several}
        self._own = OwnFilter(around, source, self)
        self.when = self._button(t("Due"))
        self.saved = self._button(t("Filter"))
        self._lay_out()
        self.search.textChanged.connect(lambda text: self._want(text=text))
        source.changed.connect(self._tell)
        self._tell()

    def clear(self) -> None:
        """Let everything be seen."""
        self.search.clear()
        self._source.show_only(ActionFilter())

    @property
    def most(self) -> int:
        """How many conditions have a button of their own where there is room."""
        return len(self._in_order())

    def show_first(self, count: int) -> None:
        """Show so many conditions as buttons; every one is behind "Filter" too."""
        there = {several.field for several in self._several if several.choices()}
        for place, each in enumerate(self._in_order()):
            field = next((name for name, one in self.buttons.items() if one is each), "")
            each.setVisible(place < count and (not field or field in there))

    # Inside

    def _in_order(self) -> Sequence[QPushButton]:
        return (
            *(self.buttons["owners"], self.when),
            *(self.buttons["pillars"], self.buttons["tags"]),
        )

    def _button(self, name: str) -> QPushButton:
        made = button(name, None)
        made.setMenu(QMenu(made))
        return made

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.search.setMinimumWidth(self._around.theme.scaled(120))
        self.search.setMaximumWidth(self._around.theme.scaled(180))
        row.addWidget(self.search)
        for each in (*self._in_order(), self.saved):
            row.addWidget(each)
        for several in self._several:
            menu = self.buttons[several.field].menu()
            menu.aboutToShow.connect(partial(self._fill_several, menu, several))
        self.when.menu().aboutToShow.connect(partial(self._fill_when, self.when.menu()))
        self.saved.menu().aboutToShow.connect(self._fill_saved)

    def _want(self, **fields: Any) -> None:
        self._source.show_only(self._source.wanted._replace(**fields))

    def _tell(self) -> None:
        """Each button says what is chosen behind it."""
        t, wanted = self._t, self._source.wanted
        for several in self._several:
            chosen = getattr(wanted, several.field)
            names = [name for key, name in several.choices() if key in chosen]
            told = t("All") if not chosen else names[0] if len(names) == 1 else str(len(chosen))
            self._say(self.buttons[several.field], several.name, told)
        when = t("All") if wanted.when is When.ANY else t(WHEN_NAMES[wanted.when])
        slipped = t("only moved ones") if wanted.slipped else ""
        self._say(self.when, t("Due"), ", ".join(filter(None, [when, slipped])))
        self._say_own()
        if self.search.text() != wanted.text:
            self.search.setText(wanted.text)
        self.counted.emit()

    def _say_own(self) -> None:
        """What is wanted of own fields stands on the button they are behind."""
        told = self._own.told() if self._source.wanted.values else []
        self.saved.setText(", ".join(told) or self._t("Filter"))
        self.saved.setAccessibleName(self.saved.text())

    def _say(self, made: QPushButton, name: str, told: str) -> None:
        made.setText(f"{name}: {told}")
        made.setAccessibleName(made.text())

    def _fill_several(self, menu: QMenu, several: Several) -> None:
        menu.clear()
        chosen = getattr(self._source.wanted, several.field)
        for key, name in several.choices():
            act = menu.addAction(name.replace("&", "&&"))
            act.setCheckable(True)
            act.setChecked(key in chosen)
            act.triggered.connect(partial(self._toggle, several.field, key))
        menu.addSeparator()
        menu.addAction(self._t("All"), partial(self._want, **{several.field: frozenset()}))

    def _toggle(self, field: str, key: int | str, _on: bool = False) -> None:
        self._want(**{field: getattr(self._source.wanted, field) ^ {key}})

    def _fill_when(self, menu: QMenu) -> None:
        wanted = self._source.wanted
        menu.clear()
        for when, name in WHEN_NAMES.items():
            self._tick(menu, self._t(name), on=wanted.when is when).triggered.connect(
                lambda _on, when=when: self._want(when=when)
            )
        menu.addSeparator()
        slipped = self._tick(menu, self._t("Only those whose date has moved"), on=wanted.slipped)
        slipped.triggered.connect(lambda on: self._want(slipped=on))

    def _tick(self, menu: QMenu, text: str, *, on: bool) -> QAction:
        act = menu.addAction(text)
        act.setCheckable(True)
        act.setChecked(on)
        return act

    def _fill_saved(self) -> None:
        """The conditions, the filters by name, and what can be done with the one in force."""
        menu, t, live = self.saved.menu(), self._t, self._around.live
        menu.clear()
        for several in self._several:
            if several.choices():
                self._fill_several(menu.addMenu(several.name), several)
        self._fill_when(menu.addMenu(t("Due")))
        self._own.fill(menu)
        menu.addSeparator()
        kept = live.read(queries.saved_filters)
        for each in kept:
            wanted = action_filter.read(each.text)
            act = self._tick(menu, each.name, on=wanted == self._source.wanted)
            act.triggered.connect(partial(self._take, wanted))
        menu.addSeparator()
        menu.addAction(t("Show everything"), self.clear)
        if not live.read_only:
            keep = menu.addAction(t("Keep this filter …"), self._keep)
            keep.setEnabled(not self._source.wanted.is_empty)
            gone = menu.addMenu(t("Forget a filter"))
            gone.setEnabled(bool(kept))
            for each in kept:
                gone.addAction(each.name, partial(self._forget, each.id, each.name))

    def _take(self, wanted: ActionFilter, _on: bool = False) -> None:
        self._source.show_only(without_gone(wanted, self._own.fields()))

    def _keep(self) -> None:
        t = self._t
        name, accepted = QInputDialog.getText(self, t("Keep this filter"), t("Name of the filter"))
        if accepted and name.strip():
            text = action_filter.written(self._source.wanted)
            label = M_("Keep the filter “{name}”", name=name.strip())
            self._around.live.edit(label, edits.save_filter, name, text)

    def _forget(self, key: int, name: str) -> None:
        self._around.live.edit(
            M_("Forget the filter “{name}”", name=name), edits.remove_filter, key
        )

    # What there is to choose among: what is on the board

    def _owners(self) -> Sequence[tuple[int | str, str]]:
        cards = self._source.cards.values()
        found = {card.action.owner_id: card.action.owner for card in cards if card.action.owner_id}
        nobody = [(NOBODY, self._t("Nobody’s"))] if any(not c.action.owner for c in cards) else []
        return [*sorted(found.items(), key=lambda each: self._t.sort_key(each[1])), *nobody]

    def _tags(self) -> Sequence[tuple[int | str, str]]:
        found = {tag for card in self._source.cards.values() for tag in card.tags}
        return [(tag, tag) for tag in sorted(found, key=self._t.sort_key)]

    def _pillars(self) -> Sequence[tuple[int | str, str]]:
        found = {card.pillar for card in self._source.cards.values() if card.pillar}
        return [(each, each) for each in sorted(found, key=self._t.sort_key)]
