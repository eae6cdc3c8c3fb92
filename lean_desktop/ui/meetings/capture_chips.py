"""Chips one can press: each opens a small menu. Tab comes to one of them, arrows to the others."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from lean_desktop.ui.meetings.capture_told import Mark
from lean_desktop.ui.qt import override
from lean_desktop.ui.theme import Theme
from lean_desktop.ui.widgets.chip import chip_size, paint_chip
from lean_desktop.ui.widgets.flow import Flow
from lean_desktop.ui.widgets.tab_chain import tab_through

LONGEST = 220
"""Logical pixels of a chip's text, when nothing else is said."""

_PIXELS, _WEIGHT, _RADIUS = 11, 500, 4
_ROOMIER = 4
"""Logical pixels a chip is higher than others, since it is pressed."""

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class Choice(NamedTuple):
    """One line of a chip's menu; `do` is None for a line between two parts of the menu."""

    text: str
    do: Callable[[], object] | None
    chosen: bool = False


Choices = Callable[[], Sequence[Choice]]


def pop_up(button: QWidget, choices: Sequence[Choice]) -> QMenu:
    """Open a menu below the button, its chosen line marked."""
    menu = QMenu(button)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setAccessibleName(button.accessibleName())
    for each in choices:
        if each.do is None:
            menu.addSeparator()
            continue
        action = menu.addAction(each.text)
        action.setCheckable(True)
        action.setChecked(each.chosen)
        action.triggered.connect(lambda _checked, do=each.do: do())
    menu.popup(button.mapToGlobal(QPoint(0, button.height())))
    menu.setActiveAction(menu.actions()[0])
    return menu


class ChipButton(QPushButton):
    """A chip that opens a menu; neutral in colour, since it names a person.

    A text wider than `longest` logical pixels is shortened, and its tip says all.
    """

    def __init__(
        self,
        theme: Theme,
        choices: Choices,
        parent: QWidget | None = None,
        *,
        longest: int = LONGEST,
    ) -> None:
        super().__init__(parent)
        self._theme, self._mark, self._longest = theme, Mark(""), longest
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda: pop_up(self, choices()))
        theme.changed.connect(self.update)

    def show_mark(self, mark: Mark) -> None:
        """Show this from now on."""
        self._mark = mark
        told = mark.tip or mark.text
        self.setAccessibleName(told)
        self.setToolTip(told)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        size = chip_size(self._theme, self._shown(), self._mark.icon).toSize()
        return size + QSize(1, _ROOMIER)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, place = QPainter(self), QRectF(self.rect())
        paint_chip(painter, self._theme, place, self._kind(), self._shown(), self._mark.icon)
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.color("accent_text"), 2))
            painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)

    def _kind(self) -> str:
        if self.underMouse() and self.isEnabled():
            return "info"
        return "outline" if self._mark.icon else "quiet"

    def _shown(self) -> str:
        metrics = QFontMetricsF(self._theme.font(_PIXELS, _WEIGHT))
        room = self._theme.scaled(self._longest)
        return metrics.elidedText(self._mark.text, Qt.TextElideMode.ElideRight, room)


class Roving(QObject):
    """Has Tab come to one of several widgets, the one used last; arrows go to the others.

    Emits `left()` when one goes back beyond the first.
    """

    left = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.those: list[QPushButton] = []

    def rove(self, those: Sequence[QPushButton]) -> None:
        """Go through these from now on."""
        self.those = list(those)
        for place, each in enumerate(those):
            each.installEventFilter(self)
            each.setFocusPolicy(_policy(takes_tab=place == 0))

    def enter(self) -> bool:
        """Give the keys to the one Tab comes to; whether there is one."""
        for each in self.those:
            if each.focusPolicy() == Qt.FocusPolicy.StrongFocus and each.isEnabled():
                each.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return False

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(watched, QPushButton) or watched not in self.those:
            return False
        if event.type() == QEvent.Type.FocusIn:
            for each in self.those:
                each.setFocusPolicy(_policy(takes_tab=each is watched))
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(watched, event)
        return False

    def _on_key(self, here: QPushButton, event: QKeyEvent) -> bool:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            here.click()
            return True
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            return False
        there = self.those.index(here) + step
        if there < 0:
            self.left.emit()
        elif there < len(self.those):
            self.those[there].setFocus(Qt.FocusReason.TabFocusReason)
        return True


class ChipRows(QWidget):
    """Chips among which arrows go. Emits `left()` upwards from the first.

    `after` is what Tab comes from to them, since they are made again when they are others.
    """

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.after: QWidget | None = None
        self.roving = Roving(self)
        self.roving.left.connect(self.left)

    def rove(self, chips: Sequence[ChipButton]) -> None:
        """Have the keys go through these from now on."""
        self.roving.rove(chips)
        if self.after is not None:
            tab_through(self.after, chips)


class Chips(ChipRows):
    """One chip for each key, in lines as the width asks."""

    def __init__(
        self, theme: Theme, choices: Callable[[int], Sequence[Choice]], *, longest: int = LONGEST
    ) -> None:
        super().__init__()
        self._theme, self._choices, self._longest = theme, choices, longest
        self.chips: dict[int, ChipButton] = {}
        self._flow = Flow(self)
        self._flow.setSpacing(6)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_marks(self, marks: dict[int, Mark]) -> None:
        """Show these; chips that are there already stay, and keep the keys."""
        if list(marks) != list(self.chips):
            self._make(list(marks))
        for key, mark in marks.items():
            self.chips[key].show_mark(mark)
        self.setVisible(bool(marks))

    def _make(self, keys: Sequence[int]) -> None:
        self._flow.remove_all()
        self.chips = {key: self._chip(key) for key in keys}
        for chip in self.chips.values():
            self._flow.addWidget(chip)
        self.rove(list(self.chips.values()))

    def _chip(self, key: int) -> ChipButton:
        choices = partial(self._choices, key)
        return ChipButton(self._theme, choices, self, longest=self._longest)


def _policy(*, takes_tab: bool) -> Qt.FocusPolicy:
    return Qt.FocusPolicy.StrongFocus if takes_tab else Qt.FocusPolicy.ClickFocus
