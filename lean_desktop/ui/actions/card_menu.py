"""What a right click on cards offers: the same for one card and for several."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QInputDialog, QMenu, QWidget

from lean_desktop.domain.actions import ACTION_STATUS_NAMES
from lean_desktop.domain.capture import day_and_reason
from lean_desktop.domain.cards import PDCA_NAMES, Card
from lean_desktop.domain.errors import RuleBroken
from lean_desktop.i18n import M_
from lean_desktop.ui.actions import bulk
from lean_desktop.ui.actions.choices import group_choices, people_choices
from lean_desktop.ui.editor import Surroundings


class CardMenu:
    """Fills a menu for the chosen cards; `parent` is what dialogs stand over."""

    def __init__(self, around: Surroundings, parent: QWidget) -> None:
        self._around, self._parent, self._t = around, parent, around.t

    def fill(self, menu: QMenu, cards: Sequence[Card]) -> None:
        """Offer what can be changed of the cards."""
        if not cards or self._around.live.read_only:
            return
        self._owners(menu.addMenu(self._t("Owner")), cards)
        menu.addAction(self._t("New date …"), partial(self._ask_date, cards))
        self._states(menu.addMenu(self._t("Status")), cards)
        self._quarters(menu.addMenu(self._t("PDCA step")), cards)
        self._groups(menu.addMenu(self._t("Group")), cards)
        menu.addAction(self._t("Tag …"), partial(self._ask_tag, cards))
        menu.addSeparator()

    # Inside

    def _owners(self, menu: QMenu, cards: Sequence[Card]) -> None:
        for key, name in people_choices(self._around.live):
            menu.addAction(name, partial(bulk.set_owner, self._around, cards, key))
        menu.addSeparator()
        menu.addAction(self._t("Nobody’s"), partial(bulk.set_owner, self._around, cards, None))

    def _groups(self, menu: QMenu, cards: Sequence[Card]) -> None:
        for key, name in group_choices(self._around.live):
            menu.addAction(name, partial(bulk.set_group, self._around, cards, key))
        menu.addSeparator()
        without = partial(bulk.set_group, self._around, cards, None)
        menu.addAction(self._t("Without a group"), without)

    def _states(self, menu: QMenu, cards: Sequence[Card]) -> None:
        for status, name in ACTION_STATUS_NAMES.items():
            menu.addAction(self._t(name), partial(bulk.set_status, self._around, cards, status))

    def _quarters(self, menu: QMenu, cards: Sequence[Card]) -> None:
        for step, name in PDCA_NAMES.items():
            menu.addAction(self._t(name), partial(bulk.set_pdca, self._around, cards, step))

    def _ask_date(self, cards: Sequence[Card]) -> None:
        t, hint = self._t, self._t("New date, and why: “20.10. waits for tape”")
        typed, sentence = "", hint
        while True:
            typed, given = QInputDialog.getText(self._parent, t("New date"), sentence, text=typed)
            if not given or not typed.strip():
                return
            try:
                self.set_date(cards, typed)
            except RuleBroken as error:
                sentence = f"{hint}\n{t(error.message)}"
            else:
                return

    def set_date(self, cards: Sequence[Card], typed: str) -> None:
        """Move the cards to the day that is typed, with its reason. Raises RuleBroken."""
        found = day_and_reason(typed.strip(), self._around.live.today)
        if found is None:
            raise RuleBroken(
                M_("“{text}” is no day. Write 20.10., Friday or week 43.", text=typed.strip())
            )
        bulk.set_due(self._around, cards, *found)

    def _ask_tag(self, cards: Sequence[Card]) -> None:
        tag, given = QInputDialog.getText(self._parent, self._t("Tag"), self._t("Tag"))
        if given and tag.strip():
            bulk.add_tag(self._around, cards, tag)
