"""Boxes of the organisation chart, painted: less of each the smaller it is."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from lean_desktop.domain.chart import Box, BoxKind
from lean_desktop.domain.roles import Validity
from lean_desktop.i18n import Language
from lean_desktop.ui.theme import Theme
from lean_desktop.ui.widgets.marks import paint_avatar

WIDTH, HEIGHT = 180, 56
AVATAR, PAD, GAP = 28, 12, 8
NAMES_FROM, FACES_FROM = 0.34, 0.52
"""The zoom from which names are read, and from which there is room for more."""

_ROUND = {BoxKind.UNIT: 4.0, BoxKind.PERSON: 4.0, BoxKind.GROUP: 14.0, BoxKind.ROLE: 4.0}
_MARK = 14
_MARKS = {
    Validity.VALID: ("doc", "good"),
    Validity.DUE: ("clock", "watch"),
    Validity.MISSING: ("warn", "watch"),
    Validity.EXPIRED: ("warn", "watch"),
}
"""How the mandate of a group stands, as an icon and the colour it has."""

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class Shown(NamedTuple):
    """One box to paint, where it lies in the chart, and how many are folded away below it."""

    box: Box
    place: QRectF
    hidden: int = 0
    improving: bool = False

    @property
    def radius(self) -> float:
        """Boxes of the improvement organisation are round."""
        return _ROUND[BoxKind.GROUP] if self.improving else _ROUND[self.box.kind]


class Far(NamedTuple):
    """A layer as it is seen from far away: its lines, and its boxes by their colour."""

    line_color: str
    lines: QPainterPath
    boxes: Mapping[str, list[QRectF]]


class BoxPainter:
    """Paints in the chart's own lengths; the painter has been scaled."""

    def __init__(self, theme: Theme, t: Language) -> None:
        self.theme = theme
        self._vacant = t("Vacant")
        self._over, self._name, self._deputy = theme.font(12), theme.font(13, 600), theme.font(11)
        self._stands_in = t("Dep.: {name}")
        self._large, self._tab = theme.font(26, 600), theme.font(22)
        self._shortened: dict[tuple[str, int], str] = {}

    def paint(self, painter: QPainter, shown: Iterable[Shown], zoom: float) -> None:
        """Paint boxes as much in detail as can be read at that zoom, from NAMES_FROM on."""
        for each in shown:
            self._paint_frame(painter, each)
            if zoom < FACES_FROM:
                self._paint_large_name(painter, each)
            else:
                self._paint_texts(painter, each)
            if each.hidden:
                self._paint_hidden(painter, each, 1.0 if zoom >= FACES_FROM else 1.8)

    def paint_moved(self, painter: QPainter, place: QRectF) -> None:
        """The mark of a box that a draft changes: an arrow on a bar at its left end."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.color("accent"))
        bar = QRectF(place.left() - 5, place.top() + 6, 10, place.height() - 12)
        painter.drawRoundedRect(bar, 3, 3)
        middle = bar.center()
        painter.setBrush(self.theme.color("on_accent"))
        painter.drawPolygon(
            polygon(
                [
                    (middle.x() - 2, middle.y() - 4),
                    (middle.x() + 3, middle.y()),
                    (middle.x() - 2, middle.y() + 4),
                ]
            )
        )

    def paint_ring(self, painter: QPainter, shown: Shown, color: str) -> None:
        """The ring around the current box, or around where one would be dropped."""
        self._ring(painter, shown, QPen(self.theme.color(color), 2))

    def paint_same(self, painter: QPainter, shown: Shown) -> None:
        """A dotted ring around another box of the same person."""
        self._ring(painter, shown, QPen(self.theme.color("improve"), 1.5, Qt.PenStyle.DotLine))

    def _ring(self, painter: QPainter, shown: Shown, pen: QPen) -> None:
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        radius = shown.radius + 3
        painter.drawRoundedRect(shown.place.adjusted(-3, -3, 3, 3), radius, radius)

    # Inside

    def _paint_frame(self, painter: QPainter, shown: Shown) -> None:
        box, theme = shown.box, self.theme
        group = shown.improving
        pen = QPen(theme.color("improve_line" if group else "line_strong"), 1)
        fill = "improve_tint" if group else "surface"
        if box.vacant:
            pen = QPen(theme.color("control"), 1, Qt.PenStyle.DashLine)
            fill = "window"
        painter.setPen(pen)
        painter.setBrush(theme.color(fill))
        painter.drawRoundedRect(shown.place, shown.radius, shown.radius)

    def _paint_texts(self, painter: QPainter, shown: Shown) -> None:
        box, place, theme = shown.box, shown.place, self.theme
        middle = place.center().y()
        circle = QRectF(place.left() + PAD, middle - AVATAR / 2, AVATAR, AVATAR)
        paint_avatar(painter, theme, circle, box.name)
        left = circle.right() + GAP
        room = place.right() - PAD / 2 - left
        name, color = (self._vacant, "text2") if box.vacant else (box.name, "text")
        over = _over(box)
        if not over:
            self._write(painter, self._name, color, QRectF(left, place.top(), room, HEIGHT), name)
            return
        top = middle - (27 if box.deputy else 20)
        marked = room - (_MARK if box.mandate else 0)
        over_color = "improve" if shown.improving else "text2"
        self._write(painter, self._over, over_color, QRectF(left, top, marked, 18), over)
        self._write(painter, self._name, color, QRectF(left, top + 19, room, 18), name)
        if box.deputy:
            told = self._stands_in.format(name=box.deputy)
            self._write(painter, self._deputy, "text2", QRectF(left, top + 37, room, 16), told)
        if box.mandate:
            icon, icon_color = _MARKS[box.mandate]
            mark = QRectF(place.right() - _MARK - 6, place.top() + 6, _MARK, _MARK).toRect()
            self.theme.icon(icon, icon_color).paint(painter, mark)

    def _paint_large_name(self, painter: QPainter, shown: Shown) -> None:
        box = shown.box
        text = box.over if box.kind is not BoxKind.PERSON and box.over else box.name
        self._write(painter, self._large, "text", shown.place.adjusted(6, 0, -4, 0), text)

    def _paint_hidden(self, painter: QPainter, shown: Shown, large: float) -> None:
        """How many are folded away, on a tab at the foot of the box."""
        place = shown.place
        tab = QRectF(0, 0, 40 * large, 18 * large)
        tab.moveCenter(QPointF(place.center().x(), place.bottom()))
        painter.setPen(QPen(self.theme.color("control"), 1))
        painter.setBrush(self.theme.color("surface"))
        painter.drawRoundedRect(tab, tab.height() / 2, tab.height() / 2)
        painter.setPen(self.theme.color("text"))
        painter.setFont(self._over if large == 1.0 else self._tab)
        painter.drawText(tab, Qt.AlignmentFlag.AlignCenter, f"+{shown.hidden}")

    def _write(self, painter: QPainter, font: QFont, color: str, place: QRectF, text: str) -> None:
        painter.setFont(font)
        painter.setPen(self.theme.color(color))
        painter.drawText(place, _LEFT, self._fitted(font, text, int(place.width())))

    def _fitted(self, font: QFont, text: str, room: int) -> str:
        """The text as far as there is room; worked out once, since every frame asks."""
        key = (f"{font.pixelSize()} {text}", room)
        if key not in self._shortened:
            metrics = QFontMetricsF(font)
            self._shortened[key] = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        return self._shortened[key]


def paint_lines(painter: QPainter, theme: Theme, lines: Mapping[str, Iterable[QPolygonF]]) -> None:
    """Lines between boxes, by the colour they have."""
    for color, polylines in lines.items():
        painter.setPen(QPen(theme.color(color), 1.5))
        for line in polylines:
            painter.drawPolyline(line)


def paint_far(painter: QPainter, theme: Theme, layers: Iterable[Far]) -> None:
    """Layers so far away that no name can be read: thousands of boxes in a few strokes."""
    for layer in layers:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.color(layer.line_color), 0))
        painter.drawPath(layer.lines)
        painter.setPen(Qt.PenStyle.NoPen)
        for color, places in layer.boxes.items():
            painter.setBrush(theme.color(color))
            painter.drawRects(places)


def polygon(points: Iterable[tuple[float, float]]) -> QPolygonF:
    """Points as Qt wants them."""
    return QPolygonF([QPointF(x, y) for x, y in points])


def paint_way(painter: QPainter, theme: Theme, shown: Shown, other: Shown) -> None:
    """The dotted way from a box to another of the same person; boxes are painted over it."""
    painter.setPen(QPen(theme.color("improve"), 1.5, Qt.PenStyle.DotLine))
    painter.drawLine(*_between(shown.place, other.place))


def paint_dotted(painter: QPainter, theme: Theme, pairs: Iterable[tuple[QRectF, QRectF]]) -> None:
    """Dotted lines of reporting, from box to box; the boxes are painted over them."""
    painter.setPen(QPen(theme.color("control"), 1.5, Qt.PenStyle.DashLine))
    for one, other in pairs:
        painter.drawLine(one.center(), other.center())


def _over(box: Box) -> str:
    """The small line: the unit, the group, or the title and the role of a person."""
    if box.kind is not BoxKind.PERSON:
        return box.over
    return " · ".join(part for part in (box.over, box.role) if part)


def _between(one: QRectF, other: QRectF) -> tuple[QPointF, QPointF]:
    """From the foot of the upper box to the top of the lower one."""
    upper, lower = (one, other) if one.top() <= other.top() else (other, one)
    foot = QPointF(upper.center().x(), upper.bottom() + 3)
    return foot, QPointF(lower.center().x(), lower.top() - 3)


def plain_color(shown: Shown) -> str:
    """The colour of a box that is seen from far away."""
    if shown.box.vacant:
        return "line"
    return "improve_line" if shown.improving else "control"
