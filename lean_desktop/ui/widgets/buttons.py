"""Buttons of the design, and a choice between a few segments."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStyleOptionButton,
    QWidget,
)

from lean_desktop.ui.qt import override

_GAP = "\N{NO-BREAK SPACE}"
_CAP_MARGIN, _CAP_GAP = 8, 4


class Button(QPushButton):
    """Leaves room between icon and text; `keys`, if any, stand in a cap at the right."""

    def __init__(self, text: str, keys: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setAutoDefault(False)
        self._cap = QLabel(keys, self) if keys else None
        self.setProperty("capped", bool(keys))

    @override
    def sizeHint(self) -> QSize:
        usual = super().sizeHint()
        gap = self.fontMetrics().horizontalAdvance(_GAP) if self._spaced() else 0
        cap = self._cap.sizeHint().width() + _CAP_GAP if self._cap else 0
        return usual + QSize(gap + cap, 0)

    @override
    def initStyleOption(self, option: QStyleOptionButton) -> None:
        super().initStyleOption(option)
        if self._spaced():
            option.text = _GAP + option.text

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._cap:
            cap = self._cap.sizeHint()
            corner = QPoint(
                self.width() - cap.width() - _CAP_MARGIN, (self.height() - cap.height()) // 2
            )
            self._cap.setGeometry(QRect(corner, cap))

    def _spaced(self) -> bool:
        return bool(self.text()) and not self.icon().isNull()


def button(
    text: str,
    clicked: Callable[[], object] | None,
    *,
    kind: str = "outlined",
    icon: QIcon | None = None,
    keys: str = "",
    name: str = "",
) -> QPushButton:
    """A button: `primary`, `outlined`, `ghost`, `danger`, `link` or `tool` (an icon alone).

    One that opens a menu has nothing to do when `clicked`.

    `keys` stand on a primary button, and in the tip of any other. Without a text it needs a
    `name`.
    """
    native = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    told = name or text.replace("&", "")
    made = Button(text, native if kind == "primary" else "")
    made.setProperty("kind", kind)
    made.setAccessibleName(told)
    if icon:
        made.setIcon(icon)
        made.setIconSize(QSize(16, 16))
    if keys or not text:
        made.setToolTip(f"{told} ({native})" if keys else told)
    if clicked:
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
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
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

    def rename(self, key: str, text: str) -> None:
        """Give a choice another text."""
        self._buttons[key].setText(text)
        self._buttons[key].setAccessibleName(f"{self.accessibleName()}: {text}")

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
        segment.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        segment.toggled.connect(lambda on: self._take_tab(segment, on=on))
        segment.clicked.connect(lambda: self.chosen.emit(key))
        self._group.addButton(segment)
        self._buttons[key] = segment
        return segment

    def _take_tab(self, segment: QPushButton, *, on: bool) -> None:
        """Tab comes to the one that is chosen; left alone, Qt has it come to the first."""
        policy = Qt.FocusPolicy
        segment.setFocusPolicy(policy.StrongFocus if on else policy.ClickFocus)
        if on:
            self.setFocusProxy(segment)
