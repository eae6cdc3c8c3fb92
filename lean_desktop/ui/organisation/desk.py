"""The work of the tab over one document: its pages, and beside them the panel of what is chosen."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from lean_desktop.ui.editor import Command, Surroundings
from lean_desktop.ui.organisation.pages import Offers, Pages
from lean_desktop.ui.widgets.inspector import Inspector
from lean_desktop.ui.widgets.side_pane import SidePane

if TYPE_CHECKING:
    from lean_desktop.ui.organisation.side import Side


class Desk(SidePane):
    """The panels are made after the list has been painted; `furnished(Side)` tells of it."""

    furnished = Signal(object)

    def __init__(
        self, around: Surroundings, offers: Offers, commands: Callable[[], Sequence[Command]]
    ) -> None:
        self._around, self._commands = around, commands
        self.pages = Pages(around, offers)
        self.side: Side | None = None
        self._right = QStackedWidget()
        super().__init__(self.pages, self._right, around.theme)
        blank = Inspector(around.t("Details"))
        blank.build_when_seen(self._furnish)
        self._right.addWidget(blank)

    def commit(self) -> None:
        """Commit the text in hand. Raises RuleBroken when it will not do."""
        self.pages.commit()
        if self.side:
            self.side.commit()

    def keep_drafts(self) -> bool:
        """Keep text that cannot be committed, and say whether all is kept."""
        kept = self.side is None or self.side.keep_drafts()
        return kept and not self.pages.in_hand()

    def put_panel_last(self) -> None:
        """Have Tab come to the panel after a page that was made later.

        Whatever comes into a window is put at the end of its chain, so the panel comes in anew.
        """
        if self.side:
            self.side.setParent(None)
            self._right.addWidget(self.side)
            self._right.setCurrentWidget(self.side)

    def _furnish(self) -> None:
        from lean_desktop.ui.organisation.side import Side

        if self.side is None:
            self.side = Side(self._around, self._commands())
            self._right.addWidget(self.side)
            self._right.setCurrentWidget(self.side)
            self.furnished.emit(self.side)
