"""The heads in the list of actions: how they look, and how they are folded."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from lean_desktop.i18n import Language
from lean_desktop.ui.actions.grouped_model import GroupedModel
from lean_desktop.ui.qt import override
from lean_desktop.ui.theme import Theme
from lean_desktop.ui.widgets.cells import Cells, Index
from lean_desktop.ui.widgets.table import Table

_FOLDS = (Qt.Key.Key_Left,)
_UNFOLDS = (Qt.Key.Key_Right,)
_TURNS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_INSET = 8


class HeadCells(Cells):
    """Paints a head in bold on a ground of its own, and cells as usual."""

    def __init__(self, theme: Theme, t: Language, table: Table) -> None:
        super().__init__(theme, t, table)
        self.t, self._view = t, table

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, GroupedModel) or (head := model.head(index)) is None:
            super().paint(painter, option, index)
            return
        place = QRect(option.rect)
        painter.fillRect(place, self.theme.color("sunken"))
        self.paint_ground(painter, option, index)
        mark = index.column() == model.head_column - 1
        self._paint_told(painter, place, index.data() if mark else head.told(self.t), mark=mark)
        self.paint_frame(painter, place, current=self.is_current(index))

    def _paint_told(self, painter: QPainter, place: QRect, text: str, *, mark: bool) -> None:
        """What a head says goes on over the cells behind; each cell paints its part of it."""
        painter.save()
        painter.setClipRect(place)
        painter.setFont(self.theme.font(weight=600))
        painter.setPen(self.theme.color("text"))
        left = place.left() if mark else self._begin
        whole = QRect(left + _INSET, place.top(), self._view.viewport().width(), place.height())
        painter.drawText(whole, Qt.AlignmentFlag.AlignVCenter, text)
        painter.restore()

    @property
    def _begin(self) -> int:
        model = self._view.model()
        column = model.head_column if isinstance(model, GroupedModel) else 0
        return self._view.columnViewportPosition(column)


class Folding(QObject):
    """Folds and unfolds heads of a table: a click, Enter or Space turn, Left and Right say which."""

    def __init__(self, table: Table, t: Language) -> None:
        super().__init__(table)
        self._table = table
        table.cells = HeadCells(table.cells.theme, t, table)
        table.setItemDelegate(table.cells)
        table.installEventFilter(self)
        table.clicked.connect(self._turn)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = event.type() == QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and not event.modifiers():
            return self._on_key(Qt.Key(event.key()))
        return False

    def _on_key(self, key: Qt.Key) -> bool:
        index = self._table.currentIndex()
        model = self._table.model()
        head = model.head(index) if isinstance(model, GroupedModel) else None
        if head is None:
            return False
        if key in _TURNS or key in (_UNFOLDS if head.folded else _FOLDS):
            self._turn(index)
        return key in (*_TURNS, *_FOLDS, *_UNFOLDS)

    def _turn(self, index: Index) -> None:
        model = self._table.model()
        if isinstance(model, GroupedModel) and (head := model.head(index)):
            model.toggle(head.key)
            self._table.go_to(head.id, index.column())
