"""How a card looks on the board: painted once and kept, since a board shows many at a time."""

from datetime import date

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QPixmap, QTextLayout, QTextOption

from lean_desktop.domain.actions import Action
from lean_desktop.domain.cards import FORTNIGHT, Card, Pdca, bars
from lean_desktop.domain.due_told import Pressing, due_told
from lean_desktop.i18n import Language
from lean_desktop.ui.theme import Theme
from lean_desktop.ui.widgets.chip import chip_size, paint_chip
from lean_desktop.ui.widgets.marks import paint_avatar

PAD, RADIUS, AVATAR, LINES = 12, 6, 22, 2
SLIPS, QUARTER, BARS = 36, 20, 20
"""Room that the slips, the quarter and the bars take."""

KEPT = 4000
"""So many pictures of cards are kept; when there are more, all are made anew."""

CHIPS = {
    Pressing.DONE: ("good", "check"),
    Pressing.OVER: ("bad", "alert"),
    Pressing.TODAY: ("watch", "clock"),
    Pressing.AHEAD: ("outline", "cal"),
    Pressing.NONE: ("outline", ""),
}
QUARTERS = {Pdca.NONE: 0, Pdca.PLAN: 1, Pdca.DO: 2, Pdca.CHECK: 3, Pdca.ACT: 4}


class CardPainter:
    """Paints cards of one size, and keeps the pictures."""

    def __init__(self, theme: Theme, t: Language) -> None:
        self._theme, self._t = theme, t
        self._kept: dict[int, tuple[object, QPixmap]] = {}

    def forget(self) -> None:
        """The look has changed."""
        self._kept = {}

    def paint(
        self, painter: QPainter, place: QRect, card: Card, today: date, *, chosen: bool = False
    ) -> None:
        """Paint the card into its place."""
        ratio = painter.device().devicePixelRatioF()
        state = (card, place.size().toTuple(), chosen, today, ratio, self._theme.dark)
        known = self._kept.get(card.id)
        if known is None or known[0] != state:
            if len(self._kept) >= KEPT:
                self._kept = {}
            known = state, self._picture(QSizeF(place.size()), card, today, ratio, chosen=chosen)
            self._kept[card.id] = known
        painter.drawPixmap(place.topLeft(), known[1])

    # Inside

    def _picture(
        self, size: QSizeF, card: Card, today: date, ratio: float, *, chosen: bool
    ) -> QPixmap:
        picture = QPixmap((size * ratio).toSize())
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(0, 0, size.width(), size.height())
        self._ground(painter, whole, chosen=chosen)
        inside = whole.adjusted(PAD, 10, -PAD, -10)
        self._title(painter, inside, card.action)
        low = QRectF(inside.left(), inside.bottom() - AVATAR, inside.width(), AVATAR)
        left = self._left(painter, low, card.action, today)
        self._right(painter, low.adjusted(left - low.left(), 0, 0, 0), card, today)
        painter.end()
        return picture

    def _ground(self, painter: QPainter, place: QRectF, *, chosen: bool) -> None:
        color = self._theme.color
        painter.setPen(QPen(color("accent_text" if chosen else "line"), 1))
        painter.setBrush(color("selected" if chosen else "surface"))
        painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)

    def _title(self, painter: QPainter, place: QRectF, action: Action) -> None:
        """Two lines; the number at the right of the first, a flag before it when escalated."""
        theme = self._theme
        painter.setFont(theme.figures(12))
        number = str(action.number)
        width = painter.fontMetrics().horizontalAdvance(number)
        painter.setPen(theme.color("text3"))
        painter.drawText(place.adjusted(0, 1, 0, 0), Qt.AlignmentFlag.AlignRight, number)
        if action.escalated:
            corner = QRect(int(place.right()) - width - 20, int(place.top()) + 1, 14, 14)
            theme.icon("flag", "improve").paint(painter, corner)
            width += 22
        painter.setPen(theme.color("text3" if action.done else "text"))
        room = place.adjusted(0, 0, -width - 10, 0)
        for layout, at in self._lines(action.title, room.width()):
            layout.draw(painter, room.topLeft() + at)

    def _lines(self, text: str, width: float) -> list[tuple[QTextLayout, QPointF]]:
        """The text in at most two lines, the last with an ellipsis when there is more."""
        font = self._theme.font(13)
        lines = wrapped(text, font, width, LINES)
        height = self._theme.scaled(20)
        return [(line, QPointF(0, number * height)) for number, line in enumerate(lines)]

    def _left(self, painter: QPainter, place: QRectF, action: Action, today: date) -> float:
        """Who, by when, and how often that has moved; where it ends."""
        theme = self._theme
        circle = QRectF(place.left(), place.top(), AVATAR, AVATAR)
        if action.owner:
            paint_avatar(painter, theme, circle, action.owner)
        else:
            self._nobody(painter, circle)
        due = due_told(action, today, self._t)
        kind, icon = CHIPS[due.pressing]
        size = chip_size(theme, due.text, icon)
        chip = QRectF(circle.right() + 8, place.center().y() - size.height() / 2, 0, 0)
        chip.setSize(size)
        paint_chip(painter, theme, chip, kind, due.text, icon)
        if not action.slips or chip.right() + SLIPS > place.right() - QUARTER:
            return chip.right()
        corner = QRect(int(chip.right()) + 8, int(place.center().y()) - 7, 14, 14)
        theme.icon("slip", "text2").paint(painter, corner)
        self._text(painter, QPointF(corner.right() + 4, 0), place, str(action.slips), "text2")
        return chip.right() + SLIPS

    def _nobody(self, painter: QPainter, circle: QRectF) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.color("control"), 1, Qt.PenStyle.DashLine))
        painter.drawEllipse(circle.adjusted(0.5, 0.5, -0.5, -0.5))
        corner = circle.adjusted(5, 5, -5, -5).toRect()
        self._theme.icon("user", "text3").paint(painter, corner)

    def _right(self, painter: QPainter, place: QRectF, card: Card, today: date) -> None:
        """The quarter of PDCA and the days in the column; where it is narrow no bars, then no days."""
        pie = QRectF(place.right() - 12, place.center().y() - 6, 12, 12)
        paint_quarter(painter, self._theme, pie, QUARTERS[card.pdca])
        days = card.days_in_column(today)
        if card.action.done or not days:
            return
        long = days >= FORTNIGHT
        told = self._t("{n} d", n=days)
        painter.setFont(self._theme.figures(12, 600 if long else 400))
        left = pie.left() - 8 - painter.fontMetrics().horizontalAdvance(told)
        if left < place.left() + 6:
            return
        painter.setPen(self._theme.color("text" if long else "text3"))
        words = QRectF(left, place.top(), pie.left() - left, place.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, told)
        if left - BARS >= place.left():
            self._bars(painter, QRectF(left - 17, place.center().y() - 5, 13, 10), bars(days))

    def _bars(self, painter: QPainter, place: QRectF, filled: int) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        for number in range(3):
            height = place.height() * (number + 1.4) / 3.4
            on = number < filled
            ink = "watch_fill" if filled == 3 else "text3" if on else "line_strong"
            painter.setBrush(self._theme.color(ink))
            left = place.left() + number * 4.5
            painter.drawRect(QRectF(left, place.bottom() - height, 3.2, height))

    def _text(self, painter: QPainter, at: QPointF, place: QRectF, text: str, color: str) -> None:
        painter.setFont(self._theme.figures(12))
        painter.setPen(self._theme.color(color))
        room = QRectF(at.x(), place.top(), place.right() - at.x() + 20, place.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)


def wrapped(text: str, font: QFont, width: float, most: int) -> list[QTextLayout]:
    """The text as lines no wider than `width`, at most so many; more ends in an ellipsis."""
    lines: list[QTextLayout] = []
    rest = " ".join(text.split())
    while rest and len(lines) < most:
        last = len(lines) == most - 1
        line = _one_line(rest, font, width, elided=last)
        lines.append(line)
        rest = "" if last else rest[line.lineAt(0).textLength() :].lstrip()
    return lines


def _one_line(text: str, font: QFont, width: float, *, elided: bool) -> QTextLayout:
    if elided:
        text = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, width)
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(width + 1)
    layout.endLayout()
    return layout


def paint_quarter(painter: QPainter, theme: Theme, place: QRectF, quarters: int) -> None:
    """A circle of which so many quarters are filled."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color("control"), 1.2))
    painter.setBrush(theme.color("surface"))
    painter.drawEllipse(place)
    if quarters:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("text2"))
        painter.drawPie(place, 90 * 16, -90 * 16 * quarters)
    painter.restore()
