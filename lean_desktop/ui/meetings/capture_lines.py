"""The lines minutes are keyed in on: a label, a field, “all”, and what is recorded now."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from lean_desktop.domain.errors import RuleBroken
from lean_desktop.ui.editor import Surroundings
from lean_desktop.ui.qt import override
from lean_desktop.ui.widgets.buttons import button
from lean_desktop.ui.widgets.inputs import Line, mark_refused
from lean_desktop.ui.widgets.quick_line import QuickLine

LABEL = 150


class ExceptionLine(Line):
    """Enter takes what is written, an empty line too. Emits `entered(text)`."""

    entered = Signal(str)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self.entered.emit(self.text())
        else:
            super().keyPressEvent(event)


class Step(QWidget):
    """One line of the sheet. `take(text)` records it and raises RuleBroken when it cannot be read.

    Emits `done()` when it was taken, so that the next line can be gone to.
    """

    done = Signal()

    def __init__(
        self, name: str, hint: str, take: Callable[[str], object], around: Surroundings
    ) -> None:
        super().__init__()
        self._take, self._t = take, around.t
        self.line = ExceptionLine()
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText(hint)
        self.all = button(
            around.t("All"), lambda: self._enter(""), name=f"{name}: {around.t('All')}"
        )
        self.told, self.sentence = QLabel(), QLabel()
        self._lay_out(name, around)
        self.line.entered.connect(self._enter)

    def show_told(self, text: str) -> None:
        """Say what is recorded now."""
        self.told.setText(text)

    def commit(self) -> None:
        """Record what is written, if anything is. Raises RuleBroken."""
        if self.line.text().strip():
            self._record(self.line.text())

    def in_hand(self) -> bool:
        """Whether something is written that is not recorded."""
        return bool(self.line.text().strip())

    def _enter(self, text: str) -> None:
        try:
            self._record(text)
        except RuleBroken as error:
            self._refuse(self._t(error.message))
            self.line.setFocus()
            return
        self.done.emit()

    def _record(self, text: str) -> None:
        self._take(text)
        self._refuse("")
        self.line.setText("")

    def _refuse(self, sentence: str) -> None:
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))
        mark_refused(self.line, sentence)

    def _lay_out(self, name: str, around: Surroundings) -> None:
        label = QLabel(name)
        label.setStyleSheet("font-weight: 600")
        label.setFixedWidth(around.theme.scaled(LABEL))
        row = QHBoxLayout()
        row.setSpacing(8)
        for widget in (label, self.line, self.all):
            row.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        for text, look in ((self.sentence, "bad"), (self.told, "small")):
            text.setProperty("look", look)
            text.setTextFormat(Qt.TextFormat.PlainText)
            text.setWordWrap(True)
            text.setContentsMargins(around.theme.scaled(LABEL) + 8, 0, 0, 0)
            column.addWidget(text)
        self.sentence.hide()


class AddLine(QWidget):
    """A line that adds and stays; Enter on an empty one goes on. `take(lines)` adds them."""

    done = Signal()

    def __init__(
        self, name: str, hint: str, take: Callable[[list[str]], object], around: Surroundings
    ) -> None:
        super().__init__()
        self._take, self._t = take, around.t
        self.line = _QuickOrOn()
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText(hint)
        self.told, self.sentence = QLabel(), QLabel()
        self.line.entered.connect(self._enter)
        self.line.passed.connect(self.done)
        self._lay_out(name, around)

    def show_told(self, text: str) -> None:
        """Say what is noted now."""
        self.told.setText(text)
        self.told.setVisible(bool(text))

    def commit(self) -> None:
        """Add what is written, if anything is. Raises RuleBroken."""
        if self.line.text().strip():
            self._take([self.line.text()])
            self.line.setText("")

    def in_hand(self) -> bool:
        """Whether something is written that is not added."""
        return bool(self.line.text().strip())

    def _enter(self, lines: list[str]) -> None:
        try:
            self._take(lines)
        except RuleBroken as error:
            self._refuse(self._t(error.message))
            return
        self._refuse("")
        self.line.setText("")

    def _refuse(self, sentence: str) -> None:
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))
        mark_refused(self.line, sentence)

    def _lay_out(self, name: str, around: Surroundings) -> None:
        label = QLabel(name)
        label.setStyleSheet("font-weight: 600")
        label.setFixedWidth(around.theme.scaled(LABEL))
        row = QHBoxLayout()
        row.setSpacing(8)
        for widget in (label, self.line):
            row.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        for text, look in ((self.sentence, "bad"), (self.told, "small")):
            text.setProperty("look", look)
            text.setTextFormat(Qt.TextFormat.PlainText)
            text.setWordWrap(True)
            text.setContentsMargins(around.theme.scaled(LABEL) + 8, 0, 0, 0)
            column.addWidget(text)
        self.sentence.hide()
        self.told.hide()


class _QuickOrOn(QuickLine):
    """Enter with nothing written goes on. Emits `passed()`."""

    passed = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and plain and not self.text().strip():
            self.passed.emit()
        else:
            super().keyPressEvent(event)
