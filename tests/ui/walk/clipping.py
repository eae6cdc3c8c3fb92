"""Whether every text has room: none is cut off, and what is shortened says all in its tip."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QToolTip,
    QWidget,
)

from tests.ui.walk.painted import Painted
from tests.ui.walk.said import Said

SLACK = 1.0
"""Logical pixels: widths are rounded."""


def faults(lines: Sequence[Painted], said: Said) -> Iterator[str]:
    """Texts that are cut off, or shortened with nothing to tell the rest."""
    for line in lines:
        if isinstance(line.owner, QPlainTextEdit | QTextEdit):
            continue  # They scroll, both ways.
        room = _room(line)
        beyond = _beyond(line.place, room)
        if beyond:
            size = f"{room.width():.0f}×{room.height():.0f}"
            yield f"“{line.text}” is cut off {beyond} in {_kind(line)}, which has {size}"
        elif _is_shortened(line.text, said) and not _tip_tells(line):
            yield f"“{line.text}” in {_kind(line)} is shortened, and no tip tells the rest"


def _beyond(place: QRectF, room: QRectF) -> str:
    ends = {
        "at the left": room.left() - place.left(),
        "at the right": place.right() - room.right(),
        "above": room.top() - place.top(),
        "below": place.bottom() - room.bottom(),
    }
    return ", ".join(f"{end} by {much:.0f}" for end, much in ends.items() if much > SLACK)


def _room(line: Painted) -> QRectF:
    """What its painter, its widget and all around it leave of the plane; a view scrolls."""
    room = QRectF(line.clip) if line.clip else QRectF(-9e4, -9e4, 18e4, 18e4)
    widget: QWidget | None = line.widget
    while widget is not None and not _is_viewport(widget):
        corner = line.widget.mapFrom(widget, QPoint()) if widget is not line.widget else QPoint()
        room = room.intersected(QRectF(widget.rect()).translated(QPointF(corner)))
        widget = None if widget.isWindow() else widget.parentWidget()
    if isinstance(line.widget, QLineEdit) and line.widget.text():
        return room.adjusted(-9e4, 0, 9e4, 0)  # What is typed scrolls.
    return room


def _is_viewport(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    return isinstance(parent, QAbstractScrollArea) and parent.viewport() is widget


def _is_shortened(text: str, said: Said) -> bool:
    return "…" in text and not any(text.strip() in whole for whole in said.texts if "…" in whole)


def _tip_tells(line: Painted) -> bool:
    """Whether the tip that comes up over the text has it whole."""
    at = line.place.center().toPoint()
    tip = QHelpEvent(QEvent.Type.ToolTip, at, line.widget.mapToGlobal(at))
    QToolTip.hideText()
    QApplication.sendEvent(line.widget, tip)
    stem = line.text.split("…")[0].strip()
    told = QToolTip.text() if QToolTip.isVisible() else ""
    return stem in told and len(told) > len(stem)


def _kind(line: Painted) -> str:
    return type(line.owner).__name__
