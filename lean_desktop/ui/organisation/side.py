"""The right side of the tab: the panel of the chosen row, or of several."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from lean_desktop.ui.editor import Command, Surroundings
from lean_desktop.ui.organisation.group_panel import GroupPanel
from lean_desktop.ui.organisation.memberships import Memberships
from lean_desktop.ui.organisation.panel import Panel
from lean_desktop.ui.organisation.person_panel import PersonPanel
from lean_desktop.ui.organisation.several_panel import SeveralPanel
from lean_desktop.ui.organisation.toolbar import DRAFT, GOALS, GROUPS, PEOPLE, ROLES, UNITS
from lean_desktop.ui.organisation.unit_panel import UnitPanel


class Side(QStackedWidget):
    """Panels are made when they are first shown.

    Emits `go_to(kind, key)`, `sheet_asked()` and `anonymise_asked()` from the panels, and
    `asked(Command)` for what is to be done with several.
    """

    go_to = Signal(str, int)
    sheet_asked = Signal()
    anonymise_asked = Signal()
    asked = Signal(object)

    def __init__(self, around: Surroundings, commands: Sequence[Command]) -> None:
        super().__init__()
        self._around = around
        self._panels: dict[str, Panel] = {}
        self._several = SeveralPanel(around, commands)
        self._several.asked.connect(self.asked)
        self.addWidget(self._several)

    def show_rows(self, which: str, rows: Sequence[Any]) -> None:
        """Show what is chosen in a list."""
        if len(rows) > 1:
            self._several.show_rows(which, rows)
            self.setCurrentWidget(self._several)
            return
        panel = self._panel(which)
        panel.show_row(rows[0] if rows else None)
        self.setCurrentWidget(panel)

    def memberships(self) -> Memberships | None:
        """The list of members or groups that is shown, if one is."""
        panel = self.currentWidget()
        if isinstance(panel, PersonPanel | GroupPanel) and panel.built():
            return panel.memberships
        return None

    def commit(self) -> None:
        """Commit the field in hand. Raises RuleBroken when it will not do."""
        for panel in self._panels.values():
            panel.commit()

    def keep_drafts(self) -> bool:
        """Keep half-typed and refused texts, and say whether all are kept."""
        for panel in self._panels.values():
            panel.keep_drafts()
        members = self.memberships()
        return members is None or not members.in_hand()

    def _panel(self, which: str) -> Panel:
        if which not in self._panels:
            panel = self._panels[which] = self._made(which)
            panel.go_to.connect(self.go_to)
            if isinstance(panel, PersonPanel):
                panel.anonymise_asked.connect(self.anonymise_asked)
                panel.sheet_asked.connect(self.sheet_asked)
            self.addWidget(panel)
        return self._panels[which]

    def _made(self, which: str) -> Panel:
        if which == GOALS:
            from lean_desktop.ui.organisation.goal_panel import GoalPanel

            return GoalPanel(self._around)
        if which == DRAFT:
            from lean_desktop.ui.organisation.draft_panel import DraftPanel

            return DraftPanel(self._around)
        if which == ROLES:
            from lean_desktop.ui.organisation.role_panel import RolePanel

            return RolePanel(self._around)
        made: dict[str, Callable[[Surroundings], Panel]] = {
            PEOPLE: PersonPanel,
            UNITS: UnitPanel,
            GROUPS: GroupPanel,
        }
        return made[which](self._around)
