"""Fields: a label above, a line, a text or a choice, and under it one sentence when it will not do.

A field commits when it is left, or when a command asks. Refused text stays, with its sentence;
Esc puts back what is stored.
"""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from lean_desktop.domain.errors import RuleBroken
from lean_desktop.i18n import Language
from lean_desktop.ui.qt import override
from lean_desktop.ui.widgets.inputs import Area, Choice, Line, is_entering, mark_refused, offer
from lean_desktop.ui.widgets.refusal import Refusal

Commit = Callable[[str], object]
"""Makes the edit out of what was typed; raises RuleBroken when it will not do."""


class Field(QWidget):
    """What all fields share. `changed()` follows a commit; `drafted(text)` follows typing."""

    changed = Signal()
    drafted = Signal(str)

    def __init__(
        self, label: str, editor: QWidget, t: Language, commit: Commit, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self.t = t
        self.editor = editor
        self.label = QLabel(label)
        self.label.setProperty("look", "small")
        self.label.setBuddy(editor)
        self.sentence = Refusal()
        self._commit = commit
        self._stored = ""
        editor.setAccessibleName(label)
        editor.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (self.label, editor, self.sentence):
            column.addWidget(widget)
        self.setFocusProxy(editor)

    def text(self) -> str:
        """What is in the field now."""
        raise NotImplementedError

    def put(self, text: str) -> None:
        """Show a text without committing it."""
        raise NotImplementedError

    def show_value(self, text: str) -> None:
        """Show what is stored, unless something else is being typed here."""
        typing = self.in_hand()
        self._stored = text
        if not typing:
            self.put(text)
            self.refuse("")

    def in_hand(self) -> bool:
        """Whether there is typed text that is not committed."""
        return self.text() != self._stored

    def commit(self) -> None:
        """Commit what was typed, if anything was. Raises RuleBroken and shows its sentence."""
        if not self.in_hand():
            return
        typed = self.text()
        try:
            self._commit(typed)
        except RuleBroken as error:
            self.refuse(self.t(error.message))
            raise
        self._stored = typed
        self.refuse("")
        self.changed.emit()

    def revert(self) -> None:
        """Put back what is stored."""
        self.put(self._stored)
        self.refuse("")
        self.drafted.emit("")

    def begin_anew(self) -> None:
        """Be empty for the next text, with nothing to put back."""
        self._stored = ""
        self.revert()

    def refuse(self, sentence: str) -> None:
        """Show a sentence under the field, or none."""
        if sentence == self.sentence.text():
            return
        self.sentence.say(sentence)
        mark_refused(self.editor, sentence)

    def try_commit(self) -> bool:
        """Commit, and say whether it went well."""
        try:
            self.commit()
        except RuleBroken:
            return False
        return True

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and self._leaving():
            self.try_commit()
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(event)
        return False

    def _leaving(self) -> bool:
        return not self.editor.hasFocus()

    def _on_key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape and self.in_hand():
            self.revert()
            return True
        return False


class LineField(Field):
    """One line of text."""

    def __init__(
        self,
        label: str,
        t: Language,
        commit: Commit,
        *,
        hint: str = "",
        suggestions: Callable[[], Sequence[str]] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        self.line = Line()
        self._suggestions = suggestions
        super().__init__(label, self.line, t, commit, parent)
        self.line.setPlaceholderText(hint)
        self.line.returnPressed.connect(self.try_commit)
        self.line.textEdited.connect(self.drafted)

    def stay_for_next(self) -> None:
        """Be empty after each commit: the field adds somebody, and stays for the next."""
        self.changed.connect(self.begin_anew)
        # Whoever was chosen from the list is written into the line after all this.
        self.changed.connect(lambda: QTimer.singleShot(0, self, self._drop_chosen))

    def _drop_chosen(self) -> None:
        if not self.line.isModified():
            self.begin_anew()

    @override
    def text(self) -> str:
        return self.line.text().strip()

    @override
    def put(self, text: str) -> None:
        self.line.setText(text)
        self.line.setModified(False)
        self.line.setCursorPosition(0)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if is_entering(event) and self._suggestions:
            offer(self._suggestions(), self.line)
        return super().eventFilter(watched, event)


class TextField(Field):
    """Several lines of text; Enter makes a new line, Tab leaves."""

    def __init__(
        self,
        label: str,
        t: Language,
        commit: Commit,
        *,
        lines: int = 3,
        parent: QWidget | None = None,
    ) -> None:
        self.area = Area()
        self.area.setFixedHeight(self.area.fontMetrics().lineSpacing() * lines + 16)
        super().__init__(label, self.area, t, commit, parent)
        self.area.textChanged.connect(self._on_typed)

    @override
    def text(self) -> str:
        return self.area.toPlainText().strip()

    @override
    def put(self, text: str) -> None:
        self.area.setPlainText(text)

    def _on_typed(self) -> None:
        if self.area.hasFocus() and self.in_hand():
            self.drafted.emit(self.text())


class ChoiceField(Field):
    """One of a few; commits at once. Its texts are shown, its keys are committed."""

    def __init__(
        self,
        label: str,
        t: Language,
        commit: Commit,
        choices: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
    ) -> None:
        self.combo = Choice()
        super().__init__(label, self.combo, t, commit, parent)
        self.set_choices(choices)
        self.combo.activated.connect(lambda _index: self.try_commit())

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer these from now on, as (key, text)."""
        chosen = self.text()
        self.combo.blockSignals(True)
        self.combo.clear()
        for key, text in choices:
            self.combo.addItem(text, key)
        self.combo.blockSignals(False)
        self.put(chosen)
        self._stored = self.text()  # What stands first was not typed by anybody.

    @override
    def text(self) -> str:
        key: Any = self.combo.currentData()
        return "" if key is None else str(key)

    @override
    def put(self, text: str) -> None:
        self.combo.setCurrentIndex(max(0, self.combo.findData(text)))

    @override
    def in_hand(self) -> bool:
        return self.combo.count() > 0 and super().in_hand()
