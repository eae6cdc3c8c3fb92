"""What the marks of the year mean."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from lean_desktop.domain.meeting_year import STANDING_NAMES, Standing
from lean_desktop.i18n import Language
from lean_desktop.ui.meetings.year_marks import MARK, Marks
from lean_desktop.ui.qt import override
from lean_desktop.ui.theme import Theme
from lean_desktop.ui.widgets.flow import Flow


class YearLegend(QWidget):
    """Each mark with its word; as many lines as it needs."""

    def __init__(self, t: Language, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        marks, side = Marks(theme), theme.scaled(MARK + 4)
        flow = Flow(self)
        flow.setSpacing(theme.scaled(12))
        for standing, name in STANDING_NAMES.items():
            flow.addWidget(_Entry(_Mark(side, partial(_paint_one, marks, standing)), t(name)))
        flow.addWidget(_Entry(_Mark(side, partial(_paint_clash, marks)), t("Clash")))
        flow.addWidget(_Entry(_figures(), t("Daily meetings held of those of the week")))
        for whole, name in ((False, t("A closed day in the week")), (True, t("Closed week"))):
            flow.addWidget(_Entry(_Mark(side, partial(_shade, marks, whole)), name))


class _Entry(QWidget):
    def __init__(self, sign: QWidget, text: str) -> None:
        super().__init__()
        label = QLabel(text)
        label.setProperty("look", "small")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(sign)
        row.addWidget(label)


class _Mark(QWidget):
    """One sign, painted by the function in a square of that side."""

    def __init__(self, side: int, paint: Callable[[QPainter, QRect], object]) -> None:
        super().__init__()
        self._paint = paint
        self.setFixedSize(side, side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint(painter, self.rect())


def _figures() -> QLabel:
    label = QLabel("4/5")
    label.setProperty("look", "small")
    return label


def _paint_one(marks: Marks, standing: Standing, painter: QPainter, place: QRect) -> None:
    marks.paint(painter, QRectF(place).center(), standing)


def _paint_clash(marks: Marks, painter: QPainter, place: QRect) -> None:
    marks.paint_clash(painter, QPointF(place.right() - 2, place.top() + 3))


def _shade(marks: Marks, whole: bool, painter: QPainter, place: QRect) -> None:
    marks.shade(painter, place, whole=whole)
