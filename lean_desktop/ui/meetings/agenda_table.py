"""The agenda as a table: two-line items, presenters with their initials, starts that turn red."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QDropEvent, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyleOptionViewItem,
    QWidget,
)

from lean_desktop.domain.meetings import ItemKind, ScheduledItem
from lean_desktop.domain.preparation import told_together
from lean_desktop.i18n import Language
from lean_desktop.ui.meetings.model import (
    KIND,
    MINUTES,
    NUMBER,
    PRESENTER,
    START,
    TITLE,
    AgendaModel,
)
from lean_desktop.ui.qt import override
from lean_desktop.ui.row_model import ROW_ROLE
from lean_desktop.ui.theme import Theme
from lean_desktop.ui.widgets.cells import Cells
from lean_desktop.ui.widgets.marks import AVATAR, paint_avatar
from lean_desktop.ui.widgets.table import Table

ONE_LINE, TWO_LINES, HEAD = 40, 52, 30
PAD = 8
KIND_ICONS = {
    ItemKind.INFORMATION: "note",
    ItemKind.DISCUSSION: "speech",
    ItemKind.DECISION: "decision",
    ItemKind.FOLLOW_UP: "checkc",
    ItemKind.ROUND: "users",
}
_WIDTHS = {NUMBER: 52, KIND: 132, PRESENTER: 176, MINUTES: 64, START: 76}

Index = QModelIndex | QPersistentModelIndex


class AgendaCells(Cells):
    """Paints agenda items; editing is as in every table."""

    beside = 2 * PAD + AVATAR + 8

    @override
    def texts(self, index: Index) -> list[str]:
        row: ScheduledItem = index.data(ROW_ROLE)
        if index.column() == TITLE:
            return [row.item.title, told_together(row.item.tasks, self._t)]
        return super().texts(index)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: ScheduledItem = index.data(ROW_ROLE)
        if row.heads:
            self._paint_head(painter, QRect(option.rect), index, row)
            option.rect = option.rect.adjusted(0, self._scaled(HEAD), 0, 0)
        self.paint_ground(painter, option, index)
        painter.save()
        self._paint_content(painter, option.rect, index, row)
        painter.restore()
        self.paint_frame(painter, option.rect, current=self.is_current(index))

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: ScheduledItem = index.data(ROW_ROLE)
        lines = TWO_LINES if row.item.tasks else ONE_LINE
        return QSize(40, self._scaled(lines + (HEAD if row.heads else 0)))

    def _scaled(self, pixels: int) -> int:
        return round(pixels * self.theme.font().pixelSize() / 13)

    def _paint_head(
        self, painter: QPainter, place: QRect, index: Index, row: ScheduledItem
    ) -> None:
        """The section above its first item, with its minutes; a line under it."""
        place.setHeight(self._scaled(HEAD))
        painter.save()
        painter.fillRect(place, self.theme.color("surface"))
        painter.setFont(self.theme.font(12, 600))
        painter.setPen(self.theme.color("text2"))
        inside = place.adjusted(PAD, 0, -PAD, -4)
        low = Qt.AlignmentFlag.AlignBottom
        if index.column() == TITLE:
            _draw(painter, inside, row.heads, low | Qt.AlignmentFlag.AlignLeft)
        elif index.column() == MINUTES:
            text = str(row.section_minutes)
            _draw(painter, inside, text, low | Qt.AlignmentFlag.AlignRight)
        painter.setPen(self.theme.color("line"))
        painter.drawLine(place.bottomLeft(), place.bottomRight())
        painter.restore()

    def _paint_content(
        self, painter: QPainter, place: QRect, index: Index, row: ScheduledItem
    ) -> None:
        inside = place.adjusted(PAD, 0, -PAD, 0)
        if index.column() == TITLE:
            self._paint_title(painter, inside, row)
        elif index.column() == KIND:
            self._paint_kind(painter, inside, index, row)
        elif index.column() == PRESENTER:
            self._paint_presenter(painter, inside, row)
        else:
            self._paint_figure(painter, inside, index, row)

    def _paint_title(self, painter: QPainter, place: QRect, row: ScheduledItem) -> None:
        first = QRect(place)
        if row.item.tasks:
            first.setHeight(place.height() // 2 + 4)
            second = place.adjusted(0, first.height() - 4, 0, -4)
            self._paint_preparation(painter, second, told_together(row.item.tasks, self._t))
            first.adjust(0, 6, 0, 0)
        font = self.theme.font(13, 500)
        painter.setFont(font)
        painter.setPen(self.theme.color("text"))
        _draw(painter, first, row.item.title)

    def _paint_preparation(self, painter: QPainter, place: QRect, text: str) -> None:
        icon = self.theme.icon("target", "text3")
        side = 13
        top = place.top() + (place.height() - side) // 2
        icon.paint(painter, QRect(place.left(), top, side, side))
        painter.setFont(self.theme.font(12))
        painter.setPen(self.theme.color("text2"))
        _draw(painter, place.adjusted(side + 5, 0, 0, 0), " ".join(text.split()))

    def _paint_kind(
        self, painter: QPainter, place: QRect, index: Index, row: ScheduledItem
    ) -> None:
        middle = place.center().y()
        icon = self.theme.icon(KIND_ICONS[row.item.kind], "text2")
        icon.paint(painter, QRect(place.left(), middle - 8, 16, 16))
        painter.setPen(self.theme.color("text2"))
        _draw(painter, place.adjusted(22, 0, 0, 0), index.data())

    def _paint_presenter(self, painter: QPainter, place: QRect, row: ScheduledItem) -> None:
        if not row.item.presenter:
            return
        top = place.center().y() - AVATAR / 2
        paint_avatar(
            painter, self.theme, QRectF(place.left(), top, AVATAR, AVATAR), row.item.presenter
        )
        painter.setPen(self.theme.color("text"))
        _draw(painter, place.adjusted(AVATAR + 8, 0, 0, 0), row.item.presenter)

    def _paint_figure(
        self, painter: QPainter, place: QRect, index: Index, row: ScheduledItem
    ) -> None:
        late = index.column() == START and row.over
        painter.setFont(self.theme.figures(13, 600 if late else 400))
        faint = "text2" if index.column() == NUMBER else "text"
        painter.setPen(self.theme.color("bad" if late else faint))
        painter.drawText(
            place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, index.data()
        )


class AgendaTable(Table):
    """The items of one meeting. Emits `moved(by)` for Alt+Up and Alt+Down."""

    moved = Signal(int)

    def __init__(self, t: Language, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(t("Agenda"), t, theme, parent)
        self.cells = AgendaCells(theme, t, self)
        self.setItemDelegate(self.cells)
        self.setMouseTracking(True)
        # Within one agenda only: its model lets in nothing else.
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDragDropOverwriteMode(False)
        self.setDropIndicatorShown(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)

    def show_agenda(self, model: AgendaModel) -> None:
        """Show the items of one meeting."""
        self.follow(model)
        header = self.horizontalHeader()
        header.setStretchLastSection(False)
        header.setSectionsMovable(False)
        header.setSectionsClickable(False)
        header.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        scale = self.fontMetrics().height() / 16
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, round(width * max(1.0, scale)))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(step)
        else:
            super().keyPressEvent(event)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        model: Any = self.model()
        place = self.indexAt(event.position().toPoint())
        row = place.row() if place.isValid() else model.rowCount()
        if place.isValid() and event.position().y() > self.visualRect(place).center().y():
            row += 1
        model.dropMimeData(event.mimeData(), Qt.DropAction.MoveAction, row, 0, QModelIndex())
        event.setDropAction(Qt.DropAction.CopyAction)  # The model has moved it already.
        event.accept()


LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def _draw(painter: QPainter, place: QRect, text: str, where: Qt.AlignmentFlag = LEFT) -> None:
    metrics: QFontMetrics = painter.fontMetrics()
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, where, shown)
