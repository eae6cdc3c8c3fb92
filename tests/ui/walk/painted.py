"""What a window writes: every text its widgets paint, with its place, its ink and its room.

The widgets paint themselves once more, on a device that keeps the texts and drops all else. So a
text is found wherever it comes from: a label, a style, a delegate or a painter of our own.
"""

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, QSizeF
from PySide6.QtGui import QColor, QPaintDevice, QPaintEngine, QPainter, QRegion, QTextItem
from PySide6.QtWidgets import QAbstractScrollArea, QWidget


class Painted(NamedTuple):
    """One line of text, in the coordinates of the widget that wrote it."""

    widget: QWidget
    text: str
    place: QRectF
    ink: QColor
    clip: QRectF | None

    @property
    def owner(self) -> QWidget:
        """The view, area or header the widget is the inside of, or the widget itself."""
        parent = self.widget.parentWidget()
        inside = isinstance(parent, QAbstractScrollArea) and parent.viewport() is self.widget
        return parent if inside and parent is not None else self.widget


def painted(window: QWidget) -> list[Painted]:
    """The texts of a window that can be seen now, those scrolled out of sight left out."""
    found = [line for widget in _visible(window) for line in _lines(widget)]
    return [line for line in found if _is_in_sight(line, window)]


def place_in(window: QWidget, line: Painted) -> QRectF:
    """Where the line stands in its window."""
    corner = line.widget.mapTo(window, QPoint())
    return line.place.translated(QPointF(corner))


def _visible(window: QWidget) -> Iterator[QWidget]:
    for widget in (window, *window.findChildren(QWidget)):
        if widget.window() is window and widget.isVisible() and not widget.size().isEmpty():
            yield widget


def _is_in_sight(line: Painted, window: QWidget) -> bool:
    """Whether any of it shows: a panel may lie over it, or it is scrolled away."""
    shown = line.place.intersected(QRectF(line.widget.visibleRegion().boundingRect()))
    if shown.isEmpty():
        return _should_show(line)
    there = window.childAt(line.widget.mapTo(window, shown.center().toPoint()))
    return there is None or there is line.widget or _related(there, line.widget)


def _should_show(line: Painted) -> bool:
    """Cut off by its own widget is a fault to be told; scrolled away is none."""
    owner = line.owner
    scrolls = owner is not line.widget or _scroller(line.widget) is not None
    return not scrolls


def _scroller(widget: QWidget) -> QAbstractScrollArea | None:
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, QAbstractScrollArea):
        parent = parent.parentWidget()
    return parent


def _related(one: QWidget, other: QWidget) -> bool:
    return one.isAncestorOf(other) or other.isAncestorOf(one)


def _lines(widget: QWidget) -> Iterator[Painted]:
    """The runs of text joined where one goes on where another ended."""
    device = _Texts(widget.size())
    painter = QPainter(device)
    widget.render(painter, QPoint(), QRegion(), QWidget.RenderFlag(0))
    painter.end()
    line: Painted | None = None
    for run in device.engine.runs:
        if line and _goes_on(line, run):
            line = line._replace(text=line.text + run.text, place=line.place.united(run.place))
            continue
        if line and line.text.strip():
            yield line
        line = Painted(widget, *run)
    if line and line.text.strip():
        yield line


class _Run(NamedTuple):
    text: str
    place: QRectF
    ink: QColor
    clip: QRectF | None


def _goes_on(line: Painted, run: _Run) -> bool:
    beside = abs(line.place.right() - run.place.left()) < 0.5
    return beside and abs(line.place.top() - run.place.top()) < 3 and line.ink == run.ink


class _Engine(QPaintEngine):
    """Keeps texts. Everything else is dropped; Qt asks for each of these by itself."""

    def __init__(self) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self.runs: list[_Run] = []

    def begin(self, *_: object) -> bool:
        return True

    def end(self) -> bool:
        return True

    def type(self) -> QPaintEngine.Type:
        return QPaintEngine.Type.User

    def drawTextItem(self, point: QPointF, item: QTextItem) -> None:  # type: ignore[override]
        painter = self.painter()
        at = painter.combinedTransform().map(QPointF(point))
        scale = painter.combinedTransform().m11()
        size = (item.width() * scale, (item.ascent() + item.descent()) * scale)
        ink = QColor(painter.pen().color())
        ink.setAlphaF(ink.alphaF() * painter.opacity())
        clip = QRectF(painter.clipBoundingRect()) if painter.hasClipping() else None
        if clip:
            clip = painter.combinedTransform().mapRect(clip)
        place = QRectF(QPointF(at.x(), at.y() - item.ascent() * scale), QPointF())
        place.setSize(QSizeF(*size))
        self.runs.append(_Run(item.text(), place, ink, clip))

    def _drop(self, *_: object) -> None:
        pass

    updateState = drawPixmap = drawTiledPixmap = _drop  # noqa: N815
    drawImage = _drop  # type: ignore[assignment]  # noqa: N815
    drawPath = drawRects = drawLines = drawPolygon = drawPoints = drawEllipse = _drop  # noqa: N815


class _Texts(QPaintDevice):
    def __init__(self, size: QSize) -> None:
        super().__init__()
        self.engine = _Engine()
        self._size = size

    def paintEngine(self) -> QPaintEngine:
        return self.engine

    def metric(self, which: QPaintDevice.PaintDeviceMetric) -> int:
        metric = QPaintDevice.PaintDeviceMetric
        known = {
            metric.PdmWidth: self._size.width(),
            metric.PdmHeight: self._size.height(),
            metric.PdmDepth: 32,
            metric.PdmDevicePixelRatio: 1,
            metric.PdmDevicePixelRatioScaled: round(QPaintDevice.devicePixelRatioFScale()),
        }
        return known.get(which, 96)
