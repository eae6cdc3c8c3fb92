"""Which column of a list holds what: a choice for each thing we take."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from lean_desktop.i18n import Language

NO_COLUMN = -1
_PER_ROW = 5


F = TypeVar("F", bound=StrEnum)


class ImportColumns(QWidget, Generic[F]):
    """A list of columns to choose from for each field of `names`. Emits `changed` when one chose."""

    changed = Signal()

    def __init__(self, t: Language, names: Mapping[F, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.t = t
        self.fields: dict[F, QComboBox] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        for place, (field, name) in enumerate(names.items()):
            self._add(place, field, t(name))

    def offer(self, headings: list[str], guessed: Mapping[F, int]) -> None:
        """Let these columns be chosen from, with those chosen that were guessed."""
        for field, combo in self.fields.items():
            combo.clear()
            combo.addItem(self.t("(not in the list)"), NO_COLUMN)
            for column, heading in enumerate(headings):
                combo.addItem(heading, column)
            combo.setCurrentIndex(combo.findData(guessed.get(field, NO_COLUMN)))

    def chosen(self) -> dict[F, int]:
        """Which column holds what, as chosen now."""
        chosen = {field: combo.currentData() for field, combo in self.fields.items()}
        return {field: column for field, column in chosen.items() if column != NO_COLUMN}

    def _add(self, place: int, field: F, name: str) -> None:
        combo = QComboBox()
        combo.setAccessibleName(name)
        combo.setMinimumWidth(140)
        combo.activated.connect(lambda _index: self.changed.emit())
        label = QLabel(name)
        label.setProperty("look", "small")
        label.setBuddy(combo)
        cell = QVBoxLayout()
        cell.setSpacing(2)
        cell.addWidget(label)
        cell.addWidget(combo)
        self._grid.addLayout(cell, place // _PER_ROW, place % _PER_ROW)
        self.fields[field] = combo
