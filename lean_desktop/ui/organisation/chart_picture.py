"""What the canvas shows: the layers of the organisation, laid out one above the other."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainterPath, QPolygonF

from lean_desktop.domain.chart import Box, BoxKind, Chart
from lean_desktop.domain.roles import VALIDITY_NAMES
from lean_desktop.i18n import Language, Message
from lean_desktop.layout.tree import TidyLayout
from lean_desktop.ui.organisation.chart_boxes import Far, Shown, plain_color, polygon

TITLE = 44
"""Room above a layer for its title."""

BETWEEN = 48


TAB_REACH = 18
"""How far below its box the tab of what is folded away can be clicked."""


class Ground(NamedTuple):
    """What a layer stands on, and its title."""

    title: str
    title_color: str
    color: str
    top: float
    height: float


class Layer(NamedTuple):
    """One layer as it is to be shown; `line_color` is the colour of its lines."""

    title: str
    title_color: str
    color: str
    line_color: str
    chart: Chart
    layout: TidyLayout
    improving: bool = False


class _Placed:
    """A layer at its place in the picture, with what is painted made ready."""

    def __init__(self, layer: Layer, left: float, top: float) -> None:
        self.layer, self.left, self.top = layer, left, top
        self._places: dict[int, QRectF] = {}
        self._lines: dict[int, QPolygonF] = {}

    def place(self, key: int) -> QRectF | None:
        if key not in self._places:
            found = self.layer.layout.places.get(key)
            if found is None:
                return None
            self._places[key] = QRectF(
                found.x + self.left, found.y + self.top, found.width, found.height
            )
        return self._places[key]

    def at(self, x: float, y: float) -> int:
        return self.layer.layout.at(x - self.left, y - self.top) or 0

    def shown(self, seen: QRectF) -> Sequence[Shown]:
        """The boxes in a part of the picture; made once where all of them are seen."""
        found = self.layer.layout.within(*self._own(seen))
        if len(found) < len(self.layer.layout.places):
            return [self._shown(key) for key in found]
        return self._all_shown

    def lines(self, seen: QRectF) -> Sequence[QPolygonF]:
        found = self.layer.layout.lines_within(*self._own(seen))
        if len(found) < len(self.layer.layout.lines):
            return [self._line(each) for each in found]
        return self._all_lines

    @cached_property
    def _all_shown(self) -> list[Shown]:
        return [self._shown(key) for key in self.layer.layout.places]

    @cached_property
    def _all_lines(self) -> list[QPolygonF]:
        return [self._line(each) for each in range(len(self.layer.layout.lines))]

    @cached_property
    def far(self) -> Far:
        """The layer as it is seen from far away."""
        path, boxes = QPainterPath(), defaultdict[str, list[QRectF]](list)
        for line in self._all_lines:
            path.addPolygon(line)
        for shown in self._all_shown:
            boxes[plain_color(shown)].append(shown.place)
        return Far(self.layer.line_color, path, boxes)

    def _shown(self, key: int) -> Shown:
        layout, box = self.layer.layout, self.layer.chart.boxes[key]
        place = self.place(key) or QRectF()
        return Shown(box, place, layout.hidden.get(key, 0), self.layer.improving)

    def one(self, key: int) -> Shown:
        """One box, to be painted apart from the others."""
        return self._shown(key)

    def dotted(self, seen: QRectF) -> Iterator[tuple[QRectF, QRectF]]:
        """The boxes that dotted lines join, where such a line may be seen."""
        for one, other in self.layer.chart.dotted:
            start, end = self.place(one), self.place(other)
            if start and end and start.united(end).intersects(seen):
                yield start, end

    def _own(self, seen: QRectF) -> tuple[float, float, float, float]:
        """A part of the picture in the layer's own lengths: left, top, right, bottom."""
        moved = seen.translated(-self.left, -self.top)
        return moved.left(), moved.top(), moved.right(), moved.bottom()

    def _line(self, number: int) -> QPolygonF:
        if number not in self._lines:
            points = self.layer.layout.lines[number].points
            self._lines[number] = polygon((x + self.left, y + self.top) for x, y in points)
        return self._lines[number]


class Picture:
    """Layers under each other. Boxes are known by their key; 0 is none.

    Those in `moved` are marked as boxes a draft changes.
    """

    def __init__(self, layers: Sequence[Layer], moved: frozenset[int] = frozenset()) -> None:
        self.moved = moved
        self.boxes: dict[int, Box] = {}
        self.grounds: list[Ground] = []
        self._layers: list[_Placed] = []
        self._layer_of: dict[int, _Placed] = {}
        self._above: dict[int, int] = {}
        width = max((layer.layout.width for layer in layers), default=0.0)
        height = 0.0
        for layer in layers:
            placed = _Placed(layer, (width - layer.layout.width) / 2, height + TITLE)
            whole = TITLE + layer.layout.height + BETWEEN
            self.grounds.append(Ground(layer.title, layer.title_color, layer.color, height, whole))
            self._add(placed)
            height += whole
        self.size = QSizeF(width, height)

    def _add(self, placed: _Placed) -> None:
        self._layers.append(placed)
        chart = placed.layer.chart
        for key in placed.layer.layout.places:
            self.boxes[key] = chart.boxes[key]
            self._layer_of[key] = placed
        for hung in (chart.below, chart.aside):
            for key, below in hung.items():
                self._above.update(dict.fromkeys(below, key))

    def make_ready(self) -> None:
        """Do ahead what the first frame would have to do; on any thread."""
        whole = QRectF(QPointF(-1, -1), self.size + QSizeF(2, 2))
        for placed in self._layers:
            placed.shown(whole)
            placed.lines(whole)
            placed.far  # noqa: B018  Worked out once.
        self._boxes_of  # noqa: B018

    # Where

    def place(self, key: int) -> QRectF | None:
        """Where a box lies, None where it is not shown."""
        placed = self._layer_of.get(key)
        return placed.place(key) if placed else None

    def extent(self, key: int) -> QRectF | None:
        """What a box takes together with all that is shown below it."""
        whole = self.place(key)
        waiting = [*self.below(key)]
        while whole is not None and waiting:
            each = waiting.pop()
            place = self.place(each)
            whole = whole.united(place) if place else whole
            waiting += self.below(each)
        return whole

    def at(self, x: float, y: float) -> int:
        """The box at a point, 0 for none."""
        return next(filter(None, (placed.at(x, y) for placed in self._layers)), 0)

    def on_tab(self, key: int, point: QPointF) -> bool:
        """Whether a point lies on the tab at the foot of a box that says how many are hidden."""
        place = self.place(key)
        if place is None or not self.hidden(key):
            return False
        below = point.y() - place.bottom()
        return -4 < below < TAB_REACH and abs(point.x() - place.center().x()) < 20

    # Who

    @property
    def first(self) -> int:
        """The first box of all."""
        return next((root for placed in self._layers for root in placed.layer.chart.roots), 0)

    def above(self, key: int) -> int:
        """The box a box hangs below, 0 for none."""
        return self._above.get(key, 0)

    def below(self, key: int) -> Sequence[int]:
        """The boxes shown below a box."""
        placed = self._layer_of.get(key)
        if placed is None:
            return ()
        there = placed.layer.layout.places
        return [each for each in placed.layer.chart.below.get(key, ()) if each in there]

    def hidden(self, key: int) -> int:
        """How many are folded away below a box."""
        placed = self._layer_of.get(key)
        return placed.layer.layout.hidden.get(key, 0) if placed else 0

    def beside(self, key: int, way: str) -> int:
        """The box one comes to from another by a key; 0 where there is none."""
        if way == "first" or not key:
            return self.first
        if way in ("next_layer", "last_layer"):
            return self._other_layer(key, 1 if way == "next_layer" else -1)
        return self._nearest(key, way)

    def _other_layer(self, key: int, step: int) -> int:
        at = self._layers.index(self._layer_of[key]) + step
        roots = self._layers[at].layer.chart.roots if 0 <= at < len(self._layers) else ()
        return roots[0] if roots else 0

    def _nearest(self, key: int, way: str) -> int:
        """Up to who is above, down to the first below, else to the nearest sibling that way."""
        here = self.place(key)
        if here is None:
            return 0
        aside = self.aside(key)
        if way == "right" and aside:
            return aside[0]
        siblings = self.siblings(key)
        at = siblings.index(key)
        before = siblings[at - 1] if at else 0
        after = siblings[at + 1] if at + 1 < len(siblings) else 0
        if way == "up":
            return before if self._in_column(before, here) else self.above(key)
        if way == "down":
            below = self.below(key)
            return below[0] if below else after if self._in_column(after, here) else 0
        there = before if way == "left" else after
        if there and not self._in_column(there, here):
            return there
        return self.above(key) if way == "left" else 0

    def _in_column(self, key: int, here: QRectF) -> bool:
        place = self.place(key)
        return place is not None and abs(place.left() - here.left()) < 1

    def aside(self, key: int) -> Sequence[int]:
        """The boxes that stand beside a box."""
        placed = self._layer_of.get(key)
        return placed.layer.chart.aside.get(key, ()) if placed else ()

    def siblings(self, key: int) -> Sequence[int]:
        """The boxes that hang where a box hangs, itself among them."""
        over = self.above(key)
        if over and key in self.aside(over):
            return self.aside(over)
        return self.below(over) if over else list(self._layer_of[key].layer.chart.roots)

    # What is painted

    def shown(self, seen: QRectF) -> Iterator[Shown]:
        """The boxes in a part of the picture."""
        return chain.from_iterable(placed.shown(seen) for placed in self._layers)

    def one(self, key: int) -> Shown | None:
        """One box to be painted apart, None where it is not shown."""
        placed = self._layer_of.get(key)
        return placed.one(key) if placed else None

    def same_person(self, key: int) -> list[int]:
        """The other boxes of the person of a box."""
        box = self.boxes.get(key)
        if box is None or box.person_id is None:
            return []
        return [each for each in self._boxes_of[box.person_id] if each != key]

    @cached_property
    def _boxes_of(self) -> Mapping[int, Sequence[int]]:
        found: dict[int, list[int]] = defaultdict(list)
        for key, box in self.boxes.items():
            if box.person_id is not None:
                found[box.person_id].append(key)
        return found

    def dotted(self, seen: QRectF) -> Iterator[tuple[QRectF, QRectF]]:
        """The pairs of boxes that dotted lines join, in a part of the picture."""
        return chain.from_iterable(placed.dotted(seen) for placed in self._layers)

    def far(self) -> Iterator[Far]:
        """The layers as they are seen from far away."""
        return (placed.far for placed in self._layers)

    def lines(self, seen: QRectF) -> Mapping[str, Sequence[QPolygonF]]:
        """The lines in a part of the picture, by colour."""
        return {placed.layer.line_color: placed.lines(seen) for placed in self._layers}

    def told(self, key: int, t: Language) -> str:
        """A box in words, for a screen reader and as a tip."""
        box = self.boxes.get(key)
        if box is None:
            return ""
        parts = [box.name or t("Vacant")]
        if box.over:
            parts.insert(0 if box.kind is not BoxKind.PERSON else 1, box.over)
        if box.role:
            parts.append(box.role)
        if box.assistant:
            parts.append(t("assistant"))
        if box.mandate:
            parts.append(t("mandate: {how}", how=Message(VALIDITY_NAMES[box.mandate])))
        if box.deputy:
            parts.append(t("Dep.: {name}", name=box.deputy))
        if key in self.moved:
            parts.append(t("changed in the draft"))
        if hidden := self.hidden(key):
            parts.append(t.plural("{n} folded away", "{n} folded away", hidden))
        elif below := len(self.below(key)):
            parts.append(t.plural("{n} below", "{n} below", below))
        return ", ".join(parts)


EMPTY = Picture(())
