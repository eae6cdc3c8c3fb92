"""What one types in or chooses with, better behaved among commands and scrolling panels."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QStringListModel, Qt
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QLineEdit,
    QPlainTextEdit,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QToolTip,
    QWidget,
)

from lean_desktop.ui.qt import override

ICON_GAP = 6


class Line(QLineEdit):
    """A line edit that leaves Ctrl+Z to the document when nothing was typed in it."""

    @override
    def event(self, event: QEvent) -> bool:
        if _asks_for_history(event) and not self.isModified():
            event.ignore()
            return False
        return super().event(event)


class Area(QPlainTextEdit):
    """Several lines, which leave Ctrl+Z to the document when nothing was typed; Tab leaves."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)

    @override
    def event(self, event: QEvent) -> bool:
        history = self.document().isUndoAvailable() or self.document().isRedoAvailable()
        if _asks_for_history(event) and not history:
            event.ignore()
            return False
        return super().event(event)


class Choice(QComboBox):
    """A drop-down that the mouse wheel scrolls past instead of changing it.

    What it has too little room for is shortened, and a tip tells the whole.
    """

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText = self._shortened(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and not self.toolTip():
            option = QStyleOptionComboBox()
            self.initStyleOption(option)
            whole = self.currentText()
            told = whole if self._shortened(option) != whole else ""
            QToolTip.showText(event.globalPos(), told, self)
            return True
        return super().event(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def _shortened(self, option: QStyleOptionComboBox) -> str:
        field = QStyle.SubControl.SC_ComboBoxEditField
        place = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, self)
        icon = 0 if option.currentIcon.isNull() else option.iconSize.width() + ICON_GAP
        elide = Qt.TextElideMode.ElideRight
        room = place.width() - icon - 2
        return self.fontMetrics().elidedText(option.currentText, elide, room)


def offer(texts: Sequence[str], line: QLineEdit) -> None:
    """Offer texts that hold what is typed, wherever it stands in them."""
    found = completer(line)
    found.setModel(QStringListModel(list(texts), found))


def completer(line: QLineEdit) -> QCompleter:
    """What offers texts to a line; made when it is first asked for.

    It stays the same: its popup may be the window the focus is just coming back from, and Qt
    asks that window about it.
    """
    if (made := line.completer()) is not None:
        return made
    made = QCompleter(line)
    made.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    made.setFilterMode(Qt.MatchFlag.MatchContains)
    if popup := made.popup():
        popup.setAccessibleName(line.accessibleName())
    line.setCompleter(made)
    return made


def is_entering(event: QEvent) -> bool:
    """Whether focus comes from another widget, and not back from a popup of the same one."""
    return (
        isinstance(event, QFocusEvent)
        and event.type() == QEvent.Type.FocusIn
        and event.reason() != Qt.FocusReason.PopupFocusReason
    )


def mark_refused(editor: QWidget, sentence: str) -> None:
    """Outline an editor as refused, and tell a reader why; an empty sentence takes it back."""
    editor.setProperty("refused", bool(sentence))
    editor.setAccessibleDescription(sentence)
    editor.style().unpolish(editor)
    editor.style().polish(editor)


def _asks_for_history(event: QEvent) -> bool:
    """Whether undo or redo is pressed, and Qt asks if the field takes it."""
    return (
        event.type() == QEvent.Type.ShortcutOverride
        and isinstance(event, QKeyEvent)
        and (
            event.matches(QKeySequence.StandardKey.Undo)
            or event.matches(QKeySequence.StandardKey.Redo)
        )
    )
