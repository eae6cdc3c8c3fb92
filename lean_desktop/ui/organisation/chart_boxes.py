"""Boxes of the organisation chart, painted: less of each the smaller it is."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
    QStaticText,
)

from lean_desktop.domain.chart import Box, BoxKind
from lean_desktop.domain.organisation import initials
from lean_desktop.domain.roles import Validity
from lean_desktop.i18n import Language
from lean_desktop.ui.theme import Theme

WIDTH, HEIGHT = 180, 56
AVATAR, PAD, GAP = 28, 12, 8
NAMES_FROM, FACES_FROM = 0.34, 0.52
"""The zoom from which names are read, and from which there is room for more."""

_ROUND = {BoxKind.UNIT: 4.0, BoxKind.PERSON: 4.0, BoxKind.GROUP: 14.0, BoxKind.ROLE: 4.0}
_MARK = 14
ROOM = WIDTH - PAD - AVATAR - GAP - PAD / 2
"""How wide the texts beside the face may be."""

_CIRCLE = QRectF(PAD + 0.5, (HEIGHT - AVATAR) / 2 + 0.5, AVATAR - 1, AVATAR - 1)
_FONTS = {
    "over": (12,),
    "name": (13, 600),
    "deputy": (11,),
    "initials": (10, 600),
    "large": (26, 600),
    "tab": (22,),
}
"""Sizes of the design, and weights."""

_MARKS = {
    Validity.VALID: ("doc", "good"),
    Validity.DUE: ("clock", "watch"),
    Validity.MISSING: ("warn", "watch"),
    Validity.EXPIRED: ("warn", "watch"),
}
"""How the mandate of a group stands, as an icon and the colour it has."""


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


class _Line(NamedTuple):
    """One line of text in a box, from the upper left corner of the box."""

    font: str
    color: str
    left: float
    top: float
    text: QStaticText


TAB_BELOW = 8
"""How far below the foot of a box the middle of its tab is, so that it covers no text."""


class BoxPainter:
    """Paints in the chart's own lengths; the painter has been scaled.

    What is alike is painted together, and texts are laid out once: every frame asks for them again.
    """

    def __init__(self, theme: Theme, t: Language) -> None:
        self.theme = theme
        self._vacant = t("Vacant")
        self._stands_in = t("Dep.: {name}")
        self._fonts = {name: theme.font(*size) for name, size in _FONTS.items()}
        self._metrics = {name: QFontMetricsF(font) for name, font in self._fonts.items()}
        self._made: dict[tuple[str, str, float], QStaticText] = {}
        self._lines: dict[tuple[Box, bool], Sequence[_Line]] = {}

    def paint(self, painter: QPainter, shown: Iterable[Shown], zoom: float) -> None:
        """Paint boxes as much in detail as can be read at that zoom, from NAMES_FROM on."""
        boxes = list(shown)
        self._paint_frames(painter, boxes)
        if zoom < FACES_FROM:
            self._paint_large_names(painter, boxes)
        else:
            self._paint_faces(painter, boxes)
            self._paint_texts(painter, boxes)
        for each in boxes:
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

    def _paint_frames(self, painter: QPainter, boxes: Sequence[Shown]) -> None:
        """The boxes of one look after each other."""
        alike: dict[tuple[bool, bool], list[Shown]] = defaultdict(list)
        for each in boxes:
            alike[each.box.vacant, each.improving].append(each)
        for (vacant, improving), those in alike.items():
            self._set_look(painter, vacant, improving)
            for each in those:
                painter.drawRoundedRect(each.place, each.radius, each.radius)

    def _set_look(self, painter: QPainter, vacant: bool, improving: bool) -> None:
        color = self.theme.color
        if vacant:
            painter.setPen(QPen(color("control"), 1, Qt.PenStyle.DashLine))
            painter.setBrush(color("window"))
        else:
            painter.setPen(QPen(color("improve_line" if improving else "line_strong"), 1))
            painter.setBrush(color("improve_tint" if improving else "surface"))

    def _paint_faces(self, painter: QPainter, boxes: Sequence[Shown]) -> None:
        """The circles the initials stand in."""
        painter.setPen(QPen(self.theme.color("line_strong"), 1))
        painter.setBrush(self.theme.color("hover"))
        for each in boxes:
            painter.drawEllipse(_CIRCLE.translated(each.place.topLeft()))

    def _paint_texts(self, painter: QPainter, boxes: Sequence[Shown]) -> None:
        """All lines of one font and colour after each other."""
        alike: dict[tuple[str, str], list[tuple[QPointF, QStaticText]]] = defaultdict(list)
        for each in boxes:
            left, top = each.place.left(), each.place.top()
            for line in self._laid_out(each):
                at = QPointF(left + line.left, top + line.top)
                alike[line.font, line.color].append((at, line.text))
        for (font, color), lines in alike.items():
            painter.setFont(self._fonts[font])
            painter.setPen(self.theme.color(color))
            for at, text in lines:
                painter.drawStaticText(at, text)
        for each in boxes:
            if each.box.mandate:
                self._paint_mark(painter, each.place, *_MARKS[each.box.mandate])

    def _paint_mark(self, painter: QPainter, place: QRectF, icon: str, color: str) -> None:
        mark = QRectF(place.right() - _MARK - 6, place.top() + 6, _MARK, _MARK).toRect()
        self.theme.icon(icon, color).paint(painter, mark)

    def _laid_out(self, shown: Shown) -> Sequence[_Line]:
        """What stands in a box, and where; worked out once."""
        key = shown.box, shown.improving
        if key not in self._lines:
            self._lines[key] = list(self._lines_of(*key))
        return self._lines[key]

    def _lines_of(self, box: Box, improving: bool) -> Iterator[_Line]:
        over, top = _over(box), HEIGHT / 2 - (27 if box.deputy else 20)
        yield self._initials(initials(box.name))
        if over:
            room = ROOM - (_MARK if box.mandate else 0)
            yield self._line("over", "improve" if improving else "text2", over, top, 18, room)
        else:
            top = (HEIGHT - 18) / 2 - 19
        name, color = (self._vacant, "text2") if box.vacant else (box.name, "text")
        yield self._line("name", color, name, top + 19, 18, ROOM)
        if box.deputy:
            told = self._stands_in.format(name=box.deputy)
            yield self._line("deputy", "text2", told, top + 37, 16, ROOM)

    def _initials(self, text: str) -> _Line:
        metrics, middle = self._metrics["initials"], _CIRCLE.center()
        left, top = metrics.horizontalAdvance(text) / 2, metrics.height() / 2
        made = self._text("initials", text, AVATAR)
        return _Line("initials", "text2", middle.x() - left, middle.y() - top, made)

    def _line(
        self, font: str, color: str, text: str, top: float, height: float, room: float
    ) -> _Line:
        """A line beside the face, in the middle of so much height."""
        down = top + (height - self._metrics[font].height()) / 2
        return _Line(font, color, PAD + AVATAR + GAP, down, self._text(font, text, room))

    def _paint_large_names(self, painter: QPainter, boxes: Sequence[Shown]) -> None:
        painter.setFont(self._fonts["large"])
        painter.setPen(self.theme.color("text"))
        down = (HEIGHT - self._metrics["large"].height()) / 2
        for each in boxes:
            box = each.box
            text = box.over if box.kind is not BoxKind.PERSON and box.over else box.name
            at = each.place.topLeft() + QPointF(6, down)
            painter.drawStaticText(at, self._text("large", text, WIDTH - 10))

    def _paint_hidden(self, painter: QPainter, shown: Shown, large: float) -> None:
        """How many are folded away, on a tab that hangs from the foot of the box."""
        place = shown.place
        tab = QRectF(0, 0, 40 * large, 18 * large)
        tab.moveCenter(QPointF(place.center().x(), place.bottom() + TAB_BELOW))
        painter.setPen(QPen(self.theme.color("control"), 1))
        painter.setBrush(self.theme.color("surface"))
        painter.drawRoundedRect(tab, tab.height() / 2, tab.height() / 2)
        painter.setPen(self.theme.color("text"))
        painter.setFont(self._fonts["over" if large == 1.0 else "tab"])
        painter.drawText(tab, Qt.AlignmentFlag.AlignCenter, f"+{shown.hidden}")

    def _text(self, font: str, text: str, room: float) -> QStaticText:
        """The text as far as there is room, laid out when it is first drawn."""
        key = font, text, room
        if key not in self._made:
            fitting = self._metrics[font].elidedText(text, Qt.TextElideMode.ElideRight, room)
            made = QStaticText(fitting)
            made.setTextFormat(Qt.TextFormat.PlainText)
            made.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
            self._made[key] = made
        return self._made[key]


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
