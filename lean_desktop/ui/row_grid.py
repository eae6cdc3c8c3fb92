"""Rows of widgets below each other in a dialog: moved, taken away, and laid out anew."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from lean_desktop.i18n import Language
from lean_desktop.ui.theme import Theme
from lean_desktop.ui.widgets.buttons import button


class GridRow(Protocol):
    """What a row must have; `told` is what it is called where it is moved or taken away."""

    def widgets(self) -> Sequence[QWidget]: ...

    def told(self) -> str: ...


R = TypeVar("R", bound=GridRow)

UP_DOWN = ("chevu", "chevd")
LEFT_RIGHT = ("chevl", "chevr")


class RowGrid(QWidget, Generic[R]):
    """Shows `rows` below their heads, each with buttons to move it and to take it away.

    `names` are templates for the names of these buttons, with `{name}` for the row. `changed()`
    follows when there are other rows.
    """

    changed = Signal()

    def __init__(
        self,
        t: Language,
        theme: Theme,
        heads: Sequence[str],
        names: Sequence[str],
        icons: tuple[str, str] = UP_DOWN,
        *,
        least: int = 0,
    ) -> None:
        super().__init__()
        self._t, self._theme, self._heads = t, theme, heads
        self._names, self._icons, self._least = names, icons, least
        self.rows: list[R] = []
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(0, 0, 0, 0)

    def show_rows(self, rows: Sequence[R]) -> None:
        """Show these."""
        self.rows = list(rows)
        self._show()

    def insert(self, row: R, place: int | None = None) -> None:
        """One more row, at the end or at a place."""
        self.rows.insert(len(self.rows) if place is None else place, row)
        self._show()

    def shift(self, row: R, by: int) -> None:
        """Move a row."""
        place = self.rows.index(row)
        self.rows.insert(max(0, place + by), self.rows.pop(place))
        self._show()

    def remove(self, row: R) -> None:
        """Take a row away."""
        self.rows.remove(row)
        self._show()

    # Inside

    def _show(self) -> None:
        while (item := self.grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None and not self._is_kept(old):
                old.hide()
                old.deleteLater()
        self.setVisible(bool(self.rows))
        for place, text in enumerate(self._heads if self.rows else ()):
            label = QLabel(text)
            label.setProperty("look", "small")
            self.grid.addWidget(label, 0, place)
        for number, row in enumerate(self.rows, start=1):
            for place, widget in enumerate((*row.widgets(), *self._moves(number - 1, row))):
                self.grid.addWidget(widget, number, place)
                widget.show()
        self.changed.emit()

    def _is_kept(self, widget: QWidget) -> bool:
        return any(widget in row.widgets() for row in self.rows)

    def _moves(self, place: int, row: R) -> Sequence[QPushButton]:
        back, on, gone = (self._t(name, name=row.told()) for name in self._names)
        first = self._tool(self._icons[0], back, partial(self.shift, row, -1))
        second = self._tool(self._icons[1], on, partial(self.shift, row, 1))
        trash = self._tool("trash", gone, partial(self.remove, row))
        first.setEnabled(place > 0)
        second.setEnabled(place < len(self.rows) - 1)
        trash.setEnabled(len(self.rows) > self._least)
        return first, second, trash

    def _tool(self, icon: str, name: str, do: Callable[[], object]) -> QPushButton:
        return button("", do, kind="tool", icon=self._theme.icon(icon), name=name)
