"""A row that breaks into lines where it has too little room."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from lean_desktop.ui.qt import override


class Flow(QLayout):
    """Widgets side by side, as many as go in a line; `spacing` stands between them both ways."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    @override
    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    @override
    def count(self) -> int:
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def remove_all(self) -> None:
        """Take every widget out, and away."""
        while (item := self.takeAt(0)) is not None:
            if old := item.widget():
                old.hide()
                old.deleteLater()

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    @override
    def sizeHint(self) -> QSize:
        widths = [item.sizeHint().width() + self.spacing() for item in self._items]
        return QSize(sum(widths), self.minimumSize().height())

    @override
    def minimumSize(self) -> QSize:
        least = QSize()
        for item in self._items:
            least = least.expandedTo(item.minimumSize())
        return least

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        places = self._places(QRect(0, 0, width, 0))
        return max((place.bottom() + 1 for place in places), default=0)

    @override
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        for item, place in zip(self._items, self._places(rect), strict=True):
            item.setGeometry(place)

    def _places(self, room: QRect) -> list[QRect]:
        places: list[QRect] = []
        left, top, height = room.left(), room.top(), 0
        for item in self._items:
            size = item.sizeHint()
            if left > room.left() and left + size.width() > room.right() + 1:
                left, top, height = room.left(), top + height + self.spacing(), 0
            places.append(QRect(left, top, size.width(), size.height()))
            left += size.width() + self.spacing()
            height = max(height, size.height())
        return places
