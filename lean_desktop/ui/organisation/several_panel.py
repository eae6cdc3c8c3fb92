"""The panel while several rows are chosen: how many, and what can be done with all of them."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel

from lean_desktop.ui.editor import Command, Surroundings
from lean_desktop.ui.organisation.toolbar import GOALS, GROUPS, PEOPLE, ROLES, UNITS
from lean_desktop.ui.widgets.buttons import button
from lean_desktop.ui.widgets.inspector import Inspector

DEEDS = ("add_to_group", "set_unit", "set_manager", "remove_rows")
NAMED = 8
"""How many of the chosen are named; the rest are counted."""


class SeveralPanel(Inspector):
    """A button for each thing that can be done. Emits `asked(Command)`."""

    asked = Signal(object)

    def __init__(self, around: Surroundings, commands: Sequence[Command]) -> None:
        super().__init__(around.t("Details"))
        self._t = around.t
        self._heading = self.section("")
        self._heading.setProperty("look", "heading")
        self._names = QLabel()
        self._names.setProperty("look", "small")
        self._names.setTextFormat(Qt.TextFormat.PlainText)
        self._names.setWordWrap(True)
        self.add(self._names)
        self._deeds = {
            command: button(command.text, partial(self.asked.emit, command), kind=_kind(command))
            for command in commands
            if command.name in DEEDS
        }
        for each in self._deeds.values():
            each.setEnabled(not around.live.read_only)
            self.add(each)

    def show_rows(self, which: str, rows: Sequence[Any]) -> None:
        """Say how many are chosen, and the first of their names."""
        t, n = self._t, len(rows)
        told = {
            GOALS: t.plural("{n} goal is chosen", "{n} goals are chosen", n),
            PEOPLE: t.plural("{n} person is chosen", "{n} people are chosen", n),
            UNITS: t.plural("{n} unit is chosen", "{n} units are chosen", n),
            GROUPS: t.plural("{n} group is chosen", "{n} groups are chosen", n),
            ROLES: t.plural("{n} role is chosen", "{n} roles are chosen", n),
        }
        names = ", ".join(row.name for row in rows[:NAMED])
        more = n - NAMED
        self._heading.setText(told[which])
        self._names.setText(t("{names} and {n} more", names=names, n=more) if more > 0 else names)
        for command, made in self._deeds.items():
            made.setVisible(command.allowed is None or command.allowed())


def _kind(command: Command) -> str:
    return "danger" if command.name == "remove_rows" else "outlined"
