"""Cells of a table: painted flat, edited in place, and open for as long as their text is refused."""

from functools import cached_property
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from lean_desktop.domain.errors import RuleBroken
from lean_desktop.i18n import Language, Message
from lean_desktop.ui.qt import override
from lean_desktop.ui.row_model import RowModel
from lean_desktop.ui.theme import Theme
from lean_desktop.ui.widgets.inputs import Line, mark_refused, offer
from lean_desktop.ui.widgets.refusal import Refusal
from lean_desktop.ui.widgets.tips import tell_whole

Index = QModelIndex | QPersistentModelIndex

_INSET = 8
"""So that text stands under its heading."""

_ICON, _BESIDE = 14, 6
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

_LEAVING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
_STAYING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class Cells(QStyledItemDelegate):
    """Paints cells with a hairline and a ring around the current one, and edits them."""

    def __init__(self, theme: Theme, t: Language, table: QAbstractItemView) -> None:
        super().__init__(table)
        self.theme = theme
        self.hovered_row = -1
        self._figures, self._words = theme.figures(), theme.font()
        self._t = t
        self._table = table
        self._place = QPersistentModelIndex()
        self._editor: QLineEdit | None = None
        self._committed: str | None = None
        self._refused: Message | None = None

    @cached_property
    def _sentence(self) -> Refusal:
        """Where a refusal stands; made when somebody edits."""
        return Refusal(self._table.viewport(), floating=True)

    # Painting

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        place = QRect(option.rect)
        self.paint_ground(painter, option, index)
        inside = place.adjusted(_INSET, 0, -_INSET, 0)
        if icon := index.data(Qt.ItemDataRole.DecorationRole):
            icon.paint(painter, inside.left(), place.center().y() - _ICON // 2, _ICON, _ICON)
            inside.setLeft(inside.left() + _ICON + _BESIDE)
        self._paint_text(painter, inside, index)
        self.paint_frame(painter, place, current=self.is_current(index))

    def _paint_text(self, painter: QPainter, place: QRect, index: Index) -> None:
        """On one line; Qt's own way through the style sheet takes three times as long."""
        text = index.data()
        if not text:
            return
        color = index.data(Qt.ItemDataRole.ForegroundRole)
        figures = text.upper() == text.lower()  # no letters: a number, a time, a day
        painter.setFont(self._figures if figures else self._words)
        painter.setPen(color or self.theme.color("text"))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, index.data(Qt.ItemDataRole.TextAlignmentRole) or _LEFT, shown)

    def is_current(self, index: Index) -> bool:
        """Whether the keyboard is in this cell.

        The option says so too, but asking it first makes everything of Qt's style known, for 6 ms.
        """
        return index == self._table.currentIndex() and self._table.hasFocus()

    def paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The fill of a selected row, or of the one under the mouse."""
        if self._table.selectionModel().isSelected(index):
            self._fill(painter, option.rect, "selected")
        elif index.row() == self.hovered_row:
            self._fill(painter, option.rect, "hover")

    def _fill(self, painter: QPainter, place: QRect, color: str) -> None:
        painter.save()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.color(color))  # fillRect looks for gradients, for 2 ms.
        painter.drawRect(place)
        painter.restore()

    def paint_frame(self, painter: QPainter, place: QRect, *, current: bool) -> None:
        """The hairline under a cell, and the ring of the current one."""
        painter.save()
        painter.setPen(QPen(self.theme.color("line"), 1))
        painter.drawLine(place.bottomLeft(), place.bottomRight())
        if current:
            painter.setPen(QPen(self.theme.color("accent_text"), 2))
            painter.drawRect(place.adjusted(1, 1, -1, -1))
        painter.restore()

    # Telling

    beside = 16
    """Logical pixels of a cell that its text does not get."""

    def texts(self, index: Index) -> list[str]:
        """What a cell says, each on a line of its own; a tip says it where it is shortened."""
        return [index.data() or ""]

    @override
    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        if not index.isValid() or index.data(Qt.ItemDataRole.ToolTipRole):
            return super().helpEvent(event, view, option, index)
        room = option.rect.width() - self.theme.scaled(self.beside)
        font = self.theme.figures(weight=600)  # The widest there is.
        return tell_whole(event, view, option.rect, self.texts(index), font, room)

    # Editing

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        column = self._model().columns[index.column()]
        line = Line(parent)
        line.setAccessibleName(column.title)
        if column.choices:
            offer(column.choices(), line)
        self._place = QPersistentModelIndex(index)
        self._editor = line
        self._committed = None
        return line

    @override
    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(index.data(Qt.ItemDataRole.EditRole))
            editor.selectAll()

    @override
    def setModelData(self, editor: QWidget, model: Any, index: Index) -> None:
        if isinstance(editor, QLineEdit) and editor.text() != self._committed:
            model.setData(index, editor.text())

    @override
    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        if editor is self._editor:  # the next cell may be open before this one is gone
            self._editor = None
            self._refused = None
            self._sentence.hide()
        super().destroyEditor(editor, index)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._editor and _would_commit(event):
            if not self.try_commit():
                return True
            if self._editor is None:
                self._go_on_without(event)
                return True
        return super().eventFilter(watched, event)

    def _go_on_without(self, event: QEvent) -> None:
        """The text put its row out of sight, and Qt took the cell away with it."""
        if event.type() == QEvent.Type.KeyPress:
            self._table.setFocus()

    def try_commit(self) -> bool:
        """Commit what is being typed; when it will not do, it stays, with its sentence."""
        if self._editor is None or not self._place.isValid():
            return True
        self._refused = None
        typed = self._editor.text()
        model = self._model()
        model.refused.connect(self._on_refused)
        went_well = model.setData(self._place, typed)
        model.refused.disconnect(self._on_refused)
        self._committed = typed if went_well else None
        self._show_sentence()
        return went_well

    def commit(self) -> None:
        """Commit and close the cell in hand. Raises RuleBroken when it will not do."""
        if not self.try_commit() and self._refused:
            raise RuleBroken(self._refused)
        if self._editor:
            self.closeEditor.emit(self._editor, QStyledItemDelegate.EndEditHint.NoHint)

    def in_hand(self) -> bool:
        """Whether a cell holds typed text that is not committed."""
        return self._editor is not None and self._editor.text() != self._place.data(
            Qt.ItemDataRole.EditRole
        )

    def _show_sentence(self) -> None:
        sentence = self._t(self._refused) if self._refused else ""
        self._sentence.say(sentence)
        if self._editor is None:
            return
        mark_refused(self._editor, sentence)
        if sentence:
            self._sentence.adjustSize()
            below = self._editor.geometry().bottomLeft()
            room = self._table.viewport().width() - self._sentence.width()
            self._sentence.move(max(0, min(below.x(), room)), below.y() + 2)
            self._sentence.raise_()

    def _on_refused(self, _index: QModelIndex, message: Message) -> None:
        self._refused = message

    def _model(self) -> RowModel[Any]:
        model = self._table.model()
        if not isinstance(model, RowModel):
            raise TypeError("this table shows a RowModel")
        return model


def _would_commit(event: QEvent) -> bool:
    if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut:
        return event.reason() not in _STAYING
    return (
        isinstance(event, QKeyEvent)
        and event.type() == QEvent.Type.KeyPress
        and event.key() in _LEAVING
    )
