"""How a recent workspace looks in its list."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from lean_desktop.ui.qt import override
from lean_desktop.ui.theme import Theme

RECENT_ROLE = Qt.ItemDataRole.UserRole
"""The `Recent` of a row."""

GONE_ROLE = Qt.ItemDataRole.UserRole + 1
"""Whether its file is not there now."""

RIGHT_ROLE = Qt.ItemDataRole.UserRole + 2
"""What stands at the right end."""

UNDER_ROLE = Qt.ItemDataRole.UserRole + 3
"""What stands under the name."""

_ROW, _SIDE, _ICON, _GAP, _LEADING = 56, 16, 20, 12, 3


class RecentPainter(QStyledItemDelegate):
    """Icon, name over folder, and at the right when it was open or that it is gone."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(200, max(_ROW, 2 * option.fontMetrics.lineSpacing() + 20))

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        painter.save()
        self._paint_ground(painter, option, last=index.row() == index.model().rowCount() - 1)
        place = option.rect.adjusted(_SIDE, 0, -_SIDE, 0)
        icon = QRect(place.left(), place.top(), _ICON, place.height())
        self._theme.icon("doc").paint(painter, icon)
        place.setLeft(place.left() + _ICON + _GAP)
        place.setRight(self._paint_right(painter, place, index.data(RIGHT_ROLE)))
        self._paint_texts(painter, place, index)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, *, last: bool) -> None:
        state, rect = option.state, option.rect
        if not last:
            painter.setPen(self._theme.color("line"))
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        focused = option.widget.hasFocus() and state & QStyle.StateFlag.State_Selected
        if focused:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.color("accent_text"), 2))
            painter.setBrush(self._theme.color("selected"))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 7, 7)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect.adjusted(0, 0, 0, -1), self._theme.color("hover"))

    def _paint_right(self, painter: QPainter, place: QRect, text: str) -> int:
        """Write at the right end; returns where the room for the rest ends."""
        painter.setFont(self._theme.font(12))
        painter.setPen(self._theme.color("text3"))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, text)
        return place.right() - painter.fontMetrics().horizontalAdvance(text) - _GAP

    def _paint_texts(
        self, painter: QPainter, place: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        gone = bool(index.data(GONE_ROLE))
        lines: tuple[tuple[Any, str, str], ...] = (
            (self._theme.font(13, 400 if gone else 600), index.data(), "text3" if gone else "text"),
            (self._theme.font(12), index.data(UNDER_ROLE), "text3"),
        )
        heights = [QFontMetrics(font).lineSpacing() for font, _, _ in lines]
        top = place.center().y() - (sum(heights) + _LEADING) // 2
        for (font, text, color), height in zip(lines, heights, strict=True):
            painter.setFont(font)
            painter.setPen(self._theme.color(color))
            line = QRect(place.left(), top, place.width(), height)
            fits = painter.fontMetrics().elidedText(
                text, Qt.TextElideMode.ElideMiddle, place.width()
            )
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, fits)
            top += height + _LEADING
