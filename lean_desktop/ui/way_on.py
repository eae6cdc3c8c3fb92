"""A large button of the welcome page: what it does, in a word and in a sentence."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from lean_desktop.ui.keycaps import cap_width, paint_cap
from lean_desktop.ui.qt import override
from lean_desktop.ui.theme import Theme

_SIDE, _TILE, _GAP, _ICON, _CHEVRON, _LEADING = 16, 40, 16, 20, 18, 3


class WayOn(QAbstractButton):
    """Icon, title, sentence and keys in one row; `first` is the one most people want."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        title: str,
        sentence: str,
        keys: str = "",
        *,
        first: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._sentence = sentence
        self._keys = keys
        self._first = first
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)
        self.setToolTip(sentence)  # With large text and a small window its end is cut off.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    @override
    def sizeHint(self) -> QSize:
        lines = QFontMetrics(self._theme.font(13, 600)).lineSpacing()
        lines += QFontMetrics(self._theme.font(12)).lineSpacing()
        return QSize(440, max(72, lines + 36))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(280, self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        tile = QRect(_SIDE, (self.height() - _TILE) // 2, _TILE, _TILE)
        self._paint_tile(painter, tile)
        left = tile.right() + 1 + _GAP
        self._paint_texts(painter, left, self._paint_end(painter) - left)

    def _paint_ground(self, painter: QPainter) -> None:
        if self.hasFocus():
            painter.setPen(QPen(self._theme.color("accent_text"), 2))
            painter.setBrush(self._theme.color("selected"))
        elif self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("sunken" if self.isDown() else "hover"))
        else:
            return
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 7, 7)

    def _paint_tile(self, painter: QPainter, tile: QRect) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("accent" if self._first else "sunken"))
        painter.drawRoundedRect(tile, 6, 6)
        inset = (_TILE - _ICON) // 2
        icon = self._theme.icon(self._icon, "on_accent" if self._first else "text2")
        icon.paint(painter, tile.adjusted(inset, inset, -inset, -inset))

    def _paint_end(self, painter: QPainter) -> int:
        """Chevron and keys at the right; returns where the room for the texts ends."""
        right = self.width() - _SIDE - _CHEVRON
        place = QRect(right, 0, _CHEVRON, self.height())
        self._theme.icon("chevr").paint(painter, place)
        if not self._keys:
            return right - _GAP
        left = right - 12 - cap_width(self._theme, self._keys)
        paint_cap(painter, self._theme, left, self.height() / 2, self._keys)
        return round(left) - 12

    def _paint_texts(self, painter: QPainter, left: int, width: int) -> None:
        title, small = self._theme.font(13, 600), self._theme.font(12)
        heights = [QFontMetrics(font).lineSpacing() for font in (title, small)]
        top = (self.height() - sum(heights) - _LEADING) // 2
        for font, height, text, color in (
            (title, heights[0], self.text(), "text"),
            (small, heights[1], self._sentence, "text2"),
        ):
            painter.setFont(font)
            painter.setPen(self._theme.color(color))
            fits = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)
            painter.drawText(QRect(left, top, width, height), Qt.AlignmentFlag.AlignVCenter, fits)
            top += height + _LEADING
