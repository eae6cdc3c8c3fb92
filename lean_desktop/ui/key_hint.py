"""A sentence with keycaps in it, broken into lines as the width asks."""

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from lean_desktop.i18n import Language
from lean_desktop.ui.keycaps import cap_width, paint_cap
from lean_desktop.ui.qt import override
from lean_desktop.ui.theme import Theme

_PIXELS, _LINE = 12, 24
_CAP = "\N{OBJECT REPLACEMENT CHARACTER}"


class _Piece(NamedTuple):
    text: str
    is_cap: bool
    left: float
    line: int


class KeyHint(QWidget):
    """A text of the language whose braces are filled with the names of keys."""

    def __init__(
        self,
        t: Language,
        theme: Theme,
        text: str,
        keys: dict[str, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        # No space inside a cap: the sentence is broken at spaces.
        self._text = t(text, **{name: _CAP + key for name, key in keys.items()})
        self.setAccessibleName(self._text.replace(_CAP, ""))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.update)

    @override
    def sizeHint(self) -> QSize:
        return QSize(320, self.heightForWidth(320))

    @override
    def heightForWidth(self, width: int) -> int:
        lines = max((piece.line for piece in self._pieces(width)), default=0) + 1
        return round(lines * self._line_height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self._theme.font(_PIXELS))
        painter.setPen(self._theme.color("text2"))
        metrics = QFontMetricsF(painter.font())
        for piece in self._pieces(self.width()):
            middle = (piece.line + 0.5) * self._line_height()
            if piece.is_cap:
                paint_cap(painter, self._theme, piece.left, middle, piece.text)
            else:
                base = middle + (metrics.ascent() - metrics.descent()) / 2
                painter.drawText(QPointF(piece.left, base), piece.text)

    def _line_height(self) -> float:
        return max(_LINE, QFontMetricsF(self._theme.font(_PIXELS)).height() + 8)

    def _pieces(self, width: int) -> Iterator[_Piece]:
        metrics = QFontMetricsF(self._theme.font(_PIXELS))
        space = metrics.horizontalAdvance(" ")
        left, line = 0.0, 0
        for word in self._text.split(" "):
            text = word.removeprefix(_CAP)
            is_cap = text != word
            wide = cap_width(self._theme, text) if is_cap else metrics.horizontalAdvance(text)
            if left and left + wide > width:
                left, line = 0.0, line + 1
            yield _Piece(text, is_cap, left, line)
            left += wide + space
