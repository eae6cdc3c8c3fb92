"""Buttons of the design, and a choice between a few segments."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QWidget

from lean_desktop.ui.qt import override


def button(
    text: str,
    clicked: Callable[[], object],
    *,
    kind: str = "outlined",
    icon: QIcon | None = None,
    keys: str = "",
) -> QPushButton:
    """A button: `primary`, `outlined`, `ghost`, `danger` or `link`; `keys` stand in its tip."""
    made = QPushButton(text)
    made.setProperty("kind", kind)
    made.setAutoDefault(False)
    made.setAccessibleName(text.replace("&", ""))
    if icon:
        made.setIcon(icon)
        made.setIconSize(QSize(16, 16))
    if keys:
        made.setToolTip(f"{text.replace('&', '')} ({keys})")
    made.clicked.connect(lambda _checked: clicked())
    return made


class Segments(QFrame):
    """One choice of a few, side by side; arrows go from one to the next. Emits `chosen(key)`."""

    chosen = Signal(str)

    def __init__(
        self, name: str, choices: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("segments")
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(2)
        for key, text in choices:
            row.addWidget(self._segment(key, text, name))
        self.choose(choices[0][0])

    @property
    def choice(self) -> str:
        """The key that is chosen."""
        return next(key for key, each in self._buttons.items() if each.isChecked())

    def choose(self, key: str) -> None:
        """Choose without telling anyone."""
        self._buttons[key].setChecked(True)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        keys = list(self._buttons)
        there = keys[(keys.index(self.choice) + step) % len(keys)]
        self._buttons[there].setFocus(Qt.FocusReason.TabFocusReason)
        self._buttons[there].click()

    def _segment(self, key: str, text: str, name: str) -> QPushButton:
        segment = QPushButton(text)
        segment.setCheckable(True)
        segment.setAutoDefault(False)
        segment.setProperty("kind", "segment")
        segment.setAccessibleName(f"{name}: {text}")
        segment.clicked.connect(lambda: self.chosen.emit(key))
        self._group.addButton(segment)
        self._buttons[key] = segment
        return segment
