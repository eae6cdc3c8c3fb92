"""A frame of the chart of ten thousand boxes, panned and zoomed, against a bare graphics item.

The floor draws the rectangles that are seen in one `drawRects`, and their names where ours has
them; no lines, faces or marks. Compared is the frame that 95 of 100 are quicker than.
"""

import os
import statistics
from collections import defaultdict
from collections.abc import Callable, Iterator

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QTransform
from PySide6.QtWidgets import (
    QGraphicsItem,
    QGraphicsScene,
    QGraphicsView,
    QStyleOptionGraphicsItem,
    QWidget,
)

from lean_desktop.app import application
from lean_desktop.domain.chart import Box, BoxKind, Chart
from lean_desktop.i18n import language
from lean_desktop.layout.tree import lay_out
from lean_desktop.ui.organisation.chart_boxes import HEIGHT, NAMES_FROM, WIDTH
from lean_desktop.ui.organisation.chart_picture import Layer, Picture
from lean_desktop.ui.organisation.chart_view import ChartView
from lean_desktop.ui.theme import Theme
from tests.benchmarks.ratio import Ratio, timed

PEOPLE, UNDER_ONE, FRAMES = 10_000, 8, 40
ZOOMS = (1.0, 0.6, 0.4, 0.2, 0.05)
ROOM = (1400, 800)


def run() -> Ratio:
    """Frames at five zooms, panned across the chart."""
    app = application()
    picture = _picture()
    ours, floor = ChartView("Chart", Theme(app, "light"), language("en")), _bare(picture)
    views: tuple[ChartView | QGraphicsView, ...] = (ours, floor)
    for view in views:
        view.resize(*ROOM)
        view.show()
    ours.show_picture(picture)
    app.processEvents()
    times: tuple[list[float], list[float]] = ([], [])
    for zoom in ZOOMS:
        ours.zoom_to(zoom)
        floor.setTransform(QTransform.fromScale(zoom, zoom))
        for at in _across():
            for view, taken in zip(views, times, strict=True):
                taken.append(timed(_frame(view, at)))
    mine, bare = (statistics.quantiles(each, n=20)[-1] for each in times)
    name = f"chart frame, {PEOPLE} boxes, 95th percentile"
    return Ratio(name, round(mine / bare, 3), 2.0, round(mine * 1e3, 3), round(bare * 1e3, 3))


def _frame(view: ChartView | QGraphicsView, at: float) -> Callable[[], None]:
    """Pan so far, and paint what is seen at once."""

    def paint() -> None:
        bar = view.horizontalScrollBar()
        bar.setValue(round(bar.minimum() + at * (bar.maximum() - bar.minimum())))
        view.viewport().repaint()

    return paint


def _across() -> Iterator[float]:
    return (number / FRAMES for number in range(FRAMES))


def _picture() -> Picture:
    below: dict[int, list[int]] = defaultdict(list)
    for number in range(2, PEOPLE + 1):
        below[(number - 2) // UNDER_ONE + 1].append(number)
    boxes = [
        Box(BoxKind.PERSON, key, "Operatør", f"Fornavn {key} Etternavnsen", key)
        for key in range(1, PEOPLE + 1)
    ]
    keys = {box.id: box.key for box in boxes}
    hung = {keys[over]: [keys[each] for each in under] for over, under in below.items()}
    chart = Chart({box.key: box for box in boxes}, hung, [keys[1]])
    layout = lay_out(chart.roots, chart.below, (WIDTH, HEIGHT))
    made = Picture([Layer("Line", "text2", "window", "control", chart, layout)])
    made.make_ready()
    return made


class _Item(QGraphicsItem):
    def __init__(self, picture: Picture) -> None:
        super().__init__()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self._picture = picture
        self._shown = list(picture.shown(self.boundingRect()))

    def boundingRect(self) -> QRectF:
        return QRectF(QPointF(0, 0), self._picture.size)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        seen = option.exposedRect
        inside = [each for each in self._shown if each.place.intersects(seen)]
        painter.setBrush(Qt.GlobalColor.lightGray)
        painter.drawRects([each.place for each in inside])
        if painter.worldTransform().m11() >= NAMES_FROM:
            for each in inside:
                painter.drawText(each.place, Qt.AlignmentFlag.AlignCenter, each.box.name)


def _bare(picture: Picture) -> QGraphicsView:
    scene = QGraphicsScene()
    scene.addItem(_Item(picture))
    view = QGraphicsView(scene)
    scene.setParent(view)
    return view
