"""Ctrl+/: every shortcut there is now, by menu, and the keys of tables and agendas."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from lean_desktop.i18n import N_, Language
from lean_desktop.ui.dialog import Dialog, sentence
from lean_desktop.ui.editor import Command
from lean_desktop.ui.keycaps import Keycaps, key_names
from lean_desktop.ui.menus import MENUS
from lean_desktop.ui.theme import Theme


class Section(NamedTuple):
    """A heading over lines of (what is done, its keys)."""

    title: str
    lines: Sequence[tuple[str, str]]


INSIDE = (
    Section(
        N_("In tables"),
        (
            (N_("Edit the cell"), "F2"),
            (N_("Done, and on to the next"), "Enter"),
            (N_("Let it be as it was"), "Esc"),
            (N_("Copy rows"), "Ctrl+C"),
            (N_("Paste from a spreadsheet"), "Ctrl+V"),
            (N_("Remove the rows"), "Del"),
            (N_("Mark all"), "Ctrl+A"),
        ),
    ),
    Section(
        N_("In an agenda"),
        (
            (N_("Move the item up"), "Alt+Up"),
            (N_("Move the item down"), "Alt+Down"),
            (N_("Edit the item"), "F2"),
            (N_("Remove the item"), "Del"),
        ),
    ),
    Section(
        N_("In the print preview"),
        (
            (N_("Next page"), "PgDown"),
            (N_("Page before"), "PgUp"),
            (N_("Nearer"), "Ctrl++"),
            (N_("Farther away"), "Ctrl+-"),
        ),
    ),
)


class ShortcutSheet(Dialog):
    """Two columns of keys, read from the same commands the menus are made of."""

    def __init__(
        self,
        t: Language,
        theme: Theme,
        commands: Sequence[Command],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(t, theme, t("Keyboard shortcuts"), parent)
        sections = [*self._of_menus(commands), *map(self._translated, INSIDE)]
        halves = _two_columns(sections)
        content = QWidget()
        columns = QHBoxLayout(content)
        columns.setContentsMargins(0, 0, 16, 0)
        columns.setSpacing(40)
        for half in halves:
            columns.addLayout(self._column(half), 1)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setWidget(content)
        self.area.setAccessibleName(t("Keyboard shortcuts"))
        self.column.addWidget(self.area)
        self.add_close_button()
        self.resize(820, 620)

    def _of_menus(self, commands: Sequence[Command]) -> Iterable[Section]:
        for menu, title in MENUS.items():
            lines = [(each.text, each.keys) for each in commands if each.menu == menu and each.keys]
            if lines:
                yield Section(self.t(title).replace("&", ""), lines)

    def _translated(self, section: Section) -> Section:
        lines = [(self.t(text), keys) for text, keys in section.lines]
        return Section(self.t(section.title), lines)

    def _column(self, sections: Sequence[Section]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(24)
        for section in sections:
            grid = QGridLayout()
            grid.setVerticalSpacing(6)
            grid.setColumnStretch(0, 1)
            grid.addWidget(sentence(section.title, "heading"), 0, 0, 1, 2)
            for row, (text, keys) in enumerate(section.lines, start=1):
                grid.addWidget(sentence(text), row, 0)
                caps = Keycaps(self.theme, key_names(keys))
                grid.addWidget(caps, row, 1, Qt.AlignmentFlag.AlignRight)
            column.addLayout(grid)
        column.addStretch(1)
        return column


def _two_columns(sections: Sequence[Section]) -> tuple[list[Section], list[Section]]:
    """The sections in their order, broken where both columns come out about as long."""
    heights = [len(section.lines) + 2 for section in sections]
    best = min(
        range(len(sections) + 1), key=lambda cut: abs(sum(heights[:cut]) - sum(heights[cut:]))
    )
    return list(sections[:best]), list(sections[best:])
