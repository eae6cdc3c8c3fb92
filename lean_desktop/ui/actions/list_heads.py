"""The heads in the list of actions: how they look, and how they are folded."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from lean_desktop.i18n import Language
from lean_desktop.ui.actions.grouped_model import GroupedModel
from lean_desktop.ui.qt import override
from lean_desktop.ui.widgets.cells import Cells, Index
from lean_desktop.ui.widgets.table import Table

_FOLDS = (Qt.Key.Key_Left,)
_UNFOLDS = (Qt.Key.Key_Right,)
_TURNS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_INSET = 8


class HeadCells(Cells):
    """Paints a head in bold on a ground of its own, and cells as usual."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, GroupedModel) or model.head(index) is None:
            super().paint(painter, option, index)
            return
        place = QRect(option.rect)
        painter.fillRect(place, self.theme.color("sunken"))
        self.paint_ground(painter, option, index)
        painter.setFont(self.theme.font(weight=600))
        painter.setPen(self.theme.color("text"))
        inside, text = place.adjusted(_INSET, 0, -_INSET, 0), index.data() or ""
        room = Qt.TextElideMode.ElideRight
        shown = painter.fontMetrics().elidedText(text, room, inside.width())
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter, shown)
        self.paint_frame(painter, place, current=self.is_current(index))


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
