"""Conditions on the fields a workspace has added: one of the choices, or what a field holds."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QInputDialog, QMenu, QWidget

from lean_desktop.domain.action_filter import ActionFilter, with_value
from lean_desktop.domain.cards import FieldKind, OwnField, own_value, told_own_value
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.queries import cards as queries
from lean_desktop.ui.actions.card_source import CardSource
from lean_desktop.ui.editor import Surroundings


class OwnFilter:
    """Fills the menu of filters with a part for each own field."""

    def __init__(self, around: Surroundings, source: CardSource, parent: QWidget) -> None:
        self._around, self._source, self._parent = around, source, parent
        self._t = around.t

    def fields(self) -> list[OwnField]:
        """The fields there are."""
        return self._around.live.read(queries.own_fields)

    def fill(self, menu: QMenu) -> None:
        """A menu for each field, with what is wanted of it ticked."""
        for own in self.fields():
            self._fill_one(menu.addMenu(own.name.replace("&", "&&")), own)

    def told(self) -> list[str]:
        """What is wanted of own fields, each as it is said on a button."""
        wanted = dict(self._source.wanted.values)
        return [
            f"{own.name}: {self._told(own, wanted[own.id])}"
            for own in self.fields()
            if own.id in wanted
        ]

    # Inside

    def _fill_one(self, menu: QMenu, own: OwnField) -> None:
        wanted = dict(self._source.wanted.values).get(own.id, "")
        self._tick(menu, self._t("All"), not wanted, partial(self._want, own, ""))
        for choice in own.choices:
            there = f"={choice}"
            self._tick(menu, choice, wanted == there, partial(self._want, own, there))
        if own.kind is not FieldKind.CHOICE:
            told = self._told(own, wanted)
            text = self._t("Holds: {text} …", text=told) if wanted else self._t("Holds …")
            self._tick(menu, text, bool(wanted), partial(self._ask, own, told))

    def _tick(self, menu: QMenu, text: str, on: bool, do: Callable[[], object]) -> None:
        act = menu.addAction(text.replace("&", "&&"), do)
        act.setCheckable(True)
        act.setChecked(on)

    def _want(self, own: OwnField, wanted: str) -> None:
        self._source.show_only(with_value(self._source.wanted, own.id, wanted))

    def _ask(self, own: OwnField, before: str) -> None:
        """Numbers and days are to be the very one; a text is to hold what is typed."""
        sentence = own.name
        while True:
            typed, given = QInputDialog.getText(self._parent, own.name, sentence, text=before)
            if not given:
                return
            try:
                value = own_value(own, typed, self._around.live.today)
            except RuleBroken as error:
                sentence, before = f"{own.name}\n{self._t(error.message)}", typed
                continue
            self._want(own, value if own.kind is FieldKind.TEXT or not value else f"={value}")
            return

    def _told(self, own: OwnField, wanted: str) -> str:
        return told_own_value(own, wanted.removeprefix("="), self._t) if wanted else ""


def without_gone(wanted: ActionFilter, fields: list[OwnField]) -> ActionFilter:
    """The filter without conditions on fields that are no more: nobody could take them back."""
    known = {own.id for own in fields}
    return wanted._replace(values=tuple(each for each in wanted.values if each[0] in known))
