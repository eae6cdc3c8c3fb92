"""The heads of the matrix: names beside the rows, turned names above the columns, both under spans.

A span is a category or a unit over all that lie in it; its name stands in the middle of what is seen.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QTableView

from lean_desktop.ui.competence.grid_model import Line
from lean_desktop.ui.qt import override
from lean_desktop.ui.theme import Theme

SPAN, FOOT, PAD = 26, 30, 8
LONGEST = 190
"""Pixels of a turned name; a longer one is shortened, and whole in its tip."""

NAME, NOTE = 130, 92
"""Pixels of a name and of what stands beside it."""

HORIZONTAL = Qt.Orientation.Horizontal


class Axis(QHeaderView):
    """Paints the lines of one axis of a matrix.

    `dragged(place, by)` follows when a head was dragged; the lines stay until the edit is made.
    """

    dragged = Signal(int, int)

    def __init__(self, orientation: Qt.Orientation, theme: Theme, table: QTableView) -> None:
        super().__init__(orientation, table)
        self._theme = theme
        self.lines: Sequence[Line] = ()
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.sectionMoved.connect(self._on_moved)
        self.setHighlightSections(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setDefaultSectionSize(theme.scaled(43 if orientation is HORIZONTAL else 32))
        self.setMinimumSectionSize(8)
        across = orientation is HORIZONTAL
        bar = table.horizontalScrollBar() if across else table.verticalScrollBar()
        bar.valueChanged.connect(lambda _: self.viewport().update())
        self.lying = orientation is HORIZONTAL
        self._rooms: tuple[int, int, int] | None = None
        self._fonts: dict[tuple[float, int], QFont] = {}
        theme.changed.connect(self._on_theme)

    def _on_moved(self, place: int, before: int, now: int) -> None:
        """Back to where it was: the document says where it stands."""
        self.blockSignals(True)
        self.moveSection(now, before)
        self.blockSignals(False)
        self.dragged.emit(place, now - before)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these; room is made for what they say."""
        self.lines = lines
        self._rooms = None
        self.updateGeometry()
        self.viewport().update()

    @override
    def sizeHint(self) -> QSize:
        depth = sum(self._room())
        return QSize(0, depth) if self.lying else QSize(depth, 0)

    # Room, across the axis: the span, then the name, then the foot

    def _room(self) -> tuple[int, int, int]:
        """How deep the spans, the names and the feet are; measured once for these lines."""
        if self._rooms is None:
            self._rooms = self._span(), self._name(), self._foot()
        return self._rooms

    def _on_theme(self) -> None:
        self._rooms = None
        self._fonts.clear()
        self.viewport().update()

    def _font(self, pixels: float, weight: int) -> QFont:
        """Made once for each look: a frame has very many lines."""
        if (pixels, weight) not in self._fonts:
            self._fonts[pixels, weight] = self._theme.font(pixels, weight)
        return self._fonts[pixels, weight]

    def _span(self) -> int:
        return self._theme.scaled(SPAN) if any(line.span for line in self.lines) else 0

    def _foot(self) -> int:
        return self._theme.scaled(FOOT) if any(line.foot for line in self.lines) else 0

    def _name(self) -> int:
        widest = self._widest([line.name for line in self.lines])
        if self.lying:
            least = self._theme.scaled(72)
            return min(self._theme.scaled(LONGEST), max(widest, least)) + 2 * PAD
        noted = any(line.note for line in self.lines)
        named = min(self._theme.scaled(LONGEST), max(widest, self._theme.scaled(NAME)))
        return named + (self._theme.scaled(NOTE) if noted else 0) + 3 * PAD

    def _widest(self, names: Sequence[str]) -> int:
        """The longest of the longest texts: measuring a thousand would take too long."""
        metrics = QFontMetrics(self._theme.font(13, 600))
        longest = sorted(names, key=len)[-20:]
        return max((metrics.horizontalAdvance(name) for name in longest), default=0)

    # Painting

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._theme.color("header"))
        seen = list(self.seen())
        current = self._current()
        for place in seen:
            self._paint_line(painter, place, current=place == current)
        for first, last in self._spans(seen):
            self._paint_span(painter, first, last)
        self._paint_edge(painter)

    def seen(self) -> Iterator[int]:
        """The places that are at least partly in sight."""
        length = self.viewport().width() if self.lying else self.viewport().height()
        first, last = self.logicalIndexAt(0), self.logicalIndexAt(length - 1)
        if first < 0:
            return iter(())
        return iter(range(first, (last if last >= 0 else len(self.lines) - 1) + 1))

    def _current(self) -> int:
        table = self.parent()
        if not isinstance(table, QTableView) or not table.currentIndex().isValid():
            return -1
        index = table.currentIndex()
        return index.column() if self.lying else index.row()

    def _rect(self, place: int, begun: int, depth: int) -> QRect:
        """A piece of a line, `depth` pixels from `begun` across the axis."""
        at, size = self.sectionViewportPosition(place), self.sectionSize(place)
        return QRect(at, begun, size, depth) if self.lying else QRect(begun, at, depth, size)

    def _paint_line(self, painter: QPainter, place: int, *, current: bool) -> None:
        theme, line = self._theme, self.lines[place]
        span, name, foot = self._room()
        whole = self._rect(place, span, name + foot)
        if current:
            painter.fillRect(whole, theme.color("sunken"))
        painter.setPen(theme.color("line"))
        painter.drawLine(
            whole.topRight() if self.lying else whole.bottomLeft(), whole.bottomRight()
        )
        room = self._rect(place, span, name)
        font = self._font(13, 600 if current else 500 if not self.lying else 400)
        self._turned(painter, room, line, font) if self.lying else self._level(
            painter, room, line, font
        )
        if foot:
            self._paint_foot(painter, self._rect(place, span + name, foot), line.foot)

    def _paint_foot(self, painter: QPainter, room: QRect, text: str) -> None:
        painter.setPen(self._theme.color("line_strong"))
        painter.drawLine(room.topLeft(), room.topRight() if self.lying else room.bottomLeft())
        painter.setFont(self._theme.figures(12, 500))
        painter.setPen(self._theme.color("text2"))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)

    def _turned(self, painter: QPainter, room: QRect, line: Line, font: QFont) -> None:
        """From below upwards, as one reads a turned sheet."""
        painter.save()
        painter.setFont(font)
        painter.setPen(self._theme.color("text"))
        painter.translate(room.bottomLeft())
        painter.rotate(-90)
        turned = QRect(PAD, 0, room.height() - 2 * PAD, room.width())
        name = _shortened(painter, line.name, turned.width())
        painter.drawText(turned, _MIDDLE, name)
        painter.restore()

    def _level(self, painter: QPainter, room: QRect, line: Line, font: QFont) -> None:
        inside = room.adjusted(PAD + 4, 0, -PAD, 0)
        painter.setFont(font)
        painter.setPen(self._theme.color("text"))
        noted = self._theme.scaled(NOTE) if line.note else 0
        name = _shortened(painter, line.name, inside.width() - noted)
        painter.drawText(inside, _MIDDLE, name)
        if line.note:
            painter.setFont(self._font(11, 400))
            painter.setPen(self._theme.color("text2"))
            note = _shortened(painter, line.note, noted)
            painter.drawText(inside, _RIGHT, note)

    def _spans(self, seen: Sequence[int]) -> Iterator[tuple[int, int]]:
        if not self._room()[0]:
            return
        for _, members in groupby(seen, key=lambda place: self.lines[place].span):
            places = list(members)
            yield places[0], places[-1]

    def _paint_span(self, painter: QPainter, first: int, last: int) -> None:
        """The name in the middle of what is in sight of its lines."""
        theme, depth = self._theme, self._room()[0]
        room = self._rect(first, 0, depth).united(self._rect(last, 0, depth))
        painter.setPen(theme.color("line_strong"))
        far = QPoint(room.right(), self.viewport().height()) if self.lying else None
        end = far or QPoint(self.viewport().width(), room.bottom())
        painter.drawLine(room.topRight() if self.lying else room.bottomLeft(), end)
        seen = room.intersected(self.viewport().rect())
        painter.save()
        painter.setFont(theme.font(12, 600))
        painter.setPen(theme.color("text2"))
        if not self.lying:
            painter.translate(seen.bottomLeft())
            painter.rotate(-90)
            seen = QRect(0, 0, seen.height(), seen.width())
        text = _shortened(painter, self.lines[first].span, seen.width() - 4)
        painter.drawText(seen, Qt.AlignmentFlag.AlignCenter, text)
        painter.restore()

    def _paint_edge(self, painter: QPainter) -> None:
        room = self.viewport().rect()
        painter.setPen(self._theme.color("line_strong"))
        near = room.bottomLeft() if self.lying else room.topRight()
        painter.drawLine(near, room.bottomRight())


_MIDDLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def _shortened(painter: QPainter, text: str, width: int) -> str:
    return painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)
